"""Compound words with a hyphen in Kazakh and Russian: ғылыми-тәжірибелік, социально-экономический, әл-Фараби."""

from __future__ import annotations

import re
from typing import Final

_KK: Final = re.compile(r"\w{2,}(?:[лдт](?:ық|ік)|и)")
_ADJECTIVE: Final = {
    "kk": _KK,
    "ru": re.compile(r"\w{3,}(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими)"),
}
_FIRST: Final = {"kk": _KK, "ru": re.compile(r"\w{3,}[ое]")}
_ADVERBS: Final = frozenset(("далее", "ранее", "более", "менее", "прежде", "вообще", "обычно"))
"""They stand before a dash."""
_ARTICLE: Final = frozenset(("аль", "әл", "эль", "ибн"))
_PARTICLE: Final = frozenset(("то", "либо", "нибудь", "ақ"))


def begins_compound(word: str) -> bool:
    """Whether a word in small letters has the form of an adjective's first part: социально, ғылыми, әлеуметтік."""
    return word.islower() and any(form.fullmatch(word) for form in _FIRST.values())


def is_compound(first: str, second: str, language: str) -> bool:
    """Whether two words make one adjective, a name with its article, or a word with its particle."""
    if first.lower() in _ARTICLE or second in _PARTICLE:
        return True
    if language not in _FIRST or first in _ADVERBS or not (first.islower() and second.islower()):
        return False
    return bool(_FIRST[language].fullmatch(first) and _ADJECTIVE[language].fullmatch(second))
