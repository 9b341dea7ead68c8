"""Comes to a place of the open collection, whichever tab holds it, and to where undo or redo changed something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from proceedings_editor.app.history import NO_CARET, Caret, Step
from proceedings_editor.app.session import Change
from proceedings_editor.app.settling import COLLECTION
from proceedings_editor.model.place import Place
from proceedings_editor.ui.middle import Middle

if TYPE_CHECKING:
    from proceedings_editor.ui.workbench import Workbench

INFORMATION: Final = 0
ARTICLE: Final = 1
REFERENCES: Final = 2
HISTORY: Final = 3


class Navigator(QObject):
    """Goes about in one workbench."""

    def __init__(self, bench: Workbench, middle: Middle) -> None:
        super().__init__(bench)
        self._bench, self._middle = bench, middle

    def show_tab(self, index: int) -> None:
        """Show a tab of the entry; while the collection is shown, the history is the one of its settings."""
        if index == HISTORY and self._middle.shows_settings:
            self._middle.show_settings(1)
        else:
            self._middle.show_entry(index)
        self._middle.take_focus()

    def show_collection(self) -> None:
        """Show the facts of the collection."""
        self._middle.show_settings()

    def go_to(self, entry_id: str, place: Place, caret: Caret = NO_CARET) -> None:
        """Go to a place of an entry, or of the collection where the id is ""."""
        bench = self._bench
        if not entry_id or place.field.startswith(COLLECTION):
            self.show_collection()
            bench.collection.go_to(place, caret)
            return
        bench.entries.go_to(entry_id)
        self._middle.show_entry()
        if place.block:
            self._middle.show_entry(ARTICLE)
            bench.body.go_to(place)
        elif place.field.startswith("references"):
            self._middle.show_entry(REFERENCES)
            bench.references.go_to(place, caret)
        elif place.field and place.field != "body":
            self._middle.show_entry(INFORMATION)
            bench.form.go_to(place, caret)

    def go_to_page(self, part: str) -> None:
        """Show the first page of a part of the entry, "information" or "article", in the preview."""
        preview = self._bench.preview
        preview.show()
        preview.go_to_part(part)
        preview.pages.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, step: Step, caret: Caret) -> None:
        """Go to where undo or redo changed something; the body editor puts its own cursor there."""
        bench = self._bench
        if step.entry and bench.session.entry(step.entry) is None:
            return
        if not step.entry and step.place == Place():  # it changed several entries: none of them is the place
            return
        if step.place.block and caret is not NO_CARET:
            bench.entries.go_to(step.entry)
            self.show_tab(ARTICLE)
        else:
            self.go_to(step.entry, step.place, caret)

    def leave_gone_entry(self, change: Change) -> bool:
        """Show what stood beside an entry that is gone: nobody shall work on what is not there; False without any."""
        bench, ids = self._bench, [entry.id for entry in change.before.entries]
        here = ids.index(bench.entry_id) if bench.entry_id in ids else 0
        near = sorted(ids, key=lambda one: abs(ids.index(one) - here))
        left = next((one for one in near if bench.session.entry(one)), "")
        if left:
            bench.entries.go_to(left)
        return bool(left)
