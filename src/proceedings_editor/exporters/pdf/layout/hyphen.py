"""Where a Kazakh or Russian word may be hyphenated: a rule of syllables, because no pattern list knows Kazakh.

A syllable has one vowel; the last consonant between two vowels begins the next one (V-CV, VC-CV: қа-лып-тас-ты-ру-ға).
Signs stay with the consonant before them, and no part is a single letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_LETTERS: Final = re.compile(r"[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ]+")
_VOWELS: Final = frozenset("аәеёиоөуұүыіэюяАӘЕЁИОӨУҰҮЫІЭЮЯ")
_SIGNS: Final = frozenset("ьъЬЪ")
_SHORTEST: Final = 2


def syllable_breaks(word: str) -> Iterator[int]:
    """Yield the places inside `word` where a hyphen may be put, in order; capitals alone are an abbreviation."""
    for found in _LETTERS.finditer(word):
        letters = found[0]
        if letters.isupper() or len(letters) < 2 * _SHORTEST:
            continue
        before = 0
        for place in _between_vowels(letters):
            if before + _SHORTEST <= place <= len(letters) - _SHORTEST:
                yield found.start() + place
                before = place


def _between_vowels(letters: str) -> Iterator[int]:
    vowels = [place for place, letter in enumerate(letters) if letter in _VOWELS]
    for before, after in pairwise(vowels):
        if after - before > 1:
            yield after if letters[after - 1] in _SIGNS else after - 1
