"""Where sentences begin and end, well enough to tell one from its neighbours."""

from __future__ import annotations

import re
from typing import Final

_CAPITAL: Final = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_END: Final = re.compile(
    rf"(?<=[\w)\]»”][\w)\]»”][.!?…])[)»”]?[^\S\n]+(?=[«“„(\[]?[{_CAPITAL}0-9])|\n",
)
"""A mark, a space and a capital; not after one letter, which is an initial or an abbreviation ("Е. А.", "ж. Бұл")."""


def sentence_around(words: str, start: int, end: int) -> tuple[int, int]:
    """Return begin and end of the sentence that holds a stretch; of all it touches where it goes over an end.

    Args:
        words: The text.
        start: Where the stretch begins.
        end: Where it ends.
    """
    first, last = 0, len(words)
    for found in _END.finditer(words):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last
