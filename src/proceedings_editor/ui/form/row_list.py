"""Fields that hold several of a kind, each with fields of its own: people, affiliations, sections, editors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from proceedings_editor.model.collection import Section
from proceedings_editor.model.edit import Edit, SetField, Together
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Field, Owner
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.flow import FlowLayout
from proceedings_editor.ui.form.row import GAP, FieldRow, tool_button
from proceedings_editor.ui.form.subject import Subject
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.icon import Icons
from proceedings_editor.ui.reveal import reveal_in_its_area
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.tab_order import go_through_before
from proceedings_editor.ui.words import Words


@dataclass(frozen=True, slots=True)
class RowKind:
    """What a list holds.

    Attributes:
        owner: The fields of one item; None for a text in three languages.
        make: A new, empty item beside those there are.
        item: What one is called.
        add: Words of the button that adds one.
    """

    owner: Owner | None
    make: Callable[[Sequence[Any]], object]
    item: Text
    add: Text


def _new_section(others: Sequence[Section]) -> Section:
    taken = {one.id for section in others for one in (section, *section.sections)}
    number = next(n for n in range(1, len(taken) + 2) if f"s{n}" not in taken)
    return Section(f"s{number}")


KINDS: Final[Mapping[str, RowKind]] = {
    "authors": RowKind("author", lambda _: Author(), text("Author {number}"), text("Add an author")),
    "supervisors": RowKind("supervisor", lambda _: Supervisor(), text("Supervisor {number}"), text("Add a supervisor")),
    "affiliations": RowKind(
        "affiliation", lambda _: Affiliation(), text("Affiliation {number}"), text("Add an affiliation")
    ),
    "sections": RowKind("section", _new_section, text("Section {number}"), text("Add a section")),
    "subsections": RowKind("section", _new_section, text("Subsection {number}"), text("Add a subsection")),
    "editors": RowKind(None, lambda _: LocalText(), text("Editor {number}"), text("Add an editor")),
}

MakeInner = Callable[[Owner, str, int], QWidget]
"""Makes the group of fields of an item: owner, path, depth."""


class RowList(FieldRow):
    """A field of several items; each is a box with a head and, inside, the fields of the item."""

    def __init__(
        self,
        subject: Subject,
        words: Words,
        field: Field,
        path: str,
        *,
        required: bool,
        make_inner: Callable[[RowKind, str], Any],
    ) -> None:
        self._kind = KINDS["subsections" if ".sections" in path else field.key]
        self._make_inner = make_inner
        self._items: list[ItemBox] = []
        super().__init__(subject, words, field, path, required=required)

    def fill(self) -> None:
        """See `FieldRow`."""
        font = self._label.font()
        font.setBold(True)
        self._label.setFont(font)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(GAP)
        self._layout.addWidget(self._label)
        self._layout.addLayout(self._boxes)
        self._add = QPushButton(self)
        Icons(self._add).give(self._add.setIcon, "plus")
        self._add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._speaker.say(lambda words: self._add.setText(f" {words}"), self._kind.add)
        self._speaker.name(self._add, f"add_{self.path.replace('.', '_')}", self._kind.add)
        self._add.setAutoDefault(False)  # or it turns dark under its dark icon where the keyboard is
        self._add.clicked.connect(self._append)
        self.buttons = FlowLayout(gap=GAP)
        self.buttons.addWidget(self._add)
        self._layout.addLayout(self.buttons)

    # ------------------------------------------------------------------------------------------------------- doors

    def show_value(self, *, choices: bool) -> None:
        """See `FieldRow`; boxes come and go at the end, values move through them."""
        count = len(self._values())
        while len(self._items) > count:
            box = self._items.pop()
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        while len(self._items) < count:
            index = len(self._items)
            box = ItemBox(self, index, self._make_inner(self._kind, f"{self.path}.{index}"))
            self._items.append(box)
            self._boxes.addWidget(box)
            go_through_before(box, self._add)
        for box in self._items:
            box.refresh(count, choices=choices)

    def row_at(self, rest: Sequence[str]) -> FieldRow:
        """See `FieldRow`."""
        if rest and rest[0].isdecimal() and int(rest[0]) < len(self._items):
            found: FieldRow | None = self._items[int(rest[0])].inner.row_at(rest[1:])
            return found or self
        return self

    def rows(self) -> list[FieldRow]:
        """See `FieldRow`."""
        return [self, *(row for box in self._items for row in box.inner.rows_inside())]

    def retranslate(self) -> None:
        """See `FieldRow`."""
        super().retranslate()
        for box in self._items:
            box.retranslate()

    def item_name(self, index: int) -> Text:
        """Return what an item is called: its number, and its name where it has one."""
        return replace(self._kind.item, values=(("number", index + 1),))

    def item_words(self, index: int) -> str:
        """Return the item's own name, "" without one."""
        values = self._values()
        match values[index] if index < len(values) else None:
            case Author() | Supervisor() as person:
                return person.full_name
            case Affiliation(organisation=name) | Section(name=name) | (LocalText() as name):
                return name.best(self._words.language)
        return ""

    def more_buttons(self, index: int, speaker: Speaker) -> Sequence[QWidget]:
        """Return what stands in an item's head before the buttons that every item has."""
        del index, speaker
        return ()

    def refresh_item(self, index: int, buttons: Sequence[QWidget]) -> None:
        """Let the buttons of `more_buttons` show what is possible now."""

    # ------------------------------------------------------------------------------------------------------- edits

    def move_item(self, index: int, by: int) -> None:
        """Exchange an item with one of its neighbours."""
        order = list(range(len(self._values())))
        order[index], order[index + by] = order[index + by], order[index]
        self._reorder(order, text("Move {item}", item=self.item_name(index)))

    def remove_item(self, index: int) -> None:
        """Take an item out."""
        order = [place for place in range(len(self._values())) if place != index]
        self._reorder(order, text("Remove {item}", item=self.item_name(index)))

    def _append(self) -> None:
        values = self._values()
        self._subject.set(self.path, (*values, self._kind.make(self._all_sections() or values)), self._kind.add)
        self.show_last()

    def show_last(self) -> None:
        """Go to the last item, which was just added."""
        if self._items:
            self._items[-1].focus()
            reveal_in_its_area(self._items[-1].focusWidget() or self._items[-1], self._items[-1])

    def _all_sections(self) -> Sequence[Section]:
        """Ids of sections are unique in the whole tree."""
        return self._subject.session.workspace.collection.sections if self.field.key == "sections" else ()

    def _values(self) -> tuple[Any, ...]:
        value = self._subject.value(self.path)
        return value if isinstance(value, tuple) else ()

    def _reorder(self, order: Sequence[int], label: Text) -> None:
        values = self._values()
        edit: Edit = SetField(self._subject.entry_id, self.path, tuple(values[place] for place in order), label)
        owner = self._subject.owner
        if isinstance(owner, Entry) and any(r.field.startswith(f"{self.path}.") for r in owner.readings):
            readings = _followed(owner, self.path, order)
            edit = Together((edit, SetField(owner.id, "readings", readings, label)), label)
        self._subject.session.close_step()
        self._subject.session.apply(edit)


class ItemBox(QFrame):
    """One item: a head with its name and buttons, and its fields."""

    def __init__(self, owner: RowList, index: int, inner: Any) -> None:  # noqa: ANN401  # a group, which knows lists
        super().__init__()
        self._list, self._index, self.inner = owner, index, inner
        self.setObjectName(f"item_{owner.path.replace('.', '_')}_{index}")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._title = WrappedLabel(self)
        self._speaker = Speaker(owner._words, self)
        name = f"{owner.path.replace('.', '_')}_{index}"
        self._up = tool_button(
            self._speaker, f"up_{name}", "chevron-up", text("Move up"), lambda: owner.move_item(index, -1)
        )
        self._down = tool_button(
            self._speaker, f"down_{name}", "chevron-down", text("Move down"), lambda: owner.move_item(index, 1)
        )
        gone = text("Remove")
        self._gone = tool_button(self._speaker, f"remove_{name}", "x", gone, lambda: owner.remove_item(index))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        self._more = owner.more_buttons(index, self._speaker)
        for button in (*self._more, self._up, self._down, self._gone):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        head.setSpacing(2)
        layout.setContentsMargins(10, 6, 10, 10)
        layout.addLayout(head)
        layout.addWidget(inner)

    def refresh(self, count: int, *, choices: bool) -> None:
        """Show the item as it is now, one of `count`."""
        self._up.setEnabled(self._index > 0)
        self._down.setEnabled(self._index < count - 1)
        self._list.refresh_item(self._index, self._more)
        self.retranslate()
        self.inner.refresh(choices=choices)

    def retranslate(self) -> None:
        """Say the words again."""
        name = self._list._words(self._list.item_name(self._index))
        own = self._list.item_words(self._index)
        self._title.setText(f"{name} · {own}" if own else name)

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self.inner.focus()


def _followed(entry: Entry, path: str, order: Sequence[int]) -> tuple[object, ...]:
    """Return the entry's readings, those of items that moved with their new paths, without those of items gone."""
    kept: list[object] = []
    for reading in entry.readings:
        rest = reading.field.removeprefix(f"{path}.")
        index, _, below = rest.partition(".")
        if rest == reading.field or not index.isdecimal():
            kept.append(reading)
        elif int(index) in order:
            field = ".".join(filter(None, (path, str(order.index(int(index))), below)))
            kept.append(replace(reading, field=field))
    return tuple(kept)
