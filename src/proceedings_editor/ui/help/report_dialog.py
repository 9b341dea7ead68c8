"""“Report a problem”: shows what would go into the report and saves it where the person says."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.problem_report import Part, report_parts, write_report
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.entry import Entry
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.file_dialog import ask_new_file
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_MOST_SHOWN: Final = 200_000
_SAVE: Final = QDialogButtonBox.StandardButton.Save
_CANCEL: Final = QDialogButtonBox.StandardButton.Cancel
_HEADS: Final = (text("File"), text("What it is"))


class ReportDialog(Dialog):
    """Gathers a report; `saved` is where it lies.

    Args:
        words: The window's language.
        log_folder: Where the program's log lies.
        folder: The open collection's folder, None without one.
        entry: The entry at hand, None without one.
        parent: The window.
    """

    def __init__(
        self, words: Words, log_folder: Path, folder: Path | None, entry: Entry | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self._words, self._log, self._folder, self._entry = words, log_folder, folder, entry
        self._parts: tuple[Part, ...] = ()
        self.saved: Path | None = None
        self._told, self._with_text = QPlainTextEdit(self), QCheckBox(self)
        self._list, self._shown = QTreeWidget(self), QPlainTextEdit(self)
        self._hint, self._state = QLabel(self), QLabel(self)
        self._buttons = QDialogButtonBox(_SAVE | _CANCEL, parent=self)
        self._lay_out()
        self._name()
        self._told.textChanged.connect(self._gather)
        self._with_text.toggled.connect(self._gather)
        self._list.currentItemChanged.connect(self._show_part)
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)
        self._gather()
        resize_within_screen(self, 760, 600)

    # ------------------------------------------------------------------------------------------------------ set-up

    def _lay_out(self) -> None:
        self._hint.setWordWrap(True)
        self._state.setWordWrap(True)
        self._told.setMaximumHeight(110)
        self._told.setTabChangesFocus(True)
        self._shown.setReadOnly(True)
        self._list.setRootIsDecorated(False)
        self._with_text.setEnabled(self._entry is not None)
        parts = QSplitter(self)
        parts.addWidget(self._list)
        parts.addWidget(self._shown)
        parts.setSizes([380, 380])
        layout = QVBoxLayout(self)
        for widget in (self._hint, self._told, self._with_text, parts, self._state, self._buttons):
            layout.addWidget(widget, 1 if widget is parts else 0)

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        hint = text(
            "The report is a zip file; nothing is sent by itself. Save it and attach it to a message to those who "
            "look after the program."
        )
        speaker.say(self.setWindowTitle, text("Report a problem"))
        speaker.say(self._hint.setText, hint)
        speaker.name(self._told, "reportWords", text("What did you do, and what happened?"))
        speaker.say(self._told.setPlaceholderText, text("What did you do, and what happened?"))
        speaker.name(self._with_text, "reportText", text("Put in the text of the article at hand"))
        speaker.say(self._with_text.setText, text("Put in the text of the article at hand"))
        speaker.name(self._list, "reportParts", text("What goes into the report"))
        speaker.name(self._shown, "reportPart", text("What the chosen file says"))
        speaker.say(self._buttons.button(_SAVE).setText, text("Save the report…"))
        speaker.say(self._buttons.button(_CANCEL).setText, text("Cancel"))
        speaker.say(lambda _: self._list.setHeaderLabels([self._words(head) for head in _HEADS]), _HEADS[0])
        self._state.setObjectName("reportState")

    # ------------------------------------------------------------------------------------------------------ inside

    def _gather(self) -> None:
        """Show what would go in as things are ticked now."""
        entry = self._entry if self._with_text.isChecked() else None
        told = self._told.toPlainText()
        try:
            self._parts = report_parts(self._log, self._folder, entry, told, besides=f"Qt {qVersion()}")
        except ProceedingsError as error:
            self._say(error.sentence)
            return
        current = self._list.currentItem()
        chosen = current.text(0) if current else ""
        self._list.clear()
        rows = [QTreeWidgetItem([part.name, self._words(part.about)]) for part in self._parts]
        self._list.addTopLevelItems(rows)
        self._list.resizeColumnToContents(0)
        self._list.setCurrentItem(next((row for row in rows if row.text(0) == chosen), rows[0]))

    def _show_part(self, row: QTreeWidgetItem | None) -> None:
        data = next((part.data for part in self._parts if row and part.name == row.text(0)), b"")
        self._shown.setPlainText(data[-_MOST_SHOWN:].decode(errors="replace"))

    def _save(self) -> None:
        path = ask_new_file(self, self._words, text("Save the report"), text("Zip files (*.zip)"), "report.zip")
        if path is None:
            return
        try:
            write_report(self._parts, path)
        except ProceedingsError as error:
            self._say(error.sentence)
            return
        self.saved = path
        self.accept()

    def _say(self, sentence: Text) -> None:
        self._state.setText(self._words(sentence))
