"""How words are underlined: a wave in the colour of what is said of them."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat


def wave(colour: QColor) -> QTextCharFormat:
    """Return the format of a wavy line."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(colour)
    return form
