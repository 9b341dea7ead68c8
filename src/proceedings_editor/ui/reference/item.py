"""One reference in the list: its number, its words, its buttons, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import RichText
from proceedings_editor.model.entry import Reference
from proceedings_editor.texts import text
from proceedings_editor.ui.form.note import NoteStrip
from proceedings_editor.ui.form.row import tool_button
from proceedings_editor.ui.reference.box import ReferenceBox
from proceedings_editor.ui.reference.handle import NumberHandle
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from proceedings_editor.ui.reference.panel import ReferenceList


_WIDE: Final = 480
"""Pixels an item needs for all its buttons side by side."""
_ALL_BESIDE: Final = 4
_TWO_BESIDE: Final = 2


class ReferenceItem(QWidget):
    """One item of the list."""

    def __init__(self, owner: ReferenceList, session: Session, words: Words, index: int) -> None:
        super().__init__()
        self._list, self._words, self.index = owner, words, index
        self._reference: Reference | None = None
        self._shown = ""
        self._uncited = False
        self._columns = 0
        self.handle = NumberHandle(index + 1, self)
        self.box = ReferenceBox(words, self)
        self.notes = NoteStrip(session, words, self)
        self._speaker = Speaker(words, self)
        self._speaker.name(self.handle, f"number_{index}", text("Choose reference {number}", number=index + 1))
        self._speaker.name(self.box, f"reference_{index}", text("Reference {number}", number=index + 1))
        self.open, self._up, self._down, self._gone = self._make_buttons()
        self._lay_out()
        choosing = owner.choosing
        self.box.typed.connect(self._type)
        self.box.left.connect(session.close_step)
        self.box.items_pasted.connect(self._paste)
        self.box.link_wanted.connect(owner.open_link)
        self.box.entered.connect(lambda: owner.go_on(index))
        self.handle.dragged.connect(lambda place: choosing.drag(place))
        self.handle.dropped.connect(lambda place: choosing.drop(index, place))
        self.handle.left.connect(choosing.hide_line)
        self.handle.picked.connect(lambda through: choosing.pick(index, through=through))
        self.handle.gone.connect(lambda: owner.remove_chosen(index))
        words.changed.connect(self._tell_use)
        self._tell_use()

    # ------------------------------------------------------------------------------------------------------- doors

    def forget(self) -> None:
        """Show the item again next time, whatever seems to be shown."""
        self._reference = None

    def show_reference(self, reference: Reference, count: int) -> None:
        """Show an item, one of `count`."""
        self._up.setEnabled(self.index > 0)
        self._down.setEnabled(self.index < count - 1)
        if reference is self._reference:
            return
        self._reference = reference
        self.box.show_reference(reference.text)
        self._shown = self.box.words()
        self.open.setEnabled(bool(self.box.link_at_cursor()))

    def show_use(self, *, cited: bool) -> None:
        """Show whether somebody cites it."""
        if cited == self._uncited:
            self._uncited = not cited
            self.handle.show_faint(not cited)
            self._tell_use()

    def take_focus(self) -> None:
        """Put the keyboard into the words."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def middle(self) -> int:
        """Where the middle of the item is, in the list's own pixels."""
        return self.y() + self.height() // 2

    # ------------------------------------------------------------------------------------------------------ inside

    def _make_buttons(self) -> tuple[QWidget, QWidget, QWidget, QWidget]:
        owner, index, speaker = self._list, self.index, self._speaker
        return (
            tool_button(speaker, f"open_{index}", "link", text("Open the link"), lambda: owner.open_item(index)),
            tool_button(speaker, f"up_{index}", "chevron-up", text("Move up"), lambda: owner.move_item(index, -1)),
            tool_button(speaker, f"down_{index}", "chevron-down", text("Move down"), lambda: owner.move_item(index, 1)),
            tool_button(speaker, f"remove_{index}", "x", text("Remove"), lambda: owner.remove_item(index)),
        )

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.box, 1, Qt.AlignmentFlag.AlignTop)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(0)
        self._place_buttons(_ALL_BESIDE)
        line.addLayout(self._buttons)
        line.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.notes)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: where there is little room, the buttons stand below each other too."""
        super().resizeEvent(event)
        self._place_buttons(_ALL_BESIDE if event.size().width() >= _WIDE else _TWO_BESIDE)

    def _place_buttons(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for place, button in enumerate((self.open, self._up, self._down, self._gone)):
                self._buttons.addWidget(button, place // columns, place % columns)

    def _tell_use(self) -> None:
        use = text("Not cited in the text.") if self._uncited else text("Cited in the text.")
        how = text("Click to choose, drag to move; Alt with ↑ or ↓ moves what is chosen.")
        self.handle.setAccessibleDescription(self._words(use))
        self.handle.setToolTip(f"{self._words(use)}\n{self._words(how)}")

    def _type(self, before: tuple[int, int], after: tuple[int, int]) -> None:
        old, new = self._shown, self.box.words()
        self._shown = new
        self._list.type(self.index, old, new, (before, after))

    def _paste(self, items: tuple[RichText, ...]) -> None:
        self._list.paste(items, self.index, into=not self._shown.strip())
