"""Slugs: strips of a column, and how a column of them is cut.

A slug is a line of text, a picture, a row of a table. It knows its height and how to draw itself; whoever stacks slugs
knows nothing else about them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from proceedings_editor.exporters.pdf.layout.sheet import Anchor, Sheet

FREE: Final = 0
"""A page may end after the slug."""
KEPT: Final = 1
"""It stays with the next one: a heading."""
TOGETHER: Final = 2
"""It stays with the next one: lines of a paragraph of which one would be left alone."""
WHOLE: Final = 3
"""It stays with the next one: a picture and its caption, a table's head and its first row."""

SLACK: Final = 0.01
"""Points by which sums of rounded heights and widths may be too large."""


@dataclass(slots=True, kw_only=True)
class Slug(ABC):
    """A strip of a column; lengths in points.

    Attributes:
        height: What it takes itself.
        before, after: Space above it (dropped at the top of a page) and below it (dropped at the foot).
        tie: How strongly it stays with the next slug.
        new_page: It begins a page.
        notes: Footnotes whose marks stand in it, each as slugs.
        anchors: What begins at its top.
        header: The head of its table, repeated where a page begins with this slug.
    """

    height: float
    before: float = 0
    after: float = 0
    tie: int = FREE
    new_page: bool = False
    notes: tuple[tuple[Slug, ...], ...] = ()
    anchors: tuple[Anchor, ...] = ()
    header: tuple[Slug, ...] = ()

    @abstractmethod
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it with the column's left edge at `x`, its own upper edge at `top`."""

    def split(self, room: float, *, force: bool) -> tuple[Slug, Slug] | None:
        """Cut it into a part of at most `room` points and the rest, None where it cannot be cut.

        Args:
            room: What is left of the page.
            force: Cut although a line or row stays alone, and take at least something, because no page has more room.
        """
        return None


@dataclass(slots=True, kw_only=True)
class Blank(Slug):
    """Empty height: a paragraph without words."""

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw nothing; anchors count."""
        sheet.anchors(self.anchors, top)


def place_to_cut(slugs: Sequence[Slug], first: int, reach: int, *, strongest: int = WHOLE) -> int:
    """Return how far a page goes that holds `slugs[first:reach]` at most.

    The last place with the weakest tie wins; ties stronger than `strongest` are not cut. Returns `first` where there is
    no place.
    """
    for tie in range(FREE, strongest + 1):
        for place in range(reach, first, -1):
            if slugs[place - 1].tie <= tie:
                return place
    return first


def anchored(slugs: list[Slug], *anchors: Anchor) -> list[Slug]:
    """Let places begin at the first of the slugs; where there is none, an empty one is made for them."""
    found = tuple(one for one in anchors if one.bookmark or one.level)
    if not found:
        return slugs
    if not slugs:
        return [Blank(height=0, anchors=found)]
    slugs[0].anchors = (*found, *slugs[0].anchors)
    return slugs


class Stack:
    """Slugs on top of each other whose heights are summed up once, so that a very long one can be cut many times."""

    def __init__(self, slugs: Sequence[Slug]) -> None:
        self.slugs = slugs
        self.tops: list[float] = []
        self.bottoms: list[float] = []
        self._noted: list[int] = []
        depth = 0.0
        for index, slug in enumerate(slugs):
            depth += slug.before
            self.tops.append(depth)
            depth += slug.height
            self.bottoms.append(depth)
            depth += slug.after
            if slug.notes:
                self._noted.append(index)

    def height(self, first: int, stop: int) -> float:
        """Return the height of `slugs[first:stop]`; space above counts only above the very first one."""
        if stop <= first:
            return 0.0
        return self.bottoms[stop - 1] - self._origin(first)

    def notes(self, first: int, stop: int) -> tuple[tuple[Slug, ...], ...]:
        """Return the footnotes of `slugs[first:stop]`."""
        return tuple(note for index in self._noted if first <= index < stop for note in self.slugs[index].notes)

    def reach(self, first: int, room: float) -> int:
        """Return the end of the slugs from `first` on that fit into `room`."""
        return max(bisect_right(self.bottoms, self._origin(first) + room + SLACK, min(first, len(self.slugs))), first)

    def draw(self, sheet: Sheet, x: float, top: float, first: int, stop: int) -> None:
        """Draw `slugs[first:stop]`."""
        origin = self._origin(first)
        for index in range(first, stop):
            self.slugs[index].draw(sheet, x, top - (self.tops[index] - origin))

    def _origin(self, first: int) -> float:
        """Return where the slugs from `first` on begin: at the very top, or without the space above slug `first`."""
        return self.tops[first] if 0 < first < len(self.tops) else 0.0
