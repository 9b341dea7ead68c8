"""The tree of problems: what is open and what is chosen survives every new check."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from proceedings_editor.app.found import Group
from proceedings_editor.model.finding import Finding
from proceedings_editor.ui.problem.model import ProblemModel

MOST_OPEN: Final = 2000
"""Findings that are listed at once; of more only the kinds show, and those that are opened by hand."""


class ProblemView(QTreeView):
    """`finding_chosen` tells the finding a person goes to, `current_changed` that another row is current."""

    finding_chosen = Signal(object)
    current_changed = Signal()

    def __init__(self, model: ProblemModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._closed: set[str] = set()
        self._opened: set[str] = set()
        self._is_filling = False
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(True)
        self.setIndentation(16)
        head = self.header()
        head.setStretchLastSection(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        letter = self.fontMetrics().averageCharWidth()
        for column, letters in ((1, 30), (2, 7)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            head.resizeSection(column, letters * letter + 12)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.collapsed.connect(self._note_closed)
        self.expanded.connect(self._note_open)
        self.selectionModel().currentChanged.connect(self._tell_current)

    @property
    def group(self) -> Group | None:
        """The kind of the current row."""
        return self._model.group_at(self.currentIndex())

    @property
    def finding(self) -> Finding | None:
        """The finding of the current row, None on a kind."""
        return self._model.finding_at(self.currentIndex())

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show these kinds; the same finding, or the same kind, stays current where it is still there."""
        finding, group, scroll = self.finding, self.group, self.verticalScrollBar().value()
        self._model.show_groups(groups)
        self._is_filling = True
        is_long = sum(len(group) for group in groups) > MOST_OPEN
        for row, shown in enumerate(groups):
            is_open = shown.code in self._opened if is_long else shown.code not in self._closed
            self.setExpanded(self._model.index(row, 0), is_open)
            self.setFirstColumnSpanned(row, QModelIndex(), True)
        self._is_filling = False
        self._make_current(self._again(finding, group))
        self.verticalScrollBar().setValue(scroll)
        self.current_changed.emit()

    def go_next(self) -> None:
        """Go to the next finding, after the last one to the first."""
        groups = self._model.groups
        if not groups:
            return
        row, place = self._here()
        finding = groups[row][place + 1] if place + 1 < len(groups[row]) else groups[(row + 1) % len(groups)][0]
        self.show_finding(finding)
        self.finding_chosen.emit(finding)

    def show_finding(self, finding: Finding) -> None:
        """Make a finding the current one, where it is shown."""
        index = self._model.index_of(finding)
        if index.isValid():
            self.setExpanded(index.parent(), True)
            self._make_current(index)
            self.scrollTo(index)

    # ------------------------------------------------------------------------------------------------------ inside

    def _here(self) -> tuple[int, int]:
        """Return the row of the kind at hand and of its finding, -1 on a kind: before the first one."""
        index = self.currentIndex()
        if not index.isValid():
            return 0, -1
        return (index.parent().row(), index.row()) if index.parent().isValid() else (index.row(), -1)

    def _again(self, finding: Finding | None, group: Group | None) -> QModelIndex:
        if finding is not None and (index := self._model.index_of(finding)).isValid():
            return index
        rows = (row for row, shown in enumerate(self._model.groups) if group and shown.code == group.code)
        row = next(rows, None)
        return QModelIndex() if row is None else self._model.index(row, 0)

    def _make_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)

    def _choose(self, index: QModelIndex) -> None:
        if finding := self._model.finding_at(index):
            self.finding_chosen.emit(finding)

    def _note_closed(self, index: QModelIndex) -> None:
        if not self._is_filling and (group := self._model.group_at(index)):
            self._closed.add(group.code)
            self._opened.discard(group.code)

    def _note_open(self, index: QModelIndex) -> None:
        if not self._is_filling and (group := self._model.group_at(index)):
            self._closed.discard(group.code)
            self._opened.add(group.code)

    def _tell_current(self) -> None:
        self.current_changed.emit()
