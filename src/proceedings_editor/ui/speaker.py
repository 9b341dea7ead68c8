"""Says a panel's fixed words, and says them again when the window changes its language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from proceedings_editor.texts import Text
from proceedings_editor.ui.words import Words


class Speaker(QObject):
    """Remembers which sentence belongs where; lives as long as its panel."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._said: list[tuple[Callable[[str], object], Text]] = []
        words.changed.connect(self._repeat)

    def say(self, setter: Callable[[str], object], sentence: Text) -> None:
        """Hand the sentence in the window's language to `setter`, now and after every change of language."""
        self._said.append((setter, sentence))
        setter(self._words(sentence))

    def name(self, widget: QWidget, object_name: str, sentence: Text) -> None:
        """Give a widget its stable name for programs and its name for people who hear it."""
        widget.setObjectName(object_name)
        self.say(widget.setAccessibleName, sentence)

    def _repeat(self) -> None:
        for setter, sentence in self._said:
            setter(self._words(sentence))
