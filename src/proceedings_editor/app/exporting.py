"""Export: entries become PDF and DOCX files in a folder.

Every file is made in memory, read back there by the writer's own reader and only then written, so that a file that
does not say what the entry says never reaches the disk. Many entries are spread over processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, Literal

from proceedings_editor.app.checking import (
    forced,
    missing_facts,
    open_errors,
    refuse_missing_facts,
    refuse_open_errors,
)
from proceedings_editor.app.collection import chosen_entries, largest_number
from proceedings_editor.app.composing import compose_entry
from proceedings_editor.app.facts import gather_facts, with_exports
from proceedings_editor.app.page_count import count_pages
from proceedings_editor.app.spread import spread
from proceedings_editor.exporters.composition.compose import PartChoice, export_stem
from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.language.file_name import LIMIT, numbered
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, Progress, stop_if_cancelled
from proceedings_editor.rules.engine import Engine
from proceedings_editor.storage.atomic import write_bytes, writing
from proceedings_editor.storage.folder import Opened, save_entry
from proceedings_editor.texts import text

Format = Literal["pdf", "docx"]

_ABOUT_FILES: Final = frozenset({"PAGE", "FILE"})
"""Families of rules that finished files tell something."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export and how.

    Attributes:
        out: Folder the files go to; made when missing.
        draft: Mark every page and the file name; never refused.
        force: Export finally although errors are open; they are noted in the entry with the day `today`.
        jobs: Number of processes, 0 for as many as there are processors.
    """

    out: Path
    formats: tuple[Format, ...] = ("pdf", "docx")
    part: PartChoice = "both"
    draft: bool = False
    force: bool = False
    jobs: int = 0
    today: date = field(default_factory=date.today)


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One written file.

    Attributes:
        pages: Its pages, 0 where the format has no fixed ones.
        article_pages: Those of the article.
        size: Bytes.
    """

    entry: str
    path: Path
    pages: int
    article_pages: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A finished file that lies nowhere yet; see `ExportedFile` for its pages."""

    kind: Format
    data: bytes
    pages: int
    article_pages: int


@dataclass(frozen=True, slots=True)
class _Job:
    """Everything a worker needs for one entry."""

    folder: Path
    collection: Collection
    template: Template
    entry: Entry
    stem: str
    largest_number: int
    request: ExportRequest


def export_entries(
    folder: Path,
    opened: Opened,
    names: Sequence[str],
    request: ExportRequest,
    progress: Progress,
    cancel: CancelToken,
) -> tuple[ExportedFile, ...]:
    """Export the named entries of the collection in `folder`, or all.

    Raises:
        UsageError: A name fits no entry.
        ExportRefused: An entry has open errors, and neither a draft nor force was asked for; nothing is written.
        Cancelled: The person stopped; what was finished before stays, nothing is half written.
        ProceedingsError: An entry cannot be exported; its files are not written.
    """
    entries = chosen_entries(opened, names)
    stop_if_cancelled(cancel)
    errors = _errors(folder, opened, entries, request, progress, cancel)
    jobs = tuple(_jobs(folder, opened, entries, request))
    files: list[ExportedFile] = []
    for done, made in enumerate(spread(_export, jobs, request.jobs, cancel), start=1):
        files += made
        _note_force(folder, opened, {file.entry: errors.get(file.entry, ()) for file in made}, request.today)
        progress.step(done, len(jobs), text("Exporting"))
    order = {entry.id: index for index, entry in enumerate(entries)}
    return tuple(sorted(files, key=lambda file: (order[file.entry], file.path.suffix != ".pdf")))


def said_of_files(folder: Path, opened: Opened, files: Sequence[ExportedFile], today: date) -> tuple[Finding, ...]:
    """Return what the rules say about finished files: too long, not the pages they shall have, too large for mail."""
    workspace = opened.workspace
    facts = with_exports(gather_facts(folder, workspace, today), files)
    engine = Engine(workspace, facts, families=_ABOUT_FILES)
    exported = {file.entry for file in files}
    entries = (entry for entry in workspace.entries if entry.id in exported)
    return tuple(finding for entry in entries for finding in engine.check_alone(entry).findings)


def pages_for_errors(
    folder: Path,
    workspace: Workspace,
    entries: Sequence[Entry],
    progress: Progress,
    cancel: CancelToken,
    jobs: int,
) -> Mapping[str, int]:
    """Return the pages of the articles where their number may be an error; see `count_pages`.

    That is where the template makes it one, and of an article whose last page has still to follow from its length.

    Raises:
        Cancelled: The person stopped.
    """
    rules = workspace.template.rules
    is_strict = any(code.startswith("PAGE") and rule.severity == "error" for code, rule in rules.items())
    wanted = [one for one in entries if is_strict or (one.first_page is not None and one.last_page is None)]
    return count_pages(folder, workspace, wanted, progress, cancel, jobs).pages if wanted else {}


def export_stems(workspace: Workspace, part: PartChoice, *, draft: bool) -> dict[str, str]:
    """Return the file name of every entry: an entry exported alone has the name it has among all of them.

    Args:
        workspace: The collection.
        part: As in `ExportRequest`.
        draft: Whether the files are drafts.
    """
    largest = largest_number(workspace.entries)
    ending = ("" if part == "both" else f"_{part}") + ("_draft" if draft else "")
    room = LIMIT - len(ending)
    stems: dict[str, str] = {}
    for entry in workspace.entries:
        stem = export_stem(workspace.template, entry, largest, room)
        stems[entry.id] = numbered(stem, stems.values(), room)
    return {entry: stem + ending for entry, stem in stems.items()}


def make_files(composition: Composition, formats: Sequence[Format]) -> tuple[MadeFile, ...]:
    """Make the files of one entry in memory and read them back.

    Raises:
        ProceedingsError: It cannot be exported, or a file would not say what the entry says.
    """
    return tuple(MadeFile(kind, *_WRITERS[kind](composition)) for kind in formats)


def _errors(
    folder: Path,
    opened: Opened,
    entries: tuple[Entry, ...],
    request: ExportRequest,
    progress: Progress,
    cancel: CancelToken,
) -> dict[str, tuple[Finding, ...]]:
    """Return the errors that are forced past, by entry; none for a draft."""
    if request.draft:
        return {}
    workspace = opened.workspace
    pages = pages_for_errors(folder, workspace, entries, progress, cancel, request.jobs)
    facts = gather_facts(folder, workspace, request.today, pages)
    found = {entry.id: open_errors(workspace, entry, facts) for entry in entries}
    missing = missing_facts(workspace) if entries else ()
    if not request.force:
        refuse_missing_facts(missing)
        refuse_open_errors([(entry, found[entry.id]) for entry in entries])
    return {entry: (*missing, *errors) for entry, errors in found.items()}


def _note_force(folder: Path, opened: Opened, errors: Mapping[str, tuple[Finding, ...]], today: date) -> None:
    for entry in opened.workspace.entries:
        if errors.get(entry.id):
            save_entry(folder, entry, forced(entry, errors[entry.id], today), opened.sources[entry.id])


def _jobs(folder: Path, opened: Opened, entries: tuple[Entry, ...], request: ExportRequest) -> Iterator[_Job]:
    """File names are given out here, before the work is spread, so that they never depend on who finishes first."""
    workspace = opened.workspace
    largest = largest_number(workspace.entries)
    stems = export_stems(workspace, request.part, draft=request.draft)
    for entry in entries:
        yield _Job(folder, workspace.collection, workspace.template, entry, stems[entry.id], largest, request)


def _export(job: _Job) -> tuple[ExportedFile, ...]:
    """Make every file of one entry, then write them: all of them are right, or none is written."""
    composition = compose_entry(
        job.folder,
        job.collection,
        job.template,
        job.entry,
        job.largest_number,
        parts=job.request.part,
        draft=job.request.draft,
    )
    made = make_files(composition, job.request.formats)
    with writing(job.request.out):
        job.request.out.mkdir(parents=True, exist_ok=True)
    files = []
    for one in made:
        path = job.request.out / f"{job.stem}.{one.kind}"
        write_bytes(path, one.data)
        files.append(ExportedFile(job.entry.id, path, one.pages, one.article_pages, len(one.data)))
    return tuple(files)


def _pdf(composition: Composition) -> tuple[bytes, int, int]:
    # The PDF libraries are loaded when something is exported, not when the window opens.
    from proceedings_editor.exporters.pdf.readback import check_pdf
    from proceedings_editor.exporters.pdf.writer import write_pdf

    pdf = write_pdf(composition)
    check_pdf(pdf, composition)
    return pdf.data, len(pdf.layout.pages), pdf.layout.pages_of("article")


def _docx(composition: Composition) -> tuple[bytes, int, int]:
    from proceedings_editor.exporters.docx.readback import check_docx
    from proceedings_editor.exporters.docx.writer import write_docx

    data = write_docx(composition)
    check_docx(data, composition)
    return data, 0, 0


_WRITERS: Final[dict[Format, Callable[[Composition], tuple[bytes, int, int]]]] = {"pdf": _pdf, "docx": _docx}
