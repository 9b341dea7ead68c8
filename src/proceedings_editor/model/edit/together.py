"""Several edits as one step."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proceedings_editor.model.edit.edit import Edit
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class Together:
    """Make `edits` one after the other; there is at least one. Each is made for the workspace the one before leaves."""

    edits: tuple[Edit, ...]
    label: Text

    @property
    def entry(self) -> str:
        """Id of the entry all of them touch, "" where they touch several."""
        first, *others = (edit.entry for edit in self.edits)
        return first if all(other == first for other in others) else ""

    @property
    def place(self) -> Place:
        """The stretch of the first edit's text that the edits touch in it, or all of that text."""
        first = self.edits[0].place
        same = [edit.place for edit in self.edits if _same_text(edit.place, first)]
        if not all(place.end for place in same):
            return next(place for place in same if not place.end)
        return replace(first, start=min(place.start for place in same), end=max(place.end for place in same))

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        for edit in self.edits:
            workspace = edit.apply(workspace)
        return workspace


def _same_text(place: Place, other: Place) -> bool:
    return (place.field, place.block) == (other.field, other.block)
