"""Picture files: which can be shown, how large they are by themselves, and their pixels.

Both writers ask here, so that they agree. An SVG file counts as the picture that is drawn of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from proceedings_editor.errors import ReadError

_ORIENTATION: Final = 0x0112
_LYING: Final = 5
"""From this value of the camera's note on, width and height change places."""
_DPI: Final = 96.0
"""Dots per inch of a picture that does not say; what Word assumes."""
_DRAWING: Final = ".svg"
_CREDIBLE: Final = (10.0, 5000.0)
"""Dots per inch outside of these count as none."""


@dataclass(frozen=True, slots=True)
class PictureHeader:
    """What a picture says of itself: pixels as it is seen, dots per inch (0 where it does not say)."""

    width: int
    height: int
    dpi: float


@lru_cache(maxsize=4096)
def picture_header(path: Path, changed: int) -> PictureHeader | None:
    """Return what stands at the beginning of a picture's file, without decoding it; None where none can be drawn.

    A Windows metafile, as old formulas of Word are, is known but cannot be drawn.

    Args:
        path: The file.
        changed: When it was last changed (st_mtime_ns), so that a new picture is looked at again.
    """
    if _is_drawing(path):
        return _drawn_header(path)
    from PIL import Image, ImageFile

    try:
        with Image.open(path) as image:
            if isinstance(image, ImageFile.StubImageFile):
                return None
            width, height = image.size
            dpi = min(float(value or 0) for value in image.info.get("dpi", (0, 0)))
            if image.getexif().get(_ORIENTATION, 1) >= _LYING:
                width, height = height, width
    except (OSError, ValueError, TypeError, SyntaxError, Image.DecompressionBombError):
        return None
    low, high = _CREDIBLE
    return PictureHeader(width, height, dpi if low <= dpi <= high else 0)


def picture_bytes(path: Path) -> bytes:
    """Return a picture's file; of an SVG file the PNG that is drawn of it.

    Raises:
        ReadError: It is an SVG file that cannot be drawn.
        OSError: The file cannot be read.
    """
    if not _is_drawing(path):
        return path.read_bytes()
    from proceedings_editor.exporters.composition.svg_picture import svg_picture

    return svg_picture(path).png


def picture_size(path: Path) -> tuple[float, float] | None:
    """Return width and height in points, None for a file that is no readable picture."""
    try:
        return _drawn_size(path) if _is_drawing(path) else _size(path, path.stat().st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=256)
def _size(path: Path, _changed: int) -> tuple[float, float] | None:
    from PIL import Image

    try:
        with Image.open(path) as image:
            image.load()
            width, height = image.size
            dpi = image.info.get("dpi", (_DPI, _DPI))
            if image.getexif().get(_ORIENTATION, 1) >= _LYING:
                width, height = height, width
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    if not width or not height:
        return None
    across, down = (float(value or 0) for value in dpi)
    low, high = _CREDIBLE
    if not (low <= across <= high and low <= down <= high):
        across = down = _DPI
    return width * 72 / across, height * 72 / down


# ------------------------------------------------------------------------------------------------------------ drawings


def _is_drawing(path: Path) -> bool:
    return path.suffix.casefold() == _DRAWING


def _drawn_size(path: Path) -> tuple[float, float] | None:
    # Its libraries are loaded with the first drawing.
    from proceedings_editor.exporters.composition.svg_picture import svg_picture

    try:
        return svg_picture(path).size
    except ReadError:
        return None


def _drawn_header(path: Path) -> PictureHeader | None:
    from proceedings_editor.exporters.composition.svg_picture import svg_header

    try:
        pixels, size = svg_header(path)
    except ReadError:
        return None
    return PictureHeader(*pixels, pixels[0] * 72 / size[0])
