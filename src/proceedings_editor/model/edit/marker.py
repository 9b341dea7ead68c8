"""Giving lists one marker: what the quick fixes of list markers and numbers do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proceedings_editor.model.body import Block, ListBlock
from proceedings_editor.model.edit.edit import EditError, with_entry
from proceedings_editor.model.edit.replace import with_block
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import Path
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class SetMarker:
    """Give the lists at these index paths one marker; markers of single items that differed are forgotten.

    Attributes:
        lists: At least one path.
        marker: The new marker, "" to keep each list's own.
        start: First number of an ordered list, 0 to keep each list's own.
    """

    entry: str
    lists: tuple[Path, ...]
    marker: str
    label: Text
    start: int = 0

    @property
    def place(self) -> Place:
        """The first list."""
        return Place(block=self.lists[0])

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        return with_entry(workspace, self.entry, self._change)

    def _change(self, entry: Entry) -> Entry:
        body = entry.body
        for path in self.lists:
            body = with_block(body, path, self._in_list)
        return replace(entry, body=body)

    def _in_list(self, block: Block) -> Block:
        if not isinstance(block, ListBlock):
            raise EditError(f"{type(block).__name__} has no marker")
        items = tuple(replace(item, marker="") for item in block.items)
        return replace(block, items=items, marker=self.marker or block.marker, start=self.start or block.start)
