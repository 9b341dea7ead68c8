"""Going through a body: every block with its index path, every text with its place.

An index path names a block: its index in the body, then for each level down the index among `children`. Children of a
list are the blocks of its items one item after the other, of a table the blocks of its cells row by row; a note's
blocks belong to the run that holds the note and are visited by `notes_of`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proceedings_editor.model.body import (
    Block,
    Body,
    Figure,
    Heading,
    ListBlock,
    Listing,
    Note,
    Paragraph,
    Quotation,
    RichText,
    Table,
)

Path = tuple[int, ...]


def children(block: Block) -> tuple[Block, ...]:
    """Return the blocks directly inside `block`, in reading order."""
    match block:
        case ListBlock():
            return tuple(inner for item in block.items for inner in item.blocks)
        case Quotation():
            return block.blocks
        case Table():
            return tuple(inner for row in block.rows for cell in row for inner in cell.blocks)
        case _:
            return ()


def walk(body: Iterable[Block], above: Path = ()) -> Iterator[tuple[Path, Block]]:
    """Yield every block with its path, outer ones first, in reading order."""
    for index, block in enumerate(body):
        path = (*above, index)
        yield path, block
        yield from walk(children(block), path)


def text_of(block: Block) -> RichText:
    """Return the block's own text: a paragraph's or heading's words, a caption; () where it has none."""
    match block:
        case Paragraph() | Heading():
            return block.text
        case Table() | Figure() | Listing():
            return block.caption
        case _:
            return ()


def notes_of(text: RichText) -> Iterator[Note]:
    """Yield the footnotes of a text in order."""
    return (run for run in text if isinstance(run, Note))


def texts(body: Body) -> Iterator[tuple[Path, RichText]]:
    """Yield every text of the body with the path of its block; texts inside notes are left out."""
    for path, block in walk(body):
        if text := text_of(block):
            yield path, text
