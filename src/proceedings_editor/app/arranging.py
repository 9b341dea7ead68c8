"""Arranging a collection: copies of entries, taking them out, other sections, other states, other numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from proceedings_editor.app.session import Session
from proceedings_editor.errors import UsageError
from proceedings_editor.model.edit import AddEntry, Edit, RemoveEntries, Renumber, SetField, Together
from proceedings_editor.model.entry import STATE_NAMES, Entry, State
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.storage.attachment import copy_figures
from proceedings_editor.storage.identifier import new_id
from proceedings_editor.texts import Text, plural, text

OUT_OF_THE_BOOK: Final[frozenset[State]] = frozenset({"rejected", "withdrawn"})
"""States whose entries leave the numbering."""


def duplicate(session: Session, entry: Entry) -> AddEntry:
    """Return the edit that adds a copy without number and pages, its pictures copied beside it.

    Raises:
        WriteError: A picture could not be copied.
    """
    copy = replace(
        entry,
        id=new_id([one.id for one in session.workspace.entries]),
        number=None,
        first_page=None,
        last_page=None,
        state="received",
        forced_exports=(),
    )
    copy_figures(session.folder, entry.id, copy.id)
    return AddEntry(copy, text("Duplicate the entry"))


def remove(entries: Iterable[Entry]) -> Edit:
    """Return the edit that takes entries out; their files go to the trash when that is saved."""
    ids = frozenset(entry.id for entry in entries)
    return RemoveEntries(ids, plural("Delete {count} entry", "Delete {count} entries", len(ids)))


def move_to_section(entries: Sequence[Entry], section: str) -> Edit | None:
    """Return the edit that moves entries to a section, None where all are there."""
    return _set(entries, "section", section, text("Move to another section"))


def set_state(entries: Sequence[Entry], state: State) -> Edit | None:
    """Return the edit that gives entries a state; rejected and withdrawn ones lose their number."""
    label = text("State: {state}", state=STATE_NAMES[state])
    edits: list[Edit] = [SetField(entry.id, "state", state, label) for entry in entries if entry.state != state]
    if state in OUT_OF_THE_BOOK:
        numbers = {entry.id: None for entry in entries if entry.number is not None}
        edits += [Renumber(numbers, label)] if numbers else []
    return _together(edits, label)


def renumbered(workspace: Workspace, order: Sequence[str], first: int = 1) -> Edit:
    """Return the edit that numbers entries in an order; rejected and withdrawn ones get no number.

    Args:
        workspace: The collection.
        order: Ids of all entries, as they shall stand.
        first: The first number.

    Raises:
        UsageError: The first number is not positive.
    """
    if first < 1:
        raise UsageError(text("Numbers begin at 1 or above."))
    by_id = {entry.id: entry for entry in workspace.entries}
    counted = [id for id in order if id in by_id and by_id[id].state not in OUT_OF_THE_BOOK]
    numbers: dict[str, int | None] = dict.fromkeys(by_id)
    numbers |= {id: number for number, id in enumerate(counted, start=first)}
    return Renumber(numbers, text("Renumber the entries"))


def moved_to(workspace: Workspace, moved: Sequence[str], before: str) -> Edit | None:
    """Return the edit that puts entries before another one ("" for the end): the numbers go round among those between.

    Numbers that are in use stay in use; only who has which changes. None where nothing moves.
    """
    numbered = [entry for entry in workspace.entries if entry.number is not None]
    ids = [entry.id for entry in numbered]
    going = [id for id in ids if id in frozenset(moved)]
    if not going or before in going:
        return None
    staying = [id for id in ids if id not in going]
    place = staying.index(before) if before in staying else len(staying)
    order = [*staying[:place], *going, *staying[place:]]
    numbers: Mapping[str, int | None] = {
        id: entry.number for id, entry in zip(order, numbered, strict=True) if id != entry.id
    }
    return Renumber(numbers, text("Move in the order")) if numbers else None


def _set(entries: Sequence[Entry], path: str, value: object, label: Text) -> Edit | None:
    edits = [SetField(entry.id, path, value, label) for entry in entries if getattr(entry, path) != value]
    return _together(edits, label)


def _together(edits: Sequence[Edit], label: Text) -> Edit | None:
    return Together(tuple(edits), label) if edits else None
