"""The menu that says in which languages unknown words are underlined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.speaker import Speaker

_NAMES: Final[Mapping[Language, Text]] = {"kk": text("Kazakh"), "ru": text("Russian"), "en": text("English")}


def spelling_actions(
    window: QMainWindow,
    speaker: Speaker,
    chosen: tuple[Language, ...],
    choose: Callable[[tuple[Language, ...]], object],
) -> Mapping[Language, QAction]:
    """Make one action per language in the menu Edit; `choose` gets all that are ticked whenever one changes."""
    edit = window.menuBar().findChild(QMenu, "editMenu")
    menu = QMenu(window)
    menu.setObjectName("spellingMenu")
    speaker.say(menu.setTitle, text("Spelling"))
    actions: dict[Language, QAction] = {}

    def tell(_checked: bool) -> None:
        choose(tuple(language for language in LANGUAGES if actions[language].isChecked()))

    for language, name in _NAMES.items():
        action = actions[language] = menu.addAction("")
        action.setObjectName(f"spelling_{language}Action")
        action.setCheckable(True)
        action.setChecked(language in chosen)
        speaker.say(action.setText, name)
        action.triggered.connect(tell)
    if edit:
        edit.addSeparator()
        edit.addMenu(menu)
    return actions
