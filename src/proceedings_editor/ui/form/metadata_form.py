"""The form of an entry's facts, or of the collection's, made from the field table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from proceedings_editor.app.history import NO_CARET, Caret
from proceedings_editor.app.session import Change, Session, differing
from proceedings_editor.app.settling import COLLECTION
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Owner
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.ui.form.calm import Calm
from proceedings_editor.ui.form.group import FieldGroup
from proceedings_editor.ui.form.row import FieldRow
from proceedings_editor.ui.form.spelling import look_up_fields
from proceedings_editor.ui.form.subject import Subject
from proceedings_editor.ui.listening import listen
from proceedings_editor.ui.read_only import set_read_only
from proceedings_editor.ui.reveal import reveal
from proceedings_editor.ui.spelling import Spelling
from proceedings_editor.ui.words import Words

_READINGS: Final = "readings"


class MetadataForm(QScrollArea):
    """Shows and edits the facts of one entry; `CollectionForm` those of the collection."""

    owner: Owner = "entry"

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("metadataForm" if self.owner == "entry" else "collectionForm")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session, self._words = session, words
        self._subject = Subject(session, "", self)
        self._subject.calm = Calm(self)
        self._group: FieldGroup | None = None
        self._stale = True
        self._choices_changed = self._read_only = False
        self._findings: Sequence[Finding] = ()
        self._marked: list[FieldRow] = []
        self._spelling: Spelling | None = None
        listen(self, session, self._changed)

    # ------------------------------------------------------------------------------------------------------- doors

    def show_entry(self, entry_id: str) -> None:
        """Show another entry."""
        self._subject.entry_id = entry_id
        if self._subject.calm:
            self._subject.calm.end()
        self._stale = True
        if self._group:
            self._group.setVisible(bool(entry_id))
        self._refresh_if_seen()
        self.verticalScrollBar().setValue(0)

    def go_to(self, place: Place, caret: Caret = NO_CARET) -> None:
        """Put the cursor into the field of a place."""
        self._build()
        path = self._path_of(place.field)
        row = self._row_at(path)
        editor = row.editor_at(path) if row else None
        if row is None:
            return
        target = editor.widget if editor else row
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self, target, row)
        if editor is None:
            return
        if caret is NO_CARET and place.end:
            caret = Caret(self._subject.caret_name(path), place.start, place.end)
        editor.put_caret(self._subject.caret_of(caret, editor.path) if caret.widget else NO_CARET)

    def finish(self) -> bool:
        """Take what was typed as complete; False, and the cursor in the field, where words say no value."""
        rows = self._group.rows_inside() if self._group else []
        for editor in (editor for row in rows for editor in row.editors.values()):
            editor.finish()
        fault = next((row for row in rows if row.notes.has_fault), None)
        if fault:
            self.go_to(Place(field=fault.path))
        return fault is None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the findings of this entry, or of the collection's facts, under their fields."""
        self._findings = findings
        if self._group and self.isVisible():
            self._show_notes()
        else:
            self._stale = True

    def look_up_words(self, spelling: Spelling) -> None:
        """Underline words no dictionary knows from now on; to be called before anything is shown."""
        self._spelling = spelling

    def set_read_only(self, read_only: bool) -> None:
        """Let it only be read, or edited again."""
        if read_only == self._read_only:
            return
        self._read_only = read_only
        set_read_only(self, read_only)
        self._stale = True
        self._refresh_if_seen()

    # ------------------------------------------------------------------------------------------------------ inside

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: whoever comes by key to the form can write in it."""
        super().focusInEvent(event)
        if self._group:
            self._group.focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """See Qt: what nobody sees is not kept up to date."""
        super().showEvent(event)
        self._refresh_if_seen()

    def _changed(self, change: Change) -> None:
        before, after = change.before, change.after
        if change.is_refusal:
            self._choices_changed = self._stale = True  # also what shows the value as it thinks
            self._refresh_if_seen()
            return
        same_entry = _entry(before.entries, self._subject.entry_id) is _entry(after.entries, self._subject.entry_id)
        if same_entry and before.collection is after.collection:
            return
        self._stale = True
        self._choices_changed |= before.collection is not after.collection
        self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._build()

    def _build(self) -> None:
        if self._subject.owner is None or (self.owner == "entry") != bool(self._subject.entry_id):
            return
        if self._group is None:
            self._group = FieldGroup(self._subject, self._words, self.owner)
            holder = QWidget()
            layout = QVBoxLayout(holder)
            layout.addWidget(self._group)
            layout.addStretch(1)
            self._group.refresh(choices=True)
            self.setWidget(holder)
            if self._spelling:
                look_up_fields(self._group.rows_inside(), self._subject, self._spelling, self._words)
        else:
            self._group.refresh(choices=self._choices_changed)
        self._stale = self._choices_changed = False
        self._show_notes()
        if self._read_only:
            set_read_only(self, True)

    def _show_notes(self) -> None:
        findings: dict[FieldRow, list[Finding]] = {}
        readings: dict[FieldRow, list[Reading]] = {}
        for finding in self._findings:
            if (row := self._row_at(self._path_of(finding.place.field))) is not None:
                findings.setdefault(row, []).append(finding)
        owner = self._subject.owner
        entry = owner if isinstance(owner, Entry) else None
        for reading in entry.readings if entry else ():
            if self._subject.value(reading.field) == reading.text:
                continue  # it says what the field says
            if (row := self._row_at(reading.field)) is not None:
                readings.setdefault(row, []).append(reading)
        assert self._group is not None
        for row in self._group.rows_inside():
            row.notes.show_readings(entry, readings.get(row, ()))
            row.notes.show_findings(findings.get(row, ()))

    def _path_of(self, field: str) -> str:
        """Return the path of the field a place is about: a reading is shown under the field it was found for."""
        steps = field.split(".")
        owner = self._subject.owner
        if steps[0] == _READINGS and isinstance(owner, Entry) and int(steps[1]) < len(owner.readings):
            return owner.readings[int(steps[1])].field
        return field if self.owner == "entry" else field.removeprefix(COLLECTION)

    def _row_at(self, path: str) -> FieldRow | None:
        return self._group.row_at(path.split(".")) if self._group and path else None


class CollectionForm(MetadataForm):
    """Shows and edits the facts of the collection."""

    owner: Owner = "collection"

    def _changed(self, change: Change) -> None:
        """Also tell anew how many entries each section has."""
        pairs = differing(change.before, change.after)
        if any(old is None or new is None or old.section != new.section for old, new in pairs):
            self._stale = self._choices_changed = True
        super()._changed(change)
        self._refresh_if_seen()


def _entry(entries: Sequence[Entry], entry_id: str) -> Entry | None:
    return next((entry for entry in entries if entry.id == entry_id), None)
