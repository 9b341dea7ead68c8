"""Lists typed as paragraphs: lines that begin with a dash or a bullet become list items.

Word processors save such lists as plain paragraphs. Items that follow one another, with nothing but blank
lines between, are one list, whatever marks they begin with: the list has the mark of its first item and every
item typed with another mark keeps its own, so that a mixed list stays visible and prints as one list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from proceedings_editor.importers.piece import Line, Piece, paragraph_piece
from proceedings_editor.model.body import ListBlock, ListItem, Paragraph, Span, plain_text
from proceedings_editor.model.splice import spliced

_MARKER: Final = re.compile("([–—‒−•·▪●○■])\\s+(?=\\S)")
_MAY_PRECEDE_ITEM: Final = (":", ";", ".", ",", "!", "?")


def with_dash_lists(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with typed lists made lists, and neighbouring unordered lists made one."""
    result: list[Piece] = []
    run: list[Piece] = []
    for piece in (part for whole in pieces for part in _parts(whole)):
        if _is_unordered(piece):
            run.append(piece)
            continue
        result += _one_list(run)
        result.append(piece)
        run = []
    return (*result, *_one_list(run))


def _is_unordered(piece: Piece) -> bool:
    return isinstance(piece.block, ListBlock) and not piece.block.ordered


def _one_list(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield one list of the lists of a run; nothing for an empty run."""
    if len(pieces) < 2:
        yield from pieces
        return
    lists = [piece.block for piece in pieces if isinstance(piece.block, ListBlock)]
    marker = lists[0].marker
    items = tuple(_item_in(item, part.marker, marker) for part in lists for item in part.items)
    yield Piece(ListBlock(items, marker=marker), pieces[0].line)


def _item_in(item: ListItem, own_list: str, new_list: str) -> ListItem:
    typed = item.marker or own_list
    return replace(item, marker="" if typed == new_list else typed)


def _parts(piece: Piece) -> Iterator[Piece]:
    """Yield a paragraph's running text and its items apart; any other piece as it is."""
    if not isinstance(piece.block, Paragraph) or not any(_marker(line) for line in piece.lines):
        yield piece
        return
    for lines in _split(piece.lines):
        marker = _marker(lines[0])
        yield _item_piece(lines, marker) if marker else paragraph_piece(lines)


def _split(lines: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """Cut before every line that begins an item; a wrapped sentence may also go on with a dash."""
    start = 0
    for index in range(1, len(lines)):
        before = lines[index - 1]
        ended = before.broken or before.words.endswith(_MAY_PRECEDE_ITEM) or _marker(lines[start]) != ""
        if ended and _marker(lines[index]):
            yield lines[start:index]
            start = index
    yield lines[start:]


def _marker(line: Line) -> str:
    match = _MARKER.match(plain_text(line.text)) if line.text and isinstance(line.text[0], Span) else None
    return match[1] if match else ""


def _item_piece(lines: tuple[Line, ...], marker: str) -> Piece:
    match = _MARKER.match(plain_text(lines[0].text))
    end = match.end() if match else 0
    first = replace(lines[0], text=spliced(lines[0].text, 0, end, ""))
    item = ListItem((paragraph_piece((first, *lines[1:])).block,))
    return Piece(ListBlock((item,), marker=marker), lines[0].number)
