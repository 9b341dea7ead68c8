"""Saving as a person meets it: what to do when it fails, and when somebody else changed the same."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.texts import text
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench


class SaveDesk(QObject):
    """Saves one open collection and asks what must be asked.

    Signals:
        saved: Everything that was unsaved is saved.
        tried: Saving is over, whatever became of it.
        told: A sentence for the person.
    """

    saved = Signal()
    tried = Signal()
    told = Signal(object)

    def __init__(self, bench: Workbench, words: Words, window: QWidget) -> None:
        super().__init__(bench)
        self._bench, self._words, self._window = bench, words, window
        bench.saver.saved.connect(self.saved)
        bench.saver.failed.connect(self._meet_failure)
        bench.saver.refused.connect(self._meet_conflicts)

    def save(self) -> None:
        """Save everything, in a worker."""
        self._bench.saver.start()

    def copy_elsewhere(self) -> None:
        """Ask for a place and write a copy of the collection there."""
        from proceedings_editor.app.copying import copy_collection
        from proceedings_editor.ui.file_dialog import ask_folder

        into = ask_folder(self._window, self._words, text("Folder for a copy of the collection"))
        if into:
            try:
                self.told.emit(copy_collection(self._bench.session, into))
            except ProceedingsError as error:
                self.told.emit(error.sentence)

    def _meet_failure(self, error: ProceedingsError) -> None:
        """Say why, and do what the person wants."""
        from proceedings_editor.ui.message import ask_failed

        self.tried.emit()
        remedy = ask_failed(self._window, self._words, error.sentence)
        if remedy == "retry":
            self.save()
        elif remedy == "copy":
            self.copy_elsewhere()

    def _meet_conflicts(self) -> None:
        """Compare what somebody else changed, then save again."""
        self.tried.emit()
        if not self._bench.sharing.look_for_conflicts() or self._bench.compare():
            self.save()
