"""Several fixes at once: each shown as before and after, then made as one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.checking import shown_name
from proceedings_editor.app.fixing import Fixed
from proceedings_editor.app.session import Session
from proceedings_editor.app.visible import told
from proceedings_editor.rules.place_name import place_name
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_HEADS = (text("Now"), text("Then"), text("Where"), text("Code"))
_ROLE = Qt.ItemDataRole.UserRole


class FixDialog(Dialog):
    """Lists fixes; `chosen` are those a person left ticked when the dialog was accepted."""

    def __init__(self, session: Session, words: Words, fixes: Sequence[Fixed], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fixDialog")
        self._words, self._fixes = words, fixes
        self._list = QTreeWidget(self)
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._fill(session)
        layout = QVBoxLayout(self)
        layout.addWidget(self._lead)
        layout.addWidget(self._list)
        layout.addWidget(self._buttons)
        self._name()
        self._list.itemChanged.connect(self._count)
        self._count()
        resize_within_screen(self, 860, 460)

    @property
    def chosen(self) -> tuple[Fixed, ...]:
        """The ticked fixes, in their order."""
        rows = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        ticked = (row for row in rows if row is not None and row.checkState(0) == Qt.CheckState.Checked)
        return tuple(self._fixes[row.data(0, _ROLE)] for row in ticked)

    def _fill(self, session: Session) -> None:
        tree = self._list
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels([self._words(head) for head in _HEADS])
        for number, fixed in enumerate(self._fixes):
            row = QTreeWidgetItem(self._cells(session, fixed))
            row.setCheckState(0, Qt.CheckState.Checked if fixed.fix.safe else Qt.CheckState.Unchecked)
            row.setData(0, _ROLE, number)
            row.setToolTip(0, self._words(fixed.finding.message))
            row.setToolTip(1, self._words(fixed.fix.edit.label))
            tree.addTopLevelItem(row)
        head = tree.header()
        head.setStretchLastSection(False)
        for column in (0, 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (2, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _cells(self, session: Session, fixed: Fixed) -> list[str]:
        finding = fixed.finding
        entry = session.entry(finding.entry) if finding.entry else None
        where = self._words(place_name(finding.place, entry))
        if entry is not None:
            where = f"{shown_name(entry, self._words.language)} · {where}"
        sides = [told(side, self._words.language) for side in (fixed.fix.before, fixed.fix.after)]
        return [*sides, where, finding.code]

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.say(self.setWindowTitle, text("Fix several problems"))
        speaker.name(self._list, "fixList", text("Changes"))
        speaker.say(
            self._lead.setText,
            text(
                "Only what is ticked is changed; look at what is proposed before you tick it. One undo takes all back."
            ),
        )
        speaker.say(self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText, text("Cancel"))

    def _count(self) -> None:
        count = len(self.chosen)
        button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText(self._words(_make_words(count)))
        button.setEnabled(count > 0)


def _make_words(count: int) -> Text:
    return plural("Make {count} change", "Make {count} changes", count)
