"""The workspace: a collection, its template and all its entries as one immutable value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import Template


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything the program works on.

    Attributes:
        entries: In printed order: by number, entries without one last in the order of their ids.
    """

    collection: Collection
    template: Template
    entries: tuple[Entry, ...] = ()


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries in printed order: by number, those without one last as they were made, which their ids tell."""
    return tuple(sorted(entries, key=_rank))


def _rank(entry: Entry) -> tuple[bool, int, int, str]:
    """Shorter ids are older: those of long ago, and those people chose themselves."""
    return entry.number is None, entry.number or 0, len(entry.id), entry.id


def in_place(workspace: Workspace) -> Workspace:
    """Return the workspace with its entries in printed order; the same object where they are."""
    entries = in_order(workspace.entries)
    return workspace if entries == workspace.entries else replace(workspace, entries=entries)
