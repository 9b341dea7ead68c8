"""Draws the program icon's pictures from `resources/icons/proceedings-editor.svg`.

Run it after changing the SVG:

    .venv/bin/python packaging/icon.py

Writes PNG files for Linux and one ICO file with all sizes for Windows beside the SVG.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
NAME = "proceedings-editor"
PNG_SIZES = (16, 32, 48, 64, 128, 256)


def main() -> None:
    """Write every picture and say which."""
    renderer = QSvgRenderer(str(ICONS / f"{NAME}.svg"))
    pictures = [draw(renderer, size) for size in PNG_SIZES]
    largest = Image.open(pictures[-1])
    others = [Image.open(picture) for picture in pictures[:-1]]
    largest.save(ICONS / f"{NAME}.ico", sizes=[(size, size) for size in PNG_SIZES], append_images=others)
    print(*sorted(path.name for path in ICONS.iterdir()), sep="\n")


def draw(renderer: QSvgRenderer, size: int) -> Path:
    """Write the icon `size` pixels wide and high, with a transparent ground."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    path = ICONS / f"{NAME}-{size}.png"
    image.save(str(path))
    return path


if __name__ == "__main__":
    main()
