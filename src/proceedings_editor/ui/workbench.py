"""The panels of one open collection, put together: they know the session, and only the workbench knows them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from proceedings_editor.app.history import NO_CARET, Caret, Step
from proceedings_editor.app.new_entry import new_entry
from proceedings_editor.app.saving import SETTINGS
from proceedings_editor.app.session import Change, Session
from proceedings_editor.app.settling import COLLECTION
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding, Severity
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.body.command import COMMANDS, TABLE
from proceedings_editor.ui.body.editor import BodyEditor
from proceedings_editor.ui.checker import Checker
from proceedings_editor.ui.entry_list import EntryList
from proceedings_editor.ui.form.metadata_form import CollectionForm, MetadataForm
from proceedings_editor.ui.history_panel import HistoryPanel, SettingsHistory
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.journal_writer import JournalWriter
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.middle import Middle, Page
from proceedings_editor.ui.preview.panel import PreviewPanel
from proceedings_editor.ui.problem.panel import ProblemPanel
from proceedings_editor.ui.reference.panel import ReferenceList
from proceedings_editor.ui.saver import Saver
from proceedings_editor.ui.sharing import Sharing
from proceedings_editor.ui.spelling import Spelling
from proceedings_editor.ui.symbol.last_field import LastField
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from proceedings_editor.ui.check_desk import CheckDesk
    from proceedings_editor.ui.find_dialog import FindDialog
    from proceedings_editor.ui.preview.print_desk import PrintDesk
    from proceedings_editor.ui.symbol.palette import SymbolPalette

_INFORMATION: Final = 0
_ARTICLE: Final = 1
_REFERENCES: Final = 2
_HISTORY: Final = 3
_MANY: Final = 50
"""Findings of an entry that take so long to show that nobody should wait for them and for the entry in one step."""


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
        self._finder: FindDialog | None = None
        self._symbols: SymbolPalette | None = None
        self._last_field = LastField(self)
        self.recent_symbols: tuple[str, ...] = ()
        self._printer: PrintDesk | None = None
        self._checks: CheckDesk | None = None
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
        self._middle = Middle(words, self._entry_pages(), self._settings_pages(), self)
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._show_findings)
        self.rows = QSplitter(Qt.Orientation.Vertical, self)
        self._lay_out()
        self._connect()
        listen(self, session, self._changed)

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is known to be wrong in the collection."""
        return self._checker.findings

    def counts(self) -> Mapping[Severity, int]:
        """How much is wrong, by severity."""
        return self._checker.report.counts()

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
        """Show the information (0), the article (1), the references (2) or the history (3) of the entry.

        While the collection is shown, the history is the one of its settings.
        """
        if index == _HISTORY and self.owner == SETTINGS:
            self._middle.show_settings(1)
        else:
            self._middle.show_entry(index)
        self._middle.take_focus()

    def show_collection(self) -> None:
        """Show the facts of the collection."""
        self._middle.show_settings()

    def go_to(self, entry_id: str, place: Place, caret: Caret = NO_CARET) -> None:
        """Go to a place of an entry, or of the collection where the id is ""."""
        if not entry_id or place.field.startswith(COLLECTION):
            self.show_collection()
            self.collection.go_to(place, caret)
            return
        self.entries.go_to(entry_id)
        self._middle.show_entry()
        if place.block:
            self._middle.show_entry(_ARTICLE)
            self.body.go_to(place)
        elif place.field.startswith("references"):
            self._middle.show_entry(_REFERENCES)
            self.references.go_to(place, caret)
        elif place.field and place.field != "body":
            self._middle.show_entry(_INFORMATION)
            self.form.go_to(place, caret)

    def toggle(self, panel: QWidget) -> None:
        """Show a panel, or hide it."""
        panel.setVisible(panel.isHidden())

    def insert(self, command_id: str) -> None:
        """Insert something into the article, where its cursor is."""
        if self.entry_id:
            self.show_tab(_ARTICLE)
            self.body.toolbar.run(next(one for one in (*COMMANDS, *TABLE) if one.id == command_id))

    def find_words(self, *, replacing: bool = False) -> None:
        """Look for words in the entry or in all, beginning with what is chosen in the article."""
        from proceedings_editor.ui.find_dialog import FindDialog

        if self._finder is None:
            self._finder = FindDialog(self.session, self._words, self.jobs, self)
            self._finder.place_chosen.connect(self.go_to)
            self.entries.entry_chosen.connect(self._finder.show_entry)
        self._finder.seek(self.entry_id, self.body.chosen_words(), replacing=replacing)

    def show_symbols(self) -> None:
        """Show the symbols; they are written into the field that was used last."""
        from proceedings_editor.ui.symbol.palette import SymbolPalette

        if self._symbols is None:
            self._symbols = SymbolPalette(self._words, self._last_field, self.recent_symbols, self)
            self._symbols.used.connect(self._note_symbols)
        self._symbols.seek()

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """Ids of the entries chosen in the list where they are several, else of the one at hand; () without one."""
        chosen = tuple(entry.id for entry in self.entries.chosen)
        return chosen if len(chosen) > 1 else tuple(filter(None, (self.entry_id,)))

    def send(self, entries: Sequence[Entry]) -> None:
        """Ask which letter goes out about some entries, and make its drafts."""
        from proceedings_editor.ui.mail.dialog import SendDialog

        ids = [entry.id for entry in entries]
        dialog = SendDialog(self.session, self._words, self.jobs, ids, self)
        dialog.exec()
        dialog.deleteLater()

    def check_chosen(self) -> None:
        """Check the chosen entries, or the one at hand, and show their problems together."""
        self._check_desk().check(self._chosen())

    def report_chosen(self) -> None:
        """Write a report about the chosen entries, or the one at hand."""
        self._check_desk().report(self._chosen())

    def _check_desk(self) -> CheckDesk:
        from proceedings_editor.ui.check_desk import CheckDesk

        if self._checks is None:
            self._checks = CheckDesk(self.session, self._words, self.jobs, self)
            self._checks.checked.connect(self.problems.show_entries)
            self._checks.pages_counted.connect(self._checker.take_pages)
            self._checks.failed.connect(self.failed)
            self._checks.said.connect(self.said)
        return self._checks

    def _chosen(self) -> list[Entry]:
        found = (self.session.entry(entry_id) for entry_id in self.chosen_ids)
        return [entry for entry in found if entry]

    def print_entries(self) -> None:
        """Print the chosen entries, or the one at hand."""
        from proceedings_editor.ui.preview.print_desk import PrintDesk

        if self._printer is None:
            self._printer = PrintDesk(self.session, self._words, self.jobs, self)
            self._printer.failed.connect(self.failed)
            self._printer.said.connect(self.said)
        self._printer.print_entries(self._chosen())

    def go_to_page(self, part: str) -> None:
        """Show the first page of a part of the entry, "information" or "article", in the preview."""
        self.preview.show()
        self.preview.go_to_part(part)
        self.preview.pages.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_entry(self) -> None:
        """Add an empty entry and go to it."""
        edit = new_entry(self.session.workspace)
        self.session.close_step()
        if self.session.apply(edit):
            self.go_to(edit.entry, edit.place)

    def copy_parts(self) -> None:
        """Ask for another entry and take parts of it over into the one at hand."""
        from proceedings_editor.ui.parts_dialog import copy_parts

        if self.entry_id:
            copy_parts(self.session, self._words, self.entry_id, self.window())

    def compose_reference(self) -> None:
        """Put a reference together from its parts, and show it in the list."""
        if self.entry_id:
            self.show_tab(_REFERENCES)
            self.references.compose()

    def import_files(self, files: Sequence[Path]) -> None:
        """Bring manuscripts in as new entries and go to the first; what is doubtful stands under its fields."""
        from proceedings_editor.ui.import_desk import ImportDesk

        ImportDesk(self.window(), self._words, self.jobs).bring(files, self.session, self._go_to_title)

    def _go_to_title(self, entry_id: str) -> None:
        entry = self.session.entry(entry_id)
        if entry:
            self.go_to(entry.id, Place(field=f"title.{entry.language}"))

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
        self.entries.send_wanted.connect(self.send)
        self.entries.files_dropped.connect(self.import_files)
        self.entries.check_wanted.connect(lambda entries: self._check_desk().check(entries))
        self.entries.report_wanted.connect(lambda entries: self._check_desk().report(entries))
        self.problems.finding_chosen.connect(lambda found: self.go_to(found.entry, found.place))
        self.preview.finding_clicked.connect(self._go_to_finding)
        self.preview.print_wanted.connect(self.print_entries)
        self.preview.place_clicked.connect(lambda place: self.go_to(self.entry_id, place))
        self.preview.page_count_found.connect(self.pages_counted)
        self.body.asker.show_symbols = self.show_symbols
        self.body.reference_wanted.connect(lambda place: self.go_to(self.entry_id, place))
        self.body.place_entered.connect(self.preview.go_to)
        self.references.place_wanted.connect(lambda place: self.go_to(self.entry_id, place))
        self.references.failed.connect(self.failed)
        self.references.said.connect(self.said)
        self._checker.checked.connect(self._show_findings)
        self._checker.text_checked.connect(self._show_here)
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

    def _show_entry(self, entry_id: str) -> None:
        self._middle.show_entry()
        if entry_id == self.entry_id:
            return
        self.session.close_step()
        self.entry_id = entry_id
        self._checker.show_entry(entry_id)
        for panel in (self.form, self.body, self.references, self.history, self.preview):
            panel.show_entry(entry_id)
        self._show_others()
        if len(self._checker.report.about(entry_id)) > _MANY:
            self._say_here([])  # the old entry's go at once, the new ones come in a step of their own
            self._late.start()
        else:
            self._show_findings()

    def _note_symbols(self) -> None:
        if self._symbols:
            self.recent_symbols = self._symbols.recent

    def _show_others(self) -> None:
        """Show who else is at work on what is shown; what they edit is only read here."""
        entry, settings = self.sharing.state(self.entry_id), self.sharing.state(SETTINGS)
        self._middle.banner.show_state(settings if self.owner == SETTINGS else entry)
        for panel in (self.form, self.body, self.references):
            panel.set_read_only(bool(entry and entry.is_locked))
        self.collection.set_read_only(bool(settings and settings.is_locked))
        self.entries.show_holders(self.sharing.holders())

    def _show_findings(self) -> None:
        report, findings = self._checker.report, self._checker.findings
        self._show_here()
        self.collection.show_findings([one for one in report.shared if one.place.field.startswith(COLLECTION)])
        self.problems.show_findings(findings, self.entry_id, self._checker.ignored)
        self.preview.show_findings(self._here())
        self.entries.show_severities(report.gravest())
        self.state_changed.emit()

    def _show_here(self) -> None:
        """Show the findings of the entry where they are: this happens at every key."""
        self._say_here(self._here())

    def _say_here(self, here: list[Finding]) -> None:
        self.form.show_findings(here)
        self.body.show_findings([one for one in here if one.place.block])
        self.references.show_findings([one for one in here if one.place.field.startswith("references")])

    def _here(self) -> list[Finding]:
        return [one for one in self._checker.report.about(self.entry_id) if one.entry == self.entry_id]

    def _go_to_finding(self, finding: Finding) -> None:
        """Go to a finding that was clicked on a page, in the list of problems too."""
        self.problems.show_finding(finding)
        self.go_to(finding.entry, finding.place)

    def _changed(self, change: Change) -> None:
        if self.entry_id and self.session.entry(self.entry_id) is None:
            self._leave_gone_entry(change)
        if change.step and (self._following or change.is_undo):
            self._follow(change.step, change.caret)
        self.state_changed.emit()

    def _leave_gone_entry(self, change: Change) -> None:
        """Show what stood beside an entry that is gone: nobody shall work on what is not there."""
        ids = [entry.id for entry in change.before.entries]
        here = ids.index(self.entry_id) if self.entry_id in ids else 0
        near = sorted(ids, key=lambda one: abs(ids.index(one) - here))
        left = next((one for one in near if self.session.entry(one)), "")
        if left:
            self.entries.go_to(left)
        else:
            self._show_entry("")
            self.show_collection()

    def _follow(self, step: Step, caret: Caret) -> None:
        """Go to where undo or redo changed something; the body editor puts its own cursor there."""
        if step.entry and self.session.entry(step.entry) is None:
            return
        if step.place.block and caret is not NO_CARET:
            self.entries.go_to(step.entry)
            self.show_tab(_ARTICLE)
        else:
            self.go_to(step.entry, step.place, caret)
