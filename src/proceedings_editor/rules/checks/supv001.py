"""The supervisor of a student's article is missing, has no name, or was found cut short.

What:
    An article of a student names a supervisor, where the template prints supervisors, unless somebody who may guide
    the student, such as a lecturer, is an author too; fellow students, pupils and master's students are not. Every
    supervisor has a name. What an importer found about one, such as a row of the table, names the same person and is
    not cut off after its first printed line.

Why:
    The conference takes a student's article under a supervisor's responsibility; without the name nobody is
    responsible.

How to fix:
    Ask the author for the name. Where a row of the table is cut off but the line in the article's head is whole, that
    line was taken into the entry, and the fix lays the row aside: it is printed anew from the entry.

Options:
    statuses: the statuses of authors who need a supervisor, by their names in files, such as student and pupil.

Examples:
    kk ✓ Ғылыми жетекшісі: Есенов Қ. Т.
    kk ✗ Ғылыми жетекшісі: Қарағаш дала
    ru ✓ Научный руководитель: доцент Воронин П. А.
    ru ✗ Научный руководитель: доцент Карагашского
    en ✓ Supervisor: Berg A. N.
    en ✗ Supervisor: Karagash Steppe
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.folding import skeleton
from proceedings_editor.model.edit import DropReading
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.person import Supervisor
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.templates.person_line import supervisor_row
from proceedings_editor.texts import text


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    statuses: tuple[str, ...] = ("student",)


_LEARNERS: Final = frozenset({"pupil", "student", "masters_student"})
"""Statuses of those who are guided themselves: as a student's fellow author they are no supervisor."""


def _check(scope: EntryScope) -> Iterator[Hit]:
    entry = scope.entry
    if not entry.supervisors and _needs_one(scope):
        message = text("The article of a student names no supervisor; ask the author.")
        yield Hit(Place(field="supervisors"), "", message)
    for index, supervisor in enumerate(entry.supervisors):
        if not supervisor.full_name and not supervisor.latin:
            said = supervisor.line.best(entry.language)
            message = text("The supervisor has no name; ask the author.")
            yield Hit(Place(field=f"supervisors.{index}.surname"), said, message)
    for index, reading in enumerate(entry.readings):
        steps = reading.field.split(".")
        if steps[0] == "supervisors" and steps[1:2] and int(steps[1]) < len(entry.supervisors):
            yield from _reading(scope, index, reading, entry.supervisors[int(steps[1])])


def _needs_one(scope: EntryScope) -> bool:
    statuses = {author.status for author in scope.entry.authors}
    guided = set(scope.options.statuses)
    return scope.template.prints("supervisors") and bool(statuses & guided) and statuses <= guided | _LEARNERS


def _reading(scope: EntryScope, index: int, reading: Reading, supervisor: Supervisor) -> Iterator[Hit]:
    """A reading that does not name the supervisor is cut off, or it names somebody else."""
    if not supervisor.surname or skeleton(supervisor.surname) in skeleton(reading.text):
        return
    place = Place(field=f"readings.{index}.text", end=len(reading.text))
    lines = [skeleton(line) for _, line in supervisor.line.filled()]
    if any(line.startswith(skeleton(reading.text)) for line in lines):
        message = text("“{words}” is cut off: it names no person.", words=reading.text)
    else:
        message = text(
            "“{words}” does not name {name}, the supervisor of the entry.",
            words=reading.text,
            name=supervisor.full_name,
        )
    row = supervisor_row(supervisor, scope.template.wording, scope.entry.language)
    label = text("Lay it aside; the entry's supervisor is printed: {name}", name=supervisor.full_name)
    fix = Fix(DropReading(scope.entry.id, reading, label), safe=False, before=reading.text, after=row)
    yield Hit(place, reading.text, message, fix)


RULE = Rule(code="SUPV001", severity="error", manual=__doc__, options=Options(), entry=_check)
