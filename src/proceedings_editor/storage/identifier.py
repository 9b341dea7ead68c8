"""Short permanent ids of entries: they name folders, so they are lower-case and safe on every system."""

from __future__ import annotations

import secrets
from collections.abc import Container
from typing import Final

_FIRST: Final = "abcdefghjkmnpqrstuvwxyz"
_OTHERS: Final = _FIRST + "23456789"
"""Without l, i, o, 0 and 1, which people confuse when they read an id aloud."""

_LENGTH: Final = 6


def new_id(taken: Container[str] = ()) -> str:
    """Return an id that is not among `taken`, as in "k7m2pq"."""
    while True:
        candidate = secrets.choice(_FIRST) + "".join(secrets.choice(_OTHERS) for _ in range(_LENGTH - 1))
        if candidate not in taken:
            return candidate
