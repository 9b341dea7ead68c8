"""The entry's pictures, read once each and never larger than the screen needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPixmap

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.progress import CancelToken
from proceedings_editor.ui.job import Jobs

if TYPE_CHECKING:
    from proceedings_editor.exporters.composition.svg_picture import SvgPicture

Key = tuple[str, float]
"""A file and its printed width."""


MOST_WIDTH: Final = 460
MOST_HEIGHT: Final = 420
PIXELS_PER_CM: Final = 37.8
_DRAWING: Final = ".svg"
_KIND: Final = "drawings"


class PictureShelf(QObject):
    """Pictures of one entry; SVG files are drawn in a thread, and `drawn` follows when one is there."""

    drawn = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._locate: Callable[[str], Path | None] = lambda file: None
        self._found: dict[Key, QPixmap | None] = {}
        self._waiting: dict[Key, Path] = {}

    def look_with(self, locate: Callable[[str], Path | None]) -> None:
        """Find pictures with this from now on; forget those read so far."""
        self._locate = locate
        self._found.clear()
        self._waiting.clear()

    def path(self, file: str) -> Path | None:
        """Return the path of a picture's file, None where there is none."""
        return self._locate(file)

    def picture(self, file: str, width: float) -> QPixmap | None:
        """Return a picture at its printed width in cm (0: its own), as far as it fits.

        None if it cannot be read, or is still to be drawn.
        """
        key = (file, width)
        if key not in self._found and key not in self._waiting:
            path = self._locate(file)
            if path is not None and path.suffix.casefold() == _DRAWING:
                self._draw_later(key, path)
            else:
                self._found[key] = _scaled(_reader(path), width * PIXELS_PER_CM) if path else None
        return self._found.get(key)

    def is_coming(self, file: str, width: float) -> bool:
        """Whether a picture is still to be drawn."""
        return (file, width) in self._waiting

    def _draw_later(self, key: Key, path: Path) -> None:
        self._waiting[key] = path
        if not self._jobs.is_busy(_KIND):
            self._draw(key, path)

    def _draw(self, key: Key, path: Path) -> None:
        self._jobs.start(_KIND, partial(_drawing, path, key[1]), partial(self._take, key), partial(self._fail, key))

    def _take(self, key: Key, picture: SvgPicture) -> None:
        """Show a drawing as the exports do; Qt's own reader knows other fonts and half of the format."""
        buffer = QBuffer()
        buffer.setData(QByteArray(picture.png))
        wide = key[1] * PIXELS_PER_CM or picture.size[0] * 96 / 72
        self._put(key, _scaled(QImageReader(buffer, QByteArray(b"png")), min(wide, picture.pixels[0])))

    def _fail(self, key: Key, _error: ProceedingsError) -> None:
        self._put(key, None)

    def _put(self, key: Key, picture: QPixmap | None) -> None:
        if self._waiting.pop(key, None) is not None:  # else another entry is shown by now
            self._found[key] = picture
            self.drawn.emit()
        for following, path in self._waiting.items():
            self._draw(following, path)
            break


def _drawing(path: Path, width: float, _cancel: CancelToken) -> SvgPicture:
    # Its libraries are loaded with the first drawing.
    from proceedings_editor.exporters.composition.svg_picture import svg_picture

    return svg_picture(path, min(round(width * PIXELS_PER_CM) or MOST_WIDTH, MOST_WIDTH), MOST_HEIGHT)


def _reader(path: Path) -> QImageReader:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    return reader


def _scaled(reader: QImageReader, wide: float) -> QPixmap | None:
    """Return a picture so many pixels wide (0: its own), as far as it fits."""
    size = reader.size()
    if size.isValid() and not size.isEmpty():
        box = QSize(round(min(wide or size.width(), MOST_WIDTH)) or 1, MOST_HEIGHT)
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
