"""What a person calls a place: "Author 2: E-mail", "paragraph 12 of the article", "reference 3"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from proceedings_editor.model.body import Block, Figure, Table
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Owner, field_of
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import texts, walk
from proceedings_editor.rules.passage import COLLECTION
from proceedings_editor.texts import Text, text

LANGUAGE_NAMES: Final[Mapping[str, Text]] = {"kk": text("Kazakh"), "ru": text("Russian"), "en": text("English")}
_PARTS: Final[Mapping[str, Text]] = {
    "body": text("Article text"),
    "references": text("References"),
    "manuscripts": text("Manuscripts"),
    "sections": text("Sections"),
}
_ITEMS: Final[Mapping[str, Text]] = {
    "authors": text("Author {number}"),
    "supervisors": text("Supervisor {number}"),
    "affiliations": text("Affiliation {number}"),
    "sections": text("Section {number}"),
    "references": text("Reference {number}"),
    "manuscripts": text("Manuscript {number}"),
}
_FIXED: Final[Mapping[str, Text]] = {
    "template.information.top_heading": text("Top heading"),
    "template.information.heading": text("Heading of the information page"),
    "template.information.note": text("Note of the information page"),
    "template.information.rows": text("Label of a row of the information page"),
    "template.wording.references": text("Heading of the reference list"),
    "template.wording.abstract": text("Label of the abstract"),
    "template.wording.keywords": text("Label of the keywords"),
    "template.wording.udc": text("Label of the UDC"),
}
"""Fixed texts of the template by the beginning of their paths."""
_NUMBERED: Final[Mapping[type[Figure] | type[Table], Text]] = {
    Figure: text("Figure {number}"),
    Table: text("Table {number}"),
}
_OWNERS: Final[Mapping[str, Owner]] = {
    "authors": "author",
    "supervisors": "supervisor",
    "affiliations": "affiliation",
    "sections": "section",
}


class PlaceNames:
    """Names the places of one state of an entry, or of the collection where `entry` is None.

    The names of the state before spare counting the texts of the blocks that are the same objects.
    """

    def __init__(self, entry: Entry | None, before: PlaceNames | None = None) -> None:
        self.entry = entry
        self._counts: Mapping[int, tuple[Block, int]] = before._counts if before else {}
        self._starts: Sequence[int] = ()

    def name(self, place: Place) -> Text:
        """Return the words for a place."""
        return self._block_name(place.block) if place.block else field_name(place.field, self.entry)

    def _block_name(self, path: tuple[int, ...]) -> Text:
        """Name a figure or table by its printed number; a person counts its cells and captions among no paragraphs."""
        body = self.entry.body if self.entry else ()
        kind = next((one for one in _NUMBERED if isinstance(body[path[0]], one)), None) if path[0] < len(body) else None
        if kind is None:
            return text("Paragraph {number}", number=self._number(path))
        number = 1 + sum(isinstance(block, kind) for _, block in walk(body[: path[0]]))
        return replace(_NUMBERED[kind], values=(("number", number),))

    def _number(self, path: tuple[int, ...]) -> int:
        body = self.entry.body if self.entry else ()
        if body and not self._starts:
            self._counts = {id(block): self._counts.get(id(block)) or (block, _count(block)) for block in body}
            self._starts = [*accumulate((self._counts[id(block)][1] for block in body), initial=0)]
        inner = [below for (_, *below), _ in texts(body[path[0] : path[0] + 1])]
        return self._starts[path[0]] + inner.index([*path[1:]]) + 1 if [*path[1:]] in inner else path[0] + 1


def _count(block: Block) -> int:
    return 0 if isinstance(block, tuple(_NUMBERED)) else sum(1 for _ in texts((block,)))


def place_name(place: Place, entry: Entry | None) -> Text:
    """Return the words for a place of an entry, or of the collection where `entry` is None."""
    return PlaceNames(entry).name(place)


def field_name(path: str, entry: Entry | None = None) -> Text:
    """Return the words for a field's path; a path the field table lacks stands for itself.

    Args:
        path: As in a finding: "authors.0.surname", "collection.name.kk", "readings.2.text".
        entry: Tells for which field a reading was found.
    """
    steps = path.split(".")
    if steps[0] == "readings" and entry is not None and int(steps[1]) < len(entry.readings):
        return text("{field}, as found", field=field_name(entry.readings[int(steps[1])].field))
    fixed = next((name for beginning, name in _FIXED.items() if path.startswith(beginning)), None)
    if fixed is not None:
        return fixed
    owner: Owner = "collection" if path.startswith(COLLECTION) else "entry"
    return _name(owner, steps[owner == "collection" :]) or text("{path}", path=path)


def _name(owner: Owner, steps: Sequence[str]) -> Text | None:
    if not steps:
        return None
    key, *rest = steps
    if rest and rest[0].isdecimal() and key in _ITEMS:
        item = replace(_ITEMS[key], values=(("number", int(rest[0]) + 1),))
        inner = _name(_OWNERS[key], rest[1:]) if key in _OWNERS else None
        return text("{item}: {field}", item=item, field=inner) if inner else item
    if key in _PARTS:
        return _PARTS[key]
    try:
        label = field_of(owner, key).label
    except KeyError:
        return None
    language = next((step for step in rest if step in LANGUAGES), "")
    return text("{field} ({language})", field=label, language=LANGUAGE_NAMES[language]) if language else label
