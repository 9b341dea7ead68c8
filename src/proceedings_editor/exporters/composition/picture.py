"""Picture files: which can be shown, and how large they are by themselves.

Both writers ask here, so that they agree on both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

_ORIENTATION: Final = 0x0112
_LYING: Final = 5
"""From this value of the camera's note on, width and height change places."""
_DPI: Final = 96.0
"""Dots per inch of a picture that does not say; what Word assumes."""
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
    """Return what stands at the beginning of a picture's file, without decoding it; None where it is no picture.

    Args:
        path: The file.
        changed: When it was last changed (st_mtime_ns), so that a new picture is looked at again.
    """
    from PIL import Image

    try:
        with Image.open(path) as image:
            width, height = image.size
            dpi = min(float(value or 0) for value in image.info.get("dpi", (0, 0)))
            if image.getexif().get(_ORIENTATION, 1) >= _LYING:
                width, height = height, width
    except (OSError, ValueError, TypeError, SyntaxError, Image.DecompressionBombError):
        return None
    low, high = _CREDIBLE
    return PictureHeader(width, height, dpi if low <= dpi <= high else 0)


def picture_size(path: Path) -> tuple[float, float] | None:
    """Return width and height in points, None for a file that is no readable picture."""
    try:
        return _size(path, path.stat().st_mtime_ns)
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
