"""Two facts stand in one field.

What:
    A field holds one fact: no place beside the date of the conference, no date beside its place, no country beside the
    city, and one person to a name.

Why:
    The program prints and sends every fact by itself: in the table, in the contents, to databases. Two facts in one
    field are printed twice or are lost.

How to fix:
    The parts are proposed for the fields they belong to. A row of an imported table whose facts are known already is
    laid aside when you agree.

Examples:
    kk ✓ 7 сәуір 2025 ж.
    kk ✗ 7 сәуір 2025 ж., Қарағаш
    ru ✓ 7 апреля 2025 г.
    ru ✗ г. Карагаш, 7 апреля 2025 г.
    en ✗ Qaraghash, 7 April 2025
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.date import ParsedDate, parse_date
from proceedings_editor.language.folding import plain_case
from proceedings_editor.model.edit import DropReading, Edit, SetField, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.path import value_at
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.rules.source_reading import place_in, readings_of
from proceedings_editor.texts import text

_DAY: Final = "collection.first_day"
_LOOSE: Final = " ,;.:–—-()\n\t\u00a0"
_YEAR_WORDS: Final = re.compile(r"^\s*(?:жыл\w*|ж\.|год\w*|г\.)", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CITIES: Final = frozenset(f"{who}.affiliations.city.{one}" for who in ("authors", "supervisors") for one in LANGUAGES)
_NAMES: Final = frozenset(f"{who}.{part}" for who in ("authors", "supervisors") for part in ("surname", "given_name"))
_PLACES: Final = frozenset(f"collection.place.{one}" for one in LANGUAGES)
_TWO_PEOPLE: Final = re.compile(r"[^\W\d_]{2,}[^,;]*[,;]\s*[^\W\d_]{2,}")


def _check_readings(scope: EntryScope) -> Iterator[Hit]:
    for index, reading in readings_of(scope.entry, _DAY):
        date = parse_date(reading.text)
        rest = _beside(date) if date else ""
        if date and rest:
            message = text("Beside the date stands “{rest}”; the place is a field of its own.", rest=rest)
            start = reading.text.find(rest)
            yield Hit(place_in(index, start, start + len(rest)), rest, message, _divided(scope, reading, date, rest))


def _beside(date: ParsedDate) -> str:
    """Return what stands beside a date and is no part of it."""
    before, after = date.before.strip(_LOOSE), _YEAR_WORDS.sub("", date.after).strip(_LOOSE)
    return next((part for part in (after, before) if _WORD.search(part)), "")


def _divided(scope: EntryScope, reading: Reading, date: ParsedDate, place: str) -> Fix:
    language = scope.template.information.language
    label = text("Keep date and place apart: {date}; {place}", date=date.wording, place=place)
    last = date.last if date.is_range else None
    wanted = (("first_day", date.date), ("last_day", last), (f"place.{language}", place))
    edits: list[Edit] = [
        SetField("", path, value, label) for path, value in wanted if value_at(scope.collection, path) != value
    ]
    edits.append(DropReading(scope.entry.id, reading, label))
    edit = Together(tuple(edits), label) if len(edits) > 1 else edits[0]
    return Fix(edit, safe=False, before=reading.text, after=f"{date.wording}; {place}")


def _check_field(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    if passage.kind != "field":
        return
    if passage.key in _CITIES:
        yield from _city(scope)
    elif passage.key in _PLACES:
        date = parse_date(passage.text)
        if date:
            message = text("A date stands in the place of the conference; it is a field of its own.")
            rest = f"{date.before} {_YEAR_WORDS.sub('', date.after)}".strip(_LOOSE)
            label = text("Leave only the place “{place}”", place=rest)
            fix = scope.fix(0, len(passage.text), rest, label, safe=False) if rest else None
            yield scope.hit(date.start, date.end, message, fix)
    elif _TWO_PEOPLE.search(passage.text):
        message = text("“{words}” names more than one person; add each person as a row.", words=passage.text)
        yield scope.hit(0, len(passage.text), message)


def _city(scope: PassageScope) -> Iterator[Hit]:
    city, comma, country = scope.passage.text.partition(",")
    country = country.strip()
    if not comma or not _WORD.search(city) or not _WORD.search(country) or scope.entry is None:
        return
    path = scope.passage.place.field
    above, language = path.removesuffix(path[-len(".city.kk") :]), path[-2:]
    message = text("Beside the city stands “{rest}”; the country is a field of its own.", rest=country)
    label = text("Keep city and country apart: {city}; {country}", city=city.strip(), country=country)
    edits = [SetField(scope.entry.id, path, city.strip(), label)]
    known = str(value_at(scope.entry, f"{above}.country.{language}"))
    if not known:
        edits.append(SetField(scope.entry.id, f"{above}.country.{language}", country, label))
    same = not known or plain_case(known) == plain_case(country)
    before, after = scope.passage.text, f"{city.strip()}; {country}"
    fix = Fix(Together(tuple(edits), label), safe=False, before=before, after=after) if same else None
    start = len(city) + 1
    yield Hit(Place(field=path, start=start, end=len(scope.passage.text)), scope.passage.text[start:], message, fix)


RULE = Rule(
    code="META003",
    severity="information",
    manual=__doc__,
    passage=_check_field,
    about=_CITIES | _NAMES | _PLACES,
    entry=_check_readings,
    for_author=False,
)
