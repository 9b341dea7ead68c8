"""What several rules need of the same text, entry or collection, worked out by the first and kept for the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")


class Shared:
    """What is known about one subject, by the function that worked it out."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[Callable[..., object], Any] = {}

    def once(self, work: Callable[[S], T], subject: S) -> T:
        """Return `work(subject)`, worked out at the first call only.

        Args:
            work: A function of a module, not one made at each call; what it returns must not be changed.
            subject: What is asked about; always the same.
        """
        if work not in self._known:
            self._known[work] = work(subject)
        found: T = self._known[work]
        return found
