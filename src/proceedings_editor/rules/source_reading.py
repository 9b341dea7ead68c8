"""Readings as rules judge them: where they stand, what the program prints in their place, how one is laid aside.

A reading is never changed, because it says what the source says. A fault that only its form has is mended by laying
it aside: the field is printed in the right form whatever the source looked like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.folding import skeleton
from proceedings_editor.model.edit import DropReading
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.path import value_at
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.rules.passage import COLLECTION
from proceedings_editor.rules.scope import EntryScope
from proceedings_editor.templates.capitals import capitals
from proceedings_editor.templates.person_line import supervisor_row
from proceedings_editor.templates.wording import (
    codes,
    conference_title,
    date_and_place,
    joined,
    page_range,
    printed_number,
    section_heading,
    section_row,
    subsection_heading,
)
from proceedings_editor.texts import Text

ROW: Final = "table row"
"""What the places of readings from the information table begin with."""


def readings_of(entry: Entry, path: str) -> Iterator[tuple[int, Reading]]:
    """Yield the readings of a field and of the fields inside it ("title" also for "title.kk"), with their index."""
    for index, reading in enumerate(entry.readings):
        if reading.field == path or reading.field.startswith(f"{path}."):
            yield index, reading


def place_in(index: int, start: int, end: int) -> Place:
    """Return the place of a stretch of the reading with this index."""
    return Place(field=f"readings.{index}.text", start=start, end=end)


def lay_aside(scope: EntryScope, reading: Reading, label: Text, after: str, *, safe: bool) -> Fix:
    """Return the fix that drops a reading; `after` is what is printed in its place."""
    return Fix(DropReading(scope.entry.id, reading, label), safe=safe, before=reading.text, after=after)


def is_told(scope: EntryScope, field: str, words: str) -> bool:
    """Whether `words` tell what is printed for the field anyway, but for case, punctuation and Kazakh look-alikes."""
    told = skeleton(words)
    return bool(told) and any(told == skeleton(printed) for printed in printed_forms(scope, field))


def printed_forms(scope: EntryScope, field: str) -> tuple[str, ...]:
    """Return the wordings the program prints for a field, the usual one first; empty ones are left out."""
    return tuple(dict.fromkeys(filter(None, _forms(scope, field))))


_SUPERVISOR: Final = re.compile(r"supervisors\.([0-9]+)\.")


def _forms(scope: EntryScope, field: str) -> Iterator[str]:
    entry, wording, language = scope.entry, scope.template.wording, scope.template.information.language
    head, _, rest = field.partition(".")
    if head == "section":
        yield from scope.once(_section_forms)
    elif head == "first_page":
        yield page_range(entry, wording)
    elif head == "number":
        yield printed_number(entry.number, entry.number or 0)
    elif head in ("udc", "irsti", "bbk"):
        yield codes({"udc": entry.udc, "irsti": entry.irsti, "bbk": entry.bbk}[head])
    elif field == "collection.first_day":
        yield date_and_place(scope.collection, wording, language)
    elif field.startswith("collection.name."):
        yield from (conference_title(scope.collection, wording, one) for one in ("kk", "ru", "en") if one in rest)
    elif (supervisor := _SUPERVISOR.match(field)) and int(supervisor[1]) < len(entry.supervisors):
        yield supervisor_row(entry.supervisors[int(supervisor[1])], wording, language)
    else:
        yield from _value(scope, field)


def _section_forms(scope: EntryScope) -> tuple[str, ...]:
    path, wording = scope.collection.section_path(scope.entry.section), scope.template.wording
    return (
        joined(section_row(path, wording, scope.template.information.language)),
        joined(subsection_heading(path, wording, scope.entry.language)),
        capitals(joined(section_heading(path, wording, scope.entry.language))),
    )


def _value(scope: EntryScope, field: str) -> Iterator[str]:
    owner: object = scope.collection if field.startswith(COLLECTION) else scope.entry
    try:
        value = value_at(owner, field.removeprefix(COLLECTION))
    except (LookupError, ValueError):
        return
    if isinstance(value, str):
        yield capitals(value) if field.startswith("title.") and scope.template.styles["title"].capitals else value
