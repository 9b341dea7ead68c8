"""The words of the letters: a secretary changes them here instead of looking for their files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from proceedings_editor.app.letter_text import first_words, keep_words, letter_words
from proceedings_editor.app.mailing import KINDS
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.form.choice import LANGUAGE_NAMES
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.message import ask_unsaved
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_SIZE = (760, 560)


class LetterDialog(Dialog):
    """Shows and changes the letters of one collection; `has_saved` says whether anything was."""

    def __init__(self, folder: Path, words: Words, kind: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("letterDialog")
        self.has_saved = False
        self._folder, self._words = folder, words
        self._speaker = Speaker(words, self)
        self._kind, self._language = QComboBox(self), QComboBox(self)
        self._text, self._state = QPlainTextEdit(self), WrappedLabel(self)
        self._first, self._save, self._close = QPushButton(self), QPushButton(self), QPushButton(self)
        self._shown: tuple[int, int] = (0, 0)
        self._lay_out()
        self._name()
        self._kind.setCurrentIndex(self._kind.findData(kind))
        self._language.setCurrentIndex(self._language.findData(language))
        self._show()
        self._kind.currentIndexChanged.connect(self._turn)
        self._language.currentIndexChanged.connect(self._turn)
        self._text.document().modificationChanged.connect(self._save.setEnabled)
        self._first.clicked.connect(self._put_first)
        self._save.clicked.connect(self._keep)
        self._close.clicked.connect(self.reject)
        resize_within_screen(self, *_SIZE)

    def reject(self) -> None:
        """See Qt; words that are not saved are asked about."""
        if self._may_leave():
            super().reject()

    # ------------------------------------------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        for label, box in ((text("Letter"), self._kind), (text("Language"), self._language)):
            caption = QLabel(self)
            caption.setBuddy(box)
            self._speaker.say(caption.setText, label)
            head.addWidget(caption)
            head.addWidget(box)
            head.addSpacing(12)
        head.addStretch(1)
        foot.addWidget(self._first)
        foot.addStretch(1)
        foot.addWidget(self._save)
        foot.addWidget(self._close)
        help = WrappedLabel(self)
        self._speaker.say(
            help.setText,
            text(
                "The first line is the subject. A word in braces becomes a fact of the article; lines that begin with "
                "“#” explain them and are not sent."
            ),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(help)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._state)
        layout.addLayout(foot)

    def _name(self) -> None:
        say = self._speaker
        say.say(self.setWindowTitle, text("Words of the letters"))
        names = (
            (self._kind, "letterKind", text("Letter")),
            (self._language, "letterLanguage", text("Language")),
            (self._text, "letterWords", text("Text")),
        )
        for widget, name, label in names:
            say.name(widget, name, label)
        buttons = (
            (self._first, "firstWordsButton", text("As at first")),
            (self._save, "saveLetterButton", text("Save")),
            (self._close, "closeLetterButton", text("Close")),
        )
        for button, name, label in buttons:
            say.name(button, name, label)
            say.say(button.setText, label)
            button.setAutoDefault(False)
        self._save.setDefault(True)
        self._state.setObjectName("letterState")
        choices: tuple[tuple[QComboBox, list[tuple[str, Text]]], ...] = (
            (self._kind, [(kind.name, kind.label) for kind in KINDS]),
            (self._language, [(one, LANGUAGE_NAMES[one]) for one in LANGUAGES]),
        )
        for box, rows in choices:
            for number, (value, label) in enumerate(rows):
                box.addItem("", value)
                say.say(partial(box.setItemText, number), label)

    def _show(self) -> None:
        """Show the chosen letter as its file has it."""
        self._shown = self._kind.currentIndex(), self._language.currentIndex()
        self._state.clear()
        try:
            words = letter_words(self._folder, *self._letter)
        except ProceedingsError as error:
            words = first_words(*self._letter)
            self._say(error.sentence)
        self._text.setPlainText(words)
        self._text.document().setModified(False)
        self._save.setEnabled(False)

    @property
    def _letter(self) -> tuple[Language, str]:
        return LANGUAGES[self._shown[1]], KINDS[self._shown[0]].name

    def _turn(self) -> None:
        """Go to another letter, or stay where the person wants to save first."""
        if (self._kind.currentIndex(), self._language.currentIndex()) == self._shown:
            return
        if self._may_leave():
            self._show()
        else:
            self._kind.setCurrentIndex(self._shown[0])
            self._language.setCurrentIndex(self._shown[1])

    def _may_leave(self) -> bool:
        if not self._text.document().isModified():
            return True
        answer = ask_unsaved(self, self._words)
        return self._keep() if answer == "save" else answer == "discard"

    def _put_first(self) -> None:
        self._text.setPlainText(first_words(*self._letter))
        self._text.document().setModified(True)

    def _keep(self) -> bool:
        """Save what is shown; False where that cannot be."""
        try:
            keep_words(self._folder, *self._letter, self._text.toPlainText())
        except ProceedingsError as error:
            self._say(error.sentence)
            return False
        self.has_saved = True
        self._text.document().setModified(False)
        self._say(text("Saved; new mails are written with these words."))
        return True

    def _say(self, sentence: Text) -> None:
        self._state.setText(self._words(sentence))
