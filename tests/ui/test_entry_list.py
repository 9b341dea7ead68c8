"""The list of entries: what a row says, the filter, going to an entry."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.qtbot import QtBot

from proceedings_editor.app.new_entry import new_entry
from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import SetField
from proceedings_editor.texts import text
from proceedings_editor.ui.entry_list import EntryList
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import type_text


@pytest.fixture
def panel(session: Session, words: Words, qtbot: QtBot) -> EntryList:
    panel = EntryList(session, words)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def rows(panel: EntryList) -> list[str]:
    view = panel.findChild(QListView, "entryView")
    assert view
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def seek(panel: EntryList, words: str) -> list[str]:
    line = panel.findChild(QLineEdit, "entryFilter")
    assert line
    line.clear()
    type_text(line, words)
    return rows(panel)


def test_a_row_says_number_author_title_section_and_pages(panel: EntryList) -> None:
    first = rows(panel)[0]
    for part in ("001", "Жолдыбекова І. С.", "Тыңайған жерлердегі", "Vegetation and biodiversity", "5–9"):
        assert part in first


def test_the_filter_finds_whatever_the_case_and_the_letters(panel: EntryList) -> None:
    assert len(rows(panel)) == 4
    assert len(seek(panel, "жолдыбекова")) == 1
    assert len(seek(panel, "тынайган")) == 1  # typed on a keyboard without Kazakh letters
    assert len(seek(panel, "002")) == 1
    assert not seek(panel, "жоқ мұндай")
    assert len(seek(panel, "")) == 4


def test_going_to_an_entry_hidden_by_the_filter_clears_it(panel: EntryList) -> None:
    seek(panel, "жолдыбекова")
    panel.go_to("ozera")
    assert panel.current == "ozera"
    assert len(rows(panel)) == 4


def test_stepping_through_entries_tells_each(panel: EntryList, qtbot: QtBot) -> None:
    panel.go_to("tynaigan")
    with qtbot.waitSignal(panel.entry_chosen) as told:
        panel.step(1)
    assert told.args == ["ozera"]
    panel.step(-5)
    assert panel.current == "ozera"


def test_a_changed_title_and_a_new_entry_show_at_once(panel: EntryList, session: Session) -> None:
    panel.go_to("ozera")
    session.apply(SetField("tynaigan", "title.kk", "Қайың", text("Change")))
    assert "Қайың" in rows(panel)[0]
    session.apply(new_entry(session.workspace))
    assert len(rows(panel)) == 5
    assert panel.current == "ozera"
    session.undo()
    assert len(rows(panel)) == 4


def test_rows_follow_the_windows_language(panel: EntryList, words: Words) -> None:
    words.set_language("ru")
    assert "Растительный покров" in rows(panel)[0]
