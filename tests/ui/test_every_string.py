"""No window, menu or dialog leaves a word in English when the program speaks Kazakh or Russian."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.comparison import FieldDifference
from proceedings_editor.app.recovery import Difference, Recovery
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.fields import field_of
from proceedings_editor.model.local import Language
from proceedings_editor.storage.journal import LeftBehind, Unsaved
from proceedings_editor.texts import text
from proceedings_editor.ui.action import ACTIONS
from proceedings_editor.ui.application import QtWords
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.message import ask_failed, ask_unsaved, show_sentence
from proceedings_editor.ui.recovery_dialog import RecoveryDialog
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.message import with_next_dialog
from tests.ui.said import english, words_said

ENTRY = "tynaigan"
WRONG = "Ж\u0061ңа мақала"
CHANGE = field_of("entry", "title").label


@pytest.fixture(params=["kk", "ru"])
def words(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Words]:
    language: Language = request.param
    words = Words(language, qapp)
    own = QtWords(words, qapp)
    yield words
    words.set_language("en")
    own.deleteLater()


@pytest.fixture
def window(words: Words, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(words, Memory(tmp_path / "preferences.json"), tmp_path / "cache")
    window.furnish()
    window.show_start()
    window.show()
    yield window
    if window.session and window.session.is_dirty:
        with_next_dialog(lambda box: box.button(box.StandardButton.Discard).click())  # type: ignore[attr-defined]
    window.close()
    window.deleteLater()


@pytest.fixture
def bench(window: MainWindow, folder: Path, qtbot: QtBot) -> Workbench:
    """Give the sample with two problems of a kind in it and one version in its history."""
    assert window.open_folder(folder)
    bench = window.bench
    assert bench
    bench.session.apply(SetField(ENTRY, "title.ru", "С\u006fль", CHANGE))
    bench.session.save()
    bench.session.apply(SetField(ENTRY, "title.kk", WRONG, CHANGE))
    qtbot.waitUntil(lambda: bench.is_checked and len(bench.problems.shown) == 2, timeout=20_000)
    bench.problems.go_next()
    return bench


@pytest.fixture
def known(folder: Path, tmp_path: Path) -> str:
    """What is in the collection may be in any language."""
    return (
        "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")) + str(tmp_path) + str(Path.home())
    )


def trigger(window: QWidget, name: str) -> None:
    action = window.findChild(QAction, f"{name}Action")
    assert action, name
    action.trigger()


def press(window: QWidget, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button and button.isEnabled(), name
    button.click()


def said_in_the_next(act: Callable[[], object], known: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the name of the modal dialog that `act` opens, and what it leaves in English."""
    left: list[tuple[str, str]] = []
    names: list[str] = []

    def listen(dialog: QDialog) -> None:
        names.append(dialog.objectName())
        left.extend(english(words_said(dialog), known))
        dialog.reject()

    with_next_dialog(listen)
    act()
    for _ in range(500):  # some dialogs come when a worker has found what they show
        if names:
            break
        QTest.qWait(20)
    assert names, "no dialog came"
    return names[0], left


# -------------------------------------------------------------------------------------------------------------- window


def test_the_start_page_and_every_menu(window: MainWindow, known: str) -> None:
    assert english(words_said(window), known) == []
    menus = window.findChildren(QMenu)
    assert len(menus) >= 7
    assert english(((menu.objectName(), menu.title()) for menu in menus), known) == []


@pytest.mark.parametrize("action", ["information", "article", "references", "history", "collection"])
def test_every_panel_of_a_collection(window: MainWindow, bench: Workbench, known: str, action: str) -> None:
    trigger(window, action)
    QApplication.processEvents()
    assert english(words_said(window), known) == []


def test_the_toolbars_menus_of_the_article(bench: Workbench, known: str) -> None:
    menus = bench.body.findChildren(QMenu)
    said = ((menu.objectName(), action.text()) for menu in menus for action in menu.actions())
    assert menus and english(said, known) == []


# ------------------------------------------------------------------------------------------------- dialogs of the menu


@pytest.mark.parametrize(
    ("action", "dialog"),
    [("export", "exportDialog"), ("send", "sendDialog"), ("renumber", "renumberDialog"), ("rules", "ruleDialog")],
)
def test_every_dialog_of_a_collection(
    window: MainWindow, bench: Workbench, known: str, action: str, dialog: str
) -> None:
    del bench
    assert said_in_the_next(lambda: trigger(window, action), known) == (dialog, [])


@pytest.mark.parametrize(
    ("action", "dialog"), [("new", "newCollectionDialog"), ("report", "reportDialog"), ("open", "")]
)
def test_every_dialog_without_a_collection(window: MainWindow, known: str, action: str, dialog: str) -> None:
    name, left = said_in_the_next(lambda: trigger(window, action), known)
    assert not dialog or name == dialog
    assert [one for one in left if one[0] not in _OF_QT] == []


_OF_QT = ("sidebar", "treeView", "listView", "fileNameEdit", "lookInCombo")
"""Parts of Qt's own file dialog that show files and places of this computer."""


@pytest.mark.parametrize(
    ("action", "dialog"),
    [
        ("find", "findDialog"),
        ("replace", "findDialog"),
    ],
)
def test_the_search(window: MainWindow, bench: Workbench, known: str, action: str, dialog: str) -> None:
    trigger(window, action)
    found = bench.findChild(QDialog, dialog)
    assert found and found.isVisible()
    assert english(words_said(found), known) == []
    found.close()


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("guide", "guideWindow"),
        ("rule_manuals", "rulesWindow"),
        ("keyboard", "keyboardSheet"),
        ("about", "aboutSheet"),
    ],
)
def test_the_help(window: MainWindow, known: str, action: str, name: str) -> None:
    trigger(window, action)
    found = window.findChild(QDialog, name)
    assert found and found.isVisible()
    assert english(words_said(found), known) == []
    found.close()


@pytest.mark.parametrize("name", ["note", "link"])
def test_the_questions_of_the_article(window: MainWindow, bench: Workbench, known: str, name: str) -> None:
    trigger(window, "article")
    bench.body.asker.ask(name)
    found = [one for one in window.findChildren(QDialog, "textDialog") if one.isVisible()]
    assert len(found) == 1
    assert english(words_said(found[0]), known) == []
    found[0].close()


# ------------------------------------------------------------------------------ whatever else is or comes in the menus

ASKING = sorted(row.id for row in ACTIONS if row.label.key.endswith("…"))
"""Actions that open a dialog, by the three dots of their label."""


@pytest.mark.parametrize("action", ASKING)
def test_every_action_with_dots_opens_a_dialog_in_the_windows_language(
    window: MainWindow, bench: Workbench, known: str, action: str
) -> None:
    bench.session.save()
    seen: list[list[tuple[str, str]]] = []

    def listen(dialog: QWidget) -> None:
        said = english(words_said(dialog), known)
        seen.append([one for one in said if one[0] not in _OF_QT])
        dialog.close()

    with_next_dialog(listen)
    trigger(window, action)
    for _ in range(250):
        if seen:
            break
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        if shown and QApplication.activeModalWidget() is None:
            listen(shown[0])
        QTest.qWait(20)
    assert seen == [[]]


# ------------------------------------------------------------------------------------------------------------ problems


@pytest.mark.parametrize(("button", "dialog"), [("fixAllButton", "fixDialog"), ("ignoreButton", "reasonDialog")])
def test_the_dialogs_of_the_problems(bench: Workbench, known: str, button: str, dialog: str) -> None:
    assert said_in_the_next(lambda: press(bench.problems, button), known) == (dialog, [])


def test_the_manual_of_a_problem(window: MainWindow, bench: Workbench, known: str) -> None:
    press(bench.problems, "explainButton")
    found = window.findChild(QDialog, "explanationDialog")
    assert found and english(words_said(found), known) == []
    found.close()


def test_the_ignored_problems(bench: Workbench, known: str, qtbot: QtBot) -> None:
    def give_reason(dialog: QDialog) -> None:
        dialog.setTextValue("Атау солай")  # type: ignore[attr-defined]
        dialog.accept()

    with_next_dialog(give_reason)
    press(bench.problems, "ignoreButton")
    ignored = bench.problems.findChild(QPushButton, "ignoredButton")
    assert ignored
    qtbot.waitUntil(ignored.isEnabled, timeout=20_000)
    assert said_in_the_next(ignored.click, known) == ("ignoredDialog", [])


# ------------------------------------------------------------------------------------------------ questions and answers


def test_the_messages(window: MainWindow, words: Words, known: str) -> None:
    sentence = text("There is no file {file}. Check the name.", file="070.md")
    questions: tuple[Callable[[], object], ...] = (
        lambda: ask_unsaved(window, words),
        lambda: ask_failed(window, words, sentence),
        lambda: show_sentence(window, words, sentence),
    )
    assert [said_in_the_next(question, known) for question in questions] == [("messageBox", [])] * 3


def test_the_question_after_a_crash(window: MainWindow, words: Words, known: str) -> None:
    found = (Difference(ENTRY, WRONG, (FieldDifference(CHANGE, "Жаңа", WRONG, "kk"),)), Difference("x", "Көл", ()))
    recovery = Recovery(LeftBehind(Path(), datetime(2026, 2, 3, 9, 41, tzinfo=UTC), Unsaved()), found)
    dialog = RecoveryDialog(recovery, words, window)
    dialog.show()
    assert english(words_said(dialog), known) == []
    dialog.close()
    dialog.deleteLater()
