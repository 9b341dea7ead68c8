"""Compound words with a hyphen in Kazakh and Russian: ғылыми-тәжірибелік, социально-экономический, әл-Фараби."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from proceedings_editor.language.word_list import rows

_KK: Final = re.compile(r"\w{2,}(?:[лдт](?:ық|ік)|л[ыі]|и)")
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
    """Whether two words make one adjective, a name with its article, a pair of the word list, or one with its particle.

    A Kazakh text may have Russian words, so that theirs are looked at too.
    """
    if first.lower() in _ARTICLE or second in _PARTICLE:
        return True
    pair = f"{first}-{second}".lower()
    if any(pair.startswith(known.rstrip("*")) if known.endswith("*") else pair == known for known in _pairs()):
        return True
    if first in _ADVERBS or not ((first.islower() and second.islower()) or (first.istitle() and second.istitle())):
        return False
    first, second = first.lower(), second.lower()
    return any(
        _FIRST[form].fullmatch(first) and _ADJECTIVE[form].fullmatch(second)
        for form in (("kk", "ru") if language == "kk" else (language,))
        if form in _FIRST
    )


def is_apart(first: str, second: str) -> bool:
    """Whether two words stand apart, though some write a hyphen: алдын ала, так как."""
    return f"{first} {second}".lower() in _apart()


@cache
def _pairs() -> frozenset[str]:
    return frozenset(row["right"] for row in rows("joined_words") if "-" in row["right"])


@cache
def _apart() -> frozenset[str]:
    return frozenset(row["right"] for row in rows("joined_words") if row["wrong"] == row["right"].replace(" ", "-"))
