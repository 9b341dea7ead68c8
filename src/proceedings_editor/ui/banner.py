"""The line over the panels that says who else edits what is shown, or that its file was changed as well."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from proceedings_editor.texts import text
from proceedings_editor.ui.sharing import State
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words


class Banner(QFrame):
    """Shows a `State`, and nothing where there is none.

    Signals:
        take_over_wanted: The person wants the lock of somebody who shows no sign of life.
        compare_wanted: The person wants to see both states.
    """

    take_over_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._state: State | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._label = QLabel(self)
        self._label.setObjectName("bannerLabel")
        self._label.setWordWrap(True)
        self._take, self._compare = QPushButton(self), QPushButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._compare)
        layout.addWidget(self._take)
        speaker = Speaker(words, self)
        speaker.name(self, "banner", text("Notice about others"))
        for button, name, label in (
            (self._take, "takeOverButton", text("Take over")),
            (self._compare, "compareButton", text("Compare…")),
        ):
            speaker.name(button, name, label)
            speaker.say(button.setText, label)
        self._take.clicked.connect(lambda: self.take_over_wanted.emit())
        self._compare.clicked.connect(lambda: self.compare_wanted.emit())
        words.changed.connect(self._say_again)
        self.hide()

    def show_state(self, state: State | None) -> None:
        """Show how things stand with others; hide where nothing is up."""
        self._state = state
        self.setVisible(state is not None)
        if state:
            self._label.setText(self._words(state.sentence))
            self._take.setVisible(state.may_take_over)
            self._compare.setVisible(state.has_conflict)

    def _say_again(self) -> None:
        """As a method, which Qt lets go with the widget; a lambda would speak to one that is gone."""
        self.show_state(self._state)
