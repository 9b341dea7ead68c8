"""The one history of a workspace: a list of steps that share what did not change.

Undo and redo need no inverse edits: each step keeps the workspace before and after it. Typing in one place merges into
one step while its `merge` key stays the same and nobody closed it (a pause, Enter, a change of place, undo).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from proceedings_editor.model.edit import Edit
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the text cursor stood: `widget` names the editor, anchor and position count as that editor counts."""

    widget: str = ""
    anchor: int = 0
    position: int = 0


NO_CARET = Caret()


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable step.

    Attributes:
        entry: Id of the entry it touches, "" for the collection; place: what undo goes to.
        merge: Steps with the same key that follow each other become one; "" never merges.
    """

    label: Text
    before: Workspace
    after: Workspace
    entry: str
    place: Place
    caret_before: Caret = NO_CARET
    caret_after: Caret = NO_CARET
    merge: str = ""


class History:
    """Steps done and steps undone."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._open = False

    @property
    def workspace(self) -> Workspace:
        """The workspace as it is now."""
        return self._workspace

    @property
    def next_undo(self) -> Step | None:
        """The step undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step redo would do again."""
        return self._undone[-1] if self._undone else None

    def apply(
        self,
        edit: Edit,
        *,
        merge: str = "",
        carets: tuple[Caret, Caret] = (NO_CARET, NO_CARET),
        may: Callable[[Workspace, Workspace], bool] = lambda before, after: True,
    ) -> Step | None:
        """Carry out an edit; None where it changes nothing, or may not.

        Args:
            edit: The edit.
            merge: See `Step`.
            carets: The cursor before and after it.
            may: Asked whether the workspace may become another one.

        Raises:
            EditError: The workspace lacks the edit's place.
        """
        before = self._workspace
        after = edit.apply(before)
        if after is before or after == before or not may(before, after):
            return None
        step = Step(edit.label, before, after, edit.entry, edit.place, *carets, merge)
        last = self.next_undo
        if self._open and merge and last and last.merge == merge and last.caret_after == carets[0]:
            self._done[-1] = replace(last, after=after, caret_after=carets[1], place=edit.place)
        else:
            self._done.append(step)
        self._open = bool(merge)
        self._undone.clear()
        self._workspace = after
        return step

    def close(self) -> None:
        """Let the next edit begin a step of its own."""
        self._open = False

    def undo(self) -> Step | None:
        """Take the last step back and return it."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._workspace = step.before
        self._open = False
        return step

    def redo(self) -> Step | None:
        """Do the last undone step again and return it."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._workspace = step.after
        self._open = False
        return step

    def rebase(self, changed: Callable[[Workspace], Workspace]) -> None:
        """Let every state be another one, as when a file changed on the disk; steps that then do nothing go."""
        known: dict[int, Workspace] = {}

        def new(workspace: Workspace) -> Workspace:
            if id(workspace) not in known:
                known[id(workspace)] = changed(workspace)
            return known[id(workspace)]

        def rebased(steps: list[Step]) -> list[Step]:
            moved = [replace(step, before=new(step.before), after=new(step.after)) for step in steps]
            return [step for step in moved if step.before != step.after]

        old = self._done, self._undone  # held on to, so that no id is used twice meanwhile
        self._done, self._undone = rebased(old[0]), rebased(old[1])
        self._workspace = new(self._workspace)
        self._open = False
