"""Icons of buttons and actions: line drawings in the colours of the window, light or dark.

The drawings are Lucide's (`resources/icons/lucide`). They are drawn here and not by Qt's own engine for SVG, which
knows no colour but the file's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from proceedings_editor.resources import shipped

SIZE: Final = 18
"""Side of an icon in pixels at 100 %."""
SMALL: Final = 16
"""The same for buttons between fields."""

_GROUPS: Final = (
    (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
    (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
)


def icon(name: str, palette: QPalette) -> QIcon:
    """Return an icon in the colours of a palette.

    Args:
        name: Lucide's name of the drawing.
        palette: The window's.
    """
    made = QIcon()
    for mode, group in _GROUPS:
        made.addPixmap(drawing(name, palette.color(group, QPalette.ColorRole.ButtonText)), mode)
    return made


def drawing(name: str, colour: QColor, size: int = SIZE) -> QPixmap:
    """Return a drawing in one colour, sharp on the sharpest screen."""
    application = QApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QApplication) else 1.0
    key = f"{name} {colour.name(QColor.NameFormat.HexArgb)} {size} {ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):  # lists of problems show the same few signs hundreds of times
        return known
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(_source(name).replace("currentColor", colour.name()).encode()).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


class Icons(QObject):
    """Gives the buttons and actions of one panel their icons, and new ones when the window turns light or dark."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._given: list[tuple[Callable[[QIcon], object], str]] = []
        when_colours_change(self._draw_again)

    def give(self, setter: Callable[[QIcon], object], name: str) -> None:
        """Hand an icon to `setter`, now and after every change of colours."""
        self._given.append((setter, name))
        setter(icon(name, QApplication.palette()))

    def _draw_again(self) -> None:
        for setter, name in self._given:
            setter(icon(name, QApplication.palette()))


def when_colours_change(do: Callable[[], object]) -> None:
    """Call a method of a widget whenever the window turns light or dark, as long as the widget lives."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.paletteChanged.connect(do)


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return shipped("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
