"""Small pieces of WordprocessingML as strings, and the units they count in."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARATIONS: Final = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def without_forbidden(text: str) -> str:
    """Return `text` without the characters XML 1.0 cannot hold; they show nothing."""
    return _FORBIDDEN.sub("", text)


def xml_text(text: str) -> str:
    """Return `text` as element content."""
    return escape(without_forbidden(text))


def xml_value(text: str) -> str:
    """Return `text` as a double-quoted attribute's value."""
    return escape(without_forbidden(text), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def twips(points: float) -> int:
    """Return points as twentieths of a point, Word's unit of lengths."""
    return round(points * 20)


def twips_of_cm(centimetres: float) -> int:
    """Return centimetres as twentieths of a point."""
    return round(centimetres / 2.54 * 1440)


def emu(points: float) -> int:
    """Return points as English Metric Units, DrawingML's unit of lengths."""
    return round(points * 12700)
