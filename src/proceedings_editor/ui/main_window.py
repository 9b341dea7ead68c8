"""The main window: it assembles menus, toolbar, start page and the workbench of the open collection."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.local import Language
from proceedings_editor.storage.preferences_file import cache_folder
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from proceedings_editor.app.session import Session
    from proceedings_editor.storage.folder import Opened
    from proceedings_editor.ui.save_desk import SaveDesk
    from proceedings_editor.ui.start_page import StartPage
    from proceedings_editor.ui.status_line import StatusLine
    from proceedings_editor.ui.workbench import Workbench

_NEWS_MS: Final = 8000
"""How long news stand in the status line."""


class MainWindow(QMainWindow):
    """The window; `painted` tells once that its first picture stands.

    It is empty until `furnish`: what a person sees first need not wait for what it takes to fill it.
    """

    painted = Signal()

    def __init__(self, words: Words, memory: Memory, cache: Path | None = None) -> None:
        """Make the window.

        Args:
            words: Its language.
            memory: What it remembers.
            cache: Another folder than this person's own for journals that cannot lie in the collection.
        """
        super().__init__()
        self.setObjectName("mainWindow")
        self._words, self._memory, self._cache = words, memory, cache
        self._jobs = Jobs(self)
        self._bench: Workbench | None = None
        self._status: StatusLine | None = None
        self._saves: SaveDesk | None = None
        self._start: StartPage | None = None
        self._has_painted = False
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self.setWindowTitle("proceedings-editor")
        self.resize(1280, 800)
        memory.restore_window(self)

    # ------------------------------------------------------------------------------------------------------ set-up

    def furnish(self) -> None:
        """Make menus, toolbar and help; before anything is opened, and once."""
        from proceedings_editor.ui.action import ActionUse, language_actions, make_actions, menu_of
        from proceedings_editor.ui.collector import Collector
        from proceedings_editor.ui.edit_menu import EditMenu
        from proceedings_editor.ui.help.desk import HelpDesk
        from proceedings_editor.ui.key_place import KeyPlaces
        from proceedings_editor.ui.open_desk import OpenDesk
        from proceedings_editor.ui.speaker import Speaker
        from proceedings_editor.ui.spelling_action import spelling_actions
        from proceedings_editor.ui.toolbar import MainToolBar

        Collector(self)
        KeyPlaces(self)
        self._opens = OpenDesk(self, self._words, self._memory, self._jobs)
        self._help = HelpDesk(self, self._words)
        speaker = Speaker(self._words, self)
        self._actions = make_actions(self, speaker, self._doers())
        self._use = ActionUse(self._actions, self._words)
        EditMenu(self, menu_of(self, "edit"), self._actions["find"], speaker)
        bar = MainToolBar(self._words, speaker, self._actions, self)
        self.addToolBar(bar)
        self._languages = language_actions(self, bar, self.set_language)
        spelling_actions(self, speaker, self._memory.spelling, self.set_spelling)
        self._words.changed.connect(self._show_state)
        self._show_state()

    def _doers(self) -> dict[str, Callable[[], object]]:
        """What each action of the table does; some only where a collection is open."""
        from proceedings_editor.ui.bench_action import BENCH_ACTIONS

        on_bench = {name: partial(self._on_bench, do) for name, do in BENCH_ACTIONS.items()}
        return {
            "new": self._opens.make_new,
            "open": self._opens.choose,
            "start": self.show_start,
            "sample": self._opens.try_sample,
            "save": self.save,
            "copy": self.copy_elsewhere,
            "quit": self.close,
            "import": self._opens.choose_manuscripts,
            "merge": self._opens.merge,
            **on_bench,
            **self._help.doers(),
        }

    def _on_bench(self, do: Callable[[Workbench], object]) -> None:
        if bench := self.show_bench():
            do(bench)

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def session(self) -> Session | None:
        """The open collection, None without one."""
        return self._bench.session if self._bench else None

    @property
    def bench(self) -> Workbench | None:
        """The panels of the open collection, None without one."""
        return self._bench

    def set_language(self, language: Language) -> None:
        """Change the language of the whole window, now and for the next start."""
        self._words.set_language(language)
        self._memory.note_language(language)

    def set_spelling(self, languages: tuple[Language, ...]) -> None:
        """Underline unknown words of these languages, now and at the next start."""
        self._memory.note_spelling(languages)
        if self._bench:
            self._bench.spelling.choose(languages)

    def show_help(self, words: str) -> None:
        """Show the help of the field the cursor is in."""
        self.statusBar().showMessage(words)

    def end_help(self, words: str) -> None:
        """Take the help of a field away, unless something else is told by now."""
        if self.statusBar().currentMessage() == words:
            self.statusBar().clearMessage()

    def show_bench(self) -> Workbench | None:
        """Show the panels of the open collection instead of the start page; None without one."""
        if self._bench:
            self._stack.setCurrentWidget(self._bench)
        return self._bench

    def show_start(self) -> None:
        """Show the start page beside the open collection, or go back to it."""
        if self._start is None:
            self._start = self._make_start()
        if self._bench and self._stack.currentWidget() is self._start:
            self._stack.setCurrentWidget(self._bench)
        else:
            self._start.show_recent(self._memory.recent)
            self._stack.setCurrentWidget(self._start)
            self._start.setFocus()  # the window may have been active before there was anything in it

    def open_folder(self, folder: Path) -> bool:
        """Open a collection instead of the one that is open; False where that fails or the person stays.

        A zip is unpacked first, to a folder the person chooses.
        """
        from proceedings_editor.app.bundle import is_bundle
        from proceedings_editor.app.collection import open_collection
        from proceedings_editor.app.session import Session

        if is_bundle(folder):
            return self._opens.unpack(folder)
        if not self._may_leave():
            return False
        try:
            opened = open_collection(folder, self._cache or cache_folder())
        except ProceedingsError as error:
            self._memory.forget_folder(folder)
            if self._start:
                self._start.show_recent(self._memory.recent)
            self.say(error.sentence)
            return False
        self._close_collection()
        self._show_collection(Session(folder.absolute(), opened))
        self._memory.note_folder(folder.absolute())
        self._index(opened, folder)
        for problem in opened.problems:
            self.say(text("{file} was left out: {fault}", file=problem.file, fault=problem.sentence))
        return True

    def save(self) -> None:
        """Save everything, in a worker."""
        if self._saves:
            self._saves.save()

    def copy_elsewhere(self) -> None:
        """Ask for a place and write a copy of the collection there."""
        if self._saves:
            self._saves.copy_elsewhere()

    def keep_unsaved(self) -> None:
        """Keep unsaved work in the recovery file, after a mistake of the program.

        Raises:
            WriteError: It could not be written anywhere.
        """
        if self._bench:
            self._bench.journal.journal.write()

    def say(self, sentence: Text) -> None:
        """Show one sentence over the window."""
        from proceedings_editor.ui.message import show_sentence

        show_sentence(self, self._words, sentence)

    # ------------------------------------------------------------------------------------------------------ inside

    def _make_start(self) -> StartPage:
        from proceedings_editor.ui.start_page import StartPage

        page = StartPage(self._words, self)
        page.new_wanted.connect(self._opens.make_new)
        page.open_wanted.connect(self._opens.choose)
        page.sample_wanted.connect(self._opens.try_sample)
        page.guide_wanted.connect(self._help.show_guide)
        page.folder_chosen.connect(self.open_folder)
        page.files_dropped.connect(self._opens.bring_in)
        self._stack.addWidget(page)
        return page

    def _index(self, opened: Opened, folder: Path) -> None:
        """Let the next start with a large collection be quick."""
        from proceedings_editor.app.collection import write_index_of

        cache = self._cache or cache_folder()
        self._jobs.start("index", partial(write_index_of, opened, folder, cache), lambda _: None, lambda _: None)

    def _show_collection(self, session: Session) -> None:
        from proceedings_editor.ui.recovery import offer_recovery
        from proceedings_editor.ui.save_desk import SaveDesk
        from proceedings_editor.ui.status_line import StatusLine
        from proceedings_editor.ui.workbench import Workbench

        bench = Workbench(session, self._words, self._jobs, self._cache, self)
        self._bench, self._status = bench, StatusLine(self.statusBar(), session, self._words)
        self._memory.restore_bench(bench)
        bench.spelling.choose(self._memory.spelling)
        self._stack.addWidget(bench)
        self._stack.setCurrentWidget(bench)
        bench.state_changed.connect(self._show_state)
        bench.pages_counted.connect(self._note_pages)
        bench.failed.connect(self.say)
        bench.said.connect(lambda sentence: self.statusBar().showMessage(self._words(sentence), _NEWS_MS))
        self._saves = SaveDesk(bench, self._words, self)
        self._saves.saved.connect(self._note_saved)
        self._saves.tried.connect(self._show_state)
        self._saves.told.connect(self.say)
        bench.start()
        self._show_state()
        offer_recovery(self, self._words, session, bench.journal.journal, self._cache)

    def _close_collection(self) -> None:
        if self._bench:
            self._bench.close_session()
            self._memory.note_bench(self._bench)
            self._stack.removeWidget(self._bench)
            self._bench.deleteLater()
        if self._status:
            self._status.end()
        self._bench = self._status = self._saves = None

    def _may_leave(self) -> bool:
        """Whether the open collection may go: saved, or the person does not mind."""
        if self._bench is None or not self._bench.session.is_dirty:
            return True
        from proceedings_editor.ui.message import ask_unsaved

        answer = ask_unsaved(self, self._words)
        return self._bench.saver.finish() if answer == "save" else answer == "discard"

    def _note_saved(self) -> None:
        if self._status:
            self._status.note_saved()
        self._show_state()

    def _note_pages(self, entry_id: str, pages: int) -> None:
        if self._status:
            self._status.note_pages(entry_id, pages)
            self._show_state()

    def _show_state(self) -> None:
        """Title, status line, and which actions are of use."""
        for language, action in self._languages.items():
            action.setChecked(language == self._words.language)
        bench = self._bench
        name = bench.name if bench else ""
        self.setWindowTitle(" – ".join(filter(None, (f"{name}[*]" if bench else "", "proceedings-editor"))))
        is_dirty = bool(bench and bench.session.is_dirty)
        if is_dirty != self.isWindowModified():  # Qt tells the whole window even where it is the same
            self.setWindowModified(is_dirty)
        self._use.show(bench.session if bench else None)
        if bench and self._status:
            self._status.show(bench.entry_id, bench.counts)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; unsaved work is asked about."""
        if not self._may_leave():
            event.ignore()
            return
        self._memory.note_window(self)
        self._close_collection()
        self._jobs.shut_down()
        super().closeEvent(event)
