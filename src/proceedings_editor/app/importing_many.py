"""Several manuscripts at once: each comes in by itself, and one that cannot be read keeps no other out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from proceedings_editor.app.checking import missing_facts
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.importing import import_manuscript, imported_edit
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.importers.result import Doubt
from proceedings_editor.model.edit import Edit
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, Progress, stop_if_cancelled
from proceedings_editor.storage.folder import check_new, is_collection
from proceedings_editor.templates import DEFAULT_TEMPLATE
from proceedings_editor.texts import Text, plural, text

ENDINGS: Final = (".md", ".markdown")
"""Files that importers read."""


@dataclass(slots=True)
class Brought:
    """What an import of several files did.

    Attributes:
        edits: What brings the entries into an open collection, in the order of the files.
        entries: Ids of the new entries.
        told: Name of a file (with the line, where there is one), and why it did not come in or what a person has to
            look at.
    """

    edits: list[Edit] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    told: list[tuple[str, Text]] = field(default_factory=list)

    def tell(self, file: Path, doubts: Iterable[Doubt]) -> None:
        """Note what a person has to know about a file."""
        self.told += [(f"{file.name}:{one.line}" if one.line else file.name, one.text) for one in doubts]


def is_manuscript(file: Path) -> bool:
    """Say whether importers can read a file, by its ending."""
    return file.suffix.casefold() in ENDINGS


def refusal_of(files: Sequence[Path]) -> Text | None:
    """Return the sentence about those files that nothing here can import; None where there are none."""
    others = [file.name for file in files if not is_manuscript(file)]
    if not others:
        return None
    return text(
        "Not imported: {files}. Manuscripts come in from Markdown files ({endings}); of a Word document make a new "
        "article and paste its parts.",
        files=", ".join(others),
        endings=", ".join(ENDINGS),
    )


def bring_in(
    files: Sequence[Path], folder: Path, workspace: Workspace, progress: Progress, cancel: CancelToken
) -> Brought:
    """Read manuscripts for an open collection; copies of them and of their pictures are kept.

    Args:
        files: The manuscripts.
        folder: The collection's folder.
        workspace: The collection as it is now.
        progress: Told before each file.
        cancel: Asked between the files.

    Raises:
        Cancelled: Somebody stopped it.
    """
    brought = Brought()

    def take(file: Path) -> Sequence[Doubt]:
        nonlocal workspace
        edit, entry, doubts = imported_edit(file, folder, workspace)
        workspace = edit.apply(workspace)
        brought.edits.append(edit)
        brought.entries.append(entry.id)
        return doubts

    _each(files, brought, take, progress, cancel)
    return brought


def bring_in_anew(files: Sequence[Path], folder: Path, progress: Progress, cancel: CancelToken) -> Brought:
    """Bring manuscripts into a folder; where it is no collection yet, the first that can be read makes one of it.

    Raises:
        UsageError: The folder holds something else already.
        WriteError: Nobody may look into the folder.
        Cancelled: Somebody stopped it; what came in before stays.
    """
    is_new = not is_collection(folder)
    if is_new:
        check_new(folder)
    brought = Brought()

    def take(file: Path) -> Sequence[Doubt]:
        report = import_manuscript(file, folder, DEFAULT_TEMPLATE)
        brought.entries.append(report.entry)
        return report.doubts

    _each(files, brought, take, progress, cancel)
    if is_new and brought.entries and (missing := missing_facts(open_collection(folder).workspace)):
        brought.told.append((folder.name, _still_empty(len(missing))))
    return brought


def _still_empty(count: int) -> Text:
    return plural(
        "The collection was made, but {count} fact of the conference that every article prints is still empty; "
        "fill it in under Collection settings (Ctrl+0).",
        "The collection was made, but {count} facts of the conference that every article prints are still empty; "
        "fill them in under Collection settings (Ctrl+0).",
        count,
    )


def _each(
    files: Sequence[Path],
    brought: Brought,
    take: Callable[[Path], Sequence[Doubt]],
    progress: Progress,
    cancel: CancelToken,
) -> None:
    for number, file in enumerate(files):
        stop_if_cancelled(cancel)
        progress.step(number, len(files), text("Importing"))
        try:
            brought.tell(file, take(file))
        except Cancelled:
            raise
        except ProceedingsError as error:
            brought.tell(file, (Doubt("doubt", error.sentence),))
