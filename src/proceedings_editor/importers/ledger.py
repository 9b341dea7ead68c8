"""Keeps account of every word found: which field it was read for, and what remains as a reading or a doubt.

A field holds one wording; a reading remains where the source's characters are not the ones the program would print
there, or where two places of the source say different things.

Paths of readings are those of fields. What one place of the source says about several fields goes to the first of
them: a page range to `first_page`, date and place to `collection.first_day`, name and kind of the collection to
`collection.name.<language>`, a whole name in another form to `authors.<n>`, a row of names to `authors`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from proceedings_editor.importers.result import Doubt, DoubtKind
from proceedings_editor.model.reading import Reading
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class Found:
    """One wording found for one field.

    Attributes:
        canonical: Wordings the program itself would print there; such a wording needs no reading.
        about: Readings of one field are compared only when they are about the same; "" for the whole field.
    """

    reading: Reading
    canonical: tuple[str, ...] = ()
    about: str = ""

    @property
    def _group(self) -> tuple[str, str]:
        return self.reading.field, self.about

    def remains_beside(self, others: Iterable[Found]) -> bool:
        """Whether it says something that field and canonical wording do not."""
        if self.reading.text not in self.canonical:
            return True
        same = (other for other in others if other._group == self._group)
        return any(other.reading.text != self.reading.text for other in same)


@dataclass(slots=True)
class Ledger:
    """Collects what is found while a page is taken apart.

    Attributes:
        accounted: Every stretch of source text that a field, a reading or a doubt now holds.
        homeless: Words that no field takes, with their line; the article begins with them, so that nothing is lost.
    """

    found: list[Found] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    accounted: list[str] = field(default_factory=list)
    homeless: list[tuple[int, str]] = field(default_factory=list)
    _seen: set[tuple[int, str]] = field(default_factory=set)

    def read(
        self,
        path: str,
        words: str,
        place: str,
        line: int,
        canonical: Iterable[str] = (),
        about: str = "",
        sure: Literal["sure", "doubtful"] = "sure",
        whole: bool = True,
    ) -> None:
        """Note that `words` were found for the field `path`.

        Args:
            path: Of the field; one source text may be found for several.
            words: Characters as found.
            place: Key of the place in the source.
            line: Line in the source.
            canonical: Wordings that need no reading.
            about: What of the field; see `Found`.
            sure: How sure it is that the words belong to the field.
            whole: False for a part of words that are noted as a whole too, so that they count once.
        """
        reading = Reading(path, words, place, line, sure)
        self.found.append(Found(reading, tuple(canonical), about))
        if whole:
            self.account(words, line)

    def account(self, words: str, line: int) -> None:
        """Note that these words of a line are in the entry or the collection as they are."""
        if (line, words) not in self._seen:
            self._seen.add((line, words))
            self.accounted.append(words)

    def doubt(self, kind: DoubtKind, sentence: Text, line: int = 0, path: str = "") -> None:
        """Tell the person something."""
        self.doubts.append(Doubt(kind, sentence, line, path))

    def no_place(self, sentence: Text, words: str, line: int) -> None:
        """Tell that no field takes these words, and keep them for the beginning of the article."""
        self.homeless.append((line, words))
        self.doubt("no_place", sentence, line)

    def readings(self) -> tuple[Reading, ...]:
        """Return what has to stay, in the order of the source."""
        kept = [found.reading for found in self.found if found.remains_beside(self.found)]
        return tuple(sorted(dict.fromkeys(kept), key=lambda reading: reading.line))
