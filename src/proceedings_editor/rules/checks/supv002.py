"""The supervisor's name is too short.

What:
    A supervisor's name is told with the given name in full, or with two initials: given name and patronymic. Names in
    Latin letters may have one initial.

Why:
    One initial does not tell two people with the same surname apart. Conferences and certificates want the full form.

How to fix:
    Ask the author for the full name.

Examples:
    kk ✓ Есенов Қ. Т.
    kk ✓ Есенов Қайрат
    kk ✗ Есенов Қ.
    ru ✓ Тарасенко П. А.
    ru ✗ Тарасенко П.
    ru ✗ Тарасенко
    en ✓ Berg A.
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.language.name_word import is_initial
from proceedings_editor.model.person import Person
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text


def _check(scope: EntryScope) -> Iterator[Hit]:
    for index, supervisor in enumerate(scope.entry.supervisors):
        if supervisor.surname and not supervisor.surname.isascii() and _is_short(supervisor):
            message = text("“{name}” is too short: give two initials or the full name.", name=supervisor.full_name)
            part = "given_name" if supervisor.given_name else "surname"
            words = getattr(supervisor, part)
            yield Hit(Place(field=f"supervisors.{index}.{part}", end=len(words)), words, message)


def _is_short(person: Person) -> bool:
    return not person.given_name or (is_initial(person.given_name) and not person.patronymic)


RULE = Rule(code="SUPV002", severity="warning", manual=__doc__, entry=_check)
