"""Levels of the document outline that never skip, whatever levels the author typed."""

from __future__ import annotations

from typing import Final

DEEPEST: Final = 6
"""HTML, PDF 1.7 and Word's navigation agree on six levels."""


class Outline:
    """Gives each heading of one article its level; asked in reading order.

    The title is level 1 and headings of the body stand below it; without a title they begin at 1.
    """

    def __init__(self) -> None:
        self._titled = False
        self._open: list[int] = []

    def title(self) -> int:
        """Return the level of a title: 1, or 0 (a paragraph) when the article has one already."""
        if self._titled or self._open:
            return 0
        self._titled = True
        return 1

    def enter(self, level: int) -> tuple[int, int]:
        """Return printed level and depth below the title, both from 1, of a heading typed as `level`."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        depth = len(self._open)
        return min(depth + self._titled, DEEPEST), depth
