"""Keeps the model's body and the text document the same, in both directions.

What a person types goes into the document first and is read from the few blocks Qt says it touched; every other edit
is made on the model and shown here. What did not change keeps its objects, so nothing changed means no step.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from operator import attrgetter, is_

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from proceedings_editor.model.body import Body
from proceedings_editor.model.body_edit.line import CellStep, Line, Steps, lines_of_block, new_ids
from proceedings_editor.model.body_edit.share import shared
from proceedings_editor.ui.body.look import Look
from proceedings_editor.ui.body.reader import DocumentReader, Read
from proceedings_editor.ui.body.rewrite import aligned, is_in_cell, rewritable
from proceedings_editor.ui.body.store import ValueStore
from proceedings_editor.ui.body.unit import FILLER_LINE, Unit, joins, needs_filler, settle_fillers, units_of
from proceedings_editor.ui.body.unit_list import UnitList
from proceedings_editor.ui.body.writer import DocumentWriter

_IS_ASKEW = attrgetter("is_askew")
_LOG = logging.getLogger(__name__)
Carets = tuple[int, int]


class BodySync:
    """One document and the body it shows.

    Attributes:
        touched: Called when a person's edit in the document begins, while the cursor is still known as it was.
        edited: Called with the new body after a person changed it in the document.
        rested: Called when an edit in the document is over, whether it changed the body or not.
        caret: Asked for anchor and position of the cursor before the view puts something right.
        place_caret: Told where they belong after that.
    """

    def __init__(self, document: QTextDocument, store: ValueStore, look: Look) -> None:
        document.setUndoRedoEnabled(False)
        document.documentLayout()  # without a layout a document tells nobody what changed
        self.document = document
        self.reader = DocumentReader(document, store)
        self.writer = DocumentWriter(document, store, look)
        self.touched: Callable[[], None] = lambda: None
        self.edited: Callable[[Body], None] = lambda body: None
        self.rested: Callable[[], None] = lambda: None
        self.caret: Callable[[], Carets] = lambda: (0, 0)
        self.place_caret: Callable[[int, int], None] = lambda anchor, position: None
        self.body: Body = ()
        self._list = UnitList()
        self._reads: list[Read] = []
        self._ids = new_ids()
        self._guard = 0
        self._changed = self._failed = False
        self._stale: set[int] = set()
        document.contentsChange.connect(self._on_contents_change)
        document.contentsChanged.connect(self._on_contents_changed)
        self._walk()

    # ---------------------------------------------------------------------------------------------------- what is where

    @property
    def is_writing(self) -> bool:
        """True while the view itself changes the document."""
        return self._guard > 0

    @property
    def units(self) -> list[Unit]:
        """The units in order."""
        return self._list.units

    def unit_at(self, number: int) -> tuple[int, int]:
        """Return the index of the unit that holds a Qt block, and the index of the block in it."""
        return self._list.at(number)

    def unit_of(self, block: int) -> int | None:
        """Return the index of the unit that shows a block of the body; None where there is no such block."""
        return self._list.holding(block)

    def start_of(self, unit: int) -> tuple[int, int]:
        """Return the index of a unit's first block in the body, and the number of its first Qt block."""
        return self._list.starts[unit], self._list.first_line(unit)

    def line(self, number: int) -> Line:
        """Return the line that a Qt block shows, with its path and the numbers of items that begin there."""
        index, inside = self.unit_at(number)
        lines = self.units[index].lines
        line = lines[min(inside, len(lines) - 1)]
        if not line.path:
            return line
        first = self._list.starts[index]
        return Line(line.steps, line.leaf, (first + line.path[0], *line.path[1:]), line.opens)

    def new_number(self) -> int:
        """Return a number that no container of the document has."""
        return next(self._ids)

    def shown_steps(self, number: int) -> Steps:
        """Return the containers around a Qt block, with the numbers that the document has for them."""
        return self._reads[number][-1].steps

    def first_line_of_cell(self, number: int, by: int) -> int | None:
        """Return the first line of the cell `by` cells on from the one of a line; None outside the table."""
        here = self._reads[number][0].steps
        step = here[0] if here else None
        if not isinstance(step, CellStep):
            return None
        wanted = (step.id, step.cell + by)
        first, behind = max(number - 2000, 0), min(number + 2000, len(self._reads))
        for index in range(first, behind):
            steps = self._reads[index][0].steps
            if steps and isinstance(steps[0], CellStep) and (steps[0].id, steps[0].cell) == wanted:
                return index
        return None

    def walked(self) -> Body:
        """Return the body that a full walk through the document finds."""
        units = units_of([self.reader.read(block) for block in _blocks(self.document)])
        settle_fillers(units)
        return tuple(chain.from_iterable(unit.blocks for unit in units))

    # ------------------------------------------------------------------------------------------------ document to model

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if self._guard:
            return
        try:
            self.touched()
            self._read_change(position, added)
        except Exception:  # PySide would print it and go on, and the model would be silently wrong
            _LOG.exception("reading a change in the text failed; the whole text is read again")
            self._failed = True

    def _on_contents_changed(self) -> None:
        if self._guard:
            return
        try:
            self._settle()
        except Exception:
            _LOG.exception("putting the text in order failed; it is shown anew")
            self._show_anew()
        finally:
            self.rested()

    def _settle(self) -> None:
        if self._failed:
            self._failed, self._changed = False, True
            self._walk()
        if self._stale or self._list.lacks_filler() or any(map(_IS_ASKEW, self.units)):
            self._put_right()
        if self._changed:
            self._changed = False
            self.edited(self.body)

    def _show_anew(self) -> None:
        self._walk()
        body = self.body
        self._replace(0, len(self.units), body)
        self._changed = self._failed = False
        self.edited(body)

    def _walk(self) -> None:
        self._reads = [self.reader.read(block) for block in _blocks(self.document)]
        self._list.replace(units_of(self._reads))
        self._share(0, len(self.units), self.body)

    def _read_change(self, position: int, added: int) -> None:
        document = self.document
        first = document.findBlock(position).blockNumber()
        last_block = document.findBlock(min(position + added, document.characterCount() - 1))
        last = last_block.blockNumber()
        delta = document.blockCount() - len(self._reads)
        new = list(self._read_range(first, last))
        old_last = last - delta
        if not -1 <= first - 1 <= old_last < len(self._reads):
            raise IndexError(f"blocks {first} to {last} of {document.blockCount()}, {delta} more than before")
        if not delta and new == self._reads[first : last + 1]:
            return
        if not (len(new) == 1 and not delta and self._retype(first, new[0])):
            self._splice(first, max(old_last, first), new, delta)

    def _read_range(self, first: int, last: int) -> Iterator[Read]:
        block = self.document.findBlockByNumber(first)
        for number in range(first, last + 1):
            read = self.reader.read(block)
            if self.reader.has_stale_look(block, read):
                self._stale.add(number)
            yield read
            block = block.next()

    def _retype(self, number: int, read: Read) -> bool:
        """Take other words of one line, nearly always what a key changed; False where it is more than that."""
        before = self._reads[number]
        if len(before) != 1 or len(read) != 1:
            return False
        index, inside = self.unit_at(number)
        unit = self.units[index].retyped(inside, before[0], read[0])
        if unit is None:
            return False
        self._reads[number] = read
        self._list.exchange(index, index + 1, [unit])
        self._take_body()
        return True

    def _splice(self, first: int, old_last: int, new: list[Read], delta: int) -> None:
        """Exchange the reads `first` to `old_last`, and the units that this touches on either side."""
        start, _ = self.unit_at(first)
        end, _ = self.unit_at(min(old_last, len(self._reads) - 1))
        reads = self._reads
        reads[first : old_last + 1] = new
        ends = self._list.ends
        begin, behind = ends[start] - self.units[start].count, ends[end] + delta
        while begin and joins(reads[begin - 1], reads[begin]):
            start -= 1
            begin -= self.units[start].count
        while behind < len(reads) and joins(reads[behind - 1], reads[behind]):
            end += 1
            behind += self.units[end].count
        old = tuple(chain.from_iterable(unit.blocks for unit in self.units[start : end + 1]))
        found = units_of(reads[begin:behind])
        self._list.exchange(start, end + 1, found)
        self._share(start, start + len(found), old)

    def _share(self, start: int, end: int, old: Body) -> None:
        """Give the units `start` to `end` the old objects of what did not change, and make the body anew."""
        self._list.settle_fillers()
        chosen = self.units[start:end]
        same = shared(old, tuple(chain.from_iterable(unit.blocks for unit in chosen)))
        at = 0
        for unit in chosen:
            blocks = same[at : at + len(unit.blocks)]
            at += len(unit.blocks)
            unit.set_blocks(blocks)
        self._take_body()

    def _take_body(self) -> None:
        body = self._list.body()
        if len(body) != len(self.body) or not all(map(is_, body, self.body)):
            self.body = body
            self._changed = True

    # ------------------------------------------------------------------------------------------------ model to document

    def show(self, body: Body) -> None:
        """Show a body, writing only what differs from the one shown."""
        wanted: list[Body] = [(block,) for block in body]
        if needs_filler(body):
            wanted.append(())
        have = self.units
        start, end = aligned(have, wanted)
        old, new = have[start : len(have) - end], wanted[start : len(wanted) - end]
        with self.writing():
            if len(old) == len(new):
                for index, (unit, blocks) in enumerate(zip(old, new, strict=True), start):
                    if not self._rewrite(index, unit, blocks):
                        self._replace_differing(start, end, wanted)
                        break
            else:
                self._replace_differing(start, end, wanted)
        self.body = body
        self._changed = False

    def show_everything(self, body: Body) -> None:
        """Write everything anew, as after a change of palette or entry."""
        self._replace(0, len(self.units), body)
        self.body = body
        self._changed = False

    def _replace_differing(self, start: int, end: int, wanted: Sequence[Body]) -> None:
        blocks = tuple(chain.from_iterable(wanted[start : len(wanted) - end]))
        self._replace(start, len(self.units) - end, blocks)

    def _rewrite(self, index: int, unit: Unit, blocks: Body) -> bool:
        """Write the lines of one unit that differ; False where its structure differs."""
        if unit.blocks == blocks and not unit.is_askew:
            unit.set_blocks(blocks)
            return True
        first = self._list.ends[index] - unit.count
        shown = [line for read in self._reads[first : first + unit.count] for line in read]
        lines = rewritable(unit, shown, blocks)
        if lines is None:
            return False
        for number, (old, new) in enumerate(zip(shown, lines, strict=True), first):
            if old != new:
                self.writer.rewrite(self.document.findBlockByNumber(number), new)
                self._reads[number] = (new,)
        fresh = Unit(blocks, unit.count, is_filler=not blocks)
        self._list.exchange(index, index + 1, [fresh])
        return True

    def _replace(self, start: int, end: int, blocks: Body) -> None:
        """Exchange the units `start` to `end` (exclusive) by blocks; wider where Qt needs it."""
        start, end, blocks = self._widened(start, end, blocks)
        lines_of_units = [list(lines_of_block(block, (0,), self._ids)) for block in blocks]
        units = [Unit((block,), len(lines)) for block, lines in zip(blocks, lines_of_units, strict=True)]
        before = self.units[start - 1].blocks if start else ()
        if end == len(self.units) and needs_filler(blocks or before):
            units.append(Unit((), 1, is_filler=True))
            lines_of_units.append([FILLER_LINE])
        ends = self._list.ends
        first, behind = ends[start] - self.units[start].count, ends[end - 1]
        with self.writing():
            cursor = self._selected(first, behind - 1)
            cursor.removeSelectedText()
            written = self.writer.write(cursor, list(chain.from_iterable(lines_of_units)))
        self._reads[first:behind] = [(line,) for line in written]
        self._list.replace([*self.units[:start], *units, *self.units[end:]])
        if self.document.blockCount() != len(self._reads):
            _LOG.error("the text has %d blocks for %d lines", self.document.blockCount(), len(self._reads))
            self._walk()

    def _widened(self, start: int, end: int, blocks: Body) -> tuple[int, int, Body]:
        """Grow a range until neither it nor its new lines begin or end with a table, and it is not empty."""
        ends = self._list.ends
        while True:
            if start < end and is_in_cell(self._reads[ends[start] - self.units[start].count]):
                start, blocks = start - 1, (*self.units[start - 1].blocks, *blocks)
            elif end < len(self.units) and (
                start == end or is_in_cell(self._reads[ends[end - 1] - 1]) or needs_filler(blocks)
            ):
                blocks = (*blocks, *self.units[end].blocks)
                end += 1
            elif start and (start == end or not blocks):
                start, blocks = start - 1, (*self.units[start - 1].blocks, *blocks)
            else:
                return start, end, blocks

    def _selected(self, first: int, last: int) -> QTextCursor:
        document = self.document
        cursor = QTextCursor(document.findBlockByNumber(first))
        end = document.findBlockByNumber(last)
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # ----------------------------------------------------------------------------------------------------- put in order

    def _put_right(self) -> None:
        """Write anew what an edit left otherwise than it would be written: captions lost, lines split, looks."""
        anchor, position = (self._counted(place) for place in self.caret())
        for number in sorted(self._stale):
            if number < len(self._reads):
                self.units[self.unit_at(number)[0]].is_askew = True
        self._stale.clear()
        changed, body = self._changed, self.body
        if self._list.lacks_filler():
            self._replace(len(self.units) - 1, len(self.units), self.units[-1].blocks)
        index = 0
        while index < len(self.units):
            unit = self.units[index]
            if unit.is_askew:
                before = len(self.units)
                first = self._list.ends[index] - unit.count
                if not self._relook(first, unit):
                    self._replace(index, index + 1, unit.blocks)
                    index = max(index - max(before - len(self.units), 0), -1)
            index += 1
        self._changed, self.body = changed, body
        self.place_caret(self._position(*anchor), self._position(*position))

    def _relook(self, first: int, unit: Unit) -> bool:
        """Write the lines of a unit in place where its structure is as it should be."""
        reads = self._reads[first : first + unit.count]
        shown = [line for read in reads for line in read]
        lines = rewritable(unit, shown, unit.blocks) if len(shown) == unit.count else None
        if lines is None:
            return False
        with self.writing():
            for number, line in enumerate(lines, first):
                self.writer.rewrite(self.document.findBlockByNumber(number), line)
        unit.is_askew = False
        return True

    def _counted(self, place: int) -> tuple[int, int]:
        """Return a position as the unit it lies in and the signs before it there, separators not counted."""
        block = self.document.findBlock(place)
        number = block.blockNumber() - self.unit_at(block.blockNumber())[1]
        before = sum(self.document.findBlockByNumber(n).length() - 1 for n in range(number, block.blockNumber()))
        return number, before + place - block.position()

    def _position(self, number: int, signs: int) -> int:
        block = self.document.findBlockByNumber(min(number, self.document.blockCount() - 1))
        while signs > block.length() - 1 and block.next().isValid():
            signs -= block.length() - 1
            block = block.next()
        return block.position() + min(signs, block.length() - 1)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """While this lasts, changes of the document are the view's own and not read."""
        self._guard += 1
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()
            self._guard -= 1


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
