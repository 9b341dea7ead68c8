"""A line for a folder with a button that lets a person choose it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from proceedings_editor.texts import Text, text
from proceedings_editor.ui.file_dialog import ask_folder
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words


class FolderLine(QWidget):
    """A folder, typed or chosen."""

    def __init__(self, words: Words, label: Text, start: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._label = words, label
        self._line = QLineEdit(str(start), self)
        self._button = QPushButton(self)
        self._button.setAutoDefault(False)  # Enter in the line is for the dialog's own button
        speaker = Speaker(words, self)
        speaker.name(self._line, "folderLine", label)
        speaker.say(self._button.setText, text("Browse…"))
        speaker.name(self._button, "browseButton", text("Browse…"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._button)
        self.setFocusProxy(self._line)
        self._button.clicked.connect(self._browse)
        self.text_changed = self._line.textChanged

    @property
    def folder(self) -> Path | None:
        """The folder, None while nothing is typed."""
        typed = self._line.text().strip()
        return Path(typed).expanduser() if typed else None

    def _browse(self) -> None:
        chosen = ask_folder(self, self._words, self._label, self.folder)
        if chosen:
            self._line.setText(str(chosen))
