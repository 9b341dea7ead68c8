"""Colours that mean something, on light and on dark ground; everything else comes from the palette."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:  # drawn before anything of the model is loaded
    from proceedings_editor.model.finding import Severity

_LIGHT: Final[Mapping[Severity, str]] = {"error": "#b3261e", "warning": "#8a5a00", "information": "#1d5fa8"}
_DARK: Final[Mapping[Severity, str]] = {"error": "#ff8a80", "warning": "#ffc55c", "information": "#8ab8ff"}
"""Each at least 4.5 : 1 against its ground (WCAG 2.2, 1.4.3)."""

_UNKNOWN: Final = ("#d4351c", "#ff7a66")
"""Under words no dictionary knows, on light and on dark ground; as clear as the others."""


def is_dark(palette: QPalette) -> bool:
    """Whether the palette's ground is dark."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def severity_colour(severity: Severity, palette: QPalette) -> QColor:
    """Return the colour of words and marks of a severity."""
    return QColor((_DARK if is_dark(palette) else _LIGHT)[severity])


def paper_colour(severity: Severity) -> QColor:
    """Return the colour of marks of a severity on a page, which is white in a dark window too."""
    return QColor(_LIGHT[severity])


def unknown_colour(palette: QPalette) -> QColor:
    """Return the colour of the line under a word no dictionary knows."""
    return QColor(_UNKNOWN[is_dark(palette)])
