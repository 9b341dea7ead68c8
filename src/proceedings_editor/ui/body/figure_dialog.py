"""What a figure says besides its caption: its words for those who cannot see it, its width, its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.model.body import Figure
from proceedings_editor.texts import text
from proceedings_editor.ui.words import Words

_WIDEST = 30.0
"""Centimetres; no page of proceedings is wider."""


class FigureDialog(QDialog):
    """Asks for the facts of one figure and emits the figure as it should be; dies when closed.

    Signals:
        figure_given: The figure with its new facts.
    """

    figure_given = Signal(object)

    def __init__(self, words: Words, figure: Figure, choose: Callable[[], Figure | None], parent: QWidget) -> None:
        """Show a figure; `choose` asks for another picture and keeps it with the entry."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("figureDialog")
        self.setWindowTitle(words(text("Figure")))
        self._figure = figure
        self._choose = choose
        self._file = QLabel(figure.file)
        self._file.setObjectName("figureFile")
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._alt = QLineEdit(figure.alt)
        self._alt.setObjectName("figureAlt")
        self._alt.setPlaceholderText(words(text("What the picture shows, for those who cannot see it")))
        self._width = QDoubleSpinBox()
        self._width.setObjectName("figureWidth")
        self._width.setRange(0, max(_WIDEST, figure.width))
        self._width.setSingleStep(0.5)
        self._width.setDecimals(2)
        self._width.setSuffix(" " + words(text("cm")))
        self._width.setSpecialValueText(words(text("The picture's own")))
        self._width.setValue(figure.width)
        self._lay_out(words)
        self.accepted.connect(lambda: self.figure_given.emit(self.value()))

    def _lay_out(self, words: Words) -> None:
        exchange = QPushButton(words(text("Another file…")))
        exchange.setObjectName("figureExchange")
        exchange.setAutoDefault(False)
        exchange.clicked.connect(self._exchange)
        file = QHBoxLayout()
        file.addWidget(self._file, 1)
        file.addWidget(exchange)
        form = QFormLayout()
        form.addRow(words(text("Alternative text")), self._alt)
        form.addRow(words(text("Width")), self._width)
        form.addRow(words(text("File")), file)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(480)

    def value(self) -> Figure:
        """Return the figure with what stands in the fields."""
        # a width that shows as it was is not rounded to the field's decimals
        width = self._width.value()
        kept = self._figure.width if abs(width - self._figure.width) < 0.005 else width
        return replace(self._figure, file=self._file.text(), alt=self._alt.text().strip(), width=kept)

    def _exchange(self) -> None:
        found = self._choose()
        if found is not None:
            self._file.setText(found.file)
