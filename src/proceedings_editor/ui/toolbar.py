"""The window's toolbar: icons with their words beside them while there is room."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from proceedings_editor.texts import text
from proceedings_editor.ui.action import ACTIONS
from proceedings_editor.ui.icon import SIZE, Icons
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_KNOWN_SIGNS: Final = ("undo", "redo")
"""Actions whose icon everybody knows: their words, which change with every step, stand in the tooltip."""


class MainToolBar(QToolBar):
    """Holds the actions that have toolbar words, and at its end what is added with `add_at_end`."""

    def __init__(self, words: Words, speaker: Speaker, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._labelled: list[QToolButton] = []
        self._wide = 0
        self.setMovable(False)
        self.setIconSize(QSize(SIZE, SIZE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        speaker.name(self, "toolbar", text("Toolbar"))
        self._fill(speaker, actions)
        room = QWidget(self)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        words.changed.connect(self._measure_again)

    def _fill(self, speaker: Speaker, actions: Mapping[str, QAction]) -> None:
        icons, menu = Icons(self), ""
        for row in ACTIONS:
            if row.toolbar is None:
                continue
            if menu and row.menu != menu:
                self.addSeparator()
            menu = row.menu
            action = actions[row.id]
            icons.give(action.setIcon, row.icon)
            action.setIconVisibleInMenu(False)
            self.addAction(action)
            button = self.widgetForAction(action)
            button.setObjectName(f"{row.id}Button")
            speaker.say(button.setAccessibleName, row.toolbar)
            if isinstance(button, QToolButton) and row.id not in _KNOWN_SIGNS:
                self._labelled.append(button)
                speaker.say(partial(_say_beside, action), row.toolbar)
        self._show_labels(wanted=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: words that do not fit give way, before Qt hides whole buttons."""
        super().resizeEvent(event)
        self._fit()

    def _measure_again(self) -> None:
        """Other words, another width; they are said again after this."""
        self._wide = 0
        self._show_labels(wanted=True)
        self._fit()

    def _fit(self) -> None:
        if self._wide == 0:
            self._wide = self.sizeHint().width()
        self._show_labels(wanted=self._wide <= self.width())

    def _show_labels(self, *, wanted: bool) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wanted else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._labelled:
            if button.toolButtonStyle() != style:
                button.setToolButtonStyle(style)


def _say_beside(action: QAction, words: str) -> None:
    """Qt leaves next to no room between an icon and its words."""
    action.setIconText(f" {words}")
