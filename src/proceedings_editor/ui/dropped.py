"""Files that are dragged here or lie on the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def files_of(data: QMimeData) -> list[Path]:
    """Return the files and folders of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
