"""A picture file becomes a figure of an entry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.composition.picture import picture_size
from proceedings_editor.exporters.composition.svg_picture import svg_picture
from proceedings_editor.model.body import Block, Body, Figure
from proceedings_editor.model.edit.replace import with_block
from proceedings_editor.model.walk import walk
from proceedings_editor.storage.atomic import writing
from proceedings_editor.storage.attachment import figure_path, keep_figure
from proceedings_editor.texts import Text, text

_DRAWING: Final = ".svg"


def add_figure(folder: Path, entry_id: str, file: Path) -> Figure:
    """Copy a picture into the entry's figures and return the figure that shows it, without a caption.

    Args:
        folder: The collection's folder.
        entry_id: The entry's id.
        file: The picture.

    Raises:
        ReadError: The file is no picture that can be printed.
        WriteError: The copy could not be written.
    """
    if refusal := picture_refusal(file):
        raise ReadError(refusal)
    return Figure(keep_figure(folder, entry_id, file))


def picture_refusal(file: Path) -> Text | None:
    """Return why a file is no picture that can be printed, None where it is one."""
    try:
        if file.suffix.casefold() == _DRAWING:
            svg_picture(file)  # tells why, where it cannot be drawn
    except ReadError as error:
        return error.sentence
    if picture_size(file) is None:
        return text("{file} is no picture that can be printed; take a PNG, JPEG or SVG file.", file=file.name)
    return None


def bring_figures(folder: Path, source: str, target: str, body: Body) -> Body:
    """Return blocks of one entry for another one: pictures of their figures are copied along.

    A picture that is missing, as one of another collection, is left to whoever reads that it is missing.

    Args:
        folder: The collection's folder.
        source: Id of the entry they come from.
        target: Id of the entry they go to.
        body: The blocks.

    Raises:
        WriteError: A copy could not be written.
    """
    if source == target:
        return body
    kept: dict[str, str] = {}
    for path, block in tuple(walk(body)):
        file = figure_path(folder, source, block.file) if isinstance(block, Figure) else None
        if file is not None:
            name = kept.setdefault(file.name, "") or keep_figure(folder, target, file)
            kept[file.name] = name
            body = with_block(body, path, lambda old, name=name: _renamed(old, name))  # type: ignore[misc]
    return body


def _renamed(block: Block, file: str) -> Block:
    return replace(block, file=file) if isinstance(block, Figure) else block


def add_picture(folder: Path, entry_id: str, data: bytes, ending: str) -> Figure:
    """Keep a picture that is no file yet, as one from the clipboard, and return the figure that shows it.

    Args:
        folder: The collection's folder.
        entry_id: The entry's id.
        data: The picture's bytes.
        ending: What the file's name ends in.

    Raises:
        ReadError: The bytes are no picture that can be printed.
        WriteError: The picture could not be written.
    """
    with TemporaryDirectory() as home:
        file = Path(home, f"picture.{ending}")
        with writing(file):
            file.write_bytes(data)
        return add_figure(folder, entry_id, file)
