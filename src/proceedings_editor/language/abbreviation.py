"""Abbreviations in capitals (ҚХА, БҰҰ-ның, NDVI) and the places where they are explained."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from proceedings_editor.language.word_list import rows

_CYRILLIC: Final = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_WORD: Final = re.compile(
    rf"(?<![\w.@/_-])(?:[{_CYRILLIC}]{{2,6}}|[A-Z]{{3,6}})(?:-[а-яёәғқңөұүһіa-z]+)?(?![\w@/_]|\.\w|-[\w])"
)
_ROMAN: Final = re.compile(r"[IVXLCDMІХС]+")
_LAST: Final = r"\([^()]{0,200}$"
_OPENED: Final = re.compile(_LAST)
_NAMED: Final = re.compile(r"\s?[–—-]\s?[«“]?\s?$")
_EXPLAINED: Final = re.compile(r"[»”]?\s?\((?=[^()]*[^\W\d_]{3,}[^()]*\))")
_DASHED: Final = re.compile(r"\s[–—]\s(?:бұл\s|это\s)?(?P<words>[^.;()]{3,200})")
_STARTS: Final = re.compile(r"[^\W\d_]+")
_MOST_WORDS_INSIDE: Final = 3


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One abbreviation in a text.

    Attributes:
        start, end: Where it stands, with its ending (“ҚХА-ның”).
        name: Without its ending.
        explained: Whether its full form stands beside it: “… Ассамблеясы (бұдан әрі – ҚХА)”, “ҚХА (… Ассамблеясы)”.
    """

    start: int
    end: int
    name: str
    explained: bool


def find_abbreviations(source: str) -> tuple[Abbreviation, ...]:
    """Return the abbreviations of a text in order; well-known ones, Roman numerals and text in capitals are none."""
    if source.isupper():
        return ()
    return tuple(
        Abbreviation(*found.span(), name, _is_explained(source, found, name))
        for found in _WORD.finditer(source)
        if (name := found[0].partition("-")[0]) not in _known() and not _ROMAN.fullmatch(name)
    )


@cache
def _known() -> frozenset[str]:
    return frozenset(row["abbreviation"] for row in rows("abbreviations"))


def _is_explained(source: str, found: re.Match[str], name: str) -> bool:
    before = source[max(found.start() - 200, 0) : found.start()]
    opened = _OPENED.search(before)
    if opened and (_NAMED.search(opened[0]) or len(opened[0].split()) <= _MOST_WORDS_INSIDE):
        return True
    if _EXPLAINED.match(source, found.end()):
        return True
    dashed = _DASHED.match(source, found.end())
    return dashed is not None and _begins_alike(dashed["words"], name)


def _begins_alike(words: str, name: str) -> bool:
    """Whether the first letters of the words make the abbreviation."""
    initials = "".join(word[0].upper() for word in _STARTS.findall(words))
    return initials.startswith(name)
