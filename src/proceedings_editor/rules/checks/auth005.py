"""The Latin form of a name is missing or cannot be one.

What:
    The Latin form of an author's or supervisor's name is surname and initials or given name, in this order and in
    Latin letters, and resembles the name. An empty one is reported only where the option “wanted” is set.

Why:
    The citation databases take authors in Latin letters. The person's own spelling, as in the passport or in earlier
    articles, ties the article to them; a table of letters can only guess it.

How to fix:
    Ask for the spelling of the passport. The form by the table of letters is proposed.

Options:
    wanted: true where the proceedings go to a database as XML; then every author must have a Latin form.

Examples:
    any ✓ Seidakhan A. B.
    any ✓ Seidakhan Asem
    any ✗ Сейдахан А. Б.
    any ✗ Seidakhan
    any ✗ A. B. Seidakhan
    any ✗ Ivanov P. O.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from proceedings_editor.language.alphabet import script_of
from proceedings_editor.language.name_word import is_initial
from proceedings_editor.language.person_name import initials
from proceedings_editor.language.transliteration import ascii_latin
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.person import Person
from proceedings_editor.model.place import Place
from proceedings_editor.rules.person import name_of, people_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, text

_STRANGERS: Final = 40
"""Percent of agreement below which two surnames in Latin letters cannot be one (Qozhabek and Kozhabek have 88)."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    wanted: bool = False


def _check(scope: EntryScope) -> Iterator[Hit]:
    for path, person in people_of(scope.entry):
        latin = person.latin.strip()
        fault = _fault(person, latin) if latin else _absence(scope, path, person)
        if fault:
            place = Place(field=f"{path}.latin", end=len(person.latin))
            yield Hit(place, person.latin, fault, _proposal(scope, path, person))


def _absence(scope: EntryScope, path: str, person: Person) -> Text | None:
    wanted = scope.options.wanted and path.startswith("authors") and person.surname and not person.surname.isascii()
    return text("The Latin form of {name} is missing; ask for it.", name=person.full_name) if wanted else None


def _fault(person: Person, latin: str) -> Text | None:
    words = latin.replace(",", " ").split()
    if any(script_of(char) == "Cyrillic" for char in latin):
        return text("“{latin}” has letters that are not Latin.", latin=latin)
    if len(words) < 2:
        return text("The Latin form “{latin}” has no initials.", latin=latin)
    if is_initial(words[0]):
        return text("In the Latin form “{latin}” the surname must come first.", latin=latin)
    own = ascii_latin(person.surname).casefold()
    if own and max(fuzz.ratio(own, ascii_latin(word).casefold()) for word in words) < _STRANGERS:
        return text("“{latin}” does not look like {name}.", latin=latin, name=person.full_name)
    return None


def _proposal(scope: EntryScope, path: str, person: Person) -> Fix | None:
    right = ascii_latin(" ".join(filter(None, (person.surname, initials(name_of(person))))))
    if not person.surname or not person.given_name or right == person.latin:
        return None
    label = text("Write {name}", name=right)
    return Fix(SetField(scope.entry.id, f"{path}.latin", right, label), safe=False, before=person.latin, after=right)


RULE = Rule(code="AUTH005", severity="warning", manual=__doc__, options=Options(), entry=_check)
