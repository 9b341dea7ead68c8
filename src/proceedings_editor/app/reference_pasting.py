"""A block of references from the clipboard, taken apart into items with their marks and links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from proceedings_editor.importers.html.reader import read_html
from proceedings_editor.language.reference_block import Piece, pieces_of
from proceedings_editor.model.body import (
    Block,
    DisplayFormula,
    Figure,
    LineBreak,
    ListBlock,
    Listing,
    Note,
    Quotation,
    RichText,
    Run,
    Span,
    Table,
    plain_text,
)
from proceedings_editor.model.splice import joined
from proceedings_editor.model.walk import text_of, walk

LONGEST: Final = 400_000
"""Characters of plain text that may be a list of references; more is an article."""

_BLANKS: Final = re.compile(r"[ \t\v\f]+")
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffc]")


def references_in(words: str, html: str = "") -> tuple[RichText, ...]:
    """Return the items of a pasted list, each in one line and without its number.

    Args:
        words: The plain text of the clipboard.
        html: The same as another program formats it, "" without; it tells items, italics and links surely.
    """
    blocks = read_html(html).body if html.strip() else ()
    found = tuple(_of_blocks(blocks)) if blocks else ()
    return found or tuple(_of_lines([_span(line) for line in _UNSEEN.sub("", words[:LONGEST]).splitlines()]))


def _span(line: str) -> RichText:
    return (Span(line),) if line else ()


def _of_blocks(blocks: Iterable[Block]) -> Iterator[RichText]:
    """Items of lists are items; other blocks are lines as in plain text."""
    for is_list, group in groupby(blocks, lambda block: isinstance(block, ListBlock)):
        if not is_list:
            yield from _of_lines([line for block in group for line in _lines(block)])
            continue
        for block in group:
            items = block.items if isinstance(block, ListBlock) else ()
            yield from filter(None, (_one_line(_flat(item.blocks)) for item in items))


def _of_lines(lines: list[RichText]) -> Iterator[RichText]:
    plain = [plain_text(line) for line in lines]
    for item in pieces_of(plain):
        yield _one_line(run for piece in item for run in _cut(lines[piece.line], piece))


def _cut(line: RichText, piece: Piece) -> Iterator[Run]:
    """Yield the runs of a stretch of a line, with what stands before it."""
    if piece.joint:
        yield Span(piece.joint)
    place = 0
    for run in line:
        length = len(run.text) if isinstance(run, Span) else 1
        first, last = max(piece.start - place, 0), min(piece.end - place, length)
        if first < last:
            yield replace(run, text=run.text[first:last]) if isinstance(run, Span) else run
        place += length


def _lines(block: Block) -> Iterator[RichText]:
    """Yield the lines of a block; a row of a table is one, with a tab behind the number in its first cell."""
    match block:
        case Listing():
            yield from (_span(line) for line in block.text.splitlines())
        case Table():
            for row in block.rows:
                cells = filter(None, (_one_line(_flat(cell.blocks)) for cell in row))
                yield tuple(run for cell in cells for run in (Span("\t"), *cell))[1:]
        case Quotation():
            yield from (line for inner in block.blocks for line in _lines(inner))
        case Figure() | DisplayFormula():
            return
        case _:
            yield from _broken(text_of(block))


def _broken(words: RichText) -> Iterator[RichText]:
    for is_break, runs in groupby(words, lambda run: isinstance(run, LineBreak)):
        if not is_break:
            yield tuple(runs)


def _flat(blocks: Iterable[Block]) -> Iterator[Run]:
    for _, block in walk(tuple(blocks)):
        words = text_of(block)
        if words:
            yield from (*words, LineBreak())


def _one_line(runs: Iterable[Run]) -> RichText:
    """Return runs in one line, without notes and without a space too much."""
    found: list[Run] = []
    spaced = True
    for run in (Span(" ") if isinstance(run, LineBreak) else run for run in runs if not isinstance(run, Note)):
        if isinstance(run, Span):
            words = _BLANKS.sub(" ", run.text)
            words = words.lstrip(" ") if spaced else words
            if not words:
                continue
            spaced = words.endswith(" ")
            found.append(replace(run, text=words))
        else:
            spaced = False
            found.append(run)
    while found and isinstance(last := found[-1], Span):
        words = last.text.rstrip()
        found[-1:] = [replace(last, text=words)] if words else []
        if words:
            break
    return joined(tuple(found))
