"""Units: the smallest stretches of the text view that stand for whole blocks of the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from proceedings_editor.model.body import Body, DisplayFormula, Figure, Heading, Listing, PageBreak, Paragraph, Table
from proceedings_editor.model.body_edit.line import (
    FILLER,
    Caption,
    CellStep,
    ItemStep,
    Line,
    QuoteStep,
    Step,
    body_of,
    container,
    lines_of_block,
    new_ids,
    with_text,
)
from proceedings_editor.model.edit.replace import with_block
from proceedings_editor.ui.body.look import kind_text
from proceedings_editor.ui.body.reader import Read

FILLER_LINE = Line((), FILLER)


class Unit:
    """A stretch of the view.

    Attributes:
        blocks: What it stands for; nearly always one block, none for the line behind a last table.
        count: Number of Qt's blocks.
        is_filler: Whether it is a line that stands for nothing as long as it is the last.
        is_askew: Whether the view shows the blocks otherwise than they would be written.
    """

    __slots__ = ("_lines", "blocks", "count", "is_askew", "is_filler")

    def __init__(self, blocks: Body, count: int, *, is_filler: bool = False, is_askew: bool = False) -> None:
        self.blocks = blocks
        self.count = count
        self.is_filler = is_filler
        self.is_askew = is_askew
        self._lines: list[Line] | None = None

    @property
    def lines(self) -> list[Line]:
        """The lines the blocks are shown as, with paths from the unit's first block and numbers of items."""
        if self._lines is None:
            self._lines = lines_of_unit(self.blocks)
        return self._lines

    def retyped(self, number: int, before: Line, after: Line) -> Unit | None:
        """Return the unit with other words in one of its lines, as after a key; None where more may be different.

        Nothing else of it is read, compared or built: a cell of a large table costs no more than a paragraph.

        Args:
            number: Of the line.
            before: What was read there.
            after: What is read there now.
        """
        if self.is_askew or self.is_filler or before.steps != after.steps:
            return None
        line = self.lines[number]
        leaf, new = line.leaf, after.leaf
        if not (isinstance(leaf, Paragraph | Heading) and isinstance(new, Paragraph | Heading)):
            return None
        if with_text(leaf, new.text) != new:
            return None
        unit = Unit(with_block(self.blocks, line.path, lambda _: new), self.count)
        unit._lines = list(self.lines)
        unit._lines[number] = replace(line, leaf=new)
        return unit

    def set_blocks(self, blocks: Body) -> None:
        """Let the unit stand for other objects that say the same."""
        if blocks != self.blocks or len(blocks) != len(self.blocks):
            self._lines = None
        self.blocks = blocks


def lines_of_unit(blocks: Body) -> list[Line]:
    """Return the lines that blocks are written as; no block is a filler."""
    ids = new_ids()
    return [line for i, block in enumerate(blocks) for line in lines_of_block(block, (i,), ids)] or [FILLER_LINE]


def units_of(reads: Sequence[Read]) -> list[Unit]:
    """Return the units that these neighbouring reads make."""
    found: list[Unit] = []
    start = 0
    for index in range(1, len(reads) + 1):
        if index == len(reads) or not joins(reads[index - 1], reads[index]):
            found.append(_unit(reads[start:index]))
            start = index
    return found


def joins(before: Read, after: Read) -> bool:
    """Say whether two neighbouring reads belong to one block."""
    a, b = before[-1], after[0]
    if a.steps or b.steps:
        caption = isinstance(a.leaf, Caption) and a.leaf.of == "table" and not a.steps
        if caption and b.steps and isinstance(b.steps[0], CellStep):
            return True
        return container(a.steps, 0) == container(b.steps, 0)
    if isinstance(b.leaf, Caption):
        return isinstance(a.leaf, Figure if b.leaf.of == "figure" else Listing) and b.leaf.of != "table"
    return False


def needs_filler(blocks: Sequence[object]) -> bool:
    """Say whether nobody could type behind the last of these blocks, or there is none."""
    return not blocks or isinstance(blocks[-1], Table | PageBreak | DisplayFormula)


def settle_fillers(units: Sequence[Unit]) -> bool:
    """Let a filler stand for nothing where it is last and needed, for an empty paragraph anywhere else.

    Returns:
        Whether one stands for something else now.
    """
    changed = False
    for index, unit in enumerate(units):
        if unit.is_filler:
            before = units[index - 1].blocks if index else ()
            wanted: Body = () if index == len(units) - 1 and needs_filler(before) else (Paragraph(),)
            if unit.blocks != wanted:
                unit.set_blocks(wanted)
                changed = True
    return changed


def _unit(reads: Sequence[Read]) -> Unit:
    lines = [line for read in reads for line in read]
    if lines == [FILLER_LINE]:
        return Unit((), 1, is_filler=True)
    blocks = body_of(lines)
    unit = Unit(blocks, len(reads))
    unit.is_askew = len(lines) != len(reads) or shape(lines) != shape(unit.lines)
    return unit


def shape(lines: Iterable[Line]) -> list[object]:
    """Return what lines look like without their words: kinds and containers, whose numbers are made comparable."""
    numbers: dict[object, int] = {}
    return [(kind_text(line.leaf).replace("filler", ""), *_steps(line.steps, numbers)) for line in lines]


def _steps(steps: Sequence[Step], numbers: dict[object, int]) -> Iterator[object]:
    for step in steps:
        match step:
            case ItemStep():
                pair = ("list", step.list), ("item", step.item)
                yield "item", *(numbers.setdefault(name, len(numbers)) for name in pair)
            case QuoteStep():
                yield "quote", numbers.setdefault(("quote", step.quote), len(numbers))
            case CellStep():
                yield "cell", step.cell
