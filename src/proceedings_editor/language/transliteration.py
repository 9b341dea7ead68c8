"""Kazakh and Russian in ASCII Latin letters, for file names and for names of people in records."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

PLAIN: Final = "plain"
SHORT: Final = "short"

_LETTERS: Final = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "gh", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "ng", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_NEIGHBOURS: Final = {"є": "ye", "ґ": "g", "ў": "u", "ҳ": "kh", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ђ": "d", "ј": "j"}
_OTHERS: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "a",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"',
    "’": "'", "‘": "'", "ʼ": "'",
}  # fmt: skip

TABLES: Final = {
    PLAIN: _OTHERS | _NEIGHBOURS | _LETTERS,
    SHORT: _OTHERS | _NEIGHBOURS | _LETTERS | {"ғ": "g", "ң": "n"},
}
"""Name of the table -> lower-case letter -> Latin letters. "plain" is the usual one, "short" the one of URL slugs."""

_NOT_ASCII: Final = re.compile("[^\x00-\x7f]")


def ascii_latin(text: str, table: str = PLAIN) -> str:
    """Return `text` in ASCII: Cyrillic by the table, other letters without their marks, the rest left out.

    A capital stays one letter's worth of capital ("Жанар" -> "Zhanar") unless its neighbour is a capital too
    ("ЖАНАР" -> "ZHANAR"). A person's own Latin spelling wins over this table: keep it as a field.

    Args:
        text: Any text.
        table: "plain" (ғ gh, ң ng) or "short" (ғ g, ң n).
    """
    letters, source = TABLES[table], unicodedata.normalize("NFC", text)

    def latin(found: re.Match[str]) -> str:
        return _latin(source, found.start(), letters)

    return _NOT_ASCII.sub(latin, source)


def _latin(source: str, place: int, letters: dict[str, str]) -> str:
    char = source[place]
    lower = char.lower()
    if lower not in letters:
        return _without_marks(char, letters)
    latin = letters[lower]
    if char == lower:
        return latin
    return latin.upper() if len(latin) < 2 or _among_capitals(source, place) else latin.capitalize()


def _among_capitals(source: str, place: int) -> bool:
    after, before = source[place + 1 : place + 2], source[max(place - 1, 0) : place]
    return after.isupper() or (not after.isalpha() and before.isupper())


def _without_marks(char: str, letters: dict[str, str]) -> str:
    """ї -> і -> i, é -> e, № -> No; what has no ASCII base vanishes."""
    parts = (part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    return "".join(part if part.isascii() else _cased(part, letters.get(part.lower(), "")) for part in parts)


def _cased(char: str, latin: str) -> str:
    return latin.capitalize() if char.isupper() else latin
