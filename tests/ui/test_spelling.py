"""Spelling in the whole window: its menu, the fields of running text, the list of problems."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.edit import SetBody, SetField, SetRules
from proceedings_editor.model.path import value_at
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.texts import text
from proceedings_editor.ui.form.line import TextBox
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.workbench import Workbench
from tests.ui.keyboard import type_text
from tests.ui.window import child, trigger

PATIENCE = 10_000


def test_russian_and_english_are_chosen_at_first_and_kazakh_on_request(window: MainWindow, tmp_path: Path) -> None:
    assert [code for code in ("kk", "ru", "en") if action(window, code).isChecked()] == ["ru", "en"]
    trigger(window, "spelling_kk")
    trigger(window, "spelling_en")
    assert Memory(tmp_path / "preferences.json").spelling == ("kk", "ru")


def test_a_tick_shows_and_hides_the_underlines(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    body = (Paragraph((Span("Степная рика"),)),)
    bench.session.apply(SetBody("ozera", body, text("Typing"), Place(block=(0,))))
    bench.entries.go_to("ozera")
    bench.show_tab(1)
    edit = child(bench, QTextEdit, "bodyText")
    qtbot.waitUntil(lambda: underlined(edit) == ["рика"], timeout=PATIENCE)
    trigger(window, "spelling_ru")
    qtbot.waitUntil(lambda: underlined(edit) == [], timeout=PATIENCE)
    trigger(window, "spelling_ru")
    qtbot.waitUntil(lambda: underlined(edit) == ["рика"], timeout=PATIENCE)


def test_a_word_added_is_no_problem_any_more(bench: Workbench, qtbot: QtBot) -> None:
    session = bench.session
    session.apply(SetBody("ozera", (Paragraph((Span("Степная рика"),)),), text("Typing"), Place(block=(0,))))
    session.apply(SetRules({"LANG004": RuleSettings("warning", {"languages": ["ru"]})}, text("Rules")))
    qtbot.waitUntil(lambda: bench.is_checked and looked_up(bench) == ["рика"], timeout=3 * PATIENCE)
    bench.spelling.add("рика")
    qtbot.waitUntil(lambda: bench.is_checked and not looked_up(bench), timeout=3 * PATIENCE)


@pytest.mark.parametrize(
    ("field", "value", "unknown", "right"),
    [
        ("title_ru", "Превественная степь", "Превественная", ""),
        ("abstract_ru", "Степная рика.\nЗдесь 😀 тожже рика.", "тожже", "тоже"),
        ("keywords_ru", "степь, Тожже, вода", "Тожже", ""),
        ("title_en", "Steppe rivver", "rivver", "river"),
    ],
)
def test_title_abstract_and_keywords_are_underlined_and_set_right(
    bench: Workbench, qtbot: QtBot, field: str, value: str, unknown: str, right: str
) -> None:
    bench.show_tab(0)
    path = field.replace("_", ".")
    told = tuple(value.split(", ")) if field.startswith("keywords") else value
    bench.session.apply(SetField("tynaigan", path, told, text("Typing")))
    bench.go_to("tynaigan", Place(field=path))
    box = child(bench, TextBox, f"field_{field}")
    qtbot.waitUntil(lambda: unknown in underlined(box), timeout=PATIENCE)
    if right:
        choose(box, unknown, right)
        entry = bench.session.entry("tynaigan")
        assert entry and value_at(entry, path) == value.replace(unknown, right)
        qtbot.waitUntil(lambda: unknown not in underlined(box), timeout=PATIENCE)
        bench.session.undo()
        assert box.toPlainText() == value


def test_the_word_being_typed_in_a_field_is_left_alone(bench: Workbench, qtbot: QtBot) -> None:
    bench.session.apply(SetField("tynaigan", "title.ru", "Степная рика", text("Typing")))
    bench.go_to("tynaigan", Place(field="title.ru"))
    box = child(bench, TextBox, "field_title_ru")
    qtbot.waitUntil(lambda: underlined(box) == ["рика"], timeout=PATIENCE)
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    type_text(box, " малак")
    qtbot.wait(600)
    assert underlined(box) == ["рика"]
    type_text(box, "о ")
    qtbot.waitUntil(lambda: underlined(box) == ["рика", "малако"], timeout=PATIENCE)


def test_a_word_of_a_field_is_added_and_taken_out_again(bench: Workbench, qtbot: QtBot) -> None:
    bench.session.apply(SetField("tynaigan", "title.ru", "Степная рика", text("Typing")))
    bench.go_to("tynaigan", Place(field="title.ru"))
    box = child(bench, TextBox, "field_title_ru")
    qtbot.waitUntil(lambda: underlined(box) == ["рика"], timeout=PATIENCE)
    choose(box, "рика", "Add to the dictionary")
    qtbot.waitUntil(lambda: underlined(box) == [], timeout=PATIENCE)
    choose(box, "рика", "Take out of the dictionary")
    qtbot.waitUntil(lambda: underlined(box) == ["рика"], timeout=PATIENCE)


def choose(box: TextBox, word: str, label: str) -> None:
    """Take one act of the context menu over a word."""
    cursor = box.document().find(word)
    cursor.setPosition(cursor.selectionStart() + 1)
    point = box.cursorRect(cursor).center()
    box.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, box.viewport().mapToGlobal(point)))
    menu = next(menu for menu in box.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.close()
    QApplication.processEvents()


def action(window: MainWindow, code: str) -> QAction:
    found = window.findChild(QAction, f"spelling_{code}Action")
    assert found
    return found


def underlined(edit: QTextEdit | QPlainTextEdit) -> list[str]:
    return [mark.cursor.selectedText() for mark in edit.extraSelections()]


def looked_up(bench: Workbench) -> list[str]:
    return [one.text for one in bench.findings if one.code == "LANG004" and one.entry == "ozera" and one.place.block]
