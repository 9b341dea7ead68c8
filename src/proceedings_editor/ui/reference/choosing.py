"""Choosing references by their numbers, and taking them elsewhere with the mouse or with keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from proceedings_editor.ui.reference.drop_line import DropLine
from proceedings_editor.ui.reference.item import ReferenceItem
from proceedings_editor.ui.reveal import reveal


class Choosing(QObject):
    """Knows which items are chosen.

    Args:
        area: Scrolls the items.
        holder: Has them in it.
        items: All that are there, in their order; the list changes with the entry.
        move: Puts some items before the one at a place, or behind the last; False where it did not.
    """

    def __init__(
        self,
        area: QScrollArea,
        holder: QWidget,
        items: Sequence[ReferenceItem],
        move: Callable[[Sequence[int], int], bool],
    ) -> None:
        super().__init__(area)
        self._area, self._holder, self._items, self._move_items = area, holder, items, move
        self._line = DropLine(area)
        self._last_picked = 0

    @property
    def chosen(self) -> tuple[int, ...]:
        """Places of the items that are chosen, from the first to the last."""
        return tuple(index for index, item in enumerate(self._items) if item.handle.isChecked())

    @property
    def here(self) -> int:
        """Place of the item with the keyboard, -1 where none has it."""
        focus = QApplication.focusWidget()
        return next((item.index for item in self._items if focus and item.isAncestorOf(focus)), -1)

    def choose(self, indexes: Collection[int]) -> None:
        """Choose these items and no others."""
        for index, item in enumerate(self._items):
            item.handle.setChecked(index in indexes)

    def pick(self, index: int, *, through: bool) -> None:
        """Take over that a number was clicked; `through` chooses everything from the one clicked before."""
        if through:
            first, last = sorted((self._last_picked, index))
            self.choose({*self.chosen, *range(first, last + 1)})
        self._last_picked = index

    def pick_here(self) -> None:
        """Choose the item with the keyboard, or choose it no longer."""
        if self.here >= 0:
            self._items[self.here].handle.click()

    def drag(self, place: QPoint) -> None:
        """Show where what is dragged would come."""
        self._line.show_before(self._gap(place), self._items, place)

    def drop(self, index: int, place: QPoint) -> None:
        """Move what is dragged: everything chosen where the one under the mouse is chosen, else this one."""
        self.hide_line()
        self._move(self.chosen if index in self.chosen else (index,), self._gap(place))

    def hide_line(self) -> None:
        """Show no longer where something would come."""
        self._line.stop()

    def move(self, by: int) -> None:
        """Move the chosen items, or the one at hand where none is, by one place; the keyboard stays in its item."""
        here = self.here
        chosen = self.chosen or ((here,) if here >= 0 else ())
        if not chosen:
            return
        to = min(chosen) - 1 if by < 0 else max(chosen) + 2
        on_handle = here >= 0 and QApplication.focusWidget() is self._items[here].handle
        if not 0 <= to <= len(self._items) or not self._move(chosen, to):
            return
        first = to if by < 0 else to - len(chosen)
        at = self._items[first + (chosen.index(here) if here in chosen else 0)]
        (at.handle if on_handle else at.box).setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self._area, at.box, at)

    def _move(self, chosen: Sequence[int], to: int) -> bool:
        ahead = sum(index < to for index in range(len(self._items)) if index not in chosen)
        were_chosen = bool(self.chosen)
        is_moved = self._move_items(chosen, to)
        if is_moved:
            self.choose(range(ahead, ahead + len(chosen)) if were_chosen else ())
        return is_moved

    def _gap(self, place: QPoint) -> int:
        """Before which item a place of the screen is."""
        y = self._holder.mapFromGlobal(place).y()
        return sum(item.middle() < y for item in self._items)
