"""Makes texts comparable: what people take for the same word becomes the same string."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

from rapidfuzz import fuzz

LOOK_ALIKES: Final = {
    "ё": "е", "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и",
}  # fmt: skip
"""Letter -> the Russian letter typed in its place on a keyboard without Kazakh letters (and е for ё)."""

LONG: Final = 20_000
"""Above this many characters texts are compared by counted words, because comparing letters is quadratic."""

_TABLE: Final = str.maketrans(LOOK_ALIKES)
_WORD: Final = re.compile(r"\w+")


def plain_case(text: str) -> str:
    """Return `text` composed (NFC), without case and with single spaces: equal up to case and spacing."""
    folded = unicodedata.normalize("NFD", text).casefold()
    return " ".join(unicodedata.normalize("NFC", folded).split())


def fold(text: str) -> str:
    """Return `text` without case, ё, Kazakh letters and repeated spaces, for comparing and searching.

    Latin and Cyrillic look-alikes stay different: that difference is a fault of its own. `fold(fold(x)) == fold(x)`.
    """
    return plain_case(text).translate(_TABLE)


def skeleton(text: str) -> str:
    """Return only the folded letters and digits of `text`, so that punctuation and spacing do not count."""
    return "".join(_WORD.findall(fold(text))).replace("_", "")


def similarity(a: str, b: str) -> float:
    """Return how alike two texts are after folding, 0 to 1 (1 = the same after folding)."""
    first, second = fold(a), fold(b)
    if first == second:
        return 1.0
    if max(len(first), len(second)) > LONG:
        return _shared_words(first, second)
    return fuzz.ratio(first, second) / 100


def _shared_words(a: str, b: str) -> float:
    first, second = Counter(_WORD.findall(a)), Counter(_WORD.findall(b))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0
