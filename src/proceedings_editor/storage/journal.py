"""The journal: what one running program has not saved yet, so that a crash costs seconds and not an afternoon.

One file per session, `.proceedings/journal/<token>.json` in the collection's folder, or below the person's cache where
that folder may not be written. It holds the canonical texts of the changed files and is replaced whole each time. A
journal without a living session was left behind.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from proceedings_editor.errors import ReadError, WriteError
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.storage import atomic
from proceedings_editor.storage.alive import Presence, is_alive, machine_name, user_name
from proceedings_editor.storage.collection_file import collection_from_text, collection_text
from proceedings_editor.storage.entry_file import entry_from_text, entry_text
from proceedings_editor.storage.layout import COLLECTION, ENTRIES, PRIVATE, TRASH
from proceedings_editor.templates.rule_text import rules_from_text, rules_text
from proceedings_editor.texts import text

_FORMAT: Final = 1
_JOURNAL: Final = "journal"
_ENDING: Final = ".json"
_MOST_BYTES: Final = 200_000_000


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was changed and not saved.

    Attributes:
        collection: The collection's facts, None where they are saved.
        entries: The changed and the new entries.
        rules: The template's settings of rules, None where they are saved.
    """

    collection: Collection | None = None
    entries: tuple[Entry, ...] = ()
    rules: Mapping[str, RuleSettings] | None = None

    def __bool__(self) -> bool:
        return self.collection is not None or self.rules is not None or bool(self.entries)


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A journal whose program is gone; `written` is when it was last written."""

    path: Path
    written: datetime
    unsaved: Unsaved


class JournalFile:
    """The journal of one session, which lives as long as this object."""

    def __init__(self, folder: Path, cache: Path) -> None:
        """Begin a journal; nothing is written before there is something unsaved.

        Args:
            folder: The collection's folder.
            cache: This person's folder for what may be lost, on this machine.
        """
        self._homes = _homes(folder, cache)
        self.presence = Presence(cache)

    def write(self, unsaved: Unsaved) -> None:
        """Replace the journal by what is unsaved now.

        Raises:
            WriteError: Neither the collection's folder nor the cache could be written, or a value fits in no file.
        """
        words = json.dumps(_tree(unsaved), ensure_ascii=False)
        beside, below_cache = (home / f"{self.presence.token}{_ENDING}" for home in self._homes)
        try:
            _write(beside, words, self._homes[0].parents[1])
        except WriteError:
            _write(below_cache, words, None)

    def clear(self) -> None:
        """Take the journal away: everything is saved."""
        for home in self._homes:
            with suppress(OSError):
                (home / f"{self.presence.token}{_ENDING}").unlink(missing_ok=True)

    def close(self) -> None:
        """End the session: what is unsaved is given up knowingly."""
        self.clear()
        self.presence.close()


def journals_left_behind(folder: Path, cache: Path) -> tuple[LeftBehind, ...]:
    """Return journals of this person on this machine whose program is gone, the newest first.

    A journal that cannot be read is put into the collection's trash.
    """
    found: list[LeftBehind] = []
    for path in _files(folder, cache):
        if is_alive(cache, path.stem):
            continue
        try:
            left = _read(path)
        except ReadError:
            set_aside(folder, path)
            continue
        if left:
            found.append(left)
    return tuple(sorted(found, key=lambda left: left.written, reverse=True))


def set_aside(folder: Path, path: Path) -> None:
    """Move a journal into the collection's trash, where it is offered no more; where that cannot be, it stays."""
    trash = folder / PRIVATE / TRASH
    with suppress(OSError):
        trash.mkdir(parents=True, exist_ok=True)
        atomic.replace(path, trash / f"{_JOURNAL}-{path.name}")


def remove(path: Path) -> None:
    """Delete a journal whose whole content is safe elsewhere."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def changed_at(folder: Path, source: str) -> datetime | None:
    """Return when a file of the collection was changed: of an entry by its name, of the collection by ""."""
    path = folder / ENTRIES / source if source else folder / COLLECTION
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return None


def _homes(folder: Path, cache: Path) -> tuple[Path, Path]:
    try:
        place = folder.resolve()
    except (OSError, RuntimeError):
        place = folder
    name = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return folder / PRIVATE / _JOURNAL, cache / _JOURNAL / name


def _files(folder: Path, cache: Path) -> Iterator[Path]:
    for home in _homes(folder, cache):
        atomic.clean(home)
        with suppress(OSError):
            yield from (path for path in sorted(home.iterdir()) if path.suffix == _ENDING)


def _write(path: Path, words: str, root: Path | None) -> None:
    """Write a journal and make its folder, but never `root`: nothing is to take the place of a stick pulled out."""
    with atomic.writing(path):
        if root and not root.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(root))
        path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write_text(path, words)


def _tree(unsaved: Unsaved) -> dict[str, object]:
    return {
        "format": _FORMAT,
        "owner": _owner(),
        "written": datetime.now(UTC).isoformat(),
        "collection": collection_text(unsaved.collection) if unsaved.collection else None,
        "entries": [entry_text(entry) for entry in unsaved.entries],
        "rules": None if unsaved.rules is None else rules_text(unsaved.rules),
    }


def _read(path: Path) -> LeftBehind | None:
    """Read a journal; None for one of another person or machine.

    Raises:
        ReadError: It is damaged or from a newer program.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError
        tree = json.loads(path.read_text(encoding="utf-8"))
        if tree["format"] != _FORMAT:
            raise ValueError
        if tree["owner"] != _owner():
            return None
        written = datetime.fromisoformat(tree["written"])
        collection, entries = tree["collection"], tuple(map(str, tree["entries"]))
        rules = tree.get("rules")
        if written.tzinfo is None:
            raise ValueError
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise ReadError(text("{file} is no journal of unsaved changes or is damaged.", file=path.name)) from error
    return LeftBehind(
        path,
        written,
        Unsaved(
            None if collection is None else collection_from_text(str(collection), path.name),
            tuple(entry_from_text(words, path.name) for words in entries),
            None if rules is None else rules_from_text(str(rules), path.name),
        ),
    )


def _owner() -> str:
    """Return who and where: a shared folder holds the journals of several people and machines."""
    return f"{user_name()}@{machine_name()}"
