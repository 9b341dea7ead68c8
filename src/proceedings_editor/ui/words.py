"""The language of the window, which can change while it is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from proceedings_editor.model.local import Language
from proceedings_editor.texts import Text


class Words(QObject):
    """Turns sentences into the window's language; `changed` tells every panel to say its words again."""

    changed = Signal()

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language

    @property
    def language(self) -> Language:
        """The window's language."""
        return self._language

    def set_language(self, language: Language) -> None:
        """Change the language of the whole window."""
        if language != self._language:
            self._language = language
            self.changed.emit()

    def __call__(self, sentence: Text) -> str:
        """Return the sentence in the window's language."""
        return sentence.in_language(self._language)
