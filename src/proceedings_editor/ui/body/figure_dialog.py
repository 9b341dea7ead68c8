"""What a figure says: its caption with the number it will have, its words for those who cannot see it, its picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.scaling import Dots
from proceedings_editor.model.body import Figure, plain_text
from proceedings_editor.model.splice import reworded
from proceedings_editor.texts import text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.words import Words

_ALT_LINES = 3
_ALT_ROOM = 12
"""Pixels above and below them."""
_WIDEST = 30.0
"""Centimetres; no page of proceedings is wider."""


@dataclass(frozen=True, slots=True)
class FigureActs:
    """What the dialog asks of the desk it is opened over.

    Attributes:
        choose: Asks for another picture and keeps it with the entry.
        dots: Tells the dots of a figure's picture.
        smaller: Makes a smaller copy of a figure's picture; None where nothing came of it.
        printed: Returns a caption's words as they will be printed.
    """

    choose: Callable[[], Figure | None]
    dots: Callable[[Figure], Dots | None]
    smaller: Callable[[Figure], Figure | None]
    printed: Callable[[str], str]


class FigureDialog(Dialog):
    """Asks for the facts of one figure and emits the figure as it should be; dies when closed.

    Signals:
        figure_given: The figure with its new facts.
    """

    figure_given = Signal(object)

    def __init__(self, words: Words, figure: Figure, acts: FigureActs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("figureDialog")
        self.setWindowTitle(words(text("Figure")))
        self._words, self._figure, self._acts = words, figure, acts
        self._caption = QLineEdit(plain_text(figure.caption))
        self._caption.setObjectName("figureCaption")
        self._caption_shown = self._caption.text()
        self._printed = _told("figurePrinted")
        self._file = _told("figureFile")
        self._file.setText(figure.file)
        self._dots = _told("figureDots")
        self._alt = QPlainTextEdit(figure.alt)
        self._alt.setObjectName("figureAlt")
        self._alt.setTabChangesFocus(True)
        self._alt.setFixedHeight(_ALT_LINES * self.fontMetrics().lineSpacing() + 2 * self._alt.frameWidth() + _ALT_ROOM)
        self._alt.setPlaceholderText(words(text("What the picture shows, for those who cannot see it")))
        self._width = QDoubleSpinBox()
        self._width.setObjectName("figureWidth")
        self._width.setRange(0, max(_WIDEST, figure.width))
        self._width.setSingleStep(0.5)
        self._width.setDecimals(2)
        self._width.setSuffix(" " + words(text("cm")))
        self._width.setSpecialValueText(words(text("The picture's own")))
        self._width.setValue(figure.width)
        self._width.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._exchange = QPushButton(words(text("Another file…")))
        self._exchange.setObjectName("figureExchange")
        self._exchange.setAutoDefault(False)
        self._smaller = QPushButton(words(text("Make smaller")))
        self._smaller.setObjectName("figureSmaller")
        self._smaller.setAutoDefault(False)
        self._lay_out(words)
        self._connect()
        self._show_facts()

    def _lay_out(self, words: Words) -> None:
        file, dots = QHBoxLayout(), QHBoxLayout()
        for row, label, button in ((file, self._file, self._exchange), (dots, self._dots, self._smaller)):
            row.addWidget(label, 1)
            row.addWidget(button)
        form = QFormLayout()
        form.addRow(words(text("Caption")), self._caption)
        form.addRow(words(text("In print")), self._printed)
        form.addRow(words(text("Alternative text")), self._alt)
        form.addRow(words(text("Width")), self._width)
        form.addRow(words(text("File")), file)
        form.addRow(words(text("Dots")), dots)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(560)

    def _connect(self) -> None:
        self._caption.textChanged.connect(self._show_facts)
        self._width.valueChanged.connect(self._show_facts)
        self._exchange.clicked.connect(self._choose_other)
        self._smaller.clicked.connect(self._make_smaller)
        self.accepted.connect(lambda: self.figure_given.emit(self.value()))

    def value(self) -> Figure:
        """Return the figure with what stands in the fields; marks inside the caption stay where its words stay."""
        # a width that shows as it was is not rounded to the field's decimals
        width = self._width.value()
        kept = self._figure.width if abs(width - self._figure.width) < 0.005 else width
        caption = self._figure.caption
        if self._caption.text() != self._caption_shown:
            caption = reworded(caption, self._caption.text().strip())
        return replace(
            self._figure,
            file=self._file.text(),
            alt=" ".join(self._alt.toPlainText().split()),
            width=kept,
            caption=caption,
        )

    def _show_facts(self) -> None:
        self._printed.setText(self._acts.printed(self._caption.text().strip()))
        dots = self._acts.dots(self.value())
        self._smaller.setEnabled(dots is not None and dots.are_too_many)
        if dots is None:
            self._dots.setText(self._words(text("The picture is missing or cannot be read.")))
            return
        sentence = text(
            "{width} × {height}, in print {dpi} per inch",
            width=dots.width,
            height=dots.height,
            dpi=dots.dpi,
        )
        self._dots.setText(self._words(sentence))

    def _choose_other(self) -> None:
        self._take(self._acts.choose())

    def _make_smaller(self) -> None:
        self._take(self._acts.smaller(self.value()))

    def _take(self, found: Figure | None) -> None:
        if found is not None:
            self._file.setText(found.file)
            self._show_facts()


def _told(name: str) -> WrappedLabel:
    """Return a label of words that people wrote: no sign in them is markup."""
    label = WrappedLabel()
    label.setObjectName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
