"""The editor's toolbar: styles, the commands of the table, the menus for tables and languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QMenu, QToolButton, QWidget

from proceedings_editor.model.body_edit.style import kind_of
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.command import (
    COMMANDS,
    LANGUAGES,
    STYLES,
    TABLE,
    Command,
    set_language,
)
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.flow import FlowLayout
from proceedings_editor.ui.icon import SMALL, Icons
from proceedings_editor.ui.speaker import Speaker

SOON: Final = 60
"""Milliseconds after a key until the buttons show what is on: no key waits for them."""


class BodyToolBar(QWidget):
    """Runs commands on one desk and shows which of them are on."""

    def __init__(self, desk: BodyDesk, speaker: Speaker, ask: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ask = ask
        self._actions: list[tuple[Command, QAction]] = []
        self._icons = Icons(self)
        self._layout = FlowLayout(self, gap=1)
        self._layout.setContentsMargins(2, 4, 2, 4)
        speaker.name(self, "bodyToolBar", text("Formatting"))
        self._styles = self._add_styles(speaker)
        for command in COMMANDS:
            self._add(command, speaker)
        self.table_menu = self._add_menu("tableButton", text("Table"), "table", speaker)
        for command in TABLE:
            self._fill(self.table_menu, command, speaker)
        languages = self._add_menu("languageButton", text("Language of the selection"), "languages", speaker)
        for language, label in LANGUAGES:
            action = languages.addAction("")
            action.triggered.connect(lambda _=False, tag=language: set_language(desk, tag))
            speaker.say(action.setText, label)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SOON)
        self._later.timeout.connect(self.refresh)
        desk.moved.connect(self._later.start)
        desk.shown.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is on where the cursor is, and what is of use there."""
        for command, action in self._actions:
            if command.is_on is not None:
                action.setChecked(command.is_on(self._desk))
        kind = kind_of(self._desk.line().leaf)
        with QSignalBlocker(self._styles):
            self._styles.setCurrentIndex(next((i for i, style in enumerate(STYLES) if style.id == kind), -1))
        in_table = self._desk.table_here() is not None
        for action in self.table_menu.actions()[1:]:
            action.setEnabled(in_table)

    def run(self, command: Command) -> None:
        """Carry out a command, or ask first."""
        if command.dialog:
            self._ask(command.dialog)
            return
        command.run(self._desk)
        self.refresh()
        self._desk.edit.setFocus()

    def _add_styles(self, speaker: Speaker) -> QComboBox:
        box = QComboBox(self)
        speaker.name(box, "styleBox", text("Style"))
        for index, style in enumerate(STYLES):
            box.addItem("")
            speaker.say(lambda words, at=index: box.setItemText(at, words), style.label)  # type: ignore[misc]
        box.activated.connect(self._choose_style)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._layout.addWidget(box)
        return box

    def _choose_style(self, index: int) -> None:
        self.run(STYLES[index])

    def _add(self, command: Command, speaker: Speaker) -> None:
        action = QAction(self)
        self._icons.give(action.setIcon, command.sign)
        action.setObjectName(f"{command.id}BodyAction")
        action.setCheckable(command.is_on is not None)
        action.triggered.connect(lambda _=False: self.run(command))
        button = self._button()
        button.setDefaultAction(action)
        button.setObjectName(f"{command.id}BodyButton")
        keys = QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.NativeText)
        speaker.say(lambda words: action.setToolTip(f"{words} ({keys})" if keys else words), command.label)
        speaker.say(button.setAccessibleName, command.label)
        self._actions.append((command, action))

    def _add_menu(self, name: str, label: Text, sign: str, speaker: Speaker) -> QMenu:
        button = self._button()
        self._icons.give(button.setIcon, sign)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        speaker.name(button, name, label)
        speaker.say(button.setToolTip, label)
        menu = QMenu(button)
        button.setMenu(menu)
        return menu

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(SMALL, SMALL))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._layout.addWidget(button)
        return button

    def _fill(self, menu: QMenu, command: Command, speaker: Speaker) -> None:
        action = menu.addAction("")
        action.setObjectName(f"{command.id}BodyAction")
        action.triggered.connect(lambda _=False: self.run(command))
        speaker.say(action.setText, command.label)
