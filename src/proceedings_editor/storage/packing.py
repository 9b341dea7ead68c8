"""Entries as bytes for the index and for a memory that holds a thousand: heads, and the large parts that rest.

Pickled, which was measured six times as fast as reading the files; from a pickle nothing is made here but values of
the model (see `_Values`).
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from proceedings_editor.errors import ReadError
from proceedings_editor.model import body, entry, ignored, local, person, reading
from proceedings_editor.model.entry import LARGE_PARTS, Entry
from proceedings_editor.model.rest import Shelf, packed
from proceedings_editor.texts import text

_MODULES: Final = (body, entry, ignored, local, person, reading)
_OTHERS: Final = frozenset({("datetime", "date"), ("decimal", "Decimal")})
_FAST: Final = 1
"""zlib's level: parts of an article become a third in 0.2 ms; more would take longer than it saves."""


class DamagedError(Exception):
    """What stands in a pickle is not what was put there."""


def new_shelf() -> Shelf:
    """Return a shelf for the entries of one collection."""
    return Shelf(LARGE_PARTS, _parts)


def at_rest(shelf: Shelf, one: Entry) -> Entry:
    """Return an equal entry whose large parts rest on a shelf; the same one where they do already."""
    if packed(one):
        return one
    sleeper = replace(one, body=(), references=(), readings=())
    shelf.lay(sleeper, large_bytes(one))
    return sleeper


def head_bytes(one: Entry) -> bytes:
    """Return an entry without its large parts."""
    return _pickled(replace(one, body=(), references=(), readings=()))


def large_bytes(one: Entry) -> bytes:
    """Return the large parts of an entry."""
    return packed(one) or zlib.compress(_pickled(tuple(getattr(one, name) for name in LARGE_PARTS)), _FAST)


def entry_of(shelf: Shelf, head: bytes, large: bytes) -> Entry:
    """Return an entry that rests, from its two kinds of bytes.

    Raises:
        DamagedError: The head is none.
    """
    one = _unpickled(head)
    if not isinstance(one, Entry):
        raise DamagedError
    shelf.lay(one, large)
    return one


def _parts(data: bytes) -> tuple[object, ...]:
    """Return the large parts of an entry again: their bytes were compared with a digest when they were read."""
    try:
        parts: tuple[object, ...] = _unpickled(zlib.decompress(data))
    except (DamagedError, zlib.error) as error:
        raise ReadError(
            text("What the program keeps of this collection in its cache is damaged; delete the cache and open again.")
        ) from error
    return parts


class _Calls(pickle.Pickler):
    """Writes values of the model as calls of their classes: read again in half the time of Python's own way."""

    def reducer_override(self, value: object) -> Any:  # noqa: ANN401  # see pickle
        """See pickle."""
        kind = type(value)
        names = _CALLED.get(kind)
        return NotImplemented if names is None else (kind, tuple(getattr(value, name) for name in names))


def _pickled(value: object) -> bytes:
    data = io.BytesIO()
    _Calls(data, pickle.HIGHEST_PROTOCOL).dump(value)
    return data.getvalue()


class _Values(pickle.Unpickler):
    """Makes values of the model and nothing else, whatever a file asks for."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # see pickle
        """See pickle."""
        if (module, name) in _OTHERS or (module in MODEL_SHAPE and name in MODEL_SHAPE[module]):
            return super().find_class(module, name)
        raise DamagedError


def _unpickled(data: bytes) -> Any:  # noqa: ANN401  # whatever a file says
    try:
        return _Values(io.BytesIO(data)).load()
    except Exception as error:  # a pickle can raise anything
        raise DamagedError from error


_CLASSES: Final = tuple(
    one
    for module in _MODULES
    for one in vars(module).values()
    if isinstance(one, type) and is_dataclass(one) and one.__module__ == module.__name__
)
"""Every class of the model an entry is made of."""
MODEL_SHAPE: Final = {
    module.__name__: {
        one.__name__: tuple(field.name for field in fields(one))
        for one in _CLASSES
        if one.__module__ == module.__name__
    }
    for module in _MODULES
}
"""Module -> class -> fields: bytes of another shape cannot be read."""
_CALLED: Final[Mapping[type, tuple[str, ...]]] = {
    one: tuple(field.name for field in fields(one))
    for one in _CLASSES
    if not any(field.kw_only for field in fields(one))
}
