"""What the rules say of entries that a letter goes out about, spread over processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from proceedings_editor.app.facts import gather_facts
from proceedings_editor.app.spread import spread
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, Progress
from proceedings_editor.rules.engine import Engine
from proceedings_editor.storage.folder import Opened
from proceedings_editor.texts import text


@dataclass(frozen=True, slots=True)
class _Job:
    """Everything a worker needs to check one entry by itself."""

    folder: Path
    collection: Collection
    template: Template
    entry: Entry
    file: str
    today: date
    pages: Mapping[str, int]


def check_alone(
    folder: Path,
    opened: Opened,
    entries: Sequence[Entry],
    today: date,
    pages: Mapping[str, int],
    progress: Progress,
    cancel: CancelToken,
    jobs: int,
) -> dict[str, tuple[Finding, ...]]:
    """Return what is found in each entry without comparing it with others, by its id.

    Args:
        folder: The collection's folder.
        opened: The collection.
        entries: Those of its entries to check.
        today: The day of checking.
        pages: Entry id -> pages of its article, where known.
        progress: Told after each entry.
        cancel: Asked between the entries.
        jobs: Number of processes, 0 for as many as there are processors.

    Raises:
        Cancelled: The person stopped.
    """
    where = opened.workspace
    waiting = [
        _Job(folder, where.collection, where.template, entry, opened.sources.get(entry.id, ""), today, pages)
        for entry in entries
    ]
    found: dict[str, tuple[Finding, ...]] = {}
    for entry_id, findings in spread(_check, waiting, jobs, cancel):
        found[entry_id] = findings
        progress.step(len(found), len(waiting), text("Checking"))
    return found


def check_beside(
    folder: Path, opened: Opened, today: date, pages: Mapping[str, int], cancel: CancelToken
) -> tuple[Finding, ...]:
    """Return what is found comparing entries.

    Raises:
        Cancelled: The person stopped.
    """
    facts = gather_facts(folder, opened.workspace, today, pages, opened.sources)
    return Engine(opened.workspace, facts, cancel=cancel).check_collection().findings


def _check(job: _Job) -> tuple[str, tuple[Finding, ...]]:
    where = Workspace(job.collection, job.template, (job.entry,))
    files = {job.entry.id: job.file} if job.file else {}
    facts = gather_facts(job.folder, where, job.today, job.pages, files)
    return job.entry.id, Engine(where, facts).check_alone(job.entry).findings
