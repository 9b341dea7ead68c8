"""Messages and questions over the window, in its language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from PySide6.QtWidgets import QMessageBox, QWidget

from proceedings_editor.texts import Text, text
from proceedings_editor.ui.words import Words

Answer = Literal["save", "discard", "cancel"]
Remedy = Literal["retry", "copy", "close"]

_ANSWERS: dict[QMessageBox.StandardButton, Answer] = {
    QMessageBox.StandardButton.Save: "save",
    QMessageBox.StandardButton.Discard: "discard",
}

_REMEDIES: dict[QMessageBox.StandardButton, Remedy] = {
    QMessageBox.StandardButton.Retry: "retry",
    QMessageBox.StandardButton.SaveAll: "copy",
}


def show_sentence(parent: QWidget, words: Words, sentence: Text) -> None:
    """Show one sentence and wait until it was read."""
    _run(_box(parent, words, sentence, QMessageBox.Icon.Warning), QMessageBox.StandardButton.Ok)


def ask_unsaved(parent: QWidget, words: Words) -> Answer:
    """Ask what becomes of unsaved work; closing the question means "cancel"."""
    box = _box(parent, words, text("Some changes are not saved yet. Save them?"), QMessageBox.Icon.Question)
    buttons = QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
    # Qt's own word for it means "ignore" in Kazakh and "decline" in Russian
    labels = {QMessageBox.StandardButton.Discard: words(text("Do not save"))}
    return _ANSWERS.get(_run(box, buttons, QMessageBox.StandardButton.Save, labels), "cancel")


def ask_failed(parent: QWidget, words: Words, sentence: Text) -> Remedy:
    """Say why saving failed and ask what to do; closing the question means "close"."""
    box = _box(parent, words, sentence, QMessageBox.Icon.Warning)
    buttons = QMessageBox.StandardButton.Retry | QMessageBox.StandardButton.SaveAll | QMessageBox.StandardButton.Close
    labels = {
        QMessageBox.StandardButton.Retry: words(text("Save again")),
        QMessageBox.StandardButton.SaveAll: words(text("Save a copy elsewhere…")),
    }
    return _REMEDIES.get(_run(box, buttons, QMessageBox.StandardButton.Retry, labels), "close")


def ask(parent: QWidget, words: Words, sentence: Text) -> bool:
    """Ask a question of yes or no."""
    buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
    return _run(_box(parent, words, sentence, QMessageBox.Icon.Question), buttons) == QMessageBox.StandardButton.Yes


def ask_smaller(parent: QWidget, words: Words, sentence: Text) -> bool:
    """Ask whether pictures shall become smaller; closing the question keeps them."""
    yes = QMessageBox.StandardButton.Yes, text("Make smaller")
    return _ask_named(parent, words, sentence, yes, (QMessageBox.StandardButton.No, text("Keep as it is")), yes[0])


def ask_drop(parent: QWidget, words: Words, sentence: Text) -> bool:
    """Ask whether what was typed is to be lost; closing the question keeps it."""
    no = QMessageBox.StandardButton.Cancel, text("Go on writing")
    return _ask_named(parent, words, sentence, (QMessageBox.StandardButton.Discard, text("Throw away")), no, no[0])


_Named = tuple[QMessageBox.StandardButton, Text]


def _ask_named(
    parent: QWidget, words: Words, sentence: Text, yes: _Named, no: _Named, first: QMessageBox.StandardButton
) -> bool:
    """Ask a question whose two answers say what they do; whether it was the first of them."""
    box = _box(parent, words, sentence, QMessageBox.Icon.Question)
    return _run(box, yes[0] | no[0], first, {kind: words(label) for kind, label in (yes, no)}) == yes[0]


def _box(parent: QWidget, words: Words, sentence: Text, icon: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(icon, "proceedings-editor", words(sentence), parent=parent)
    box.setObjectName("messageBox")
    return box


def _run(
    box: QMessageBox,
    buttons: QMessageBox.StandardButton,
    first: QMessageBox.StandardButton = QMessageBox.StandardButton.NoButton,
    labels: Mapping[QMessageBox.StandardButton, str] = MappingProxyType({}),
) -> QMessageBox.StandardButton:
    box.setStandardButtons(buttons)
    for kind, label in labels.items():
        box.button(kind).setText(label)
    box.setDefaultButton(first)
    box.exec()
    answer = box.standardButton(box.clickedButton()) if box.clickedButton() else QMessageBox.StandardButton.NoButton
    box.deleteLater()
    return answer
