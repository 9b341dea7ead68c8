"""The Help menu: the guide at the right chapter, rules, keys, about, a report; in every language and tone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from gallery import widget_classes
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.guide import CHAPTERS, chapters
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.rules.registry import RULES
from proceedings_editor.ui.action import ACTIONS, keys_of
from proceedings_editor.ui.appearance import DARK, LIGHT, Appearance
from proceedings_editor.ui.help.desk import CHAPTER_OF, chapter_for
from proceedings_editor.ui.help.reader import Reader, beginnings
from proceedings_editor.ui.help.report_dialog import ReportDialog
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench
from tests.ui.message import with_next_dialog

K = TypeVar("K", bound=QObject)


@pytest.fixture
def window(words: Words, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(words, Memory(tmp_path / "preferences.json"), tmp_path / "cache")
    window.furnish()
    window.show_start()
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def bench(window: MainWindow, folder: Path) -> Workbench:
    assert window.open_folder(folder)
    assert window.bench
    return window.bench


def trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, f"{name}Action")
    assert action
    action.trigger()


def child(widget: QDialog, kind: type[K], name: str) -> K:
    found = widget.findChild(kind, name)
    assert found, name
    return found


def reader(window: MainWindow, name: str) -> Reader:
    found = window.findChild(Reader, name)
    assert found
    return found


def page_of(dialog: QDialog) -> QTextBrowser:
    found = dialog.findChild(QTextBrowser, f"{dialog.objectName()}Page")
    assert found
    return found


# --------------------------------------------------------------------------------------------------------------- guide


def test_every_chapter_has_a_panel_it_is_about_or_its_place_in_the_contents() -> None:
    assert set(CHAPTER_OF.values()) <= set(CHAPTERS)


def test_every_panel_named_for_a_chapter_exists(window: MainWindow, bench: Workbench) -> None:
    """A class that was renamed would silently lose its chapter."""
    import proceedings_editor.ui as ui

    sources = "".join(path.read_text(encoding="utf-8") for path in Path(ui.__path__[0]).rglob("*.py"))
    assert [name for name in CHAPTER_OF if f"class {name}(" not in sources] == []


def test_every_dialog_has_its_chapter() -> None:
    dialogs = {kind.__name__ for kind in widget_classes() if issubclass(kind, QDialog)}
    say_nothing_new = {"Dialog", "Reader", "Sheet", "ProgressDialog", "_Waiting"}
    assert dialogs - CHAPTER_OF.keys() - say_nothing_new == set()


def test_f1_opens_the_chapter_of_the_panel_in_use(window: MainWindow, bench: Workbench) -> None:
    panels = {"entry": bench.body.text, "check": bench.problems, "history": bench.history, "list": bench.entries}
    assert {chapter: chapter_for(panel) for chapter, panel in panels.items()} == {name: name for name in panels}


def test_f1_is_the_guides_key_and_the_start_page_has_its_chapter(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    start = window.centralWidget()
    start.setFocus()
    action = window.findChild(QAction, "guideAction")
    assert action and action.shortcut().toString() == "F1"
    trigger(window, "guide")
    assert reader(window, "guideWindow").page_id == "start"
    assert chapters("en")[0].title in page_of(reader(window, "guideWindow")).toPlainText()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_follows_the_language_and_stays_on_its_page(
    window: MainWindow, words: Words, language: Language
) -> None:
    trigger(window, "guide")
    guide = reader(window, "guideWindow")
    guide.show_page("find")
    words.set_language(language)
    assert guide.page_id == "find"
    title = {chapter.name: chapter.title for chapter in chapters(language)}["find"]
    assert page_of(guide).toPlainText().startswith(title)


def test_every_picture_of_a_page_is_shown_no_wider_than_there_is_room(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "guide")
    guide = reader(window, "guideWindow")
    guide.resize(640, 500)
    guide.show_page("start")
    qtbot.wait(200)
    html = page_of(guide).toHtml()
    assert html.count("<img") == 4
    assert page_of(guide).horizontalScrollBar().maximum() == 0


def test_the_search_keeps_the_pages_that_have_every_word(window: MainWindow) -> None:
    trigger(window, "guide")
    guide = reader(window, "guideWindow")
    search, contents = guide.findChild(QLineEdit), guide.findChild(QTreeWidget)
    assert search and contents
    search.setText("USB disk")
    shown = [contents.topLevelItem(row) for row in range(contents.topLevelItemCount())]
    assert [row.text(0) for row in shown if row and not row.isHidden()] == ["When something went wrong"]
    assert guide.page_id == "trouble"
    assert page_of(guide).extraSelections()
    search.setText("nowhere-at-all")
    assert all(row.isHidden() for row in shown if row)
    search.clear()
    assert not any(row.isHidden() for row in shown if row)


def test_the_search_finds_other_forms_of_a_word() -> None:
    assert beginnings("Заголовок статьи") == ("заголов", "стат")
    assert beginnings("тақырыптар UDC кесте") == ("тақырыпт", "udc", "кест")
    assert beginnings("FORM001") == ("form001",)


def test_a_page_is_found_by_another_form_of_its_words(window: MainWindow) -> None:
    trigger(window, "guide")
    guide = reader(window, "guideWindow")
    search = guide.findChild(QLineEdit)
    assert search
    search.setText("disking USB")
    assert guide.page_id != "trouble"
    search.setText("disks USB")
    assert guide.page_id == "trouble"
    assert page_of(guide).extraSelections()


def test_pages_can_be_read_in_the_dark(window: MainWindow, qapp: QApplication) -> None:
    appearance = qapp.findChild(Appearance) or Appearance(qapp)
    appearance.show_tone(DARK)
    try:
        trigger(window, "guide")
        palette = page_of(reader(window, "guideWindow")).palette()
        assert palette.text().color().lightness() > 150 > 100 > palette.base().color().lightness()
    finally:
        appearance.show_tone(LIGHT)


def test_the_guide_opens_over_a_dialog_that_lets_nothing_else_be_used(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    seen: list[str] = []

    def press_f1(dialog: QDialog) -> None:
        qtbot.waitUntil(lambda: dialog.findChild(QShortcut, "guideKey") is not None)
        child(dialog, QShortcut, "guideKey").activated.emit()
        guide = dialog.findChild(Reader, "guideWindow")
        assert guide and guide.isVisible()
        seen.append(guide.page_id)
        guide.close()
        dialog.reject()

    with_next_dialog(press_f1)
    trigger(window, "export")
    assert seen == ["export"]


# --------------------------------------------------------------------------------------------------- rules, keys, about


def test_every_rule_has_its_manual(window: MainWindow) -> None:
    trigger(window, "rule_manuals")
    rules = reader(window, "rulesWindow")
    for rule in RULES:
        rules.show_page(rule.code)
        assert rule.code in page_of(rules).toPlainText()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_keys_has_every_key_of_the_table(window: MainWindow, words: Words, language: Language) -> None:
    words.set_language(language)
    trigger(window, "keyboard")
    sheet = window.findChild(QDialog, "keyboardSheet")
    assert sheet
    said = page_of(sheet).toPlainText()
    for row in ACTIONS:
        for key in keys_of(row):
            assert key in said, row.id
            assert words(row.label).replace("&", "") in said
    assert "Ctrl+B" in said  # of the article's own toolbar
    assert "Ctrl+Enter" in said and "Return" not in said
    sheet.close()


def test_about_names_version_libraries_and_licences(window: MainWindow) -> None:
    trigger(window, "about")
    sheet = window.findChild(QDialog, "aboutSheet")
    assert sheet
    said = page_of(sheet).toPlainText()
    assert all(words in said for words in ("proceedings-editor 0.", "pikepdf ", "MPL-2.0", "SIL Open Font", "Qt 6"))
    sheet.close()


# -------------------------------------------------------------------------------------------------------------- report


@pytest.fixture
def dialog(window: MainWindow, bench: Workbench, words: Words, tmp_path: Path) -> ReportDialog:
    entry = bench.session.workspace.entries[0]
    dialog = ReportDialog(words, tmp_path / "no log", bench.session.folder, entry, window)
    dialog.show()
    return dialog


def parts(dialog: ReportDialog) -> list[str]:
    rows = dialog.findChild(QTreeWidget, "reportParts")
    assert rows
    return [item.text(0) for row in range(rows.topLevelItemCount()) if (item := rows.topLevelItem(row))]


def test_the_report_shows_what_goes_in_and_the_article_only_where_ticked(dialog: ReportDialog) -> None:
    assert parts(dialog) == ["versions.txt", "template.yaml"]
    tick = dialog.findChild(QCheckBox, "reportText")
    rows, shown = dialog.findChild(QTreeWidget, "reportParts"), dialog.findChild(QPlainTextEdit, "reportPart")
    assert tick and rows and shown
    assert "reportlab" in shown.toPlainText()
    tick.setChecked(True)
    assert parts(dialog) == ["versions.txt", "template.yaml", "tynaigan.yaml"]
    rows.setCurrentItem(rows.topLevelItem(2))
    assert "Тыңайған" in shown.toPlainText()
    dialog.close()


def test_the_report_is_saved_where_the_person_says(dialog: ReportDialog, tmp_path: Path) -> None:
    told = dialog.findChild(QPlainTextEdit, "reportWords")
    buttons = dialog.findChild(QDialogButtonBox)
    assert told and buttons
    told.setPlainText("Терезе жабылып қалды")

    def choose(chooser: QDialog) -> None:
        assert isinstance(chooser, QFileDialog)
        chooser.selectFile(str(tmp_path / "есеп.zip"))
        chooser.accept()

    with_next_dialog(choose, besides=dialog)
    buttons.button(QDialogButtonBox.StandardButton.Save).click()
    assert dialog.saved == tmp_path / "есеп.zip"
    with zipfile.ZipFile(tmp_path / "есеп.zip") as archive:
        assert archive.namelist() == ["problem.txt", "versions.txt", "template.yaml"]
