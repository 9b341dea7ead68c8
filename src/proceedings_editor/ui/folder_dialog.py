"""Asks for a folder that need not exist yet, which the system's own dialogs for folders refuse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from proceedings_editor.texts import Text, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.folder_line import FolderLine
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_SIZE = (560, 150)
_Button = QDialogButtonBox.StandardButton


class FolderDialog(Dialog):
    """A line for the folder with a proposal in it; `folder` is what stands there."""

    def __init__(self, words: Words, question: Text, start: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("folderDialog")
        self._line = FolderLine(words, text("Folder"), start, self)
        label, buttons = WrappedLabel(self), QDialogButtonBox(_Button.Ok | _Button.Cancel, self)
        speaker = Speaker(words, self)
        speaker.say(self.setWindowTitle, text("Folder"))
        speaker.say(label.setText, question)
        speaker.say(buttons.button(_Button.Cancel).setText, text("Cancel"))
        self._line.text_changed.connect(lambda words: buttons.button(_Button.Ok).setEnabled(bool(words.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(label)
        layout.addWidget(self._line)
        layout.addStretch(1)
        layout.addWidget(buttons)
        resize_within_screen(self, *_SIZE)
        self._line.setFocus()

    @property
    def folder(self) -> Path | None:
        """The folder, None while nothing is typed."""
        return self._line.folder


def ask_any_folder(parent: QWidget, words: Words, question: Text, start: Path) -> Path | None:
    """Return the folder a person named, which need not exist; None where they named none."""
    dialog = FolderDialog(words, question, start, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.folder if accepted else None
