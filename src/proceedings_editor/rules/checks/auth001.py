"""One author is spelled in two ways.

What:
    Where an importer found an author's name in two places of the manuscript, such as the table and the article, both
    say what the entry's fields say. Names are compared as people do: capitals, ё for е, initials for a full name and
    the order of the parts do not matter.

Why:
    Everything is printed from the fields. If the wrong spelling went there, it goes to the contents, the index, the
    certificate and the citation databases, and the author becomes two people.

How to fix:
    Ask the author, or compare with the identity document. Where the two differ only in Kazakh letters, the spelling
    with them is proposed, because the other one is usually typed on a keyboard without them.

Examples:
    kk ✓ Сейдахан Ғалия / Сейдахан Ғ.
    kk ✗ Сейдахан Ғалия / Сейдахан Галия
    ru ✓ Королёва Анна / Королева Анна
    ru ✗ Воронина Анна / Вороніна Анна
    en ✓ Anna Smith / A. Smith
    en ✗ Anna Smith / Anna Smyth
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.alphabet import KAZAKH_ONLY
from proceedings_editor.language.folding import fold
from proceedings_editor.language.name_likeness import Likeness, name_likeness
from proceedings_editor.language.person_name import PersonName, parse_person_name
from proceedings_editor.model.edit import SetField, SettleReading
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.path import value_at
from proceedings_editor.model.person import Author
from proceedings_editor.rules.person import NAME_PARTS, name_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_ABOUT: Final = frozenset({"authors", "authors.latin", *(f"authors.{part}" for part in NAME_PARTS)})


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    if passage.kind != "reading" or scope.entry is None or passage.field == "authors":
        return
    try:
        known = value_at(scope.entry, passage.field)
    except (LookupError, ValueError):
        return
    likeness = _likeness(passage.field, known, passage.text)
    words = known.full_name if isinstance(known, Author) else str(known)
    if not words.strip() or not passage.text.strip() or likeness in ("same", "abbreviated"):
        return
    if likeness == "almost":
        message = text(
            "The author is spelled {name} and {other}; it must be found out which is right.",
            name=words,
            other=passage.text,
        )
    else:
        message = text(
            "The entry's author is {name}, but {other} was found; it must be found out who wrote the article.",
            name=words,
            other=passage.text,
        )
    fix = _proposal(scope, words) if isinstance(known, str) and likeness == "almost" else None
    yield scope.hit(0, len(passage.text), message, fix)


def _likeness(path: str, known: object, found: str) -> Likeness:
    """Two words may also be given name and surname."""
    name = _name(path, known)
    likeness = name_likeness(name, _name(path, found))
    given, _, surname = found.strip().partition(" ")
    if likeness == "different" and isinstance(known, Author) and surname and " " not in surname:
        return name_likeness(name, PersonName(surname, given))
    return likeness


def _name(path: str, value: object) -> PersonName:
    """A part of a name is compared as that part, a whole name part by part."""
    if isinstance(value, Author):
        return name_of(value)
    part = path.rpartition(".")[2]
    if part not in NAME_PARTS:
        return parse_person_name(str(value))
    surname, given_name, patronymic = (str(value) if name == part else "" for name in NAME_PARTS)
    return PersonName(surname, given_name, patronymic)


def _proposal(scope: PassageScope, known: str) -> Fix | None:
    """Propose the spelling with Kazakh letters where only they differ."""
    found, path = scope.passage.text, scope.passage.field
    if scope.entry is None or fold(found) != fold(known):
        return None
    right, wrong = sorted((found, known), key=_kazakh_letters, reverse=True)
    label = text("Write {name}; the other spelling is laid aside", name=right)
    take = SetField(scope.entry.id, path, right, label) if right != known else None
    return Fix(SettleReading(scope.entry.id, path, label, take), safe=False, before=wrong, after=right)


def _kazakh_letters(words: str) -> int:
    return sum(char in KAZAKH_ONLY for char in words.casefold())


RULE = Rule(code="AUTH001", severity="error", manual=__doc__, passage=_check, about=_ABOUT)
