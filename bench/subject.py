"""What is measured: the real entry where it lies beside the checkout, else the shipped Kazakh sample."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from proceedings_editor.app.importing import import_manuscript
from proceedings_editor.exporters.composition.compose import compose
from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.storage.attachment import figure_path
from proceedings_editor.storage.folder import open_folder
from proceedings_editor.templates import DEFAULT_TEMPLATE

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT.parent / "shared" / "seed" / "entry-070.md"
EXAMPLES = ROOT / "resources" / "examples"


@dataclass(frozen=True)
class Subject:
    """A collection in a folder, one entry of it, and that entry's file."""

    name: str
    folder: Path
    workspace: Workspace
    entry: Entry
    file: Path

    def composition(self) -> Composition:
        """Return the entry's whole export."""
        return compose(
            self.workspace.collection,
            self.workspace.template,
            self.entry,
            parts="both",
            draft=False,
            figures=self._figures(),
            largest_number=self.entry.number or 0,
        )

    def _figures(self) -> Callable[[str], Path | None]:
        return partial(figure_path, self.folder, self.entry.id)


def subject() -> Subject:
    """Return the entry to measure."""
    if SEED.is_file():
        folder = Path(tempfile.mkdtemp()) / "collection"
        import_manuscript(SEED, folder, DEFAULT_TEMPLATE)
        return _first(folder, "the real entry")
    return _first(next(EXAMPLES.iterdir()), "the Kazakh sample")


def _first(folder: Path, name: str) -> Subject:
    opened = open_folder(folder)
    entry = next(entry for entry in opened.workspace.entries if entry.language == "kk")
    return Subject(name, folder, opened.workspace, entry, folder / "entries" / opened.sources[entry.id])
