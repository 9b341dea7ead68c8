"""Captions of figures and tables as typists write them: “1-сурет. Өзен”, “Рис. 2 – Русло”, “Table 3: Flow”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

CaptionKind = Literal["figure", "table"]

_LONGEST: Final = 400
"""Characters; a longer paragraph that begins with “Figure 1” tells of it."""
_NOUNS: Final[dict[CaptionKind, str]] = {
    "figure": "сурет|сур|рисунок|рис|figure|fig",
    "table": "кесте|кест|таблица|табл|table|tab",
}
_DIGITS: Final = r"\d{1,3}(?:\.\d{1,3})?"
"""Some authors number by sections: “Figure 2.1”."""
_NUMBER: Final = {
    kind: rf"\s*(?:(?P<before>{_DIGITS})\s?[-–—]?\s?(?:{noun})(?!\w)"
    rf"|(?:{noun})\.?\s?№?\s?(?P<after>{_DIGITS})(?![\w-]))"
    for kind, noun in _NOUNS.items()
}
_TYPED: Final = {kind: re.compile(rf"{number}\s*[.:–—-]*\s*", re.IGNORECASE) for kind, number in _NUMBER.items()}
_MARK: Final = r"\s*(?:[.:]|(?<=\s)[-–—]|[-–—](?=\s))[\s.:–—-]*"
"""What stands between number and words; without one the paragraph is a sentence (“Таблица 1 показывает …”)."""
_LABEL: Final = {
    kind: re.compile(rf"{number}(?:{_MARK}(?=\S)|\.?\s*\Z)", re.IGNORECASE) for kind, number in _NUMBER.items()
}


@dataclass(frozen=True, slots=True)
class CaptionLabel:
    """What a caption begins with: its number as typed, and where its own words begin."""

    typed: str
    end: int

    @property
    def number(self) -> int:
        """The number, 0 for one in parts."""
        return int(self.typed) if self.typed.isdecimal() else 0


def caption_label(words: str, kind: CaptionKind) -> CaptionLabel | None:
    """Return the label of a paragraph that is a caption, None for any other paragraph."""
    return _label(_LABEL[kind].match(words)) if len(words) <= _LONGEST else None


def typed_number(words: str, kind: CaptionKind) -> CaptionLabel | None:
    """Return the label typed in words that are known to be a caption, None where there is none."""
    return _label(_TYPED[kind].match(words))


def _label(found: re.Match[str] | None) -> CaptionLabel | None:
    return CaptionLabel(found["before"] or found["after"], found.end()) if found else None
