"""Composing an entry of a collection's folder: its pictures come from there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from proceedings_editor.exporters.composition.compose import PartChoice, compose
from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.composition.picture import picture_size
from proceedings_editor.exporters.composition.setting import FigureFinder
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import Template
from proceedings_editor.storage.attachment import figure_path


def compose_entry(
    folder: Path,
    collection: Collection,
    template: Template,
    entry: Entry,
    largest_number: int,
    *,
    parts: PartChoice = "both",
    draft: bool = False,
    figures: FigureFinder | None = None,
) -> Composition:
    """Return an entry as styled elements.

    Args:
        folder: The collection's folder.
        collection: The collection.
        template: Its template.
        entry: The entry.
        largest_number: The largest publication number of the collection (see `app.collection.largest_number`).
        parts: The information page, the article or both.
        draft: Mark every page.
        figures: Finds its pictures, where others than those of the folder are wanted.
    """
    return compose(
        collection,
        template,
        entry,
        parts=parts,
        draft=draft,
        figures=figures or partial(readable_picture, folder, entry.id),
        largest_number=largest_number,
    )


def readable_picture(folder: Path, entry_id: str, file: str) -> Path | None:
    """Return the path of a figure's file, None where it is missing or no picture that can be read."""
    path = figure_path(folder, entry_id, file)
    return path if path and picture_size(path) else None
