"""Pictures: image parts and the drawings that show them."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.parts.story import StoryPart

from proceedings_editor.exporters.composition.element import FigureElement
from proceedings_editor.exporters.composition.picture import picture_bytes, picture_size
from proceedings_editor.exporters.docx.xml import emu, xml_value

_UNKNOWN: Final = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    struct.error,
    KeyError,
    ZeroDivisionError,
)
"""What python-docx raises for a picture it does not know."""


class Pictures:
    """Adds pictures to one part of a document."""

    def __init__(self, part: StoryPart, height: float, ids: Iterator[int] | None = None) -> None:
        self._part = part
        self._height = height
        self._ids = count(1) if ids is None else ids

    def of(self, part: StoryPart) -> Pictures:
        """Return the pictures of another part of the same document."""
        return Pictures(part, self._height, self._ids)

    def xml(self, figure: FigureElement, column: float) -> str:
        """Return the run that shows the picture, "" where the file is missing or no readable picture."""
        size = picture_size(figure.path) if figure.path else None
        if size is None or figure.path is None:
            return ""
        width, height = size
        relation = self._relation(figure.path)
        scale = min((figure.width or width) / width, column / width, self._height / height)
        return _drawing(relation, next(self._ids), figure.alt, emu(width * scale), emu(height * scale))

    def _relation(self, path: Path) -> str:
        try:
            relation, _ = self._part.get_or_add_image(io.BytesIO(picture_bytes(path)))
        except _UNKNOWN:
            relation, _ = self._part.get_or_add_image(_as_png(path))
        return relation


def _as_png(path: Path) -> io.BytesIO:
    """Return a picture of a kind Word or python-docx does not take (WebP, a JPEG of some cameras) as PNG."""
    from PIL import Image, ImageOps

    stream = io.BytesIO()
    with Image.open(path) as image:
        upright = ImageOps.exif_transpose(image)
        upright.convert("RGBA" if upright.has_transparency_data else "RGB").save(stream, "PNG")
    stream.seek(0)
    return stream


def _drawing(relation: str, identity: int, alt: str, width: int, height: int) -> str:
    description = xml_value(alt)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{identity}" name="Figure {identity}" descr="{description}"/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{identity}" name="Figure {identity}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
