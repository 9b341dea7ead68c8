"""The past of an entry or of the settings: its versions, what each had otherwise, and taking one back as an edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from proceedings_editor.app.comparison import FieldDifference, collection_differences, entry_differences
from proceedings_editor.app.recovery import TakeRecovered
from proceedings_editor.app.saving import SETTINGS
from proceedings_editor.app.session import Session
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import Edit
from proceedings_editor.model.entry import Entry
from proceedings_editor.storage.collection_file import collection_from_text
from proceedings_editor.storage.entry_file import entry_from_text
from proceedings_editor.storage.version import COLLECTION_VERSIONS, Version, version_words, versions_of
from proceedings_editor.texts import text


@dataclass(frozen=True, slots=True)
class Past:
    """An entry, or the collection's facts, as saved once: one of both."""

    saved: datetime
    entry: Entry | None = None
    collection: Collection | None = None


def past_of(session: Session, owner: str) -> tuple[Version, ...]:
    """Return the versions of an entry (its id) or of the settings (`SETTINGS`), the newest first."""
    return versions_of(session.folder, COLLECTION_VERSIONS if owner == SETTINGS else owner)


def past_state(version: Version, owner: str) -> Past:
    """Return what a version of an entry, or of the settings, says.

    Raises:
        ReadError: Its file is gone or damaged.
    """
    words, name = version_words(version), version.path.name
    if owner == SETTINGS:
        return Past(version.saved, collection=collection_from_text(words, name))
    return Past(version.saved, entry_from_text(words, name))


def changes_since(session: Session, past: Past) -> tuple[FieldDifference, ...]:
    """Return what is otherwise now: `saved` is how it was, `recovered` how it is; nothing where the entry is gone."""
    collection = session.workspace.collection
    if past.collection:
        return collection_differences(past.collection, collection) if past.collection != collection else ()
    now = session.entry(past.entry.id) if past.entry else None
    return entry_differences(past.entry, now, collection) if past.entry and now and now != past.entry else ()


def restored(past: Past) -> Edit:
    """Return the edit that makes the entry, or the facts, what they were; it can be undone like any other."""
    when = f"{past.saved.astimezone():%d.%m.%Y %H:%M}"
    entries = (past.entry,) if past.entry else ()
    return TakeRecovered(past.collection, entries, text("Restore the version of {when}", when=when))
