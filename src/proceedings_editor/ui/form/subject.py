"""What a form shows and edits: one entry, or the collection's own facts."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from proceedings_editor.app.history import NO_CARET, Caret
from proceedings_editor.app.session import Session
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import Edit, SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.path import value_at
from proceedings_editor.texts import Text
from proceedings_editor.ui.form.calm import Calm

_PAUSE_MS = 1000
"""After this long without a key, typing begins a new step."""


class Subject(QObject):
    """The entry with `entry_id`, or the collection when that is "".

    Attributes:
        calm: Asked before notes come and go; None where they may do so at any time.
    """

    def __init__(self, session: Session, entry_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.entry_id = entry_id
        self.calm: Calm | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(session.close_step)

    @property
    def owner(self) -> Entry | Collection | None:
        """The value itself; None where the entry is gone."""
        return self.session.entry(self.entry_id) if self.entry_id else self.session.workspace.collection

    def value(self, path: str) -> object:
        """Return the value at a path, None where there is nothing."""
        try:
            return value_at(self.owner, path)
        except (LookupError, ValueError):
            return None

    def full_path(self, path: str) -> str:
        """Return the path as findings and places give it."""
        return path if self.entry_id else f"collection.{path}"

    def set(self, path: str, value: object, label: Text) -> None:
        """Set a value, as a step of its own."""
        self.session.close_step()
        self.session.apply(SetField(self.entry_id, path, value, label))

    def type(self, path: str, value: object, label: Text, carets: tuple[tuple[int, int], tuple[int, int]]) -> None:
        """Set a value while a person types; what is typed without a pause is one step."""
        self.type_edit(path, SetField(self.entry_id, path, value, label), carets)

    def type_edit(self, path: str, edit: Edit, carets: tuple[tuple[int, int], tuple[int, int]]) -> None:
        """As `type`, for an edit of another kind."""
        widget = self.caret_name(path)
        before, after = (Caret(widget, *caret) for caret in carets)
        self.session.apply(edit, merge=widget, before=before, after=after)
        self._pause.start()

    def caret_name(self, path: str) -> str:
        """Return what carets call the editor of a path."""
        return f"form/{self.entry_id}/{path}"

    def caret_of(self, caret: Caret, path: str) -> Caret:
        """Return the caret where it is one of this path's editor, else `NO_CARET`."""
        return caret if caret.widget == self.caret_name(path) else NO_CARET
