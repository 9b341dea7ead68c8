"""What is known of a file that was read or written: enough to see cheaply, and then for certain, that it changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

Stamp = tuple[int, int]
"""Time of the last change (ns, by the file server's clock) and size in bytes."""

NO_STAMP: Stamp = (-1, -1)


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was read or written; equal digests mean equal bytes."""

    stamp: Stamp
    digest: bytes


def stamp_of(path: Path) -> Stamp:
    """Return a file's stamp, `NO_STAMP` where there is no file or it cannot be seen."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return NO_STAMP
    return status.st_mtime_ns, status.st_size


def state_of(path: Path, data: bytes, stamp: Stamp | None = None) -> FileState:
    """Return the state of a file that holds `data`.

    Args:
        path: The file.
        data: What was read from it or written to it.
        stamp: Its stamp before it was read; what it has now where that is not given.
    """
    return FileState(stamp or stamp_of(path), digest_of(data))


def digest_of(data: bytes) -> bytes:
    """Return what equal bytes have in common, and others have not."""
    return hashlib.blake2b(data, digest_size=16).digest()
