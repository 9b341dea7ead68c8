"""Entries as their files were read before, in the person's cache, so that a large collection opens quickly.

An entry is found by the digest of its file's bytes: a changed file is simply read anew, and the index may be deleted at
any time. It is pickled, which was measured six times as fast as reading the files; from a pickle nothing is made here
but values of the model (see `_Values`), and an index of another version of the program is not looked into.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final

from proceedings_editor import __version__
from proceedings_editor.model import body, entry, ignored, local, person, reading
from proceedings_editor.model.entry import Entry
from proceedings_editor.progress import CancelToken, stop_if_cancelled
from proceedings_editor.storage import atomic
from proceedings_editor.storage.file_state import digest_of

MOST_KEPT: Final = 4
"""Indexes of collections that are kept; the one that was not used for the longest goes."""

_DIGEST: Final = 16
_LENGTH: Final = 4
_LONGEST: Final = 64 * 1024 * 1024
_MODULES: Final = (body, entry, ignored, local, person, reading)
_OTHERS: Final = frozenset({("datetime", "date"), ("decimal", "Decimal")})


def index_path(cache: Path, folder: Path) -> Path:
    """Return where the index of a collection lies; it need not be there."""
    return cache / "index" / f"{digest_of(str(folder.absolute()).encode()).hex()}.idx"


def read_index(path: Path) -> Mapping[bytes, Entry]:
    """Return digest -> entry; what is missing, damaged or of another version gives less, or nothing."""
    found: dict[bytes, Entry] = {}
    with suppress(_Damaged):
        for digest, data in _records(path):
            found[digest] = _unpickled(data)
    return found


def read_digests(path: Path) -> Iterator[bytes]:
    """Yield the digests an index knows."""
    return (digest for digest, _ in _records(path))


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
            data = _pickled(one)
            file.write(digest + digest_of(digest + data) + len(data).to_bytes(_LENGTH) + data)
    _forget_old(path.parent)


def _records(path: Path) -> Iterator[tuple[bytes, bytes]]:
    """Yield digest and pickle of each entry up to the first that is damaged."""
    with suppress(OSError), path.open("rb") as file:
        if file.read(_DIGEST) != _version():
            return
        while digest := file.read(_DIGEST):
            check, length = file.read(_DIGEST), int.from_bytes(file.read(_LENGTH))
            data = file.read(length) if length <= _LONGEST else b""
            if digest_of(digest + data) != check:
                return
            yield digest, data


class _Damaged(Exception):
    """What stands in an index is no entry."""


class _Calls(pickle.Pickler):
    """Writes values of the model as calls of their classes: read again in half the time of Python's own way."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401  # see pickle
        """See pickle."""
        kind = type(value)
        names = _CALLED.get(kind)
        return NotImplemented if names is None else (kind, tuple(getattr(value, name) for name in names))


def _pickled(one: Entry) -> bytes:
    data = io.BytesIO()
    _Calls(data, pickle.HIGHEST_PROTOCOL).dump(one)
    return data.getvalue()


class _Values(pickle.Unpickler):
    """Makes values of the model and nothing else, whatever a file asks for."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # see pickle
        """See pickle."""
        if (module, name) in _OTHERS or (module in _NAMES and name in _NAMES[module]):
            return super().find_class(module, name)
        raise _Damaged


def _unpickled(data: bytes) -> Entry:
    try:
        one = _Values(io.BytesIO(data)).load()
    except Exception as error:  # a pickle can raise anything
        raise _Damaged from error
    if not isinstance(one, Entry):
        raise _Damaged
    return one


_CLASSES: Final = tuple(
    one
    for module in _MODULES
    for one in vars(module).values()
    if isinstance(one, type) and is_dataclass(one) and one.__module__ == module.__name__
)
"""Every class of the model an entry is made of."""
_NAMES: Final = {
    module.__name__: {
        one.__name__: tuple(field.name for field in fields(one))
        for one in _CLASSES
        if one.__module__ == module.__name__
    }
    for module in _MODULES
}
_CALLED: Final[Mapping[type, tuple[str, ...]]] = {
    one: tuple(field.name for field in fields(one))
    for one in _CLASSES
    if not any(field.kw_only for field in fields(one))
}


def _version() -> bytes:
    """What an index must begin with: the program's version and the shape of its model."""
    return hashlib.blake2b(f"{__version__} {_NAMES}".encode(), digest_size=_DIGEST).digest()


def _forget_old(home: Path) -> None:
    with suppress(OSError):
        for old in sorted(home.glob("*.idx"), key=lambda path: path.stat().st_mtime, reverse=True)[MOST_KEPT:]:
            old.unlink()
