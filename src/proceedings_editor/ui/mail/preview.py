"""What goes out, exactly: to whom, subject, text, attachments; and the ways out for a draft that is made."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.exporters.mail.draft import Recipient
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.flow import FlowLayout
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.icon import Icons
from proceedings_editor.ui.mail.attachment_list import AttachmentList
from proceedings_editor.ui.mail.row import COLOURS, Mark, ShownFile, megabytes
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_TOP: Final = Qt.AlignmentFlag.AlignTop
_GAP: Final = 10
"""To the list at its left."""


class MailPreview(QWidget):
    """One mail.

    Signals:
        words_changed: A person changed subject or text.
        open_wanted, files_wanted, sent_wanted: What shall happen to the draft.
    """

    words_changed = Signal()
    open_wanted = Signal()
    files_wanted = Signal()
    sent_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mailPreview")
        self._words = words
        self._reasons = WrappedLabel(self)
        self._reasons.setObjectName("mailReasons")
        self._to, self._subject, self._text = QLineEdit(self), QLineEdit(self), QPlainTextEdit(self)
        self._files = AttachmentList(words, self)
        self._size = QLabel(self)
        self._open, self._show, self._sent = QPushButton(self), QPushButton(self), QPushButton(self)
        self._to.setReadOnly(True)
        self._addresses = ""
        self._lay_out()
        self._name()
        self._subject.textEdited.connect(self.words_changed)
        self._text.textChanged.connect(self.words_changed)
        for button, signal in (
            (self._open, self.open_wanted),
            (self._show, self.files_wanted),
            (self._sent, self.sent_wanted),
        ):
            button.clicked.connect(signal)

    # ------------------------------------------------------------------------------------------------------ set-up

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        icons, self._speaker = Icons(self), Speaker(self._words, self)
        rows = (
            (text("To"), self._to, text("Copy the addresses")),
            (text("Subject"), self._subject, text("Copy the subject")),
            (text("Text"), self._text, text("Copy the text")),
        )
        self._copies: list[QToolButton] = []
        for row, (label, field, tip) in enumerate(rows):
            caption = self._label(label, field)
            caption.setMinimumHeight(self._to.sizeHint().height())
            grid.addWidget(caption, row, 0, _TOP)
            grid.addWidget(field, row, 1)
            button = QToolButton(self)
            icons.give(button.setIcon, "copy")
            self._speaker.name(button, f"copyButton{row}", tip)
            self._speaker.say(button.setToolTip, tip)
            button.clicked.connect(partial(self._copy, row))
            grid.addWidget(button, row, 2, _TOP)
            self._copies.append(button)
        grid.addWidget(self._label(text("Attachments"), self._files), len(rows), 0, _TOP)
        grid.addWidget(self._files, len(rows), 1)
        grid.addWidget(self._size, len(rows) + 1, 1)
        ways = FlowLayout(gap=8)
        for way in (self._open, self._show, self._sent):
            ways.addWidget(way)
        grid.addLayout(ways, len(rows) + 2, 0, 1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_GAP, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._reasons)
        layout.addLayout(grid)

    def _label(self, sentence: Text, buddy: QWidget) -> QLabel:
        label = QLabel(self)
        label.setBuddy(buddy)
        self._speaker.say(label.setText, sentence)
        return label

    def _name(self) -> None:
        names: Sequence[tuple[QWidget, str, Text]] = (
            (self._to, "mailTo", text("To")),
            (self._subject, "mailSubject", text("Subject")),
            (self._text, "mailText", text("Text")),
        )
        for widget, name, label in names:
            self._speaker.name(widget, name, label)
        buttons = (
            (self._open, "openMailButton", text("Open in the mail program")),
            (self._show, "showFilesButton", text("Show the files")),
            (self._sent, "markSentButton", text("Mark as sent")),
        )
        for button, name, label in buttons:
            self._speaker.name(button, name, label)
            self._speaker.say(button.setText, label)
        self._size.setObjectName("mailSize")

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def words(self) -> tuple[str, str]:
        """Subject and text as they stand there."""
        return self._subject.text(), self._text.toPlainText()

    def show_words(self, recipients: Sequence[Recipient], subject: str, words: str) -> None:
        """Show to whom, subject and text; what stands there already keeps its cursor."""
        self._text.blockSignals(True)
        self._addresses = ", ".join(one.address for one in recipients)
        self._to.setText(", ".join(f"{one.name} <{one.address}>" if one.name else one.address for one in recipients))
        self._to.setCursorPosition(0)
        self._to.setToolTip(self._to.text())
        if self._subject.text() != subject:
            self._subject.setText(subject)
            self._subject.setCursorPosition(0)
        if self._text.toPlainText() != words:
            self._text.setPlainText(words)
        self._text.blockSignals(False)

    def show_files(self, files: Sequence[ShownFile], *, is_counted: bool) -> None:
        """Show the attachments, or that they are still being counted."""
        self._files.show_files(files)
        size = megabytes(sum(file.size for file in files), self._words.language)
        total = text("{size} MB together", size=size)
        if any(file.path for file in files):
            total = text("{size} MB together; drag the files to the page of your mail service", size=size)
        waiting = text("The files are being made…")
        self._size.setText(self._words(total if files else waiting) if files or not is_counted else "")

    def show_reasons(self, reasons: Sequence[Text], mark: Mark) -> None:
        """Say what speaks against the mail, and what else is worth knowing."""
        self._reasons.setText("\n".join(map(self._words, reasons)))
        self._reasons.setVisible(bool(reasons))
        severity = COLOURS[mark]
        palette = self.palette()
        if severity:
            palette.setColor(self._reasons.foregroundRole(), severity_colour(severity, palette))
        self._reasons.setPalette(palette)

    def allow(self, *, editing: bool, ways_out: bool, marking: bool) -> None:
        """Say what can be done with the mail."""
        for field in (self._subject, self._text):
            field.setEnabled(editing)
        for button in self._copies:
            button.setEnabled(editing)
        self._open.setEnabled(ways_out)
        self._show.setEnabled(ways_out)
        self._sent.setEnabled(marking)

    def _copy(self, row: int) -> None:
        QGuiApplication.clipboard().setText((self._addresses, *self.words)[row])
