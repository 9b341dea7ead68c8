"""The people of an entry, authors first, with the paths of their fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.person_name import PersonName
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.person import Person

GROUPS: Final = ("authors", "supervisors")
NAME_PARTS: Final = ("surname", "given_name", "patronymic")


def keys_of(*parts: str) -> frozenset[str]:
    """Return the keys of passages with these fields of all people."""
    return frozenset(f"{group}.{part}" for group in GROUPS for part in parts)


def people_of(entry: Entry) -> Iterator[tuple[str, Person]]:
    """Yield every person with the path: "authors.0"."""
    for group in GROUPS:
        for index, person in enumerate(getattr(entry, group)):
            yield f"{group}.{index}", person


def name_of(person: Person) -> PersonName:
    """Return the name alone."""
    return PersonName(person.surname, person.given_name, person.patronymic)
