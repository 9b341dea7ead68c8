"""Large parts of a value at rest: packed until somebody looks at them, so that a large collection fits into memory.

A thousand articles take a hundred megabytes as blocks and runs, and nearly all of them are not looked at now. A value
that rests is the same value: it is equal to itself awake, can be replaced and copied, and nobody who reads it sees a
difference but in time. Only memory changes here, never meaning; so this is not a change of a frozen value.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING, Final

MOST_AWAKE: Final = 24
"""Values that stay awake after somebody looked: those a check, a search or an export is busy with."""


class Restful:
    """Base of a frozen value whose large parts can rest on a shelf."""

    __slots__ = ("_rest",)

    if not TYPE_CHECKING:  # or every misspelt attribute would be right

        def __getattr__(self, name: str) -> object:  # asked only where a slot is empty
            rest = _rest_of(self)
            if rest is None or name not in rest.shelf.parts:
                return object.__getattribute__(self, name)  # awake for good meanwhile, or a mistake
            return rest.shelf.wake(self, rest)[name]


class Rest:
    """Where the parts of one value are."""

    __slots__ = ("data", "shelf")

    def __init__(self, shelf: Shelf, data: bytes) -> None:
        self.shelf, self.data = shelf, data


class Shelf:
    """Values at rest, and the few of them that are awake because somebody looked at them lately."""

    def __init__(self, parts: tuple[str, ...], unpack: Callable[[bytes], tuple[object, ...]]) -> None:
        """Make a shelf for values of one kind.

        Args:
            parts: The attributes that rest.
            unpack: Returns their values from what `lay` was given.
        """
        self.parts: Final = parts
        self._unpack = unpack
        self._awake: dict[int, Restful] = {}
        self._lock = RLock()

    def lay(self, value: Restful, data: bytes) -> None:
        """Put the parts of a value to rest; `data` is what they are found in again."""
        object.__setattr__(value, "_rest", Rest(self, data))
        self._empty(value)

    def wake(self, value: Restful, rest: Rest) -> dict[str, object]:
        """Return the parts of a value, which has them itself for a while from now on."""
        with self._lock:
            found = self._parts_of(value)
            if not found:  # else another thread was quicker
                found = dict(zip(self.parts, self._unpack(rest.data), strict=True))
                for name, part in found.items():
                    object.__setattr__(value, name, part)
                self._awake[id(value)] = value
            while len(self._awake) > MOST_AWAKE:
                self._empty(self._awake.pop(next(iter(self._awake))))
            return found

    def keep_awake(self, value: Restful, rest: Rest) -> None:
        """Let a value have its parts for good: somebody works on it."""
        with self._lock:
            self.wake(value, rest)
            self._awake.pop(id(value), None)
            with suppress(AttributeError):  # another thread was quicker
                object.__delattr__(value, "_rest")

    def _parts_of(self, value: Restful) -> dict[str, object]:
        try:
            return {name: object.__getattribute__(value, name) for name in self.parts}
        except AttributeError:
            return {}

    def _empty(self, value: Restful) -> None:
        for name in self.parts:
            object.__delattr__(value, name)


def packed(value: Restful) -> bytes | None:
    """Return what a value's parts are packed in, None where they are not."""
    rest = _rest_of(value)
    return rest.data if rest else None


def keep_awake(value: Restful) -> None:
    """Let a value have its parts for good."""
    if rest := _rest_of(value):
        rest.shelf.keep_awake(value, rest)


def _rest_of(value: Restful) -> Rest | None:
    with suppress(AttributeError):
        found: Rest = object.__getattribute__(value, "_rest")
        return found
    return None
