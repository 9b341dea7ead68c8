"""Short permanent ids of entries: they name folders, so they are lower-case and safe on every system."""

from __future__ import annotations

import secrets
import time
from collections.abc import Container
from typing import Final

_SIGNS: Final = "23456789abcdefghjkmnpqrstuvwxyz"
"""In the order of sorting; without l, i, o, 0 and 1, which people confuse when they read an id aloud."""

_MOMENT: Final = 8
_CHANCE: Final = 2
_EPOCH: Final = 1_767_225_600_000
"""Milliseconds up to 2026; eight signs count some 27 years from there."""


def new_id(taken: Container[str] = ()) -> str:
    """Return an id that is not among `taken`, as in "e2a9m4k7pq": one made later comes later in the alphabet.

    The last two signs are chance, for two people who make entries in the same thousandth of a second.
    """
    while True:
        chance = "".join(secrets.choice(_SIGNS) for _ in range(_CHANCE))
        candidate = f"e{_written(time.time_ns() // 1_000_000 - _EPOCH)}{chance}"
        if candidate not in taken:
            return candidate


def _written(moment: int) -> str:
    signs = ""
    for _ in range(_MOMENT):
        moment, place = divmod(moment, len(_SIGNS))
        signs = _SIGNS[place] + signs
    return signs
