"""People pasted as lines: what was recognised, told field by field, and the edit that takes them over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Literal

from proceedings_editor.app.comparison import FieldDifference
from proceedings_editor.app.field_text import status_text, text_of_field
from proceedings_editor.importers.pasted_person import PastedPerson, read_people
from proceedings_editor.model.edit import Edit, SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Owner, fields_of
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.person import Affiliation, Author, Person, Supervisor
from proceedings_editor.texts import plural, text

PeopleKey = Literal["authors", "supervisors"]


def people_in(words: str, key: PeopleKey, language: Language) -> tuple[tuple[Person, tuple[str, ...]], ...]:
    """Return the people that pasted words name as this list holds them, each with the pieces no field takes.

    Args:
        words: One person, or one a line.
        key: The list they are for.
        language: Of the entry.
    """
    return tuple((_for_list(found, key), found.rest) for found in read_people(words, language))


def told(person: Person, language: Language) -> tuple[FieldDifference, ...]:
    """Return every fact of a person in words; `recovered` has them.

    Args:
        person: An author or a supervisor.
        language: Of the window, for words of lists.
    """
    owner: Owner = "author" if isinstance(person, Author) else "supervisor"
    places = (row for place in person.affiliations for row in _rows("affiliation", place, language))
    return (*_rows(owner, person, language), *places)


def add_people(entry: Entry, key: PeopleKey, people: Sequence[Person]) -> Edit:
    """Return the edit that puts people behind those of the entry; a place left empty goes first."""
    empty: Person = Author() if key == "authors" else Supervisor()
    there = tuple(one for one in getattr(entry, key) if one != empty)
    label = plural("Add {count} person", "Add {count} people", len(people))
    return SetField(entry.id, key, (*there, *people), label)


def as_supervisor(person: Person) -> Supervisor:
    """Return what a supervisor's fields take of a person."""
    return Supervisor(**{field.name: getattr(person, field.name) for field in fields(Supervisor)})


def _for_list(found: PastedPerson, key: PeopleKey) -> Person:
    return found.person if key == "authors" else as_supervisor(found.person)


def _rows(owner: Owner, value: Person | Affiliation, language: Language) -> tuple[FieldDifference, ...]:
    rows: list[FieldDifference] = []
    for field in fields_of(owner):
        fact = getattr(value, field.key)
        if isinstance(fact, LocalText):
            rows += (FieldDifference(field.label, "", words, version) for version, words in fact.filled())
        elif field.kind == "flag":
            rows += [FieldDifference(field.label, "", "✓")] if fact else []
        elif field.kind != "affiliations" and fact:
            words = status_text(language) if field.kind == "status" else text_of_field(field)
            rows.append(FieldDifference(field.label, "", words.write(fact)))
    return tuple(rows)


NOBODY = text("No name was recognised. Write the name first, and a comma between it, the university and the city.")
"""What to tell where pasted words name nobody."""
