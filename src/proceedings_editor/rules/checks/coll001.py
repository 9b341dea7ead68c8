"""Publication numbers are not unique, not padded or have gaps.

What:
    No two entries have the same publication number. A number found in a manuscript is written with as many digits as
    the collection's largest number has, at least three. When the book is assembled, the numbers of its accepted
    entries follow each other without a gap.

Why:
    The number names the entry in letters, file names and on the web site. Two entries with one number are mixed up,
    and a gap looks like a lost article.

How to fix:
    The next free number is proposed for the later one of two entries: the one received later, else the one whose file
    is named by another number. A number found without its zeros is laid aside, because zeros are added in print. Gaps
    are closed by renumbering.

Examples:
    any ✓ 070 071 072
    any ✗ 070 071 070
    any ✗ 70
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from operator import itemgetter
from typing import Final

from proceedings_editor.model.edit import DropReading, SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, Hit
from proceedings_editor.templates.wording import printed_number
from proceedings_editor.texts import text

_FIELD: Final = "number"
_DIGITS: Final = re.compile(r"[0-9]{1,9}")
_IN_THE_BOOK: Final = frozenset({"accepted", "published"})


def _check(scope: CollectionScope) -> Iterator[Hit]:
    numbers = [entry.number for entry in scope.entries if entry.number is not None]
    largest = max(numbers, default=0)
    yield from _duplicates(scope, largest)
    for entry in scope.entries:
        yield from _unpadded(entry, largest)
    if scope.facts.book:
        yield from _gaps(scope, largest)


def _duplicates(scope: CollectionScope, largest: int) -> Iterator[Hit]:
    free = largest
    by_number: dict[int, list[Entry]] = {}
    for entry in scope.entries:
        if entry.number is not None:
            by_number.setdefault(entry.number, []).append(entry)
    for number, entries in by_number.items():
        shown = printed_number(number, largest)
        _, *later = sorted(entries, key=lambda entry: _age(entry, scope.facts.files.get(entry.id, "")))
        for entry in later:
            free += 1
            message = text("The number {number} is given to several entries.", number=shown)
            also = tuple(other.id for other in entries if other is not entry)
            fix = _set_number(entry, free, printed_number(free, max(largest, free)), shown)
            yield Hit(Place(field=_FIELD), shown, message, fix, entry=entry.id, also=also)


def _age(entry: Entry, file: str) -> tuple[date, bool, str]:
    """What comes first was there first: received earlier, else the one whose file was named by this number."""
    digits = _DIGITS.match(file)
    fits = digits is not None and int(digits[0]) == entry.number
    return entry.received or date.max, not fits, file.partition(".")[0]


def _set_number(entry: Entry, number: int, shown: str, before: str) -> Fix:
    label = text("Give the entry the number {number}", number=shown)
    return Fix(SetField(entry.id, _FIELD, number, label), safe=False, before=before, after=shown)


def _unpadded(entry: Entry, largest: int) -> Iterator[Hit]:
    shown = printed_number(entry.number, largest)
    for index, reading in enumerate(entry.readings):
        digits = _DIGITS.search(reading.text) if reading.field == _FIELD else None
        if digits and digits[0] != shown and int(digits[0]) == entry.number:
            message = text("The number {number} is printed as {shown}.", number=digits[0], shown=shown)
            label = text("Lay the number found aside; it is printed as {shown}", shown=shown)
            fix = Fix(DropReading(entry.id, reading, label), safe=False, before=digits[0], after=shown)
            place = Place(field=f"readings.{index}.text", start=digits.start(), end=digits.end())
            yield Hit(place, digits[0], message, fix, "warning", entry.id)


def _gaps(scope: CollectionScope, largest: int) -> Iterator[Hit]:
    """A gap is told at the entry behind it; the book begins with number 1."""
    accepted = [entry for entry in scope.entries if entry.state in _IN_THE_BOOK]
    numbered = sorted(((entry.number, entry) for entry in accepted if entry.number is not None), key=itemgetter(0))
    if numbered and numbered[0][0] > 1:
        yield _gap(numbered[0][1], 0, largest)
    for (before, _), (number, entry) in pairwise(numbered):
        if number > before + 1:
            yield _gap(entry, before, largest)


def _gap(entry: Entry, before: int, largest: int) -> Hit:
    shown = printed_number(entry.number, largest)
    message = (
        text("No accepted entry has a number between {before} and {number}.", before=before, number=shown)
        if before
        else text("The first accepted entry has the number {number}, not 1.", number=shown)
    )
    return Hit(Place(field=_FIELD), shown, message, severity="warning", entry=entry.id)


RULE = Rule(code="COLL001", severity="error", manual=__doc__, collection=_check, for_author=False)
