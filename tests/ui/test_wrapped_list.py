"""A list of long entries shows every one whole, however narrow it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from proceedings_editor.ui.wrapped_list import WrappedList

TITLE = "Тыңайған жерлердегі дала өсімдіктерінің қалпына келуін спутниктік деректер бойынша бағалау"


@pytest.mark.parametrize("width", range(150, 500, 25))
def test_every_line_of_an_entry_has_room(qtbot: QtBot, width: int) -> None:
    shown = WrappedList()
    qtbot.addWidget(shown)
    shown.addItems([TITLE, "Дала көлдері", TITLE])
    shown.resize(width, 400)
    shown.show()
    for row in range(shown.count()):
        place = shown.visualItemRect(shown.item(row))
        wrap = Qt.TextFlag.TextWordWrap
        needed = shown.fontMetrics().boundingRect(QRect(0, 0, place.width() - 8, 1000), wrap, shown.item(row).text())
        assert place.height() >= needed.height()
