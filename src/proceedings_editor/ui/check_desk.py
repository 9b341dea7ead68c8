"""Checks of the entries a person has chosen: their problems together in the panel, or as a page to send."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from proceedings_editor.app.checking import shown_name
from proceedings_editor.app.chosen_check import ChosenCheck, check_entries, write_report
from proceedings_editor.app.report_words import counts_of
from proceedings_editor.app.session import Session
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.texts import plural, text
from proceedings_editor.ui.file_dialog import ask_new_file
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.progress_dialog import work_under_bar
from proceedings_editor.ui.words import Words

if TYPE_CHECKING:
    from proceedings_editor.model.entry import Entry
    from proceedings_editor.progress import CancelToken, Progress

_KIND: Final = "check chosen"


class CheckDesk(QObject):
    """Checks chosen entries.

    Signals:
        checked: Ids of the entries whose problems are to be shown together.
        pages_counted: Entry id and the number of pages of its article.
        failed, said: A sentence: why something was not done, or what was found.
    """

    checked = Signal(object)
    pages_counted = Signal(str, int)
    failed = Signal(object)
    said = Signal(object)

    def __init__(self, session: Session, words: Words, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._words, self._jobs, self._window = session, words, jobs, window

    def check(self, entries: Sequence[Entry]) -> None:
        """Check entries, the number of their pages too, and show their problems together."""
        self._work(entries, partial(self._show, entries))

    def report(self, entries: Sequence[Entry]) -> None:
        """Ask for a file and write what a check of the entries finds."""
        if not entries:
            return
        name, kinds = f"{self._session.folder.name}.html", text("Web pages (*.html)")
        file = ask_new_file(self._window, self._words, text("Report of the check"), kinds, name)
        if file:
            self._work(entries, partial(self._write, file, entries))

    def _work(self, entries: Sequence[Entry], done: Callable[[ChosenCheck], None]) -> None:
        if not entries or self._jobs.is_busy(_KIND):
            return
        session, workspace = self._session, self._session.workspace

        def work(progress: Progress, cancel: CancelToken) -> ChosenCheck:
            return check_entries(session.folder, workspace, session.sources, entries, progress, cancel)

        label = text("The chosen articles are being checked …")
        work_under_bar(self._window, self._words, self._jobs, _KIND, label, work, done, self._fail)

    def _show(self, entries: Sequence[Entry], found: ChosenCheck) -> None:
        for entry_id, count in found.counted.pages.items():
            self.pages_counted.emit(entry_id, count)
        self.checked.emit([entry.id for entry in entries])
        checked = plural("{count} article was checked", "{count} articles were checked", len(entries))
        self.said.emit(text("{checked}: {found}", checked=checked, found=counts_of(found.report.findings)))
        for entry in entries:
            if reason := found.counted.problems.get(entry.id):
                name = shown_name(entry, self._words.language)
                self.failed.emit(text("The pages of {entry} were not counted: {reason}", entry=name, reason=reason))
                return  # where one is mended, the next check tells of the next

    def _write(self, file: Path, entries: Sequence[Entry], found: ChosenCheck) -> None:
        try:
            write_report(file, found, self._session.workspace, entries, self._words.language)
        except ProceedingsError as error:
            self.failed.emit(error.sentence)
        else:
            self.said.emit(text("The report is in {file}.", file=file))

    def _fail(self, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error.sentence)
