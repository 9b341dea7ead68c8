"""The parts of a name stand in the wrong fields or are not capitalised.

What:
    Surname, given name and patronymic of authors and supervisors begin with a capital and go on in small letters,
    unless the template prints names in capitals. The surname stands in the field of the surname: not an initial, and
    no patronymic or given name instead.

Why:
    The contents, the index and the file name begin with the surname. A name in capitals stays in capitals everywhere,
    because nobody can tell by it where small letters belong.

How to fix:
    The usual capitals, or the exchange of the two parts, are proposed; compare them with the manuscript.

Examples:
    kk ✓ Сейдахан Әсем Болатқызы
    kk ✗ СЕЙДАХАН Әсем Болатқызы
    kk ✗ Сейдахан әсем Болатқызы
    ru ✓ Римская-Корсакова А. П.
    ru ✗ римская-корсакова А. П.
    ru ✗ А. Воронина
    en ✓ van Berg Anna
    en ✗ SMITH Anna
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from proceedings_editor.language.name_word import (
    PARTICLES,
    PATRONYMIC,
    SON_OR_DAUGHTER,
    SURNAME_ENDING,
    is_initial,
)
from proceedings_editor.model.edit import SetField, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.person import Person
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import StyleName
from proceedings_editor.rules.person import NAME_PARTS, keys_of, people_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.texts import text

_PIECE: Final = re.compile(r"[^\W\d_]{2,}")
_SMALL: Final = PARTICLES | SON_OR_DAUGHTER | {"аль", "эль", "ибн", "ван", "дер", "ди", "ла"}
_STYLE: Final[Mapping[str, StyleName]] = {"authors": "author", "supervisors": "supervisor"}


def _check_letters(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    style = scope.template.styles.get(_STYLE[passage.key.partition(".")[0]])
    if passage.kind == "reading":
        return
    capitals_wanted = style is not None and style.capitals and passage.text.isupper()
    right = passage.text if capitals_wanted else _PIECE.sub(_capitalised, passage.text)
    if right != passage.text:
        message = text("“{name}” is not written as names are: {right}.", name=passage.text, right=right)
        fix = scope.fix(0, len(passage.text), right, text("Write {name}", name=right), safe=False)
        yield scope.hit(0, len(passage.text), message, fix)


def _capitalised(found: re.Match[str]) -> str:
    """Capitals and small letters inside a word (MacDonald) are somebody's intention."""
    piece = found[0]
    if piece.casefold() in _SMALL or not (piece.isupper() or piece[0].islower()):
        return piece
    return piece.capitalize()


def _check_order(scope: EntryScope) -> Iterator[Hit]:
    for path, person in people_of(scope.entry):
        wrong = _exchanged(person)
        if wrong:
            first, second = wrong
            message = text(
                "“{first}” and “{second}” seem to stand in each other's fields: the surname comes first.",
                first=getattr(person, first),
                second=getattr(person, second),
            )
            words = getattr(person, first)
            place = Place(field=f"{path}.{first}", end=len(words))
            yield Hit(place, words, message, _exchange(scope, path, person, first, second))


def _exchanged(person: Person) -> tuple[str, str] | None:
    """Return the two parts that seem to stand in each other's fields."""
    surname, given, patronymic = (getattr(person, part) for part in NAME_PARTS)
    if surname and given and is_initial(surname) and not is_initial(given):
        return "surname", "given_name"
    if given and patronymic and PATRONYMIC.match(given) and not PATRONYMIC.match(patronymic):
        return "given_name", "patronymic"
    swapped = SURNAME_ENDING.match(given) and surname and not SURNAME_ENDING.match(surname)
    return ("surname", "given_name") if swapped and not PATRONYMIC.match(given) else None


def _exchange(scope: EntryScope, path: str, person: Person, first: str, second: str) -> Fix:
    before, after = getattr(person, first), getattr(person, second)
    label = text("Exchange {first} and {second}", first=before, second=after)
    edits = (
        SetField(scope.entry.id, f"{path}.{first}", after, label),
        SetField(scope.entry.id, f"{path}.{second}", before, label),
    )
    return Fix(Together(edits, label), safe=False, before=f"{before} {after}", after=f"{after} {before}")


RULE = Rule(
    code="AUTH002",
    severity="warning",
    manual=__doc__,
    passage=_check_letters,
    about=keys_of(*NAME_PARTS),
    entry=_check_order,
)
