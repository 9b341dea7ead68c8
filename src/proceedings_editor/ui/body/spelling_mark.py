"""Underlines of words no dictionary knows, in the part of the text that is on the screen.

Only lines in view are looked at, only a touched one is looked up again, and not at every key: so typing costs no more
in a long article. The word being typed is left alone until the cursor leaves it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QMenu

from proceedings_editor.model.body import RichText
from proceedings_editor.model.body_edit.line import text_of_leaf
from proceedings_editor.model.edit import ReplaceText
from proceedings_editor.model.entry import Entry
from proceedings_editor.rules.passage import Passage, block_passage
from proceedings_editor.rules.spelling import Unknown, unknown_sentence
from proceedings_editor.texts import text
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.finding_mark import FindingMarks
from proceedings_editor.ui.body.position import has_text, units
from proceedings_editor.ui.spelling import PAUSE, Spelling
from proceedings_editor.ui.spelling_menu import offer_removal, offer_words
from proceedings_editor.ui.words import Words

_MOST_KEPT: Final = 2000


class MarkedWord(NamedTuple):
    """A word in the text, from one position of the document to another."""

    start: int
    end: int
    passage: Passage
    unknown: Unknown


class SpellingMarks(QObject):
    """The underlines of one text view, and what its context menu offers."""

    def __init__(self, desk: BodyDesk, marks: FindingMarks, spelling: Spelling, words: Words) -> None:
        super().__init__(desk)
        self._desk, self._marks, self._spelling, self._said = desk, marks, spelling, words
        self._words: tuple[MarkedWord, ...] = ()
        self._known: dict[int, tuple[RichText, Passage, tuple[Unknown, ...]]] = {}
        self._entry: Entry | None = None
        self._is_typing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        edit, document = desk.edit, desk.sync.document
        document.contentsChange.connect(self._touch)
        edit.cursorPositionChanged.connect(self._wait)
        edit.verticalScrollBar().valueChanged.connect(self._wait)
        edit.verticalScrollBar().rangeChanged.connect(self._wait)
        desk.shown.connect(self._wait)
        spelling.changed.connect(self._forget)

    def tip_at(self, position: int) -> str:
        """Return what is wrong with the word at a position, "" where nothing is."""
        word = self._at(position)
        return self._said(unknown_sentence(word.unknown)) if word else ""

    def add_to(self, menu: QMenu, position: int) -> None:
        """Put what can be done with the word at a position into a menu, before everything else."""
        word = self._at(position)
        if word is None:
            offer_removal(menu, self._said, self._spelling, self._own_at(position))
            return
        replace = None if self._desk.edit.isReadOnly() else partial(self._replace, word)
        offer_words(menu, self._said, self._spelling, word.passage, word.unknown, replace)

    def refresh(self) -> None:
        """Underline what is in view now."""
        entry = self._desk.session.entry(self._desk.entry_id)
        if _facts(entry) != _facts(self._entry) or len(self._known) > _MOST_KEPT:
            self._known.clear()
        self._entry = entry
        words = tuple(self._found()) if entry else ()
        caret = self._desk.edit.textCursor().position()
        typed = [word for word in words if self._is_typing and word.start <= caret <= word.end]
        self._is_typing = bool(typed)
        self._words = tuple(word for word in words if word not in typed)
        self._marks.show_words([word[:2] for word in self._words])

    def _at(self, position: int) -> MarkedWord | None:
        self.refresh()
        return next((word for word in self._words if word.start <= position <= word.end), None)

    def _own_at(self, position: int) -> str:
        """Return the word at a position that is one of the collection's own, "" where there is none."""
        block = self._desk.sync.document.findBlock(position)
        passage, _ = self._looked_up(block)
        for found in passage.words() if passage else ():
            start, end = (block.position() + units(block.text(), place) for place in found.span())
            if start <= position <= end and self._spelling.vocabulary.is_own(found[0]):
                return found[0]
        return ""

    def _replace(self, word: MarkedWord, other: str) -> None:
        if self._at(word.start) == word:  # else the text has changed meanwhile
            session, place = self._desk.session, word.passage.at(word.unknown.start, word.unknown.end)
            session.close_step()
            session.apply(ReplaceText(self._desk.entry_id, place, other, text("Write “{words}”", words=other)))

    def _found(self) -> Iterator[MarkedWord]:
        for block in self._in_view():
            passage, unknown = self._looked_up(block)
            if passage and unknown:
                words, start = block.text(), block.position()
                for word in unknown:
                    yield MarkedWord(start + units(words, word.start), start + units(words, word.end), passage, word)

    def _in_view(self) -> Iterator[QTextBlock]:
        edit = self._desk.edit
        area = edit.viewport().rect()
        block, last = (edit.cursorForPosition(point).block() for point in (area.topLeft(), area.bottomRight()))
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            yield block
            block = block.next()

    def _looked_up(self, block: QTextBlock) -> tuple[Passage | None, tuple[Unknown, ...]]:
        """Return the text of a line and its unknown words, as they are known where the text is the same object."""
        line, entry = self._desk.sync.line(block.blockNumber()), self._entry
        rich = text_of_leaf(line.leaf) if has_text(line) else None
        if not rich or entry is None:
            return None, ()
        known = self._known.get(id(rich))
        if known is None or known[0] is not rich or known[1].place.block != line.path:
            passage = block_passage(line.path, rich, entry.language)
            known = self._known[id(rich)] = rich, passage, self._spelling.unknown(passage, entry)
        return known[1:]

    def _touch(self) -> None:
        self._is_typing = not self._desk.sync.is_writing
        self._wait()

    def _wait(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _forget(self) -> None:
        self._known.clear()
        self._wait()


def _facts(entry: Entry | None) -> tuple[object, ...]:
    """What decides about words beside the text."""
    return (entry.id, entry.language, entry.authors, entry.supervisors, entry.ignored) if entry else ()
