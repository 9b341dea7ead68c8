"""The keys of the menus work wherever the cursor stands, also those Qt's fields would take for themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.ui.body.text_edit import BodyText
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.window_key import FilterLine

CONTROL = Qt.KeyboardModifier.ControlModifier
FIELDS: tuple[Callable[[], QWidget], ...] = (Line, partial(TextBox, several=True), FilterLine, BodyText)


def claims(field: QWidget, key: Qt.Key) -> bool:
    """Whether a field wants a key for itself before the window's actions hear of it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
    event.ignore()
    field.event(event)
    return event.isAccepted()


@pytest.mark.parametrize("make", FIELDS)
@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_F, Qt.Key.Key_S])
def test_no_field_claims_a_key_of_the_menus(make: Callable[[], QWidget], key: Qt.Key, qtbot: QtBot) -> None:
    field = make()
    qtbot.addWidget(field)
    assert not claims(field, key)


@pytest.mark.parametrize("make", FIELDS)
def test_copying_stays_the_fields_own(make: Callable[[], QWidget], qtbot: QtBot) -> None:
    field = make()
    qtbot.addWidget(field)
    assert claims(field, Qt.Key.Key_C)


def test_words_looked_for_have_an_undo_of_their_own(qtbot: QtBot) -> None:
    line = FilterLine()
    qtbot.addWidget(line)
    assert isinstance(line, QLineEdit)
    assert claims(line, Qt.Key.Key_Z)
