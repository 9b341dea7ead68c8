"""The section tree of the collection in its form: a box for each section, with what one does to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QComboBox, QInputDialog, QPushButton, QSizePolicy, QWidget

from proceedings_editor.app.sectioning import entries_in, remove_section, set_tree
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.edit import Edit
from proceedings_editor.model.section_tree import Tree, ids_in, indented, numbered, outdented
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text, plural, text
from proceedings_editor.ui.form.choice import sections
from proceedings_editor.ui.form.row import tool_button
from proceedings_editor.ui.form.row_list import RowList
from proceedings_editor.ui.icon import Icons
from proceedings_editor.ui.speaker import Speaker

_IN: Final = text("Make it a subsection of the section above")
_OUT: Final = text("Make it a section of its own")
_NUMBER: Final = text("Number the sections I, II, III")


class SectionList(RowList):
    """Sections of one level; a section that entries stand in goes only with an answer where they shall go."""

    def fill(self) -> None:
        """See `RowList`; the whole tree is numbered by one button."""
        super().fill()
        if self.path != "sections":
            return
        button = QPushButton(self)
        Icons(button).give(button.setIcon, "list-ordered")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._speaker.say(lambda words: button.setText(f" {words}"), _NUMBER)
        self._speaker.name(button, "numberSections", _NUMBER)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._apply(set_tree(numbered(self._tree), _NUMBER)))
        self.buttons.addWidget(button)

    def item_words(self, index: int) -> str:
        """See `RowList`; also how many entries stand in it."""
        section = self._section(index)
        if section is None:
            return ""
        count = len(entries_in(self._workspace, section.id))
        used = self._words(plural("{count} entry", "{count} entries", count)) if count else ""
        return " · ".join(filter(None, (section.name.best(self._words.language), used)))

    def more_buttons(self, index: int, speaker: Speaker) -> Sequence[QWidget]:
        """See `RowList`: the way to the other level."""
        name = f"{self.path.replace('.', '_')}_{index}"
        if self.path == "sections":
            inwards = partial(self._to_level, index, indented, _IN)
            return (tool_button(speaker, f"indent_{name}", "list-indent-increase", _IN, inwards),)
        outwards = partial(self._to_level, index, outdented, _OUT)
        return (tool_button(speaker, f"outdent_{name}", "list-indent-decrease", _OUT, outwards),)

    def refresh_item(self, index: int, buttons: Sequence[QWidget]) -> None:
        """See `RowList`."""
        section = self._section(index)
        change = indented if self.path == "sections" else outdented
        for button in buttons:
            button.setEnabled(section is not None and change(self._tree, section.id) is not None)

    def remove_item(self, index: int) -> None:
        """See `RowList`; asks where the entries of the section go."""
        section = self._section(index)
        if section is None:
            return
        heir: str | None = ""
        if count := len(entries_in(self._workspace, section.id)):
            heir = self._ask_heir(section, count)
        if heir is not None:
            label = text("Remove {item}", item=self.item_name(index))
            self._apply(remove_section(self._workspace, section.id, heir, label))

    # ------------------------------------------------------------------------------------------------------ inside

    @property
    def _workspace(self) -> Workspace:
        return self._subject.session.workspace

    @property
    def _tree(self) -> Tree:
        owner = self._subject.owner
        return owner.sections if isinstance(owner, Collection) else ()

    def _section(self, index: int) -> Section | None:
        values = self._values()
        found = values[index] if index < len(values) else None
        return found if isinstance(found, Section) else None

    def _to_level(self, index: int, change: Callable[[Tree, str], Tree | None], label: Text) -> None:
        section = self._section(index)
        tree = change(self._tree, section.id) if section else None
        if tree is not None:
            self._apply(set_tree(tree, label))

    def _apply(self, edit: Edit) -> None:
        self._subject.session.close_step()
        self._subject.session.apply(edit)

    def _ask_heir(self, section: Section, count: int) -> str | None:
        """Ask which section the entries go to, "" for none; None where the person thinks better of it."""
        say, going = self._words, frozenset(ids_in((section,)))
        left = [(heir, words) for heir, words in sections(self._workspace, say) if heir not in going]
        question = plural(
            "{count} entry stands in this section. It goes to:",
            "{count} entries stand in this section. They go to:",
            count,
        )
        dialog = QInputDialog(self.window())
        dialog.setObjectName("heirDialog")
        dialog.setWindowTitle(say(text("Remove the section")))
        dialog.setLabelText(say(question))
        dialog.setComboBoxItems([words.strip() for _, words in left])
        dialog.setOkButtonText(say(text("Remove the section")))
        dialog.setCancelButtonText(say(text("Cancel")))
        accepted, box = dialog.exec(), dialog.findChild(QComboBox)
        chosen = left[box.currentIndex()][0] if accepted and box else None
        dialog.deleteLater()
        return chosen
