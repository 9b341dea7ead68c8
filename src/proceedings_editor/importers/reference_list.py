"""The pieces under the reference heading -> references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.importers.piece import Line, Piece, text_of_lines
from proceedings_editor.model.body import (
    Block,
    Heading,
    LineBreak,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    RichText,
    Run,
    Span,
    plain_text,
)
from proceedings_editor.model.entry import Reference
from proceedings_editor.model.splice import joined, spliced
from proceedings_editor.model.walk import children, text_of
from proceedings_editor.texts import text

_NUMBER: Final = re.compile(r"\s*(?:\[?\d{1,3}[\].)]+\s*(?=\S)|\d{1,3}\s?(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]))")


def read_references(pieces: Iterable[Piece], ledger: Ledger) -> tuple[Reference, ...]:
    """Return the items with their text exact; typed numbers go, because the position is the number."""
    items: list[tuple[RichText, str, int]] = []
    for piece in pieces:
        is_list = isinstance(piece.block, ListBlock)
        for words, typed, line in _items_of(piece):
            if items and items[0][1] and not (typed or is_list):  # the torn rest of the item before
                before, number, begun = items.pop()
                items.append((joined((*before, Span(" "), *words)), number, begun))
            else:
                items.append((words, typed, line))
    for place, (words, typed, line) in enumerate(items, start=1):
        number = typed.strip("[].) ")
        if number and typed == number:  # without its mark it may be one word with the next
            ledger.accounted.append(number + plain_text(words).split(" ")[0])
        if number and number != str(place):
            ledger.read(f"references.{place - 1}", typed, "references", line)
            sentence = text("Reference {place} has the number {typed} in the source.", place=place, typed=typed)
            ledger.doubt("doubt", sentence, line, f"references.{place - 1}")
        else:
            ledger.accounted.append(number)
    return tuple(Reference(words) for words, _, _ in items)


def _items_of(piece: Piece) -> Iterator[tuple[RichText, str, int]]:
    match piece.block:
        case ListBlock():
            yield from _list_items(piece)
        case Quotation():
            yield joined(tuple(_flat((piece.block,)))), "", piece.line
        case _:
            yield from _paragraph_items(piece)


def _list_items(piece: Piece) -> Iterator[tuple[RichText, str, int]]:
    block = piece.block
    if not isinstance(block, ListBlock):
        return
    for place, item in enumerate(block.items):
        number = f"{block.start + place}{block.marker[-1:]}" if block.ordered else ""
        yield _item_text(item), item.marker if block.ordered and item.marker else number, piece.line


def _item_text(item: ListItem) -> RichText:
    return joined(tuple(_flat(item.blocks)))


def _flat(blocks: Iterable[Block]) -> Iterator[Run]:
    """All texts of the blocks in one line each; an item of a list holds no other blocks in print."""
    for place, block in enumerate(blocks):
        if place:
            yield LineBreak()
        yield from text_of(block)
        inner = children(block)
        if inner:
            yield from _flat(inner)


def _paragraph_items(piece: Piece) -> Iterator[tuple[RichText, str, int]]:
    """Each line with a number begins an item; a line without one goes on with the item before."""
    lines: list[Line] = []
    for line in piece.lines:
        if lines and _NUMBER.match(line.words):
            yield _numbered(lines)
            lines = []
        lines.append(line)
    if lines and isinstance(piece.block, Paragraph | Heading):
        yield _numbered(lines)


def _numbered(lines: list[Line]) -> tuple[RichText, str, int]:
    words = text_of_lines(lines)
    found = _NUMBER.match(plain_text(words)) if words and isinstance(words[0], Span) else None
    if found is None:
        return words, "", lines[0].number
    return spliced(words, 0, found.end(), ""), found[0].strip(), lines[0].number
