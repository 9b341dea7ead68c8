"""A date does not exist or cannot be.

What:
    Every date in words or figures is one the calendar has. The conference does not end before it begins, the book is
    not older than the conference, an article is not accepted before it came in, and no source in the references is
    younger than the book.

Why:
    An impossible date is a slip of the keyboard that only the author can mend, and a source from the future is not
    found.

How to fix:
    Ask the author or look into the document; nothing is proposed, because only they know the day.

Examples:
    kk ✓ 2024 жылғы 29 ақпан
    kk ✗ 31 сәуір 2025 ж.
    ru ✓ 30 апреля 2025 г.
    ru ✗ 29 февраля 2025 г.
    en ✓ 28 February 2025
    en ✗ 31 June 2025
    any ✗ 31.04.2025
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from proceedings_editor.language.date import find_impossible_dates
from proceedings_editor.language.word_list import rows
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, EntryScope, Hit, PassageScope
from proceedings_editor.texts import Text, text

_MONTH: Final = re.compile(
    "|".join({row[one][:3] for row in rows("months") for one in ("kk", "ru_genitive", "en")}), re.IGNORECASE
)
_AROUND: Final = 14
"""Characters around a day within which its month stands."""
_DAY: Final = re.compile(r"[0-9]+")
_IN_EVERY_MONTH: Final = frozenset(f"{day:0{width}}" for day in range(1, 29) for width in (1, 2))
_FIGURES: Final = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""What a text must have to be looked at: a date in figures, or a day that not every month has beside a month."""
_NUMERIC: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.[0-9]{4}")
_LAST_DAY: Final = 31
_PUBLISHED: Final = re.compile(
    r"(?:[,–—]\s*|[.)]\s|\()((?:19|20)[0-9]{2})\)?(?:\s?(?:г|ж|жыл)\.?)?(?=\s*(?:[.,;]|[–—]\s|//|$))"
)
"""A year where a reference names the year of publication; a year inside a title stands elsewhere."""
_ADDRESS: Final = re.compile(r"https?://|URL|дата обращения|қаралған күні|accessed|\[Электрон", re.IGNORECASE)


def _check_passage(scope: PassageScope) -> Iterator[Hit]:
    prose = scope.passage.prose()
    if _may_be_impossible(prose):
        for start, end in find_impossible_dates(prose):
            if _is_meant_as_a_date(prose[start:end]):
                message = text("The calendar has no such day: {words}", words=prose[start:end])
                yield scope.hit(start, end, message)
    if scope.passage.kind == "reference":
        yield from _source(scope)


def _may_be_impossible(prose: str) -> bool:
    numbers = (found for found in _DAY.finditer(prose) if found.end() - found.start() <= 2)
    days = (found.span() for found in numbers if found[0] not in _IN_EVERY_MONTH)
    near = (prose[max(start - _AROUND, 0) : end + _AROUND] for start, end in days)
    return any(map(_MONTH.search, near)) or _FIGURES.search(prose) is not None


def _is_meant_as_a_date(words: str) -> bool:
    """Two numbers that are neither day nor month are a code (54.40.2013)."""
    found = _NUMERIC.match(words)
    return found is None or (int(found[1]) <= _LAST_DAY and int(found[2]) <= _LAST_DAY)


def _source(scope: PassageScope) -> Iterator[Hit]:
    latest = _latest_year(scope.collection)
    if not latest:
        return
    words = scope.passage.text
    address = _ADDRESS.search(words)
    years = list(_PUBLISHED.finditer(words, 0, address.start() if address else len(words)))
    if years and int(years[-1][1]) > latest:
        message = text(
            "The source is of {year}, but the book is of {latest}; compare the years.", year=years[-1][1], latest=latest
        )
        yield scope.hit(years[-1].start(1), years[-1].end(1), message)


def _latest_year(collection: Collection) -> int:
    years = [collection.year or 0, *(day.year for day in (collection.first_day, collection.last_day) if day)]
    return max(years)


def _check_entry(scope: EntryScope) -> Iterator[Hit]:
    entry: Entry = scope.entry
    for key, day in (("returned", entry.returned), ("accepted", entry.accepted)):
        if day and entry.received and day < entry.received:
            message = text(
                "The day {day} is before the day the article came in, {other}.", day=day, other=entry.received
            )
            yield _hit(key, day, message)


def _check_collection(scope: CollectionScope) -> Iterator[Hit]:
    collection = scope.collection
    first, last, year = collection.first_day, collection.last_day, collection.year
    if first and last and last < first:
        message = text("The last day {day} is before the first day {other}.", day=last, other=first)
        yield _hit("collection.last_day", last, message)
    if first and year and year < first.year:
        message = text("The book of {year} is older than the conference, held on {day}.", year=year, day=first)
        yield Hit(Place(field="collection.year"), str(year), message)


def _hit(path: str, day: date, message: Text) -> Hit:
    return Hit(Place(field=path), day.isoformat(), message)


RULE = Rule(
    code="DATE001",
    severity="error",
    manual=__doc__,
    passage=_check_passage,
    entry=_check_entry,
    collection=_check_collection,
)
