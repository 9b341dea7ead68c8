"""The rules of the collection's template: how grave each is, whether it is on, and its options."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import SetRules
from proceedings_editor.model.finding import SEVERITIES
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.rules.family import FAMILY_NAMES, family_of
from proceedings_editor.rules.manual import title_of
from proceedings_editor.rules.registry import RULES, rule_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.severity import SEVERITY_NAMES
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.dialog import Dialog
from proceedings_editor.ui.problem.explanation import manual_html
from proceedings_editor.ui.problem.option_form import OptionForm
from proceedings_editor.ui.screen_room import resize_within_screen
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_ROLE: Final = Qt.ItemDataRole.UserRole
_CODE, _SEVERITY = 0, 1
_MOST_OPTIONS: Final = 260
"""Pixels for the options; the rest of the side is the manual's."""


class RuleDialog(Dialog):
    """Edits the rule settings; accepting makes one undoable step of all changes."""

    def __init__(self, session: Session, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ruleDialog")
        self._session, self._words = session, words
        self._settings: dict[str, RuleSettings] = dict(session.workspace.template.rules)
        self._search = QLineEdit(self)
        self._list = QTreeWidget(self)
        self._families: dict[str, QTreeWidgetItem] = {}
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._severity = QComboBox(self)
        self._manual = QTextBrowser(self)
        self._scroll = QScrollArea(self)
        self._form: OptionForm | None = None
        self._code = ""
        self._fill()
        self._lay_out()
        self._name()
        self._search.textChanged.connect(self._filter)
        self._list.currentItemChanged.connect(self._show_current)
        self._severity.currentIndexChanged.connect(self._take)
        self._list.setCurrentItem(next(iter(self._rows.values())))
        resize_within_screen(self, 980, 620)

    # ------------------------------------------------------------------------------------------------------ set-up

    def _fill(self) -> None:
        for rule in RULES:
            if rule.family not in self._families:
                self._families[rule.family] = self._family_row(rule.family)
            row = QTreeWidgetItem([f"{rule.code} · {self._words(title_of(rule.manual)).removesuffix('.')}", ""])
            row.setData(_CODE, _ROLE, rule.code)
            row.setToolTip(_CODE, row.text(_CODE))
            self._families[rule.family].addChild(row)
            self._rows[rule.code] = row
            self._say_severity(row, rule)
        self._list.expandAll()

    def _family_row(self, family: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem([self._words(FAMILY_NAMES[family]), ""])
        row.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._list.addTopLevelItem(row)
        return row

    def _lay_out(self) -> None:
        self._list.setColumnCount(2)  # or the head forgets how each column stretches
        head = self._list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_CODE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_SEVERITY, QHeaderView.ResizeMode.ResizeToContents)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._manual.setOpenLinks(False)
        left, right = QWidget(self), QWidget(self)
        for side, widgets in (
            (left, (self._search, self._list)),
            (right, (self._severity, self._scroll, self._manual)),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            for widget in widgets:
                column.addWidget(widget)
        parts = QSplitter(self)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setSizes([560, 400])
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(parts)
        layout.addLayout(row)

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.say(self.setWindowTitle, text("Rules of this collection"))
        speaker.name(self._search, "ruleSearch", text("Find a rule"))
        speaker.say(self._search.setPlaceholderText, text("Find a rule"))
        speaker.name(self._list, "ruleList", text("Rules"))
        speaker.name(self._severity, "ruleSeverity", text("How grave it is"))
        speaker.name(self._scroll, "ruleOptions", text("Options"))
        speaker.name(self._manual, "ruleManual", text("Explanation"))
        speaker.say(partial(self._head, _CODE), text("Rule"))
        speaker.say(partial(self._head, _SEVERITY), text("Severity"))
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        speaker.say(cancel.setText, text("Cancel"))

    def _head(self, column: int, words: str) -> None:
        item = self._list.headerItem()
        if item is not None:
            item.setText(column, words)

    # ------------------------------------------------------------------------------------------------------- doors

    def accept(self) -> None:
        """See Qt: what was changed becomes one step."""
        self._take()
        self._session.close_step()
        self._session.apply(SetRules(self._settings, text("Change the rules")))
        super().accept()

    # ------------------------------------------------------------------------------------------------------ inside

    def _show_current(self) -> None:
        self._take()
        item = self._list.currentItem()
        rule = rule_of(item.data(_CODE, _ROLE) or "") if item is not None else None
        self._code = ""  # nothing is taken while another rule is put in its place
        if rule is None:
            return
        settings = self._settings.get(rule.code, RuleSettings())
        self._severity.clear()
        for value, label in _choices(rule).items():
            self._severity.addItem(self._words(label), value)
        self._severity.setCurrentIndex(self._severity.findData(settings.severity))
        self._form = OptionForm(rule, settings, self._words, self._scroll)
        self._scroll.setWidget(self._form)
        self._scroll.setMaximumHeight(min(self._form.sizeHint().height() + 2, _MOST_OPTIONS))
        self._manual.setHtml(manual_html(rule, self._words))
        self._code = rule.code

    def _take(self) -> None:
        """Remember what stands in the widgets for the rule that is shown."""
        rule = rule_of(self._code)
        if rule is None or self._form is None:
            return
        severity: Any = self._severity.currentData()
        changed = RuleSettings(severity or "", dict(self._form.values))
        if changed == RuleSettings():
            self._settings.pop(rule.code, None)
        else:
            self._settings[rule.code] = changed
        self._say_severity(self._rows[rule.code], rule)

    def _say_severity(self, row: QTreeWidgetItem, rule: Rule) -> None:
        settings = self._settings.get(rule.code, RuleSettings())
        row.setText(_SEVERITY, self._words(_choices(rule)[settings.severity] if settings.severity else _own(rule)))
        font = row.font(_CODE)
        font.setBold(settings != RuleSettings())
        for column in (_CODE, _SEVERITY):
            row.setFont(column, font)

    def _filter(self, words: str) -> None:
        for row in self._rows.values():
            row.setHidden(words.casefold() not in row.text(_CODE).casefold())
        for family, parent in self._families.items():
            rows = (row for code, row in self._rows.items() if family_of(code) == family)
            parent.setHidden(all(row.isHidden() for row in rows))


def _choices(rule: Rule) -> Mapping[str, Text]:
    """Value in the template -> words; the rule's own severity first."""
    severities: dict[str, Text] = {severity: SEVERITY_NAMES[severity] for severity in SEVERITIES}
    return {"": text("as it comes ({severity})", severity=_own(rule)), **severities, "off": text("off")}


def _own(rule: Rule) -> Text:
    return SEVERITY_NAMES[rule.severity] if rule.on else text("off")
