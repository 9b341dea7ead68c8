"""Roman numerals typed with Cyrillic letters: ІV, ХХ, ХІХ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.section_number import from_roman, latin_roman

CYRILLIC: Final = frozenset("ІӀХСМ")
"""Cyrillic letters that print like Roman figures."""

_WORD: Final = re.compile(r"(?<!\w)[IVXLCDMІӀХСМ]{2,15}(?!\w)")
_ONE: Final = re.compile(
    r"(?<![\w.-])(?:[ІӀ](?=[\s\u00a0][а-яёәғқңөұүһі])|Х(?=[\s\u00a0](?:ғғ?\.|ғасыр|вв?\.|век)))(?!\w)"
)
"""A letter that stands alone may be an initial ("І. Жансүгіров") or a quantity; before these words it is a numeral."""
_HINT: Final = re.compile("[IVXLCDMІӀХСМ][IVXLCDMІӀХСМ \u00a0]")
_NEVER_WORDS: Final = frozenset("ІӀХ")
"""Words of these letters alone are numerals; СМ, МС and СС are abbreviations."""


def find_mistyped(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and Latin form of each Roman numeral that has Cyrillic letters, in order."""
    if _HINT.search(text) is None:
        return
    places = (found for pattern in (_WORD, _ONE) for found in pattern.finditer(text))
    for found in sorted(places, key=re.Match.start):
        if len(found[0]) == 1 or is_mistyped(found[0]):
            yield found.start(), found.end(), latin_roman(found[0])


def is_mistyped(word: str) -> bool:
    """Whether a word of two letters or more is a Roman numeral with Cyrillic letters among its figures."""
    letters = set(word)
    if letters.isdisjoint(CYRILLIC) or len(word) < 2 or from_roman(word) is None:
        return False
    return letters <= _NEVER_WORDS or not letters.isdisjoint("IVX")
