"""Numbers and headings of sections: `СЕКЦИЯ IV. …`, `Секция IV. II …`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.language_slash import Versions, split_languages

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
LARGEST: Final = 3999
DEEPEST: Final = 4
"""Levels of numbers a heading can have."""

_CYRILLIC_ROMAN: Final = str.maketrans("ІӀХСМ", "IIXCM")
_LONGEST_ROMAN: Final = 15


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A section heading in parts.

    Attributes:
        words: The word before the number as written (`СЕКЦИЯ`), or "".
        numbers: The numbers of the levels from the top, Roman ones in Latin capitals: ("IV", "II").
        names: The name by language, in the order of the line.
    """

    words: str
    numbers: tuple[str, ...]
    names: Versions

    def name(self, language: str) -> str:
        """Return the name in one language, or ""."""
        return dict(self.names).get(language, "")


def to_roman(number: int) -> str:
    """Write 1 to 3999 in Roman numerals.

    Raises:
        ValueError: The number has no Roman form.
    """
    if not 1 <= number <= LARGEST:
        raise ValueError(f"{number} has no Roman form")
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def from_roman(text: str) -> int | None:
    """Read a Roman numeral in its one right form; Cyrillic look-alikes (ІV) count, small letters do not."""
    latin = latin_roman(text)
    if not latin or len(latin) > _LONGEST_ROMAN or set(latin) - set("IVXLCDM"):
        return None
    number, rest = 0, latin
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            number += value
            rest = rest[len(sign) :]
    return number if not rest and number <= LARGEST and to_roman(number) == latin else None


def latin_roman(text: str) -> str:
    """Return a Roman numeral with Latin letters for its Cyrillic look-alikes (ІХ -> IX)."""
    return text.translate(_CYRILLIC_ROMAN)


def parse_section_heading(text: str) -> SectionHeading:
    """Take a section heading apart: word, numbers, and the name in each language.

    A word said twice (`Секция` before `Секция IV`) counts once. Without the word a number is one only when a full
    stop follows it. A Roman numeral that says a century (`XXI ғасыр`) belongs to the name.
    """
    line = " ".join(text.split())
    words = ""
    place = 0
    while (label := _LABEL.match(line, place)) is not None:
        words, place = label[1], label.end()
    numbers: list[str] = []
    while len(numbers) < DEEPEST and (found := _number_at(line, place, bool(words or numbers))) is not None:
        numbers.append(latin_roman(found[1]))
        place = found.end()
    return SectionHeading(words, tuple(numbers), split_languages(line[place:]))


_LABEL: Final = re.compile(
    r"(кіші секция|секция|подсекция|бөлім|кіші бөлім|раздел|подраздел|бағыт|направление"
    r"|section|subsection|session|part)"
    r"(?!\w)[\s:.]*(?:№\s*)?",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"([IVXLCDMІӀХСМ]{1,15}|[0-9]{1,2})(?![\w+])(?:\s*[.)]\s*|\s*[:–—-]\s+|\s+|$)")
_DOTTED: Final = re.compile(r"([IVXLCDMІӀХСМ]{1,15}|[0-9]{1,2})\s*[.)]\s*")
_CENTURY: Final = re.compile(r"(?:ғасыр|ғ\.|век|в\.|вв\.|century|жыл|год|тысяч|мың)", re.IGNORECASE)


def _number_at(line: str, place: int, labelled: bool) -> re.Match[str] | None:
    found = (_NUMBER if labelled else _DOTTED).match(line, place)
    if found is None or _CENTURY.match(line, found.end()):
        return None
    return found if found[1].isdecimal() or from_roman(found[1]) is not None else None
