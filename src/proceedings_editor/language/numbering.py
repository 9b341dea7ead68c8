"""Numbers written as a list in running text (`1, 3–5`), and rewriting them when what they point to moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

LARGEST: Final = 999
"""No article has more sources, figures or tables; a larger number is a year or a code."""

LONGEST_RANGE: Final = 200
LOST: Final = "?"
"""Written in place of the number of something deleted, so that the person sees it and the rules report it."""

NUMBER: Final = r"[1-9][0-9]{0,2}"
DASH: Final = "[-\u2010-\u2015]"

Mapped = Mapping[int, int | None]
"""Old number -> new number, or None for what was deleted. Absent numbers stay."""


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number, or a range of numbers, where it stands in a text.

    Attributes:
        first: The number, or the first one of a range.
        last: The last one; equal to `first` for a single number.
        start: Where the first digit of `first` stands.
        end: Where the last digit of `last` ends.
    """

    first: int
    last: int
    start: int
    end: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every number it stands for, ranges expanded."""
        return tuple(range(self.first, self.last + 1))


def span_of(first: int, last: int, start: int, end: int) -> NumberSpan | None:
    """Return a span, or None when a range falls or is too long to be one."""
    if not first <= last <= first + LONGEST_RANGE:
        return None
    return NumberSpan(first, last, start, end)


def rewrite(text: str, spans: Iterable[NumberSpan], mapping: Mapped, comma: str = ", ") -> str:
    """Return `text` with the numbers at `spans` mapped and every other character kept.

    A range whose numbers stay neighbours stays a range; otherwise it becomes a list of numbers and shorter ranges.

    Args:
        text: The text the spans were found in.
        spans: What to rewrite, in any order, without overlap.
        mapping: Old to new numbers.
        comma: What separates the numbers of a range that falls apart.
    """
    pieces: list[str] = []
    place = 0
    for span in sorted(spans, key=lambda span: span.start):
        pieces += (text[place : span.start], _rewritten(text[span.start : span.end], span, mapping, comma))
        place = span.end
    return "".join((*pieces, text[place:]))


_ENDS: Final = re.compile(r"\A[0-9]+|[0-9]+\Z")
_DASHES: Final = re.compile(rf"\s*{DASH}\s*")


def _rewritten(written: str, span: NumberSpan, mapping: Mapped, comma: str) -> str:
    new = [mapping.get(number, number) for number in span.numbers]
    if new == list(span.numbers):
        return written
    kept = sorted({number for number in new if number is not None})
    if not kept:
        return LOST
    if span.first == span.last:
        return str(kept[0])
    between = _ENDS.sub("", written)
    # "(1)–(3)" falls apart into "(1), (3)": what surrounds the dash surrounds the comma too
    return _DASHES.sub(comma, between).join(_run(run, between) for run in _runs(kept))


def _runs(numbers: list[int]) -> list[list[int]]:
    """Group neighbouring numbers in ascending order."""
    runs = [[numbers[0]]]
    for before, number in pairwise(numbers):
        if number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _run(run: list[int], between: str) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]}{between}{run[-1]}"
