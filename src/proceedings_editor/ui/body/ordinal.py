"""Numbers that follow from the order in the article: of footnotes, of numbered formulas."""

from __future__ import annotations

from collections.abc import Iterable

from proceedings_editor.model.body import Block, DisplayFormula, Note, RichText, Span
from proceedings_editor.model.body_edit.line import Line, text_of_leaf
from proceedings_editor.model.walk import notes_of, text_of, walk
from proceedings_editor.ui.body.position import spot_at
from proceedings_editor.ui.body.sync import BodySync
from proceedings_editor.ui.body.unit import Unit


class Ordinals:
    """Counts in one view; what was counted is kept until the body changes."""

    def __init__(self, sync: BodySync) -> None:
        self._sync = sync
        self._counts: dict[int, tuple[Unit, int, int]] = {}
        self._units: list[Unit] = []
        self._before: list[tuple[int, int]] = []

    def number_at(self, position: int) -> int:
        """Return the number of the footnote or numbered formula whose sign stands at a position."""
        spot = spot_at(self._sync.document, position)
        index, inside = self._sync.unit_at(spot.line)
        notes, formulas = self._all_before(index)
        lines = self._sync.units[index].lines
        for line in lines[:inside]:
            notes, formulas = notes + _notes(line), formulas + _is_numbered(line)
        line = lines[min(inside, len(lines) - 1)]
        if isinstance(line.leaf, DisplayFormula):
            return formulas + 1
        return notes + _notes_before(text_of_leaf(line.leaf) or (), spot.offset) + 1

    def _all_before(self, index: int) -> tuple[int, int]:
        units = self._sync.units
        if units is not self._units:
            self._units = units
            self._before = [(0, 0)]
            for unit in units:
                notes, formulas = self._before[-1]
                more = self._count(unit)
                self._before.append((notes + more[0], formulas + more[1]))
        return self._before[min(index, len(self._before) - 1)]

    def _count(self, unit: Unit) -> tuple[int, int]:
        known = self._counts.get(id(unit))
        if known is not None and known[0] is unit:
            return known[1], known[2]
        notes, formulas = _counted(unit.blocks)
        if len(self._counts) > 4 * len(self._units) + 100:
            self._counts.clear()
        self._counts[id(unit)] = (unit, notes, formulas)
        return notes, formulas


def _counted(blocks: Iterable[Block]) -> tuple[int, int]:
    notes = formulas = 0
    for _, block in walk(blocks):
        notes += sum(1 for _ in notes_of(text_of(block)))
        formulas += isinstance(block, DisplayFormula) and block.numbered
    return notes, formulas


def _notes(line: Line) -> int:
    return sum(1 for _ in notes_of(text_of_leaf(line.leaf) or ()))


def _is_numbered(line: Line) -> bool:
    return isinstance(line.leaf, DisplayFormula) and line.leaf.numbered


def _notes_before(text: RichText, offset: int) -> int:
    at = count = 0
    for run in text:
        if at >= offset:
            break
        count += isinstance(run, Note)
        at += len(run.text) if isinstance(run, Span) else 1
    return count
