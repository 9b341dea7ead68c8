"""Suggestions under a field while somebody types: what the collection knows, taken with arrow and Enter or a click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QStringListModel
from PySide6.QtWidgets import QCompleter

from proceedings_editor.app.known import Suggestion, suggestions, taken
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Field
from proceedings_editor.ui.form.editor import TextEditor
from proceedings_editor.ui.form.line import Line, TextBox

_LEAST_WIDTH: Final = 460
"""Pixels of the list of suggestions: a university's name is longer than its field."""


class Completion(QObject):
    """Shows suggestions below one editor and puts the chosen one in, with all that is known of it, as one step."""

    def __init__(self, editor: TextEditor, box: Line | TextBox, field: Field, language: str) -> None:
        super().__init__(editor)
        self._editor, self._box, self._field, self._language = editor, box, field, language
        self._found: Sequence[Suggestion] = ()
        self._list: QCompleter | None = None
        box.typed.connect(self._suggest)

    def _suggest(self) -> None:
        subject = self._editor.subject
        self._found = suggestions(
            subject.session.workspace, subject.entry_id, self._field, self._language, self._box.words()
        )
        if not self._found and self._list is None:
            return
        shown = self._completer()
        model = shown.model()
        assert isinstance(model, QStringListModel)
        model.setStringList([one.words for one in self._found])
        if not self._found:
            if popup := shown.popup():
                popup.hide()
            return
        area = self._box.rect()
        area.setWidth(max(area.width(), _LEAST_WIDTH))
        shown.complete(area)

    def _completer(self) -> QCompleter:
        """Made for the first suggestion: a form has hundreds of fields."""
        if self._list is None:
            self._list = QCompleter(QStringListModel(self), self)
            self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            self._list.setWidget(self._box)
            if popup := self._list.popup():
                popup.setObjectName("suggestions")
            pick: Callable[[QModelIndex], None] = self._take
            self._list.activated[QModelIndex].connect(pick)  # type: ignore[index]  # Qt's overloads
        return self._list

    def _take(self, index: QModelIndex) -> None:
        subject = self._editor.subject
        entry = subject.owner
        if isinstance(entry, Entry) and index.row() < len(self._found):
            path, value = taken(entry, self._editor.path, self._found[index.row()])
            subject.set(path, value, self._editor.label)
