"""A picture file becomes a figure of an entry."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.composition.picture import picture_size
from proceedings_editor.exporters.composition.svg_picture import svg_picture
from proceedings_editor.model.body import Figure
from proceedings_editor.storage.atomic import writing
from proceedings_editor.storage.attachment import keep_figure
from proceedings_editor.texts import text

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
    if file.suffix.casefold() == _DRAWING:
        svg_picture(file)  # tells why, where it cannot be drawn
    if picture_size(file) is None:
        raise ReadError(text("{file} is no picture that can be printed; take a PNG, JPEG or SVG file.", file=file.name))
    return Figure(keep_figure(folder, entry_id, file))


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
