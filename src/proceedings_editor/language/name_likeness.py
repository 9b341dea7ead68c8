"""How alike two spellings of a person's name are, told as people tell it: the same, shortened, almost, another person.

Names are compared part by part (`person_name.same_person`): Kazakh letters against the Russian ones typed for them, ё
against е, initials against full names, parts in another order. Here a name that only stands in another case
(`Төлегеновтің`, `Петровой Анны Львовны`) is first put beside the other one's form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from proceedings_editor.language.folding import plain_case
from proceedings_editor.language.person_name import ALMOST, SAME, PersonName, parse_person_name, same_person

Likeness = Literal["same", "abbreviated", "almost", "different"]
"""What two spellings are to each other, the nearest first.

- "same": the same name; only case, capitals, ё for е, stops, spaces or the order of the parts may differ.
- "abbreviated": one of them has initials for names or lacks a part the other has.
- "almost": probably one person misspelt: Kazakh letters (ғ/г), a letter or two, or another script.
- "different": two people.
"""


def name_likeness(a: PersonName | str, b: PersonName | str) -> Likeness:
    """Compare two spellings of a name; the order of the two does not matter."""
    first, second = _without_cases(_name(a), _name(b))
    told = same_person(first, second)
    if told == SAME:
        alike = _letters(first.full.split()) == _letters(second.full.split())
        return "same" if alike or _letters(_parts(first)) == _letters(_parts(second)) else "abbreviated"
    return "almost" if told == ALMOST else "different"


_MARKS: Final = re.compile(r"[\W\d_]+")
_KAZAKH_CASE: Final = re.compile(
    r"(.{4,}?)[-’']?(?:[ндт][ыі]ң|[ғқ]а|[гк]е|[ндт][ыі]|[дт][ае]н?|н[ае]н|[мбп]ен)", re.IGNORECASE
)
"""Stem and ending; an ending counts only where the other spelling ends with the stem."""
_OF_WHOM: Final = re.compile(r"(?:(?:ович|евич|ьич)(?:а|у|ем|е)|(?:овн|евн|ичн)(?:ы|е|у|ой|ою))$", re.IGNORECASE)
"""How a Russian patronymic ends in another case: it alone tells a declined name from a woman's."""
_COMES_AND_GOES: Final = re.compile("[оеёь]")
_RUSSIAN_CASE: Final = re.compile(r"(?:ого|ому|ым|им|ом|ем|ой|ою|ей|ий|ый|ая|яя|ую|а|у|е|ы|и|я|ю|й|ь)$", re.IGNORECASE)


def _name(name: PersonName | str) -> PersonName:
    return name if isinstance(name, PersonName) else parse_person_name(name)


def _parts(name: PersonName) -> tuple[str, str, str]:
    return name.surname, name.given_name, name.patronymic


def _letters(parts: Iterable[str]) -> list[str]:
    return sorted(_MARKS.sub("", plain_case(part)).replace("ё", "е") for part in parts)


def _without_cases(first: PersonName, second: PersonName) -> tuple[PersonName, PersonName]:
    """Give a name that stands in another case the other one's form."""
    if _OF_WHOM.search(first.full) is None and _OF_WHOM.search(second.full) is None:
        return _without_kazakh_case(first, second), _without_kazakh_case(second, first)
    return (first, first) if _stems(first) == _stems(second) else (first, second)


def _stems(name: PersonName) -> list[str]:
    """Return the parts without their endings, and without the vowels that come and go (Лев, Льва; Павел, Павла)."""
    stems = (_RUSSIAN_CASE.sub("", plain_case(part)) for part in _parts(name))
    return [stem[:1] + _COMES_AND_GOES.sub("", stem[1:]) for stem in stems]


def _without_kazakh_case(name: PersonName, other: PersonName) -> PersonName:
    """Take off the ending of a case: Kazakh declines only the last word of a name."""
    pairs = zip(_parts(name), _parts(other), strict=True)
    surname, given_name, patronymic = (_in_its_first_form(*pair) for pair in pairs)
    return PersonName(surname, given_name, patronymic)


def _in_its_first_form(part: str, other: str) -> str:
    declined = _KAZAKH_CASE.fullmatch(part)
    return declined[1] if declined and plain_case(declined[1]) == plain_case(other) else part
