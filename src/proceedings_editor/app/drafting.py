"""Making mail drafts: exports attached, written as `.eml` into the outbox, read back, noted in its log.

Many drafts are spread over processes. A worker makes a draft whole in the run's own folder; here it is put in its
place and noted, so that a stopped run leaves only finished drafts that the log knows.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from proceedings_editor.app.collection import largest_number
from proceedings_editor.app.composing import compose_entry, readable_picture
from proceedings_editor.app.exporting import MadeFile, make_files
from proceedings_editor.app.mailing import FORMATS, Mail
from proceedings_editor.app.spread import spread
from proceedings_editor.errors import ProceedingsError, ReadError
from proceedings_editor.exporters.composition.setting import FigureFinder
from proceedings_editor.exporters.mail.draft import Attachment, Draft, draft_bytes
from proceedings_editor.exporters.mail.readback import read_draft, require_same
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, Progress
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.facts import Facts
from proceedings_editor.storage.outbox import (
    LoggedFile,
    Record,
    add_to_log,
    draft_path,
    free_name,
    publish,
    read_log,
    run_folder,
    sent,
    write_draft,
)
from proceedings_editor.texts import Text, text

_MEDIA: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_TOO_LARGE: Final = "FILE003"
_DOTS: Final = (200, 150, 100)
"""Dots per inch of smaller pictures; the next fewer ones are tried while the files do not fit."""
_POINTS_PER_CM: Final = 72 / 2.54


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a draft.

    Attributes:
        pages: Its pages, 0 where the format has no fixed ones.
        article_pages: Those of the article.
        size: Bytes.
        digest: SHA-256 of its bytes.
    """

    name: str
    pages: int
    article_pages: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft that was made, or why it was not.

    Attributes:
        problem: Why it was not made.
        is_too_large: That is because of its size; smaller pictures may help.
        remark: What else is to be said of its size.
        record: What the log says; None in a dry run.
    """

    mail: Mail
    files: tuple[Attached, ...] = ()
    problem: Text | None = None
    is_too_large: bool = False
    remark: Text | None = None
    record: Record | None = None

    @property
    def size(self) -> int:
        """Bytes of all attachments."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True, slots=True)
class _Job:
    """Everything a worker needs for one draft; `name` is that of its folder, `run` is None in a dry run."""

    folder: Path
    collection: Collection
    template: Template
    largest_number: int
    mail: Mail
    name: str
    shrink: bool
    run: Path | None


@dataclass(frozen=True, slots=True)
class _Made:
    """What a worker answers."""

    entry: str
    files: tuple[Attached, ...] = ()
    problem: Text | None = None
    is_too_large: bool = False
    remark: Text | None = None
    name: str = ""
    digest: str = ""


def try_drafts(
    folder: Path,
    workspace: Workspace,
    mails: Sequence[Mail],
    progress: Progress,
    cancel: CancelToken,
    *,
    shrink: bool = False,
    jobs: int = 0,
) -> tuple[Prepared, ...]:
    """Make drafts as `prepare_drafts` does, but write nothing: what would go out, with pages and sizes.

    Raises:
        ReadError: The log is damaged.
        Cancelled: The person stopped.
    """
    waiting = _jobs(folder, workspace, mails, shrink, None)
    return _in_order(mails, [_prepared(mail, made) for mail, made in _made(waiting, progress, cancel, jobs)])


def prepare_drafts(
    folder: Path,
    workspace: Workspace,
    mails: Sequence[Mail],
    when: datetime,
    progress: Progress,
    cancel: CancelToken,
    *,
    shrink: bool = False,
    jobs: int = 0,
) -> tuple[Prepared, ...]:
    """Make the drafts of some mails in the outbox of the collection in `folder`, and note them in its log.

    A mail whose entry cannot be exported, or whose files are too large, is among the results with its reason.

    Args:
        folder: The collection's folder.
        workspace: The collection.
        mails: What goes out (see `mailing.chosen_mails`).
        when: The moment of the log.
        progress: Told after each draft.
        cancel: Asked between the drafts.
        shrink: Make pictures smaller where the files are too large for an e-mail.
        jobs: Number of processes, 0 for as many as there are processors.

    Raises:
        ReadError: The log is damaged, so that nobody knows what was sent.
        Cancelled: The person stopped; what was finished before stays and is in the log, nothing is half written.
        WriteError: The outbox cannot be written.
    """
    with run_folder(folder) as run:
        done = []
        for mail, made in _made(_jobs(folder, workspace, mails, shrink, run), progress, cancel, jobs):
            record = None
            if made.problem is None:
                publish(run, made.name)
                record = _record(mail, made, when)
                add_to_log(folder, (record,))
            done.append(_prepared(mail, made, record))
    return _in_order(mails, done)


def mark_sent(folder: Path, records: Sequence[Record], when: datetime) -> tuple[Record, ...]:
    """Note that drafts were sent, and return the new lines of the log.

    Raises:
        WriteError: The log cannot be written.
    """
    noted = sent(records, when)
    add_to_log(folder, noted)
    return noted


def shown_draft(folder: Path, record: Record) -> Draft:
    """Return what a prepared draft says, read from its file.

    Raises:
        ReadError: It is gone, damaged, or not what was prepared.
    """
    path = draft_path(folder, record)
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != record.digest:
        raise ReadError(text("The draft in the outbox is gone or was changed; prepare it again."))
    return read_draft(data)


def _jobs(
    folder: Path, workspace: Workspace, mails: Sequence[Mail], shrink: bool, run: Path | None
) -> tuple[_Job, ...]:
    largest, records = largest_number(workspace.entries), read_log(folder)
    return tuple(
        _Job(
            folder,
            workspace.collection,
            workspace.template,
            largest,
            mail,
            free_name(mail.name, records),
            shrink,
            run,
        )
        for mail in mails
    )


def _made(
    waiting: Sequence[_Job], progress: Progress, cancel: CancelToken, processes: int
) -> Iterator[tuple[Mail, _Made]]:
    mails = {job.mail.entry.id: job.mail for job in waiting}
    for done, made in enumerate(spread(_make, waiting, processes, cancel), start=1):
        yield mails[made.entry], made
        progress.step(done, len(waiting), text("Preparing mails"))


def _prepared(mail: Mail, made: _Made, record: Record | None = None) -> Prepared:
    return Prepared(mail, made.files, made.problem, made.is_too_large, made.remark, record)


def _record(mail: Mail, made: _Made, when: datetime) -> Record:
    to = tuple(one.address for one in mail.recipients)
    files = tuple(LoggedFile(file.name, file.pages, file.digest) for file in made.files)
    return Record(when, "prepared", mail.entry.id, mail.kind.name, to, mail.subject, made.name, made.digest, files)


def _in_order(mails: Sequence[Mail], made: Sequence[Prepared]) -> tuple[Prepared, ...]:
    place = {mail.entry.id: number for number, mail in enumerate(mails)}
    return tuple(sorted(made, key=lambda one: place[one.mail.entry.id]))


def _make(job: _Job) -> _Made:
    """In a worker: make one draft, and write it whole into the run's folder."""
    entry = job.mail.entry.id
    with tempfile.TemporaryDirectory(prefix="proceedings-") as small:
        try:
            files, finding = _fitting_files(job, Path(small))
            data = _draft(job.mail, files)
        except ProceedingsError as error:
            return _Made(entry, problem=error.sentence)
    names = [f"{job.mail.stem}.{file.kind}" for file in files]
    attached = tuple(
        Attached(name, file.pages, file.article_pages, len(file.data), hashlib.sha256(file.data).hexdigest())
        for name, file in zip(names, files, strict=True)
    )
    remark = finding.message if finding else None
    if finding and finding.severity != "information":
        return _Made(entry, attached, problem=remark, is_too_large=True)
    if job.run is not None:
        write_draft(job.run, job.name, data, [(name, file.data) for name, file in zip(names, files, strict=True)])
    return _Made(entry, attached, None, False, remark, job.name, hashlib.sha256(data).hexdigest())


def _draft(mail: Mail, files: Sequence[MadeFile]) -> bytes:
    """Return a draft's file, which says what was meant."""
    attachments = tuple(Attachment(f"{mail.stem}.{file.kind}", _MEDIA[file.kind], file.data) for file in files)
    draft = Draft(mail.recipients, mail.subject, mail.text, attachments)
    data = draft_bytes(draft)
    require_same(draft, data)
    return data


def _fitting_files(job: _Job, small: Path) -> tuple[tuple[MadeFile, ...], Finding | None]:
    """Make the exports, with smaller pictures where they are too large and that is wanted."""
    files = _files(job, None)
    found = _about_size(job, files)
    for dots in _DOTS if job.shrink else ():
        if found is None or found.severity == "information":
            break
        files = _files(job, partial(_small, job, dots, small))
        found = _about_size(job, files)
    return files, found


def _files(job: _Job, figures: FigureFinder | None) -> tuple[MadeFile, ...]:
    composition = compose_entry(
        job.folder,
        job.collection,
        job.template,
        job.mail.entry,
        job.largest_number,
        draft=job.mail.kind.is_draft,
        figures=figures,
    )
    return make_files(composition, FORMATS)


def _small(job: _Job, dots: int, into: Path, file: str) -> Path | None:
    from proceedings_editor.exporters.composition.small_picture import small_picture

    path = readable_picture(job.folder, job.mail.entry.id, file)
    page = job.template.page
    column = (page.width - page.left - page.right) * _POINTS_PER_CM
    return path and small_picture(path, column, dots, into)


def _about_size(job: _Job, files: Sequence[MadeFile]) -> Finding | None:
    """Return what the rule about sizes says."""
    entry = job.mail.entry
    facts = Facts(attachments={entry.id: sum(len(file.data) for file in files)})
    engine = Engine(Workspace(job.collection, job.template, (entry,)), facts, families={"FILE"})
    return next((one for one in engine.check_alone(entry).findings if one.code == _TOO_LARGE), None)
