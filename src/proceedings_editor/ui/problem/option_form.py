"""The options of one rule as a form: a widget for each kind of value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Final

from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.model.template import RuleSettings
from proceedings_editor.rules.manual import OPTIONS, manual_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.texts import text
from proceedings_editor.ui.words import Words

_MOST: Final = 1_000_000

_Editor = tuple[QWidget, Callable[[], object]]


class OptionForm(QWidget):
    """Shows the options of a rule with what they mean; `values` are those that differ from the rule's own."""

    def __init__(self, rule: Rule, settings: RuleSettings, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._defaults: Mapping[str, Any] = {one.name: getattr(rule.options, one.name) for one in _fields(rule)}
        self._read: dict[str, Callable[[], object]] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        for paragraph in manual_of(rule.manual).sections.get(OPTIONS, ()):
            label = QLabel(words(paragraph), self)
            label.setWordWrap(True)
            layout.addWidget(label)
        form = QFormLayout()
        layout.addLayout(form)
        layout.addStretch(1)
        for name, default in self._defaults.items():
            value = settings.options.get(name, default)
            editor, self._read[name] = _MAKERS[type(default)](value)
            editor.setObjectName(f"option_{name}")
            editor.setAccessibleName(name)
            form.addRow(name, editor)
        if not self._defaults:
            layout.insertWidget(0, QLabel(words(text("This rule has nothing else to set.")), self))

    @property
    def values(self) -> Mapping[str, object]:
        """The values a person changed."""
        read = {name: value() for name, value in self._read.items()}
        return {name: value for name, value in read.items() if value != self._plain(name)}

    def _plain(self, name: str) -> object:
        default = self._defaults[name]
        return list(default) if isinstance(default, tuple) else default


def _fields(rule: Rule) -> tuple[Any, ...]:
    options: Any = rule.options
    return fields(options)


def _flag(value: object) -> _Editor:
    box = QCheckBox()
    box.setChecked(str(value).lower() == "true")
    return box, box.isChecked


def _whole(value: object) -> _Editor:
    box = QSpinBox()
    box.setRange(-_MOST, _MOST)
    box.setValue(int(str(value)))
    return box, box.value


def _number(value: object) -> _Editor:
    box = QDoubleSpinBox()
    box.setRange(-_MOST, _MOST)
    box.setDecimals(3)
    box.setValue(float(str(value)))
    return box, box.value


def _line(value: object) -> _Editor:
    line = QLineEdit(str(value))
    return line, line.text


def _lines(value: object) -> _Editor:
    box = QPlainTextEdit("\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value))
    box.setFixedHeight(box.fontMetrics().lineSpacing() * 5)
    box.setTabChangesFocus(True)
    return box, lambda: [line.strip() for line in box.toPlainText().splitlines() if line.strip()]


_MAKERS: Final[Mapping[type, Callable[[object], _Editor]]] = {
    bool: _flag,
    int: _whole,
    float: _number,
    str: _line,
    tuple: _lines,
}
