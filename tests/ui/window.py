"""Using the parts of a window by the names they have for programs."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from proceedings_editor.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)


def trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, f"{name}Action")
    assert action, name
    action.trigger()


def child(widget: QWidget, kind: type[W], name: str) -> W:
    found = widget.findChild(kind, name)
    assert found, name
    return found
