"""What the context menu offers for a word: what may be meant, and the dictionary of the collection."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu

from proceedings_editor.app.vocabulary import spelled_alone
from proceedings_editor.model.edit import ReplaceText
from proceedings_editor.texts import text
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.spelling_mark import MarkedWord, SpellingMarks
from proceedings_editor.ui.spelling import Spelling
from proceedings_editor.ui.words import Words

NO_SUGGESTION: Final = text("No suggestion")


class SpellingMenu:
    """Adds to the menu of one text view."""

    def __init__(self, desk: BodyDesk, marks: SpellingMarks, spelling: Spelling, words: Words) -> None:
        self._desk, self._marks, self._spelling, self._words = desk, marks, spelling, words

    def add_to(self, menu: QMenu, position: int) -> None:
        """Put what can be done with the word at a position into a menu, before everything else."""
        if word := self._marks.at(position):
            self._offer(menu, word)
        elif own := self._marks.own_at(position):
            action = menu.addAction(self._words(text("Take out of the dictionary")))
            action.triggered.connect(partial(self._spelling.remove, own))
            menu.addSeparator()

    def _offer(self, menu: QMenu, word: MarkedWord) -> None:
        found = () if self._desk.edit.isReadOnly() else self._spelling.suggestions(word.unknown)
        for words in found:
            action = menu.addAction(words)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(self._replace, word, words))
        if not found:
            menu.addAction(self._words(NO_SUGGESTION)).setEnabled(False)
        menu.addSeparator()
        adding = menu.addAction(self._words(text("Add to the dictionary")))
        adding.triggered.connect(partial(self._spelling.add, spelled_alone(word.passage, word.unknown)))
        menu.addSeparator()

    def _replace(self, word: MarkedWord, words: str) -> None:
        if self._marks.at(word.start) != word:
            return  # the text has changed meanwhile
        session = self._desk.session
        session.close_step()
        session.apply(ReplaceText(self._desk.entry_id, word.place, words, text("Write “{words}”", words=words)))
