"""Initials with a surname in running text: Е. А. Бекенов, Сомова Л.В., Дж. Смит."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_CAPITAL: Final = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_GAP: Final = "[ \u00a0]?"
_INITIAL: Final = rf"[{_CAPITAL}][а-яёhu]?\.(?:-[{_CAPITAL}]\.)?"
_INITIALS: Final = rf"(?:{_INITIAL}{_GAP}){{0,2}}{_INITIAL}"
_SURNAME: Final = rf"[{_CAPITAL}](?:[’'][{_CAPITAL}])?[^\W\d_]{{2,}}(?:-[{_CAPITAL}][^\W\d_]+)?"
_HINT: Final = re.compile(rf"[{_CAPITAL}][а-яёhu]?\.")
_NAMED: Final = re.compile(
    rf"(?<![\w.])(?:(?<!\d )(?P<initials>{_INITIALS}){_GAP}(?P<surname>{_SURNAME})"
    rf"|{_SURNAME}[ \u00a0](?P<behind>{_INITIAL}(?:{_GAP}{_INITIAL}){{0,2}})(?!\w))"
)
_GAPS: Final = re.compile(rf"(?<=\.)[ \u00a0]?(?=[{_CAPITAL}])|[ \u00a0](?=[{_CAPITAL}][а-яёhu]?\.)")
_ABBREVIATIONS: Final = frozenset(("Ph.D.", "U.S.", "U.K.", "U.N.", "D.C.", "P.S.", "N.B.", "Т.Б.", "И.О."))
_BEFORE_TOWN: Final = frozenset(("Т.", "С.", "Р.", "P.", "V.", "T.", "Б.", "Vol.", "No."))
"""Single capitals that are more often an abbreviation (volume, page) than an initial."""


@dataclass(frozen=True, slots=True)
class Initialled:
    """A name with initials.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        between: Begin and end of each gap between two initials; begin == end where there is no space.
        beside: Begin and end of the gap between initials and surname.
    """

    start: int
    end: int
    between: tuple[tuple[int, int], ...]
    beside: tuple[int, int]


def find_initialled(text: str) -> Iterator[Initialled]:
    """Yield the names with initials of a text, in order."""
    if _HINT.search(text) is None:
        return
    for found in _NAMED.finditer(text):
        group = "initials" if found["initials"] else "behind"
        initials, (start, end) = found[group], found.span(group)
        if initials.replace(" ", "") in _ABBREVIATIONS or (group == "initials" and initials in _BEFORE_TOWN):
            continue
        beside = (end, found.start("surname")) if group == "initials" else (start - 1, start)
        gaps = (gap.span() for gap in _GAPS.finditer(text, start, end))
        yield Initialled(found.start(), found.end(), tuple(gap for gap in gaps if start < gap[0] < end), beside)
