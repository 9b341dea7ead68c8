"""The register of a collection: its list of entries for a spreadsheet program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from proceedings_editor.errors import UsageError
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.storage import atomic
from proceedings_editor.texts import text


def write_register(workspace: Workspace, entries: Iterable[Entry], path: Path, language: Language) -> None:
    """Write the list of entries as XLSX or CSV, by the ending of the file's name.

    Raises:
        UsageError: The name ends otherwise.
        WriteError: The file could not be written.
    """
    from proceedings_editor.exporters.register.row import rows
    from proceedings_editor.exporters.register.table import register_csv, register_xlsx

    writers = {".xlsx": register_xlsx, ".csv": register_csv}
    writer = writers.get(path.suffix.casefold())
    if writer is None:
        raise UsageError(text("“{name}” must end in .xlsx or .csv.", name=path.name))
    atomic.write_bytes(path, writer(rows(entries, workspace.collection, language), language))
