"""The workspace: a collection, its template and all its entries as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass

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
