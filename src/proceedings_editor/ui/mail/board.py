"""What the dialog of mails works with: the mails as they stand, and the work of planning, trying and making them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from proceedings_editor.app.drafting import Prepared, mark_sent, prepare_drafts, shown_draft, try_drafts
from proceedings_editor.app.mailing import LetterKind, Mail, plan_mails, sent_edit, with_text
from proceedings_editor.app.privacy import private_words
from proceedings_editor.app.session import Session
from proceedings_editor.errors import Cancelled, ProceedingsError, ReadError
from proceedings_editor.exporters.mail.draft import Draft
from proceedings_editor.progress import CancelToken, NoProgress
from proceedings_editor.storage.folder import Opened
from proceedings_editor.storage.outbox import draft_path, newest, read_log
from proceedings_editor.texts import plural, text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.mail.row import MailRow, row_of

_PLAN: Final = "mail-plan"
_TRY: Final = "mail-try"
_MAKE: Final = "mail-make"


class MailBoard(QObject):
    """The mails by the ids of their entries.

    Signals:
        planned: There are other mails now.
        row_changed: Id of the entry whose mail stands differently, and whether it still is to be prepared.
        stepped: How much of the work is done, of how much.
        ended: Work that was waited for is over; a sentence about it.
        said: A sentence for the person.
    """

    planned = Signal()
    row_changed = Signal(str, bool)
    stepped = Signal(int, int)
    ended = Signal(object)
    said = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._shrink = False
        self.rows: dict[str, MailRow] = {}

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def is_busy(self) -> bool:
        """Whether mails are being planned or made."""
        return self._jobs.is_busy(_PLAN) or self._jobs.is_busy(_MAKE)

    def plan(self, names: Sequence[str], kind: LetterKind, deadline: date | None) -> None:
        """Plan the mails about the named entries, or about all."""
        session, steps, opened = self._session, self._jobs.steps(self._note_step), self._opened()

        def work(cancel: CancelToken) -> tuple[Mail, ...]:
            return plan_mails(session.folder, opened, names, kind, date.today(), steps, cancel, deadline)

        self.rows = {}
        self._jobs.cancel(_PLAN)
        self._jobs.start(_PLAN, work, self._take_plan, self._fail)

    def try_row(self, key: str) -> None:
        """Find out pages and sizes of what would go out; a newer question replaces an older one."""
        row = self.rows.get(key)
        if row is None or row.has_draft or self.is_busy or not row.may_go:
            return
        session, workspace, mail, shrink = self._session, self._session.workspace, row.mail, self._shrink

        def work(cancel: CancelToken) -> tuple[Prepared, ...]:
            return try_drafts(session.folder, workspace, (mail,), NoProgress(), cancel, shrink=shrink, jobs=1)

        self._jobs.start(_TRY, work, self._take_try, self._fail_trying)

    def prepare(self, keys: Sequence[str]) -> None:
        """Make the drafts of some mails."""
        mails = [self.rows[key].mail for key in keys]
        session, workspace, shrink = self._session, self._session.workspace, self._shrink
        steps = self._jobs.steps(self._note_step)
        now = datetime.now().astimezone()

        def work(cancel: CancelToken) -> tuple[Prepared, ...]:
            return prepare_drafts(session.folder, workspace, mails, now, steps, cancel, shrink=shrink)

        self._jobs.cancel(_TRY)
        self._jobs.start(_MAKE, work, self._take_made, self._fail)

    def stop(self) -> None:
        """Stop everything that is under way."""
        for kind in (_PLAN, _TRY, _MAKE):
            self._jobs.cancel(kind)

    def shrink(self, wanted: bool) -> None:
        """Make pictures smaller from now on, or not; what was found out before does not hold any more."""
        self._shrink = wanted
        for key, row in self.rows.items():
            if row.made:
                self._put(key, replace(row, made=None), wanted=row.is_wanted)

    def take_words(self, key: str, subject: str, words: str) -> None:
        """Keep a person's own words for one mail."""
        row = self.rows[key]
        mail = with_text(row.mail, subject, words, private_words(self._session.workspace.entries))
        self._put(key, replace(row, mail=mail, is_edited=True), wanted=True)

    def draft(self, key: str) -> Draft:
        """Return what goes out: what the draft's own file says, where there is one that is whole."""
        row = self.rows[key]
        if row.has_draft and row.record:
            try:
                return shown_draft(self._session.folder, row.record)
            except ReadError as error:
                self._put(key, replace(row, record=None), wanted=True)
                self.said.emit(error.sentence)
        return Draft(row.mail.recipients, row.mail.subject, row.mail.text)

    def draft_path(self, key: str) -> Path | None:
        """Return the path of a mail's draft, None without one."""
        row = self.rows[key]
        return draft_path(self._session.folder, row.record) if row.record else None

    def mark(self, key: str) -> None:
        """Note that a draft was sent, and give its entry the letter's state."""
        row = self.rows[key]
        if row.record is None:
            return
        try:
            (record,) = mark_sent(self._session.folder, (row.record,), datetime.now().astimezone())
        except ProceedingsError as error:
            self.said.emit(error.sentence)
            return
        entry = self._session.entry(key)
        edit = sent_edit(row.mail.kind, (entry,), date.today()) if entry else None
        if edit:
            self._session.close_step()
            self._session.apply(edit)
        mail = replace(row.mail, entry=self._session.entry(key) or row.mail.entry, record=record)
        self._put(key, replace(row, record=record, mail=mail), wanted=False)
        self.said.emit(text("Marked as sent; the article has the letter's state now."))

    # ------------------------------------------------------------------------------------------------------ inside

    def _opened(self) -> Opened:
        workspace = self._session.workspace
        unsaved = {entry.id: f"{entry.id}.yaml" for entry in workspace.entries}
        return Opened(workspace, (), {**unsaved, **self._session.sources})

    def _put(self, key: str, row: MailRow, *, wanted: bool) -> None:
        self.rows[key] = row
        self.row_changed.emit(key, wanted)

    def _note_step(self, done: int, total: int) -> None:
        self.stepped.emit(done, total)

    def _take_plan(self, mails: tuple[Mail, ...]) -> None:
        self.rows = {mail.entry.id: row_of(self._session.folder, mail) for mail in mails}
        self.ended.emit(plural("{count} mail", "{count} mails", len(mails)))
        self.planned.emit()

    def _take_try(self, made: tuple[Prepared, ...]) -> None:
        for one in made:
            row = self.rows.get(one.mail.entry.id)
            if row and row.mail is one.mail and not row.has_draft:
                self._put(one.mail.entry.id, replace(row, made=one), wanted=True)

    def _take_made(self, made: tuple[Prepared, ...]) -> None:
        for one in made:
            row = replace(self.rows[one.mail.entry.id], made=one)
            fresh = replace(row, record=one.record, is_edited=False) if one.record else row
            self._put(one.mail.entry.id, fresh, wanted=one.record is None)
        done = sum(one.record is not None for one in made)
        sentence = plural("{count} draft is in the outbox.", "{count} drafts are in the outbox.", done)
        if done < len(made):
            more = plural("{count} mail was not prepared.", "{count} mails were not prepared.", len(made) - done)
            sentence = text("{done} {failed}", done=sentence, failed=more)
        self.ended.emit(sentence)

    def _fail(self, error: ProceedingsError) -> None:
        if isinstance(error, Cancelled) and self.is_busy:
            return  # newer work has taken its place
        self._look_at_log()
        self.ended.emit(error.sentence)

    def _fail_trying(self, error: ProceedingsError) -> None:
        if not isinstance(error, Cancelled):
            self.said.emit(error.sentence)

    def _look_at_log(self) -> None:
        """After a run that was stopped: what was finished before is there."""
        try:
            last = newest(read_log(self._session.folder))
        except ReadError:
            return
        for key, row in tuple(self.rows.items()):
            record = last.get((key, row.mail.kind.name))
            if record and record != row.record and draft_path(self._session.folder, record):
                self._put(key, replace(row, record=record, is_edited=False), wanted=False)
