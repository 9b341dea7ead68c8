"""Which problems are shown: severities with their counts, a family of rules, this entry or all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QHBoxLayout, QToolButton, QWidget

from proceedings_editor.app.found import Group, Wanted
from proceedings_editor.model.finding import SEVERITIES, Severity
from proceedings_editor.rules.family import FAMILY_NAMES
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.icon import when_colours_change
from proceedings_editor.ui.problem.model import SIGNS
from proceedings_editor.ui.words import Words


class FilterBar(QWidget):
    """`changed` tells that a person wants to see other problems."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problemFilter")
        self._words = words
        self._entry = ""
        self._settings = False
        self._chosen: frozenset[str] = frozenset()
        self._counts: Counter[Severity] = Counter()
        self._is_known = True
        self._families: tuple[str, ...] = ()
        self._severities = {severity: self._severity_button(severity) for severity in SEVERITIES}
        self._family = QComboBox(self)
        self._only_here = QCheckBox(self)
        self._only_here.setChecked(True)
        self._lay_out()
        self._say()
        self._family.currentIndexChanged.connect(self.changed)
        self._only_here.toggled.connect(self.changed)
        words.changed.connect(self._say)
        when_colours_change(self._say_counts)

    @property
    def wanted(self) -> Wanted:
        """What is to be shown."""
        severities = frozenset(severity for severity, button in self._severities.items() if button.isChecked())
        family, only_here = self._family.currentData() or "", self._only_here.isChecked()
        if self._settings or not only_here:
            return Wanted(severities, family, settings=only_here)
        return Wanted(severities, family, self._chosen or frozenset(filter(None, (self._entry,))))

    def show_entry(self, entry_id: str) -> None:
        """Say which entry “only this entry” means; going to one that was not chosen ends the choice of several."""
        self._entry = entry_id
        if self._chosen and entry_id not in self._chosen:
            self._chosen = frozenset()
            self._say_here()

    def show_settings(self, shown: bool) -> None:
        """Say whether the settings stand where else an entry does: “only this” then means them."""
        if shown != self._settings:
            self._settings = shown
            self._say_here()
            self.changed.emit()

    def show_chosen(self, entries: frozenset[str]) -> None:
        """Show what concerns one of several entries."""
        self._chosen = entries if len(entries) > 1 else frozenset()
        self._say_here()
        self._only_here.setChecked(True)
        self.changed.emit()

    def show_counts(self, groups: Iterable[Group], families: Iterable[str], is_known: bool = True) -> None:
        """Show how many there are of each severity, and offer the families that occur.

        Args:
            groups: What was found.
            families: Letters of the codes.
            is_known: Everything was looked at; until then none found says nothing.
        """
        self._counts, self._is_known = Counter(), is_known
        for group in groups:
            self._counts[group.severity] += len(group)
        occurring = frozenset(families)
        self._offer(tuple(family for family in FAMILY_NAMES if family in occurring))
        self._say_counts()

    def _offer(self, families: tuple[str, ...]) -> None:
        chosen = self._family.currentData() or ""
        if families == self._families and self._family.count():
            return
        self._families = families if not chosen or chosen in families else (*families, chosen)
        self._fill(chosen)

    def _fill(self, chosen: str) -> None:
        self._family.blockSignals(True)
        self._family.clear()
        self._family.addItem(self._words(text("All kinds")), "")
        for family in self._families:
            self._family.addItem(self._words(FAMILY_NAMES[family]), family)
        self._family.setCurrentIndex(max(0, self._family.findData(chosen)))
        self._family.blockSignals(False)

    def _severity_button(self, severity: Severity) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{severity}Filter")
        button.setCheckable(True)
        button.setChecked(True)
        button.setAutoRaise(True)
        button.toggled.connect(self.changed)
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in self._severities.values():
            layout.addWidget(button)
        layout.addWidget(self._family)
        layout.addWidget(self._only_here)

    def _say(self) -> None:
        speak = self._words
        for widget, name, label in (
            (self._only_here, "onlyHere", text("Only this entry")),
            (self._family, "familyFilter", text("Kind of problem")),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(speak(label))
        self._say_here()
        self._fill(self._family.currentData() or "")
        self._say_counts()

    def _say_here(self) -> None:
        count = len(self._chosen)
        several = plural("Only this {count} chosen", "Only these {count} chosen", count)
        one = text("Only the collection's facts") if self._settings else text("Only this entry")
        label = self._words(several if count and not self._settings else one)
        self._only_here.setText(label)
        self._only_here.setAccessibleName(label)

    def _say_counts(self) -> None:
        for severity, button in self._severities.items():
            count = self._counts[severity]
            said = self._words(count_text(severity, count)) if count or self._is_known else "…"
            label = f"{SIGNS[severity]} {said}"
            colour = severity_colour(severity, QApplication.palette()).name()
            sheet = f"QToolButton:checked {{ color: {colour}; font-weight: bold; }}"
            if button.text() != label or button.styleSheet() != sheet:
                button.setText(label)
                button.setAccessibleName(self._words(text("Show: {what}", what=label)))
                button.setToolTip(self._words(text("Show or hide these problems")))
                button.setStyleSheet(sheet)


def count_text(severity: Severity, count: int) -> Text:
    """Return the words for a number of problems of one severity."""
    counted = {
        "error": plural("{count} error", "{count} errors", count),
        "warning": plural("{count} warning", "{count} warnings", count),
        "information": plural("{count} remark", "{count} remarks", count),
    }
    return counted[severity]
