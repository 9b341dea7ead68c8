"""The entries of a collection as rows for Qt's views."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from proceedings_editor.app.checking import entry_name
from proceedings_editor.language.folding import skeleton
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Severity
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.templates.person_line import person_name
from proceedings_editor.texts import text
from proceedings_editor.ui.words import Words

Index = QModelIndex | QPersistentModelIndex

ID_ROLE: Final = Qt.ItemDataRole.UserRole
"""The entry's id."""
LINES_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The three lines of a row: number and author, title, section; and the pages."""
SEVERITY_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The gravest finding of the entry, "" without any."""

_SHOWN: Final = ("number", "first_page", "last_page", "language", "section", "authors", "title")
"""Fields a row is made of: typing in the article repaints nothing here."""

_NOWHERE: Final = QModelIndex()


class EntryModel(QAbstractListModel):
    """One row per entry, in printed order."""

    def __init__(self, workspace: Workspace, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._workspace = workspace
        self._severities: Mapping[str, Severity] = {}
        words.changed.connect(self._repaint)

    def show_workspace(self, workspace: Workspace) -> None:
        """Show another state of the collection; rows that stay keep their selection."""
        before, self._workspace = self._workspace, workspace
        same_rows = [entry.id for entry in before.entries] == [entry.id for entry in workspace.entries]
        if not same_rows:
            self._workspace = before
            self.beginResetModel()
            self._workspace = workspace
            self.endResetModel()
        elif before.collection is not workspace.collection:
            self._repaint()
        else:
            for row, (old, new) in enumerate(zip(before.entries, workspace.entries, strict=True)):
                if old is not new and any(getattr(old, key) is not getattr(new, key) for key in _SHOWN):
                    self.dataChanged.emit(self.index(row), self.index(row))

    def show_severities(self, severities: Mapping[str, Severity]) -> None:
        """Show which entries have findings."""
        if severities != self._severities:
            self._severities = severities
            self._repaint()

    def row_of(self, entry_id: str) -> int:
        """Return the entry's row, -1 where there is none."""
        return next((row for row, entry in enumerate(self._workspace.entries) if entry.id == entry_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        """See Qt."""
        return 0 if parent.isValid() else len(self._workspace.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # what Qt asks for
        """See Qt."""
        entry = self._workspace.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, self._lines(entry)))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, self._lines(entry)))
            case _ if role == ID_ROLE:
                return entry.id
            case _ if role == LINES_ROLE:
                return self._lines(entry)
            case _ if role == SEVERITY_ROLE:
                return self._severities.get(entry.id, "")
        return None

    def _lines(self, entry: Entry) -> tuple[str, str, str, str]:
        names = (person_name(author, "surname_initials", entry.language) for author in entry.authors)
        people = ", ".join(filter(None, names))
        head = "  ".join(filter(None, (entry_name(entry) if entry.number else "–", people or self._nobody())))
        title = entry.title.best(entry.language) or self._words(text("Without a title"))
        path = self._workspace.collection.section_path(entry.section)
        numbers = ".".join(section.number for section in path if section.number)
        section = " ".join(filter(None, (numbers, path[-1].name.best(self._words.language)))) if path else ""
        return head, title, section, _pages(entry)

    def _nobody(self) -> str:
        return self._words(text("Without an author"))

    def _repaint(self) -> None:
        if self._workspace.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._workspace.entries) - 1))


class EntryFilter(QSortFilterProxyModel):
    """Rows whose words hold every word typed, whatever the case and the look-alike letters."""

    def __init__(self, model: EntryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: tuple[str, ...] = ()
        self.setSourceModel(model)

    def seek(self, typed: str) -> None:
        """Show the rows that fit."""
        self.beginFilterChange()
        self._wanted = tuple(filter(None, (skeleton(word) for word in typed.split())))
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802  # Qt's name
        """See Qt."""
        if not self._wanted:
            return True
        words = skeleton(str(self.sourceModel().index(row, 0, parent).data()))
        return all(wanted in words for wanted in self._wanted)


def _pages(entry: Entry) -> str:
    first, last = entry.first_page, entry.last_page
    return "–".join(str(page) for page in dict.fromkeys((first, last)) if page is not None)
