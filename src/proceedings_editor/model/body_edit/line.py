"""A body as a sequence of lines, and lines as a body again.

A line is what a text editor shows as one paragraph: a leaf of the body and the containers around it, outermost first.
Containers carry numbers that only say which lines belong together. Captions are lines of their own: a table's stands
before its first cell, a figure's and a listing's below it. Two things that look alike are told apart so that nothing is
lost: a container without blocks shows a `Filler`, one with an empty paragraph an empty paragraph.

A table is a grid of lines where it stands directly in the body and its cells tile the grid; elsewhere it is one leaf.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from typing import Final, Literal

from proceedings_editor.model.body import (
    Block,
    Body,
    Cell,
    DisplayFormula,
    Figure,
    Heading,
    ListBlock,
    Listing,
    ListItem,
    PageBreak,
    Paragraph,
    Quotation,
    RichText,
    Table,
)
from proceedings_editor.model.body_edit.grid import tiles
from proceedings_editor.model.walk import Path


@dataclass(frozen=True, slots=True)
class QuoteStep:
    """Inside a quotation."""

    quote: int


@dataclass(frozen=True, slots=True)
class ItemStep:
    """Inside an item of a list; the facts are those of `ListBlock` and `ListItem`."""

    list: int
    item: int
    ordered: bool = False
    marker: str = "–"
    start: int = 1
    own_marker: str = ""


@dataclass(frozen=True, slots=True)
class CellStep:
    """Inside the cell with this index among the cells of a table; `table` carries the facts of the grid."""

    id: int
    cell: int
    table: Table = field(compare=False)


Step = QuoteStep | ItemStep | CellStep
Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of the table that begins after this line, or of the figure or listing before it."""

    text: RichText
    of: Literal["table", "figure", "listing"]


@dataclass(frozen=True, slots=True)
class Filler:
    """The empty line of a container without blocks, and the one an editor needs to type behind a last table."""


Leaf = Block | Caption | Filler
FILLER: Final = Filler()


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        steps: The containers around it, outermost first.
        leaf: What stands there; figures and listings without their captions.
        path: Index path of the block it belongs to (see `model.walk`); of the container for a filler.
        opens: Which of `steps` begin a new item here, with the item's number: (index of the step, number).
    """

    steps: Steps
    leaf: Leaf
    path: Path = field(default=(), compare=False)
    opens: tuple[tuple[int, int], ...] = field(default=(), compare=False)


Ids = Iterator[int]


def new_ids() -> Ids:
    """Return numbers for containers, unlike each other."""
    return count(1)


# ------------------------------------------------------------------------------------------------------ body to lines


def lines_of(body: Body, ids: Ids | None = None) -> list[Line]:
    """Return the lines of a body; behind a last table or in an empty body stands a filler."""
    numbers = ids or new_ids()
    lines = [line for index, block in enumerate(body) for line in lines_of_block(block, (index,), numbers)]
    if not body or isinstance(body[-1], Table | PageBreak | DisplayFormula):
        lines.append(Line((), FILLER))
    return lines


def lines_of_block(block: Block, path: Path, ids: Ids, steps: Steps = ()) -> Iterator[Line]:
    """Yield the lines of one block that stands at `path` inside the containers `steps`."""
    match block:
        case ListBlock() if block.items:
            yield from _list_lines(block, path, ids, steps)
        case Quotation():
            yield from content_lines(block.blocks, (path, 0), ids, (*steps, QuoteStep(next(ids))))
        case Table() if is_grid(block, steps):
            yield Line(steps, Caption(block.caption, "table"), path)
            yield from _table_lines(block, path, ids, steps)
        case Figure():
            yield Line(steps, _bare(block), path)
            yield Line(steps, Caption(block.caption, "figure"), path)
        case Listing():
            yield Line(steps, _bare(block), path)
            yield Line(steps, Caption(block.caption, "listing"), path)
        case _:
            yield Line(steps, block, path)


def is_grid(block: Block, steps: Steps) -> bool:
    """Say whether a block is a table that is shown as a grid of editable cells."""
    return isinstance(block, Table) and not steps and tiles(block)


def content_lines(blocks: Body, at: tuple[Path, int], ids: Ids, steps: Steps) -> Iterator[Line]:
    """Yield the lines of a container's blocks; `at` is the container's path and the index of its first block."""
    path, first = at
    if not blocks:
        yield Line(steps, FILLER, path)
    for index, block in enumerate(blocks, first):
        yield from lines_of_block(block, (*path, index), ids, steps)


def _bare(block: Figure | Listing) -> Figure | Listing:
    return replace(block, caption=()) if block.caption else block


def _list_lines(block: ListBlock, path: Path, ids: Ids, steps: Steps) -> Iterator[Line]:
    number, index = next(ids), 0
    for place, item in enumerate(block.items, block.start):
        step = ItemStep(number, next(ids), block.ordered, block.marker, block.start, item.marker)
        inner = content_lines(item.blocks, (path, index), ids, (*steps, step))
        first = next(inner)
        yield replace(first, opens=((len(steps), place), *first.opens))
        yield from inner
        index += len(item.blocks)


def _table_lines(table: Table, path: Path, ids: Ids, steps: Steps) -> Iterator[Line]:
    number, index = next(ids), 0
    for place, cell in enumerate(cell for row in table.rows for cell in row):
        step = CellStep(number, place, table)
        yield from content_lines(cell.blocks, (path, index), ids, (*steps, step))
        index += len(cell.blocks)


# ------------------------------------------------------------------------------------------------------ lines to body


def body_of(lines: Sequence[Line]) -> Body:
    """Return the body these lines say; the inverse of `lines_of`, and defined for every sequence of lines.

    A caption that stands beside nothing it could belong to is a paragraph; so is a filler beside other lines, except
    the last one behind what nobody can type behind.
    """
    found = list(lines)
    if found and found[-1] == Line((), FILLER):
        before = body_of(found[:-1])
        if not before or isinstance(before[-1], Table | PageBreak | DisplayFormula):
            return before
    return _blocks(found, 0)


def _blocks(lines: Sequence[Line], depth: int) -> Body:
    blocks: list[Block] = []
    caption: RichText | None = None
    for step, group in _groups(lines, depth):
        if step is not None:
            block = _BUILDERS[type(step)](step, group, depth)
            if caption is not None and isinstance(step, CellStep) and isinstance(block, Table):
                blocks.pop()
                block = replace(block, caption=caption) if block.caption != caption else block
            blocks.append(block)
            caption = None
            continue
        for line in group:
            caption = _add_leaf(blocks, line.leaf)
    return tuple(blocks)


def _add_leaf(blocks: list[Block], leaf: Leaf) -> RichText | None:
    """Append a leaf or give a caption to the block before; return the caption where a table may follow."""
    match leaf:
        case Filler():
            blocks.append(Paragraph())
        case Caption(text, of):
            last = blocks[-1] if blocks else None
            if isinstance(last, Figure | Listing) and isinstance(last, _CAPTIONED.get(of, ())) and not last.caption:
                blocks[-1] = replace(last, caption=text) if text else last
            else:
                blocks.append(Paragraph(text))
            return text if of == "table" else None
        case _:
            blocks.append(leaf)
    return None


_CAPTIONED: Final[dict[str, type[Figure] | type[Listing]]] = {"figure": Figure, "listing": Listing}


def _groups(lines: Sequence[Line], depth: int) -> Iterator[tuple[Step | None, list[Line]]]:
    """Yield runs of lines that lie in the same container at `depth`, with its step; None for lines in none."""
    for _, group in groupby(lines, lambda line: container(line.steps, depth)):
        found = list(group)
        yield (found[0].steps[depth] if len(found[0].steps) > depth else None), found


def container(steps: Steps, depth: int) -> tuple[str, int] | None:
    """Name the block that a line belongs to at `depth`."""
    if len(steps) <= depth:
        return None
    match steps[depth]:
        case QuoteStep(quote):
            return "quote", quote
        case ItemStep() as step:
            return "list", step.list
        case CellStep(table):
            return "table", table


def _content(lines: Sequence[Line], depth: int) -> Body:
    """Return the blocks of a container; a filler alone stands for none."""
    if len(lines) == 1 and len(lines[0].steps) == depth and lines[0].leaf == FILLER:
        return ()
    return _blocks(lines, depth)


def _quotation(_step: Step, lines: Sequence[Line], depth: int) -> Block:
    return Quotation(_content(lines, depth + 1))


def _list(_step: Step, lines: Sequence[Line], depth: int) -> Block:
    items: list[ListItem] = []
    facts: ItemStep | None = None
    for _, group in groupby(lines, lambda line: getattr(line.steps[depth], "item", 0)):
        found = list(group)
        step = found[0].steps[depth]
        assert isinstance(step, ItemStep)
        facts = facts or step
        items.append(ListItem(_content(found, depth + 1), step.own_marker))
    assert facts is not None
    return ListBlock(tuple(items), facts.ordered, facts.marker, facts.start)


def _table(step: Step, lines: Sequence[Line], depth: int) -> Block:
    assert isinstance(step, CellStep)
    contents: dict[int, Body] = {}
    for cell, group in groupby(lines, lambda line: getattr(line.steps[depth], "cell", 0)):
        contents[cell] = _content(list(group), depth + 1)
    return with_contents(step.table, contents)


def with_contents(table: Table, contents: dict[int, Body]) -> Table:
    """Return the table with the blocks of its cells (by index, in reading order) exchanged, its caption dropped."""
    index = count()

    def filled(cell: Cell) -> Cell:
        blocks = contents.get(next(index), ())
        return cell if blocks == cell.blocks else replace(cell, blocks=blocks)

    return replace(table, rows=tuple(tuple(filled(cell) for cell in row) for row in table.rows), caption=())


_BUILDERS: Final[dict[type, Callable[[Step, Sequence[Line], int], Block]]] = {
    QuoteStep: _quotation,
    ItemStep: _list,
    CellStep: _table,
}


# --------------------------------------------------------------------------------------------------- texts of a line


def text_of_leaf(leaf: Leaf) -> RichText | None:
    """Return the text a person can type in, None for what is one object."""
    match leaf:
        case Paragraph() | Heading() | Caption():
            return leaf.text
        case Filler():
            return ()
        case _:
            return None


def with_text(leaf: Leaf, text: RichText) -> Leaf:
    """Return the leaf with another text; a filler becomes a paragraph as soon as it has one."""
    match leaf:
        case Paragraph() | Heading() | Caption():
            return replace(leaf, text=text)
        case Filler() if text:
            return Paragraph(text)
        case _:
            return leaf
