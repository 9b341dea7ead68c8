"""Recovery: what a crashed session left behind, compared with what the files say, and taken over entry by entry."""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from proceedings_editor.app.comparison import FieldDifference, entry_differences, settings_differences
from proceedings_editor.app.journal import Journal
from proceedings_editor.app.session import Session
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.model.workspace import Workspace, in_order
from proceedings_editor.storage.journal import LeftBehind, changed_at, journals_left_behind, remove, set_aside
from proceedings_editor.storage.preferences_file import cache_folder
from proceedings_editor.texts import Text, text

COLLECTION = ""
"""Stands for the collection where a difference names an entry."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry, or the collection, that the journal has otherwise than the file.

    Attributes:
        entry: Its id; `COLLECTION` for the collection.
        title: Whose it is, for a list; "" where the entry has no title yet.
        is_new: There is no file of it.
        is_file_newer: Somebody changed the file after the journal was written.
    """

    entry: str
    title: str
    fields: tuple[FieldDifference, ...]
    is_new: bool = False
    is_file_newer: bool = False


@dataclass(frozen=True, slots=True)
class Recovery:
    """What can be recovered from one crash."""

    left: LeftBehind
    differences: tuple[Difference, ...]

    @property
    def written(self) -> datetime:
        """When the journal was last written (UTC)."""
        return self.left.written


@dataclass(frozen=True, slots=True)
class TakeRecovered:
    """The edit that puts recovered entries, and the collection's facts, in the place of those there are."""

    collection: Collection | None
    entries: tuple[Entry, ...]
    label: Text
    rules: Mapping[str, RuleSettings] | None = None

    @property
    def entry(self) -> str:
        """The entry, where it is one only."""
        return self.entries[0].id if len(self.entries) == 1 and self.collection is None and self.rules is None else ""

    @property
    def place(self) -> Place:
        """The entry's title, or the collection's name."""
        return Place(field=f"title.{self.entries[0].language}" if self.entry else "collection.name.kk")

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        taken = {entry.id: entry for entry in self.entries}
        known = {entry.id for entry in workspace.entries}
        entries = [taken.get(entry.id, entry) for entry in workspace.entries]
        new = [entry for entry in self.entries if entry.id not in known]
        template = workspace.template
        after = replace(
            workspace,
            collection=self.collection or workspace.collection,
            template=template if self.rules is None else replace(template, rules=self.rules),
            entries=in_order((*entries, *new)),
        )
        return workspace if after == workspace else after


def find_recoveries(session: Session, cache: Path | None = None) -> tuple[Recovery, ...]:
    """Return what crashed sessions of this person left behind in the session's folder, the newest first.

    Journals that say nothing else than the files are taken away.

    Args:
        session: The collection as it was just opened.
        cache: Another folder than this person's own for what may be lost.
    """
    found: list[Recovery] = []
    for left in journals_left_behind(session.folder, cache or cache_folder()):
        differences = tuple(_differences(session, left))
        if differences:
            found.append(Recovery(left, differences))
        else:
            remove(left.path)
    return tuple(found)


def settle(session: Session, journal: Journal, recovery: Recovery, taken: Several[str]) -> None:
    """Take some differences over as one edit, and put the crashed session's journal away.

    What is taken is unsaved work of this session from now on and written into its journal before the old one goes; what
    is not taken stays in the collection's trash.

    Args:
        session: Takes them.
        journal: The session's.
        recovery: What is settled.
        taken: Ids of the differences to take.

    Raises:
        WriteError: The session's journal could not be written; the old one stays, and is offered again.
    """
    unsaved = recovery.left.unsaved
    collection, rules = (unsaved.collection, unsaved.rules) if COLLECTION in taken else (None, None)
    entries = tuple(entry for entry in unsaved.entries if entry.id in taken)
    if collection or entries or rules is not None:
        if not session.apply(TakeRecovered(collection, entries, text("Recover unsaved changes"), rules)):
            return  # somebody else edits one of them: it is asked again next time
        journal.write()
    if all(difference.entry in taken for difference in recovery.differences):
        remove(recovery.left.path)
    else:
        set_aside(session.folder, recovery.left.path)


def _differences(session: Session, left: LeftBehind) -> list[Difference]:
    workspace, found = session.workspace, list[Difference]()
    recovered, rules = left.unsaved.collection or workspace.collection, left.unsaved.rules
    template = workspace.template if rules is None else replace(workspace.template, rules=rules)
    if (recovered, template) != (workspace.collection, workspace.template):
        fields = settings_differences(workspace.collection, workspace.template, recovered, template)
        name = recovered.name.best("kk")
        found.append(Difference(COLLECTION, name, fields, is_file_newer=_is_newer(session, left, "")))
    for entry in left.unsaved.entries:
        saved = session.entry(entry.id)
        if saved != entry:
            source = session.sources.get(entry.id, "")
            fields = entry_differences(saved or Entry(entry.id), entry, workspace.collection)
            is_newer = bool(source) and _is_newer(session, left, source)
            title = entry.title.best(entry.language)
            found.append(Difference(entry.id, title, fields, is_new=saved is None, is_file_newer=is_newer))
    return found


def _is_newer(session: Session, left: LeftBehind, source: str) -> bool:
    changed = changed_at(session.folder, source)
    return changed is not None and changed > left.written
