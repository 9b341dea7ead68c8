"""The whole window on the sample: editing, undo, fixing, languages, saving, exporting, closing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeView,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.collection import open_collection
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.fields import field_of
from proceedings_editor.model.person import Author
from proceedings_editor.ui.action import ACTIONS, LANGUAGE_BUTTONS
from proceedings_editor.ui.application import LastChance, QtWords
from proceedings_editor.ui.form.line import Line, TextBox
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.keyboard import select_all, type_text
from tests.ui.message import answer, answer_each, pressing, read_message, with_next_dialog
from tests.ui.said import foreign, words_said
from tests.ui.window import child, trigger

ENTRY = "tynaigan"
CHANGE = field_of("entry", "title").label
WRONG = "Ж\u0061ңа мақала"
"""With a Latin letter in a Kazakh word."""


def accept_fixes() -> None:
    """Tick everything in the next list of fixes and make it."""

    def accept(dialog: QDialog) -> None:
        rows = child(dialog, QTreeWidget, "fixList")
        for row in range(rows.topLevelItemCount()):
            item = rows.topLevelItem(row)
            assert item
            item.setCheckState(0, Qt.CheckState.Checked)
        dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok).click()

    with_next_dialog(accept)


# ---------------------------------------------------------------------------------------------------- opening, editing


def test_a_window_can_be_closed_before_it_is_filled(words: Words, memory: Memory, qtbot: QtBot) -> None:
    window = MainWindow(words, memory)
    window.show()
    assert window.close()
    window.deleteLater()


def test_the_start_page_is_there_before_a_collection(window: MainWindow) -> None:
    assert child(window, QPushButton, "newButton").isVisible()
    assert not [row.id for row in ACTIONS if row.id != "-" and not row.always and enabled(window, row.id)]


def test_enter_at_the_start_begins_a_collection(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    seen: list[str] = []

    def leave(dialog: QDialog) -> None:
        seen.append(dialog.objectName())
        dialog.reject()

    with_next_dialog(leave)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert seen == ["newCollectionDialog"]


def enabled(window: MainWindow, name: str) -> bool:
    action = window.findChild(QAction, f"{name}Action")
    return bool(action and action.isEnabled())


def test_the_sample_opens_with_its_first_entry(window: MainWindow, bench: Workbench) -> None:
    assert bench.entry_id == ENTRY
    assert child(window, TextBox, "field_title_kk").words().startswith("Тыңайған")
    assert "Steppe Ecosystems" in window.windowTitle()
    assert child(window, QWidget, "bodyEditor")


def test_a_folder_that_is_no_collection_is_told_and_forgotten(
    window: MainWindow, memory: Memory, tmp_path: Path
) -> None:
    memory.note_folder(tmp_path)
    said = read_message()
    assert not window.open_folder(tmp_path)
    assert "collection.yaml" in said[0]
    assert tmp_path not in memory.recent


def save(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session
    trigger(window, "save")
    qtbot.waitUntil(lambda: not session.is_saving, timeout=20_000)


def test_typing_marks_the_window_and_saving_writes_the_file(
    window: MainWindow, bench: Workbench, folder: Path, qtbot: QtBot
) -> None:
    widget = child(window, TextBox, "field_title_kk")
    select_all(widget)
    type_text(widget, "Дала мен көл")
    assert window.isWindowModified()
    save(window, qtbot)
    assert not window.isWindowModified()
    kept = open_collection(folder).workspace
    assert kept.entries[0].title.kk == "Дала мен көл"
    assert kept == bench.session.workspace


def test_undo_goes_to_the_place_it_changes(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    before = bench.session.workspace
    with qtbot.waitActive(window):
        window.activateWindow()
    widget = child(window, Line, "field_doi")
    type_text(widget, "9")
    bench.entries.go_to("ozera")
    bench.show_tab(1)
    trigger(window, "undo")
    assert bench.session.workspace is before
    assert bench.entry_id == ENTRY
    assert widget.hasFocus()
    bench.entries.go_to("ozera")
    trigger(window, "redo")
    assert bench.entry_id == ENTRY
    assert widget.text().endswith("9") or widget.text().startswith("9")


def test_undo_of_the_collections_facts_goes_to_its_page(window: MainWindow, bench: Workbench) -> None:
    trigger(window, "collection")
    type_text(child(window, Line, "field_isbn"), "9")
    trigger(window, "information")
    trigger(window, "undo")
    assert bench.collection.isVisible()


def test_undo_and_redo_say_what_they_would_do(window: MainWindow, bench: Workbench) -> None:
    type_text(child(window, Line, "field_doi"), "9")
    undo = window.findChild(QAction, "undoAction")
    assert undo
    assert "DOI" in undo.text()
    assert undo.iconText() == "Undo"


def test_a_new_entry_is_at_hand_at_once(window: MainWindow, bench: Workbench) -> None:
    trigger(window, "new_entry")
    assert bench.entry_id == bench.session.workspace.entries[-1].id
    assert len(bench.session.workspace.entries) == 5
    trigger(window, "undo")
    assert len(bench.session.workspace.entries) == 4


def test_nobody_works_on_an_entry_that_undo_took_away(window: MainWindow, bench: Workbench) -> None:
    trigger(window, "new_entry")
    gone = bench.entry_id
    bench.undo()
    assert bench.entry_id != gone
    assert bench.session.entry(bench.entry_id)
    child(bench.form, QPushButton, "add_authors").click()
    entry = bench.session.entry(bench.entry_id)
    assert entry and entry.authors[-1] == Author()


def test_a_manuscript_comes_in_as_an_entry(
    window: MainWindow, bench: Workbench, tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "мақала.md"
    file.write_text("# Көктем\n\nДалада көктем келді [1].\n", encoding="utf-8")
    bench.desk.import_files([file])
    qtbot.waitUntil(lambda: len(bench.session.workspace.entries) == 5, timeout=20_000)
    entry = bench.session.entry(bench.entry_id)
    assert entry
    assert entry.body
    assert (folder / "manuscripts" / entry.manuscripts[0]).read_bytes() == file.read_bytes()
    save(window, qtbot)
    assert len(open_collection(folder).workspace.entries) == 5


def test_a_manuscript_that_cannot_be_read_is_told(bench: Workbench, tmp_path: Path, qtbot: QtBot) -> None:
    said = read_message()
    bench.desk.import_files([tmp_path / "жоқ.md"])
    qtbot.waitUntil(lambda: len(said) == 1, timeout=20_000)
    assert len(bench.session.workspace.entries) == 4


# ------------------------------------------------------------------------------------------------------------ problems


@pytest.fixture
def wrong(window: MainWindow, bench: Workbench, qtbot: QtBot) -> Workbench:
    bench.session.apply(SetField(ENTRY, "title.kk", WRONG, CHANGE))
    qtbot.waitUntil(lambda: bench.is_checked and bool(bench.problems.shown), timeout=20_000)
    return bench


def test_a_problem_is_listed_marked_in_the_list_and_under_its_field(window: MainWindow, wrong: Workbench) -> None:
    assert [finding.code for finding in wrong.problems.shown] == ["CHAR001"]
    notes = [one.text() for one in wrong.form.findChildren(QLabel, "note")]
    assert any("CHAR001" in words for words in notes)


def test_f8_goes_to_a_problem_and_its_button_fixes_it(window: MainWindow, wrong: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    wrong.entries.go_to("ozera")
    wrong.entries.go_to(ENTRY)
    trigger(window, "check")
    assert child(window, TextBox, "field_title_kk").hasFocus()
    button = child(wrong.problems, QPushButton, "fixButton")
    assert button.isEnabled()
    finding = wrong.problems.shown[0]
    if finding.fix and not finding.fix.safe:
        answer(QMessageBox.StandardButton.Yes)
    button.click()
    entry = wrong.session.entry(ENTRY)
    assert entry
    assert entry.title.kk == "Жаңа мақала"
    qtbot.waitUntil(lambda: not wrong.problems.shown, timeout=20_000)
    trigger(window, "undo")
    assert child(window, TextBox, "field_title_kk").words() == WRONG


def test_a_problem_is_fixed_by_a_key(window: MainWindow, wrong: Workbench) -> None:
    trigger(window, "check")
    finding = wrong.problems.shown[0]
    if finding.fix and not finding.fix.safe:
        answer(QMessageBox.StandardButton.Yes)
    trigger(window, "fix")
    assert child(window, TextBox, "field_title_kk").words() == "Жаңа мақала"


def test_where_nothing_can_be_fixed_the_key_says_so(window: MainWindow, wrong: Workbench) -> None:
    said = read_message()
    wrong.problems.show_found((), ENTRY)
    trigger(window, "fix")
    assert "F8" in said[0]


def test_all_of_a_kind_are_fixed_in_one_step(window: MainWindow, wrong: Workbench, qtbot: QtBot) -> None:
    wrong.session.apply(SetField(ENTRY, "title.ru", "С\u006fль и вода", CHANGE))
    before = wrong.session.workspace
    qtbot.waitUntil(lambda: len(wrong.problems.shown) == 2, timeout=20_000)
    wrong.problems.go_next()
    accept_fixes()
    child(wrong.problems, QPushButton, "fixAllButton").click()
    qtbot.waitUntil(lambda: not wrong.problems.shown, timeout=20_000)
    trigger(window, "undo")
    assert wrong.session.workspace is before


def test_the_problems_of_other_entries_show_when_asked_for(wrong: Workbench) -> None:
    wrong.entries.go_to("ozera")
    assert not wrong.problems.shown
    child(wrong.problems, QAbstractButton, "onlyHere").setChecked(False)
    assert [finding.entry for finding in wrong.problems.shown] == [ENTRY]


# ----------------------------------------------------------------------------------------------------------- languages


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_english_word_is_left_in_another_language(
    window: MainWindow, wrong: Workbench, words: Words, language: str, folder: Path, qtbot: QtBot
) -> None:
    known = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")) + str(folder)
    trigger(window, "collection")
    trigger(window, f"language_{language}")
    qtbot.wait(50)
    assert words.language == language
    left = foreign(words_said(window), known, "kk")
    assert not left, "\n".join(map(str, left))
    assert child(window, QAbstractButton, f"language_{language}Button").isChecked()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_action_has_words_of_its_own_and_shortcuts_do_not_meet(
    window: MainWindow, words: Words, language: str
) -> None:
    words.set_language(language)  # type: ignore[arg-type]
    actions = [one for row in ACTIONS if (one := window.findChild(QAction, f"{row.id}Action"))]
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    for menu in window.menuBar().actions():
        said = [action.text() for action in menu.menu().actions() if action.text()]  # type: ignore[attr-defined]
        assert len(said) == len(set(said)), menu.text()


def test_qts_own_words_follow(window: MainWindow, words: Words, qapp: QApplication) -> None:
    own = QtWords(words, window)
    said = {}
    for language in LANGUAGE_BUTTONS:
        words.set_language(language)
        box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel, window)
        said[language] = box.button(QMessageBox.StandardButton.Cancel).text().replace("&", "")
        box.deleteLater()
    assert said == {"kk": "Бас тарту", "ru": "Отмена", "en": "Cancel"}
    words.set_language("en")
    own.deleteLater()


def test_the_language_is_remembered(window: MainWindow, words: Words, tmp_path: Path) -> None:
    trigger(window, "language_kk")
    assert Memory(tmp_path / "preferences.json").language == "kk"


def test_while_one_types_on_no_action_changes(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    actions = window.findChildren(QAction)
    bench.show_tab(1)
    type_text(bench.body.text, "ә")
    changed: list[str] = []
    for action in actions:
        action.changed.connect(partial(changed.append, action.objectName()))
    type_text(bench.body.text, "л")
    assert not [name for name in changed if not name.endswith("BodyAction")]
    bench.undo()
    assert {"undoAction", "redoAction", "saveAction"} <= set(changed)


def test_the_status_line_counts_the_states(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    label = child(window, QLabel, "statesLabel")
    assert label.text() == "4 entries: accepted 4"
    for entry, state in (("ozera", "withdrawn"), ("beldeu", "returned")):
        bench.session.apply(SetField(entry, "state", state, CHANGE))
    qtbot.waitUntil(lambda: label.text() == "4 entries: accepted 2, returned for revision 1, …")
    assert label.toolTip() == "returned for revision 1\naccepted 2\nwithdrawn 1"


def test_a_collection_without_a_name_is_called_as_its_folder(window: MainWindow, bench: Workbench) -> None:
    for language in ("kk", "ru", "en"):
        bench.session.apply(SetField("", f"name.{language}", "", CHANGE))
    assert window.windowTitle() == f"{bench.session.folder.name}[*] – proceedings-editor"


def test_the_help_of_a_field_has_room_in_the_status_line_and_goes_with_the_cursor(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    bar, length = window.statusBar(), child(window, QLabel, "lengthLabel")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.resize(900, 700)
    assert length.isVisibleTo(bar)
    field = child(window, TextBox, "field_authors_0_line_kk")
    field.setFocus()
    assert bar.currentMessage() == field.statusTip() != ""
    assert not length.isVisibleTo(bar)
    needed = bar.fontMetrics().horizontalAdvance(bar.currentMessage())
    shown = [one for one in bar.findChildren(QLabel) if one.isVisibleTo(bar)]
    assert needed <= bar.width() - sum(one.sizeHint().width() for one in shown)
    bench.entries.take_focus()
    assert bar.currentMessage() == ""
    assert length.isVisibleTo(bar)


def test_a_narrow_status_line_leaves_parts_out_instead_of_cutting_them(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    trigger(window, "language_ru")
    bench.entries.take_focus()
    window.resize(860, 600)
    qtbot.waitUntil(lambda: not child(window, QLabel, "lengthLabel").isVisible())
    bar = window.statusBar()
    shown = [one for one in bar.findChildren(QLabel) if one.isVisible()]
    assert len(shown) >= 3
    assert all(one.width() >= one.sizeHint().width() for one in shown)
    window.resize(1600, 600)
    qtbot.waitUntil(lambda: child(window, QLabel, "lengthLabel").isVisible())


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_window_fits_a_small_screen_at_one_and_a_half_of_its_size(
    window: MainWindow, bench: Workbench, words: Words, language: str, qtbot: QtBot
) -> None:
    trigger(window, f"language_{language}")
    bench.show_tab(2)
    qtbot.wait(50)
    least = window.minimumSizeHint()
    assert least.width() <= 1280 / 1.5
    assert least.height() <= 800 / 1.5


# -------------------------------------------------------------------------------------------------- closing, mistakes


def test_closing_with_unsaved_work_asks_and_cancel_stays(window: MainWindow, bench: Workbench) -> None:
    type_text(child(window, Line, "field_doi"), "9")
    answer(QMessageBox.StandardButton.Cancel)
    assert not window.close()
    assert window.isVisible()
    assert bench.session.is_dirty


def test_closing_can_save_or_discard(window: MainWindow, bench: Workbench, folder: Path) -> None:
    widget = child(window, Line, "field_doi")
    select_all(widget)
    type_text(widget, "10.5555/жаңа")
    answer(QMessageBox.StandardButton.Save)
    assert window.close()
    assert open_collection(folder).workspace.entries[0].doi == "10.5555/жаңа"


def test_discarding_leaves_the_file_and_no_journal(window: MainWindow, bench: Workbench, folder: Path) -> None:
    before = open_collection(folder).workspace
    type_text(child(window, Line, "field_doi"), "9")
    window.keep_unsaved()
    assert list(folder.rglob("*journal*"))
    answer(QMessageBox.StandardButton.Discard)
    assert window.close()
    assert open_collection(folder).workspace == before
    assert not [path for path in folder.rglob("*journal*") if path.is_file()]


def test_a_save_that_fails_keeps_the_window_open_and_works_when_the_cause_is_gone(
    window: MainWindow, bench: Workbench, folder: Path
) -> None:
    file = folder / "entries" / bench.session.sources[ENTRY]
    widget = child(window, Line, "field_doi")
    select_all(widget)
    type_text(widget, "10.5555/жаңа")
    file.chmod(0o444)
    said = answer_each(pressing(QMessageBox.StandardButton.Save), pressing(QMessageBox.StandardButton.Close))
    assert not window.close()
    assert "write-protected" in said[1] and bench.session.is_dirty
    again = pressing(QMessageBox.StandardButton.Retry, lambda: file.chmod(0o644))
    answer_each(pressing(QMessageBox.StandardButton.Save), again)
    assert window.close()
    assert open_collection(folder).workspace.entries[0].doi == "10.5555/жаңа"


def test_a_mistake_of_the_program_keeps_the_work_and_says_one_sentence(
    window: MainWindow, bench: Workbench, folder: Path
) -> None:
    type_text(child(window, Line, "field_doi"), "9")
    said = read_message()
    LastChance(window).meet(ZeroDivisionError, ZeroDivisionError("x"), None)
    assert "ZeroDivisionError" in said[0]
    assert list(folder.rglob("*journal*"))


def test_another_collection_takes_the_place_of_the_first(
    window: MainWindow, bench: Workbench, tmp_path: Path, qtbot: QtBot
) -> None:
    from proceedings_editor.app.collection import new_collection

    new_collection(tmp_path / "екінші", "kz-conference")
    assert window.open_folder(tmp_path / "екінші")
    assert window.bench
    assert window.bench is not bench
    assert window.bench.collection.isVisible()
    qtbot.waitUntil(lambda: window.findChildren(QWidget, "workbench") == [window.bench], timeout=5000)


# ------------------------------------------------------------------------------------------------------------- manners


def test_everything_can_be_hidden_and_shown(window: MainWindow, bench: Workbench) -> None:
    for name, panel in (("preview", bench.preview), ("problems", bench.problems)):
        trigger(window, name)
        assert not panel.isVisible()
        trigger(window, name)
        assert panel.isVisible()


def test_problems_table_never_keeps_the_tab_key(bench: Workbench) -> None:
    assert not child(bench.problems, QTreeView, "findingView").tabKeyNavigation()


def test_ctrl_e_exports_while_the_cursor_is_in_a_field(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    bench.show_tab(0)
    field = child(window, TextBox, "field_title_kk")
    field.setFocus()
    opened: list[str] = []

    def note(dialog: QDialog) -> None:
        opened.append(dialog.objectName())
        dialog.close()

    with_next_dialog(note)
    QTest.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert opened == ["exportDialog"]
