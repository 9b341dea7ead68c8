"""A check of some entries as a person asks for it: their pages are counted too, which nobody does while typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from proceedings_editor.app.checking import check_collection
from proceedings_editor.app.facts import gather_facts
from proceedings_editor.app.html_report import write_html_report
from proceedings_editor.app.ignoring import decisions
from proceedings_editor.app.page_count import Counted, count_pages
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, Progress
from proceedings_editor.rules.engine import Report
from proceedings_editor.storage.folder import Opened


@dataclass(frozen=True, slots=True)
class ChosenCheck:
    """What a check of some entries found.

    Attributes:
        report: The findings of the entries, and those of the collection that name one of them.
        counted: Their pages, and why an entry could not be laid out.
    """

    report: Report
    counted: Counted


def check_entries(
    folder: Path,
    workspace: Workspace,
    sources: Mapping[str, str],
    entries: Sequence[Entry],
    progress: Progress,
    cancel: CancelToken,
) -> ChosenCheck:
    """Check some entries of an open collection.

    Args:
        folder: The collection's folder.
        workspace: The collection as it is now, saved or not.
        sources: See `Session.sources`.
        entries: Those to check.
        progress: Told after each entry.
        cancel: Asked between the entries.

    Raises:
        TemplateError: The template sets a rule or an option that does not exist.
        Cancelled: Somebody stopped it.
    """
    counted = count_pages(folder, workspace, entries, progress, cancel, processes=1)
    facts = gather_facts(folder, workspace, date.today(), counted.pages, sources)
    unsaved = {entry.id: f"{entry.id}.yaml" for entry in workspace.entries}
    opened = Opened(workspace, (), {**unsaved, **sources})
    report = check_collection(opened, [entry.id for entry in entries], facts, cancel)
    return ChosenCheck(report, counted)


def write_report(
    file: Path, found: ChosenCheck, workspace: Workspace, entries: Sequence[Entry], language: Language
) -> None:
    """Write what a check found as a page for a browser or a printer.

    Args:
        file: The file to write.
        found: The check.
        workspace: The collection.
        entries: Those that were checked.
        language: Of the page.

    Raises:
        WriteError: It could not be written.
    """
    decided = decisions(workspace, found.report.ignored, entries)
    write_html_report(file, found.report, decided, workspace, language, date.today())
