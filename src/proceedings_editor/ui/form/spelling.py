"""Underlines of words no dictionary knows in the fields of running text: title, abstract, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.rules.passage import Passage, field_passage
from proceedings_editor.rules.spelling import Unknown
from proceedings_editor.ui.body.position import units
from proceedings_editor.ui.colour import unknown_colour
from proceedings_editor.ui.form.line import TextBox
from proceedings_editor.ui.form.row import FieldRow
from proceedings_editor.ui.form.subject import Subject
from proceedings_editor.ui.spelling import PAUSE, Spelling
from proceedings_editor.ui.spelling_menu import offer_removal, offer_words
from proceedings_editor.ui.underline import wave
from proceedings_editor.ui.words import Words

_LOOKED_UP: Final = frozenset({"title", "abstract", "keywords"})
"""Fields of running text."""


class _Marked(NamedTuple):
    start: int
    end: int
    passage: Passage
    unknown: Unknown


class FieldSpelling(QObject):
    """The underlines of one box, and what its context menu offers."""

    def __init__(
        self, box: TextBox, subject: Subject, path: str, language: Language, spelling: Spelling, words: Words
    ) -> None:
        super().__init__(box)
        self._box, self._subject, self._spelling, self._words = box, subject, spelling, words
        self._path, self._language = path, language
        self._marked: tuple[_Marked, ...] = ()
        self._is_typing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        box.typed.connect(self._note_typing)
        box.textChanged.connect(self._wait)
        box.cursorPositionChanged.connect(self._wait)
        box.left.connect(self._wait)
        box.menu_opened = self._add_to
        spelling.changed.connect(self._wait)

    def refresh(self) -> None:
        """Underline what no dictionary knows now; the word being typed waits until the cursor leaves it."""
        found = tuple(self._found())
        caret = self._box.textCursor().position()
        typed = self._is_typing and self._box.hasFocus()
        held = [word for word in found if typed and word.start <= caret <= word.end]
        self._is_typing = bool(held)
        self._marked = tuple(word for word in found if word not in held)
        self._box.setExtraSelections([self._mark(word) for word in self._marked])

    def _found(self) -> Iterator[_Marked]:
        entry, shown = self._subject.owner, self._box.words()
        if not isinstance(entry, Entry):
            return
        for start, piece in _pieces(shown, self._path):
            passage = field_passage(self._path, piece, self._language)
            for word in self._spelling.unknown(passage, entry):
                first, last = (units(shown, start + place) for place in (word.start, word.end))
                yield _Marked(first, last, passage, word)

    def _mark(self, word: _Marked) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.format, mark.cursor = wave(unknown_colour(self._box.palette())), self._cursor(word)
        return mark

    def _cursor(self, word: _Marked) -> QTextCursor:
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(word.start)
        cursor.setPosition(word.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _add_to(self, menu: QMenu, position: int) -> None:
        self.refresh()
        word = next((word for word in self._marked if word.start <= position <= word.end), None)
        if word is None:
            offer_removal(menu, self._words, self._spelling, self._own_at(position))
            return
        may = not self._box.isReadOnly()
        replace = (lambda other: self._replace(word, other)) if may else None
        offer_words(menu, self._words, self._spelling, word.passage, word.unknown, replace)

    def _replace(self, word: _Marked, other: str) -> None:
        """Write another word as if it were typed: the box makes an edit of it."""
        cursor = self._cursor(word)
        if cursor.selectedText() == word.unknown.word:
            self._subject.session.close_step()
            cursor.insertText(other)
            self._subject.session.close_step()

    def _own_at(self, position: int) -> str:
        shown = self._box.words()
        for found in field_passage(self._path, shown, self._language).words():
            start, end = (units(shown, place) for place in found.span())
            if start <= position <= end and self._spelling.vocabulary.is_own(found[0]):
                return found[0]
        return ""

    def _note_typing(self) -> None:
        self._is_typing = True

    def _wait(self) -> None:
        if not self._pause.isActive():
            self._pause.start()


def look_up_fields(rows: Iterable[FieldRow], subject: Subject, spelling: Spelling, words: Words) -> None:
    """Underline unknown words in the rows that hold running text."""
    for row in rows:
        for version, editor in row.editors.items() if row.path in _LOOKED_UP else ():
            language = next((one for one in LANGUAGES if one == version), None)
            if language and isinstance(editor.widget, TextBox):
                FieldSpelling(editor.widget, subject, editor.path, language, spelling, words)


def _pieces(words: str, path: str) -> Iterator[tuple[int, str]]:
    """Yield the texts a box holds, with where they begin: each keyword is one, an abstract is whole."""
    if not path.startswith("keywords"):
        yield 0, words
        return
    for found in re.finditer(r"[^;]+" if ";" in words else r"[^,]+", words):
        piece = found[0].lstrip()
        yield found.end() - len(piece), piece.rstrip()
