"""The assistant that makes a new collection: where it lies, its template, and all facts of the conference at once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.template import Template
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.folder_line import FolderLine
from proceedings_editor.ui.form.metadata_form import CollectionForm
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.message import ask_drop
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.tab_order import come_last
from proceedings_editor.ui.words import Words

_SIZE: Final = (820, 660)


class NewCollectionDialog(Dialog):
    """Asks for folder, template and facts, and makes the collection; `folder` is where it is once accepted.

    The facts are those of the collection's settings in the same form; all but the folder may stay empty.
    """

    def __init__(self, words: Words, start: Path, parent: QWidget) -> None:
        super().__init__(parent)
        from proceedings_editor.app.session import draft_session
        from proceedings_editor.app.template import list_templates

        self.setObjectName("newCollectionDialog")
        self.folder: Path | None = None
        self._words = words
        self._speaker = Speaker(words, self)
        self._place = FolderLine(words, text("Folder"), start, self)
        self._templates = {template.name: template for template in list_templates()}
        self._template = QComboBox(self)
        self._about = WrappedLabel(self)
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._fault = WrappedLabel(self)
        self._fault.setObjectName("fault")
        self._make, self._cancel = QPushButton(self), QPushButton(self)
        self._column = QVBoxLayout(self)
        self._session = draft_session(Collection(), next(iter(self._templates.values())))
        self._form: CollectionForm | None = None
        self._lay_out()
        self._name()
        words.changed.connect(self._say_templates)
        self._template.currentIndexChanged.connect(self._choose_template)
        self._make.clicked.connect(self._create)
        self._cancel.clicked.connect(self.reject)
        self._say_templates()
        self._choose_template()
        self._place.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; Enter in a field goes on to the next one, for a half filled form is not yet a collection."""
        here = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(here, QPushButton):
            here.click()
        else:
            self.focusNextChild()

    def reject(self) -> None:
        """See Qt; what was typed does not go without a question."""
        sentence = text("The collection is not made yet. Throw away what you have written?")
        if not self._has_facts or ask_drop(self, self._words, sentence):
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; the form makes its fields when it is first seen."""
        super().showEvent(event)
        self._end_with_buttons()

    # ------------------------------------------------------------------------------------------------------ inside

    def _end_with_buttons(self) -> None:
        come_last(self, self._make, self._cancel)

    def _name(self) -> None:
        speaker = self._speaker
        speaker.say(self.setWindowTitle, text("New collection"))
        speaker.name(self._template, "template", text("Template"))
        speaker.say(self._make.setText, text("Make the collection"))
        speaker.name(self._make, "makeButton", text("Make the collection"))
        speaker.say(self._cancel.setText, text("Cancel"))
        speaker.name(self._cancel, "cancelButton", text("Cancel"))
        self._make.setDefault(True)
        for key, step in (
            (QKeySequence.StandardKey.Undo, lambda: self._session.undo()),
            (QKeySequence.StandardKey.Redo, lambda: self._session.redo()),
        ):
            QShortcut(QKeySequence(key), self, step)

    def _lay_out(self) -> None:
        head = QFormLayout()
        head.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        head.setHorizontalSpacing(16)
        head.setVerticalSpacing(8)
        head.addRow(self._label(text("New or empty folder")), self._place)
        head.addRow(self._label(text("Template")), self._template)
        head.addRow("", self._about)
        buttons = QHBoxLayout()
        buttons.addWidget(self._fault, 1)
        buttons.addWidget(self._make)
        buttons.addWidget(self._cancel)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addWidget(self._label(text("Facts that are not known yet can be added later.")))
        self._column.addLayout(buttons)
        resize_within_screen(self, *_SIZE)

    def _label(self, sentence: Text) -> QLabel:
        label = WrappedLabel(self) if sentence.key.endswith(".") else QLabel(self)
        self._speaker.say(label.setText, sentence)
        return label

    def _say_templates(self) -> None:
        for name, template in self._templates.items():
            words = template.title.best(self._words.language) or name
            index = self._template.findData(name)
            if index < 0:
                self._template.addItem(words, name)
            else:
                self._template.setItemText(index, words)
        self._describe()

    @property
    def _has_facts(self) -> bool:
        is_settled = self._form is None or self._form.finish()
        return not is_settled or self._session.workspace.collection != Collection()

    @property
    def _chosen(self) -> Template:
        return self._templates[self._template.currentData()]

    def _describe(self) -> None:
        from proceedings_editor.app.describing import describe

        self._about.setText(" ".join(map(self._words, describe(self._chosen))))

    def _choose_template(self) -> None:
        """Show the facts again as another template asks for them; what was filled in stays."""
        from proceedings_editor.app.session import draft_session

        self._session = draft_session(self._session.workspace.collection, self._chosen)
        old, self._form = self._form, CollectionForm(self._session, self._words, self)
        self._column.insertWidget(2, self._form, 1)
        if old:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._session.listen(lambda _: self._check())
        self._form.show_entry("")
        if self.isVisible():
            self._form.show()  # now, and not when Qt next finds the time
        self._end_with_buttons()
        self._describe()

    def _check(self) -> None:
        from proceedings_editor.app.checking import fact_findings

        if self._form:
            self._form.show_findings(fact_findings(self._session.workspace))

    def _create(self) -> None:
        from proceedings_editor.app.collection import new_collection

        if self._form and not self._form.finish():
            self._fault.setText(self._words(text("Correct the field with the cursor first, or empty it.")))
            return
        folder = self._place.folder
        if folder is None:
            self._fault.setText(self._words(text("Choose a folder for the collection.")))
            return
        try:
            new_collection(folder, self._template.currentData(), self._session.workspace.collection)
        except ProceedingsError as error:
            self._fault.setText(self._words(error.sentence))
            return
        self.folder = folder
        self.accept()
