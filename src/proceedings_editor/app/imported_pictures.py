"""The picture files of a manuscript: brought into the collection where they lie beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from proceedings_editor.exporters.composition.picture import picture_header
from proceedings_editor.importers.result import Doubt, FoundPicture
from proceedings_editor.storage.attachment import is_safe, keep_figure_as
from proceedings_editor.texts import text

_MOST_SHOWN: Final = 80
"""Characters of a source in a sentence; a picture written into the manuscript itself is as long as its file."""


def bring_pictures(manuscript: Path, pictures: Iterable[FoundPicture], folder: Path, entry_id: str) -> Iterator[Doubt]:
    """Copy the pictures into the entry's folder of figures; yield what a person has to do about the others.

    Only pictures in the manuscript's own folder and below it are taken: a manuscript comes from outside and must not
    fetch any file of this machine.

    Raises:
        WriteError: A copy could not be written.
    """
    for picture in pictures:
        found = _beside(manuscript, picture.source)
        if found and is_safe(picture.file):
            keep_figure_as(folder, entry_id, found, picture.file)
            continue
        source = picture.source if len(picture.source) <= _MOST_SHOWN else picture.source[:_MOST_SHOWN] + "…"
        sentence = text(
            "There is no picture {source} beside the manuscript; put it into the entry's folder of figures as {file}.",
            source=source,
            file=picture.file,
        )
        yield Doubt("doubt", sentence, picture.line)


def _beside(manuscript: Path, source: str) -> Path | None:
    home = manuscript.parent
    try:
        path = (home / source.replace("\\", "/")).resolve()
        if not path.is_relative_to(home.resolve()) or not path.is_file():
            return None
        return path if picture_header(path, path.stat().st_mtime_ns) else None
    except (OSError, ValueError, RuntimeError):
        return None
