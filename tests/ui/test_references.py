"""The reference list: edited in place with links kept, moved with the citations, pasted as a whole list."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Paragraph, Span, plain_text
from proceedings_editor.model.edit import SetBody, SetField
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.references import ReferenceBox, ReferenceList
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import Key, press, select_all, type_text

ENTRY = "tynaigan"
LABEL = text("Change")
LINK = "https://example.kz/a"


@pytest.fixture
def panel(session: Session, words: Words, qtbot: QtBot) -> ReferenceList:
    items = (
        Reference((Span("Бірінші "), Span("мақала", href=LINK))),
        Reference((Span("Екінші", italic=True),)),
        Reference((Span("Үшінші"),)),
    )
    session.apply(SetField(ENTRY, "references", items, LABEL))
    body = (Paragraph((Span("Мәтін [1], [2;5], [1–3] және "), Span("[3]", bold=True))),)
    session.apply(SetBody(ENTRY, body, LABEL, Place(block=(0,))))
    panel = ReferenceList(session, words)
    qtbot.addWidget(panel)
    panel.resize(600, 500)
    panel.show_entry(ENTRY)
    panel.show()
    return panel


@pytest.fixture
def entry(session: Session) -> Callable[[], Entry]:
    def now() -> Entry:
        found = session.entry(ENTRY)
        assert found
        return found

    return now


def box(panel: ReferenceList, index: int) -> ReferenceBox:
    found = panel.findChild(ReferenceBox, f"reference_{index}")
    assert found
    return found


def click(panel: ReferenceList, name: str) -> None:
    found = panel.findChild(QAbstractButton, name)
    assert found
    found.click()


def words_of(entry: Entry) -> list[str]:
    return [plain_text(item.text) for item in entry.references]


def body_of(entry: Entry) -> str:
    (block,) = entry.body
    assert isinstance(block, Paragraph)
    return plain_text(block.text)


def paste(target: ReferenceBox, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    target.insertFromMimeData(data)


def test_typing_keeps_the_link_and_the_marks(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    first = box(panel, 0)
    press(first, Key.Key_Home)
    type_text(first, "Ең ")
    assert entry().references[0].text == (Span("Ең Бірінші "), Span("мақала", href=LINK))
    second = box(panel, 1)
    press(second, Key.Key_End)
    type_text(second, " басылым")
    assert entry().references[1].text == (Span("Екінші басылым", italic=True),)


def test_undo_gives_the_old_words_back(panel: ReferenceList, session: Session) -> None:
    before = session.workspace
    type_text(box(panel, 2), "жаңа ")
    while session.workspace is not before:
        assert session.undo()
    assert box(panel, 2).words() == "Үшінші"


def test_moving_an_item_renumbers_its_citations(
    panel: ReferenceList, entry: Callable[[], Entry], session: Session
) -> None:
    click(panel, "down_0")
    assert words_of(entry()) == ["Екінші", "Бірінші мақала", "Үшінші"]
    assert body_of(entry()).startswith("Мәтін [2], [1;5], ")
    assert box(panel, 1).words() == "Бірінші мақала"
    session.undo()
    assert body_of(entry()) == "Мәтін [1], [2;5], [1–3] және [3]"


def test_removing_an_item_leaves_a_mark_in_its_citations_and_keeps_the_bold_one(
    panel: ReferenceList, entry: Callable[[], Entry]
) -> None:
    click(panel, "remove_1")
    assert words_of(entry()) == ["Бірінші мақала", "Үшінші"]
    assert "[?;5]" in body_of(entry())
    (block,) = entry().body
    assert isinstance(block, Paragraph)
    assert block.text[-1] == Span("[2]", bold=True)
    assert len(panel.findChildren(ReferenceBox, "reference_2")) <= 1


def test_a_pasted_list_becomes_items_without_its_numbers(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    paste(box(panel, 2), "4. Төртінші // Журнал. – 2020.\n[5] Бесінші\n\n6) Алтыншы")
    assert words_of(entry())[2:] == ["Үшінші", "Төртінші // Журнал. – 2020.", "Бесінші", "Алтыншы"]


def test_items_pasted_in_the_middle_push_the_citations_on(
    panel: ReferenceList, entry: Callable[[], Entry], session: Session
) -> None:
    before = session.workspace
    paste(box(panel, 0), "Жаңа бір\nЖаңа екі")
    assert words_of(entry()) == ["Бірінші мақала", "Жаңа бір", "Жаңа екі", "Екінші", "Үшінші"]
    assert body_of(entry()).startswith("Мәтін [1], [4;5]")
    session.undo()
    assert session.workspace is before


def test_a_list_pasted_into_an_empty_item_begins_there(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    click(panel, "addReference")
    paste(box(panel, 3), "1. Бір\n2. Екі")
    assert words_of(entry())[3:] == ["Бір", "Екі"]


def test_one_pasted_line_goes_into_the_words(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    target = box(panel, 2)
    select_all(target)
    paste(target, "Басқа")
    assert words_of(entry())[2] == "Басқа"


def test_a_finding_stands_under_its_item(panel: ReferenceList) -> None:
    place = Place(field="references.1", start=0, end=3)
    panel.show_findings([Finding("CHAR001", "warning", ENTRY, place, "Екі", text("Entry"))])
    assert [one.text() for one in panel.findChildren(QLabel, "note")] == ["Entry (CHAR001)"]


def test_going_to_a_place_selects_its_words(panel: ReferenceList, qtbot: QtBot) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.go_to(Place(field="references.1", start=0, end=3))
    assert box(panel, 1).hasFocus()
    assert box(panel, 1).textCursor().selectedText() == "Екі"


def test_an_entry_without_references_says_how_to_begin(panel: ReferenceList, session: Session) -> None:
    session.apply(SetField(ENTRY, "references", (), LABEL))
    shown = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert any("paste a whole list" in words for words in shown)


def test_typing_keeps_spaces_that_must_not_break(
    panel: ReferenceList, session: Session, entry: Callable[[], Entry]
) -> None:
    session.apply(SetField(ENTRY, "references", (Reference((Span("А.\u00a0Б. Серік", bold=True),)),), LABEL))
    box(panel, 0).moveCursor(QTextCursor.MoveOperation.End)
    type_text(box(panel, 0), "!")
    assert entry().references == (Reference((Span("А.\u00a0Б. Серік!", bold=True),)),)


def test_enter_goes_on_to_the_next_item_and_begins_a_new_one_behind_the_last(
    panel: ReferenceList, entry: Callable[[], Entry], qtbot: QtBot
) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    box(panel, 1).setFocus()
    press(box(panel, 1), Key.Key_Return)
    assert box(panel, 2).hasFocus()
    press(box(panel, 2), Key.Key_Return)
    assert box(panel, 3).hasFocus()
    press(box(panel, 3), Key.Key_Return)  # it is empty: one empty item is enough
    type_text(box(panel, 3), "А Б")
    assert words_of(entry()) == ["Бірінші мақала", "Екінші", "Үшінші", "А Б"]


def test_a_new_item_is_seen_however_long_the_list_is(panel: ReferenceList, qtbot: QtBot) -> None:
    panel.resize(600, 120)
    paste(box(panel, 2), "\n".join(f"Дереккөз {number}" for number in range(30)))
    click(panel, "addReference")
    last, view = box(panel, 33), panel.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(QRect(last.mapTo(view, QPoint()), last.size())))
