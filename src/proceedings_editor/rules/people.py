"""The people of a collection: every author and supervisor with the place of the name, put together by likeness.

Comparing each name with each other takes too long in a large collection. Names are compared only inside a block:
those that begin alike after folding, or that have given name and patronymic in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from proceedings_editor.language.folding import skeleton
from proceedings_editor.language.person_name import PersonName
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.person import Author, Person

_SHORT: Final = 2
"""Letters up to which a given name is an initial."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person in one entry; `path` is "authors.0" or "supervisors.1"."""

    entry: Entry
    path: str
    person: Person

    @property
    def name(self) -> PersonName:
        """The name in parts."""
        return PersonName(self.person.surname, self.person.given_name, self.person.patronymic)

    @property
    def is_author(self) -> bool:
        """Whether the person is an author of the entry."""
        return isinstance(self.person, Author)


def appearances(entries: Iterable[Entry]) -> Iterator[Appearance]:
    """Yield everybody named in the entries who has a surname, in their order."""
    for entry in entries:
        for role, people in (("authors", entry.authors), ("supervisors", entry.supervisors)):
            for index, person in enumerate(people):
                if person.surname.strip():
                    yield Appearance(entry, f"{role}.{index}", person)


def beginning_alike(name: PersonName) -> Hashable | None:
    """Return the block of names with the same surname and first letter, whatever letters they are typed with."""
    surname = skeleton(name.surname)
    return (surname, skeleton(name.given_name)[:1]) if surname else None


def with_the_same_names(name: PersonName) -> Hashable | None:
    """Return the block of names whose given name and patronymic are the same, so that a surname may be misspelt."""
    given, patronymic = skeleton(name.given_name), skeleton(name.patronymic)
    return (given, patronymic) if len(given) > _SHORT and len(patronymic) > _SHORT else None


def with_the_same_family(name: PersonName) -> Hashable | None:
    """Return the block of names whose surname and patronymic are the same, so that a given name may be misspelt."""
    surname, patronymic = skeleton(name.surname), skeleton(name.patronymic)
    return (surname, patronymic) if surname and len(patronymic) > _SHORT else None


def pairs(
    names: Iterable[PersonName], blocks: Iterable[Callable[[PersonName], Hashable | None]]
) -> Iterator[tuple[PersonName, PersonName]]:
    """Yield every two different names that share a block, in the order of the names, each pair once."""
    names, seen = tuple(dict.fromkeys(names)), set[tuple[PersonName, PersonName]]()
    for block in blocks:
        members: defaultdict[Hashable, list[PersonName]] = defaultdict(list)
        for name in names:
            if (key := block(name)) is not None:
                members[key].append(name)
        for group in members.values():
            for pair in combinations(group, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair
