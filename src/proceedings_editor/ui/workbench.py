"""The panels of one open collection, put together: they know the session, and only the workbench knows them all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from proceedings_editor.app.history import NO_CARET, Caret
from proceedings_editor.app.new_entry import new_entry
from proceedings_editor.app.saving import SETTINGS
from proceedings_editor.app.session import Change, Session
from proceedings_editor.app.settling import COLLECTION
from proceedings_editor.model.finding import Finding, Severity
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.bench_desk import BenchDesk
from proceedings_editor.ui.body.command import EVERY
from proceedings_editor.ui.body.editor import BodyEditor
from proceedings_editor.ui.checker import Checker
from proceedings_editor.ui.entry_list import EntryList
from proceedings_editor.ui.finding_board import FindingBoard
from proceedings_editor.ui.form.metadata_form import CollectionForm, MetadataForm
from proceedings_editor.ui.history_panel import HistoryPanel, SettingsHistory
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.journal_writer import JournalWriter
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.middle import Middle, Page
from proceedings_editor.ui.navigator import ARTICLE, REFERENCES, Navigator
from proceedings_editor.ui.preview.panel import PreviewPanel
from proceedings_editor.ui.problem.panel import ProblemPanel
from proceedings_editor.ui.reference.panel import ReferenceList
from proceedings_editor.ui.saver import Saver
from proceedings_editor.ui.sharing import Sharing
from proceedings_editor.ui.spelling import Spelling
from proceedings_editor.ui.words import Words


class Workbench(QWidget):
    """One open collection.

    Signals:
        state_changed: Something a title, a status line or an action shows may have changed.
        pages_counted: Entry id and the number of pages of its article.
        failed: A sentence for the person.
        said: News for the status line.
    """

    state_changed = Signal()
    pages_counted = Signal(str, int)
    failed = Signal(object)
    said = Signal(object)

    def __init__(
        self, session: Session, words: Words, jobs: Jobs, cache: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workbench")
        self.session, self.jobs, self._words = session, jobs, words
        self.entry_id = ""
        self._following = False
        self.desk = BenchDesk(self, words, jobs)
        self._checker = Checker(session, jobs, self)
        self.journal = JournalWriter(session, jobs, cache, self)
        self.sharing = Sharing(session, jobs, self.journal.journal.presence, self)
        self.saver = Saver(session, jobs, self)
        self.spelling = Spelling(session, jobs, self)
        self.entries = EntryList(session, words, self)
        self.form = MetadataForm(session, words, self)
        self.form.look_up_words(self.spelling)
        self.body = BodyEditor(session, words, self, self.spelling, jobs)
        self.references = ReferenceList(session, words, self)
        self.history = HistoryPanel(session, words, self)
        self.collection = CollectionForm(session, words, self)
        self.settings_history = SettingsHistory(session, words, self)
        self.preview = PreviewPanel(session, words, jobs, self)
        self.problems = ProblemPanel(session, words, jobs, self)
        self._board = FindingBoard(self, self._checker)
        self._middle = Middle(words, self._entry_pages(), self._settings_pages(), self)
        self.navigator = Navigator(self, self._middle)
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self.rows = QSplitter(Qt.Orientation.Vertical, self)
        self._lay_out()
        self._connect()
        listen(self, session, self._changed)

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is known to be wrong in the collection."""
        return self._checker.findings

    def counts(self) -> Mapping[Severity, int] | None:
        """How much is wrong, by severity; None until the entry at hand was looked at."""
        report = self._checker.report
        return report.counts() if not self.entry_id or self.entry_id in report.entries else None

    @property
    def is_checked(self) -> bool:
        """Whether everything is checked as it is now."""
        return self._checker.is_complete

    @property
    def name(self) -> str:
        """What the collection is called; its folder while the conference has no name yet."""
        return self.session.workspace.collection.name.best(self._words.language) or self.session.folder.name

    def start(self) -> None:
        """Show the first entry, or the collection's facts where there is none, and check everything."""
        entries = self.session.workspace.entries
        if entries:
            self.entries.go_to(entries[0].id)
            self.entries.take_focus()
        else:
            self.go_to("", Place(field=f"{COLLECTION}name.kk"))
        self._checker.start()
        self.sharing.start()
        self.spelling.start()

    def close_session(self) -> None:
        """Give back what others may have, and tidy up; nothing is saved."""
        from proceedings_editor.app.tidying import tidy_pictures

        tidy_pictures(self.session)
        self.sharing.close()
        self.journal.close()

    @property
    def owner(self) -> str:
        """Id of the entry that is shown, `SETTINGS` where the collection is."""
        return SETTINGS if self._middle.shows_settings else self.entry_id

    def compare(self, owner: str | None = None) -> bool:
        """Ask about what was changed here and by others, of `owner` only or of all; False where it was put off."""
        from proceedings_editor.ui.conflict_dialog import settle_conflicts

        return settle_conflicts(self.window(), self._words, self.session, self.sharing, owner)

    def show_tab(self, index: int) -> None:
        """Show the information (0), the article (1), the references (2) or the history (3)."""
        self.navigator.show_tab(index)

    def go_to(self, entry_id: str, place: Place, caret: Caret = NO_CARET) -> None:
        """Go to a place of an entry, or of the collection where the id is ""."""
        self.navigator.go_to(entry_id, place, caret)

    def toggle(self, panel: QWidget) -> None:
        """Show a panel, or hide it."""
        panel.setVisible(panel.isHidden())

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """Ids of the entries chosen in the list where they are several, else of the one at hand; () without one."""
        chosen = tuple(entry.id for entry in self.entries.chosen)
        return chosen if len(chosen) > 1 else tuple(filter(None, (self.entry_id,)))

    def insert(self, command_id: str) -> None:
        """Insert something into the article, where its cursor is."""
        if self.entry_id:
            self.show_tab(ARTICLE)
            self._run(command_id)

    def shape(self, command_id: str) -> None:
        """Give the chosen lines of the article another shape; where another tab is in front the article comes first."""
        if self.entry_id and self.body.isVisible():
            self._run(command_id)
        elif self.entry_id:
            self.show_tab(ARTICLE)

    def _run(self, command_id: str) -> None:
        self.body.toolbar.run(next(one for one in EVERY if one.id == command_id))

    def compose_reference(self) -> None:
        """Put a reference together from its parts, and show it in the list."""
        if self.entry_id:
            self.show_tab(REFERENCES)
            self.references.compose()

    def add_entry(self) -> None:
        """Add an empty entry and go to it."""
        edit = new_entry(self.session.workspace)
        self.session.close_step()
        if self.session.apply(edit):
            self.go_to(edit.entry, edit.place)

    def undo(self) -> None:
        """Take the last step back and go there."""
        self.session.undo()

    def redo(self) -> None:
        """Do the last undone step again and go there."""
        self._following = True
        try:
            self.session.redo()
        finally:
            self._following = False

    # ------------------------------------------------------------------------------------------------------ inside

    def _entry_pages(self) -> tuple[Page, ...]:
        return (
            (self.form, text("Information")),
            (self.body, text("Article")),
            (self.references, text("References")),
            (self.history, text("History")),
        )

    def _settings_pages(self) -> tuple[Page, ...]:
        return (self.collection, text("Settings")), (self.settings_history, text("History"))

    def _lay_out(self) -> None:
        columns: tuple[tuple[QWidget, int], ...] = ((self.entries, 1), (self._middle, 2), (self.preview, 2))
        for column_panel, share in columns:
            self.columns.addWidget(column_panel)
            self.columns.setStretchFactor(self.columns.count() - 1, share)
        self.columns.setSizes([220, 650, 400])
        self.rows.addWidget(self.columns)
        self.rows.addWidget(self.problems)
        self.rows.setStretchFactor(0, 1)
        self.rows.setSizes([540, 170])
        self.columns.setObjectName("columns")
        self.rows.setObjectName("rows")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.addWidget(self.rows)

    def _connect(self) -> None:
        self.entries.entry_chosen.connect(self._show_entry)
        self.entries.send_wanted.connect(self.desk.send)
        self.entries.files_dropped.connect(self.desk.import_files)
        self.entries.check_wanted.connect(self.desk.check)
        self.entries.report_wanted.connect(self.desk.report)
        self.desk.pages_counted.connect(self._checker.take_pages)
        self.desk.failed.connect(self.failed)
        self.desk.said.connect(self.said)
        self.problems.finding_chosen.connect(lambda found: self.go_to(found.entry, found.place))
        self.preview.finding_clicked.connect(self._go_to_finding)
        self.preview.print_wanted.connect(self.desk.print_entries)
        self.preview.place_clicked.connect(lambda place: self.go_to(self.entry_id, place))
        self.preview.page_count_found.connect(self.pages_counted)
        self.body.asker.show_symbols = self.desk.show_symbols
        self.body.reference_wanted.connect(lambda place: self.go_to(self.entry_id, place))
        self.body.place_entered.connect(self.preview.go_to)
        self.references.place_wanted.connect(lambda place: self.go_to(self.entry_id, place))
        self.references.failed.connect(self.failed)
        self.references.said.connect(self.said)
        self._checker.checked.connect(self._board.show)
        self._checker.text_checked.connect(self._board.show_here)
        self._board.shown.connect(self.state_changed)
        self._checker.failed.connect(self.failed)
        self.spelling.words_changed.connect(self._checker.take_words)
        self.spelling.said.connect(self.said)
        self.preview.page_count_found.connect(self._checker.take_pages)
        self.problems.failed.connect(self.failed)
        self.entries.failed.connect(self.failed)
        self.entries.said.connect(self.said)
        self.history.failed.connect(self.failed)
        self.settings_history.failed.connect(self.failed)
        self.journal.failed.connect(lambda error: self.failed.emit(error.sentence))
        self.sharing.changed.connect(self._show_others)
        self.sharing.warned.connect(self.failed)
        self.sharing.noted.connect(self.said)
        self._middle.banner.take_over_wanted.connect(lambda: self.sharing.take_over(self.owner))
        self._middle.banner.compare_wanted.connect(lambda: self.compare(self.owner))
        self._middle.turned.connect(self._show_others)
        self._middle.turned.connect(lambda: self.problems.show_settings(self._middle.shows_settings))

    def _show_entry(self, entry_id: str) -> None:
        self._middle.show_entry()
        if entry_id == self.entry_id:
            return
        self.session.close_step()
        self.entry_id = entry_id
        self.session.work_on(entry_id)
        self._checker.show_entry(entry_id)
        for panel in (self.form, self.body, self.references, self.history, self.preview):
            panel.show_entry(entry_id)
        self._show_others()
        self._board.turn()

    def _show_others(self) -> None:
        """Show who else is at work on what is shown; what they edit is only read here."""
        entry, settings = self.sharing.state(self.entry_id), self.sharing.state(SETTINGS)
        self._middle.banner.show_state(settings if self.owner == SETTINGS else entry)
        for panel in (self.form, self.body, self.references):
            panel.set_read_only(bool(entry and entry.is_locked))
        self.collection.set_read_only(bool(settings and settings.is_locked))
        self.entries.show_holders(self.sharing.holders())

    def _go_to_finding(self, finding: Finding) -> None:
        """Go to a finding that was clicked on a page, in the list of problems too."""
        self.problems.show_finding(finding)
        self.go_to(finding.entry, finding.place)

    def _changed(self, change: Change) -> None:
        if self.entry_id and self.session.entry(self.entry_id) is None:
            self._leave_entry(change)
        if change.step and (self._following or change.is_undo):
            self.navigator.follow(change.step, change.caret)
        self.state_changed.emit()

    def _leave_entry(self, change: Change) -> None:
        if not self.navigator.leave_gone_entry(change):
            self._show_entry("")
            self.navigator.show_collection()
