"""Keeps the findings of the open collection up to date: the text at hand at once, the rest in a worker."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from proceedings_editor.app.facts import gather_facts
from proceedings_editor.app.found import Found
from proceedings_editor.app.live_check import LiveReport, check_more, check_place
from proceedings_editor.app.session import Change, Session
from proceedings_editor.app.vocabulary import Vocabulary, is_asked
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.ignoring import IgnoredFinding
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.listening import listen

_PAUSE_MS = 200
_LATE_MS = 100
"""The lists of all findings wait so long for the next key, the marks in the text do not."""
_KIND = "check"


class Checker(QObject):
    """Keeps the findings.

    Signals:
        checked: The findings changed, or all are known now.
        text_checked: Those of the entry at hand changed, as after a key; `checked` follows when the person rests.
        failed: A sentence where nothing can be checked.
    """

    checked = Signal()
    text_checked = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._report = LiveReport()
        self._current = ""
        self._pages: Mapping[str, int] = {}
        self._vocabulary = Vocabulary()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._check_rest)
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._late.timeout.connect(self.checked)
        listen(self, session, self._changed)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is known, in the order of the entries, those of the collection last."""
        return self._report.findings(self._session.workspace)

    @property
    def found(self) -> tuple[Found, ...]:
        """The same by entry, to be looked at where it is wanted."""
        return self._report.found(self._session.workspace)

    @property
    def report(self) -> LiveReport:
        """What is known, by entry."""
        return self._report

    @property
    def ignored(self) -> tuple[IgnoredFinding, ...]:
        """What somebody has decided to leave as it is."""
        return self._report.ignored(self._session.workspace)

    @property
    def is_complete(self) -> bool:
        """Whether everything is checked as it is now."""
        return self._report.is_complete(self._session.workspace, self._deciding())

    def start(self) -> None:
        """Check everything that is not known yet."""
        self._check_rest()

    def show_entry(self, entry_id: str) -> None:
        """Check this entry before others, as soon as it is shown: until then the processor is the window's."""
        self._current = entry_id
        self._jobs.cancel(_KIND)
        self._pause.start()

    def take_pages(self, entry_id: str, count: int) -> None:
        """Check again what depends on the length of an article, which the preview has found."""
        if self._pages.get(entry_id) != count:
            self._pages = {**self._pages, entry_id: count}
            self._pause.start()

    def take_words(self, vocabulary: Vocabulary) -> None:
        """Check again what depends on the words that are right."""
        self._vocabulary = vocabulary
        self._pause.start()

    def _changed(self, change: Change) -> None:
        if change.before is change.after:
            return
        self._jobs.cancel(_KIND)  # it would take the processor from the keys, for a text that is old now
        step = change.step
        entry = self._session.entry(step.entry) if step and step.entry else None
        if step and entry and not change.is_undo and (step.place.field or step.place.block):
            with suppress(ProceedingsError):  # the worker meets the same mistake of the template and tells it
                facts = self._facts(change.after, self._pages)
                self._take_text(entry.id, check_place(self._report, change.after, entry, step.place, facts))
        if self._late.isActive():
            self._late.start()
        self._pause.start()

    def _check_rest(self) -> None:
        report, workspace, current, pages = self._report, self._session.workspace, self._current, self._pages
        if self.is_complete:
            return

        def work(cancel: CancelToken) -> tuple[LiveReport, Workspace]:
            return check_more(report, workspace, current, cancel, self._facts(workspace, pages)), workspace

        self._jobs.start(_KIND, work, self._finish, self._fail)

    def _finish(self, result: tuple[LiveReport, Workspace]) -> None:
        report, workspace = result
        if workspace is not self._session.workspace:
            now = set(map(id, self._session.workspace.entries))
            known = self._report.entries.items()
            newer = {key: one for key, one in known if key in report.entries and id(one.entry) in now}
            report = replace(report, entries={**report.entries, **newer})
        self._take(report)
        if not self._pause.isActive():
            self._check_rest()

    def _take(self, report: LiveReport) -> None:
        before, self._report = self._report, report
        owing = self._late.isActive()
        self._late.stop()
        if not (owing or _differ(before, report) or self.is_complete):
            return
        if self._pause.isActive():  # somebody writes: no key waits until all the lists are filled
            self._late.start()
        else:
            self.checked.emit()

    def _take_text(self, entry_id: str, report: LiveReport) -> None:
        before, self._report = self._report.entries.get(entry_id), report
        after = report.entries.get(entry_id)
        if before and after and before.found.findings != after.found.findings:
            self.text_checked.emit()
            self._late.start()

    def _facts(self, workspace: Workspace, pages: Mapping[str, int]) -> Facts:
        session, vocabulary = self._session, self._vocabulary
        return gather_facts(session.folder, workspace, date.today(), pages, session.sources, vocabulary=vocabulary)

    def _deciding(self) -> Facts:
        """What findings depend on beside the workspace."""
        asked = is_asked(self._session.workspace.template)
        return Facts(pages=self._pages, is_word=self._vocabulary if asked else None)

    def _fail(self, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error.sentence)


def _differ(before: LiveReport, after: LiveReport) -> bool:
    """Whether two reports have other findings: the worker leaves those it found again as they were."""
    if before.shared is not after.shared or before.entries.keys() != after.entries.keys():
        return True
    pairs = ((before.entries[key], one) for key, one in after.entries.items())
    return any(old.found is not new.found for old, new in pairs)
