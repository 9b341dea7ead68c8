"""Entries as their files were read before, in the person's cache, so that a large collection opens quickly.

An entry is found by the digest of its file's bytes: a changed file is simply read anew, and the index may be deleted at
any time. Only their heads are made at once; the large parts stay packed until somebody looks (`model/rest`). An index
of another version of the program is not looked into.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from proceedings_editor import __version__
from proceedings_editor.model.entry import Entry
from proceedings_editor.progress import CancelToken, stop_if_cancelled
from proceedings_editor.storage import atomic
from proceedings_editor.storage.file_state import digest_of
from proceedings_editor.storage.packing import MODEL_SHAPE, DamagedError, entry_of, head_bytes, large_bytes, new_shelf

MOST_KEPT: Final = 4
"""Indexes of collections that are kept; the one that was not used for the longest goes."""

_DIGEST: Final = 16
_LENGTH: Final = 4
_LONGEST: Final = 64 * 1024 * 1024


def index_path(cache: Path, folder: Path) -> Path:
    """Return where the index of a collection lies; it need not be there."""
    return cache / "index" / f"{digest_of(str(folder.absolute()).encode()).hex()}.idx"


def read_index(path: Path) -> Mapping[bytes, Entry]:
    """Return digest -> entry; what is missing, damaged or of another version gives less, or nothing."""
    found: dict[bytes, Entry] = {}
    shelf = new_shelf()
    with suppress(DamagedError):
        for digest, head, large in _records(path):
            found[digest] = entry_of(shelf, head, large)
    return found


def read_digests(path: Path) -> Iterator[bytes]:
    """Yield the digests an index knows."""
    return (digest for digest, _, _ in _records(path))


def write_index(path: Path, entries: Iterable[tuple[bytes, Entry]], cancel: CancelToken) -> None:
    """Write an index whole or not at all, in steps so short that a window goes on beside it.

    Raises:
        WriteError: It could not be written, which nobody needs to hear of.
        Cancelled: Somebody stopped it.
    """
    with atomic.writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with atomic.whole_file(path) as temporary, temporary.open("xb") as file:
        file.write(_version())
        for digest, one in entries:
            stop_if_cancelled(cancel)
            head, large = head_bytes(one), large_bytes(one)
            lengths = len(head).to_bytes(_LENGTH) + len(large).to_bytes(_LENGTH)
            file.write(digest + digest_of(digest + lengths + head + large) + lengths + head + large)
    _forget_old(path.parent)


def _records(path: Path) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield digest, head and large parts of each entry up to the first that is damaged."""
    with suppress(OSError), path.open("rb") as file:
        if file.read(_DIGEST) != _version():
            return
        while digest := file.read(_DIGEST):
            check, lengths = file.read(_DIGEST), file.read(2 * _LENGTH)
            sizes = [int.from_bytes(lengths[at : at + _LENGTH]) for at in (0, _LENGTH)]
            head, large = (file.read(size) if size <= _LONGEST else b"" for size in sizes)
            if digest_of(digest + lengths + head + large) != check:
                return
            yield digest, head, large


def _version() -> bytes:
    """What an index must begin with: the program's version and the shape of its model."""
    return hashlib.blake2b(f"{__version__} {MODEL_SHAPE}".encode(), digest_size=_DIGEST).digest()


def _forget_old(home: Path) -> None:
    with suppress(OSError):
        for old in sorted(home.glob("*.idx"), key=lambda path: path.stat().st_mtime, reverse=True)[MOST_KEPT:]:
            old.unlink()
