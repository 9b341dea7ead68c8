"""The reference list: items edited in place, moved, added, taken out; citations in the text follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from proceedings_editor.app.history import NO_CARET, Caret
from proceedings_editor.app.session import Change, Session
from proceedings_editor.model.body import Span, plain_text
from proceedings_editor.model.edit import Edit, ReorderReferences, ReplaceText, SetField, Together
from proceedings_editor.model.entry import Reference
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.place import Place
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.form.line import TextBox
from proceedings_editor.ui.form.note import NoteStrip
from proceedings_editor.ui.form.row import tool_button
from proceedings_editor.ui.form.subject import Subject
from proceedings_editor.ui.icon import Icons
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.read_only import set_read_only
from proceedings_editor.ui.reveal import reveal
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.tab_order import go_through_before
from proceedings_editor.ui.words import Words

_TYPED_NUMBER: Final = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}[.)])\s*(?=\S)")
_LABEL: Final = text("References")
_FIELD: Final = "references"

Carets = tuple[tuple[int, int], tuple[int, int]]


class ReferenceList(QScrollArea):
    """Shows and edits the references of one entry."""

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("referenceList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session, self._words = session, words
        self._subject = Subject(session, "", self)
        self._items: list[ReferenceItem] = []
        self._findings: Sequence[Finding] = ()
        self._shown: tuple[Reference, ...] | None = None
        self._read_only = False
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._add = QPushButton(self)
        Icons(self._add).give(self._add.setIcon, "plus")
        self._add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._add.clicked.connect(lambda: self.add_behind(len(self._references()) - 1))
        self._lay_out()
        speaker = Speaker(words, self)
        speaker.say(lambda words: self._add.setText(f" {words}"), text("Add a reference"))
        speaker.name(self._add, "addReference", text("Add a reference"))
        speaker.say(
            self._empty.setText, text("There are no references. Add one, or paste a whole list: each line is one.")
        )
        listen(self, session, self._changed)

    def _lay_out(self) -> None:
        holder = QWidget()
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(6)
        layout = QVBoxLayout(holder)
        layout.addWidget(self._empty)
        layout.addLayout(self._boxes)
        layout.addWidget(self._add)
        layout.addStretch(1)
        self.setWidget(holder)

    # ------------------------------------------------------------------------------------------------------- doors

    def show_entry(self, entry_id: str) -> None:
        """Show another entry."""
        self._subject.entry_id = entry_id
        self._refresh()
        self.verticalScrollBar().setValue(0)

    def go_to(self, place: Place, caret: Caret = NO_CARET) -> None:
        """Put the cursor into the item of a place."""
        index = place.field.removeprefix(f"{_FIELD}.").partition(".")[0]
        if not index.isdecimal() or int(index) >= len(self._items):
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        item = self._items[int(index)]
        item.box.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self, item.box, item)
        if caret is NO_CARET and place.end:
            caret = Caret("", place.start, place.end)
        if caret is not NO_CARET:
            item.box.put_caret(caret)

    def set_read_only(self, read_only: bool) -> None:
        """Let it only be read, or edited again."""
        if read_only == self._read_only:
            return
        self._read_only = read_only
        set_read_only(self, read_only)
        self._shown = None
        self._refresh()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the findings of this entry under their items."""
        self._findings = findings
        for index, item in enumerate(self._items):
            here = [one for one in findings if one.place.field == f"{_FIELD}.{index}"]
            item.notes.show_findings(here)

    # ------------------------------------------------------------------------------------------------------- edits

    def add_behind(self, index: int, texts: Sequence[str] = ("",)) -> None:
        """Add items behind another one; those behind them get new numbers, and so do their citations."""
        references = self._references()
        new = tuple(Reference((Span(words),) if words else ()) for words in texts)
        if index + 1 == len(references):
            self._subject.set(_FIELD, (*references, *new), text("Add references"))
        else:
            self._session.close_step()
            self._session.apply(_inserted(self._subject.entry_id, references, index + 1, new))
        self.go_to(Place(field=f"{_FIELD}.{index + len(new)}"))

    def go_on(self, index: int) -> None:
        """Go to the item behind another one; behind the last one a new item begins, unless that is empty itself."""
        references = self._references()
        if index + 1 < len(references):
            self.go_to(Place(field=f"{_FIELD}.{index + 1}"))
        elif references[index].text:
            self.add_behind(index)

    def move_item(self, index: int, by: int) -> None:
        """Exchange an item with its neighbour."""
        order = list(range(len(self._references())))
        order[index], order[index + by] = order[index + by], order[index]
        self._reorder(order, index + by, text("Move reference {number}", number=index + 1))
        self.go_to(Place(field=f"{_FIELD}.{index + by}"))

    def remove_item(self, index: int) -> None:
        """Take an item out."""
        order = [place for place in range(len(self._references())) if place != index]
        self._reorder(order, index, text("Remove reference {number}", number=index + 1))

    def type(self, index: int, old: str, new: str, carets: Carets) -> None:
        """Take over what a person typed; marks and links around it stay."""
        start, end, words = _difference(old, new)
        place = Place(field=f"{_FIELD}.{index}", start=start, end=end)
        edit = ReplaceText(self._subject.entry_id, place, words, _LABEL)
        self._subject.type_edit(f"{_FIELD}.{index}", edit, carets)

    def _reorder(self, order: Sequence[int], index: int, label: Text) -> None:
        place = Place(field=f"{_FIELD}.{index}")
        self._session.close_step()
        self._session.apply(ReorderReferences(self._subject.entry_id, tuple(order), label, place))

    # ------------------------------------------------------------------------------------------------------ inside

    def _references(self) -> tuple[Reference, ...]:
        value = self._subject.value(_FIELD)
        return value if isinstance(value, tuple) else ()

    def _changed(self, change: Change) -> None:
        if change.is_refusal:
            self._shown = None
            for item in self._items:
                item.forget()
        if change.before is not change.after or change.is_refusal:
            self._refresh()

    def _refresh(self) -> None:
        references = self._references() if self._subject.entry_id else ()
        if references is self._shown:
            return
        self._shown = references
        while len(self._items) > len(references):
            item = self._items.pop()
            self._boxes.removeWidget(item)
            item.hide()
            item.deleteLater()
        while len(self._items) < len(references):
            item = ReferenceItem(self, self._session, self._words, len(self._items))
            self._items.append(item)
            self._boxes.addWidget(item)
            go_through_before(item, self._add)
        for item, reference in zip(self._items, references, strict=True):
            item.show_reference(reference, len(references))
        self._empty.setVisible(not references)
        self.show_findings(self._findings)
        if self._read_only:
            set_read_only(self, True)


class ReferenceItem(QWidget):
    """One item: its number, its words, its buttons, and what is wrong with it."""

    def __init__(self, owner: ReferenceList, session: Session, words: Words, index: int) -> None:
        super().__init__()
        self._list, self._words, self._index = owner, words, index
        self._reference: Reference | None = None
        self._shown = ""
        self._number = QLabel(f"{index + 1}.", self)
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("000."))
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._number.setContentsMargins(0, 4, 0, 0)
        self.box = ReferenceBox(self)
        self.notes = NoteStrip(session, words, self)
        self._speaker = Speaker(words, self)
        self._speaker.name(self.box, f"reference_{index}", text("Reference {number}", number=index + 1))
        self._buttons = self._make_buttons()
        self._lay_out()
        self.box.typed.connect(self._type)
        self.box.left.connect(session.close_step)
        self.box.lines_pasted.connect(self._paste)
        self.box.entered.connect(lambda: owner.go_on(index))

    def forget(self) -> None:
        """Show the item again next time, whatever seems to be shown."""
        self._reference = None

    def show_reference(self, reference: Reference, count: int) -> None:
        """Show an item, one of `count`."""
        up, down, _ = self._buttons
        up.setEnabled(self._index > 0)
        down.setEnabled(self._index < count - 1)
        if reference is self._reference:
            return
        self._reference = reference
        self._shown = plain_text(reference.text)
        self.box.show_text(self._shown)
        links = [run.href for run in reference.text if isinstance(run, Span) and run.href]
        self.box.setToolTip("\n".join(links))

    def _make_buttons(self) -> tuple[QWidget, QWidget, QWidget]:
        owner, index = self._list, self._index
        return (
            tool_button(
                self._speaker, f"up_{index}", "chevron-up", text("Move up"), lambda: owner.move_item(index, -1)
            ),
            tool_button(
                self._speaker, f"down_{index}", "chevron-down", text("Move down"), lambda: owner.move_item(index, 1)
            ),
            tool_button(self._speaker, f"remove_{index}", "x", text("Remove"), lambda: owner.remove_item(index)),
        )

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.box, 1, Qt.AlignmentFlag.AlignTop)
        for button in self._buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.notes)

    def _type(self, before: tuple[int, int], after: tuple[int, int]) -> None:
        old, new = self._shown, self.box.words()
        self._shown = new
        self._list.type(self._index, old, new, (before, after))

    def _paste(self, lines: list[str]) -> None:
        """Into an empty item the first line comes in itself, otherwise all come behind it."""
        if not self._shown and lines:
            self._list.type(self._index, "", lines[0], ((0, 0), (len(lines[0]), len(lines[0]))))
            lines = lines[1:]
        if lines:
            self._list.add_behind(self._index, lines)


class ReferenceBox(TextBox):
    """Text of one reference; several pasted lines become several references, and Enter goes on to the next one."""

    lines_pasted = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(several=False, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; the next widget is a button that moves the item, where a space typed on would press it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  # Qt's name
        """See Qt; numbers typed before the items go, because the position is the number."""
        lines = [_TYPED_NUMBER.sub("", line, count=1).strip() for line in source.text().splitlines() if line.strip()]
        if len(lines) > 1:
            self.lines_pasted.emit(lines)
        else:
            super().insertFromMimeData(source)


def _inserted(entry_id: str, references: Sequence[Reference], at: int, new: Sequence[Reference]) -> Edit:
    """New items at the end, then everything in the order wanted, so that citations follow."""
    label = text("Add references")
    count = len(references)
    order = (*range(at), *range(count, count + len(new)), *range(at, count))
    place = Place(field=f"{_FIELD}.{at}")
    added = SetField(entry_id, _FIELD, (*references, *new), label)
    return Together((added, ReorderReferences(entry_id, order, label, place)), label)


def _difference(old: str, new: str) -> tuple[int, int, str]:
    """Return which stretch of the old words became which new words."""
    most = min(len(old), len(new))
    start = next((place for place in range(most) if old[place] != new[place]), most)
    same = next((back for back in range(most - start) if old[-1 - back] != new[-1 - back]), most - start)
    return start, len(old) - same, new[start : len(new) - same]
