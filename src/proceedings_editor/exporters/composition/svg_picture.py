"""Draws SVG files as pictures, the same on every machine: with the shipped fonts and with none of the system.

A drawing becomes a picture of a fixed number of pixels, enough for 300 per inch over the widest column, so that both
writers and the e-mail show the same one. The renderer lets no other thread of its process work: a thread beside the
window's has a process of its own draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree

from proceedings_editor.errors import ReadError, system_reason
from proceedings_editor.exporters.composition.svg_drawer import drawn_png
from proceedings_editor.exporters.composition.svg_source import MOST_BYTES, SvgSource, read_svg
from proceedings_editor.texts import text

WIDEST: Final = 2400
"""Pixels across: 300 per inch at 20 cm, and no column of A4 is wider."""
HIGHEST: Final = 3400
_POINTS: Final = 72.0


@dataclass(frozen=True, slots=True)
class SvgPicture:
    """A drawing as a picture.

    Attributes:
        png: An opaque PNG file, on white paper.
        pixels: Its width and height.
        size: Width and height in points that the drawing gives itself.
    """

    png: bytes
    pixels: tuple[int, int]
    size: tuple[float, float]


def svg_picture(path: Path, widest: int = WIDEST, highest: int = HIGHEST) -> SvgPicture:
    """Return the picture of an SVG file; drawn once as long as the file stays the same.

    Args:
        path: The file.
        widest: Pixels across it fills, where its height allows.
        highest: Pixels down it may have.

    Raises:
        ReadError: The file is missing, or `read_svg` refuses it, or it cannot be drawn.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise ReadError(text("There is no file {file}.", file=path)) from error
    return _drawn(path, state.st_mtime_ns, state.st_size, widest, highest)


def svg_header(path: Path) -> tuple[tuple[int, int], tuple[float, float]]:
    """Return the pixels and the size of `svg_picture` without drawing it.

    Raises:
        ReadError: The file is missing, or `read_svg` refuses it.
    """
    source = _read(path)
    return _pixels(source, WIDEST, HIGHEST), (source.width, source.height)


@lru_cache(maxsize=64)
def _drawn(path: Path, _changed: int, _size: int, widest: int, highest: int) -> SvgPicture:
    source = _read(path)
    pixels = _pixels(source, widest, highest)
    source.root.set("width", str(pixels[0]))
    source.root.set("height", str(pixels[1]))
    png = drawn_png(etree.tostring(source.root, encoding="unicode"), pixels[0] * _POINTS / source.width)
    if png is None:
        raise ReadError(text("The drawing {file} cannot be drawn; save it as PNG and insert that.", file=path.name))
    return SvgPicture(png, pixels, (source.width, source.height))


def _read(path: Path) -> SvgSource:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = system_reason(error)
        raise ReadError(text("{folder} could not be opened: {reason}.", folder=path.name, reason=reason)) from error
    return read_svg(data, path.name)


def _pixels(source: SvgSource, widest: int, highest: int) -> tuple[int, int]:
    scale = min(widest / source.width, highest / source.height)
    return max(1, round(source.width * scale)), max(1, round(source.height * scale))
