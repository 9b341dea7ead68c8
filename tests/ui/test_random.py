"""Whatever a person does in the whole window, in whatever order: model, panels, files and history never differ."""

from __future__ import annotations

import logging
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.field_text import text_of_field
from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Span, plain_text
from proceedings_editor.model.body_edit.share import shared
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.edit import AddEntry, EditError
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.fields import Field, Owner, fields_of
from proceedings_editor.model.local import LANGUAGES, LocalText, LocalWords
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.reading import Reading
from proceedings_editor.texts import text
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.form.metadata_form import MetadataForm
from proceedings_editor.ui.form.row_list import KINDS
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.body.hand import Hand
from tests.ui.body.sample import BODY
from tests.ui.keyboard import Key, press, type_text
from tests.ui.message import with_next_dialog
from tests.ui.window import child

WORDS = ("ә", "Қала", "a", "жaз", "2", "31.12.2025", " ", "[1; 2]", "х²", "«", "\t", "82,5", "9" * 12, "😀")
"""Kazakh, a Latin letter in a Kazakh word, numbers, dates, and what is no number or date."""

LINES = "1. Бірінші еңбек\n[2] Второй труд\n\n3) Third work"

ADDRESS = LocalText("Жайық университеті", "Уральский университет", "Zhaiyq University")
COLLECTION = Collection(
    name=LocalText("Дала", "Степь", "Steppe"),
    first_day=date(2026, 4, 16),
    sections=(Section("s1", "I", LocalText("Бірінші"), (Section("s2", "1", LocalText("Ішкі")),)),),
)
ENTRY = Entry(
    id="dala",
    number=7,
    first_page=32,
    udc=("34:342.4(574)",),
    title=LocalText("Дала өзені", "Река в степи", "A river"),
    authors=(
        Author(surname="Абдуллина", given_name="Ж.", affiliations=(Affiliation(ADDRESS),), status="student"),
        Author(surname="Серік", email="a@example.kz", corresponding=True),
    ),
    supervisors=(Supervisor(surname="Иванова"),),
    abstract=LocalText("Бірінші жол\nекінші жол"),
    keywords=LocalWords(kk=("дала", "су")),
    received=date(2026, 2, 1),
    originality=Decimal("82.5"),
    body=BODY,
    references=tuple(Reference((Span(words),)) for words in ("Сарсенов Б. Дала.", "Ли В. Степь.", "Kim A. Steppe.")),
    readings=(Reading("title.ru", "Реки степи", "line 3", 3), Reading("authors.1.surname", "Серікбай", "line 5", 5)),
)
OTHER = Entry(id="ozen", language="ru", number=8, title=LocalText(ru="Озёра"), references=(Reference((Span("Труд"),)),))


class Person(RuleBasedStateMachine):
    """Somebody who does anything at any time in one open collection."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(self.place.name) / "жинақ"
        new_collection(self.folder, "kz-conference", COLLECTION)
        made = Session(self.folder, open_collection(self.folder))
        for entry in (ENTRY, OTHER):
            made.apply(AddEntry(entry, text("New entry")))
        made.save()
        self.open()

    def open(self) -> None:
        self.session = Session(self.folder, open_collection(self.folder))
        self.first = self.session.workspace
        self.words, self.jobs = Words("en"), Jobs()
        self.bench = Workbench(self.session, self.words, self.jobs, Path(self.place.name) / "cache")
        self.bench.preview.hide()  # it only reads; the tests of its own look at it
        self.bench.resize(1200, 800)
        self.bench.show()
        self.bench.start()
        self.bench.entries.go_to("dala")
        self.hand = Hand(self.bench.body, self.session, 0)

    def close(self) -> None:
        self.bench.close_session()
        self.jobs.shut_down()
        for one in (self.bench, self.jobs, self.words):
            one.deleteLater()
        bury_the_dead()

    # ------------------------------------------------------------------------------------------------ going around

    @rule(tab=st.integers(0, 2))
    def look_at_a_tab(self, tab: int) -> None:
        self.bench.show_tab(tab)

    @rule()
    def look_at_the_collection(self) -> None:
        self.bench.navigator.show_collection()

    @rule(entry=st.sampled_from(("dala", "ozen")))
    def go_to_an_entry(self, entry: str) -> None:
        self.bench.entries.go_to(entry)

    @rule(language=st.sampled_from(LANGUAGES))
    def change_the_language(self, language: str) -> None:
        self.words.set_language(language)  # type: ignore[arg-type]

    @rule()
    def add_an_entry(self) -> None:
        if len(self.session.workspace.entries) < 5:
            self.bench.add_entry()

    # ------------------------------------------------------------------------------------------------------ fields

    @rule(where=st.integers(0, 999), start=st.integers(0, 30), length=st.integers(0, 8), words=st.sampled_from(WORDS))
    def type_in_a_field(self, where: int, start: int, length: int, words: str) -> None:
        boxes = [one for one in self.widgets(Line, TextBox) if one.isEnabled()]
        if boxes:
            box: Any = boxes[where % len(boxes)]
            box.setFocus()
            self.select(box, start, length)
            type_text(box, words)

    @rule(where=st.integers(0, 999), start=st.integers(0, 30), key=st.sampled_from((Key.Key_Backspace, Key.Key_Delete)))
    def delete_in_a_field(self, where: int, start: int, key: Any) -> None:  # noqa: ANN401  # Qt's enum
        boxes = self.widgets(Line, TextBox)
        if boxes:
            box = boxes[where % len(boxes)]
            self.select(box, start, 0)
            press(box, key)

    @rule(where=st.integers(0, 999), key=st.sampled_from((Key.Key_Down, Key.Key_Up)))
    def choose_in_a_list(self, where: int, key: Any) -> None:  # noqa: ANN401  # Qt's enum
        boxes = self.widgets(QComboBox)
        if boxes:
            press(boxes[where % len(boxes)], key)

    @rule(where=st.integers(0, 999))
    def press_a_button_beside_a_field(self, where: int) -> None:
        """Items are added, moved and taken out; readings taken or kept; findings fixed; flags set."""
        names = ("add_", "up_", "down_", "remove_", "takeButton", "keepButton", "fixButton", "addReference", "field_")
        names += ("number_", "renumberReferences")
        found = self.widgets(QAbstractButton)
        buttons = [one for one in found if one.objectName().startswith(names) and not one.text().endswith("…")]
        if buttons:
            buttons[where % len(buttons)].click()

    @rule(where=st.integers(0, 99))
    def paste_references(self, where: int) -> None:
        self.bench.show_tab(2)
        boxes = [one for one in self.widgets(TextBox) if one.objectName().startswith("reference_")]
        if boxes and len(boxes) < 12:
            data = QMimeData()
            data.setText(LINES)
            with_next_dialog(lambda dialog: child(dialog, QPushButton, "takeReferences").click())
            boxes[where % len(boxes)].insertFromMimeData(data)

    # ------------------------------------------------------------------------------------------------------ article

    @rule(seed=st.integers(0, 99_999), count=st.integers(1, 4))
    def work_on_the_article(self, seed: int, count: int) -> None:
        self.bench.entries.go_to("dala")
        self.bench.show_tab(1)
        self.hand.chance.seed(seed)
        for _ in range(count):
            self.hand.go()
            self.look()

    # ------------------------------------------------------------------------------------------------------ history

    @rule(count=st.integers(1, 6))
    def undo(self, count: int) -> None:
        for _ in range(count):
            self.bench.undo()
            self.look()

    @rule(count=st.integers(1, 6))
    def redo(self, count: int) -> None:
        for _ in range(count):
            self.bench.redo()
            self.look()

    @rule(which=st.integers(0, 999))
    def fix_a_finding(self, which: int) -> None:
        fixes = [found.fix for found in self.bench.findings if found.fix]
        if fixes:
            try:
                self.session.apply(fixes[which % len(fixes)].edit)
            except EditError:
                return  # the text has changed since it was found

    @rule()
    def wait_for_the_check(self) -> None:
        end = time.monotonic() + 20
        while not self.bench.is_checked and time.monotonic() < end:
            QTest.qWait(5)
        assert self.bench.is_checked

    @rule()
    def save(self) -> None:
        self.session.save()
        assert not self.session.is_dirty
        assert open_collection(self.folder).workspace == self.session.workspace

    @rule()
    def save_and_open_again(self) -> None:
        self.session.save()
        saved = self.session.workspace
        self.undo_everything()
        self.close()
        self.open()
        assert self.session.workspace == saved

    # ------------------------------------------------------------------------------------------------------- looking

    @invariant()
    def look(self) -> None:
        bury_the_dead()
        workspace, bench = self.session.workspace, self.bench
        entry = self.session.entry(bench.entry_id)
        if entry:
            assert bench.body.sync.body == entry.body
            assert shared(entry.body, bench.body.sync.walked()) == entry.body
            assert self.references() == [plain_text(one.text) for one in entry.references]
            if bench.form.isVisible():
                assert_form_shows(bench.form, "entry", entry)
        if bench.collection.isVisible():
            assert_form_shows(bench.collection, "collection", workspace.collection)

    def references(self) -> list[str]:
        count = len(getattr(self.session.entry(self.bench.entry_id), "references", ()))
        panel = self.bench.references
        boxes = {one.objectName(): one for one in panel.findChildren(TextBox)}
        assert len(boxes) == count
        return [boxes[f"reference_{index}"].words() for index in range(count)]

    def undo_everything(self) -> None:
        while self.session.undo():
            self.look()
        assert self.session.workspace is self.first
        for tab in range(3):
            self.bench.show_tab(tab)
            self.look()
        self.bench.navigator.show_collection()
        self.look()
        last = None
        while self.session.redo():
            last = self.session.workspace
            self.look()
        assert last is None or last is self.session.workspace

    def widgets(self, *kinds: type[QWidget]) -> list[Any]:
        """What a person sees in form and reference list."""
        panels = (self.bench.form, self.bench.references, self.bench.collection)
        bury_the_dead()
        seen = [one for one in panels if one.isVisible()]
        inside = (one for panel in seen for one in panel.findChildren(QWidget))
        return [one for one in inside if isinstance(one, kinds)]

    @staticmethod
    def select(box: Line | TextBox, start: int, length: int) -> None:
        from proceedings_editor.app.history import Caret

        most = len(box.words())
        box.put_caret(Caret("", min(start, most), min(start + length, most)))

    def teardown(self) -> None:
        try:
            self.undo_everything()
        finally:
            self.close()
            self.place.cleanup()


def bury_the_dead() -> None:
    """Let Qt delete what is to be deleted later."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# ------------------------------------------------------------------------------------------------------ what forms show


def assert_form_shows(form: MetadataForm, owner: Owner, value: object) -> None:
    found = form.findChildren(QWidget)
    shown = {one.objectName(): one for one in found if one.objectName().startswith("field_")}
    expected = {f"field_{path}": rest for path, *rest in fields_below(owner, "", value)}
    assert shown.keys() == expected.keys()
    for name, (field, one) in expected.items():
        assert shows(shown[name], field, one), f"{name} shows {shown[name]} instead of {one!r}"


def fields_below(owner: Owner | None, path: str, value: Any) -> Iterator[tuple[str, Field, Any]]:  # noqa: ANN401
    """Yield path, field and value of everything a form has to show of an owner."""
    rows = list(fields_of(owner)) if owner else []
    if owner == "collection" or (owner == "section" and path.count("sections") < 2):
        rows.append(Field("collection", "sections", text("Sections"), repeatable=True))
    for field in rows:
        here, inner = f"{path}{field.key}", getattr(value, field.key)
        if field.key in KINDS:
            for index, item in enumerate(inner):
                yield from item_below(KINDS[field.key].owner, f"{here}_{index}", item, field)
        elif field.local:
            yield from ((f"{here}_{one}", field, getattr(inner, one)) for one in LANGUAGES)
        else:
            yield here, field, inner


def item_below(owner: Owner | None, path: str, item: Any, field: Field) -> Iterator[tuple[str, Field, Any]]:  # noqa: ANN401
    if owner is None:
        yield from ((f"{path}_{one}", replace(field, repeatable=False), getattr(item, one)) for one in LANGUAGES)
    else:
        yield from fields_below(owner, f"{path}_", item)


def shows(widget: QWidget, field: Field, value: Any) -> bool:  # noqa: ANN401
    """Whether a widget shows a value, or something that says no value and is told so."""
    match widget:
        case QCheckBox():
            return widget.isChecked() == value
        case QComboBox() if not widget.isEditable():
            return bool(widget.currentData() == value)
        case QComboBox():
            return field.kind == "status"
        case QLineEdit() | TextBox():
            words = widget.text() if isinstance(widget, QLineEdit) else widget.words()
            try:
                return bool(text_of_field(field).read(words) == value)
            except ValueError:
                return field.kind in ("number", "decimal", "date")
    return False


# --------------------------------------------------------------------------------------------------------------- tests


def run(examples: int, steps: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)

    class Watched(Person):
        @invariant()
        def nothing_went_wrong(self) -> None:
            assert not caplog.records, caplog.text

    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Watched, settings=chosen)


def test_model_panels_files_and_history_never_differ(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    run(15, 50, caplog)  # some 2500 steps, each looked at


@pytest.mark.soak
def test_model_panels_files_and_history_never_differ_for_long(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    run(400, 100, caplog)
