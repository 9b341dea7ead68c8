"""Leaving a problem as it is with a reason, and the list of what was left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.checking import shown_name
from proceedings_editor.app.ignoring import Decision, decisions, watch_again
from proceedings_editor.app.session import Session
from proceedings_editor.model.finding import Finding
from proceedings_editor.rules.ignoring import IgnoredFinding
from proceedings_editor.texts import text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_HEADS: Final = (text("Code"), text("Entry"), text("Text"), text("Reason"), text("Day"))


def ask_reason(window: QWidget, words: Words, finding: Finding) -> str:
    """Ask why a finding is right as it is; "" where the person changes their mind."""
    dialog = QInputDialog(window)
    dialog.setObjectName("reasonDialog")
    dialog.setWindowTitle(words(text("Ignore {code}", code=finding.code)))
    dialog.setLabelText(words(finding.message) + "\n\n" + words(text("Why is this right as it is?")))
    dialog.setOkButtonText(words(text("Ignore")))
    dialog.setCancelButtonText(words(text("Cancel")))
    for label in dialog.findChildren(QLabel):
        label.setWordWrap(True)
    dialog.resize(460, 160)
    reason = dialog.textValue().strip() if dialog.exec() == QDialog.DialogCode.Accepted else ""
    dialog.deleteLater()
    return reason


class IgnoredDialog(Dialog):
    """Every decision with reason and day; each can be taken back."""

    def __init__(self, session: Session, words: Words, ignored: Sequence[IgnoredFinding], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ignoredDialog")
        self._session, self._words = session, words
        self._decisions = decisions(session.workspace, ignored)
        self._list = QTreeWidget(self)
        self._again = QPushButton(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._again.clicked.connect(self._watch_again)
        self._list.currentItemChanged.connect(self._show_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._list)
        layout.addWidget(buttons)
        speaker = Speaker(words, self)
        speaker.say(self.setWindowTitle, text("Ignored problems"))
        speaker.name(self._list, "ignoredList", text("Ignored problems"))
        speaker.name(self._again, "watchAgainButton", text("Check again"))
        speaker.say(self._again.setText, text("Check again"))
        speaker.say(buttons.button(QDialogButtonBox.StandardButton.Close).setText, text("Close"))
        self._fill()
        resize_within_screen(self, 860, 420)

    def _fill(self) -> None:
        tree = self._list
        tree.setRootIsDecorated(False)
        tree.setHeaderLabels([self._words(head) for head in _HEADS])
        head = tree.header()
        head.setStretchLastSection(False)
        for column in range(len(_HEADS)):
            wide = column in (2, 3)
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(column, mode)
        tree.addTopLevelItems([self._row(decision) for decision in self._decisions])
        tree.setCurrentIndex(tree.model().index(0, 0))
        self._show_button()

    def _row(self, decision: Decision) -> QTreeWidgetItem:
        entry = self._session.entry(decision.entry) if decision.entry else None
        made = decision.ignored
        name = shown_name(entry, self._words.language) if entry else "–"
        cells = [made.code, name, made.text, made.reason, f"{made.day:%d.%m.%Y}"]
        row = QTreeWidgetItem(cells)
        row.setToolTip(2, made.sentence)
        row.setToolTip(3, made.reason)
        if decision.finding is None:  # its sentence has changed: it meets nothing now
            row.setToolTip(0, self._words(text("The text has changed; this decision meets nothing any more.")))
            font = row.font(0)
            font.setStrikeOut(True)
            row.setFont(0, font)
        row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsEditable)
        return row

    def _show_button(self) -> None:
        self._again.setEnabled(self._list.currentItem() is not None)

    def _watch_again(self) -> None:
        row = self._list.currentIndex().row()
        if row < 0:
            return
        decision = self._decisions[row]
        self._decisions = (*self._decisions[:row], *self._decisions[row + 1 :])
        self._session.close_step()
        self._session.apply(watch_again(decision))
        self._list.takeTopLevelItem(row)
        self._show_button()
