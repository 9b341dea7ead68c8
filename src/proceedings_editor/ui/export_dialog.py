"""The export dialog: what, how, where; then progress, and a sentence for every failure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.session import Session
from proceedings_editor.errors import ExportRefused, ProceedingsError
from proceedings_editor.progress import CancelToken
from proceedings_editor.storage.folder import Opened
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.folder_line import FolderLine
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_KIND: Final = "export"


class ExportDialog(Dialog):
    """Exports the entry at hand, the chosen ones or all; `refused` tells that errors stand against a final export."""

    refused = Signal()

    def __init__(self, session: Session, words: Words, jobs: Jobs, entry_ids: Sequence[str], parent: QWidget) -> None:
        """Make the dialog.

        Args:
            session: The collection.
            words: The window's language.
            jobs: Run the export.
            entry_ids: Of the entry at hand, or of several that are chosen; empty where there is none.
            parent: The window.
        """
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self._session, self._words, self._jobs, self._entry_ids = session, words, jobs, tuple(entry_ids)
        self._speaker = Speaker(words, self)
        self._this = self._choice(QRadioButton(self), "thisEntry", _these(len(self._entry_ids)))
        self._all = self._choice(QRadioButton(self), "allEntries", text("All entries"))
        self._draft = self._choice(QRadioButton(self), "draft", text("Draft, marked on every page"))
        self._final = self._choice(QRadioButton(self), "final", text("Final, only without errors"))
        self._pdf = self._choice(QCheckBox(self), "pdf", text("PDF"))
        self._docx = self._choice(QCheckBox(self), "docx", text("DOCX"))
        self._folder = FolderLine(words, text("Folder"), session.folder / "export", self)
        self._bar = QProgressBar(self)
        self._result = QLabel(self)
        self._start = QPushButton(self)
        self._open = QPushButton(self)
        self._close = QPushButton(self)
        self._set_up(bool(entry_ids))
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------------------------------------------------ set-up

    def _choice(self, button: QRadioButton | QCheckBox, name: str, label: Text) -> QRadioButton | QCheckBox:
        self._speaker.say(button.setText, label)
        self._speaker.name(button, name, label)
        return button

    def _set_up(self, has_entry: bool) -> None:
        self._groups = [QButtonGroup(self), QButtonGroup(self)]
        for group, buttons in zip(self._groups, ((self._this, self._all), (self._draft, self._final)), strict=True):
            for button in buttons:
                group.addButton(button)
        self._this.setEnabled(has_entry)
        for button in (self._this if has_entry else self._all, self._draft, self._pdf, self._docx):
            button.setChecked(True)
        self._result.setWordWrap(True)
        self._result.setObjectName("exportResult")
        for widget in (self._bar, self._open):  # nothing moves away from under the mouse when they come
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.hide()
        self._result.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._result.setAlignment(Qt.AlignmentFlag.AlignTop)
        say = self._speaker
        say.say(self.setWindowTitle, text("Export"))
        say.say(self._start.setText, text("Export"))
        say.name(self._start, "startButton", text("Export"))
        say.say(self._open.setText, text("Open the folder"))
        say.name(self._open, "openFolderButton", text("Open the folder"))
        say.say(self._close.setText, text("Close"))
        say.name(self._close, "closeButton", text("Close"))
        say.name(self._bar, "exportProgress", text("Progress"))
        self._start.setDefault(True)

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(14)
        form.setColumnStretch(1, 1)
        rows = (
            (text("What"), (self._this, self._all)),
            (text("For"), (self._draft, self._final)),
            (text("Files"), (self._pdf, self._docx)),
        )
        for row, (label, buttons) in enumerate(rows):
            column = QVBoxLayout()
            column.setSpacing(4)
            for button in buttons:
                column.addWidget(button)
            form.addWidget(self._label(label), row, 0, Qt.AlignmentFlag.AlignTop)
            form.addLayout(column, row, 1)
        form.addWidget(self._label(text("Folder")), len(rows), 0)
        form.addWidget(self._folder, len(rows), 1)
        foot = QHBoxLayout()
        foot.addWidget(self._open)
        foot.addStretch(1)
        foot.addWidget(self._start)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._bar)
        layout.addWidget(self._result)
        layout.addStretch(1)
        layout.addLayout(foot)
        self.setMinimumWidth(520)

    def _label(self, sentence: Text) -> QLabel:
        label = QLabel(self)
        self._speaker.say(label.setText, sentence)
        return label

    def _connect(self) -> None:
        self._start.clicked.connect(self._export)
        self._close.clicked.connect(self._stop_or_close)
        self._open.clicked.connect(self._open_folder)
        self._folder.text_changed.connect(self._judge)
        self._pdf.toggled.connect(self._judge)
        self._docx.toggled.connect(self._judge)

    # --------------------------------------------------------------------------------------------------------- work

    @property
    def is_busy(self) -> bool:
        """Whether an export is under way."""
        return self._jobs.is_busy(_KIND)

    def _judge(self) -> None:
        chosen = self._pdf.isChecked() or self._docx.isChecked()
        self._start.setEnabled(chosen and self._folder.folder is not None and not self.is_busy)

    def _export(self) -> None:
        from proceedings_editor.app.exporting import ExportedFile, ExportRequest, Format, export_entries

        folder = self._folder.folder
        if folder is None:
            return
        chosen: dict[Format, bool] = {"pdf": self._pdf.isChecked(), "docx": self._docx.isChecked()}
        formats = tuple(kind for kind, wanted in chosen.items() if wanted)
        request = ExportRequest(folder, formats, draft=self._draft.isChecked())
        session, steps = self._session, self._jobs.steps(self._show_step)
        workspace = session.workspace
        unsaved = {entry.id: f"{entry.id}.yaml" for entry in workspace.entries}
        opened = Opened(workspace, (), {**unsaved, **session.sources})
        names = self._entry_ids if self._this.isChecked() else ()

        def work(cancel: CancelToken) -> tuple[ExportedFile, ...]:
            return export_entries(session.folder, opened, names, request, steps, cancel)

        self._begin()
        self._jobs.start(_KIND, work, self._finish, self._fail)

    def _begin(self) -> None:
        self._bar.setRange(0, 0)
        self._bar.show()
        self._open.hide()
        self._result.clear()
        self._start.setEnabled(False)
        self._close.setText(self._words(text("Stop")))

    def _show_step(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _finish(self, files: tuple[object, ...]) -> None:
        folder = self._folder.folder or Path()
        self._end(plural("{count} file is in {folder}.", "{count} files are in {folder}.", len(files), folder=folder))
        self._open.show()

    def _fail(self, error: ProceedingsError) -> None:
        self._end(error.sentence)
        if isinstance(error, ExportRefused):
            self.refused.emit()

    def _end(self, sentence: Text) -> None:
        self._bar.hide()
        self._result.setText(self._words(sentence))
        self._close.setText(self._words(text("Close")))
        self._judge()
        self._close.setFocus()

    def _stop_or_close(self) -> None:
        if self.is_busy:
            self._jobs.cancel(_KIND)
        else:
            self.reject()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.folder)))

    def reject(self) -> None:
        """See Qt, which comes here from Escape and from the window's own cross too; what is under way is stopped."""
        self._jobs.cancel(_KIND)
        super().reject()


def _these(count: int) -> Text:
    return text("The chosen entries ({count})", count=count) if count > 1 else text("This entry")
