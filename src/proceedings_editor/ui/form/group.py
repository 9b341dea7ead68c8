"""The fields of one owner, laid out in lines under headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from proceedings_editor.model.fields import Field, Owner
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.template import Template
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.form.arrangement import groups_of
from proceedings_editor.ui.form.field_line import FieldLine
from proceedings_editor.ui.form.people_list import PeopleList
from proceedings_editor.ui.form.row import FieldRow
from proceedings_editor.ui.form.row_list import RowKind, RowList
from proceedings_editor.ui.form.section_list import SectionList
from proceedings_editor.ui.form.subject import Subject
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_SECTIONS: Final = Field("section", "sections", text("Subsections"), repeatable=True)
_TREE: Final = Field("collection", "sections", text("Sections"), repeatable=True)
_VERSIONS: Final = Field("collection", "editor", text("Name"), local=True)
"""What the field table has no row for: the tree, and the one text of an editor."""

_LISTS: Final[Mapping[str, type[RowList]]] = {
    "sections": SectionList,
    "authors": PeopleList,
    "supervisors": PeopleList,
}
"""Lists that can do more than `RowList`."""


class FieldGroup(QWidget):
    """The fields of the owner at `path` ("" for the subject itself)."""

    def __init__(self, subject: Subject, words: Words, owner: Owner | None, path: str = "") -> None:
        super().__init__()
        self._subject, self._words, self._owner, self._path = subject, words, owner, path
        self._speaker = Speaker(words, self)
        self._rows: dict[str, FieldRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        for heading, lines in self._plan():
            if heading:
                self._layout.addWidget(self._heading(heading))
            for line in lines:
                self._layout.addWidget(self._line(line))

    # ------------------------------------------------------------------------------------------------------- doors

    def refresh(self, *, choices: bool) -> None:
        """Show the values as they are now; `choices` tells that what can be chosen has changed."""
        for row in self._rows.values():
            row.refresh(choices=choices)

    def row_at(self, steps: Sequence[str]) -> FieldRow | None:
        """Return the row for a path below this owner, None where it has no such field."""
        if self._owner is None:
            return self._rows["editor"]
        row = self._rows.get(steps[0]) if steps else None
        return row.row_at(steps[1:]) if row else None

    def rows_inside(self) -> list[FieldRow]:
        """Return every row, those of items too."""
        return [inner for row in self._rows.values() for inner in row.rows()]

    def focus(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self._rows.values())).editor_at("")
        if first:
            first.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------------------------------------ inside

    def _plan(self) -> list[tuple[Text | None, Sequence[Sequence[Field]]]]:
        if self._owner is None:
            return [(None, ((_VERSIONS,),))]
        plan: list[tuple[Text | None, Sequence[Sequence[Field]]]] = [
            (group.heading, group.lines) for group in groups_of(self._owner)
        ]
        if self._owner == "collection":
            plan.append((text("Programme"), ((_TREE,),)))
        if self._owner == "section" and self._path.count("sections") < 2:
            plan.append((None, ((_SECTIONS,),)))
        return plan

    def _heading(self, sentence: Text) -> QLabel:
        label = QLabel(self)
        font = label.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        label.setFont(font)
        label.setContentsMargins(0, 8, 0, 0)
        self._speaker.say(label.setText, sentence)
        return label

    def _line(self, fields: Sequence[Field]) -> QWidget:
        rows = [self._row(field) for field in fields]
        self._rows.update({row.field.key: row for row in rows})
        if len(rows) == 1:
            return rows[0]
        return FieldLine(self._words, rows, [len(LANGUAGES) if field.local else 1 for field in fields])

    def _row(self, field: Field) -> FieldRow:
        path = ".".join(filter(None, (self._path, field.key)))
        if field is _VERSIONS:
            return FieldRow(self._subject, self._words, field, self._path, required=False)
        required = is_required(self._subject.session.workspace.template, self._subject.full_path(path))
        if field.repeatable and (field.kind in ("people", "affiliations") or field.local or field.key == "sections"):
            make = partial(_inner, self._subject, self._words)
            kind = _LISTS.get(field.key, RowList)
            return kind(self._subject, self._words, field, path, required=required, make_inner=make)
        return FieldRow(self._subject, self._words, field, path, required=required)


def _inner(subject: Subject, words: Words, kind: RowKind, path: str) -> FieldGroup:
    return FieldGroup(subject, words, kind.owner, path)


def is_required(template: Template, path: str) -> bool:
    """Whether the template requires the field, in any of its languages."""
    bare = ".".join(step for step in path.split(".") if not step.isdecimal())
    versions = {f"{bare}.{language}" for language in LANGUAGES}
    return any(wanted == bare or wanted in versions for wanted in template.required)
