"""A reference put together from its parts: kind, standard and language are chosen, the result shown at every key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.language.source_description import STANDARDS, describe
from proceedings_editor.language.source_kind import KINDS, PARTS, lacking
from proceedings_editor.model.local import Language
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.action import LANGUAGE_BUTTONS
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_STANDARD_NAMES: Final = {
    "gost-7.1": text("GOST 7.1-2003"),
    "gost-r-7.0.100": text("GOST R 7.0.100-2018"),
    "gost-r-7.0.5": text("GOST R 7.0.5-2008, short"),
}
_BODIES: Final = {"kk": "Қазақстан Республикасының", "ru": "Республики Казахстан", "en": "the Republic of Kazakhstan"}
"""Whose act it mostly is, in each language."""
_WITH_CONTENT: Final = "gost-r-7.0.100"


class ComposeDialog(Dialog):
    """Puts a reference together; `reference` is the result once it is accepted."""

    def __init__(self, words: Words, language: Language, standard: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("composeDialog")
        self._words = words
        self._speaker = Speaker(words, self)
        self._kind = self._choice(
            "composeKind", text("Kind of source"), [(key, row.label) for key, row in KINDS.items()]
        )
        known = [(key, _STANDARD_NAMES[key]) for key in STANDARDS]
        self._standard = self._choice("composeStandard", text("By the standard"), known)
        self._language = self._choice("composeLanguage", text("Language of the source"), [])
        for one, name in LANGUAGE_BUTTONS.items():
            self._language.addItem(name, one)
        self._content = QCheckBox(self)
        self._lines: dict[str, QLineEdit] = {}
        self._labels: dict[str, QLabel] = {}
        self._names: list[QLabel] = []
        self._form = QFormLayout()
        self._result = WrappedLabel(self)
        self._lacking = WrappedLabel(self)
        self._take, self._cancel = QPushButton(self), QPushButton(self)
        self._make_lines()
        self._lay_out()
        self._standard.setCurrentIndex(max(self._standard.findData(standard), 0))
        self._language.setCurrentIndex(self._language.findData(language))
        self._connect()
        self._show_kind()
        self._kind.setFocus()

    @property
    def reference(self) -> str:
        """The reference as it is now, "" where nothing is typed."""
        kind, standard, language = (box.currentData() for box in (self._kind, self._standard, self._language))
        return describe(kind, self._parts(), standard, language, with_content=self._content.isChecked())

    # ------------------------------------------------------------------------------------------------------ inside

    def _choice(self, name: str, label: Text, rows: list[tuple[str, Text]]) -> QComboBox:
        box = QComboBox(self)
        self._speaker.name(box, name, label)
        for index, (key, words) in enumerate(rows):
            box.addItem("", key)
            self._speaker.say(lambda said, row=index: box.setItemText(row, said), words)  # type: ignore[misc]
        return box

    def _make_lines(self) -> None:
        for key, part in PARTS.items():
            line, label = QLineEdit(self), QLabel(self)
            self._speaker.name(line, f"part_{key}", part.label)
            if part.help:
                self._speaker.say(line.setToolTip, part.help)
                self._speaker.say(line.setPlaceholderText, part.help)
                self._speaker.say(line.setAccessibleDescription, part.help)
            label.setBuddy(line)
            line.textChanged.connect(self._show_result)
            line.hide()
            label.hide()
            self._lines[key], self._labels[key] = line, label
        self._lines["accessed"].setText(f"{date.today():%d.%m.%Y}")

    def _lay_out(self) -> None:
        self._speaker.say(self.setWindowTitle, text("Put a reference together"))
        self._top = QFormLayout()
        for box, label in (
            (self._kind, text("Kind of source")),
            (self._standard, text("By the standard")),
            (self._language, text("Language of the source")),
        ):
            name = QLabel(self)
            name.setBuddy(box)
            self._speaker.say(name.setText, label)
            self._top.addRow(name, box)
            self._names.append(name)
        content = text("Say the kind of content: “Text : unmediated”, “Text : electronic”")
        self._speaker.name(self._content, "composeContent", content)
        self._speaker.say(self._content.setText, content)
        self._top.addRow("", self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(self._top)
        column.addWidget(self._area(), 1)
        column.addWidget(self._shown())
        column.addWidget(self._lacking)
        column.addWidget(self._buttons())
        resize_within_screen(self, 680, 700)

    def _area(self) -> QScrollArea:
        holder, area = QWidget(), QScrollArea(self)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setContentsMargins(0, 0, 0, 0)
        for form in (self._top, self._form):
            form.setHorizontalSpacing(10)
            form.setVerticalSpacing(7)
        holder.setLayout(self._form)
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _shown(self) -> QFrame:
        frame = QFrame(self)
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        self._speaker.name(self._result, "composeResult", text("The reference"))
        self._result.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        inner = QHBoxLayout(frame)
        inner.setContentsMargins(10, 8, 10, 8)
        inner.addWidget(self._result)
        self._lacking.setObjectName("composeLacking")
        self._lacking.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return frame

    def _buttons(self) -> QDialogButtonBox:
        for button, name, label in (
            (self._take, "takeReference", text("Add to the list")),
            (self._cancel, "cancelReference", text("Cancel")),
        ):
            self._speaker.name(button, name, label)
            self._speaker.say(button.setText, label)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._take, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._take.setDefault(True)
        return buttons

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._show_kind)
        self._standard.currentIndexChanged.connect(self._show_result)
        self._language.currentIndexChanged.connect(self._change_language)
        self._content.toggled.connect(self._show_result)
        self._take.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._words.changed.connect(self._show_kind)

    def _show_kind(self) -> None:
        """Show the parts of the kind, what it needs with a star; what was typed for another kind is kept."""
        row = KINDS[self._kind.currentData()]
        while self._form.rowCount():
            taken = self._form.takeRow(0)
            for item in (taken.labelItem, taken.fieldItem):
                if item and (widget := item.widget()):
                    widget.hide()
        before: QWidget = self._content
        for key in row.parts:
            line, label = self._lines[key], self._labels[key]
            label.setText(self._words(PARTS[key].label) + (" *" if key in row.needed else ""))
            self._form.addRow(label, line)
            label.show()
            line.show()
            QWidget.setTabOrder(before, line)
            before = line
        QWidget.setTabOrder(before, self._take)
        self._align([self._labels[key] for key in row.parts])
        if not self._lines["body"].text():
            self._lines["body"].setText(_BODIES[self._language.currentData()])
        self._show_result()

    def _align(self, labels: Sequence[QLabel]) -> None:
        """Let all lines begin below each other."""
        together = (*self._names, *labels)
        widest = max(label.fontMetrics().horizontalAdvance(label.text()) for label in together)
        for label in together:
            label.setFixedWidth(widest + 4)

    def _change_language(self) -> None:
        """Whose act it is, is said in the language of the source."""
        if self._lines["body"].text() in _BODIES.values():
            self._lines["body"].setText(_BODIES[self._language.currentData()])
        self._show_result()

    def _parts(self) -> dict[str, str]:
        """What is typed; a day on which nothing was seen is none."""
        parts = {key: self._lines[key].text() for key in KINDS[self._kind.currentData()].parts}
        if not (parts.get("url", "").strip() or parts.get("doi", "").strip()):
            parts["accessed"] = ""
        return parts

    def _typed(self) -> bool:
        """Whether a person typed anything; the day of today and whose act it is stand there from the start."""
        own = (words for key, words in self._parts().items() if key not in ("accessed", "body"))
        return any(words.strip() for words in own)

    def _show_result(self) -> None:
        kind, typed = self._kind.currentData(), self._typed()
        self._content.setVisible(self._standard.currentData() == _WITH_CONTENT)
        self._result.setText(
            self.reference if typed else self._words(text("Type the parts; the reference appears here."))
        )
        self._take.setEnabled(typed)
        missing = lacking(kind, self._parts()) if typed else ()
        names = ", ".join(self._words(PARTS[key].label) for key in missing)
        self._lacking.setText(self._words(text("Still missing: {parts}.", parts=names)) if names else "")
