"""The palette of symbols writes into whatever field was used last, and leaves nothing without a glyph."""

from __future__ import annotations

import unicodedata
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.exporters.pdf.coverage import drawable
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import text_of
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.memory import Memory
from proceedings_editor.ui.symbol.palette import SymbolPalette
from proceedings_editor.ui.symbol.table import GREEK, GROUPS
from proceedings_editor.ui.words import Words
from proceedings_editor.ui.workbench import Workbench

T = TypeVar("T", bound=QWidget)
ENTRY = "tynaigan"
EVERY = [symbol for group in GROUPS for symbol in group.symbols]


def test_every_symbol_has_a_glyph_in_the_shipped_fonts() -> None:
    assert [symbol.char for symbol in EVERY if symbol.char not in drawable()] == []


def test_all_letters_of_kazakh_that_russian_lacks_are_there() -> None:
    letters = {symbol.char for symbol in GROUPS[0].symbols}
    assert letters == set("ӘәҒғҚқҢңӨөҰұҮүҺһІі")


def test_a_symbol_is_one_character_and_stands_in_one_place_of_its_group() -> None:
    for group in GROUPS:
        chars = [symbol.char for symbol in group.symbols]
        assert all(len(char) == 1 for char in chars) and len(set(chars)) == len(chars), group.id


def test_greek_letters_are_what_their_names_say() -> None:
    names = {"lambda": "lamda"}  # as Unicode spells it
    for small, large, name in GREEK:
        word = names.get(name.key, name.key).upper()
        assert unicodedata.name(small) == f"GREEK SMALL LETTER {word}"
        assert unicodedata.name(large) == f"GREEK CAPITAL LETTER {word}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_symbol_is_called_by_a_name_of_its_own(language: str) -> None:
    names: dict[str, str] = {}
    for symbol in EVERY:
        name = symbol.name.in_language(language)
        assert names.setdefault(name, symbol.char) == symbol.char, name


# ------------------------------------------------------------------------------------------------------------- writing


class Hand:
    """A person with the palette open."""

    def __init__(self, bench: Workbench) -> None:
        bench.desk.show_symbols()
        palette = bench.findChild(SymbolPalette)
        assert palette
        self.palette = palette
        self.search = part(palette, QLineEdit, "symbolSearch")
        self.groups = part(palette, QListWidget, "symbolGroups")
        self.grid = part(palette, QListWidget, "symbolGrid")

    @property
    def shown(self) -> str:
        items = [self.grid.item(row) for row in range(self.grid.count())]
        return "".join(item.data(Qt.ItemDataRole.UserRole) for item in items)

    @property
    def said(self) -> str:
        return part(self.palette, QLabel, "symbolName").text()

    def click(self, char: str) -> None:
        items = [self.grid.item(row) for row in range(self.grid.count())]
        item = next(item for item in items if item.data(Qt.ItemDataRole.UserRole) == char)
        self.grid.scrollToItem(item)
        spot: QPoint = self.grid.visualItemRect(item).center()
        QTest.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def part(palette: QWidget, kind: type[T], name: str) -> T:
    found = palette.findChild(kind, name)
    assert found
    return found


@pytest.fixture
def in_title(window: MainWindow, bench: Workbench, qtbot: QtBot) -> QWidget:
    """Put the cursor into the Kazakh title."""
    with qtbot.waitActive(window):
        window.activateWindow()
    bench.go_to(ENTRY, Place(field="title.kk"))
    field = QApplication.focusWidget()
    assert field and field is not bench
    return field


def title(bench: Workbench) -> str:
    entry = bench.session.entry(ENTRY)
    assert entry
    return entry.title.kk


def test_a_click_writes_into_the_field_used_last_and_goes_back_there(
    bench: Workbench, in_title: QWidget, qtbot: QtBot
) -> None:
    before = title(bench)
    hand = Hand(bench)
    hand.click("Ұ")
    assert title(bench).count("Ұ") == before.count("Ұ") + 1
    qtbot.waitUntil(lambda: QApplication.focusWidget() is in_title)
    bench.undo()
    assert title(bench) == before


def test_by_keyboard_symbols_are_searched_and_several_written(
    bench: Workbench, in_title: QWidget, qtbot: QtBot
) -> None:
    before = title(bench)
    hand = Hand(bench)
    QTest.keyClicks(hand.search, "tenge")
    assert hand.shown == "₸"
    QTest.keyClick(hand.search, Qt.Key.Key_Down)
    assert hand.palette.focusWidget() is hand.grid
    QTest.keyClick(hand.grid, Qt.Key.Key_Return)
    QTest.keyClick(hand.grid, Qt.Key.Key_Space)
    assert title(bench).count("₸") == before.count("₸") + 2
    assert hand.palette.isVisible()
    QTest.keyClick(hand.grid, Qt.Key.Key_Escape)
    assert not hand.palette.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is in_title)


def test_enter_in_the_search_writes_the_first_found(bench: Workbench, in_title: QWidget) -> None:
    hand = Hand(bench)
    hand.search.setText("u+2116")
    QTest.keyClick(hand.search, Qt.Key.Key_Return)
    assert "№" in title(bench)


def test_it_writes_into_the_article_as_typing_does(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    bench.go_to(ENTRY, Place(block=(0,)))
    before = bench.session.entry(ENTRY)
    hand = Hand(bench)
    for char in "Ғғ":
        hand.click(char)
    entry = bench.session.entry(ENTRY)
    assert entry and before
    assert plain_text(text_of(entry.body[0])) == "Ғғ" + plain_text(text_of(before.body[0]))
    bench.undo()
    while bench.session.next_undo:
        bench.undo()
    assert bench.session.entry(ENTRY) == before


def test_without_a_field_it_says_what_to_do(bench: Workbench) -> None:
    bench.show_tab(3)
    bench.entries.setFocus()
    hand = Hand(bench)
    hand.groups.setCurrentRow(1)
    hand.click("Ә")
    assert "cursor" in hand.said


def test_a_field_that_may_only_be_read_is_left_alone(bench: Workbench, in_title: QWidget) -> None:
    before = title(bench)
    hand = Hand(bench)
    bench.form.set_read_only(True)
    hand.click("Ұ")
    assert title(bench) == before and "cursor" in hand.said


# ----------------------------------------------------------------------------------------------------------- searching


def test_it_is_searched_in_the_windows_language_without_kazakh_letters(bench: Workbench, words: Words) -> None:
    hand = Hand(bench)
    words.set_language("kk")
    hand.search.setText("тенге")
    assert hand.shown == "₸"
    hand.search.setText("Ә")
    assert "Ә" in hand.shown
    hand.search.setText("жоқ мұндай")
    assert hand.shown == "" and hand.said
    words.set_language("en")


def test_what_was_written_comes_first_the_next_time(
    window: MainWindow, bench: Workbench, in_title: QWidget, memory: Memory
) -> None:
    hand = Hand(bench)
    for char in "ҒҰҒ":
        hand.click(char)
    hand.groups.setCurrentRow(0)
    assert hand.shown == "ҒҰ"
    memory.note_bench(bench)
    bench.desk.recent_symbols = ()
    memory.restore_bench(bench)
    assert bench.desk.recent_symbols == ("Ғ", "Ұ")


def test_every_cell_has_a_name_for_those_who_hear_it(bench: Workbench) -> None:
    hand = Hand(bench)
    for row in range(1, hand.groups.count()):
        hand.groups.setCurrentRow(row)
        assert hand.grid.count() == len(GROUPS[row - 1].symbols)
        items = [hand.grid.item(index) for index in range(hand.grid.count())]
        assert all(item.data(Qt.ItemDataRole.AccessibleTextRole) and item.toolTip() for item in items)
