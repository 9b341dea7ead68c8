"""Entries through the real use cases: opened, exported, and composed once more to know what the files must say."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from proceedings_editor.app.collection import largest_number, open_collection
from proceedings_editor.app.exporting import ExportRequest, export_entries
from proceedings_editor.exporters.composition.compose import PartChoice, compose
from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.composition.picture import picture_size
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.storage.attachment import figure_path
from proceedings_editor.storage.folder import Opened
from proceedings_editor.templates.reader import shipped_path, template_copy
from proceedings_editor.texts import Text

TEMPLATES: Final = ("kz-conference", "kz-journal")
_DAY: Final = date(2026, 5, 12)


@dataclass(frozen=True)
class Document:
    """The two files of one entry, and what they were made from.

    Attributes:
        pages: Pages of the PDF.
    """

    name: str
    pdf: Path
    docx: Path
    pages: int
    composition: Composition


class Quiet:
    """Progress that nobody watches."""

    def step(self, done: int, total: int, what: Text) -> None:
        del done, total, what


def request(
    out: Path, *, part: PartChoice = "both", draft: bool = False, formats: Sequence[str] = ("pdf", "docx")
) -> ExportRequest:
    """Return an export that no open error stops."""
    return ExportRequest(out, tuple(formats), part, draft, force=True, jobs=1, today=_DAY)  # type: ignore[arg-type]


def copied(collection: Path, template: str, folder: Path) -> Path:
    """Copy a collection and give it another shipped template."""
    shutil.copytree(collection, folder)
    (folder / "template.yaml").write_text(template_copy(shipped_path(template)), encoding="utf-8")
    return folder


def exported(folder: Path, how: ExportRequest, names: Sequence[str] = ()) -> list[Document]:
    """Export entries of a collection and return their documents in the entries' order."""
    opened = open_collection(folder)
    assert opened.problems == ()
    made = export_entries(folder, opened, names, how, Quiet(), NeverCancelled())
    pdfs, docxs = ([file for file in made if file.path.suffix == ending] for ending in (".pdf", ".docx"))
    assert [file.entry for file in pdfs] == [file.entry for file in docxs]
    return [
        Document(f"{folder.name}/{pdf.entry}", pdf.path, docx.path, pdf.pages, composed(folder, opened, pdf.entry, how))
        for pdf, docx in zip(pdfs, docxs, strict=True)
    ]


def composed(folder: Path, opened: Opened, entry_id: str, how: ExportRequest) -> Composition:
    """Compose an entry as the export does."""
    workspace = opened.workspace
    return compose(
        workspace.collection,
        workspace.template,
        next(entry for entry in workspace.entries if entry.id == entry_id),
        parts=how.part,
        draft=how.draft,
        figures=partial(_readable_picture, folder, entry_id),
        largest_number=largest_number(workspace.entries),
    )


def _readable_picture(folder: Path, entry_id: str, file: str) -> Path | None:
    path = figure_path(folder, entry_id, file)
    return path if path and picture_size(path) else None
