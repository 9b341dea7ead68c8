"""Draws SVG files as pictures, the same on every machine: with the shipped fonts and with none of the system.

A drawing becomes a picture of a fixed number of pixels, enough for 300 per inch over the widest column, so that both
writers, the editor and the e-mail show the same one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

from lxml import etree

from proceedings_editor.errors import ReadError, system_reason
from proceedings_editor.exporters.composition.svg_source import MOST_BYTES, SvgSource, read_svg
from proceedings_editor.resources import shipped
from proceedings_editor.texts import text

WIDEST: Final = 2400
"""Pixels across: 300 per inch at 20 cm, and no column of A4 is wider."""
HIGHEST: Final = 3400
_POINTS: Final = 72.0
_SERIF: Final = "Tinos"
_MONO: Final = "DejaVu Sans Mono"


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


@lru_cache(maxsize=64)
def _drawn(path: Path, _changed: int, _size: int, widest: int, highest: int) -> SvgPicture:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = system_reason(error)
        raise ReadError(text("{folder} could not be opened: {reason}.", folder=path.name, reason=reason)) from error
    source = read_svg(data, path.name)
    scale = min(widest / source.width, highest / source.height)
    pixels = max(1, round(source.width * scale)), max(1, round(source.height * scale))
    return SvgPicture(_png(source, pixels, path.name), pixels, (source.width, source.height))


def _png(source: SvgSource, pixels: tuple[int, int], name: str) -> bytes:
    # Loaded with the first drawing; most collections have none.
    import resvg_py
    from PIL import Image

    root = source.root
    root.set("width", str(pixels[0]))
    root.set("height", str(pixels[1]))
    try:
        data = resvg_py.svg_to_bytes(
            svg_string=etree.tostring(root, encoding="unicode"),
            background="#ffffff",
            skip_system_fonts=True,
            font_dirs=[str(shipped("fonts"))],
            font_family=_SERIF,
            serif_family=_SERIF,
            sans_serif_family=_SERIF,
            cursive_family=_SERIF,
            fantasy_family=_SERIF,
            monospace_family=_MONO,
        )
    except ValueError as error:
        raise ReadError(
            text("The drawing {file} cannot be drawn; save it as PNG and insert that.", file=name)
        ) from error
    out = BytesIO()
    dpi = pixels[0] * _POINTS / source.width
    with Image.open(BytesIO(data)) as image:
        image.convert("RGB").save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()
