"""The list of problems: what is wrong, where, and its fix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from proceedings_editor.app.checking import entry_name
from proceedings_editor.app.fixing import fix_workspace
from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import Edit, Together
from proceedings_editor.model.finding import SEVERITIES, Finding
from proceedings_editor.rules.place_name import place_name
from proceedings_editor.rules.severity import SEVERITY_NAMES
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.fixing import apply_fix, fix_words
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_HEADS: Final = (text("Code"), text("Entry"), text("Where"), text("Problem"))


class FindingModel(QAbstractTableModel):
    """One row per finding: code, entry, where, what."""

    def __init__(self, session: Session, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        self.findings: Sequence[Finding] = ()
        words.changed.connect(self._reset)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        self.beginResetModel()
        self.findings = findings
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        """See Qt."""
        return 0 if parent.isValid() else len(self.findings)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        """See Qt."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, N802
        """See Qt."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._words(_HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # what Qt asks for
        """See Qt."""
        finding = self.findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cells(finding)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                fix = fix_words(finding.fix, self._words)[1] if finding.fix else ""
                severity = self._words(SEVERITY_NAMES[finding.severity])
                return "\n".join(filter(None, (f"{severity}: {self._words(finding.message)}", fix)))
            case Qt.ItemDataRole.ForegroundRole if index.column() == 0:
                return severity_colour(finding.severity, QApplication.palette())
        return None

    def _cells(self, finding: Finding) -> tuple[str, ...]:
        entry = self._session.entry(finding.entry) if finding.entry else None
        name = entry_name(entry) if entry else "–"
        return finding.code, name, self._words(place_name(finding.place, entry)), self._words(finding.message)

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()


class FindingList(QWidget):
    """Shows findings; `finding_chosen` tells the one a person goes to."""

    finding_chosen = Signal(object)

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        self.setObjectName("findingList")
        self._all: Sequence[Finding] = ()
        self._entry = ""
        self._model = FindingModel(session, words, self)
        self._view = QTableView(self)
        self._counts = QLabel(self)
        self._only_here = QCheckBox(self)
        self._only_here.setChecked(True)
        self._fix = QPushButton(self)
        self._fix_all = QPushButton(self)
        self._set_up_view()
        self._lay_out()
        self._name()
        self._only_here.toggled.connect(self._show)
        self._fix.clicked.connect(self._fix_current)
        self._fix_all.clicked.connect(self._fix_kind)
        words.changed.connect(self._say_counts)
        self._show()

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def shown(self) -> Sequence[Finding]:
        """The findings in the list."""
        return self._model.findings

    def show_findings(self, findings: Sequence[Finding], entry_id: str) -> None:
        """Show what is known of the collection; `entry_id` is the entry at hand."""
        if list(findings) == list(self._all) and entry_id == self._entry:
            return
        self._all, self._entry = findings, entry_id
        self._show()

    def go_next(self) -> None:
        """Go to the next finding, after the last one to the first."""
        if self._model.findings:
            row = (self._view.currentIndex().row() + 1) % len(self._model.findings)
            self._view.selectRow(row)
            self._choose()

    # ------------------------------------------------------------------------------------------------------ inside

    def _set_up_view(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 6)
        header = view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)  # a bold head would not fit its column
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, letters in enumerate((10, 7, 32)):
            header.resizeSection(column, letters * view.fontMetrics().averageCharWidth() + 12)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        view.selectionModel().currentRowChanged.connect(self._show_buttons)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self._counts)
        bar.addWidget(self._only_here)
        bar.addStretch(1)
        bar.addWidget(self._fix)
        bar.addWidget(self._fix_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self._view)

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.name(self._view, "findingView", text("Problems"))
        speaker.name(self._only_here, "onlyHere", text("Only this entry"))
        speaker.name(self._fix, "fixButton", text("Fix this problem"))
        speaker.name(self._fix_all, "fixAllButton", text("Fix all of this kind"))
        speaker.say(self._only_here.setText, text("Only this entry"))
        speaker.say(self._fix.setText, text("Fix"))
        speaker.say(self._fix_all.setText, text("Fix all of this kind"))

    def _show(self) -> None:
        chosen = self._current()
        findings = [one for one in self._all if not self._only_here.isChecked() or self._is_here(one)]
        findings.sort(key=lambda one: SEVERITIES.index(one.severity))
        self._model.show_findings(findings)
        if chosen in findings:
            self._view.selectRow(findings.index(chosen))
        self._say_counts()
        self._show_buttons()

    def _is_here(self, finding: Finding) -> bool:
        return self._entry in (finding.entry, *finding.also)

    def _say_counts(self) -> None:
        shown = [finding.severity for finding in self._model.findings]
        self._counts.setText(self._words(counts_text(shown.count("error"), shown.count("warning"))))

    def _current(self) -> Finding | None:
        row = self._view.currentIndex().row()
        return self._model.findings[row] if 0 <= row < len(self._model.findings) else None

    def _show_buttons(self) -> None:
        finding = self._current()
        self._fix.setEnabled(bool(finding and finding.fix))
        self._fix_all.setEnabled(bool(finding and any(one.fix and one.fix.safe for one in self._alike(finding))))

    def _alike(self, finding: Finding) -> list[Finding]:
        return [one for one in self._model.findings if one.code == finding.code]

    def _choose(self) -> None:
        if finding := self._current():
            self.finding_chosen.emit(finding)

    def _fix_current(self) -> None:
        if finding := self._current():
            apply_fix(self.window(), self._session, self._words, finding)

    def _fix_kind(self) -> None:
        """Make every safe fix of the rule as one step; mending goes on until nothing more changes."""
        chosen = self._current()
        if chosen is None:
            return
        entries = {one.fix.edit.entry for one in self._alike(chosen) if one.fix}
        report = fix_workspace(
            self._session.workspace,
            lambda one: one.code == chosen.code and bool(one.fix and one.fix.safe and one.fix.edit.entry in entries),
        )
        edits: tuple[Edit, ...] = tuple(fixed.fix.edit for fixed in report.fixed)
        if edits:
            self._session.close_step()
            self._session.apply(Together(edits, text("Fix all {code}", code=chosen.code)))


def counts_text(errors: int, warnings: int) -> Text:
    """Return the words for how much is wrong."""
    return text(
        "{errors}, {warnings}",
        errors=plural("{count} error", "{count} errors", errors),
        warnings=plural("{count} warning", "{count} warnings", warnings),
    )
