"""What the window remembers from one start to the next: language, recent folders, how it was laid out."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from proceedings_editor.app.preferences import Preferences, load_preferences, save_preferences
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.local import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QSplitter

    from proceedings_editor.ui.workbench import Workbench

_LOG: Final = logging.getLogger(__name__)
_WINDOW: Final = "window"


class Memory:
    """A person's preferences while the program runs; kept in a file when something changes.

    Args:
        path: Another file than this person's own.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._preferences = load_preferences(path)

    @property
    def language(self) -> Language | None:
        """The language chosen, None to follow the system."""
        return self._preferences.language

    @property
    def recent(self) -> tuple[Path, ...]:
        """Folders opened before, the newest first."""
        return self._preferences.recent

    def note_language(self, language: Language) -> None:
        """Remember the language chosen."""
        self._keep(self._preferences._replace(language=language))

    @property
    def spelling(self) -> tuple[Language, ...]:
        """Languages whose words are looked up."""
        return self._preferences.spelling

    def note_spelling(self, languages: tuple[Language, ...]) -> None:
        """Remember whose words are looked up."""
        self._keep(self._preferences._replace(spelling=languages))

    def note_folder(self, folder: Path) -> None:
        """Remember the folder as the newest."""
        self._keep(self._preferences.with_recent(folder))

    def forget_folder(self, folder: Path) -> None:
        """Forget a folder that is no collection any more."""
        self._keep(self._preferences.without_recent(folder))

    def new_folder(self) -> Path:
        """Return a folder to propose for a new collection."""
        home = self.recent[0].parent if self.recent else Path.home()
        names = ("proceedings", *(f"proceedings-{number}" for number in range(2, 100)))
        return next((home / name for name in names if not (home / name).exists()), home / names[0])

    def note_window(self, window: QMainWindow) -> None:
        """Remember where the window stands."""
        self._keep(self._preferences.with_layout(_WINDOW, bytes(window.saveGeometry().data())))

    def restore_window(self, window: QMainWindow) -> None:
        """Put the window where it stood."""
        if place := self._preferences.layout.get(_WINDOW):
            window.restoreGeometry(place)

    def note_bench(self, bench: Workbench) -> None:
        """Remember how wide the panels are, whether pages are marked, and the symbols used last."""
        preferences = self._preferences
        for name, splitter in _splitters(bench).items():
            preferences = preferences.with_layout(name, bytes(splitter.saveState().data()))
        self._keep(preferences._replace(symbols=bench.desk.recent_symbols, marks=bench.preview.shows_findings))

    def restore_bench(self, bench: Workbench) -> None:
        """Make the panels as wide as they were, and recall what else is remembered of them."""
        bench.desk.recent_symbols = self._preferences.symbols
        bench.preview.set_shows_findings(self._preferences.marks)
        for name, splitter in _splitters(bench).items():
            if place := self._preferences.layout.get(name):
                splitter.restoreState(place)

    def _keep(self, preferences: Preferences) -> None:
        """Nobody is kept from working because a convenience could not be written down."""
        self._preferences = preferences
        try:
            save_preferences(preferences, self._path)
        except ProceedingsError as error:
            _LOG.warning("%s", error.sentence)


def _splitters(bench: Workbench) -> Mapping[str, QSplitter]:
    return {"columns": bench.columns, "rows": bench.rows}
