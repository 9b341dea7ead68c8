"""Changed here and by somebody else: both states side by side, and which is to stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from proceedings_editor.app.outside import Choice, Conflict
from proceedings_editor.app.saving import SETTINGS
from proceedings_editor.app.session import Session
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.difference_table import DifferenceTable
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.sharing import Sharing
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_HEADS: Final = (text("Field"), text("Saved by somebody else"), text("Yours, not saved yet"))
_LABELS: Final[Mapping[Choice, Text]] = {
    "theirs": text("Take theirs"),
    "mine": text("Keep mine"),
    "both": text("Keep both"),
}


class ConflictDialog(Dialog):
    """Shows one conflict; `choice` is what the person decided, None where they put it off."""

    def __init__(
        self, sharing: Sharing, session: Session, conflict: Conflict, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("conflictDialog")
        self.choice: Choice | None = None
        self._words = words
        intro = QLabel(self)
        intro.setWordWrap(True)
        table = DifferenceTable(words, _HEADS, self)
        buttons = QDialogButtonBox(self)
        speaker = Speaker(words, self)
        speaker.say(self.setWindowTitle, text("Changed by somebody else as well"))
        speaker.say(intro.setText, _sentence(session, conflict))
        speaker.name(table, "conflictFields", text("Their values and yours"))
        for choice in _choices(conflict):
            button = QPushButton(self)
            speaker.say(button.setText, _LABELS[choice])
            speaker.name(button, f"{choice}Button", _LABELS[choice])
            button.clicked.connect(lambda _=False, choice=choice: self._decide(choice))
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        later = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        speaker.say(later.setText, text("Decide later"))
        later.setDefault(True)
        later.clicked.connect(self.reject)
        differences = sharing.outside.differences(conflict)
        table.show_differences(differences)
        table.setVisible(bool(differences))
        column = QVBoxLayout(self)
        column.addWidget(intro, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(table, 1)
        column.addWidget(buttons)
        resize_within_screen(self, *((900, 520) if differences else (560, 160)))

    def _decide(self, choice: Choice) -> None:
        self.choice = choice
        self.accept()


def _choices(conflict: Conflict) -> tuple[Choice, ...]:
    if conflict.fault:
        return ("mine",)
    return ("theirs", "mine", "both") if conflict.entry else ("theirs", "mine")


def _sentence(session: Session, conflict: Conflict) -> Text:
    entry = session.entry(conflict.owner)
    title = entry.title.best(entry.language) if entry else ""
    if conflict.fault:
        return text(
            "{fault} Keep yours to write it over the damaged file when you save; that stays among the versions.",
            fault=conflict.fault,
        )
    if conflict.owner == SETTINGS:
        return text(
            "Somebody else changed the settings of the collection while you had changes of your own. "
            "What you do not keep stays in the history."
        )
    if conflict.entry is None:
        return text(
            "Somebody else took “{title}” out while you had changes of your own. Take theirs to let it go; "
            "what you have stays among the versions.",
            title=title,
        )
    return text(
        "Somebody else changed “{title}” while you had changes of your own. What you do not keep stays in the history; "
        "keep both to get yours as an entry of its own.",
        title=title,
    )


def settle_conflicts(window: QWidget, words: Words, session: Session, sharing: Sharing, owner: str | None) -> bool:
    """Ask about each conflict in turn (of `owner` only where one is given); False where one was put off."""
    for conflict in sharing.conflicts:
        if owner is not None and conflict.owner != owner:
            continue
        dialog = ConflictDialog(sharing, session, conflict, words, window)
        dialog.exec()
        choice = dialog.choice
        dialog.deleteLater()
        if choice is None:
            return False
        sharing.settle(conflict.owner, choice)
    return True
