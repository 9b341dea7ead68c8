"""From a point on a page to a place in the text, and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

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


def spots_of(spots: Iterable[Spot], place: Place) -> tuple[Spot, ...]:
    """Return the lines that show a place; where it shows nothing itself, those of what stands around or inside it.

    A stretch gives the lines it touches; a field that is not printed as a whole ("authors.0.surname") gives the lines
    of the field around it ("authors.0"), a block inside another one those of the outer one.
    """
    all_spots = tuple(spots)
    for wanted in _ever_wider(place):
        same = tuple(spot for spot in all_spots if _belongs(spot.source, wanted))
        if same:
            touched = tuple(spot for spot in same if _touches(spot.source, wanted))
            return touched or same[-1:]
    return ()


def _ever_wider(place: Place) -> Iterable[Place]:
    yield place
    field = place.field
    while "." in field:
        field = field.rpartition(".")[0]
        yield Place(field=field)
    block = place.block
    while len(block) > 1:
        block = block[:-1]
        yield Place(block=block)


def _belongs(source: Place, wanted: Place) -> bool:
    if wanted.field:
        return source.field == wanted.field or source.field.startswith(f"{wanted.field}.")
    return bool(wanted.block) and source.block[: len(wanted.block)] == wanted.block


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
