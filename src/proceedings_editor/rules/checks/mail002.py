"""An e-mail address may be another person's.

What:
    The part of an author's address before @ shares letters with the author's name: the surname, the given name or
    their beginnings, in any Latin spelling; a name of two letters stands by itself or beside initials. An address
    that has nothing of any author is mentioned; one that looks like another person of the entry, such as the
    supervisor, is a warning. Addresses of a few letters or of digits are not judged.

Why:
    The address is printed under the author's name, and letters go there. Often it is the supervisor's or a friend's.

How to fix:
    Ask the author whose address it is. If it is the author's own, ignore the finding.

Examples:
    any ✓ seidakhan@mail.ru
    any ✓ asem.s@university.edu.kz
    any ✓ a.b.seidahan@gmail.com
    any ✓ 77010000000@mail.ru
    any ✗ sunnyflower@mail.ru
    any ✗ voronin.pavel@mail.ru
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from proceedings_editor.language.transliteration import ascii_latin
from proceedings_editor.model.person import Person
from proceedings_editor.model.place import Place
from proceedings_editor.rules.person import people_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text

_LEAST: Final = 4
"""Letters an address must have to be judged, and letters in a row that make it a name's."""
_SHORT: Final = 3
"""Letters of the shortest name that is looked for anywhere in the address (Kim, Әли)."""
_TINY: Final = 2
_NOT_LETTERS: Final = re.compile(r"[^a-z]+")
_ALIKE: Final = (
    ("shch", "sh"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("ts", "c"), ("ch", "c"), ("yo", "e"), ("ye", "e"),
    ("ya", "a"), ("ia", "a"), ("yu", "u"), ("iu", "u"), ("ck", "k"), ("x", "ks"), ("w", "v"), ("q", "k"), ("y", "i"),
    ("c", "k"), ("dj", "j"), ("ee", "i"),
)  # fmt: skip
"""Spellings of the same sounds, brought to one."""


def _check(scope: EntryScope) -> Iterator[Hit]:
    people = tuple(people_of(scope.entry))
    for path, author in people:
        address = getattr(author, "email", "")
        local = address.partition("@")[0]
        if "@" not in address or len(_plain(local)) < _LEAST or _shared(local, author) >= _LEAST:
            continue
        place = Place(field=f"{path}.email", end=len(address))
        other = max(people, key=lambda pair: _shared(local, pair[1]))[1]
        if _shared(local, other) >= _LEAST:
            message = text("{address} looks like {name}'s; ask whose it is.", address=address, name=other.full_name)
            yield Hit(place, address, message, severity="warning")
        else:
            message = text("{address} has nothing of the author's name; ask whose it is.", address=address)
            yield Hit(place, address, message)


def _shared(local: str, person: Person) -> int:
    """Return the letters in a row that an address shares with a name; a short name counts as a whole."""
    letters, words = _plain(local), _words(person)
    if any(len(word) == _SHORT and word in letters for word in words) or _names_tiny(local, person):
        return _LEAST
    return max((_run(letters, word) for word in words), default=0)


def _names_tiny(local: str, person: Person) -> bool:
    """Whether a name of two letters (Ли) stands in the address, by itself or joined to initials: li.va, avli."""
    initials = {word[0] for word in _names(person)}
    parts = [_plain(part) for part in _NOT_LETTERS.split(local.casefold())]
    tiny = [word for word in _words(person) if len(word) == _TINY]
    return any(
        (part.startswith(word) and set(part[_TINY:]) <= initials)
        or (part.endswith(word) and set(part[:-_TINY]) <= initials)
        for word in tiny
        for part in parts
    )


def _run(local: str, word: str) -> int:
    return SequenceMatcher(None, local, word, autojunk=False).find_longest_match().size


@lru_cache(maxsize=256)
def _words(person: Person) -> tuple[str, ...]:
    return tuple(plain for plain, name in _names(person).items() if not name.endswith("."))


def _names(person: Person) -> dict[str, str]:
    """Return what a person is called, by its plain letters."""
    names = f"{person.surname} {person.given_name} {person.patronymic} {person.latin}".split()
    return {plain: name for name in names if (plain := _plain(ascii_latin(name)))}


def _plain(words: str) -> str:
    plain = _NOT_LETTERS.sub("", words.casefold())
    for spelling, sound in _ALIKE:
        plain = plain.replace(spelling, sound)
    return plain


RULE = Rule(code="MAIL002", severity="information", manual=__doc__, entry=_check)
