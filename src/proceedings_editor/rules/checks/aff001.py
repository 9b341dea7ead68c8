"""An affiliation is not complete or not by itself.

What:
    Every author's affiliation names the organisation, the city and the country, where the template prints
    affiliations; what the author's own line under the name says counts too. The name of an organisation has no legal
    form before or behind it. In the manuscript the affiliation is a paragraph of its own.

Why:
    Citation databases count articles by organisation, city and country. A legal form makes two organisations of one,
    and what shares a paragraph is easily taken for part of the affiliation.

How to fix:
    Where another person of the entry has the same organisation or city, its city or country is proposed. The legal
    form is taken out after you confirm. A shared paragraph needs nothing: in print each has its own, and the fix lays
    aside what was found.

Examples:
    kk ✓ Қарағаш дала университеті, Қарағаш, Қазақстан
    kk ✗ Қарағаш дала университеті, , Қазақстан
    kk ✗ «Қарағаш дала университеті» КеАҚ, Қарағаш, Қазақстан
    ru ✓ Карагашский степной университет, Карагаш, Казахстан
    ru ✗ НАО «Карагашский степной университет», Карагаш, Казахстан
    ru ✗ Карагашский степной университет, Карагаш,
    en ✓ Karagash Steppe University, Karagash, Kazakhstan
    en ✗ Karagash Steppe University NJSC, Karagash, Kazakhstan
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.organisation import city_of, is_country, may_be_city, names_organisation
from proceedings_editor.model.edit import DropReading, SetField
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.local import LANGUAGES, LocalText
from proceedings_editor.model.person import Affiliation, Author
from proceedings_editor.model.place import Place
from proceedings_editor.rules.person import keys_of, people_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.texts import Text, text

_LEGAL_FORM: Final = re.compile(
    r"(?<![\w«])(?:КеАҚ|ЖАҚ|АҚ|ЖШС|КММ|МКҚК|ШЖҚ\s(?:РМК|МКК|КМК)|НАО|ПАО|ЗАО|АО|ТОО|КГКП|РГП(?:\sна\sПХВ)?"
    r"|ГКП(?:\sна\sПХВ)?|ФГБОУ(?:\sВО)?|ФГАОУ(?:\sВО)?|ФГБУН?|ГБОУ(?:\sВО)?|NC?JSC|NPJSC|JSC|LLP|LLC"
    r"|Некоммерческое акционерное общество|Коммерциялық емес акционерлік қоғам[ы]?"
    r"|Non-profit Joint-Stock Company)(?![\w»])"
)
_QUOTES: Final = '«»“”„"'
_SEGMENT: Final = re.compile(r"[,;]\s*")
_FORCED_BREAK: Final = "  "
"""An importer keeps the spaces that end a line only where another line of the same paragraph follows."""


@dataclass(frozen=True, slots=True)
class _Part:
    key: str
    missing: Text
    is_said: Callable[[str], bool]


_PARTS: Final = (
    _Part("organisation", text("The affiliation names no organisation; add it."), names_organisation),
    _Part(
        "city",
        text("The affiliation names no city; add it."),
        lambda words: bool(city_of(words)) or (may_be_city(words) and not is_country(words)),
    ),
    _Part("country", text("The affiliation names no country; add it."), is_country),
)


def _check_legal_form(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    found = _LEGAL_FORM.search(words) if scope.passage.kind == "field" else None
    if found:
        message = text("The legal form “{form}” does not belong to the organisation's name.", form=found[0])
        yield scope.hit(found.start(), found.end(), message, _without(scope, found))


def _without(scope: PassageScope, found: re.Match[str]) -> Fix | None:
    """Take the form out with the space on one side; of a name that is then quoted as a whole the marks go too."""
    words, label = scope.passage.text, text("Take “{form}” out", form=found[0])
    before, behind = words[: found.start()].rstrip(), words[found.end() :].lstrip()
    inside = (before or behind).strip(_QUOTES)
    if not (before and behind) and names_organisation(inside) and not re.search(f"[{_QUOTES}]", inside):
        return scope.fix(0, len(words), inside.strip(" ,"), label, safe=False)
    start, end = len(before), len(words) - len(behind)
    if behind.startswith(",") and (not before or before.endswith(",")):
        end += len(behind) - len(behind.lstrip(", "))
    between = " " if before and behind and not words.startswith(",", end) else ""
    return scope.fix(start, end, between, label, safe=False) if before or behind else None


def _check_entry(scope: EntryScope) -> Iterator[Hit]:
    if scope.template.prints("affiliations"):
        for index, author in enumerate(scope.entry.authors):
            yield from _incomplete(scope, f"authors.{index}.affiliations", author)
    yield from _shared_paragraphs(scope)


def _incomplete(scope: EntryScope, path: str, author: Author) -> Iterator[Hit]:
    if not author.full_name or author.status == "independent":
        return
    segments = [segment for _, line in author.line.filled() for segment in _SEGMENT.split(line)]
    for index, affiliation in enumerate(author.affiliations or (Affiliation(),)):
        for part in _PARTS:
            if not getattr(affiliation, part.key) and not any(map(part.is_said, segments)):
                place = f"{path}.{index}.{part.key}" if author.affiliations else path
                yield Hit(Place(field=place), "", part.missing, _known_elsewhere(scope, place, affiliation, part.key))
            if not author.affiliations and not segments:
                return  # one finding is enough where nothing is told


def _known_elsewhere(scope: EntryScope, place: str, affiliation: Affiliation, key: str) -> Fix | None:
    """Propose the city of the same organisation, or the country of the same city, from another affiliation."""
    by = {"city": "organisation", "country": "city"}.get(key)
    if by is None:
        return None
    others = (other for _, person in people_of(scope.entry) for other in person.affiliations)
    same = (getattr(other, key) for other in others if _agree(getattr(other, by), getattr(affiliation, by)))
    known: LocalText | None = next(filter(None, same), None)
    if known is None:
        return None
    label = text("Add {words}", words=known.best(scope.entry.language))
    after = known.best(scope.entry.language)
    return Fix(SetField(scope.entry.id, place, known, label), safe=False, before="", after=after)


def _agree(one: LocalText, other: LocalText) -> bool:
    return any(one[language] and one[language] == other[language] for language in LANGUAGES)


def _shared_paragraphs(scope: EntryScope) -> Iterator[Hit]:
    readings = scope.entry.readings
    for index, reading in enumerate(readings):
        steps = reading.field.split(".")
        if steps[0] != "authors" or "line" not in steps or not reading.text.endswith(_FORCED_BREAK):
            continue
        following = (i for i, other in enumerate(readings) if other.line == reading.line + 1)
        place = next(following, index)
        message = text("In the manuscript the affiliation shares its paragraph with the line after it.")
        label = text("Lay it aside; in print each has its own paragraph")
        edit = DropReading(scope.entry.id, reading, label)
        fix = Fix(edit, safe=False, before=reading.text.rstrip() + " …", after=reading.text.rstrip())
        words = readings[place].text
        yield Hit(Place(field=f"readings.{place}.text", end=len(words)), words, message, fix)


RULE = Rule(
    code="AFF001",
    severity="warning",
    manual=__doc__,
    passage=_check_legal_form,
    about=keys_of(
        *(f"affiliations.organisation.{language}" for language in LANGUAGES),
        *(f"line.{language}" for language in LANGUAGES),
    ),
    entry=_check_entry,
    subject=frozenset({"quotation", "name"}),
)
