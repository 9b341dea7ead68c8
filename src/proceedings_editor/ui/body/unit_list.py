"""The units of a view in order, and where each begins: counted in Qt's blocks and in blocks of the body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from proceedings_editor.model.body import Body
from proceedings_editor.ui.body.unit import Unit, needs_filler, settle_fillers


class UnitList:
    """Units that together cover the document; what is counted is kept until places change."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._ends: list[int] = []
        self._starts: list[int] = []

    @property
    def ends(self) -> list[int]:
        """For each unit the number of the Qt block behind it."""
        if not self._ends:
            self._ends = list(accumulate(unit.count for unit in self.units))
        return self._ends

    @property
    def starts(self) -> list[int]:
        """For each unit the index of its first block in the body."""
        if not self._starts:
            self._starts = list(accumulate((len(unit.blocks) for unit in self.units), initial=0))
        return self._starts

    def first_line(self, index: int) -> int:
        """Return the number of a unit's first Qt block."""
        return self.ends[index] - self.units[index].count

    def at(self, number: int) -> tuple[int, int]:
        """Return the index of the unit that holds a Qt block, and the index of the block in it."""
        index = min(bisect_right(self.ends, number), len(self.units) - 1)
        return index, number - self.first_line(index)

    def holding(self, block: int) -> int | None:
        """Return the index of the unit with the body's block of this index; None where there is no such block."""
        index = bisect_right(self.starts, block) - 1
        return index if 0 <= index < len(self.units) else None

    def body(self) -> Body:
        """Return what the units stand for."""
        return tuple([block for unit in self.units for block in unit.blocks])

    def replace(self, units: list[Unit]) -> None:
        """Take other units."""
        self.units = units
        self._ends, self._starts = [], []

    def exchange(self, start: int, end: int, found: list[Unit]) -> None:
        """Put units in the place of those from `start` to `end` (exclusive)."""
        old = self.units[start:end]
        ends, starts = self._ends, self._starts
        self.replace([*self.units[:start], *found, *self.units[end:]])
        if [unit.count for unit in old] == [unit.count for unit in found] and not _has_filler([*old, *found]):
            self._ends = ends
            self._starts = starts if [len(u.blocks) for u in old] == [len(u.blocks) for u in found] else []

    def settle_fillers(self) -> None:
        """See `unit.settle_fillers`."""
        if settle_fillers(self.units):
            self._starts = []

    def lacks_filler(self) -> bool:
        """Say whether nobody could type behind the last unit."""
        last = self.units[-1]
        return not last.is_filler and needs_filler(last.blocks)


def _has_filler(units: Sequence[Unit]) -> bool:
    return any(unit.is_filler for unit in units)
