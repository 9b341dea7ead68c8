"""The entries of a collection as rows for Qt's views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from proceedings_editor.app.checking import entry_name
from proceedings_editor.app.session import differing
from proceedings_editor.language.alphabet import sort_key
from proceedings_editor.language.folding import skeleton
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import STATE_NAMES, STATES, Entry
from proceedings_editor.model.finding import Severity
from proceedings_editor.model.local import Language
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.templates.person_line import person_name
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.words import Words

Index = QModelIndex | QPersistentModelIndex

ID_ROLE: Final = Qt.ItemDataRole.UserRole
"""The entry's id."""
LINES_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The three lines of a row: number and author, title, section; and the pages."""
SEVERITY_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The gravest finding of the entry, "" without any."""

_SHOWN: Final = ("number", "first_page", "last_page", "language", "section", "state", "authors", "title")
"""Fields a row is made of: typing in the article repaints nothing here."""

HEAD_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""The section a row belongs to, where rows are shown by section and this is the section's first; else ""."""

Order = Literal["number", "author", "title", "section", "state"]
ORDER_NAMES: Final[Mapping[Order, Text]] = {
    "number": text("By number"),
    "author": text("By author"),
    "title": text("By title"),
    "section": text("By section"),
    "state": text("By state"),
}

_NOWHERE: Final = QModelIndex()


class EntryModel(QAbstractListModel):
    """One row per entry, in printed order."""

    def __init__(self, workspace: Workspace, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._workspace = workspace
        self._severities: Mapping[str, Severity] = {}
        self._holders: Mapping[str, Text] = {}
        words.changed.connect(self._repaint)

    def show_workspace(self, workspace: Workspace) -> None:
        """Show another state of the collection; rows that stay keep their selection."""
        before, self._workspace = self._workspace, workspace
        pairs = differing(before, workspace)
        if any(old is None or new is None or old.id != new.id for old, new in pairs):
            self._workspace = before
            self.beginResetModel()
            self._workspace = workspace
            self.endResetModel()
        elif before.collection is not workspace.collection:
            self._repaint()
        else:
            for old, new in pairs:
                if new and any(getattr(old, key) is not getattr(new, key) for key in _SHOWN):
                    row = self.index(self.row_of(new.id))
                    self.dataChanged.emit(row, row)

    def show_severities(self, severities: Mapping[str, Severity]) -> None:
        """Show which entries have findings."""
        if severities != self._severities:
            self._severities = severities
            self._repaint()

    def entry_at(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._workspace.entries[row]

    def section_name(self, row: int) -> str:
        """Return the words for a row's section."""
        path = self._workspace.collection.section_path(self._workspace.entries[row].section)
        if not path:
            return self._words(text("No section"))
        numbers = ".".join(section.number for section in path if section.number)
        return " ".join(filter(None, (numbers, path[-1].name.best(self._words.language))))

    @property
    def workspace(self) -> Workspace:
        """What is shown."""
        return self._workspace

    def show_holders(self, holders: Mapping[str, Text]) -> None:
        """Show who else edits which entries."""
        if holders != self._holders:
            self._holders = holders
            self._repaint()

    def row_of(self, entry_id: str) -> int:
        """Return the entry's row, -1 where there is none."""
        return next((row for row, entry in enumerate(self._workspace.entries) if entry.id == entry_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802  # Qt's name
        """See Qt."""
        return 0 if parent.isValid() else len(self._workspace.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """See Qt: rows can be dragged between others."""
        flags = super().flags(index)
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

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
        if entry.state != STATES[0]:
            section = " · ".join(filter(None, (self._words(STATE_NAMES[entry.state]), section)))
        if holder := self._holders.get(entry.id):
            section = " · ".join(filter(None, (f"✎ {self._words(holder)}", section)))
        return head, title, section, _pages(entry)

    def _nobody(self) -> str:
        return self._words(text("Without an author"))

    def _repaint(self) -> None:
        if self._workspace.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._workspace.entries) - 1))


class EntryFilter(QSortFilterProxyModel):
    """Rows whose words hold every word typed, whatever the case and the look-alike letters, in the order chosen."""

    def __init__(self, model: EntryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: tuple[str, ...] = ()
        self._order: Order = "number"
        self._entries = model
        self.setSourceModel(model)
        self.sort(0)

    @property
    def is_whole(self) -> bool:
        """Whether every entry shows, in printed order: only then can rows be dragged to another place."""
        return not self._wanted and self._order == "number"

    @property
    def order(self) -> Order:
        """The order of the rows."""
        return self._order

    def seek(self, typed: str) -> None:
        """Show the rows that fit."""
        self.beginFilterChange()
        self._wanted = tuple(filter(None, (skeleton(word) for word in typed.split())))
        self.endFilterChange()

    def sort_by(self, order: Order) -> None:
        """Show the rows in this order."""
        self._order = order
        self.invalidate()

    def ids(self) -> list[str]:
        """Return the ids of the rows that show, from top to bottom."""
        return [str(self.index(row, 0).data(ID_ROLE)) for row in range(self.rowCount())]

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802  # Qt's name
        """See Qt."""
        if not self._wanted:
            return True
        words = skeleton(str(self.sourceModel().index(row, 0, parent).data()))
        return all(wanted in words for wanted in self._wanted)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # what Qt asks for
        """See Qt: a section's first row tells it."""
        if role != HEAD_ROLE:
            return super().data(index, role)
        if self._order != "section" or not index.isValid():
            return ""
        here, above = (self._section(index.row() - back) for back in (0, 1))
        return here if here != above else ""

    def _section(self, row: int) -> str:
        index = self.mapToSource(self.index(row, 0))
        return self._entries.section_name(index.row()) if index.isValid() else ""

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802  # Qt's name
        """See Qt."""
        if self._order == "number":
            return left.row() < right.row()
        key = _KEYS[self._order]
        collection = self._entries.workspace.collection
        one: Any = key(self._entries.entry_at(left.row()), collection), left.row()
        return bool(one < (key(self._entries.entry_at(right.row()), collection), right.row()))


_Key = Callable[[Entry, Collection], object]


def _author_key(entry: Entry, _collection: Collection) -> object:
    return _alphabetical(entry.authors[0].full_name if entry.authors else "", entry.language)


def _title_key(entry: Entry, _collection: Collection) -> object:
    return _alphabetical(entry.title.best(entry.language), entry.language)


def _section_key(entry: Entry, collection: Collection) -> object:
    ids = [path[-1].id for path in collection.section_paths()]
    return ids.index(entry.section) if entry.section in ids else len(ids)


def _state_key(entry: Entry, _collection: Collection) -> object:
    return STATES.index(entry.state)


_KEYS: Final[Mapping[Order, _Key]] = {
    "author": _author_key,
    "title": _title_key,
    "section": _section_key,
    "state": _state_key,
}


@lru_cache(maxsize=4096)
def _alphabetical(words: str, language: Language) -> object:
    return sort_key(words, language)


def _pages(entry: Entry) -> str:
    first, last = entry.first_page, entry.last_page
    return "–".join(str(page) for page in dict.fromkeys((first, last)) if page is not None)
