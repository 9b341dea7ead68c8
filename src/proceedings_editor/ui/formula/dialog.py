"""Asks for one formula: LaTeX, its picture as it will be printed, where it stands and whether it has a number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.body import FormulaSource
from proceedings_editor.model.finding import Severity
from proceedings_editor.progress import CancelToken
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.formula_shelf import DrawnFormula, draw_formula
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.formula.asked import AskedFormula
from proceedings_editor.ui.formula.field import LatexField
from proceedings_editor.ui.formula.form import SLOT
from proceedings_editor.ui.formula.form_list import FormList
from proceedings_editor.ui.formula.view import FormulaView
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.words import Words

_PAUSE: Final = 120
"""Milliseconds without a key until the picture follows."""


_HIGHEST: Final = 600


@dataclass(frozen=True, slots=True)
class _Seen:
    """What came of drawing one source."""

    source: FormulaSource
    drawn: DrawnFormula | Text
    spoken: str


class FormulaDialog(Dialog):
    """Asks for a formula and emits it; dies when closed.

    Signals:
        formula_given: The formula (an `AskedFormula`).
    """

    formula_given = Signal(object)

    def __init__(self, words: Words, asked: AskedFormula, number: int, parent: QWidget) -> None:
        """Show a formula.

        Args:
            words: The window's language.
            asked: The formula as it is; an empty source for a new one.
            number: The number it has or would have.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("formulaDialog")
        is_latex = asked.source.notation == "latex"
        question = text("Formula in LaTeX") if is_latex else text("Formula in MathML")
        self.setWindowTitle(words(question))
        self._words, self._number, self._notation = words, number, asked.source.notation
        self._jobs = Jobs(self)
        self._field = LatexField(asked.source.source, self)
        self._field.setObjectName("formulaField")
        self._field.setAccessibleName(words(question))
        self._field.setPlaceholderText(words(text("For example: {latex}", latex=r"\frac{a}{b}")) if is_latex else "")
        self._view = FormulaView(self)
        self._view.setObjectName("formulaView")
        self._view.setAccessibleName(words(text("The formula as it is printed")))
        self._said = QLabel(self)
        self._said.setObjectName("formulaSentence")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._inline = QRadioButton(words(text("In the line of text")))
        self._inline.setObjectName("formulaInline")
        self._display = QRadioButton(words(text("On a line of its own")))
        self._display.setObjectName("formulaDisplay")
        self._numbered = QCheckBox(words(text("With the number ({number})", number=number)))
        self._numbered.setObjectName("formulaNumbered")
        (self._display if asked.display else self._inline).setChecked(True)
        self._numbered.setChecked(asked.numbered)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out(words, question, is_latex)
        self._connect()
        self._follow_place()
        self._draw()

    def value(self) -> AskedFormula:
        """Return the formula as it stands in the fields."""
        display = self._display.isChecked()
        return AskedFormula(self._source(), display, display and self._numbered.isChecked())

    # ------------------------------------------------------------------------------------------------------ set-up

    def _lay_out(self, words: Words, question: Text, is_latex: bool) -> None:
        label = QLabel(words(question))
        label.setBuddy(self._field)
        place = QHBoxLayout()
        for widget in (self._inline, self._display, self._numbered):
            place.addWidget(widget)
        place.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self._field)
        layout.addWidget(self._said)
        layout.addWidget(self._view, 1)
        layout.addLayout(place)
        if is_latex:
            forms = FormList(words, self._jobs, self)
            forms.chosen.connect(self._field.put)
            layout.addWidget(forms, 1)
        # made last, so that the Tab key comes there last
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        layout.addWidget(self._buttons)
        self._field.setFocus()
        resize_within_screen(self, 620, _HIGHEST if is_latex else 420)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._field.textChanged.connect(self._note_typing)
        self._pause.timeout.connect(self._draw)
        self._display.toggled.connect(self._follow_place)
        self._numbered.toggled.connect(self._follow_place)
        self.accepted.connect(lambda: self.formula_given.emit(self.value()))
        self.finished.connect(self._jobs.shut_down)

    # ----------------------------------------------------------------------------------------------------- picture

    def _source(self) -> FormulaSource:
        return FormulaSource(self._field.toPlainText().strip(), self._notation)

    def _note_typing(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self._source().source))
        self._pause.start()

    def _follow_place(self) -> None:
        display = self._display.isChecked()
        self._numbered.setEnabled(display)
        self._view.show_number(self._number if display and self._numbered.isChecked() else 0)
        self._draw()

    def _draw(self) -> None:
        """Let a thread draw what is typed; meanwhile typing goes on."""
        source, display = self._source(), self._display.isChecked()
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(source.source))
        if source.source:
            self._jobs.start("picture", partial(_seen, source, display), self._show, _ignore)
        else:
            self._said.clear()
            self._view.show_formula(None)

    def _show(self, seen: _Seen) -> None:
        if seen.source != self._source():
            return
        if isinstance(seen.drawn, Text):
            self._tell(seen.drawn, "error")
            self._view.show_stale()
            self._view.setAccessibleDescription("")
            return
        self._view.show_formula(seen.drawn)
        self._view.setAccessibleDescription(seen.spoken)
        if SLOT in seen.source.source:
            self._tell(text("Fill in the places {sign}; Tab leads from one to the next.", sign=SLOT), "information")
        else:
            self._said.clear()

    def _tell(self, sentence: Text, severity: Severity) -> None:
        palette = self._said.palette()
        palette.setColor(self._said.foregroundRole(), severity_colour(severity, self.palette()))
        self._said.setPalette(palette)
        self._said.setText(self._words(sentence))


def _seen(source: FormulaSource, display: bool, _cancel: CancelToken) -> _Seen:
    """In a thread: draw and read one formula."""
    from proceedings_editor.exporters.formula.speech import to_text

    drawn = draw_formula(source, display=display)
    spoken = "" if isinstance(drawn, Text) else to_text(source.notation, source.source)
    return _Seen(source, drawn, spoken)


def _ignore(_error: ProceedingsError) -> None:
    """Something newer is drawn instead."""
