"""Every sentence of the program in a window, and which of them are left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTableWidget,
    QTabWidget,
    QTextEdit,
    QTreeWidget,
    QWidget,
)

from proceedings_editor.model.local import Language

LATIN = re.compile(r"\b[A-Za-z]{3,}\b")
CYRILLIC = re.compile(r"\b[\u0400-\u04ff]{2,}\b")
NAMES = frozenset(
    (
        *("Abdullina", "ENG", "English", "PDF", "DOCX", "DOI", "ISBN", "ISSN", "EDN", "ORCID", "SPIN", "PhD"),
        *("proceedings", "editor", "Markdown", "LaTeX", "MathML", "XLSX", "CSV", "Times", "New", "Roman"),
        *(
            "png",
            "jpg",
            "jpeg",
            "svg",
            "tif",
            "tiff",
            "gif",
            "bmp",
            "xlsx",
            "csv",
            "zip",
            "Zip",
            "eml",
            "pdf",
            "docx",
            "rtf",
            "odt",
            "markdown",
        ),
        *("versions", "txt", "template", "yaml", "tynaigan", "problem", "log", "html"),
        *("ҚАЗ", "РУС", "Қазақша", "Русский", "ГОСТ", "DINARA"),
        *("Enter", "Backspace", "Ctrl", "Alt", "Shift", "PgUp", "PgDown", "PDF", "Zh"),
    )
)
"""What is called so in every language."""


def words_said(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every sentence of the program a person can see or hear in a window; not what people wrote."""
    yield "title", window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        name = widget.objectName()
        if name.startswith("Scroll"):  # Qt's own, in a row of tabs too long to be seen whole
            continue
        for words in (widget.accessibleName(), widget.accessibleDescription(), widget.statusTip(), widget.toolTip()):
            yield name, words
        yield from ((name, words) for words in _shown(widget))
    for action in window.findChildren(QAction):
        yield action.objectName(), action.text()
        yield action.objectName(), action.toolTip()


def foreign(said: Iterator[tuple[str, str]], known: str, language: Language) -> list[tuple[str, str]]:
    """Return the sentences with a word in the letters of another language that is neither a name nor in `known`."""
    letters = CYRILLIC if language == "en" else LATIN
    return [
        (name, words)
        for name, words in said
        if any(word not in NAMES and word not in known for word in letters.findall(_plain(words)))
    ]


def _plain(words: str) -> str:
    return re.sub(r"<[^>]*>", " ", words)


def _shown(widget: QWidget) -> Iterator[str]:
    match widget:
        case QAbstractButton() | QLabel():
            yield widget.text()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QTabWidget():
            yield from map(widget.tabText, range(widget.count()))
        case QLineEdit() | QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QProgressBar():
            yield widget.format().replace("%p", "")
        case QComboBox() if "section" not in widget.objectName():
            yield from map(widget.itemText, range(widget.count()))
        case QHeaderView():
            yield from _heads(widget.model(), widget.orientation())
        case QTreeWidget() | QListWidget() | QTableWidget():
            yield from _rows(widget.model())


def _heads(model: QAbstractItemModel | None, orientation: Qt.Orientation) -> Iterator[str]:
    across = orientation == Qt.Orientation.Horizontal
    count = 0 if model is None else model.columnCount() if across else min(model.rowCount(), 50)
    for section in range(count):
        head = model.headerData(section, orientation)  # type: ignore[union-attr]
        yield head if isinstance(head, str) else ""


def _rows(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    within = parent or QModelIndex()
    for row in range(model.rowCount(within)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(within)):
            index = model.index(row, column, within)
            yield str(index.data() or "")
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        yield from _rows(model, model.index(row, 0, within))
