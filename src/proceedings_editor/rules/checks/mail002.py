"""An e-mail address may be another person's.

What:
    The part of an author's address before @ shares letters with the author's name: the surname, the given name or
    their beginnings, in any Latin spelling. An address that has nothing of any author is mentioned; one that looks
    like another person of the entry, such as the supervisor, is a warning. Addresses of a few letters or of digits
    are not judged.

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
"""Letters of the shortest name that is looked for as a whole (Kim, Әли)."""
_NOT_LETTERS: Final = re.compile(r"[^a-z]+")
_ALIKE: Final = (
    ("shch", "sh"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("ts", "c"), ("ch", "c"), ("yo", "e"), ("ye", "e"),
    ("ya", "a"), ("ia", "a"), ("yu", "u"), ("iu", "u"), ("ck", "k"), ("x", "ks"), ("w", "v"), ("q", "k"), ("y", "i"),
    ("c", "k"), ("dj", "j"),
)  # fmt: skip
"""Spellings of the same sounds, brought to one."""


def _check(scope: EntryScope) -> Iterator[Hit]:
    people = tuple(people_of(scope.entry))
    for path, author in people:
        address = getattr(author, "email", "")
        local = _plain(address.partition("@")[0])
        if "@" not in address or len(local) < _LEAST or _shared(local, author) >= _LEAST:
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
    words = _words(person)
    if any(len(word) == _SHORT and word in local for word in words):
        return _LEAST
    return max((_run(local, word) for word in words), default=0)


def _run(local: str, word: str) -> int:
    return SequenceMatcher(None, local, word, autojunk=False).find_longest_match().size


@lru_cache(maxsize=256)
def _words(person: Person) -> tuple[str, ...]:
    names = f"{person.surname} {person.given_name} {person.patronymic} {person.latin}".split()
    return tuple(filter(None, (_plain(ascii_latin(name)) for name in names if not name.endswith("."))))


def _plain(words: str) -> str:
    plain = _NOT_LETTERS.sub("", words.casefold())
    for spelling, sound in _ALIKE:
        plain = plain.replace(spelling, sound)
    return plain


RULE = Rule(code="MAIL002", severity="information", manual=__doc__, entry=_check)
