"""The authors of a source, typed one after another, as headings and statements of references name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.person_name import PersonName, initials, looks_like_person, parse_person_name

_INITIALS: Final = re.compile(r"(?:[^\W\d_]{1,2}\.[\s\u00a0-]?){1,3}")
_LATER: Final = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True, slots=True)
class SourceAuthor:
    """One author, a person or an organisation.

    Attributes:
        typed: As typed; what an organisation is called.
        person: The name in parts, None for an organisation.
    """

    typed: str
    person: PersonName | None

    def heading(self, comma: str) -> str:
        """Return how a heading names them: `Есенов, Қ. Т.` with "," behind the surname."""
        short = initials(self.person) if self.person else ""
        return f"{self.person.surname}{comma} {short}" if self.person and short else self.typed

    @property
    def name(self) -> str:
        """How the statement behind the slash names them: `Қ. Т. Есенов`."""
        short = initials(self.person) if self.person else ""
        return f"{short} {self.person.surname}" if self.person and short else self.typed

    @property
    def full(self) -> str:
        """As typed where given name is written out, else as in a statement."""
        is_full = self.person and self.person.given_name and not self.person.given_name.endswith(".")
        return self.person.full if self.person and is_full else self.name


def read_authors(words: str) -> tuple[SourceAuthor, ...]:
    """Return the authors that words name, apart by semicolons; commas too where no semicolon stands."""
    return tuple(_author(one) for one in _apart(words) if one)


def _author(words: str) -> SourceAuthor:
    person = parse_person_name(words) if looks_like_person(words) else None
    return SourceAuthor(words, person if person and person.surname else None)


def _apart(words: str) -> Iterator[str]:
    """`Есенов Қ. Т., Сандық Р. О.` are two people, `Есенов, Қ. Т.` is one."""
    if _LATER.search(words):
        yield from (one.strip(" ,") for one in _LATER.split(words))
        return
    waiting = ""
    for piece in (piece.strip() for piece in words.split(",")):
        if waiting and _INITIALS.fullmatch(piece):
            waiting = f"{waiting}, {piece}"
            continue
        yield waiting
        waiting = piece
    yield waiting
