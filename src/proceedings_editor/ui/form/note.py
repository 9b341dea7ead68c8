"""What stands under a field: findings with their fix, and what importers found instead of its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.session import Session
from proceedings_editor.app.settling import keep_field, take_reading, where_found
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding, Severity
from proceedings_editor.model.reading import Reading
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.fixing import apply_fix, fix_words
from proceedings_editor.ui.flow import FlowLayout
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.icon import SMALL, drawing
from proceedings_editor.ui.words import Words

SIGNS: Final[Mapping[Severity, str]] = {"error": "circle-alert", "warning": "triangle-alert", "information": "info"}
"""The icon of each severity: colour alone tells not everybody."""

_BESIDE: Final = QBoxLayout.Direction.LeftToRight
_BELOW: Final = QBoxLayout.Direction.TopToBottom
_LEAST_WORDS: Final = 300
"""Pixels a sentence needs to stand beside buttons."""


class NoteStrip(QWidget):
    """The notes under one field."""

    def __init__(self, session: Session, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        self._findings: Sequence[Finding] = ()
        self._readings: Sequence[Reading] = ()
        self._entry: Entry | None = None
        self._fault: Text | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # no field grows with its notes
        self.hide()
        words.changed.connect(self._rebuild)

    @property
    def has_fault(self) -> bool:
        """Whether what stands in the field says no value."""
        return self._fault is not None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings instead of the ones before."""
        if list(findings) != list(self._findings):
            self._findings = findings
            self._rebuild()

    def show_readings(self, entry: Entry | None, readings: Sequence[Reading]) -> None:
        """Show what importers found."""
        changed = list(readings) != list(self._readings)
        self._entry, self._readings = entry, readings
        if changed:
            self._rebuild()

    def show_fault(self, fault: Text | None) -> None:
        """Show why what was typed says no value, None where it does."""
        if fault != self._fault:
            self._fault = fault
            self._rebuild()

    def _rebuild(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if self._fault:
            self._layout.addWidget(NoteLine("error", self._words(self._fault), self))
        for finding in self._findings:
            self._layout.addWidget(self._finding_line(finding))
        for reading in self._readings:
            self._layout.addWidget(self._reading_line(reading))
        self.setVisible(self._layout.count() > 0)

    def _finding_line(self, finding: Finding) -> NoteLine:
        line = NoteLine(finding.severity, f"{self._words(finding.message)} ({finding.code})", self)
        if finding.fix:
            label, help = fix_words(finding.fix, self._words)
            button = line.add_button("fixButton", label, help)
            button.clicked.connect(partial(self._fix, finding))
        return line

    def _reading_line(self, reading: Reading) -> NoteLine:
        found, take_it = where_found(reading)
        line = NoteLine("information", self._words(found), self)
        entry = self._entry
        if entry and (take := take_reading(entry, reading)):
            button = line.add_button("takeButton", self._words(take_it), "")
            button.clicked.connect(lambda: self._session.apply(take))
        button = line.add_button("keepButton", self._words(text("Keep what the form says")), "")
        button.clicked.connect(partial(self._keep, reading))
        return line

    def _fix(self, finding: Finding) -> None:
        apply_fix(self.window(), self._session, self._words, finding)

    def _keep(self, reading: Reading) -> None:
        if self._entry:
            self._session.apply(keep_field(self._entry, reading))


class _Sentence(WrappedLabel):
    """Words in a colour of their own; `restyled` tells that a style sheet has just taken it from them."""

    restyled = Signal()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.restyled.emit()


class NoteLine(QFrame):
    """One sentence with the sign of its severity; its buttons stand beside it where there is room, else below."""

    def __init__(self, severity: Severity, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._severity: Severity = severity
        self._label = _Sentence(self)
        self._label.setObjectName("note")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setText(words)
        self._sign = QLabel(self)
        self._buttons: FlowLayout | None = None
        sentence = QHBoxLayout()
        sentence.setSpacing(6)
        sentence.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        sentence.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._parts.setContentsMargins(0, 3, 0, 1)
        self._parts.setSpacing(3)
        self._parts.addLayout(sentence, 1)
        self._label.restyled.connect(self._colour)
        self._colour()

    def add_button(self, name: str, words: str, help: str) -> QToolButton:
        """Add a button below the sentence."""
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(words)
        button.setAccessibleName(f"{words}: {self._label.text()}")
        button.setToolTip(help)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self._buttons is None:  # most sentences have none, and there may be a hundred of them
            self._buttons = FlowLayout(gap=4)
            self._parts.addLayout(self._buttons)
        self._buttons.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().resizeEvent(event)
        if self._buttons is None:
            return
        is_wide = self._buttons.sizeHint().width() + _LEAST_WORDS <= event.size().width()
        self._parts.setDirection(_BESIDE if is_wide else _BELOW)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: the window may turn dark."""
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
        super().changeEvent(event)

    def _colour(self) -> None:
        palette = QPalette(QApplication.palette())
        colour = severity_colour(self._severity, palette)
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self._label.setPalette(palette)
        self._sign.setPixmap(drawing(SIGNS[self._severity], colour, SMALL))
