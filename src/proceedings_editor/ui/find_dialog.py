"""Find and replace: each found place is listed with the words around it and what it would become."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.checking import entry_name
from proceedings_editor.app.session import Change, Session
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.progress import CancelToken
from proceedings_editor.rules.place_name import place_name
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_KIND: Final = "search"
_PAUSE_MS: Final = 250
_ROLE: Final = Qt.ItemDataRole.UserRole
_PLACE: Final = 150
"""Pixels that show where most things were found."""
_REPLACE: Final = text("Replace the ticked places")
_DELETE: Final = text("Delete the ticked words")
"""What replacing by nothing is: nobody shall lose words for having typed only what to look for."""
_HEADS: Final = (text("Found"), text("Then"), text("Where"))


class FindDialog(Dialog):
    """Stays beside the window; `place_chosen` tells entry id and place a person goes to."""

    place_chosen = Signal(str, object)

    def __init__(self, session: Session, words: Words, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findDialog")
        self._session, self._words, self._jobs = session, words, jobs
        self._entry = ""
        self._query: object = None
        self._words_line, self._put_line = QLineEdit(self), QLineEdit(self)
        self._where = QComboBox(self)
        self._case, self._whole, self._expression = QCheckBox(self), QCheckBox(self), QCheckBox(self)
        self._list = QTreeWidget(self)
        self._state = QLabel(self)
        self._next, self._replace, self._close = QPushButton(self), QPushButton(self), QPushButton(self)
        self._is_due = self._is_going = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._name()
        self._connect()
        resize_within_screen(self, 820, 520)

    # ------------------------------------------------------------------------------------------------------- doors

    def seek(self, entry_id: str, words: str = "", *, replacing: bool = False) -> None:
        """Open for an entry, with words to begin with; the cursor stands in the line that is wanted."""
        self._entry = entry_id
        if words:
            self._words_line.setText(words)
        line = self._put_line if replacing and self._words_line.text() else self._words_line
        self.show()
        self.raise_()
        self.activateWindow()
        line.setFocus()
        line.selectAll()
        self._await()

    def show_entry(self, entry_id: str) -> None:
        """Say which entry “this entry” means."""
        if entry_id != self._entry:
            self._entry = entry_id
            if self.isVisible() and self._where.currentData() == "here":
                self._await()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; Enter in the list goes to the chosen place, and not on to the next one."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self._list.hasFocus():
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; nothing is looked for any more."""
        self._pause.stop()
        self._is_going = False
        self._jobs.cancel(_KIND)
        super().hideEvent(event)

    # ------------------------------------------------------------------------------------------------------ set-up

    def _lay_out(self) -> None:
        form = QFormLayout()
        self._labels = QLabel(self), QLabel(self)
        for label, line in zip(self._labels, (self._words_line, self._put_line), strict=True):
            label.setBuddy(line)
            form.addRow(label, line)
        choices = QHBoxLayout()
        for box in (self._where, self._case, self._whole, self._expression):
            choices.addWidget(box)
        choices.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._state, 1)
        foot.addWidget(self._next)
        foot.addWidget(self._replace)
        foot.addWidget(self._close)
        self._state.setWordWrap(True)
        self._state.setObjectName("findState")
        self._list.setUniformRowHeights(True)
        self._list.setColumnCount(len(_HEADS))  # or the head forgets how each column stretches
        head = self._list.header()
        head.setStretchLastSection(False)
        for column, mode in enumerate((QHeaderView.ResizeMode.Stretch,) * 2 + (QHeaderView.ResizeMode.Interactive,)):
            head.setSectionResizeMode(column, mode)
        head.resizeSection(len(_HEADS) - 1, _PLACE)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addLayout(choices)
        layout.addWidget(self._list, 1)
        layout.addLayout(foot)

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.say(self.setWindowTitle, text("Find and replace"))
        names = (
            (self._words_line, "findWords", text("Find")),
            (self._put_line, "findReplacement", text("Replace with")),
            (self._where, "findWhere", text("Where to look")),
            (self._case, "findCase", text("Capitals matter")),
            (self._whole, "findWhole", text("Whole words")),
            (self._expression, "findExpression", text("Regular expression")),
            (self._list, "findList", text("Found places")),
            (self._next, "findNextButton", text("Find next")),
            (self._replace, "replaceButton", _REPLACE),
            (self._close, "findCloseButton", text("Close")),
        )
        for widget, name, label in names:
            speaker.name(widget, name, label)
            if isinstance(widget, QCheckBox | QPushButton):
                speaker.say(widget.setText, label)
        for label_widget, label in zip(self._labels, (text("Find"), text("Replace with")), strict=True):
            speaker.say(label_widget.setText, label)
        for value, label in (("here", text("This entry")), ("all", text("All entries"))):
            self._where.addItem("", value)
            speaker.say(partial(self._where.setItemText, self._where.count() - 1), label)
        speaker.say(lambda _: self._list.setHeaderLabels([self._words(head) for head in _HEADS]), _HEADS[0])

    def _connect(self) -> None:
        for line in (self._words_line, self._put_line):
            line.textChanged.connect(self._await)
        for box in (self._case, self._whole, self._expression):
            box.toggled.connect(self._await)
        self._where.currentIndexChanged.connect(self._await)
        self._put_line.textChanged.connect(self._name_button)
        self._words.changed.connect(self._say_again)
        self._pause.timeout.connect(self._look)
        self._list.itemClicked.connect(self._go)
        self._list.itemActivated.connect(self._go)
        self._list.itemChanged.connect(self._show_button)
        self._next.setDefault(True)
        self._next.clicked.connect(self._go_on)
        self._replace.clicked.connect(self._put)
        self._close.clicked.connect(self.close)
        listen(self, self._session, self._changed)
        self._name_button()
        self._show_button()

    # ------------------------------------------------------------------------------------------------------ inside

    def _await(self) -> None:
        """Look when the person rests; until then the list is not what is asked for, and nothing of it is replaced."""
        self._is_due = True
        self._replace.setEnabled(False)
        self._pause.start()

    def _look(self) -> None:
        from proceedings_editor.app.searching import Query, find

        if not self._words_line.text():
            self._show((), None)
            return
        query = Query(
            self._words_line.text(),
            self._expression.isChecked(),
            self._case.isChecked(),
            self._whole.isChecked(),
            self._put_line.text(),
        )
        here = self._where.currentData() == "here"
        entries = [one for one in self._session.workspace.entries if not here or one.id == self._entry]

        def work(cancel: CancelToken) -> tuple[object, ...]:
            return find(entries, query, cancel)

        self._jobs.start(_KIND, work, partial(self._show, query=query), self._fail)

    def _show(self, found: Sequence[object], query: object) -> None:
        from proceedings_editor.app.searching import MOST_FOUND, Occurrence

        self._query, self._is_due = query, False
        tree = self._list
        tree.blockSignals(True)
        tree.clear()
        places = [one for one in found if isinstance(one, Occurrence)]
        for entry_id, group in groupby(places, key=lambda one: one.entry):
            entry = self._session.entry(entry_id)
            rows = [self._row(one) for one in group]
            title = entry.title.best(entry.language) if entry else ""
            number = entry_name(entry) if entry and entry.number is not None else ""
            parent = QTreeWidgetItem([f"{number} {title} ({len(rows)})".strip(), "", ""])
            font = QFont(self.font())
            font.setBold(True)
            parent.setFont(0, font)
            parent.addChildren(rows)
            tree.addTopLevelItem(parent)
            parent.setFirstColumnSpanned(True)
            parent.setExpanded(True)
        tree.blockSignals(False)
        counted = plural("{count} place", "{count} places", len(places))
        more = text("Only the first {count} places are shown.", count=MOST_FOUND)
        self._state.setText(self._words(more if len(places) == MOST_FOUND else counted) if query else "")
        self._show_button()
        if self._is_going:
            self._go_on()

    def _row(self, one: object) -> QTreeWidgetItem:
        from proceedings_editor.app.searching import Occurrence

        assert isinstance(one, Occurrence)
        entry = self._session.entry(one.entry)
        around = f"…{one.before[-24:]}", f"{one.after[:24]}…"
        put = f"{around[0]}[{one.words}]{around[1]}" if self._put_line.text() else ""
        row = QTreeWidgetItem([f"{around[0]}[{one.found}]{around[1]}", put, self._words(place_name(one.place, entry))])
        row.setData(0, _ROLE, one)
        row.setCheckState(0, Qt.CheckState.Checked)
        row.setToolTip(0, f"{one.before}{one.found}{one.after}")
        row.setToolTip(2, row.text(2))
        return row

    def _fail(self, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled):
            self._show((), None)
            self._say(error.sentence)

    def _say(self, sentence: Text) -> None:
        self._state.setText(self._words(sentence))

    def _rows(self) -> list[QTreeWidgetItem]:
        groups = [self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount())]
        return [row for group in groups if group for at in range(group.childCount()) if (row := group.child(at))]

    def _ticked(self) -> list[object]:
        return [row.data(0, _ROLE) for row in self._rows() if row.checkState(0) == Qt.CheckState.Checked]

    def _name_button(self) -> None:
        label = self._words(_REPLACE if self._put_line.text() else _DELETE)
        self._replace.setText(label)
        self._replace.setAccessibleName(label)

    def _say_again(self) -> None:
        self._name_button()
        if self.isVisible():
            self._await()  # places and counts are told in the window's language too

    def _show_button(self) -> None:
        self._replace.setEnabled(bool(self._ticked()))

    def _go_on(self) -> None:
        """Go to the place after the one chosen in the list, after the last to the first; look first where it is due."""
        self._is_going = self._is_due
        if self._is_going:
            self._pause.stop()
            self._look()
            return
        rows = self._rows()
        if rows:
            chosen = next((at for at, row in enumerate(rows) if row is self._list.currentItem()), -1)
            row = rows[(chosen + 1) % len(rows)]
            self._list.setCurrentItem(row)
            self._go(row)

    def _go(self, row: QTreeWidgetItem) -> None:
        one = row.data(0, _ROLE)
        if one is not None:
            self.place_chosen.emit(one.entry, one.place)

    def _put(self) -> None:
        """Replace the ticked places as one step; an empty replacement deletes the words."""
        from proceedings_editor.app.searching import Occurrence, Query, replace_found

        if not isinstance(self._query, Query):
            return
        chosen = [one for one in self._ticked() if isinstance(one, Occurrence)]
        try:
            edit = replace_found(self._session.workspace, self._query, chosen)
        except ProceedingsError as error:
            self._say(error.sentence)
            return
        if edit is not None:
            self._session.close_step()
            self._session.apply(edit)

    def _changed(self, change: Change) -> None:
        if self.isVisible() and change.before is not change.after:
            self._await()
