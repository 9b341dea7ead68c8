"""How the window looks: two palettes, light and dark, and one style sheet over Qt's Fusion, alike on every system.

Colours with a meaning of their own (findings) stand in `colour.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from proceedings_editor.resources import shipped
from proceedings_editor.ui.colour import is_dark

_Role = QPalette.ColorRole


class Tone(NamedTuple):
    """The colours of one appearance.

    Attributes:
        window: Ground of the window.
        base: Ground of what is written in.
        raised: Ground of buttons and of boxes in a form.
        text: Words; at least 10 : 1 on every ground.
        faint: Words that may be overlooked; at least 4.5 : 1 (WCAG 2.2, 1.4.3).
        spent: Words of what is not of use now.
        line: Lines between and around things; at least 3 : 1 around what is written in is `edge`.
        edge: Outline of what can be used.
        hover: Ground of what the mouse is over.
        accent: What is chosen or has the keyboard.
        accented: Words of what has the keyboard.
        desk: Ground behind the pages.
    """

    window: str
    base: str
    raised: str
    text: str
    faint: str
    spent: str
    line: str
    edge: str
    hover: str
    accent: str
    accented: str
    desk: str


LIGHT: Final = Tone(
    window="#f3f5f7",
    base="#ffffff",
    raised="#fbfcfd",
    text="#1c2126",
    faint="#5f6872",
    spent="#9aa2ab",
    line="#d9dee3",
    edge="#b4bcc5",
    hover="#e3e9ee",
    accent="#11627b",
    accented="#0d5a72",
    desk="#c8ced4",
)
DARK: Final = Tone(
    window="#22262b",
    base="#181b1f",
    raised="#2a2f35",
    text="#e6e9ec",
    faint="#a0a9b3",
    spent="#6d757e",
    line="#383f46",
    edge="#535c66",
    hover="#353c44",
    accent="#237f9b",
    accented="#74c3dc",
    desk="#121417",
)

_SHEET: Final = """
QToolBar { background: %(window)s; border: none; border-bottom: 1px solid %(line)s; padding: 3px 4px; spacing: 2px; }
QToolBar::separator { background: %(line)s; width: 1px; margin: 4px 5px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 3px 5px; }
QToolButton:hover { background: %(hover)s; }
QToolButton:pressed, QToolButton:checked { background: %(hover)s; border-color: %(edge)s; }
QToolButton:focus { border-color: %(accent)s; }
BodyToolBar QToolButton { padding: 3px 1px; }
QToolButton::menu-indicator { image: none; }
QPushButton, NoteLine QToolButton {
    background: %(raised)s; border: 1px solid %(edge)s; border-radius: 4px; padding: 4px 12px;
}
NoteLine QToolButton { padding: 2px 3px; }
QPushButton:hover, NoteLine QToolButton:hover { background: %(hover)s; }
QPushButton:focus, NoteLine QToolButton:focus { border-color: %(accent)s; }
QPushButton:disabled { color: %(spent)s; border-color: %(line)s; }
QPushButton:default:enabled { background: %(accent)s; border-color: %(accent)s; color: #ffffff; }
#startPage QPushButton { padding: 8px 16px; }
QPushButton:default:focus { border-color: %(text)s; }
QLineEdit, QPlainTextEdit, QAbstractSpinBox {
    background: %(base)s; border: 1px solid %(edge)s; border-radius: 4px; selection-background-color: %(accent)s;
    selection-color: #ffffff;
}
QLineEdit { padding: 3px 4px; }
QAbstractSpinBox { padding: 3px 4px; qproperty-alignment: 'AlignRight | AlignVCenter'; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 18px; }
QAbstractSpinBox::up-arrow { image: url("%(icons)s/arrow-up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("%(icons)s/arrow.svg"); width: 10px; height: 10px; }
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus { border-color: %(accent)s; }
QComboBox {
    background: %(raised)s; border: 1px solid %(edge)s; border-radius: 4px; padding: 3px 4px 3px 6px;
    selection-background-color: %(accent)s; selection-color: #ffffff;
}
QComboBox:hover { background: %(hover)s; }
QComboBox:editable { background: %(base)s; }
QComboBox:focus { border-color: %(accent)s; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url("%(icons)s/arrow.svg"); width: 12px; height: 12px; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QComboBox QAbstractItemView { border: 1px solid %(edge)s; border-radius: 0; outline: none; }
QCheckBox::indicator, QAbstractItemView::indicator, QRadioButton::indicator {
    width: 13px; height: 13px; border: 1px solid %(edge)s; border-radius: 3px; background: %(base)s;
}
QTreeView::indicator, QTableView::indicator { width: 11px; height: 11px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus, QRadioButton::indicator:focus {
    border-color: %(accent)s;
}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: %(accent)s; border-color: %(accent)s; image: url("%(icons)s/check.svg");
}
QRadioButton::indicator:checked { width: 5px; height: 5px; border: 5px solid %(accent)s; background: #ffffff; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: %(line)s; background: %(window)s; }
QCheckBox:focus, QRadioButton:focus { color: %(accented)s; }
QListView, QTableView, QTreeView, QTextBrowser { background: %(base)s; border: 1px solid %(line)s; border-radius: 4px; }
QHeaderView::section {
    background: %(window)s; color: %(faint)s; border: none; border-bottom: 1px solid %(line)s; padding: 3px 4px;
}
QTabWidget::pane { border: none; border-top: 1px solid %(line)s; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { color: %(faint)s; border: none; border-bottom: 2px solid transparent; padding: 7px 14px 5px 14px; }
QTabBar::tab:hover { color: %(text)s; }
QTabBar::tab:selected { color: %(text)s; border-bottom-color: %(accent)s; }
QTabBar::tab:focus { background: %(hover)s; }
ItemBox { background: %(raised)s; border: 1px solid %(line)s; border-radius: 6px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: %(line)s; }
QStatusBar { border-top: 1px solid %(line)s; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: %(faint)s; padding: 2px 8px; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: %(edge)s; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: %(faint)s; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""


class Appearance(QObject):
    """Keeps the application in the look of the system, light or dark, or in the one that was asked for."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._tone, self._is_dressed = LIGHT, False
        self._was_dark = is_dark(application.palette())
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Look as the system does; where it does not say, as it did at the start."""
        scheme = self._application.styleHints().colorScheme()
        unknown = scheme == Qt.ColorScheme.Unknown
        self.show_tone(DARK if (self._was_dark if unknown else scheme == Qt.ColorScheme.Dark) else LIGHT)

    def show_tone(self, tone: Tone) -> None:
        """Look so."""
        self._tone = tone
        self._application.setPalette(palette_of(tone))
        if self._is_dressed:
            self.dress()

    def dress(self) -> None:
        """Add the style sheet, from now on: an empty window needs none, and its first picture need not wait for it."""
        self._is_dressed = True
        self._application.setStyleSheet(_SHEET % _names(self._tone))


def palette_of(tone: Tone) -> QPalette:
    """Return the palette of a tone."""
    palette = QPalette(QColor(tone.raised), QColor(tone.window))
    roles = {
        _Role.WindowText: tone.text,
        _Role.Text: tone.text,
        _Role.ButtonText: tone.text,
        _Role.Base: tone.base,
        _Role.AlternateBase: tone.window,
        _Role.ToolTipBase: tone.raised,
        _Role.ToolTipText: tone.text,
        _Role.PlaceholderText: tone.faint,
        _Role.Highlight: tone.accent,
        _Role.HighlightedText: "#ffffff",
        _Role.Accent: tone.accent,
        _Role.Link: tone.accented,
        _Role.LinkVisited: tone.accented,
        _Role.Dark: tone.desk,
        _Role.Mid: tone.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tone.spent))
    return palette


def _names(tone: Tone) -> Mapping[str, str]:
    return {"icons": shipped("icons", "look").as_posix(), **tone._asdict()}
