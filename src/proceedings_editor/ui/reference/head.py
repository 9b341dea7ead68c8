"""What stands over the reference list: how the text uses it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from proceedings_editor.app.referencing import Use, is_alphabetic
from proceedings_editor.model.template import Template
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.flow import FlowLayout
from proceedings_editor.ui.icon import Icons, when_colours_change
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words


class _Button(NamedTuple):
    id: str
    name: str
    icon: str
    label: Text
    help: Text


_BY_USE: Final = (
    text("Number by first use"),
    text("Puts the sources into the order in which the text cites them; every citation follows."),
)
_BUTTONS: Final = (
    _Button("add", "addReference", "plus", text("Add a reference"), text("Adds an empty item at the end.")),
    _Button(
        "compose",
        "composeReference",
        "book-marked",
        text("Put together…"),
        text("Makes a reference of its parts: a book, an article, a law, a web page."),
    ),
    _Button(
        "paste",
        "pasteReferences",
        "clipboard-paste",
        text("Paste a list…"),
        text("Takes the list on the clipboard apart and adds its items at the end."),
    ),
    _Button("renumber", "renumberReferences", "list-restart", *_BY_USE),
)
_BY_ALPHABET: Final = (
    text("Put in alphabetical order"),
    text("Puts the sources into the order of the alphabet; every citation follows."),
)
_IN_ORDER: Final = text("The references stand in their order already.")


class ReferenceHead(QWidget):
    """The line about the list's use and the buttons.

    Signals:
        item_wanted: Number of an item to go to.
        place_wanted: A place of the text to go to.
    """

    item_wanted = Signal(int)
    place_wanted = Signal(object)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._use: Use | None = None
        self._speaker = Speaker(words, self)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._label.linkActivated.connect(self._follow)
        self._speaker.name(self._label, "referenceUse", text("How the text uses the list"))
        self.buttons = {row.id: self._button(row) for row in _BUTTONS}
        self._renumbering = _BY_USE
        line = FlowLayout(gap=6)
        for button in self.buttons.values():
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self._label)
        self._can_be_numbered = True
        words.changed.connect(self._say)
        when_colours_change(self._say)

    def show_use(self, use: Use | None, template: Template, *, can_be_numbered: bool) -> None:
        """Tell how the text uses the list; None for no entry."""
        self._use, self._can_be_numbered = use, can_be_numbered
        self._renumbering = _BY_ALPHABET if is_alphabetic(template) else _BY_USE
        self._say()

    # ------------------------------------------------------------------------------------------------------ inside

    def _button(self, row: _Button) -> QPushButton:
        button = QPushButton(self)
        Icons(button).give(button.setIcon, row.icon)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setObjectName(row.name)
        if row.id != "renumber":
            self._speaker.name(button, row.name, row.label)
            self._speaker.say(lambda words: button.setText(f" {words}"), row.label)
            self._speaker.say(button.setToolTip, row.help)
        return button

    def _say(self) -> None:
        label, help = self._renumbering
        button = self.buttons["renumber"]
        button.setText(f" {self._words(label)}")
        button.setAccessibleName(self._words(label))
        button.setToolTip(self._words(help if self._can_be_numbered else _IN_ORDER))
        button.setAccessibleDescription(button.toolTip())
        button.setEnabled(self._can_be_numbered)
        use = self._use
        colour = QApplication.palette().color(QPalette.ColorRole.Link).name()
        self._label.setText(" ".join(self._sentences(use, colour)) if use else "")
        self._label.setVisible(bool(use and (use.count or use.missing)))

    def _sentences(self, use: Use, colour: str) -> Iterable[str]:
        yield self._words(plural("{count} reference.", "{count} references.", use.count))
        if use.uncited:
            numbers = _linked(((number, f"item:{number}") for number in use.uncited), colour)
            yield self._words(text("Not cited in the text: {numbers}.", numbers=numbers))
        elif use.count:
            yield self._words(text("All are cited in the text."))
        if use.missing:
            numbers = _linked(((number, f"text:{number}") for number in use.missing), colour)
            yield self._words(text("Cited, but not in the list: {numbers}.", numbers=numbers))

    def _follow(self, link: str) -> None:
        kind, _, number = link.partition(":")
        if kind == "item":
            self.item_wanted.emit(int(number))
        elif self._use and int(number) in self._use.missing:
            self.place_wanted.emit(self._use.missing[int(number)])


def _linked(numbers: Iterable[tuple[int, str]], colour: str) -> str:
    return ", ".join(f'<a href="{link}" style="color: {colour}">{number}</a>' for number, link in numbers)
