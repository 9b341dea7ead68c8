"""Page ranges are reversed, overlap or do not follow the numbers.

What:
    The first page of an entry is not behind its last. The ranges go up with the publication numbers and no page
    belongs to two entries.

Why:
    Contents, information pages and citation databases tell readers where the article stands. Two articles on one page
    are found by nobody and send a citation to the wrong one.

How to fix:
    Compare with the printed book. For a reversed range the exchanged pages are proposed, for an overlap the pages
    behind those of the entry before.

Examples:
    any ✓ 323–329 330–335
    any ✓ 5–5 7–9
    any ✗ 329–323
    any ✗ 323–329 329–335
    any ✗ 330–335 323–329
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.model.edit import SetField, Together
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, Hit
from proceedings_editor.texts import Text, text

_FIRST: Final = "first_page"
_LAST: Final = "last_page"


@dataclass(frozen=True, slots=True)
class _Range:
    entry: Entry
    first: int
    last: int

    @property
    def words(self) -> str:
        return f"{self.first}–{self.last}" if self.first != self.last else str(self.first)


def _check(scope: CollectionScope) -> Iterator[Hit]:
    ranges = [_Range(entry, entry.first_page, _last(entry)) for entry in scope.entries if entry.first_page is not None]
    for one in ranges:
        if one.first > one.last:
            message = text("The first page {first} stands behind the last page {last}.", first=one.first, last=one.last)
            yield _hit(one, message, _Range(one.entry, one.last, one.first))
    right = [one for one in ranges if one.first <= one.last]
    yield from _not_ascending([one for one in right if one.entry.number is not None])
    yield from _overlapping([one for one in right if one.entry.number is None], right)


def _not_ascending(numbered: list[_Range]) -> Iterator[Hit]:
    """Entries with a number come in its order; each must begin behind all before it."""
    before: _Range | None = None
    for one in sorted(numbered, key=lambda one: (one.entry.number or 0, one.entry.id)):
        if before is not None and one.first <= before.last:
            message = text(
                "The pages {pages} do not follow the pages {other} of an entry before.",
                pages=one.words,
                other=before.words,
            )
            yield _clash(one, before, message)
        if before is None or one.last > before.last:
            before = one


def _overlapping(unnumbered: list[_Range], others: list[_Range]) -> Iterator[Hit]:
    """Entries without a number may stand anywhere, but not on pages of another."""
    seen = [one for one in others if one.entry.number is not None]
    for one in unnumbered:
        clash = next((other for other in seen if one.first <= other.last and other.first <= one.last), None)
        if clash is not None:
            message = text(
                "The pages {pages} overlap the pages {other} of another entry.", pages=one.words, other=clash.words
            )
            yield _clash(one, clash, message)
        seen.append(one)


def _clash(one: _Range, before: _Range, message: Text) -> Hit:
    first = before.last + 1
    return _hit(one, message, _Range(one.entry, first, first + one.last - one.first), (before.entry.id,))


def _hit(one: _Range, message: Text, right: _Range, also: tuple[str, ...] = ()) -> Hit:
    label = text("Set the pages to {pages}", pages=right.words)
    edits = (
        SetField(one.entry.id, _FIRST, right.first, label),
        SetField(one.entry.id, _LAST, right.last, label),
    )
    fix = Fix(Together(edits, label), safe=False, before=one.words, after=right.words)
    return Hit(Place(field=_FIRST), one.words, message, fix, entry=one.entry.id, also=also)


def _last(entry: Entry) -> int:
    return entry.last_page if entry.last_page is not None else entry.first_page or 0


RULE = Rule(code="COLL002", severity="error", manual=__doc__, collection=_check, for_author=False)
