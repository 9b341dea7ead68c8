"""The alphabets of the three languages, dictionary order, and which language a text is in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

LANGUAGES: Final = ("kk", "ru", "en")

KAZAKH: Final = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
RUSSIAN: Final = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ENGLISH: Final = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS: Final = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}

KAZAKH_ONLY: Final = frozenset("әғқңөұүһі")
"""The nine letters of the Kazakh alphabet that Russian lacks."""

KAZAKH_FROM: Final = 0.03
"""Share of Kazakh letters below which a Cyrillic text is not Kazakh (real Kazakh text has about 0.16)."""

_LATIN_RANGE: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0250-\u02af\u1e00-\u1eff"
_CYRILLIC: Final = re.compile("[\u0400-\u0481\u048a-\u052f]+")
_LATIN: Final = re.compile(f"[{_LATIN_RANGE}]+")
_KAZAKH: Final = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
_KAZAKH_WORDS: Final = re.compile(r"(?<!\w)(?:мен|бен|пен|туралы|бойынша|арналған|арасындағы|жылы)(?!\w)", re.I)
_RUSSIAN_WORDS: Final = re.compile(
    r"(?<!\w)(?:и|в|во|на|с|со|о|об|для|по|из|от|при|к|как|не|что|г|года|под)(?!\w)", re.I
)

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """Return "Cyrillic" or "Latin" for a letter of that script, "" for anything else."""
    if len(char) != 1 or not char.isalpha():
        return ""
    name = unicodedata.name(char, "")
    return next((script for script in ("Cyrillic", "Latin") if script.upper() in name), "")


def share_of_kazakh(text: str) -> float:
    """Return how much of the Cyrillic letters of `text`, 0 to 1, are letters only Kazakh has (0 without Cyrillic)."""
    cyrillic = _letters(_CYRILLIC, text)
    return sum(map(text.count, _KAZAKH)) / cyrillic if cyrillic else 0.0


def _letters(runs: re.Pattern[str], text: str) -> int:
    """Count the letters that lie in runs; several times as fast as finding each of them."""
    return sum(map(len, runs.findall(text)))


def guess_language(text: str) -> str:
    """Return "kk", "ru", "en" or "" (no letters) for a text of any length.

    Latin letters in the majority mean English, the only Latin language of proceedings here. Among Cyrillic texts
    Kazakh shows by its letters; a Russian text that names Kazakh people shows by its prepositions. A short Kazakh
    text without Kazakh letters ("Экономика") cannot be told from Russian and counts as Russian.
    """
    cyrillic, latin = _letters(_CYRILLIC, text), _letters(_LATIN, text)
    if not cyrillic and not latin:
        return ""
    if latin > cyrillic:
        return "en"
    kazakh, russian = len(_KAZAKH_WORDS.findall(text)), len(_RUSSIAN_WORDS.findall(text))
    share = share_of_kazakh(text)
    if share >= 2 * KAZAKH_FROM or (share >= KAZAKH_FROM and russian <= kazakh):
        return "kk"
    return "kk" if kazakh > russian else "ru"


def sort_key(text: str, language: str = "kk") -> SortKey:
    """Return the key that puts texts into the dictionary order of `language` (kk, ru or en).

    Spaces come before digits, digits before letters, other marks do not count. Letters of the language's own script
    come first. In Russian order ё counts as е unless all else is equal; in Kazakh order it is a letter of its own.
    Kazakh letters keep their Kazakh place in a Russian list, because names bring them there.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    weights, marks = _weights(language), []
    letters = []
    for char in folded:
        weight = weights.get(char)
        if weight is None:
            weight = _other_weight(char, weights)
        if weight is not None:
            letters.append(weight[0])
            marks.append(weight[1])
    while letters and letters[-1] == 0:
        letters.pop()
    return tuple(letters), tuple(marks), text


_Weight = tuple[int, int]


@lru_cache(maxsize=8)
def _weights(language: str) -> dict[str, _Weight]:
    scripts = (ENGLISH, KAZAKH) if language == "en" else (KAZAKH, ENGLISH)
    order = [letter for script in scripts for letter in script]
    weights = {letter: (100 + place, 0) for place, letter in enumerate(order)}
    if language == "ru":
        weights["ё"] = (weights["е"][0], 1)
    return weights


def _other_weight(char: str, weights: dict[str, _Weight]) -> _Weight | None:
    if char.isspace():
        return 0, 0
    if char.isdigit():
        return 1 + unicodedata.digit(char, 0), 0
    if not char.isalpha():
        return None
    base = unicodedata.normalize("NFKD", char)[0]  # é stands beside e
    return (weights[base][0], ord(char)) if base in weights else (1000 + ord(char), 0)
