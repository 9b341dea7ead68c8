"""A collection: one conference's proceedings, the facts its entries share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from proceedings_editor.model.ignored import Ignored
from proceedings_editor.model.local import LocalText


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the programme; level 1 sections may hold sections of level 2.

    Attributes:
        id: Short and permanent; entries name it.
        number: As printed, without its parent's: "IV" or, below it, "II".
    """

    id: str
    number: str = ""
    name: LocalText = field(default_factory=LocalText)
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """The proceedings of one conference.

    Attributes:
        name: The conference's own name without quotation marks ("Жастар мен ғылым").
        kind: What the collection is, per language ("халықаралық конференция материалдарының жинағы").
        first_day, last_day: When the conference was held; equal or last_day None for one day.
        volume: Volume or issue as printed, "" without one.
        isbn, issn, udc, bbk: Identifiers without their labels.
        ignored: Findings about the collection that a person has decided to leave as they are.
    """

    name: LocalText = field(default_factory=LocalText)
    kind: LocalText = field(default_factory=LocalText)
    first_day: date | None = None
    last_day: date | None = None
    place: LocalText = field(default_factory=LocalText)
    publisher: LocalText = field(default_factory=LocalText)
    year: int | None = None
    volume: str = ""
    isbn: str = ""
    issn: str = ""
    doi: str = ""
    udc: str = ""
    bbk: str = ""
    editors: tuple[LocalText, ...] = ()
    sections: tuple[Section, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)

    def section_path(self, section_id: str) -> tuple[Section, ...]:
        """Return the section with this id after its parent, outermost first; () when the tree lacks it."""
        return next((path for path in self.section_paths() if path[-1].id == section_id), ())

    def section_paths(self) -> Iterator[tuple[Section, ...]]:
        """Yield every section with the sections above it, in printed order."""
        for section in self.sections:
            yield (section,)
            for below in section.sections:
                yield section, below
