"""The row above the pages: smaller, the size, larger, problems, print, and which page it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QToolButton, QWidget

from proceedings_editor.texts import Text, text
from proceedings_editor.ui.flow import FlowLayout
from proceedings_editor.ui.icon import SIZE, Icons
from proceedings_editor.ui.preview.sheet import ZOOMS, Fit
from proceedings_editor.ui.words import Words

INFORMATION_PAGE: Final = text("Information page")
_FITS: Final[tuple[tuple[Fit, Text], ...]] = (("width", text("Fit width")), ("page", text("Whole page")))
_OPENS: Final = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_PARTS: Final[tuple[tuple[str, Text], ...]] = (("information", INFORMATION_PAGE), ("article", text("Article")))
_OFFERED: Final = tuple(zoom for zoom in ZOOMS if zoom >= 0.5)


class ZoomBox(QWidget):
    """Controls of the preview.

    Signals:
        stepped: One rung larger (1) or smaller (-1).
        chosen: A way of fitting and the zoom of "free".
        part_chosen: The part of the document to go to, "information" or "article".
        findings_toggled: Whether problems shall be marked on the pages.
        print_wanted: The pages shall be printed.
    """

    stepped = Signal(int)
    chosen = Signal(str, float)
    part_chosen = Signal(str)
    findings_toggled = Signal(bool)
    print_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._smaller = self._button("previewSmaller", "zoom-out", partial(self.stepped.emit, -1))
        self._larger = self._button("previewLarger", "zoom-in", partial(self.stepped.emit, 1))
        self._sizes = QComboBox(self)
        self._sizes.setObjectName("previewSize")
        self._sizes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._sizes.activated.connect(self._choose)
        self._findings = QToolButton(self, autoRaise=True)
        self._findings.setCheckable(True)
        self._findings.setChecked(True)
        self._dress(self._findings, "previewFindings", "circle-alert")
        self._findings.toggled.connect(self.findings_toggled)
        self._print = self._button("previewPrint", "printer", self.print_wanted.emit)
        self._page = QToolButton(self, autoRaise=True)
        self._page.setObjectName("previewPage")
        self._page.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._page.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._parts = QMenu(self._page)
        self._parts.setObjectName("previewParts")
        self._page.setMenu(self._parts)
        self._page.setStyleSheet("QToolButton::menu-indicator { image: none; }")  # its words say that it opens
        self._lay_out()
        self._page_shown = (0, 0)
        self._size_shown: tuple[Fit, float] = ("width", 1.0)
        words.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        row = FlowLayout(self, gap=2)  # a narrow preview leaves the article its room
        row.setContentsMargins(4, 2, 4, 2)
        for part in (self._smaller, self._sizes, self._larger, self._findings, self._print, self._page):
            row.addWidget(part)

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        for part, name in (
            (self._smaller, text("Smaller pages")),
            (self._larger, text("Larger pages")),
            (self._sizes, text("Size of the pages")),
            (self._findings, text("Problems on the pages")),
            (self._print, text("Print")),
            (self._page, text("Go to the information page or the article")),
        ):
            part.setAccessibleName(self._words(name))
            part.setToolTip(self._words(name))
        self._parts.clear()
        for part_name, label in _PARTS:
            action = self._parts.addAction(self._words(label), partial(self.part_chosen.emit, part_name))
            action.setObjectName(f"preview_{part_name}")
        with QSignalBlocker(self._sizes):
            self._sizes.clear()
            for fit, name in _FITS:
                self._sizes.addItem(self._words(name), (fit, 1.0))
            for zoom in _OFFERED:
                self._sizes.addItem(_percent(zoom), ("free", zoom))
        self.show_size(*self._size_shown)
        self.show_page(*self._page_shown)

    def show_size(self, fit: Fit, zoom: float) -> None:
        """Say how large the pages are shown."""
        self._size_shown = (fit, zoom)
        with QSignalBlocker(self._sizes):
            self._drop_odd_size()
            index = self._index_of(fit, zoom)
            if index < 0:
                self._sizes.addItem(_percent(zoom), ("free", zoom))
                index = self._sizes.count() - 1
            self._sizes.setCurrentIndex(index)

    def show_page(self, page: int, count: int) -> None:
        """Say which page is shown; `page` counts from 1."""
        self._page_shown = (page, count)
        self._page.setText(f"{page} / {count} {_OPENS}")
        self._page.setAccessibleDescription(self._words(page_of(page, count)))
        self._page.setVisible(bool(count))

    def show_findings_shown(self, is_shown: bool) -> None:
        """Say whether problems are marked on the pages."""
        self._findings.setChecked(is_shown)

    def _button(self, name: str, sign: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        self._dress(button, name, sign)
        button.clicked.connect(lambda: do())
        return button

    def _dress(self, button: QToolButton, name: str, sign: str) -> None:
        button.setObjectName(name)
        button.setIconSize(QSize(SIZE, SIZE))
        Icons(button).give(button.setIcon, sign)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _choose(self, index: int) -> None:
        fit, zoom = self._sizes.itemData(index)
        self.chosen.emit(fit, zoom)

    def _index_of(self, fit: Fit, zoom: float) -> int:
        for index in range(self._sizes.count()):
            known, value = self._sizes.itemData(index)
            if known == fit and (fit != "free" or abs(value - zoom) < 0.005):
                return index
        return -1

    def _drop_odd_size(self) -> None:
        """A size that is not on the ladder's offer stands last, and only while it is shown."""
        if self._sizes.count() > len(_FITS) + len(_OFFERED):
            self._sizes.removeItem(self._sizes.count() - 1)


def page_of(page: int, count: int) -> Text:
    """Return "Page 2 of 9"."""
    return text("Page {page} of {count}", page=page, count=count)


def _percent(zoom: float) -> str:
    return f"{round(zoom * 100)} %"
