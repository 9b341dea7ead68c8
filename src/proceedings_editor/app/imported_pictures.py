"""The picture files of a manuscript: brought into the collection where they lie beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from proceedings_editor.app.figure import picture_refusal
from proceedings_editor.exporters.composition.picture import picture_header
from proceedings_editor.importers.result import Doubt, FoundPicture
from proceedings_editor.storage.attachment import is_safe, keep_figure_as
from proceedings_editor.texts import Text, text

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
        found = _beside(manuscript, picture.source) if is_safe(picture.file) else None
        if found is None:
            yield Doubt("doubt", _missing(picture), picture.line)
        elif picture_header(found, found.stat().st_mtime_ns) is None:  # not even a formula of an old Word
            refusal = picture_refusal(found) or _missing(picture)
            yield Doubt("doubt", refusal, picture.line)
        else:
            keep_figure_as(folder, entry_id, found, picture.file)


def _missing(picture: FoundPicture) -> Text:
    source = picture.source if len(picture.source) <= _MOST_SHOWN else picture.source[:_MOST_SHOWN] + "…"
    return text(
        "There is no picture {source} beside the manuscript; put it into the entry's folder of figures as {file}.",
        source=source,
        file=picture.file,
    )


def _beside(manuscript: Path, source: str) -> Path | None:
    home = manuscript.parent
    try:
        path = (home / source.replace("\\", "/")).resolve()
        return path if path.is_relative_to(home.resolve()) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None
