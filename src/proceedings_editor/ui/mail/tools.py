"""The row of things that hold for all mails: smaller pictures, the words of the letters, the log."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from proceedings_editor.texts import text
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words


class MailTools(QWidget):
    """Asks for what concerns all mails.

    Signals:
        shrink_wanted: Whether pictures shall be made smaller.
        letters_wanted, log_wanted: What shall be opened.
    """

    shrink_wanted = Signal(bool)
    letters_wanted = Signal()
    log_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        shrink, letters, log = QCheckBox(self), QPushButton(self), QPushButton(self)
        speaker = Speaker(words, self)
        shrinking = text("Make pictures smaller where the files are too large for an e-mail")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget, name, label in (
            (shrink, "shrinkBox", shrinking),
            (letters, "lettersButton", text("Words of the letters…")),
            (log, "logButton", text("What was sent…")),
        ):
            speaker.name(widget, name, label)
            speaker.say(widget.setText, label)
            layout.addWidget(widget, 1 if widget is shrink else 0)
        shrink.toggled.connect(self.shrink_wanted)
        for button, wanted in ((letters, self.letters_wanted), (log, self.log_wanted)):
            button.setAutoDefault(False)
            button.clicked.connect(wanted)
