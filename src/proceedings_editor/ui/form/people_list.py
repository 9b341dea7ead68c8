"""Authors and supervisors in the form: also pasted as lines, or taken from another entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QPushButton, QSizePolicy

from proceedings_editor.app.pasting import PeopleKey, add_people
from proceedings_editor.model.entry import Entry
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.form.row_list import RowList
from proceedings_editor.ui.icon import Icons


class PeopleList(RowList):
    """People of an entry."""

    def fill(self) -> None:
        """See `RowList`."""
        super().fill()
        self._button("paste", "clipboard-paste", text("Paste a person…"), self._paste)
        self._button("copy", "copy", text("From another entry…"), self._copy)

    def _button(self, name: str, icon: str, label: Text, do: Callable[[], object]) -> None:
        button = QPushButton(self)
        Icons(button).give(button.setIcon, icon)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._speaker.say(lambda words: button.setText(f" {words}"), label)
        self._speaker.name(button, f"{name}_{self.path}", label)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        self.buttons.addWidget(button)

    def _paste(self) -> None:
        from proceedings_editor.ui.form.paste_dialog import PasteDialog

        entry = self._subject.owner
        if not isinstance(entry, Entry):
            return
        key = cast(PeopleKey, self.path)
        dialog = PasteDialog(self._words, key, entry.language, self.window())
        accepted, people = dialog.exec(), dialog.people
        dialog.deleteLater()
        if accepted and people:
            self._subject.session.close_step()
            self._subject.session.apply(add_people(entry, key, people))
            self.show_last()

    def _copy(self) -> None:
        from proceedings_editor.ui.parts_dialog import copy_parts

        entry = self._subject.owner
        if isinstance(entry, Entry):
            copy_parts(self._subject.session, self._words, entry.id, self.window(), frozenset({self.path}))
