"""The reference list: items edited in place, moved, added, taken out; citations in the text follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from proceedings_editor.app.history import NO_CARET, Caret
from proceedings_editor.app.referencing import (
    FIELD,
    added,
    filled_and_added,
    linked,
    moved,
    numbered_anew,
    removed,
    use_of,
)
from proceedings_editor.app.session import Change, Session
from proceedings_editor.model.body import RichText
from proceedings_editor.model.edit import Edit, ReplaceText
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.form.subject import Subject
from proceedings_editor.ui.form.wrapped_label import WrappedLabel
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.read_only import set_read_only
from proceedings_editor.ui.reference.choosing import Choosing
from proceedings_editor.ui.reference.head import ReferenceHead
from proceedings_editor.ui.reference.item import ReferenceItem
from proceedings_editor.ui.reference.key import KEYS
from proceedings_editor.ui.reveal import reveal
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.tab_order import go_through_before
from proceedings_editor.ui.words import Words

_LABEL: Final = text("References")

Carets = tuple[tuple[int, int], tuple[int, int]]


class ReferenceList(QWidget):
    """Shows and edits the references of one entry.

    Signals:
        place_wanted: A place of the entry to go to: where a source is cited that the list does not have.
        failed, said: A sentence for the person.
    """

    place_wanted = Signal(object)
    failed = Signal(object)
    said = Signal(object)

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("referenceList")
        self._session, self._words = session, words
        self._subject = Subject(session, "", self)
        self._items: list[ReferenceItem] = []
        self._findings: Sequence[Finding] = ()
        self._shown: tuple[Reference, ...] | None = None
        self._used: Entry | None = None
        self._read_only = False
        self._head = ReferenceHead(words, self)
        self._head.setEnabled(False)  # until an entry is shown
        self._empty = WrappedLabel(self)
        self._area, self._holder = QScrollArea(self), QWidget()
        self._lay_out()
        self.choosing = Choosing(self._area, self._holder, self._items, self._move)
        self._end = self._head.buttons["add"]
        self._connect()
        Speaker(words, self).say(
            self._empty.setText,
            text("There are no references. Add one, put one together from its parts, or paste a whole list."),
        )
        listen(self, session, self._changed)

    def _lay_out(self) -> None:
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setObjectName("referenceArea")
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(6)
        inner = QVBoxLayout(self._holder)
        inner.addWidget(self._empty)
        inner.addLayout(self._boxes)
        inner.addStretch(1)
        self._area.setWidget(self._holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._area, 1)

    def _connect(self) -> None:
        doers: Mapping[str, Callable[[], object]] = {
            "add": lambda: self.add_behind(len(self._references()) - 1),
            "compose": self.compose,
            "paste": self.paste_clipboard,
            "renumber": self.renumber,
        }
        for key, do in doers.items():
            self._head.buttons[key].clicked.connect(lambda _=False, act=do: act())
        self._head.item_wanted.connect(lambda number: self.go_to(Place(field=f"{FIELD}.{number - 1}")))
        self._head.place_wanted.connect(self.place_wanted)
        keys: Mapping[str, Callable[[], object]] = {
            "up": lambda: self.choosing.move(-1),
            "down": lambda: self.choosing.move(1),
            "choose": self.choosing.pick_here,
            "open": lambda: self.open_item(self.choosing.here),
        }
        for row in KEYS:
            shortcut = QShortcut(QKeySequence(row.keys), self, keys[row.id])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # ------------------------------------------------------------------------------------------------------- doors

    def show_entry(self, entry_id: str) -> None:
        """Show another entry."""
        self._subject.entry_id = entry_id
        self._head.setEnabled(bool(entry_id))
        self.choosing.choose(())
        self._refresh()
        self._area.verticalScrollBar().setValue(0)

    def go_to(self, place: Place, caret: Caret = NO_CARET) -> None:
        """Put the cursor into the item of a place."""
        index = place.field.removeprefix(f"{FIELD}.").partition(".")[0]
        if not index.isdecimal() or int(index) >= len(self._items):
            self._end.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        item = self._items[int(index)]
        item.take_focus()
        reveal(self._area, item.box, item)
        if caret is NO_CARET and place.end:
            caret = Caret("", place.start, place.end)
        if caret is not NO_CARET:
            item.box.put_caret(caret)

    def set_read_only(self, read_only: bool) -> None:
        """Let it only be read, or edited again; links are opened all the same."""
        if read_only == self._read_only:
            return
        self._read_only = read_only
        set_read_only(self, read_only)
        self._shown = None
        self._refresh()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the findings of this entry under their items."""
        self._findings = findings
        self._show_notes()

    # ------------------------------------------------------------------------------------------------------- edits

    def add_behind(self, index: int) -> None:
        """Add an empty item behind another one; those behind it get new numbers, and so do their citations."""
        self._add(index + 1, ((),))

    def go_on(self, index: int) -> None:
        """Go to the item behind another one; behind the last one a new item begins, unless that is empty itself."""
        references = self._references()
        if index + 1 < len(references):
            self.go_to(Place(field=f"{FIELD}.{index + 1}"))
        elif references[index].text:
            self.add_behind(index)

    def move_item(self, index: int, by: int) -> None:
        """Exchange an item with its neighbour."""
        if self._apply(moved(self._entry(), (index,), index + by + (by > 0))):
            self.go_to(Place(field=f"{FIELD}.{index + by}"))

    def remove_item(self, index: int) -> None:
        """Take an item out."""
        self.choosing.choose(())
        self._apply(removed(self._entry(), (index,)))

    def remove_chosen(self, index: int) -> None:
        """Take the chosen items out, or the one at `index` where none is."""
        chosen = self.choosing.chosen or (index,)
        self.choosing.choose(())
        self._apply(removed(self._entry(), chosen))

    def renumber(self) -> None:
        """Put the sources into the template's order; every citation follows."""
        if not self._subject.entry_id:
            return
        edit = numbered_anew(self._entry(), self._session.workspace.template)
        if edit is None:
            self.said.emit(text("The references stand in their order already."))
        self._apply(edit)

    def paste(self, items: Sequence[RichText], index: int, *, into: bool) -> None:
        """Show a pasted list and add its items behind another one, or into an empty one and behind it."""
        from proceedings_editor.ui.reference.paste_dialog import PasteListDialog

        if self._read_only:
            return
        dialog = PasteListDialog(self._words, items, self.window())
        accepted, taken = dialog.exec(), dialog.items
        dialog.deleteLater()
        if not accepted or not taken:
            return
        if into:
            self._apply(filled_and_added(self._entry(), index, taken))
            self.go_to(Place(field=f"{FIELD}.{index + len(taken) - 1}"))
        else:
            self._add(index + 1, taken)

    def paste_clipboard(self) -> None:
        """Take the list on the clipboard apart and add it at the end; an empty window where there is none."""
        from proceedings_editor.app.reference_pasting import references_in

        data = QApplication.clipboard().mimeData() or QMimeData()  # without a screen there may be none
        html = data.html() if data.hasHtml() else ""
        self.paste(references_in(data.text(), html), len(self._items) - 1, into=False)

    def compose(self) -> None:
        """Put a reference together from its parts and add it at the end."""
        from proceedings_editor.ui.reference.compose_dialog import ComposeDialog

        if self._read_only:
            return
        standard = self._session.workspace.template.references.standard
        dialog = ComposeDialog(self._words, self._entry().language, standard, self.window())
        accepted, words = dialog.exec(), dialog.reference
        dialog.deleteLater()
        if accepted and words:
            self._add(len(self._references()), (linked(words),))

    def type(self, index: int, old: str, new: str, carets: Carets) -> None:
        """Take over what a person typed; marks and links around it stay."""
        start, end, words = _difference(old, new)
        place = Place(field=f"{FIELD}.{index}", start=start, end=end)
        edit = ReplaceText(self._subject.entry_id, place, words, _LABEL)
        self._subject.type_edit(f"{FIELD}.{index}", edit, carets)

    def _add(self, at: int, items: Sequence[RichText]) -> None:
        if self._apply(added(self._entry(), at, items)):
            self.go_to(Place(field=f"{FIELD}.{at + len(items) - 1}"))

    def _move(self, chosen: Sequence[int], to: int) -> bool:
        return not self._read_only and self._apply(moved(self._entry(), chosen, to))

    def _apply(self, edit: Edit | None) -> bool:
        self._session.close_step()
        return edit is not None and self._session.apply(edit)

    # ------------------------------------------------------------------------------------------------------- links

    def open_item(self, index: int) -> None:
        """Open the link of an item that the cursor is on, or its first."""
        if 0 <= index < len(self._items) and (address := self._items[index].box.link_at_cursor()):
            self.open_link(address)

    def open_link(self, address: str) -> None:
        """Open a web address in the browser."""
        if not QDesktopServices.openUrl(QUrl(address)):
            self.failed.emit(text("No browser could be started for {address}.", address=address))

    # ------------------------------------------------------------------------------------------------------ inside

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: what is wrong, and what the text cites, is shown only while somebody sees it."""
        super().showEvent(event)
        self._show_notes()
        self._show_use()

    def _entry(self) -> Entry:
        entry = self._session.entry(self._subject.entry_id)
        assert entry
        return entry

    def _references(self) -> tuple[Reference, ...]:
        value = self._subject.value(FIELD)
        return value if isinstance(value, tuple) else ()

    def _changed(self, change: Change) -> None:
        if change.is_refusal:
            self._shown = None
            for item in self._items:
                item.forget()
        if change.before is not change.after or change.is_refusal:
            self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: whoever comes by key to the list can write in it, or add to it."""
        super().focusInEvent(event)
        self.go_to(Place(field=f"{FIELD}.0"))

    def _refresh(self) -> None:
        references = self._references() if self._subject.entry_id else ()
        if references is not self._shown:
            self._shown = references
            self._show_items(references)
        self._show_use()

    def _show_items(self, references: tuple[Reference, ...]) -> None:
        while len(self._items) > len(references):
            item = self._items.pop()
            self._boxes.removeWidget(item)
            item.hide()
            item.deleteLater()
        while len(self._items) < len(references):
            item = ReferenceItem(self, self._session, self._words, len(self._items))
            self._items.append(item)
            self._boxes.addWidget(item)
            go_through_before(item, self._end)
        for item, reference in zip(self._items, references, strict=True):
            item.show_reference(reference, len(references))
        self._empty.setVisible(not references)
        self._show_notes()
        if self._read_only:
            set_read_only(self, True)
            for item in self._items:
                item.open.setEnabled(bool(item.box.link_at_cursor()))

    def _show_notes(self) -> None:
        if not self.isVisible():
            return
        for index, item in enumerate(self._items):
            item.notes.show_findings([one for one in self._findings if one.place.field == f"{FIELD}.{index}"])

    def _show_use(self) -> None:
        entry = self._session.entry(self._subject.entry_id) if self._subject.entry_id else None
        if not self.isVisible() or entry is self._used:
            return
        self._used = entry
        template = self._session.workspace.template
        use = use_of(entry, template) if entry else None
        can_be_numbered = entry is not None and numbered_anew(entry, template) is not None
        self._head.show_use(use, template, can_be_numbered=can_be_numbered and not self._read_only)
        for item in self._items:
            item.show_use(cited=use is None or item.index + 1 not in use.uncited)


def _difference(old: str, new: str) -> tuple[int, int, str]:
    """Return which stretch of the old words became which new words."""
    most = min(len(old), len(new))
    start = next((place for place in range(most) if old[place] != new[place]), most)
    same = next((back for back in range(most - start) if old[-1 - back] != new[-1 - back]), most - start)
    return start, len(old) - same, new[start : len(new) - same]
