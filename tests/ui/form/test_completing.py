"""Suggestions while typing: taken by keyboard or mouse as one step, and never in the way of typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import AddEntry
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.person import Affiliation, Author
from proceedings_editor.texts import text
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.form.metadata_form import MetadataForm
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import Key, press, type_text


@pytest.fixture
def form(session: Session, words: Words, qtbot: QtBot) -> MetadataForm:
    session.apply(AddEntry(Entry("new", authors=(Author(affiliations=(Affiliation(),)),)), text("New entry")))
    form = MetadataForm(session, words)
    qtbot.addWidget(form)
    form.resize(700, 600)
    form.show_entry("new")
    form.show()
    return form


def shown() -> list[str]:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QListView) and widget.objectName() == "suggestions" and widget.isVisible():
            return [str(widget.model().index(row, 0).data()) for row in range(widget.model().rowCount())]
    return []


def popup() -> QListView:
    return next(
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QListView) and one.objectName() == "suggestions"
    )


def field(form: QWidget, kind: type[Line] | type[TextBox], path: str) -> Line | TextBox:
    found = form.findChild(kind, f"field_{path}")
    assert found, path
    found.setFocus()
    return found


def author(session: Session) -> Author:
    entry = session.entry("new")
    assert entry
    return entry.authors[0]


def test_a_known_person_is_taken_with_arrow_and_enter_in_one_step(form: MetadataForm, session: Session) -> None:
    known = session.workspace.entries[0].authors[0]
    surname = field(form, Line, "authors_0_surname")
    type_text(surname, known.surname[:4])
    (first,) = shown()
    assert first.startswith(known.full_name)
    press(popup(), Key.Key_Down)
    press(popup(), Key.Key_Return)
    assert author(session).full_name == known.full_name
    assert (author(session).affiliations, author(session).email) == (known.affiliations, known.email)
    assert shown() == []
    session.undo()
    assert author(session).surname == known.surname[:4]


def test_an_organisation_is_taken_with_the_mouse_in_all_its_languages(
    form: MetadataForm, session: Session, qtbot: QtBot
) -> None:
    place = session.workspace.entries[0].authors[0].affiliations[0]
    box = field(form, TextBox, "authors_0_affiliations_0_organisation_kk")
    type_text(box, place.organisation.kk[:5])
    row = shown().index(place.organisation.kk)
    view = popup()
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(row, 0)).center()
    )
    (taken,) = author(session).affiliations
    assert taken.organisation == place.organisation
    assert taken.city == place.city
    assert box.words() == place.organisation.kk


def test_typing_goes_on_over_the_suggestions_and_escape_closes_them(form: MetadataForm, session: Session) -> None:
    known = session.workspace.entries[0].authors[0]
    surname = field(form, Line, "authors_0_surname")
    type_text(surname, known.surname[:3])
    assert shown()
    press(popup(), Key.Key_unknown, "ю")
    assert author(session).surname == known.surname[:3] + "ю"
    assert shown() == []
    press(surname, Key.Key_Backspace)
    assert shown()
    press(popup(), Key.Key_Escape)
    assert shown() == []
    assert author(session).surname == known.surname[:3]
