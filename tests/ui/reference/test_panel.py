"""The reference list: edited in place with links kept, moved with the citations, pasted as a whole list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, QUrl, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QGuiApplication,
    QMouseEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Patch, Session
from proceedings_editor.model.body import Paragraph, Span, plain_text
from proceedings_editor.model.edit import SetBody, SetField
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Citations
from proceedings_editor.texts import text
from proceedings_editor.ui.reference.box import ReferenceBox
from proceedings_editor.ui.reference.drop_line import DropLine
from proceedings_editor.ui.reference.handle import NumberHandle
from proceedings_editor.ui.reference.panel import ReferenceList
from proceedings_editor.ui.reference.paste_dialog import ListEdit
from proceedings_editor.ui.words import Words
from tests.ui.keyboard import CONTROL, Key, press, select_all, type_text
from tests.ui.message import with_next_dialog
from tests.ui.window import child

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


def paste(target: ReferenceBox, words: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(words)
    if html:
        data.setHtml(html)
    target.insertFromMimeData(data)


def paste_list(target: ReferenceBox, words: str, html: str = "") -> None:
    """Paste a list and take it over as it is shown."""
    with_next_dialog(lambda dialog: child(dialog, QPushButton, "takeReferences").click())
    paste(target, words, html)


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


def test_without_an_entry_there_is_nothing_to_press(panel: ReferenceList) -> None:
    panel.show_entry("")
    assert not any(button.isEnabled() for button in panel.findChildren(QPushButton))
    panel.renumber()
    panel.show_entry(ENTRY)
    assert any(button.isEnabled() for button in panel.findChildren(QPushButton))


def test_a_pasted_list_becomes_items_without_its_numbers(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    paste_list(box(panel, 2), "4. Төртінші // Журнал. – 2020.\n[5] Бесінші\n\n6) Алтыншы")
    assert words_of(entry())[2:] == ["Үшінші", "Төртінші // Журнал. – 2020.", "Бесінші", "Алтыншы"]


def test_items_pasted_in_the_middle_push_the_citations_on(
    panel: ReferenceList, entry: Callable[[], Entry], session: Session
) -> None:
    before = session.workspace
    paste_list(box(panel, 0), "Жаңа бір\nЖаңа екі")
    assert words_of(entry()) == ["Бірінші мақала", "Жаңа бір", "Жаңа екі", "Екінші", "Үшінші"]
    assert body_of(entry()).startswith("Мәтін [1], [4;5]")
    session.undo()
    assert session.workspace is before


def test_a_list_pasted_into_an_empty_item_begins_there(
    panel: ReferenceList, entry: Callable[[], Entry], session: Session
) -> None:
    click(panel, "addReference")
    before = session.workspace
    paste_list(box(panel, 3), "1. Бір\n2. Екі")
    assert words_of(entry())[3:] == ["Бір", "Екі"]
    session.undo()
    assert session.workspace is before


def test_a_list_that_is_not_taken_over_changes_nothing(panel: ReferenceList, session: Session) -> None:
    before = session.workspace
    with_next_dialog(lambda dialog: dialog.reject())
    paste(box(panel, 2), "1. Бір\n2. Екі")
    assert session.workspace is before


def test_a_list_of_word_keeps_its_italics_and_links(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    html = "<ol><li>Өзен <i>суы</i></li><li><a href='https://dala.example/1'>Көл</a></li></ol>"
    paste_list(box(panel, 2), "1. Өзен суы\n2. Көл", html)
    assert entry().references[3].text == (Span("Өзен "), Span("суы", italic=True))
    assert entry().references[4].text == (Span("Көл", href="https://dala.example/1"),)


def test_one_reference_over_several_lines_comes_in_as_one(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    click(panel, "addReference")
    paste(box(panel, 3), "7. Есенов Қ. Т. Дала сулары / Қ. Т.\nЕсенов. – Алматы :\nДала, 2020.")
    assert words_of(entry())[3] == "Есенов Қ. Т. Дала сулары / Қ. Т. Есенов. – Алматы : Дала, 2020."


def test_the_button_pastes_the_list_on_the_clipboard(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    QGuiApplication.clipboard().setText("[1] Өзен\n[2] Көл")
    with_next_dialog(lambda dialog: child(dialog, QPushButton, "takeReferences").click())
    click(panel, "pasteReferences")
    assert words_of(entry())[3:] == ["Өзен", "Көл"]


def shown_in(dialog: QDialog) -> list[str]:
    return [plain_text(item) for item in child(dialog, ListEdit, "pastedReferences").items()]


def test_items_are_cut_in_two_and_joined_before_they_are_taken(
    panel: ReferenceList, entry: Callable[[], Entry]
) -> None:
    seen: list[list[str]] = []

    def mend(dialog: QDialog) -> None:
        edit = child(dialog, ListEdit, "pastedReferences")
        seen.append(shown_in(dialog))
        edit.moveCursor(QTextCursor.MoveOperation.End)
        edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)
        press(edit, Key.Key_Backspace)
        seen.append(shown_in(dialog))
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        edit.moveCursor(QTextCursor.MoveOperation.NextWord)
        press(edit, Key.Key_Return)
        seen.append(shown_in(dialog))
        child(dialog, QPushButton, "takeReferences").click()

    with_next_dialog(mend)
    paste(box(panel, 2), "1. Өзен суы\n2. Көл\n3. Дала")
    assert seen == [["Өзен суы", "Көл", "Дала"], ["Өзен суы", "Көл Дала"], ["Өзен", "суы", "Көл Дала"]]
    assert words_of(entry())[3:] == ["Өзен", "суы", "Көл Дала"]


def test_an_empty_list_cannot_be_taken(panel: ReferenceList) -> None:
    QGuiApplication.clipboard().clear()
    states: list[bool] = []

    def look(dialog: QDialog) -> None:
        take = child(dialog, QPushButton, "takeReferences")
        states.append(take.isEnabled())
        data = QMimeData()
        data.setText("– Өзен\n– Көл")
        child(dialog, ListEdit, "pastedReferences").insertFromMimeData(data)
        states.append(take.isEnabled())
        states.append(shown_in(dialog) == ["Өзен", "Көл"])
        dialog.reject()

    with_next_dialog(look)
    click(panel, "pasteReferences")
    assert states == [False, True, True]


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
    paste_list(box(panel, 2), "\n".join(f"Дереккөз {number}" for number in range(30)))
    click(panel, "addReference")
    last, view = box(panel, 33), child(panel, QScrollArea, "referenceArea").viewport()
    qtbot.waitUntil(lambda: view.rect().contains(QRect(last.mapTo(view, QPoint()), last.size())))


# ---- choosing and moving ---------------------------------------------------------------------------------------------


def handle(panel: ReferenceList, index: int) -> NumberHandle:
    return child(panel, NumberHandle, f"number_{index}")


def drag(panel: ReferenceList, index: int, onto: QWidget, *, below: bool, let_go: bool = True) -> None:
    """Drag a number to just above or below the middle of another item."""
    source = handle(panel, index)
    start = source.rect().center()
    target = source.mapFromGlobal(onto.mapToGlobal(QPoint(5, onto.height() - 2 if below else 2)))
    QTest.mousePress(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in (start + QPoint(0, 30), target):
        move = QMouseEvent(
            QEvent.Type.MouseMove, step.toPointF(), source.mapToGlobal(step).toPointF(), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(source, move)
    if let_go:
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target)


def line_is_shown(panel: ReferenceList) -> bool:
    return child(panel, DropLine, "dropLine").isVisible()


def test_a_reference_is_dragged_and_its_citations_follow(
    panel: ReferenceList, entry: Callable[[], Entry], session: Session
) -> None:
    before = session.workspace
    drag(panel, 0, box(panel, 2), below=True)
    assert words_of(entry()) == ["Екінші", "Үшінші", "Бірінші мақала"]
    assert body_of(entry()) == "Мәтін [3], [1;5], [1–3] және [2]"
    assert not line_is_shown(panel)
    session.undo()
    assert session.workspace is before


def test_chosen_references_are_dragged_together(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    for index in (0, 2):
        handle(panel, index).click()
    drag(panel, 2, box(panel, 1), below=True)
    assert words_of(entry()) == ["Екінші", "Бірінші мақала", "Үшінші"]
    assert panel.choosing.chosen == (1, 2)


def test_a_number_that_is_not_chosen_is_dragged_alone(panel: ReferenceList, entry: Callable[[], Entry]) -> None:
    handle(panel, 0).click()
    drag(panel, 2, box(panel, 0), below=False)
    assert words_of(entry()) == ["Үшінші", "Бірінші мақала", "Екінші"]


def test_escape_gives_a_drag_up(panel: ReferenceList, session: Session) -> None:
    before = session.workspace
    drag(panel, 0, box(panel, 2), below=True, let_go=False)
    assert line_is_shown(panel)
    press(handle(panel, 0), Key.Key_Escape)
    assert not line_is_shown(panel)
    QTest.mouseRelease(handle(panel, 0), Qt.MouseButton.LeftButton)
    assert session.workspace is before


@pytest.mark.parametrize("index", [0, 1])
def test_a_reference_dropped_where_it_was_makes_no_step(panel: ReferenceList, session: Session, index: int) -> None:
    before, step = session.workspace, session.next_undo
    drag(panel, 1, box(panel, index), below=True)
    assert session.workspace is before and session.next_undo is step


def test_shift_chooses_everything_between(panel: ReferenceList) -> None:
    handle(panel, 0).click()
    QTest.mouseClick(handle(panel, 2), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    assert panel.choosing.chosen == (0, 1, 2)


def key(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press a key so that shortcuts hear it."""
    QTest.keyClick(widget, key, modifier)


def test_alt_and_arrows_move_the_reference_at_hand_and_the_cursor_stays_in_it(
    panel: ReferenceList, entry: Callable[[], Entry], qtbot: QtBot
) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    box(panel, 2).setFocus()
    key(box(panel, 2), Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert words_of(entry()) == ["Бірінші мақала", "Үшінші", "Екінші"]
    assert box(panel, 1).hasFocus()
    key(box(panel, 1), Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    key(box(panel, 0), Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert words_of(entry()) == ["Үшінші", "Бірінші мақала", "Екінші"]
    assert body_of(entry()) == "Мәтін [2], [3;5], [1–3] және [1]"


def test_what_is_chosen_with_the_keyboard_moves_together(
    panel: ReferenceList, entry: Callable[[], Entry], qtbot: QtBot
) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    for index in (0, 1):
        box(panel, index).setFocus()
        key(box(panel, index), Key.Key_Space, CONTROL)
    assert panel.choosing.chosen == (0, 1)
    handle(panel, 1).setFocus()
    key(handle(panel, 1), Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert words_of(entry()) == ["Үшінші", "Бірінші мақала", "Екінші"]
    assert panel.choosing.chosen == (1, 2) and handle(panel, 2).hasFocus()


def test_delete_takes_out_what_is_chosen_in_one_step(
    panel: ReferenceList, entry: Callable[[], Entry], session: Session
) -> None:
    before = session.workspace
    for index in (0, 2):
        handle(panel, index).click()
    press(handle(panel, 2), Key.Key_Delete)
    assert words_of(entry()) == ["Екінші"]
    assert panel.choosing.chosen == ()
    session.undo()
    assert session.workspace is before


# ---- how the text uses the list --------------------------------------------------------------------------------------


def use_of(panel: ReferenceList) -> str:
    document = QTextDocument()
    document.setHtml(child(panel, QLabel, "referenceUse").text())
    return document.toPlainText()


def cite(session: Session, words: str) -> None:
    session.apply(SetBody(ENTRY, (Paragraph((Span(words),)),), LABEL, Place(block=(0,))))


def test_what_is_not_cited_and_what_is_missing_is_told(panel: ReferenceList, session: Session) -> None:
    assert use_of(panel) == "3 references. All are cited in the text."
    cite(session, "Мәтін [1], [5] және [7].")
    assert use_of(panel) == "3 references. Not cited in the text: 2, 3. Cited, but not in the list: 5, 7."
    assert [handle(panel, index).accessibleDescription() for index in range(3)] == [
        "Cited in the text.",
        "Not cited in the text.",
        "Not cited in the text.",
    ]
    assert [handle(panel, index).font().italic() for index in range(3)] == [False, True, True]
    session.undo()
    assert not handle(panel, 1).font().italic()


def test_numbers_in_the_line_lead_to_item_and_text(panel: ReferenceList, session: Session, qtbot: QtBot) -> None:
    cite(session, "Мәтін [1] және [5].")
    with qtbot.waitActive(panel):
        panel.activateWindow()
    label = child(panel, QLabel, "referenceUse")
    label.linkActivated.emit("item:3")
    assert box(panel, 2).hasFocus()
    with qtbot.waitSignal(panel.place_wanted) as wanted:
        label.linkActivated.emit("text:5")
    assert wanted.args == [Place(block=(0,), start=15, end=18)]


def test_the_list_is_numbered_by_first_use_in_one_step(
    panel: ReferenceList, entry: Callable[[], Entry], session: Session
) -> None:
    button = child(panel, QAbstractButton, "renumberReferences")
    assert not button.isEnabled()
    assert button.toolTip() == "The references stand in their order already."
    cite(session, "Мәтін [3], сосын [1].")
    before = session.workspace
    assert button.isEnabled()
    button.click()
    assert words_of(entry()) == ["Үшінші", "Бірінші мақала", "Екінші"]
    assert body_of(entry()) == "Мәтін [1], сосын [2]."
    assert not button.isEnabled()
    session.undo()
    assert session.workspace is before


def test_numbering_a_list_in_order_says_so(panel: ReferenceList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.said) as said:
        panel.renumber()
    assert str(said.args[0].in_language("en")) == "The references stand in their order already."


def test_where_the_template_wants_the_alphabet_the_button_says_so(panel: ReferenceList, session: Session) -> None:
    words: list[str] = []
    journal = replace(session.workspace.template, citations=Citations(order="alphabet"))
    session.take_from_disk(Patch(template=journal), session.disk)
    panel.hide()
    panel.show_entry(ENTRY)
    cite(session, "Мәтін [2], [1], [3].")
    panel.show()
    words.append(child(panel, QAbstractButton, "renumberReferences").accessibleName())
    assert words == ["Put in alphabetical order"]


# ---- links -----------------------------------------------------------------------------------------------------------


class Browser(QObject):
    """Takes the place of the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    browser = Browser()
    for scheme in ("https", "file"):
        QDesktopServices.setUrlHandler(scheme, browser, "open")
    yield browser
    for scheme in ("https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


def test_a_link_is_opened_by_button_key_and_ctrl_click(panel: ReferenceList, browser: Browser, qtbot: QtBot) -> None:
    click(panel, "open_0")
    with qtbot.waitActive(panel):
        panel.activateWindow()
    first = box(panel, 0)
    first.setFocus()
    key(first, Key.Key_Return, CONTROL)
    cursor = first.textCursor()
    cursor.setPosition(10)
    spot = first.cursorRect(cursor).center()
    QTest.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, CONTROL, spot)
    assert browser.opened == [LINK] * 3
    cursor.setPosition(2)
    QTest.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, CONTROL, first.cursorRect(cursor).center())
    QTest.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert len(browser.opened) == 3


def test_only_web_pages_are_opened(panel: ReferenceList, session: Session, browser: Browser) -> None:
    items = (Reference((Span("Файл", href="file:///etc/passwd"),)), Reference((Span("Су https://b.kz/2."),)))
    session.apply(SetField(ENTRY, "references", items, LABEL))
    assert not child(panel, QAbstractButton, "open_0").isEnabled()
    click(panel, "open_1")
    assert browser.opened == ["https://b.kz/2"]


def test_a_link_is_opened_also_where_nothing_may_be_changed(panel: ReferenceList, browser: Browser) -> None:
    panel.set_read_only(True)
    assert not child(panel, QAbstractButton, "remove_0").isEnabled()
    assert not child(panel, QAbstractButton, "renumberReferences").isEnabled()
    click(panel, "open_0")
    assert browser.opened == [LINK]
    panel.set_read_only(False)
    assert child(panel, QAbstractButton, "remove_0").isEnabled()


def test_the_menu_of_a_reference_opens_and_copies(panel: ReferenceList, browser: Browser, qtbot: QtBot) -> None:
    first = box(panel, 0)
    QApplication.sendEvent(first, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(9, 9)))
    menu = child(first, QMenu, "referenceMenu")
    acts = {action.text(): action for action in menu.actions()}
    acts["Copy the whole reference"].trigger()
    assert QGuiApplication.clipboard().text() == "Бірінші мақала"
    acts[f"Copy {LINK}"].trigger()
    assert QGuiApplication.clipboard().text() == LINK
    acts[f"Open {LINK}"].trigger()
    assert browser.opened == [LINK]
    menu.close()
