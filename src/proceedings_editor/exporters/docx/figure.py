"""Pictures: image parts and the drawings that show them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import count
from typing import Final

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.parts.story import StoryPart

from proceedings_editor.exporters.composition.element import FigureElement
from proceedings_editor.exporters.docx.xml import emu, xml_value

_UNREADABLE: Final = (
    OSError,
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    struct.error,
    KeyError,
    ZeroDivisionError,
)
"""What the library raises for a file that is missing, damaged or no picture it knows."""

_POINTS_PER_EMU: Final = 1 / 12700


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
        """Return the run that shows the picture, "" where the file is missing or unreadable."""
        if figure.path is None:
            return ""
        try:
            relation, image = self._part.get_or_add_image(str(figure.path))
            width, height = image.width * _POINTS_PER_EMU, image.height * _POINTS_PER_EMU
        except _UNREADABLE:
            return ""
        if width <= 0 or height <= 0:
            return ""
        scale = min((figure.width or width) / width, column / width, self._height / height)
        return _drawing(relation, next(self._ids), figure.alt, emu(width * scale), emu(height * scale))


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
