"""From a point on a page to a place in the text, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from proceedings_editor.model.place import Place

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.placed import Spot


def nearest_spot(spots: Iterable[Spot], page: int, x: float, y: float) -> Spot | None:
    """Return what stands nearest to a point of a page; None on a page without any.

    Args:
        spots: Everything there is.
        page: Index of the page.
        x: Points from the page's left edge.
        y: Points from its lower edge.
    """
    return min((spot for spot in spots if spot.page == page), key=lambda spot: _distance(spot, x, y), default=None)


class SpotMap:
    """Finds the lines that show a place without going through all of them.

    A stretch gives the lines it touches; a field that is not printed as a whole ("authors.0.surname") gives the lines
    of the field around it ("authors.0"), a block inside another one those of the outer one.
    """

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._inside: dict[_Key, list[Spot]] = {}
        for spot in spots:
            for key in _around(spot.source):
                self._inside.setdefault(key, []).append(spot)

    def of(self, place: Place) -> tuple[Spot, ...]:
        """Return the lines that show a place; where it shows nothing itself, those of what stands around or inside."""
        for key in _around(place):
            if same := self._inside.get(key):
                wanted = place if key in (place.field, place.block) else _WHOLE
                touched = tuple(spot for spot in same if _touches(spot.source, wanted))
                return touched or (same[-1],)
        return ()


_Key = str | tuple[int, ...]
_WHOLE: Final = Place()


def _around(place: Place) -> Iterator[_Key]:
    """Yield a field and those around it, or a block and those around it, ever wider."""
    field = place.field
    while field:
        yield field
        field = field.rpartition(".")[0]
    block = place.block
    while block:
        yield block
        block = block[:-1]


def _touches(source: Place, wanted: Place) -> bool:
    is_whole = wanted.start == wanted.end == 0
    if is_whole or (source.field, source.block) != (wanted.field, wanted.block):
        return True
    if wanted.start == wanted.end:
        return source.start <= wanted.start < max(source.end, source.start + 1)
    return source.start < wanted.end and wanted.start < source.end


def _distance(spot: Spot, x: float, y: float) -> tuple[float, float]:
    """Height counts first: right of a short last line one means that line, not the full one above it."""
    beside = max(spot.x - x, 0.0, x - spot.x - spot.width)
    above = max(spot.y - y, 0.0, y - spot.y - spot.height)
    return above, beside
