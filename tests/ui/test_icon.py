"""Icons: drawn in the window's colours, shipped with their licence, and none shipped that nothing shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

import proceedings_editor.ui
from proceedings_editor.resources import shipped
from proceedings_editor.ui.appearance import DARK, LIGHT, Tone, palette_of
from proceedings_editor.ui.icon import SIZE, Icons, drawing

NAMES = sorted(path.stem for path in shipped("icons", "lucide").glob("*.svg"))


def is_inked(icon: QIcon, colour: str) -> bool:
    """Whether the strongest point of an icon has this colour, as exactly as a half transparent point can have one."""
    image = icon.pixmap(SIZE, SIZE).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    ink, wanted = max(pixels, key=QColor.alpha), QColor(colour)
    apart = (ink.red() - wanted.red(), ink.green() - wanted.green(), ink.blue() - wanted.blue())
    return ink.alpha() > 120 and max(map(abs, apart)) <= 2


@pytest.mark.parametrize("name", NAMES)
def test_each_drawing_leaves_ink_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    assert is_inked(QIcon(drawing(name, QColor("#123456"))), "#123456")


def test_a_button_follows_when_the_window_turns_dark(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.palette()
    button = QToolButton()
    qtbot.addWidget(button)
    try:
        qapp.setPalette(palette_of(LIGHT))
        Icons(button).give(button.setIcon, "plus")
        assert is_inked(button.icon(), LIGHT.text)
        qapp.setPalette(palette_of(DARK))
        assert is_inked(button.icon(), DARK.text)
    finally:
        qapp.setPalette(before)


def test_every_shipped_drawing_is_used_and_the_licence_lies_beside_it() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(proceedings_editor.ui.__path__[0]).rglob("*.py"))
    words = set(re.findall(r'"([a-z0-9-]+)"', code))
    assert [name for name in NAMES if name not in words] == []
    assert "ISC License" in shipped("icons", "lucide", "LICENSE").read_text(encoding="utf-8")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""

    def light(name: str) -> float:
        colour = QColor(name)
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tone", [LIGHT, DARK])
def test_words_can_be_read_on_every_ground(tone: Tone) -> None:
    for ground in (tone.window, tone.base, tone.raised, tone.hover):
        assert contrast(tone.text, ground) >= 7
    for ground in (tone.window, tone.base, tone.raised):
        assert contrast(tone.faint, ground) >= 4.5
    assert contrast("#ffffff", tone.accent) >= 4.5
    assert contrast(tone.accented, tone.window) >= 4.5


def test_the_palette_says_what_the_tone_says() -> None:
    palette = palette_of(DARK)
    assert palette.color(QPalette.ColorRole.Base) == QColor(DARK.base)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText) == QColor(DARK.spent)
