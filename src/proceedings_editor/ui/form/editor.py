"""One editor per kind of field: it shows the value at a path and turns what a person does into edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyleOptionComboBox, QWidget

from proceedings_editor.app.field_text import FieldText
from proceedings_editor.app.history import NO_CARET, Caret
from proceedings_editor.texts import Text
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.form.subject import Subject

Options = Callable[[], Sequence[tuple[str, str]]]
"""The choices of a field: value and words, in the window's language."""

_WHOLE: Final = ((0, 0), (0, 0))


class FieldEditor(QObject):
    """What all editors have; `widget` is what stands in the form. `understood` tells whether the words say a value."""

    understood = Signal(bool)

    def __init__(self, subject: Subject, path: str, label: Text, widget: QWidget) -> None:
        super().__init__(widget)
        self.subject = subject
        self.path = path
        self.label = label
        self.widget = widget

    def refresh(self) -> None:
        """Show the value as it is now."""
        raise NotImplementedError

    def finish(self) -> None:
        """Take what was typed as complete, and write it as it is always written."""

    @property
    def has_unread(self) -> bool:
        """Whether it keeps words that say no value, of this entry or another."""
        return False

    def put_caret(self, caret: Caret) -> None:
        """Put the cursor where a caret of this editor says; nothing for editors without a cursor."""


class TextEditor(FieldEditor):
    """Edits characters through a way of writing the value."""

    def __init__(self, subject: Subject, path: str, label: Text, widget: Line | TextBox, form: FieldText) -> None:
        super().__init__(subject, path, label, widget)
        self._box = widget
        self._form = form
        self._unread: dict[str, tuple[str, object]] = {}
        widget.typed.connect(self._type)
        widget.left.connect(self._leave)

    def refresh(self) -> None:
        """See `FieldEditor`; words that say the same value already, or none, stay as they were typed."""
        value = self.subject.value(self.path)
        words, kept_beside = self._unread.get(self.subject.entry_id, ("", None))
        if words and kept_beside == value:
            self._box.show_text(words)
            self.understood.emit(False)
            return
        self._unread.pop(self.subject.entry_id, None)
        try:
            same = self._form.read(self._box.words()) == value
        except ValueError:
            same = False
        if not same:
            self._box.show_text("" if value is None else self._form.write(value))
            self.understood.emit(True)

    @property
    def has_unread(self) -> bool:
        """See `FieldEditor`."""
        return bool(self._unread)

    def put_caret(self, caret: Caret) -> None:
        """See `FieldEditor`."""
        if caret is not NO_CARET:
            self._box.put_caret(caret)

    def use(self, form: FieldText) -> None:
        """Write the value another way, as after a change of the window's language."""
        self._form = form
        self._box.show_text(form.write(self.subject.value(self.path)))

    def _type(self, before: tuple[int, int], after: tuple[int, int]) -> None:
        words = self._box.words()
        if self.subject.calm:
            self.subject.calm.note_key()
        try:
            value = self._form.read(words)
        except ValueError:
            self._unread[self.subject.entry_id] = words, self.subject.value(self.path)
            self.understood.emit(False)
            return
        self._unread.pop(self.subject.entry_id, None)
        self.understood.emit(True)
        if after[0] > 1 and words[after[0] - 2 : after[0] - 1] == " " and not words[after[0] - 1 : after[0]].isspace():
            self.subject.session.close_step()  # a new word, a new step
        self.subject.type(self.path, value, self.label, (before, after))

    def finish(self) -> None:
        """See `FieldEditor`."""
        words = self._box.words()
        try:
            value = self._form.finish(words) if self._form.finish else None
        except ValueError:
            return
        if self._form.finish and words != self._form.write(value):
            self._unread.pop(self.subject.entry_id, None)
            self.subject.set(self.path, value, self.label)
            self._box.show_text(self._form.write(self.subject.value(self.path)))
            self.understood.emit(True)

    def _leave(self) -> None:
        self.finish()
        self.subject.session.close_step()


class ChoiceEditor(FieldEditor):
    """Chooses one of several values."""

    def __init__(self, subject: Subject, path: str, label: Text, options: Options) -> None:
        self._box = Choice()
        super().__init__(subject, path, label, self._box)
        self._options = options
        self._shown: Sequence[tuple[str, str]] = ()
        self._box.activated.connect(self._choose)

    def refresh(self) -> None:
        """See `FieldEditor`; the choices may have changed with the collection or the window's language."""
        value = str(self.subject.value(self.path) or "")
        options = list(self._options())
        if all(value != known for known, _ in options):
            options.append((value, value))
        if options != self._shown:
            self._shown = options
            self._box.clear()
            for known, words in options:
                self._box.addItem(words, known)
        self._box.setCurrentIndex(self._box.findData(value))

    def _choose(self, index: int) -> None:
        self.subject.set(self.path, self._box.itemData(index), self.label)


class Choice(QComboBox):
    """A combo box that does not change when the wheel scrolls the form."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802  # Qt's name
        """See Qt: the indent of a choice in its list has no meaning in the closed box."""
        super().initStyleOption(option)
        option.currentText = option.currentText.strip()

    def wheelEvent(self, event: object) -> None:  # noqa: N802  # Qt's name
        """See Qt."""
        event.ignore()  # type: ignore[attr-defined]


class FlagEditor(FieldEditor):
    """Says yes or no."""

    def __init__(self, subject: Subject, path: str, label: Text) -> None:
        self._box = QCheckBox()
        super().__init__(subject, path, label, self._box)
        self._box.clicked.connect(lambda checked: subject.set(self.path, checked, label))

    def refresh(self) -> None:
        """See `FieldEditor`."""
        self._box.setChecked(bool(self.subject.value(self.path)))


class StatusEditor(TextEditor):
    """A word of a list or free words: a line with the list as its choices."""

    def __init__(self, subject: Subject, path: str, label: Text, form: FieldText, options: Options) -> None:
        line = Line()
        combo = Choice()
        combo.setEditable(True)
        combo.setLineEdit(line)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        super().__init__(subject, path, label, line, form)
        self.widget = combo
        self.setParent(combo)
        self._combo, self._options = combo, options
        combo.activated.connect(self._choose)
        self.fill()

    def fill(self) -> None:
        """Take the list again, in the window's language."""
        words = self._box.words()
        self._combo.clear()
        for value, shown in self._options():
            self._combo.addItem(shown, value)
        self._combo.setCurrentIndex(-1)
        self._box.show_text(words)

    def _choose(self, index: int) -> None:
        self.subject.set(self.path, self._combo.itemData(index), self.label)
