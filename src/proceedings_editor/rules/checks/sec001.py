"""The entry's section is not in the collection's programme.

What:
    The section an entry names is in the collection's tree of sections. Where an importer found the section in words,
    these name the same section: a table row that leaves out the section above is only mentioned, one that names
    another section is an error.

Why:
    Contents, headings and the order of the book follow the tree. An entry outside it is printed nowhere.

How to fix:
    Choose the section from the list, or add it to the collection. Where the words found name a section of the tree, it
    is proposed. A row that only lacks the section above needs nothing: both are printed from the tree, and the fix
    lays the row aside.

Examples:
    kk ✓ Секция IV. Құқық. II. Су құқығы
    kk ✗ Секция IV. II Су құқығы
    ru ✓ Секция IV. Право. II. Водное право
    ru ✗ Секция VII. Реки
    en ✓ Section IV. Law. II. Water law
    en ✗ Section IV. III Land law
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Final

from proceedings_editor.language.folding import skeleton
from proceedings_editor.language.section_number import parse_section_heading
from proceedings_editor.model.collection import Section
from proceedings_editor.model.edit import DropReading, SetField, SettleReading
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.templates.wording import joined, section_heading, subsection_heading
from proceedings_editor.texts import text

_FIELD: Final = "section"
_ROW: Final = "table row"
"""Only a row of the information table should tell the whole path; headings stand one below the other."""

_Path = tuple[Section, ...]


def _check(scope: EntryScope) -> Iterator[Hit]:
    entry = scope.entry
    path = scope.collection.section_path(entry.section)
    if entry.section and not path:
        message = text("The collection has no section “{id}”; choose one of its sections.", id=entry.section)
        fix = _proposal(scope, (reading for _, reading in _readings(scope)), entry.section)
        yield Hit(Place(field=_FIELD, end=len(entry.section)), entry.section, message, fix)
        return
    for index, reading in _readings(scope):
        place = Place(field=f"readings.{index}.text", end=len(reading.text))
        if not path:
            message = text("“{words}” is no section of the collection; choose one or add it.", words=reading.text)
            yield Hit(place, reading.text, message, _proposal(scope, (reading,), reading.text))
        elif not _agrees(scope, reading, path):
            message = text("“{words}” names another section than the entry's.", words=reading.text)
            yield Hit(place, reading.text, message, _proposal(scope, (reading,), entry.section))
        elif _lacks_parent(reading, path):
            message = text(
                "The table row names only the subsection; the section above it is “{above}”.", above=_name(path[0])
            )
            yield Hit(place, reading.text, message, _lay_aside(scope, reading, path), "information")


def _readings(scope: EntryScope) -> Iterator[tuple[int, Reading]]:
    return ((index, reading) for index, reading in enumerate(scope.entry.readings) if reading.field == _FIELD)


def _agrees(scope: EntryScope, reading: Reading, path: _Path) -> bool:
    """Whether the words name a section of the path, perhaps cut short, or have its number and no name."""
    heading = parse_section_heading(reading.text)
    said = [skeleton(words) for _, words in heading.names if skeleton(words)]
    if not said:
        return {section.number for section in path}.issuperset(heading.numbers)
    named = _named(scope, reading)
    if named:
        return named[-1] in path and _is_told("".join(said), path)
    return any(name.startswith(words) for section in path for name in _skeletons(section) for words in said)


def _is_told(said: str, path: _Path) -> bool:
    """Whether more than half of the words are names of the path: “Law” alone does not make “Trade law” the section."""
    rest = said
    for name in sorted((name for section in path for name in _skeletons(section)), key=len, reverse=True):
        rest = rest.replace(name, "")
    return 2 * len(rest) < len(said)


def _lacks_parent(reading: Reading, path: _Path) -> bool:
    """Whether a row names the subsection and, apart from its name, not the section above."""
    if len(path) < 2 or not reading.place.startswith(_ROW):
        return False
    rest = whole = skeleton(reading.text)
    for name in _skeletons(path[1]):
        rest = rest.replace(name, " ")
    return rest != whole and not any(name in rest for name in _skeletons(path[0]))


def _skeletons(section: Section) -> tuple[str, ...]:
    return tuple(filter(None, (skeleton(words) for _, words in section.name.filled())))


def _lay_aside(scope: EntryScope, reading: Reading, path: _Path) -> Fix:
    label = text("Lay the table row aside; the sections are printed from the tree")
    return Fix(DropReading(scope.entry.id, reading, label), safe=True, before=reading.text, after=_words(scope, path))


def _proposal(scope: EntryScope, readings: Iterable[Reading], before: str) -> Fix | None:
    """Propose the section that the words found name: by its name, else by its numbers."""
    path = next(filter(None, (_meant(scope, reading) for reading in readings)), ())
    if not path or path[-1] in scope.collection.section_path(scope.entry.section):
        return None
    label = text("Take the section “{name}”", name=_name(path[-1]))
    take = SetField(scope.entry.id, _FIELD, path[-1].id, label)
    return Fix(SettleReading(scope.entry.id, _FIELD, label, take), safe=False, before=before, after=_words(scope, path))


def _meant(scope: EntryScope, reading: Reading) -> _Path:
    numbers = parse_section_heading(reading.text).numbers
    by_number = (
        path
        for path in scope.collection.section_paths()
        if numbers and tuple(section.number for section in path) == numbers
    )
    return _named(scope, reading) or next(by_number, ())


def _named(scope: EntryScope, reading: Reading) -> _Path:
    """Return the section whose name the words hold, () for none; the longest name where one is part of another."""
    whole = skeleton(reading.text)
    named = [
        (len(name), path) for path in scope.collection.section_paths() for name in _skeletons(path[-1]) if name in whole
    ]
    return max(named, key=itemgetter(0))[1] if named else ()


def _words(scope: EntryScope, path: _Path) -> str:
    wording, language = scope.template.wording, scope.entry.language
    above, below = section_heading(path, wording, language), subsection_heading(path, wording, language)
    return " > ".join(filter(None, (joined(above), joined(below))))


def _name(section: Section) -> str:
    return section.name.best("kk") or section.number or section.id


RULE = Rule(code="SEC001", severity="error", manual=__doc__, entry=_check, for_author=False)
