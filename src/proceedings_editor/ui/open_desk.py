"""The ways to a collection: a new one, one that is there, the sample, a zip, or manuscripts that shall become one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.texts import text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from proceedings_editor.ui.main_window import MainWindow


class OpenDesk(QObject):
    """Asks what a way needs to be asked, and lets the window open what came of it."""

    def __init__(self, window: MainWindow, words: Words, memory: Memory, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._words, self._memory, self._jobs = window, words, memory, jobs
        self._shelf = Path.home()

    def make_new(self) -> None:
        """Ask for what a new collection needs, make it and open it."""
        from proceedings_editor.ui.new_collection_dialog import NewCollectionDialog

        dialog = NewCollectionDialog(self._words, self._memory.new_folder(), self._window)
        dialog.exec()
        folder = dialog.folder
        dialog.deleteLater()
        if folder:
            self._window.open_folder(folder)

    def choose(self) -> None:
        """Ask for a folder and open it."""
        from proceedings_editor.ui.file_dialog import ask_folder

        start = self._memory.recent[0].parent if self._memory.recent else None
        chosen = ask_folder(self._window, self._words, text("Open collection"), start)
        if chosen:
            self._window.open_folder(chosen)

    def try_sample(self) -> None:
        """Ask where a copy of the sample collection may lie, make it and open it."""
        from proceedings_editor.app.sample import copy_sample
        from proceedings_editor.ui.file_dialog import ask_folder

        into = ask_folder(self._window, self._words, text("Folder for a copy of the sample"), self._shelf)
        if into is None:
            return
        try:
            folder = copy_sample(into)
        except ProceedingsError as error:
            self._window.say(error.sentence)
            return
        self._window.open_folder(folder)

    def unpack(self, path: Path) -> bool:
        """Unpack a zip where the person wants it, and open what stands in it; False where nothing is opened."""
        from proceedings_editor.ui.zip_desk import unpack_chosen

        folder = unpack_chosen(self._window, self._words, path)
        return folder is not None and self._window.open_folder(folder)

    def merge(self) -> None:
        """Ask for a colleague's zip and let the person take entries over from it."""
        from proceedings_editor.ui.zip_desk import merge_chosen

        if self._window.session:
            merge_chosen(self._window, self._words, self._window.session, self._shelf)

    def choose_manuscripts(self) -> None:
        """Ask for manuscripts and bring them in."""
        from proceedings_editor.ui.file_dialog import ask_files

        kinds = text("Manuscripts (*.md *.markdown *.docx *.doc *.rtf *.odt)")
        files = ask_files(self._window, self._words, text("Import manuscripts"), kinds, self._shelf)
        if files:
            self._shelf = files[0].parent
            self.bring_in(files)

    def bring_in(self, files: Sequence[Path]) -> None:
        """Bring manuscripts into the open collection; without one into a folder the person is asked for."""
        from proceedings_editor.ui.import_desk import bring_chosen

        window = self._window
        if bench := window.show_bench():
            bench.desk.import_files(files)
        else:
            folder = self._memory.new_folder()
            bring_chosen(window, self._words, self._jobs, files, folder, window.open_folder)
