"""The problems as Qt's tree: kinds, and below each kind its places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from proceedings_editor.app.checking import shown_name
from proceedings_editor.app.found import Group
from proceedings_editor.app.session import Session
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding, Severity
from proceedings_editor.rules.manual import title_of
from proceedings_editor.rules.place_name import PlaceNames
from proceedings_editor.rules.registry import rule_of
from proceedings_editor.rules.severity import SEVERITY_NAMES
from proceedings_editor.texts import text
from proceedings_editor.ui.colour import severity_colour
from proceedings_editor.ui.fixing import fix_words
from proceedings_editor.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_HEADS: Final = (text("Problem"), text("Where"), text("Entry"))
_TOP: Final = 0
"""Internal id of the kinds; that of a place is its kind's row + 1."""
SIGNS: Final[Mapping[Severity, str]] = {"error": "●", "warning": "▲", "information": "■"}
"""Shapes too, because not everybody tells the colours apart."""


class ProblemModel(QAbstractItemModel):
    """A row per kind with its count; below it a row per finding: what, where, in which entry."""

    def __init__(self, session: Session, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        self.groups: tuple[Group, ...] = ()
        self._places: dict[str, PlaceNames] = {}

    # ------------------------------------------------------------------------------------------------------- doors

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show these kinds."""
        self.beginResetModel()
        self.groups = groups
        self.endResetModel()

    def group_at(self, index: Index) -> Group | None:
        """Return the kind of a row."""
        if not index.isValid():
            return None
        return self.groups[index.row() if index.internalId() == _TOP else index.internalId() - 1]

    def finding_at(self, index: Index) -> Finding | None:
        """Return the finding of a row, None for a kind."""
        group = self.group_at(index)
        return group[index.row()] if group and index.internalId() != _TOP else None

    def index_of(self, finding: Finding) -> QModelIndex:
        """Return the row of a finding; an invalid index where it is not shown."""
        for row, group in enumerate(self.groups):
            if (place := group.place_of(finding)) >= 0:
                return self.index(place, 0, self.index(row, 0))
        return QModelIndex()

    # ----------------------------------------------------------------------------------------------- what Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """See Qt."""
        kind = parent.row() if parent.isValid() else -1  # nothing more is asked: Qt does this for every row it shows
        count = len(self.groups) if kind < 0 else len(self.groups[kind])
        is_there = 0 <= row < count and 0 <= column < len(_HEADS)
        return self.createIndex(row, column, kind + 1) if is_there else QModelIndex()

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject's has no argument
        """See Qt."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        """See Qt."""
        if not parent.isValid():
            return len(self.groups)
        is_group = parent.internalId() == _TOP and parent.column() == 0
        return len(self.groups[parent.row()]) if is_group else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        """See Qt."""
        del parent
        return len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, N802
        """See Qt."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._words(_HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # what Qt asks for
        """See Qt."""
        group, finding = self.group_at(index), self.finding_at(index)
        if group is None:
            return None
        if finding is None:
            return self._of_group(group, index.column(), role)
        return self._of_finding(finding, index.column(), role)

    # ------------------------------------------------------------------------------------------------------ inside

    def _of_group(self, group: Group, column: int, role: int) -> Any:  # noqa: ANN401  # what Qt asks for
        first: Mapping[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._title(group),
            Qt.ItemDataRole.AccessibleTextRole: lambda: f"{self._severity(group.severity)}: {self._title(group)}",
            Qt.ItemDataRole.ToolTipRole: lambda: self._severity(group.severity),
            Qt.ItemDataRole.ForegroundRole: lambda: severity_colour(group.severity, QApplication.palette()),
            Qt.ItemDataRole.FontRole: _bold,
        }
        return first[role]() if column == 0 and role in first else None

    def _title(self, group: Group) -> str:
        rule = rule_of(group.code)
        title = self._words(title_of(rule.manual)).removesuffix(".") if rule else ""
        return f"{SIGNS[group.severity]} {group.code} · {title} ({len(group)})"

    def _severity(self, severity: Severity) -> str:
        return self._words(SEVERITY_NAMES[severity])

    def _of_finding(self, finding: Finding, column: int, role: int) -> Any:  # noqa: ANN401  # what Qt asks for
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(finding, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            fix = fix_words(finding.fix, self._words)[1] if finding.fix else ""
            said = self._cell(finding, column)
            return said if column else "\n".join(filter(None, (said, fix)))
        return None

    def _cell(self, finding: Finding, column: int) -> str:
        entry = self._session.entry(finding.entry) if finding.entry else None
        if column == 0:
            return self._words(finding.message)
        if column == 1:
            return self._words(self._place_names(entry).name(finding.place))
        return shown_name(entry, self._words.language) if entry else "–"

    def _place_names(self, entry: Entry | None) -> PlaceNames:
        """Return the names of an entry's places; Qt asks for every cell many times."""
        key = entry.id if entry else ""
        known = self._places.get(key)
        if known is None or known.entry is not entry:
            known = self._places[key] = PlaceNames(entry, known)
        return known


def _bold() -> QFont:
    font = QApplication.font()
    font.setBold(True)
    return font
