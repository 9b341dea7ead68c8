"""Where citations and mentions lead: the bookmarks of an article and the stretches of text linked to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from proceedings_editor.language.citation import find_citations
from proceedings_editor.language.mention import find_mentions
from proceedings_editor.model.body import DisplayFormula, Figure, Table
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.walk import walk

Kind = Literal["figure", "table", "formula", "listing", "ref"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a plain text that leads to a bookmark."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Links:
    """Everything an article's text may lead to.

    Attributes:
        counts: How many there are of each kind; mentions name kinds as `language.mention` does.
        form: The template's citation form, which decides what `[2;5]` means.
    """

    counts: Mapping[str, int]
    form: str

    def in_text(self, plain: str) -> tuple[Stretch, ...]:
        """Return the linked stretches in order, none over another. A range leads to its first number."""
        found = sorted((*self._citations(plain), *self._mentions(plain)), key=lambda stretch: stretch.start)
        apart: list[Stretch] = []
        for stretch in found:
            if not apart or stretch.start >= apart[-1].end:
                apart.append(stretch)
        return tuple(apart)

    def _citations(self, plain: str) -> Iterator[Stretch]:
        if self.counts["ref"]:
            for citation in find_citations(plain, self.form):
                for span in citation.spans:
                    if self._has("ref", span.first):
                        yield Stretch(span.start, span.end, bookmark("ref", span.first))

    def _mentions(self, plain: str) -> Iterator[Stretch]:
        """A mention of one thing leads there as a whole ("2-кестеде"), of several number by number."""
        if not any(self.counts[kind] for kind in ("figure", "table", "formula")):
            return
        for mention in find_mentions(plain):
            for span in mention.spans:
                if self._has(mention.kind, span.first):
                    whole = mention if len(mention.spans) == 1 else span
                    yield Stretch(whole.start, whole.end, f"{mention.kind}-{span.first}")

    def _has(self, kind: str, number: int) -> bool:
        return 1 <= number <= self.counts[kind]


def links_of(entry: Entry, form: str) -> Links:
    """Return what there is to lead to in an article."""
    counts: Counter[str] = Counter(ref=len(entry.references))
    for _, block in walk(entry.body):
        match block:
            case Figure():
                counts["figure"] += 1
            case Table():
                counts["table"] += 1
            case DisplayFormula(numbered=True):
                counts["formula"] += 1
    return Links(counts, form)


def bookmark(kind: Kind, number: int | None) -> str:
    """Return the name of the bookmark at a numbered thing, "" for one that is not counted."""
    return "" if number is None else f"{kind}-{number}"
