"""What stands under a field: findings with their fix, and what importers found instead of its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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
from proceedings_editor.ui.form.calm import Calm
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

    def __init__(self, session: Session, words: Words, parent: QWidget, calm: Calm | None = None) -> None:
        super().__init__(parent)
        self._session, self._words, self._calm = session, words, calm
        self._findings: Sequence[Finding] = ()
        self._readings: Sequence[Reading] = ()
        self._entry: Entry | None = None
        self._fault: Text | None = None
        self._lines: list[NoteLine] = []
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
            self._rebuild_in_calm()

    def show_readings(self, entry: Entry | None, readings: Sequence[Reading]) -> None:
        """Show what importers found."""
        changed = list(readings) != list(self._readings)
        self._entry, self._readings = entry, readings
        if changed:
            self._rebuild_in_calm()

    def show_fault(self, fault: Text | None) -> None:
        """Show why what was typed says no value, None where it does."""
        if fault != self._fault:
            self._fault = fault
            self._rebuild_in_calm()

    def _rebuild_in_calm(self) -> None:
        if self._calm:
            self._calm.ask(self, self._rebuild)
        else:
            self._rebuild()

    def _rebuild(self) -> None:
        """Say everything anew in the lines that are there: a widget takes ten times as long to make as to fill."""
        notes = self._notes()
        while self._layout.count() > len(notes):
            line = self._lines.pop()
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        while self._layout.count() < len(notes):
            self._lines.append(NoteLine(self))
            self._layout.addWidget(self._lines[-1])
        for line, note in zip(self._lines, notes, strict=True):
            line.show_note(note)
        self.setVisible(bool(notes))

    def _notes(self) -> list[Note]:
        fault = [Note("error", self._words(self._fault))] if self._fault else []
        return [*fault, *map(self._finding_note, self._findings), *map(self._reading_note, self._readings)]

    def _finding_note(self, finding: Finding) -> Note:
        words = f"{self._words(finding.message)} ({finding.code})"
        if not finding.fix:
            return Note(finding.severity, words)
        label, help = fix_words(finding.fix, self._words)
        return Note(finding.severity, words, (Choice("fixButton", label, help, partial(self._fix, finding)),))

    def _reading_note(self, reading: Reading) -> Note:
        found, take_it = where_found(reading)
        take = take_reading(self._entry, reading) if self._entry else None
        apply = partial(self._session.apply, take) if take else None
        choices = [Choice("takeButton", self._words(take_it), "", apply)] if apply else []
        keep = self._words(text("Keep what the form says"))
        return Note(
            "information",
            self._words(found),
            (*choices, Choice("keepButton", keep, "", partial(self._keep, reading))),
        )

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


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a note.

    Attributes:
        name: What programs know it by.
        do: What pressing it does.
    """

    name: str
    words: str
    help: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence, how grave it is, and what can be done."""

    severity: Severity
    words: str
    choices: tuple[Choice, ...] = ()


class NoteLine(QFrame):
    """One sentence with the sign of its severity; its buttons stand beside it where there is room, else below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._note = Note("information", "")
        self._label = _Sentence(self)
        self._label.setObjectName("note")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sign = QLabel(self)
        self._buttons: list[QToolButton] = []
        self._flow: FlowLayout | None = None
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

    def show_note(self, note: Note) -> None:
        """Show another note, touching only what says something else."""
        before, self._note = self._note, note
        if note.words != before.words:
            self._label.setText(note.words)
        if note.severity != before.severity:
            self._colour()
        while len(self._buttons) > len(note.choices):
            button = self._buttons.pop()
            button.hide()
            button.deleteLater()
        while len(self._buttons) < len(note.choices):
            self._buttons.append(self._new_button(len(self._buttons)))
        for button, choice in zip(self._buttons, note.choices, strict=True):
            self._show_choice(button, choice)

    def _show_choice(self, button: QToolButton, choice: Choice) -> None:
        name = f"{choice.words}: {self._note.words}"
        if button.accessibleName() != name or button.toolTip() != choice.help:
            button.setObjectName(choice.name)
            button.setText(choice.words)
            button.setAccessibleName(name)
            button.setToolTip(choice.help)

    def _new_button(self, index: int) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._note.choices[index].do())
        if self._flow is None:  # most sentences have none, and there may be a hundred of them
            self._flow = FlowLayout(gap=4)
            self._parts.addLayout(self._flow)
        self._flow.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        super().resizeEvent(event)
        if self._flow is None:
            return
        is_wide = self._flow.sizeHint().width() + _LEAST_WORDS <= event.size().width()
        self._parts.setDirection(_BESIDE if is_wide else _BELOW)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: the window may turn dark."""
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()
        super().changeEvent(event)

    def _colour(self) -> None:
        palette = QPalette(QApplication.palette())
        colour = severity_colour(self._note.severity, palette)
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self._label.setPalette(palette)
        self._sign.setPixmap(drawing(SIGNS[self._note.severity], colour, SMALL))
