"""The menu that chooses the languages of spelling, in the whole window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.edit import SetBody, SetRules
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.texts import text
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.workbench import Workbench
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


def action(window: MainWindow, code: str) -> QAction:
    found = window.findChild(QAction, f"spelling_{code}Action")
    assert found
    return found


def underlined(edit: QTextEdit) -> list[str]:
    return [mark.cursor.selectedText() for mark in edit.extraSelections()]


def looked_up(bench: Workbench) -> list[str]:
    return [one.text for one in bench.findings if one.code == "LANG004" and one.entry == "ozera" and one.place.block]
