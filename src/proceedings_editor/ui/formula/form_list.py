"""The palette of forms: each cell shows the form itself, drawn as it is printed."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QListView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.body import FormulaSource
from proceedings_editor.progress import CancelToken
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.formula_shelf import DrawnFormula, draw_formula
from proceedings_editor.ui.formula.form import FORM_GROUPS, Form, FormGroup
from proceedings_editor.ui.formula.view import draw, fitting
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.words import Words

_CELL: Final = QSize(74, 52)
_ICON: Final = QSize(64, 42)
_SELECTED: Final = "QListWidget::item:selected { background: palette(highlight); border-radius: 3px; }"
"""Without it only the place for words below the picture, where there are none, would be coloured."""
_PIXELS: Final = 17.0
_FORM: Final = Qt.ItemDataRole.UserRole
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FormList(QWidget):
    """Groups of forms, one group at a time; the forms are drawn in a thread.

    Signals:
        chosen: A form is wanted (a `Form`).
    """

    chosen = Signal(object)

    def __init__(self, words: Words, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._jobs = words, jobs
        self._drawn: dict[str, DrawnFormula] = {}
        self._groups, self._grid = QComboBox(self), QListWidget(self)
        self._groups.setObjectName("formulaGroups")
        self._groups.setAccessibleName(words(text("Common forms")))
        self._groups.addItems([words(group.name) for group in FORM_GROUPS])
        self._grid.setObjectName("formulaForms")
        self._grid.setAccessibleName(words(text("Common forms")))
        self._grid.setViewMode(QListView.ViewMode.IconMode)
        self._grid.setMovement(QListView.Movement.Static)
        self._grid.setResizeMode(QListView.ResizeMode.Adjust)
        self._grid.setGridSize(_CELL)
        self._grid.setIconSize(_ICON)
        self._grid.setStyleSheet(_SELECTED)
        self._grid.setMinimumHeight(2 * _CELL.height() + 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._groups)
        layout.addWidget(self._grid, 1)
        self._groups.currentIndexChanged.connect(self._show_group)
        self._grid.itemClicked.connect(lambda item: self.chosen.emit(item.data(_FORM)))
        self._grid.installEventFilter(self)
        self._show_group()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """See Qt: Enter chooses."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            item = self._grid.currentItem()
            if item is not None:
                self.chosen.emit(item.data(_FORM))
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt; the forms take the colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_pictures()

    def _show_group(self) -> None:
        group = FORM_GROUPS[max(self._groups.currentIndex(), 0)]
        self._grid.clear()
        for form in group.forms:
            item = QListWidgetItem(self._grid)
            name = self._words(form.name)
            item.setToolTip(name)
            item.setData(_FORM, form)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            item.setSizeHint(_CELL)
        self._grid.setCurrentRow(0)
        self._show_pictures()
        if any(form.latex not in self._drawn for form in group.forms):
            self._jobs.start("forms", partial(_draw_all, group), self._take, _ignore)

    def _take(self, drawn: dict[str, DrawnFormula]) -> None:
        self._drawn |= drawn
        self._show_pictures()

    def _show_pictures(self) -> None:
        for row in range(self._grid.count()):
            item = self._grid.item(row)
            form: Form = item.data(_FORM)
            found = self._drawn.get(form.latex)
            if found is not None:
                item.setIcon(self._icon(found))

    def _icon(self, formula: DrawnFormula) -> QIcon:
        icon = QIcon(self._picture(formula, self.palette().text().color()))
        icon.addPixmap(self._picture(formula, self.palette().highlightedText().color()), QIcon.Mode.Selected)
        return icon

    def _picture(self, formula: DrawnFormula, ink: QColor) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(_ICON * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = fitting(formula, _ICON.width(), _ICON.height(), _PIXELS)
        x = (_ICON.width() - formula.width * scale) / 2
        baseline = (_ICON.height() + (formula.height - formula.depth) * scale) / 2
        draw(painter, formula, QPointF(x, baseline), scale, ink)
        painter.end()
        return pixmap


def _draw_all(group: FormGroup, cancel: CancelToken) -> dict[str, DrawnFormula]:
    drawn: dict[str, DrawnFormula] = {}
    for form in group.forms:
        if cancel.cancelled:
            break
        found = draw_formula(FormulaSource(form.latex), display=True)
        if not isinstance(found, Text):
            drawn[form.latex] = found
    return drawn


def _ignore(error: ProceedingsError) -> None:
    """A group was left before it was drawn."""
