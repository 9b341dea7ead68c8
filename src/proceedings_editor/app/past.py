"""The past of an entry: its versions, what each had otherwise, and taking one back as an undoable edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from proceedings_editor.app.comparison import FieldDifference, entry_differences
from proceedings_editor.app.recovery import TakeRecovered
from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import Edit
from proceedings_editor.model.entry import Entry
from proceedings_editor.storage.entry_file import entry_from_text
from proceedings_editor.storage.version import Version, version_words, versions_of
from proceedings_editor.texts import text


@dataclass(frozen=True, slots=True)
class PastEntry:
    """An entry as it was saved once."""

    saved: datetime
    entry: Entry


def past_of(session: Session, entry_id: str) -> tuple[Version, ...]:
    """Return the versions of an entry, the newest first."""
    return versions_of(session.folder, entry_id)


def past_entry(version: Version) -> PastEntry:
    """Return what a version says.

    Raises:
        ReadError: Its file is gone or damaged.
    """
    return PastEntry(version.saved, entry_from_text(version_words(version), version.path.name))


def changes_since(session: Session, past: PastEntry) -> tuple[FieldDifference, ...]:
    """Return what is otherwise now: `saved` is how it was, `recovered` how it is; nothing where the entry is gone."""
    now = session.entry(past.entry.id)
    return entry_differences(past.entry, now, session.workspace.collection) if now and now != past.entry else ()


def restored(past: PastEntry) -> Edit:
    """Return the edit that makes the entry what it was; it can be undone like any other."""
    when = f"{past.saved.astimezone():%d.%m.%Y %H:%M}"
    return TakeRecovered(None, (past.entry,), text("Restore the version of {when}", when=when))
