"""The entry's pictures, read once each and never larger than the screen needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from proceedings_editor.errors import ReadError

MOST_WIDTH: Final = 460
MOST_HEIGHT: Final = 420
PIXELS_PER_CM: Final = 37.8
_DRAWING: Final = ".svg"


class PictureShelf:
    """Pictures of one entry."""

    def __init__(self) -> None:
        self._locate: Callable[[str], Path | None] = lambda file: None
        self._found: dict[tuple[str, float], QPixmap | None] = {}

    def look_with(self, locate: Callable[[str], Path | None]) -> None:
        """Find pictures with this from now on; forget those read so far."""
        self._locate = locate
        self._found.clear()

    def path(self, file: str) -> Path | None:
        """Return the path of a picture's file, None where there is none."""
        return self._locate(file)

    def picture(self, file: str, width: float) -> QPixmap | None:
        """Return a picture at its printed width in cm (0: its own), as far as it fits; None if it cannot be read."""
        key = (file, width)
        if key not in self._found:
            self._found[key] = self._read(file, width)
        return self._found[key]

    def _read(self, file: str, width: float) -> QPixmap | None:
        path = self._locate(file)
        if path is None:
            return None
        if path.suffix.casefold() == _DRAWING:
            return self._drawn(path, width)
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        return _scaled(reader, width * PIXELS_PER_CM)

    def _drawn(self, path: Path, width: float) -> QPixmap | None:
        """Show an SVG file as the exports do; Qt's own reader knows other fonts and half of the format."""
        # Its libraries are loaded with the first drawing.
        from proceedings_editor.exporters.composition.svg_picture import svg_picture

        across = width * PIXELS_PER_CM or MOST_WIDTH
        try:
            picture = svg_picture(path, min(round(across) or 1, MOST_WIDTH), MOST_HEIGHT)
        except ReadError:
            return None
        wide = width * PIXELS_PER_CM or picture.size[0] * 96 / 72
        buffer = QBuffer()
        buffer.setData(QByteArray(picture.png))
        return _scaled(QImageReader(buffer, QByteArray(b"png")), min(wide, picture.pixels[0]))


def _scaled(reader: QImageReader, wide: float) -> QPixmap | None:
    """Return a picture so many pixels wide (0: its own), as far as it fits."""
    size = reader.size()
    if size.isValid() and not size.isEmpty():
        box = QSize(round(min(wide or size.width(), MOST_WIDTH)) or 1, MOST_HEIGHT)
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
