"""How many pages the articles have, as the export would lay them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from proceedings_editor.app.collection import largest_number
from proceedings_editor.app.composing import compose_entry
from proceedings_editor.app.spread import spread
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, Progress
from proceedings_editor.texts import Text, text


@dataclass(frozen=True, slots=True)
class Counted:
    """Page counts.

    Attributes:
        pages: Entry id -> pages of its article, without the information page.
        problems: Entry id -> why it could not be laid out.
    """

    pages: Mapping[str, int] = field(default_factory=dict)
    problems: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Job:
    folder: Path
    collection: Collection
    template: Template
    entry: Entry
    largest_number: int


def count_pages(
    folder: Path,
    workspace: Workspace,
    entries: Sequence[Entry],
    progress: Progress,
    cancel: CancelToken,
    processes: int = 0,
) -> Counted:
    """Lay out the articles of some entries and count their pages.

    Args:
        folder: The collection's folder.
        workspace: The collection.
        entries: Those of its entries to count.
        progress: Told after each entry.
        cancel: Asked between the entries.
        processes: How many may work, 0 for as many as there are processors.

    Raises:
        Cancelled: The person stopped.
    """
    largest = largest_number(workspace.entries)
    jobs = [_Job(folder, workspace.collection, workspace.template, entry, largest) for entry in entries]
    pages: dict[str, int] = {}
    problems: dict[str, Text] = {}
    for done, (entry, count, problem) in enumerate(spread(_count, jobs, processes, cancel), start=1):
        if problem is None:
            pages[entry] = count
        else:
            problems[entry] = problem
        progress.step(done, len(jobs), text("Counting pages"))
    return Counted(pages, problems)


def _count(job: _Job) -> tuple[str, int, Text | None]:
    # The PDF libraries are loaded when something is laid out, not when the window opens.
    from proceedings_editor.exporters.pdf.layout.document import lay_out

    try:
        composition = compose_entry(
            job.folder, job.collection, job.template, job.entry, job.largest_number, parts="article"
        )
        return job.entry.id, lay_out(composition).pages_of("article"), None
    except ProceedingsError as error:
        return job.entry.id, 0, error.sentence
