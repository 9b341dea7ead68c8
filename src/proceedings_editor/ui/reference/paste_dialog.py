"""A pasted list of references, shown item by item before it is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QTextEdit, QVBoxLayout, QWidget

from proceedings_editor.app.reference_pasting import references_in
from proceedings_editor.model.body import RichText, Span
from proceedings_editor.model.body_edit.text import MARKS
from proceedings_editor.model.splice import joined
from proceedings_editor.texts import plural, text
from proceedings_editor.ui.body.fact import MARK_FACTS, Fact, span_of
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_GAP: Final = 6
"""Pixels between two items."""


class ListEdit(QTextEdit):
    """A numbered list of references: Enter parts an item in two, Backspace at its beginning joins it to the one before.

    Marks and links are kept as facts of the characters, see `ui.body.fact`.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def show_items(self, items: Sequence[RichText]) -> None:
        """Show these items."""
        self.clear()
        self._insert(items)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def items(self) -> tuple[RichText, ...]:
        """Return the items that say something."""
        found: list[RichText] = []
        block = self.document().begin()
        while block.isValid():
            found.append(_runs(block))
            block = block.next()
        return tuple(filter(None, found))

    # ------------------------------------------------------------------------------------------------------ inside

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; its own Backspace takes only the number away."""
        cursor = self.textCursor()
        if event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart() and not cursor.hasSelection():
            self._join_before(cursor)
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  # Qt's name
        """See Qt; another list is taken apart too."""
        self._insert(references_in(source.text(), source.html() if source.hasHtml() else ""))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  # Qt's name
        """See Qt."""
        return source.hasText() or source.hasHtml()

    def _join_before(self, cursor: QTextCursor) -> None:
        """A space comes between words that would touch."""
        before = cursor.block().previous().text()
        glue = " " if before and not before.endswith((" ", "-", "/")) and cursor.block().text() else ""
        cursor.beginEditBlock()
        cursor.deletePreviousChar()
        cursor.insertText(glue)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _insert(self, items: Sequence[RichText]) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if cursor.currentList() is None:
            form = QTextListFormat()
            form.setStyle(QTextListFormat.Style.ListDecimal)
            cursor.createList(form)
        apart = cursor.blockFormat()
        apart.setBottomMargin(_GAP)
        cursor.setBlockFormat(apart)
        for index, item in enumerate(items):
            if index:
                cursor.insertBlock()
            for run in item:
                if isinstance(run, Span):
                    cursor.insertText(run.text, _format(run, self.palette()))
        cursor.endEditBlock()
        self.setTextCursor(cursor)


class PasteListDialog(Dialog):
    """Shows what a pasted list was taken apart into; `items` is what to take over once it is accepted."""

    def __init__(self, words: Words, items: Sequence[RichText], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pasteListDialog")
        self._words = words
        self._edit = ListEdit(self)
        self._count = WrappedLabel(self)
        self._take, self._cancel = QPushButton(self), QPushButton(self)
        self._lay_out()
        self._edit.textChanged.connect(self._show_count)
        self._take.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._edit.show_items(items)
        self._edit.selectAll()  # the habitual Ctrl+V shall not paste a second time what stands there already
        self._show_count()
        self._edit.setFocus()

    @property
    def items(self) -> tuple[RichText, ...]:
        """The items as they stand there now."""
        return self._edit.items()

    # ------------------------------------------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.say(self.setWindowTitle, text("Paste a list of references"))
        hint = WrappedLabel(self)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        sentence = text(
            "Each number is one reference. Enter cuts one in two; Backspace at its start joins it to the one before."
        )
        speaker.say(hint.setText, sentence)
        speaker.name(self._edit, "pastedReferences", text("Pasted references"))
        self._count.setObjectName("pastedCount")
        speaker.name(self._take, "takeReferences", text("Add to the list"))
        speaker.say(self._take.setText, text("Add to the list"))
        speaker.name(self._cancel, "cancelReferences", text("Cancel"))
        speaker.say(self._cancel.setText, text("Cancel"))
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(hint)
        column.addWidget(self._edit, 1)
        column.addWidget(self._count)
        column.addWidget(buttons)
        self._take.setDefault(True)
        resize_within_screen(self, 720, 520)

    def _show_count(self) -> None:
        count = len(self._edit.items())
        sentence = plural("{count} reference will be added.", "{count} references will be added.", count)
        if not count:
            sentence = text("Paste the list here, or type it.")
        self._count.setText(self._words(sentence))
        self._take.setEnabled(count > 0)


def _runs(block: QTextBlock) -> RichText:
    """The runs of one block, without spaces at its ends."""
    found: list[Span] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        words = fragment.text().replace("\u2028", " ").replace("\ufffc", "")
        found.append(replace(span_of(fragment.charFormat()), text=words))
        iterator += 1
    while found and not (first := found[0].text.lstrip()):
        del found[0]
    if found:
        found[0] = replace(found[0], text=first)
    while found and not (last := found[-1].text.rstrip()):
        del found[-1]
    if found:
        found[-1] = replace(found[-1], text=last)
    return joined(tuple(found))


def _format(span: Span, palette: QPalette) -> QTextCharFormat:
    """The facts of a span and how they look here."""
    form = QTextCharFormat()
    for mark in MARKS:
        form.setProperty(MARK_FACTS[mark], getattr(span, mark))
    form.setProperty(Fact.HREF, span.href)
    form.setProperty(Fact.LANGUAGE, span.language)
    form.setFontWeight(QFont.Weight.Bold if span.bold else QFont.Weight.Normal)
    form.setFontItalic(span.italic)
    form.setFontUnderline(span.underline or bool(span.href))
    if span.href:
        form.setForeground(palette.color(QPalette.ColorRole.Link))
    if span.superscript or span.subscript:
        up, down = QTextCharFormat.VerticalAlignment.AlignSuperScript, QTextCharFormat.VerticalAlignment.AlignSubScript
        form.setVerticalAlignment(up if span.superscript else down)
    return form
