"""What must be written to show another body: which units differ, and whether their lines can be written in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from proceedings_editor.model.body import Body, Table
from proceedings_editor.model.body_edit.line import CellStep, ItemStep, Line, QuoteStep, Step
from proceedings_editor.ui.body.reader import Read
from proceedings_editor.ui.body.unit import Unit, lines_of_unit


def aligned(have: Sequence[Unit], wanted: Sequence[Body]) -> tuple[int, int]:
    """Return how many units at the beginning and at the end already show what is wanted, and let them hold it."""
    most = min(len(have), len(wanted))
    start = 0
    while start < most and _shows(have[start], wanted[start]):
        start += 1
    end = 0
    while end < most - start and _shows(have[-1 - end], wanted[-1 - end]):
        end += 1
    return start, end


def _shows(unit: Unit, blocks: Body) -> bool:
    if unit.is_askew or len(unit.blocks) != len(blocks) or unit.is_filler != (not blocks):
        return False
    if all(a is b for a, b in zip(unit.blocks, blocks, strict=True)):
        return True
    if unit.blocks != blocks:
        return False
    unit.set_blocks(blocks)
    return True


def is_in_cell(read: Read) -> bool:
    """Say whether a line stands in a table that is shown as a grid."""
    return bool(read[0].steps) and isinstance(read[0].steps[0], CellStep)


def rewritable(unit: Unit, shown: Sequence[Line], blocks: Body) -> list[Line] | None:
    """Return the lines that show `blocks` in the place of a unit's lines one for one; None where that cannot be.

    Args:
        unit: The unit.
        shown: Its lines with the numbers that the document has for their containers.
        blocks: What it shall show.
    """
    lines = lines_of_unit(blocks)
    if len(lines) != len(shown) or len(shown) != unit.count:
        return None
    numbers: dict[tuple[str, int], tuple[str, int]] = {}
    found: list[Line] = []
    for old, new in zip(shown, lines, strict=True):
        steps = _renumbered(old.steps, new.steps, numbers)
        if steps is None:
            return None
        found.append(replace(new, steps=steps))
    return found if len(set(numbers.values())) == len(numbers) else None


def _renumbered(
    old: Sequence[Step], new: Sequence[Step], numbers: dict[tuple[str, int], tuple[str, int]]
) -> tuple[Step, ...] | None:
    """Return the new containers with the numbers of the old ones; None where they are not the same containers."""
    if len(old) != len(new):
        return None
    found: list[Step] = []
    for before, after in zip(old, new, strict=True):
        step = _with_numbers(before, after)
        names = () if step is None else tuple(zip(_names(after), _names(before), strict=True))
        if step is None or any(numbers.setdefault(name, known) != known for name, known in names):
            return None
        found.append(step)
    return tuple(found)


def _with_numbers(old: Step, new: Step) -> Step | None:
    match old, new:
        case ItemStep(), ItemStep():
            return replace(new, list=old.list, item=old.item)
        case QuoteStep(), QuoteStep():
            return old
        case CellStep(), CellStep() if old.cell == new.cell and _same_grid(old.table, new.table):
            return old
        case _:
            return None


def _names(step: Step) -> tuple[tuple[str, int], ...]:
    match step:
        case ItemStep():
            return ("list", step.list), ("item", step.item)
        case QuoteStep():
            return (("quote", step.quote),)
        case CellStep():
            return (("cell", step.cell),)


def _same_grid(old: Table, new: Table) -> bool:
    if old is new:
        return True
    if (old.header_rows, old.widths) != (new.header_rows, new.widths):
        return False
    spans = [[[(cell.columns, cell.rows, cell.align) for cell in row] for row in table.rows] for table in (old, new)]
    return spans[0] == spans[1]
