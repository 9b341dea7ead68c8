"""Whether a program still runs: it holds a lock on a file in the person's cache, and that dies with it."""

from __future__ import annotations

import getpass
import platform
import secrets
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout


class Presence:
    """One running session, known by its `token` as long as this object is not closed."""

    def __init__(self, cache: Path) -> None:
        """Begin.

        Args:
            cache: This person's folder for what may be lost, on this machine.
        """
        self.cache = cache
        self.token = secrets.token_hex(8)
        self._lock = _lock(cache, self.token)
        with suppress(OSError, Timeout):
            Path(self._lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)

    def close(self) -> None:
        """End."""
        with suppress(OSError):
            self._lock.release()
            Path(self._lock.lock_file).unlink(missing_ok=True)


def is_alive(cache: Path, token: str) -> bool:
    """Say whether a session of this person on this machine still runs; what a dead one left is taken away."""
    lock = _lock(cache, token)
    try:
        if not Path(lock.lock_file).exists():
            return False
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False
    with suppress(OSError):
        lock.release()
        Path(lock.lock_file).unlink(missing_ok=True)
    return False


def user_name() -> str:
    """Return what the system calls this person, "" where it does not tell."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def machine_name() -> str:
    """Return what the network calls this machine."""
    return platform.node()


def _lock(cache: Path, token: str) -> FileLock:
    return FileLock(cache / "journal" / "alive" / f"{token}.lock", thread_local=False)
