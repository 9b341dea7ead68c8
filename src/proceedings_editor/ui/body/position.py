"""Positions of Qt's documents, spots in lines and places of the model, each as the other.

Qt counts UTF-16 units through the whole document, the model code points in a block's plain text.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextDocument

from proceedings_editor.model.body import Figure, Listing, Table
from proceedings_editor.model.body_edit.line import Caption, Line
from proceedings_editor.model.body_edit.spot import Spot
from proceedings_editor.model.place import Place
from proceedings_editor.ui.body.sync import BodySync


def code_points(words: str, units: int) -> int:
    """Return how many code points the first `units` UTF-16 units of a text are; half a character counts as none."""
    if _units(words) == len(words):
        return min(units, len(words))
    count = 0
    for count, char in enumerate(words):  # the number is what we want
        units -= 2 if ord(char) > 0xFFFF else 1
        if units < 0:
            return count
    return len(words)


def units(words: str, points: int) -> int:
    """Return how many UTF-16 units the first code points of a text are."""
    return _units(words[:points])


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2  # many times quicker than to look at each character


def spot_at(document: QTextDocument, position: int) -> Spot:
    """Return the spot of a position."""
    block = document.findBlock(position)
    return Spot(block.blockNumber(), code_points(block.text(), position - block.position()))


def position_of(document: QTextDocument, spot: Spot) -> int:
    """Return the position of a spot, the nearest one where the text has no such spot."""
    block = document.findBlockByNumber(min(max(spot.line, 0), document.blockCount() - 1))
    return block.position() + units(block.text(), spot.offset)


def place_at(sync: BodySync, spot: Spot) -> Place:
    """Return the place of a spot: a block and a point in its text; no block where the line stands for nothing."""
    line = sync.line(spot.line)
    return Place(block=line.path, start=spot.offset, end=spot.offset) if has_text(line) else Place(block=line.path)


def has_text(line: Line) -> bool:
    """Say whether the line shows the text of its block, in which places count."""
    return not isinstance(line.leaf, Figure | Listing | Table)


def line_of(sync: BodySync, path: tuple[int, ...], *, wants_text: bool) -> int | None:
    """Return the line that shows a block, or the block around it that is shown as one; None where there is none.

    Args:
        sync: The view.
        path: Index path of the block.
        wants_text: Whether the line with the block's text is wanted (its caption) or the block itself.
    """
    index = sync.unit_of(path[0])
    if index is None:
        return None
    first, number = sync.start_of(index)
    return _line_in(sync.units[index].lines, number, (path[0] - first, *path[1:]), wants_text=wants_text)


def _line_in(lines: list[Line], number: int, path: tuple[int, ...], *, wants_text: bool) -> int | None:
    for length in range(len(path), 0, -1):
        found = [index for index, line in enumerate(lines) if line.path == path[:length]]
        if length < len(path):  # a block inside something that is shown as one
            found = found or [i for i, line in enumerate(lines) if line.path[:length] == path[:length]]
        texts = [index for index in found if isinstance(lines[index].leaf, Caption)]
        if found:
            return number + (texts[0] if wants_text and texts else found[0])
    return None


def stretch_of(sync: BodySync, place: Place) -> tuple[int, int] | None:
    """Return the positions a place begins and ends at; None where the view does not show its block."""
    if not place.block:
        return None
    line = line_of(sync, place.block, wants_text=place.end > 0)
    if line is None:
        return None
    block = sync.document.findBlockByNumber(line)
    if sync.line(line).path != place.block:  # inside an object
        return block.position(), block.position() + 1
    start, end = (Spot(line, place.start), Spot(line, place.end)) if place.end else (Spot(line), _end(block))
    return position_of(sync.document, start), position_of(sync.document, end)


def _end(block: QTextBlock) -> Spot:
    return Spot(block.blockNumber(), len(block.text()))
