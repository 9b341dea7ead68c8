"""The middle of the window: the tabs of an entry, or those of the settings, below what is to be known about others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QToolButton, QVBoxLayout, QWidget

from proceedings_editor.texts import Text, text
from proceedings_editor.ui.banner import Banner
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

Page = tuple[QWidget, Text]
"""What a tab shows, and its name."""


class Middle(QWidget):
    """Shows one tab; `turned` tells that the settings took the entry's place, or the other way round."""

    turned = Signal()

    def __init__(self, words: Words, entry: Sequence[Page], settings: Sequence[Page], parent: QWidget) -> None:
        super().__init__(parent)
        self.banner = Banner(words, self)
        self._speaker = Speaker(words, self)
        self._entry = self._tabs("entryTabs", text("Entry"), entry)
        self._settings = self._tabs("settingsTabs", text("Collection settings"), settings)
        self._stack = QStackedWidget(self)
        for tabs in (self._entry, self._settings):
            self._stack.addWidget(tabs)
        self._stack.currentChanged.connect(lambda _: self.turned.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addWidget(self._stack)

    @property
    def shows_settings(self) -> bool:
        """Whether the settings are shown, and no entry."""
        return self._stack.currentWidget() is self._settings

    def show_entry(self, index: int | None = None) -> None:
        """Show the entry, with the tab of this number or the one that was shown last."""
        self._stack.setCurrentWidget(self._entry)
        if index is not None:
            self._entry.setCurrentIndex(index)

    def show_settings(self, index: int = 0) -> None:
        """Show the settings, with the tab of this number."""
        self._stack.setCurrentWidget(self._settings)
        self._settings.setCurrentIndex(index)

    def take_focus(self) -> None:
        """Put the keyboard into the tab that is shown."""
        tabs = self._settings if self.shows_settings else self._entry
        tabs.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tabs(self, name: str, label: Text, pages: Sequence[Page]) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        self._speaker.name(tabs, name, label)
        for index, (panel, title) in enumerate(pages):
            tabs.addTab(panel, "")
            self._speaker.say(partial(tabs.setTabText, index), title)
        arrows = tabs.tabBar().findChildren(QToolButton)  # Qt names them in the language of the start only
        for arrow, words in zip(arrows, (text("Tabs to the left"), text("Tabs to the right")), strict=False):
            self._speaker.say(arrow.setAccessibleName, words)
        return tabs
