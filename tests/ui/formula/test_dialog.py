"""A formula is typed, seen as it is printed, and put where it is wanted, in one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Body, DisplayFormula, FormulaSource, InlineFormula, Paragraph, Span
from proceedings_editor.ui.body.editor import BodyEditor
from proceedings_editor.ui.formula.dialog import FormulaDialog
from proceedings_editor.ui.formula.field import LatexField
from proceedings_editor.ui.formula.form import FORM_GROUPS, SLOT
from proceedings_editor.ui.formula.view import FormulaView
from tests.ui.body.sample import new_editor, new_session, press, put_cursor

W = TypeVar("W", bound=QWidget)
PATIENCE = 20_000


class Asked:
    """The dialog over an article, and what came of it."""

    def __init__(self, qtbot: QtBot, *body: object) -> None:
        self.qtbot = qtbot
        self.session: Session = new_session(body)  # type: ignore[arg-type]
        self.editor: BodyEditor = new_editor(self.session)
        qtbot.addWidget(self.editor)

    @property
    def body(self) -> Body:
        entry = self.session.entry("dala")
        assert entry
        return entry.body

    @property
    def dialog(self) -> FormulaDialog:
        return next(found for found in self.editor.findChildren(FormulaDialog) if found.isVisible())

    def part(self, kind: type[W], name: str) -> W:
        found = self.dialog.findChild(kind, name)
        assert found, name
        return found

    @property
    def field(self) -> LatexField:
        return self.part(LatexField, "formulaField")

    @property
    def said(self) -> str:
        return self.part(QLabel, "formulaSentence").text()

    @property
    def view(self) -> FormulaView:
        return self.part(FormulaView, "formulaView")

    def open_new(self, line: int = 0, offset: int = 0) -> None:
        put_cursor(self.editor, line, offset)
        self.editor.asker.ask("formula")

    def wait(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready, timeout=PATIENCE)

    def type(self, latex: str) -> None:
        self.field.setPlainText(latex)

    def choose(self, group: str, latex: str) -> None:
        """Click on a form of the palette."""
        index = next(index for index, one in enumerate(FORM_GROUPS) if one.id == group)
        self.part(QComboBox, "formulaGroups").setCurrentIndex(index)
        grid = self.part(QListWidget, "formulaForms")
        row = next(row for row, form in enumerate(FORM_GROUPS[index].forms) if form.latex == latex)
        grid.scrollToItem(grid.item(row))
        spot: QPoint = grid.visualItemRect(grid.item(row)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)


@pytest.fixture(autouse=True)
def no_dialog_is_left(qtbot: QtBot) -> Iterator[None]:
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, FormulaDialog):
            widget.reject()


def words(said: str) -> Paragraph:
    return Paragraph((Span(said),))


# -------------------------------------------------------------------------------------------------------- the picture


def test_the_picture_follows_what_is_typed(qtbot: QtBot) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    assert not asked.view.shows_formula
    asked.type(r"\frac{a}{b}")
    asked.wait(lambda: asked.view.shows_formula)
    assert asked.view.accessibleDescription() == "a/b"
    first = asked.view.grab().toImage()
    asked.type(r"\frac{a}{b}+1")
    asked.wait(lambda: asked.view.accessibleDescription() == "a/b + 1")
    assert asked.view.grab().toImage() != first


@pytest.mark.parametrize(("latex", "why"), [(r"\frac{a}{", "brace"), (r"\nonsense", "nonsense"), ("\u4e00", "font")])
def test_a_mistake_is_one_sentence_under_the_field(qtbot: QtBot, latex: str, why: str) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    asked.type(latex)
    asked.wait(lambda: why in asked.said)
    assert "\n" not in asked.said and not asked.view.shows_formula
    asked.type("x")
    asked.wait(lambda: asked.view.shows_formula)
    assert asked.said == ""


def test_typing_goes_on_while_a_long_formula_is_drawn(qtbot: QtBot) -> None:
    """Each key is taken at once; only the newest source is drawn in the end."""
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    asked.type("+".join([r"\frac{\sqrt{x}}{y_{1}}"] * 150))
    QTest.qWait(200)
    asked.type("x")
    QTest.keyClicks(asked.field, "+1")
    assert asked.field.toPlainText() in ("x+1", "+1x")
    asked.wait(lambda: asked.view.shows_formula and "1" in asked.view.accessibleDescription())
    assert len(asked.view.accessibleDescription()) < 9


# -------------------------------------------------------------------------------------------------------- the palette


def test_every_cell_shows_its_form_and_has_a_name(qtbot: QtBot) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    grid = asked.part(QListWidget, "formulaForms")
    for index, group in enumerate(FORM_GROUPS):
        asked.part(QComboBox, "formulaGroups").setCurrentIndex(index)
        items = [grid.item(row) for row in range(grid.count())]
        assert len(items) == len(group.forms)
        assert all(item.toolTip() and item.data(Qt.ItemDataRole.AccessibleTextRole) for item in items)
        asked.wait(lambda items=items: all(not item.icon().isNull() for item in items))  # type: ignore[misc]


def test_a_form_takes_what_is_selected_and_tab_leads_on(qtbot: QtBot) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    asked.type("a+b")
    asked.field.selectAll()
    asked.choose("structures", r"\frac{□}{□}")
    assert asked.field.toPlainText() == r"\frac{a+b}{□}"
    assert asked.field.textCursor().selectedText() == SLOT
    QTest.keyClicks(asked.field, "c")
    asked.choose("analysis", r"\sum_{□}^{□} □")
    QTest.keyClicks(asked.field, "i")
    QTest.keyClick(asked.field, Qt.Key.Key_Tab)
    QTest.keyClicks(asked.field, "n")
    QTest.keyClick(asked.field, Qt.Key.Key_Tab)
    QTest.keyClicks(asked.field, "x")
    assert asked.field.toPlainText() == r"\frac{a+b}{c\sum_{i}^{n} x}"


def test_tab_goes_behind_the_structure_before_it_leaves_the_field(qtbot: QtBot) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    QTest.keyClicks(asked.field, "T")
    asked.choose("structures", "□_{□}")
    QTest.keyClicks(asked.field, "a")
    QTest.keyClick(asked.field, Qt.Key.Key_Tab)
    QTest.keyClicks(asked.field, "+")
    asked.choose("structures", r"\sqrt{□}")
    assert asked.field.toPlainText() == rf"T_{{a}}+\sqrt{{{SLOT}}}"
    QTest.keyClicks(asked.field, "b")
    QTest.keyClick(asked.field, Qt.Key.Key_Tab)
    assert asked.dialog.focusWidget() is asked.field
    QTest.keyClick(asked.field, Qt.Key.Key_Tab)
    assert asked.dialog.focusWidget() is not asked.field
    assert asked.field.toPlainText() == r"T_{a}+\sqrt{b}"


def test_places_left_to_fill_in_are_told(qtbot: QtBot) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    asked.choose("structures", r"\sqrt{□}")
    asked.wait(lambda: SLOT in asked.said)
    assert asked.view.shows_formula


def test_by_keyboard_enter_on_a_form_puts_it_in(qtbot: QtBot) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    grid = asked.part(QListWidget, "formulaForms")
    grid.setCurrentRow(1)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert asked.field.toPlainText() == FORM_GROUPS[0].forms[1].latex
    assert asked.dialog.isVisible()


# ----------------------------------------------------------------------------------------------------------- the text


def test_a_formula_goes_into_the_line_in_one_step(qtbot: QtBot) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new(0, 3)
    asked.type("x^2")
    asked.dialog.accept()
    assert asked.body == (Paragraph((Span("сөз"), InlineFormula(FormulaSource("x^2")))),)
    asked.session.undo()
    assert asked.body == (words("сөз"),)


def test_a_formula_on_a_line_of_its_own_has_the_number_that_was_shown(qtbot: QtBot) -> None:
    first, last = (DisplayFormula(FormulaSource(one), numbered=True) for one in "ab")
    asked = Asked(qtbot, first, words("сөз"), last, words("(2) формула және (1) формула"))
    asked.open_new(1, 3)
    asked.type("x")
    asked.part(QRadioButton, "formulaDisplay").click()
    box = asked.part(QCheckBox, "formulaNumbered")
    assert box.isEnabled() and "(2)" in box.text()
    box.click()
    asked.dialog.accept()
    new = DisplayFormula(FormulaSource("x"), numbered=True)
    assert asked.body == (first, words("сөз"), new, last, words("(3) формула және (1) формула"))
    asked.session.undo()
    assert asked.body == (first, words("сөз"), last, words("(2) формула және (1) формула"))


def test_enter_with_alt_and_a_double_click_open_what_is_there(qtbot: QtBot) -> None:
    formula = DisplayFormula(FormulaSource("a"), numbered=True)
    asked = Asked(qtbot, words("сөз"), formula, words("соңы"))
    put_cursor(asked.editor, 1, 0)
    press(asked.editor, Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.AltModifier)
    assert asked.field.toPlainText() == "a" and asked.part(QRadioButton, "formulaDisplay").isChecked()
    asked.type("b")
    asked.dialog.accept()
    assert asked.body[1] == DisplayFormula(FormulaSource("b"), numbered=True)
    asked.editor.text.activated_at.emit(asked.editor.sync.document.findBlockByNumber(1).position())
    assert asked.field.toPlainText() == "b"


def test_a_formula_moves_from_the_line_to_its_own_and_back(qtbot: QtBot) -> None:
    run = InlineFormula(FormulaSource("a"))
    asked = Asked(qtbot, Paragraph((Span("бұл "), run, Span(" сонда"))))
    asked.editor.asker.open_at(4)
    asked.part(QRadioButton, "formulaDisplay").click()
    asked.dialog.accept()
    assert asked.body == (words("бұл "), DisplayFormula(run.formula), words(" сонда"))
    asked.editor.asker.open_at(asked.editor.sync.document.findBlockByNumber(1).position())
    asked.part(QRadioButton, "formulaInline").click()
    asked.dialog.accept()
    assert asked.body == (words("бұл "), Paragraph((run,)), words(" сонда"))
    asked.session.undo()
    asked.session.undo()
    assert asked.body == (Paragraph((Span("бұл "), run, Span(" сонда"))),)


def test_a_number_taken_away_is_followed_by_the_mentions_behind(qtbot: QtBot) -> None:
    first, last = (DisplayFormula(FormulaSource(one), numbered=True) for one in "ab")
    asked = Asked(qtbot, words("кіріспе"), first, last, words("(2) формула"))
    asked.editor.asker.open_at(asked.editor.sync.document.findBlockByNumber(1).position())
    asked.part(QCheckBox, "formulaNumbered").click()
    asked.dialog.accept()
    assert asked.body[1:] == (DisplayFormula(FormulaSource("a")), last, words("(1) формула"))


def test_nothing_comes_of_an_empty_formula_or_of_cancelling(qtbot: QtBot) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    asked.type("  ")
    buttons = asked.dialog.findChild(QDialogButtonBox)
    assert buttons and not buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    QTest.keyClick(asked.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    asked.type("x")
    asked.dialog.reject()
    assert asked.body == (words("сөз"),) and asked.session.next_undo is None


def test_a_formula_in_mathml_is_shown_as_it_is(qtbot: QtBot) -> None:
    source = FormulaSource("<math><mi>x</mi></math>", "mathml")
    asked = Asked(qtbot, words("сөз"), DisplayFormula(source), words("соңы"))
    asked.editor.asker.open_at(asked.editor.sync.document.findBlockByNumber(1).position())
    asked.wait(lambda: asked.view.shows_formula)
    assert asked.field.toPlainText() == source.source and not asked.dialog.findChildren(QListWidget)
    asked.type("<math><mi>y</mi></math>")
    asked.dialog.accept()
    assert asked.body[1] == DisplayFormula(FormulaSource("<math><mi>y</mi></math>", "mathml"))


def test_tab_goes_through_the_dialog_as_it_is_read(qtbot: QtBot) -> None:
    asked = Asked(qtbot, words("сөз"))
    asked.open_new()
    asked.type("x")
    asked.part(QRadioButton, "formulaDisplay").click()
    names: list[str] = []
    widget: QWidget = asked.field
    for _ in range(40):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.objectName().startswith("formula"):
            names.append(widget.objectName())
        widget = widget.nextInFocusChain()
        if widget is asked.field:
            break
    assert names == [
        "formulaField",
        "formulaInline",
        "formulaDisplay",
        "formulaNumbered",
        "formulaGroups",
        "formulaForms",
    ]


def test_enter_opens_a_formula_that_is_chosen_alone(qtbot: QtBot) -> None:
    run = InlineFormula(FormulaSource("a"))
    asked = Asked(qtbot, Paragraph((Span("бұл "), run)))
    asked.editor.desk.place_caret(4, 5)
    press(asked.editor, Qt.Key.Key_Return, "\r")
    assert asked.field.toPlainText() == "a"
    asked.dialog.reject()
    assert asked.body == (Paragraph((Span("бұл "), run)),)
