"""Mail drafts of three hundred entries with PDF and DOCX, and how fast a run stops."""

from __future__ import annotations

import os
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from bench.crowd import ENTRIES, write_crowd
from bench.subject import Subject, subject
from bench.timing import report
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.drafting import prepare_drafts
from proceedings_editor.app.mailing import Mail, kind_of, plan_mails
from proceedings_editor.errors import Cancelled
from proceedings_editor.model.person import Author
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.storage.folder import Opened
from proceedings_editor.storage.outbox import read_log
from proceedings_editor.texts import Text

PROCESSES = min(2, os.cpu_count() or 1)
ENOUGH = 20


class Impatient:
    """Watches the work, and wants it to stop after some drafts."""

    def __init__(self) -> None:
        self.cancelled = False
        self.since = 0.0

    def step(self, done: int, total: int, what: Text) -> None:
        """See `progress.Progress`."""
        del total, what
        if done >= ENOUGH and not self.cancelled:
            self.cancelled, self.since = True, time.perf_counter()


def main() -> None:
    """Measure and print."""
    measured = subject()
    print(f"measured on {measured.name}")
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "collection"
        write_crowd(_with_addresses(measured), folder)
        opened = open_collection(folder)
        begin, spent = time.perf_counter(), _processor_seconds()
        mails = plan_mails(folder, opened, (), kind_of("returned"), date.today(), NoProgress(), NeverCancelled())
        planned, spent = time.perf_counter(), _processor_seconds() - spent
        _stopped(folder, opened, mails)
        again, before = time.perf_counter(), _processor_seconds()
        prepared = prepare_drafts(
            folder, opened.workspace, mails, _now(), NoProgress(), NeverCancelled(), jobs=PROCESSES
        )
        done = time.perf_counter()
        drafts = sum(one.record is not None for one in prepared)
        spent += _processor_seconds() - before
        note = f"{drafts} drafts; {planned - begin:.1f} s of it checking and wording; {spent:.0f} s of processors' time"
        report(f"{ENTRIES} mail drafts, {PROCESSES} processes", planned - begin + done - again, "s", 60, note)


def _stopped(folder: Path, opened: Opened, mails: Sequence[Mail]) -> None:
    watcher = Impatient()
    try:
        prepare_drafts(folder, opened.workspace, mails, _now(), watcher, watcher, jobs=PROCESSES)
    except Cancelled:
        took = time.perf_counter() - watcher.since
    outbox = {place.name for place in (folder / "outbox").iterdir() if place.is_dir()}
    same = outbox == {record.folder for record in read_log(folder)}
    report("stopping after twenty drafts", took, "s", 3, "outbox and log agree" if same else "OUTBOX AND LOG DIFFER")


def _with_addresses(measured: Subject) -> Subject:
    authors = measured.entry.authors or (Author(surname="Бекенов", given_name="Ерлан"),)
    people = tuple(replace(author, email=author.email or "author@example.kz") for author in authors)
    return replace(measured, entry=replace(measured.entry, authors=people))


def _processor_seconds() -> float:
    """What this process and its ended workers have used: true on a busy machine too."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _now() -> datetime:
    return datetime.now().astimezone()


if __name__ == "__main__":
    main()
