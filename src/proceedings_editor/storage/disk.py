"""What somebody else did to the files of an open collection: cheaply seen by time and size, then read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from proceedings_editor.errors import ReadError
from proceedings_editor.model.entry import Entry
from proceedings_editor.storage.file_state import NO_STAMP, FileState, Stamp, stamp_of
from proceedings_editor.storage.folder import Settings, is_entry_file, read_entry_file, read_settings
from proceedings_editor.storage.layout import COLLECTION, ENTRIES, TEMPLATE
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class Found:
    """What is otherwise than it was known.

    Attributes:
        states: Name of each file that was read anew -> its state.
        entries: Name of an entry's file that changed or is new -> what it says.
        damaged: Name of a file that cannot be read any more -> why.
        missing: Names of files that are gone.
        settings: What collection and template say, where one of them changed.
        is_gone: The folder itself is not there.
    """

    states: Mapping[str, FileState] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    damaged: Mapping[str, Text] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    settings: Settings | None = None
    is_gone: bool = False

    def __bool__(self) -> bool:
        return self.is_gone or bool(self.states) or bool(self.missing)


def look(folder: Path, known: Mapping[str, FileState]) -> Found:
    """Compare the files of a collection with what is known of them; it waits for the disk.

    Args:
        folder: The collection's.
        known: Name of each file, entries as "entries/x.yaml" -> its state when it was last read or written.
    """
    stamps = _stamps(folder)
    if COLLECTION not in stamps:
        return Found(is_gone=True)
    states: dict[str, FileState] = {}
    entries: dict[str, Entry] = {}
    damaged: dict[str, Text] = {}
    settings: Settings | None = None
    changed = [name for name, stamp in stamps.items() if name not in known or known[name].stamp != stamp]
    for name in changed:
        if name in (COLLECTION, TEMPLATE):
            continue
        try:
            entries[name] = read_entry_file(folder, name.removeprefix(f"{ENTRIES}/"), states)
        except ReadError as error:
            damaged[name] = error.sentence
    if COLLECTION in changed or TEMPLATE in changed:
        try:
            settings = read_settings(folder, states)
        except ReadError as error:
            damaged[COLLECTION if COLLECTION in changed else TEMPLATE] = error.sentence
    missing = frozenset(known.keys() - stamps.keys())
    return Found(states, entries, damaged, missing, settings)


def _stamps(folder: Path) -> dict[str, Stamp]:
    """Return every file of the collection with its stamp; nothing where the folder is gone or cannot be looked into."""
    found = {name: stamp for name in (COLLECTION, TEMPLATE) if (stamp := stamp_of(folder / name)) != NO_STAMP}
    try:
        with os.scandir(folder / ENTRIES) as listing:
            for one in listing:
                if is_entry_file(one.name):
                    status = one.stat()
                    found[f"{ENTRIES}/{one.name}"] = status.st_mtime_ns, status.st_size
    except FileNotFoundError:
        return found if COLLECTION in found else {}  # a new collection has no entries, or one was just renamed
    except OSError:
        return {}
    return found
