"""Lines about people, taken apart and shown before they are taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.pasting import NOBODY, PeopleKey, people_in, told
from proceedings_editor.model.local import Language
from proceedings_editor.model.person import Person
from proceedings_editor.texts import plural, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.form.choice import LANGUAGE_MARKS
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_MOST: Final = 20_000
"""Characters of the clipboard that may be people; more is an article."""


class PasteDialog(Dialog):
    """Takes pasted lines apart as they are typed; `people` is what to take over once it is accepted."""

    def __init__(self, words: Words, key: PeopleKey, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pasteDialog")
        self.people: tuple[Person, ...] = ()
        self._words, self._key, self._language = words, key, language
        self._lines = QPlainTextEdit(self)
        self._facts = QTreeWidget(self)
        self._note = WrappedLabel(self)
        self._note.setObjectName("pasteNote")
        self._take = QPushButton(self)
        self._cancel = QPushButton(self)
        self._lay_out()
        self._lines.textChanged.connect(self._show)
        self._take.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._lines.setPlainText(self._clipboard())
        self._lines.selectAll()
        self._show()
        self._lines.setFocus()

    # ------------------------------------------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.say(self.setWindowTitle, text("Paste a person"))
        hint = WrappedLabel(self)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        sentence = text("Name, university, city, e-mail in any order, commas between them; each person in a line.")
        speaker.say(hint.setText, sentence)
        found = QLabel(self)
        speaker.say(found.setText, text("What was recognised:"))
        speaker.name(self._lines, "pastedLines", text("Lines about people"))
        speaker.name(self._facts, "pastedFacts", text("What was recognised:"))
        speaker.name(self._take, "takePeople", text("Add to the list"))
        speaker.say(self._take.setText, text("Add to the list"))
        speaker.name(self._cancel, "cancelPaste", text("Cancel"))
        speaker.say(self._cancel.setText, text("Cancel"))
        self._lines.setTabChangesFocus(True)
        self._lines.setMaximumHeight(5 * self.fontMetrics().lineSpacing())
        self._facts.setColumnCount(2)
        self._facts.setHeaderHidden(True)
        self._facts.setWordWrap(True)
        self._facts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._take.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (hint, self._lines, found):
            column.addWidget(widget)
        column.addWidget(self._facts, 1)
        column.addWidget(self._note)
        column.addWidget(buttons)
        resize_within_screen(self, 640, 520)

    def _clipboard(self) -> str:
        """What was copied, where it names somebody: then it is what shall be pasted."""
        words = QGuiApplication.clipboard().text()[: _MOST + 1].strip()
        if len(words) > _MOST or not any(one.surname for one, _ in people_in(words, self._key, self._language)):
            return ""
        return words

    def _show(self) -> None:
        words = self._lines.toPlainText()[:_MOST]
        found = people_in(words, self._key, self._language)
        self.people = tuple(person for person, _ in found if person.surname)
        self._facts.clear()
        for person, rest in found:
            self._show_person(person, rest)
        self._facts.expandAll()
        self._take.setEnabled(bool(self.people))
        self._note.setText(self._words(NOBODY) if words.strip() and not self.people else "")

    def _show_person(self, person: Person, rest: Sequence[str]) -> None:
        if not person.surname:
            return
        others = " ".join(filter(None, (person.given_name, person.patronymic)))
        head = QTreeWidgetItem(self._facts, [", ".join(filter(None, (person.surname, others)))])
        head.setFirstColumnSpanned(True)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        for fact in told(person, self._words.language):
            mark = LANGUAGE_MARKS.get(fact.language)
            label = self._words(fact.label)
            QTreeWidgetItem(head, [f"{label} ({mark})" if mark else label, fact.recovered])
        if rest:
            sentence = plural("This piece is not taken", "These pieces are not taken", len(rest))
            left = QTreeWidgetItem(head, [self._words(sentence), ", ".join(rest)])
            for column in range(2):
                left.setForeground(column, self.palette().color(QPalette.ColorRole.PlaceholderText))
                left.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
