"""The dialog that makes a new collection."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.local import LANGUAGES, LocalText
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.folder_line import FolderLine
from proceedings_editor.ui.form.choice import LANGUAGE_TAGS
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_TITLE: Final = text("Conference title")


class NewCollectionDialog(QDialog):
    """Asks for folder, title and template, and makes the collection; `folder` is where it is once accepted."""

    def __init__(self, words: Words, start: Path, parent: QWidget) -> None:
        super().__init__(parent)
        from proceedings_editor.app.template import list_templates

        self.setObjectName("newCollectionDialog")
        self.folder: Path | None = None
        self._words = words
        self._speaker = Speaker(words, self)
        self._place = FolderLine(words, text("Folder"), start, self)
        self._titles = {language: QLineEdit(self) for language in LANGUAGES}
        self._template = QComboBox(self)
        for template in list_templates():
            self._template.addItem(template.title.best(words.language) or template.name, template.name)
        self._fault = QLabel(self)
        self._fault.setWordWrap(True)
        self._fault.setObjectName("fault")
        self._make = QPushButton(self)
        self._cancel = QPushButton(self)
        self._name()
        self._lay_out()
        self._make.clicked.connect(self._create)
        self._cancel.clicked.connect(self.reject)

    def _name(self) -> None:
        speaker = self._speaker
        speaker.say(self.setWindowTitle, text("New collection"))
        for language, line in self._titles.items():
            speaker.name(line, f"title_{language}", _TITLE)
            speaker.say(line.setPlaceholderText, LANGUAGE_TAGS[language])
        speaker.name(self._template, "template", text("Template"))
        speaker.say(self._make.setText, text("Make the collection"))
        speaker.name(self._make, "makeButton", text("Make the collection"))
        speaker.say(self._cancel.setText, text("Cancel"))
        speaker.name(self._cancel, "cancelButton", text("Cancel"))
        self._make.setDefault(True)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self._label(text("New or empty folder")), self._place)
        titles = QVBoxLayout()
        titles.setSpacing(6)
        for line in self._titles.values():
            titles.addWidget(line)
        form.addRow(self._label(_TITLE), titles)
        form.addRow(self._label(text("Template")), self._template)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._make)
        buttons.addWidget(self._cancel)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addLayout(form)
        layout.addWidget(self._fault)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(560)

    def _label(self, sentence: Text) -> QLabel:
        label = QLabel(self)
        self._speaker.say(label.setText, sentence)
        return label

    def _create(self) -> None:
        from proceedings_editor.app.collection import new_collection

        folder = self._place.folder
        if folder is None:
            self._fault.setText(self._words(text("Choose a folder for the collection.")))
            return
        name = LocalText(**{language: line.text().strip() for language, line in self._titles.items()})
        try:
            new_collection(folder, self._template.currentData(), Collection(name=name))
        except ProceedingsError as error:
            self._fault.setText(self._words(error.sentence))
            return
        self.folder = folder
        self.accept()
