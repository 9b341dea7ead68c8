"""Short permanent ids of entries: they name folders, so they are lower-case and safe on every system."""

from __future__ import annotations

import secrets
import time
from collections.abc import Container
from typing import Final

_SIGNS: Final = "23456789abcdefghjkmnpqrstuvwxyz"
"""In the order of sorting; without l, i, o, 0 and 1, which people confuse when they read an id aloud."""

_MOMENT: Final = 10
_EPOCH: Final = 1_767_225_600_000_000
"""Microseconds up to 2026; ten signs count some 26 years from there."""


def new_id(taken: Container[str] = ()) -> str:
    """Return an id that is not among `taken`, as in "e2a9m4k7pqxy": one made later comes later in the alphabet.

    The last sign is chance, for two people who make entries at the same moment.
    """
    while True:
        candidate = f"e{_written(time.time_ns() // 1000 - _EPOCH)}{secrets.choice(_SIGNS)}"
        if candidate not in taken:
            return candidate


def _written(moment: int) -> str:
    signs = ""
    for _ in range(_MOMENT):
        moment, place = divmod(moment, len(_SIGNS))
        signs = _SIGNS[place] + signs
    return signs
