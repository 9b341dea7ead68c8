"""The characters of a text document as they are: Qt's own way of asking turns no-break spaces into spaces."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QTextDocument

_LINE_ENDS: Final = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})
"""What a document holds between lines, and at the borders of frames."""


def plain_text_of(document: QTextDocument) -> str:
    """Return what stands in a document of plain text, lines parted by line feeds."""
    return document.toRawText().translate(_LINE_ENDS)
