"""One field in the form: its label, its editors, and the notes under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.field_text import status_text, text_of_field
from proceedings_editor.app.known import is_suggested
from proceedings_editor.model.fields import Field
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.form import choice
from proceedings_editor.ui.form.arrangement import TYPICAL
from proceedings_editor.ui.form.calendar import CalendarButton
from proceedings_editor.ui.form.completing import Completion
from proceedings_editor.ui.form.editor import (
    ChoiceEditor,
    FieldEditor,
    FlagEditor,
    Options,
    StatusEditor,
    TextEditor,
)
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.form.note import NoteStrip
from proceedings_editor.ui.form.subject import Subject
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.icon import SMALL, Icons
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

GAP: Final = 8
"""Pixels between fields beside each other."""

_BESIDE: Final = QBoxLayout.Direction.LeftToRight
_BELOW: Final = QBoxLayout.Direction.TopToBottom
_LEAST_VERSION: Final = 130
"""Pixels one version of a field needs to stand beside the others."""

_AROUND: Final = 16
"""Pixels of frame and padding around what is written in a field."""
_HIGH: Final = 10
"""Pixels above and below the words of a line, so that a tick stands at its height."""
_ARROW: Final = 36
"""The same around a choice, with its arrow."""

_NOTHING_YET: Final = object()
_FAULTS: Final = {
    "number": text("Only digits make a number."),
    "decimal": text("Write a number such as 82.5."),
    "date": text("Write a date such as 07.04.2026."),
}


class FieldRow(QWidget):
    """One field. `path` is its place below the subject, as "title" or "authors.0.email"."""

    def __init__(self, subject: Subject, words: Words, field: Field, path: str, *, required: bool) -> None:
        super().__init__()
        self.field, self.path = field, path
        self._subject, self._words, self._required = subject, words, required
        self._speaker = Speaker(words, self)
        self.notes = NoteStrip(subject.session, words, self, subject.calm)
        self.editors: dict[str, FieldEditor] = {}
        self._shown: object = _NOTHING_YET
        self._label = WrappedLabel(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self.fill()
        self._layout.addWidget(self.notes)
        self._layout.addStretch(1)
        words.changed.connect(self.retranslate)
        self.retranslate()

    def fill(self) -> None:
        """Put the editors in."""
        versions: Sequence[Language | str] = LANGUAGES if self.field.local else ("",)
        self._versions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._versions.setSpacing(GAP)
        for version in versions:
            editor = self._editor(version)
            editor.understood.connect(self._judge)
            self.editors[version] = editor
            self._versions.addLayout(self._column(editor.widget, version), 1)
            self._dress(editor, version)
        self._layout.addLayout(self._versions)
        self._is_label_above = False
        first = next(iter(self.editors.values()))
        self._label.setBuddy(first.widget)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: versions stand side by side while each has room for a word, else below each other."""
        super().resizeEvent(event)
        if len(self.editors) > 1:
            is_wide = event.size().width() >= _LEAST_VERSION * len(self.editors)
            self._versions.setDirection(_BESIDE if is_wide else _BELOW)
        self._place_label()

    def _place_label(self) -> None:
        """Put the label above all versions where it has no room above the first: their editors begin at one height."""
        if len(self.editors) <= 1:
            return
        versions = len(self.editors) if self._versions.direction() == _BESIDE else 1
        room = (self.width() - GAP * (versions - 1)) // versions - self._first_mark.sizeHint().width() - GAP
        is_above = self._label.line_width() > room
        if is_above == self._is_label_above:
            return
        self._is_label_above = is_above
        if is_above:
            self._first_head.removeWidget(self._label)
            self._layout.insertWidget(0, self._label)
        else:
            self._layout.removeWidget(self._label)
            self._first_head.insertWidget(0, self._label, 1, Qt.AlignmentFlag.AlignBottom)

    def _column(self, widget: QWidget, version: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addLayout(self._head(version))
        column.addLayout(self._line(widget))
        column.addStretch(1)
        return column

    def _head(self, version: str) -> QHBoxLayout:
        """What stands above an editor: the field's label above the first one, and the mark of its language."""
        head = QHBoxLayout()
        head.addStrut(self.fontMetrics().height())
        if len(self.editors) == 1:
            self._first_head = head
            head.addWidget(self._label, 1, Qt.AlignmentFlag.AlignBottom)
        if version in choice.LANGUAGE_MARKS:
            mark = LanguageMark(version)
            head.addWidget(mark, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            if len(self.editors) == 1:
                self._first_mark = mark
        return head

    def _line(self, widget: QWidget) -> QHBoxLayout:
        """An editor, with a calendar beside it where it takes a date."""
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(widget, 1)
        widget.setParent(self)  # before the calendar's button is, so that Tab comes to the words first
        if self.field.kind == "date":
            line.addWidget(CalendarButton(self._subject, self.path, self.field, self._words, self))
        return line

    # ------------------------------------------------------------------------------------------------------- doors

    def refresh(self, *, choices: bool = False) -> None:
        """Show the value as it is now; what is the same object as before is shown already.

        Args:
            choices: What can be chosen has changed.
        """
        value = self._subject.value(self.path)
        is_kept = any(editor.has_unread for editor in self.editors.values())
        if value is self._shown and not choices and not self.notes.has_fault and not is_kept:
            return
        self._shown = value
        self.show_value(choices=choices)

    def show_value(self, *, choices: bool) -> None:
        """Put the value into the editors."""
        del choices
        for editor in self.editors.values():
            editor.refresh()

    def row_at(self, rest: Sequence[str]) -> FieldRow:
        """Return the row for a path below this field; a plain field is its own."""
        del rest
        return self

    def rows(self) -> list[FieldRow]:
        """Return this row and the rows inside it."""
        return [self]

    def least_width(self) -> int:
        """Return the pixels that show its label in one line and, uncut, what usually stands in it."""
        editor, advance = next(iter(self.editors.values())).widget, self.fontMetrics().horizontalAdvance
        if isinstance(editor, QCheckBox):
            inside = editor.sizeHint().width()
        elif isinstance(editor, QComboBox) and not editor.isEditable():
            inside = max((advance(editor.itemText(one)) for one in range(editor.count())), default=0) + _ARROW
        else:
            inside = advance(TYPICAL.get(self.field.key, "")) + _AROUND
        beside = sum(one.sizeHint().width() for one in self.findChildren(CalendarButton))
        return max(self._label.line_width(), inside + beside)

    def editor_at(self, path: str) -> FieldEditor | None:
        """Return the editor of a path, the first one where the path names the whole field."""
        version = path.removeprefix(self.path).strip(".")
        return self.editors.get(version) or next(iter(self.editors.values()), None)

    def retranslate(self) -> None:
        """Say the words again."""
        mark = " *" if self._required else ""
        is_said_below = self.field.kind == "flag"
        self._label.setText(" " if is_said_below else self._words(self.field.label) + mark)
        self._place_label()
        self._label.setToolTip(self._words(text("Required by the template.")) if self._required else "")
        for version, editor in self.editors.items():
            name = self._words(self.field.label)
            if version in choice.LANGUAGE_TAGS:
                tag = self._words(choice.LANGUAGE_TAGS[version])  # type: ignore[index]
                name = f"{name}, {tag}"
            editor.widget.setAccessibleName(name)
            if isinstance(editor.widget, QCheckBox):
                editor.widget.setText(self._words(self.field.label) + mark)
            if isinstance(editor, StatusEditor):
                editor.use(status_text(self._words.language))
                editor.fill()
            elif isinstance(editor, ChoiceEditor):
                editor.refresh()
                self._shown = _NOTHING_YET  # it may have been another entry's while nobody sees the form

    # ------------------------------------------------------------------------------------------------------ inside

    def _editor(self, version: str) -> FieldEditor:
        field, subject = self.field, self._subject
        path = f"{self.path}.{version}" if version else self.path
        if options := self._options():
            return ChoiceEditor(subject, path, field.label, options)
        if field.kind == "flag":
            flag = FlagEditor(subject, path, field.label)
            flag.widget.setMinimumHeight(self.fontMetrics().height() + _HIGH)
            return flag
        if field.kind == "status":
            return StatusEditor(
                subject, path, field.label, status_text(self._words.language), lambda: choice.statuses(self._words)
            )
        box = TextBox(several=field.kind == "paragraphs") if version else Line()
        if isinstance(box, Line):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        editor = TextEditor(subject, path, field.label, box, text_of_field(field))
        if is_suggested(field):
            Completion(editor, box, field, version)
        return editor

    def _options(self) -> Options | None:
        session, words = self._subject.session, self._words
        table: dict[str, Options] = {
            "language": lambda: choice.languages(words),
            "state": lambda: choice.states(words),
            "section": lambda: choice.sections(session.workspace, words),
        }
        return table.get(self.field.kind)

    def _dress(self, editor: FieldEditor, version: str) -> None:
        name = self.path.replace(".", "_") + (f"_{version}" if version else "")
        editor.widget.setObjectName(f"field_{name}")
        if self.field.help:
            self._speaker.say(editor.widget.setStatusTip, self.field.help)
            self._speaker.say(editor.widget.setToolTip, self.field.help)
            self._speaker.say(editor.widget.setAccessibleDescription, self.field.help)
        HelpOnFocus(editor.widget)

    def _judge(self, understood: bool) -> None:
        fault = None if understood else _FAULTS.get(self.field.kind)
        self.notes.show_fault(fault)


_HELP_DOORS: Final = {QEvent.Type.FocusIn: "show_help", QEvent.Type.FocusOut: "end_help"}
"""What the window does with a field's help when the keyboard comes and goes."""


class HelpOnFocus(QObject):
    """Shows a field's status tip while the keyboard is in it, not only under the mouse."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """See Qt."""
        door = _HELP_DOORS.get(event.type()) if watched is self._widget else None
        tell = getattr(self._widget.window(), door, None) if door else None
        if tell:
            tell(self._widget.statusTip())
        return False


class LanguageMark(QLabel):
    """Says above an editor which language stands in it; people who hear it have it in the editor's name."""

    def __init__(self, language: str) -> None:
        super().__init__(choice.LANGUAGE_MARKS[language])
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.8)
        self.setFont(font)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


def tool_button(speaker: Speaker, name: str, sign: str, sentence: Text, do: Callable[[], object]) -> QToolButton:
    """Return a small button with an icon on it and words for those who cannot tell what it means.

    Args:
        speaker: Says the words.
        name: The button's stable name.
        sign: Name of the icon.
        sentence: What the button does.
        do: Does it.
    """
    button = QToolButton()
    button.setIconSize(QSize(SMALL, SMALL))
    Icons(button).give(button.setIcon, sign)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    speaker.name(button, name, sentence)
    speaker.say(button.setToolTip, sentence)
    button.clicked.connect(lambda: do())
    return button
