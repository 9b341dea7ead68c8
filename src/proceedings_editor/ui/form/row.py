"""One field in the form: its label, its editors, and the notes under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from proceedings_editor.app.field_text import status_text, text_of_field
from proceedings_editor.model.fields import Field
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.form import choice
from proceedings_editor.ui.form.calendar import CalendarButton
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
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

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
        self.notes = NoteStrip(subject.session, words, self)
        self.editors: dict[str, FieldEditor] = {}
        self._shown: object = _NOTHING_YET
        self._label = WrappedLabel(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._label)
        self.fill()
        self._layout.addWidget(self.notes)
        self._layout.addStretch(1)
        words.changed.connect(self.retranslate)
        self.retranslate()

    def fill(self) -> None:
        """Put the editors in."""
        versions: Sequence[Language | str] = LANGUAGES if self.field.local else ("",)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        for column, version in enumerate(versions):
            editor = self._editor(version)
            editor.understood.connect(self._judge)
            self.editors[version] = editor
            grid.addWidget(editor.widget, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
            if self.field.kind == "date":
                grid.addWidget(CalendarButton(self._subject, self.path, self.field, self._words, self), 0, column + 1)
            self._dress(editor, version)
        self._layout.addLayout(grid)
        first = next(iter(self.editors.values()))
        self._label.setBuddy(first.widget)

    # ------------------------------------------------------------------------------------------------------- doors

    def refresh(self, *, choices: bool = False) -> None:
        """Show the value as it is now; what is the same object as before is shown already.

        Args:
            choices: What can be chosen has changed.
        """
        value = self._subject.value(self.path)
        if value is self._shown and not choices and not self.notes.has_fault:
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

    def editor_at(self, path: str) -> FieldEditor | None:
        """Return the editor of a path, the first one where the path names the whole field."""
        version = path.removeprefix(self.path).strip(".")
        return self.editors.get(version) or next(iter(self.editors.values()), None)

    def retranslate(self) -> None:
        """Say the words again."""
        mark = " *" if self._required else ""
        self._label.setText(self._words(self.field.label) + mark)
        self._label.setToolTip(self._words(text("Required by the template.")) if self._required else "")
        for version, editor in self.editors.items():
            name = self._words(self.field.label)
            if version in choice.LANGUAGE_TAGS:
                tag = self._words(choice.LANGUAGE_TAGS[version])  # type: ignore[index]
                name = f"{name}, {tag}"
                if isinstance(editor.widget, TextBox):
                    editor.widget.setPlaceholderText(tag)
            editor.widget.setAccessibleName(name)
            if isinstance(editor, StatusEditor):
                editor.use(status_text(self._words.language))
                editor.fill()
            elif isinstance(editor, ChoiceEditor):
                editor.refresh()

    # ------------------------------------------------------------------------------------------------------ inside

    def _editor(self, version: str) -> FieldEditor:
        field, subject = self.field, self._subject
        path = f"{self.path}.{version}" if version else self.path
        if options := self._options():
            return ChoiceEditor(subject, path, field.label, options)
        if field.kind == "flag":
            return FlagEditor(subject, path, field.label)
        if field.kind == "status":
            return StatusEditor(
                subject, path, field.label, status_text(self._words.language), lambda: choice.statuses(self._words)
            )
        box = TextBox(several=field.kind == "paragraphs") if version else Line()
        if isinstance(box, Line):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return TextEditor(subject, path, field.label, box, text_of_field(field))

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


class HelpOnFocus(QObject):
    """Shows a field's status tip when the keyboard comes to it, not only under the mouse."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """See Qt."""
        if watched is self._widget and event.type() == QEvent.Type.FocusIn:
            tell = getattr(self._widget.window(), "show_help", None)
            if tell:
                tell(self._widget.statusTip())
        return False


def tool_button(speaker: Speaker, name: str, sign: str, sentence: Text, do: Callable[[], object]) -> QToolButton:
    """Return a small button with a sign on it and words for those who cannot tell what it means."""
    button = QToolButton()
    button.setText(sign)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    speaker.name(button, name, sentence)
    speaker.say(button.setToolTip, sentence)
    button.clicked.connect(lambda: do())
    return button
