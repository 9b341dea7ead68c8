"""The column slugs are made for."""

from __future__ import annotations

from typing import Final, NamedTuple

POINTS_PER_CM: Final = 72 / 2.54
NARROWEST: Final = 12.0
"""Points of a line that are left whatever indents and margins say: a letter has to fit."""
_SPACE_SHARE: Final = 0.25
"""Of a page, that the space above or below an element takes at most."""
_SHARE: Final = 0.5
"""Of a column, that indents leave to the words."""


class Column(NamedTuple):
    """A column of text in points: `left` counts from the left edge of the column slugs are drawn in.

    Attributes:
        height: The most a picture with its caption may take.
    """

    left: float
    right: float
    height: float

    @property
    def width(self) -> float:
        """Room for a line."""
        return self.right - self.left

    def space(self, points: float) -> float:
        """Return the space that a look asks for around an element, never more than a page can spare."""
        return min(max(points, 0.0), self.height * _SPACE_SHARE)

    def indented(self, left: float, right: float = 0) -> Column:
        """Return the column with indents in points; they never take more than half of it."""
        if not left and not right:
            return self
        most = max(self.width - max(self.width * _SHARE, NARROWEST), 0.0)
        left, right = max(left, 0.0), max(right, 0.0)
        if left + right > most:
            left, right = (most * part / (left + right) for part in (left, right))
        return self._replace(left=self.left + left, right=self.right - right)
