"""Leaving a finding as it is, and taking that back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from proceedings_editor.model.edit.edit import with_entry
from proceedings_editor.model.ignored import Ignored
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text

_Decisions = tuple[Ignored, ...]


@dataclass(frozen=True, slots=True)
class IgnoreFinding:
    """Note a decision in an entry, or in the collection when `entry` is ""; a newer one replaces the older."""

    entry: str
    ignored: Ignored
    label: Text
    place: Place

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        return _with_decisions(workspace, self.entry, lambda old: (*_without(old, self.ignored), self.ignored))


@dataclass(frozen=True, slots=True)
class WatchAgain:
    """Take a decision back."""

    entry: str
    ignored: Ignored
    label: Text
    place: Place

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        return _with_decisions(workspace, self.entry, lambda old: _without(old, self.ignored))


def _without(decisions: _Decisions, gone: Ignored) -> _Decisions:
    return tuple(one for one in decisions if one.subject != gone.subject)


def _with_decisions(workspace: Workspace, entry_id: str, change: Callable[[_Decisions], _Decisions]) -> Workspace:
    if entry_id:
        return with_entry(workspace, entry_id, lambda entry: replace(entry, ignored=change(entry.ignored)))
    collection = workspace.collection
    changed = replace(collection, ignored=change(collection.ignored))
    return workspace if changed == collection else replace(workspace, collection=changed)
