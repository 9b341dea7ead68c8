"""Locks: who edits which entry of a shared folder, or the collection's settings, seen by everybody.

A lock is a file `.proceedings/locks/<entry id>.lock` that only one program can create. A program shows that it lives by
writing `<token>.alive` beside its locks now and then; both times of a comparison are the file server's own, because
clocks of machines differ. Whether a program of this person on this machine lives is known for certain (`alive.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from proceedings_editor.storage import atomic
from proceedings_editor.storage.alive import is_alive, machine_name, user_name
from proceedings_editor.storage.layout import PRIVATE

SETTINGS: Final = ""
"""Stands for the collection's settings where others are named by their entry's id."""

SILENT_SECONDS: Final = 60.0
"""A program that has shown no sign of life for so long may be gone: a heartbeat comes every ten seconds."""

_LOCKS: Final = "locks"
_SETTINGS_NAME: Final = "+settings"  # no entry's id has a plus
_LOCK: Final = ".lock"
_ALIVE: Final = ".alive"
_FORGOTTEN_SECONDS: Final = 24 * 3600.0
_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock: a program (`token`) of a person on a machine, since when (UTC)."""

    token: str
    user: str
    machine: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """A lock of another program; `is_silent` where that program may be gone."""

    holder: Holder
    is_silent: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What the folder of locks says: which are this program's, and who holds the others."""

    mine: frozenset[str]
    others: Mapping[str, Held]


class LockFolder:
    """The locks of one collection, as one program sees them; calls may come from any thread, one at a time."""

    def __init__(self, folder: Path, cache: Path, token: str, user: str = "", machine: str = "") -> None:
        """Begin without any lock.

        Args:
            folder: The collection's.
            cache: This person's folder for what may be lost; it tells which of their programs live.
            token: Names this program.
            user: Name others see; "" for the one the system knows.
            machine: As well.
        """
        self._home = folder / PRIVATE / _LOCKS
        self._cache, self._token = cache, token
        self._user, self._machine = user or user_name(), machine or machine_name()
        self._read: dict[str, tuple[tuple[int, int, int], Holder]] = {}

    def take(self, owner: str) -> Holder | None:
        """Take a lock; return None where this program has it now, else who has it.

        What a program of this person on this machine left behind when it crashed is taken without asking.

        Raises:
            WriteError: No lock can be written here.
        """
        path = self._path(owner)
        with atomic.writing(path):
            for directory in (self._home.parent, self._home):
                directory.mkdir(exist_ok=True)
        for _ in range(_TRIES):
            try:
                self._create(path)
                return None
            except FileExistsError:
                holder = self._holder(path)
            if holder is None:
                continue
            if holder.token == self._token:
                return None
            if not self._is_left(holder):
                return holder
            self._move_away(path, holder)
        return self._holder(path)

    def take_over(self, owner: str, holder: Holder) -> Holder | None:
        """Take the lock of a program that shows no sign of life; return None on success, else who has it.

        Raises:
            WriteError: No lock can be written here.
        """
        held = self.look().others.get(owner)
        if held and held.holder == holder and held.is_silent:
            self._move_away(self._path(owner), holder)
        return self.take(owner)

    def release(self, owner: str) -> None:
        """Give a lock back; one that somebody took over stays theirs."""
        path = self._path(owner)
        holder = self._holder(path)
        if holder and holder.token == self._token:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def beat(self) -> float | None:
        """Show that this program lives; return the file server's time, None where nothing can be written."""
        path = self._home / f"{self._token}{_ALIVE}"
        try:
            path.write_bytes(b"alive\n")
            return path.stat().st_mtime
        except OSError:
            return None

    def look(self) -> Seen:
        """Return who holds which lock; nothing where that cannot be read.

        Locks that a program of this person on this machine left when it crashed are taken away.
        """
        found = dict(self._all())
        others: dict[str, Holder] = {}
        for owner, holder in found.items():
            if self._is_left(holder):
                self._move_away(self._path(owner), holder)
            elif holder.token != self._token:
                others[owner] = holder
        now = self.beat() if others else None
        held = {owner: Held(holder, self._is_silent(owner, holder, now)) for owner, holder in others.items()}
        return Seen(frozenset(owner for owner, holder in found.items() if holder.token == self._token), held)

    def close(self) -> None:
        """Take away the sign of life, and those of programs long gone; locks are released before."""
        now = self.beat()
        with suppress(OSError):
            for path in self._home.glob(f"*{_ALIVE}"):
                is_old = now is not None and now - path.stat().st_mtime > _FORGOTTEN_SECONDS
                if path.stem == self._token or is_old:
                    path.unlink(missing_ok=True)

    # ------------------------------------------------------------------------------------------------------ inside

    def _path(self, owner: str) -> Path:
        return self._home / f"{owner or _SETTINGS_NAME}{_LOCK}"

    def _create(self, path: Path) -> None:
        since = datetime.now(UTC).replace(microsecond=0)
        tree = {"token": self._token, "user": self._user, "machine": self._machine, "since": since.isoformat()}
        try:
            with path.open("x", encoding="utf-8") as file:
                json.dump(tree, file, ensure_ascii=False)
        except FileExistsError:
            raise
        except OSError as error:
            if not path.exists():
                with atomic.writing(path):
                    raise
            raise FileExistsError from error  # Windows: one that is just being deleted
        self.beat()

    def _all(self) -> Iterator[tuple[str, Holder]]:
        with suppress(OSError):
            for path in self._home.iterdir():
                if path.suffix == _LOCK and (holder := self._holder(path)):
                    yield "" if path.stem == _SETTINGS_NAME else path.stem, holder

    def _holder(self, path: Path) -> Holder | None:
        """Return who holds a lock, None where there is none; somebody unknown where the file is just being written."""
        try:
            status = path.stat()
            stamp = status.st_mtime_ns, status.st_size, status.st_ino
            known = self._read.get(path.name)
            if known and known[0] == stamp:
                return known[1]
            holder = _understood(path.read_bytes(), status.st_mtime)
        except FileNotFoundError:
            return None
        except OSError:
            return Holder("", "", "", datetime.now(UTC))
        if holder.token:
            self._read[path.name] = stamp, holder
        return holder

    def _is_own(self, holder: Holder) -> bool:
        return (holder.user, holder.machine) == (self._user, self._machine)

    def _is_left(self, holder: Holder) -> bool:
        """Whether an own program left it when it crashed."""
        is_other = holder.token != self._token
        return is_other and self._is_own(holder) and not is_alive(self._cache, holder.token)

    def _is_silent(self, owner: str, holder: Holder, now: float | None) -> bool:
        if self._is_own(holder) or now is None:
            return False
        for path in (self._home / f"{holder.token}{_ALIVE}", self._path(owner)):
            with suppress(OSError):
                return now - path.stat().st_mtime > SILENT_SECONDS
        return True

    def _move_away(self, path: Path, holder: Holder) -> None:
        """Take a lock file away, unless it became somebody else's meanwhile."""
        aside = path.with_name(f"{path.name}.{self._token}")
        with suppress(OSError):
            path.rename(aside)
            taken = self._holder(aside)
            if taken and taken.token != holder.token and not path.exists():
                aside.rename(path)
            else:
                aside.unlink()


def _understood(data: bytes, changed: float) -> Holder:
    try:
        tree = json.loads(data)
        since = datetime.fromisoformat(tree["since"])
        if since.tzinfo is None:
            raise ValueError
        return Holder(str(tree["token"]), str(tree["user"]), str(tree["machine"]), since)
    except (ValueError, TypeError, KeyError, RecursionError):
        return Holder("", "", "", datetime.fromtimestamp(changed, UTC))
