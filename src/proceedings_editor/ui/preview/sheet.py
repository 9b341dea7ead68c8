"""Where the pages lie below each other in the view: arithmetic without widgets.

Lengths are pixels of the widget ("logical" pixels) unless said otherwise; y grows downwards, as in the view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

Fit = Literal["width", "page", "free"]
"""How the size is chosen: as wide as the view, a whole page in the view, or a fixed zoom."""

GAP: Final = 12
"""Between pages, and around them."""

ZOOMS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
START: Final = (0, -1.0)
"""The top of the first page with the gap above it."""

ScrollPlace = tuple[int, float]
"""Index of the page at the view's top, and how much of that page is above the view (negative in the gap above)."""

_DEFAULT_SIZE: Final = (595.28, 841.89)
"""A4, to size the view before there is a page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page in the view; `x`, `y` of its upper left corner are counted from that of all the pages."""

    page: int
    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Sheets:
    """All pages in the view.

    Attributes:
        scale: Pixels per point.
        width, height: Of everything with its margins.
    """

    scale: float
    width: float
    height: float
    sheets: tuple[Sheet, ...]

    def between(self, top: float, bottom: float) -> tuple[Sheet, ...]:
        """Return the pages that show between two heights."""
        return tuple(sheet for sheet in self.sheets if sheet.bottom > top and sheet.y < bottom)

    def at(self, x: float, y: float) -> Sheet | None:
        """Return the page under a point, None beside the pages."""
        for sheet in self.between(y, y + 1):
            if sheet.x <= x <= sheet.x + sheet.width:
                return sheet
        return None

    def current(self, top: float, height: float) -> int:
        """Return the index of the page in the middle of the view, 0 without pages."""
        middle = top + height / 2
        before = [sheet.page for sheet in self.sheets if sheet.y <= middle]
        return before[-1] if before else 0


def spread(sizes: Sequence[tuple[float, float]], view: tuple[float, float], scale: float) -> Sheets:
    """Lay pages below each other, each in the middle of the view.

    Args:
        sizes: Width and height of each page in points.
        view: Width and height of the view.
        scale: Pixels per point.
    """
    widest = max((width for width, _ in sizes), default=0) * scale + 2 * GAP
    width = max(view[0], widest)
    sheets: list[Sheet] = []
    y = float(GAP)
    for page, (wide, high) in enumerate(sizes):
        sheets.append(Sheet(page, (width - wide * scale) / 2, y, wide * scale, high * scale))
        y += high * scale + GAP
    return Sheets(scale, width, y if sizes else view[1], tuple(sheets))


def top_of(sheets: Sheets, place: ScrollPlace) -> int:
    """Return the height of a place; where that page is gone, of the last page."""
    page, part = place
    if not sheets.sheets or place == START:
        return 0
    sheet = sheets.sheets[min(page, len(sheets.sheets) - 1)]
    return round(sheet.y + part * sheet.height)


def scale_of(
    fit: Fit, zoom: float, sizes: Sequence[tuple[float, float]], view: tuple[float, float], full: float
) -> float:
    """Return the pixels per point that a way of fitting asks for.

    Args:
        fit: The way.
        zoom: The zoom of "free"; 1 shows a page as large as it is on paper.
        sizes: Width and height of each page in points.
        view: Width and height of the view.
        full: Pixels per point at zoom 1.
    """
    if fit == "free":
        return full * zoom
    widest = max((width for width, _ in sizes), default=_DEFAULT_SIZE[0])
    highest = max((height for _, height in sizes), default=_DEFAULT_SIZE[1])
    scale = (view[0] - 2 * GAP) / widest
    if fit == "page":
        scale = min(scale, (view[1] - 2 * GAP) / highest)
    return min(max(scale, full * ZOOMS[0]), full * ZOOMS[-1])


def next_zoom(zoom: float, steps: int) -> float:
    """Return the zoom `steps` rungs above (below, when negative) on the ladder `ZOOMS`."""
    if steps > 0:
        rungs = [rung for rung in ZOOMS if rung > zoom + 0.005]
        return rungs[min(steps, len(rungs)) - 1] if rungs else ZOOMS[-1]
    rungs = [rung for rung in ZOOMS if rung < zoom - 0.005]
    return rungs[max(steps, -len(rungs))] if rungs else ZOOMS[0]
