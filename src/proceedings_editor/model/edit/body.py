"""Exchanging an entry's body: what the body editor makes of every change in its text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proceedings_editor.model.body import Body
from proceedings_editor.model.edit.edit import with_entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class SetBody:
    """Set the body of an entry; blocks that did not change are the same objects as before."""

    entry: str
    body: Body
    label: Text
    place: Place

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        return with_entry(workspace, self.entry, lambda entry: replace(entry, body=self.body))
