"""Kazakh and Russian text whose bytes were read with the wrong table: what it says, and where it stands.

Two accidents are common in Kazakhstan. Before 2000 Kazakh was typed in fonts that drew ә ғ қ ң ө ұ ү һ in the places of
letters Russian lacks, so the text shows as "Ќазаќстан" in any other font; the places were later made a standard
(STRK 1048-2002, "kz1048"). And Cyrillic bytes are taken for Western European ones, "ÕÀÁÀÐØÛÑÛ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

Accident = Literal["font", "western"]


@dataclass(frozen=True, slots=True)
class Misreading:
    """A text with misread words.

    Attributes:
        accident: "font" for letters of an old Kazakh font, "western" for Cyrillic read as Western European.
        pieces: Begin, end and right words of each misread word, from left to right; as long as what they replace.
    """

    accident: Accident
    pieces: tuple[tuple[int, int, str], ...]

    @property
    def start(self) -> int:
        """Where the first misread word begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the last misread word ends."""
        return self.pieces[-1][1]


def find_misreading(text: str) -> Misreading | None:
    """Return the misread words of a text, or None where it reads as it should.

    Ukrainian, Belarusian, Serbian and Macedonian words keep their letters: only a word that none of them could have
    makes a text misread.
    """
    if _WESTERN_SURE.search(text):
        return Misreading("western", tuple(_western(text)))
    words = tuple(_FONT_WORD.finditer(text)) if _FONT_LETTER.search(text) else ()
    if not words or _is_southern(text):
        return None
    table = _font_table("".join(found[0] for found in words))
    if not any(_is_sure(found[0], table) for found in words):
        return None
    return Misreading("font", tuple((found.start(), found.end(), found[0].translate(table)) for found in words))


def _western(text: str) -> Iterator[tuple[int, int, str]]:
    return ((found.start(), found.end(), found[0].translate(_from_western())) for found in _WESTERN.finditer(text))


_OTHERS: Final = "ЌќЋћЎўЈјҐґЄєЇїЅѕЊњЃѓ"
"""What the fonts drew Kazakh letters in place of; і is the same letter in all of them."""
HINTS: Final = frozenset(_OTHERS) | frozenset(map(chr, range(0xC0, 0x100)))
"""A text without any of these characters is no misread one."""

_FONT_LETTER: Final = re.compile(f"[{_OTHERS}]")
_FONT_WORD: Final = re.compile(rf"[а-яёіА-ЯЁІ]*[{_OTHERS}][а-яёіА-ЯЁІ{_OTHERS}]*")
_SOUND: Final = re.compile("[ыійяюэщъьЫІЙЯЮЭЩЪЬ]")
"""Serbian and Macedonian have none of these letters, any Kazakh or Russian sentence has one."""
_SENTENCE: Final = 20
_COMMON: Final = frozenset((
    "және", "үшін", "бұл", "әр", "өз", "өзі", "соң", "үш", "үлкен", "бөлім",
    "тең", "жаңа", "көп", "сөз", "бөлу", "әлем", "мәтін", "үлгі", "түр", "жүйе",
    "ғана", "аға", "өте", "ең", "кең", "түрлі", "өлең", "мұнда", "ұлт",
))  # fmt: skip
_VOWELS: Final = "аеёиоуыэюяіґїўј"
_NEAR_VOWEL: Final = re.compile(f"(?<=[{_VOWELS}])є|є(?=[{_VOWELS}])", re.IGNORECASE)
_SHORT_U: Final = re.compile("(?<=[аеёіоуыэюя])ў", re.IGNORECASE)
"""Belarusian writes ў behind a vowel, Kazakh never ұ."""


def _is_sure(word: str, table: dict[int, str]) -> bool:
    lowered = word.lower()
    if "ќ" in lowered or lowered.translate(table) in _COMMON:
        return True
    return "ы" in lowered and _FONT_LETTER.search(_SHORT_U.sub("", lowered)) is not None


def _is_southern(text: str) -> bool:
    return _SOUND.search(text) is None and sum(map(str.isalpha, text)) >= _SENTENCE


def _font_table(words: str) -> dict[int, str]:
    """Choose the family of fonts: є is ғ in the one that became the standard, ә in another, which has no ј."""
    lowered = words.lower()
    beside_consonants = lowered.count("є") - len(_NEAR_VOWEL.findall(lowered))
    if "ј" in lowered or 2 * beside_consonants <= lowered.count("є"):
        return _from_font()
    return _from_font() | {ord("є"): "ә", ord("Є"): "Ә"}


@cache
def _from_font() -> dict[int, str]:
    pairs = ((bytes((code,)).decode("cp1251", "ignore"), _kazakh(code)) for code in range(0x80, 0x100))
    table = {ord(shown): meant for shown, meant in pairs if shown.isalpha() and shown != meant}
    return table | {ord("Њ"): "Ң", ord("њ"): "ң", ord("Ѓ"): "Ғ", ord("ѓ"): "ғ"}  # of the other family


@cache
def _from_western() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in range(0x80, 0x100):
        meant = _kazakh(code)
        if meant.isalpha() or meant == "№":
            table |= {ord(shown): meant for shown in (chr(code), bytes((code,)).decode("cp1252", "ignore")) if shown}
    return table


def _kazakh(code: int) -> str:
    return bytes((code,)).decode("kz1048", "ignore")


_WESTERN_LETTER: Final = "\u00c0-\u00ff¨¸²³¡¢£¥ª¯´º¼½¾¿ŽžŒœ\u008d\u008e\u009d\u009e"
_WESTERN_SURE: Final = re.compile(
    r"(?<![A-Za-z\u00c0-\u02af])[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{3,}(?![A-Za-z\u0100-\u02af])"
)
"""Every European language that uses these letters has plain ones between them."""
_WESTERN: Final = re.compile(rf"(?<![A-Za-z])[{_WESTERN_LETTER}]+(?![A-Za-z])|¹(?=[\s\u00a0]?\d)")
