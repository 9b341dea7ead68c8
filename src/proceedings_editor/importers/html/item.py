"""Lists: Word's paragraphs that only look like items, and the nesting of items by level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from proceedings_editor.model.body import Block, ListBlock, ListItem

_LEVEL: Final = re.compile(r"\blevel([1-9])\b")
_NUMBER: Final = re.compile(r"[(\[]?(?:(\d{1,4})|[^\W\d_]|[ivxlcdmIVXLCDM]{1,7})[.)\]]")
_DASHES: Final = "–—‒−-"
_LARGEST: Final = 999


@dataclass(frozen=True, slots=True)
class Point:
    """A paragraph that is an item: at which level it stands (from 1), what its marker looks like."""

    level: int
    marker: str
    blocks: tuple[Block, ...]

    @property
    def ordered(self) -> bool:
        """Whether the marker counts."""
        return _NUMBER.fullmatch(self.marker) is not None

    @property
    def start(self) -> int:
        """The number the marker shows; 1 where it shows a letter or none."""
        found = _NUMBER.fullmatch(self.marker)
        return min(max(int(found[1]), 1), _LARGEST) if found and found[1] else 1


def level_of(style: str) -> int:
    """Return the level in Word's `mso-list: l0 level2 lfo1`; 0 for no list."""
    found = _LEVEL.search(style)
    return int(found[1]) if found else 0


def with_lists(parts: Sequence[Block | Point]) -> tuple[Block, ...]:
    """Return the parts with each run of points made lists."""
    found: list[Block] = []
    for is_point, group in groupby(parts, lambda part: isinstance(part, Point)):
        if is_point:
            found += _lists([part for part in group if isinstance(part, Point)])
        else:
            found += [part for part in group if not isinstance(part, Point)]
    return tuple(found)


def _lists(points: Sequence[Point]) -> Iterator[ListBlock]:
    items = list(_items(points))
    for ordered, group in groupby(items, lambda pair: pair[0].ordered):
        same = list(group)
        first = same[0][0]
        yield ListBlock(tuple(item for _, item in same), ordered, marker_of(first), first.start if ordered else 1)


def _items(points: Sequence[Point]) -> Iterator[tuple[Point, ListItem]]:
    """Yield the points of the uppermost level, deeper ones as lists inside them."""
    start = 0
    while start < len(points):
        end = start + 1
        while end < len(points) and points[end].level > points[start].level:
            end += 1
        yield points[start], ListItem((*points[start].blocks, *_lists(points[start + 1 : end])))
        start = end


def marker_of(point: Point) -> str:
    """Return the marker in the form the body knows: "1." or "a)", a dash, or a bullet for any other sign."""
    if point.ordered:
        return re.sub(r"\d+", "1", point.marker)
    return point.marker if point.marker and point.marker in _DASHES else "•"
