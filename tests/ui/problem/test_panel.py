"""The panel of problems, asked as a person does: by its buttons and its tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLabel,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from proceedings_editor.app.found import Found
from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Body, Paragraph, Span, plain_text
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.finding import Finding
from proceedings_editor.rules.engine import Engine
from proceedings_editor.texts import text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.problem.panel import ProblemPanel
from proceedings_editor.ui.problem.view import MOST_OPEN
from proceedings_editor.ui.words import Words
from tests.ui.message import with_next_dialog

W = TypeVar("W", bound=QObject)
ENTRY = "beldeu"
BODY: Body = tuple(
    Paragraph((Span(words),)) for words in ("Бұл бiлiм туралы.", "Қар cуы көктемде ериді [99].", "Тағы бiр сөз.")
)


def child(widget: QObject, kind: type[W], name: str) -> W:
    found = widget.findChild(kind, name)
    assert found, name
    return found


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


@pytest.fixture
def panel(session: Session, words: Words, jobs: Jobs, qtbot: QtBot) -> ProblemPanel:
    session.apply(SetField(ENTRY, "body", BODY, text("Change")))
    panel = ProblemPanel(session, words, jobs)
    qtbot.addWidget(panel)
    show(panel, session)
    return panel


def show(panel: ProblemPanel, session: Session) -> None:
    """What the window does after every check; only two rules, so that the places are known."""
    report = Engine(session.workspace).check()
    found = [one for one in report.findings if one.code in ("CHAR001", "CITE001")]
    panel.show_found(by_entry(found), ENTRY, report.ignored)


def by_entry(findings: Sequence[Finding]) -> list[Found]:
    """What the check gives, packed as that of entries nobody looks at."""
    owners = dict.fromkeys(one.entry for one in findings)
    return [Found(owner, tuple(one for one in findings if one.entry == owner)).packed() for owner in owners]


def rows(panel: ProblemPanel) -> list[tuple[str, int]]:
    model = child(panel, QTreeView, "findingView").model()
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    return [(str(top.data()).split()[1], model.rowCount(top)) for top in tops]


def choose(panel: ProblemPanel, kind: int, place: int) -> None:
    view = child(panel, QTreeView, "findingView")
    view.setCurrentIndex(view.model().index(place, 0, view.model().index(kind, 0)))


def words_of(session: Session) -> list[str]:
    entry = session.entry(ENTRY)
    assert entry
    return [plain_text(block.text) for block in entry.body if isinstance(block, Paragraph)]


def fix_dialog_says(*ticked: bool) -> list[str]:
    """Tick the rows of the next list of fixes so, press OK, and return what the list showed."""
    seen: list[str] = []

    def press(dialog: QDialog) -> None:
        tree = child(dialog, QTreeWidget, "fixList")
        for row in range(tree.topLevelItemCount()):
            item = tree.topLevelItem(row)
            assert item
            seen.append(f"{item.text(0)} → {item.text(1)}")
            item.setCheckState(0, Qt.CheckState.Checked if ticked[row] else Qt.CheckState.Unchecked)
        dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok).click()

    with_next_dialog(press)
    return seen


def test_problems_are_grouped_by_kind_with_their_number(panel: ProblemPanel) -> None:
    assert rows(panel) == [("CHAR001", 3), ("CITE001", 1)]


def test_severities_and_families_can_be_hidden(panel: ProblemPanel) -> None:
    errors = child(panel, QAbstractButton, "errorFilter")
    assert "4" in errors.text()
    errors.click()
    assert rows(panel) == []
    errors.click()
    families = child(panel, QComboBox, "familyFilter")
    families.setCurrentIndex(families.findData("CITE"))
    assert rows(panel) == [("CITE001", 1)]
    assert "1" in errors.text()
    families.setCurrentIndex(0)
    assert len(rows(panel)) == 2


def test_the_next_problem_goes_through_all_kinds_and_begins_again(panel: ProblemPanel) -> None:
    went: list[Finding] = []
    panel.finding_chosen.connect(went.append)
    for _ in range(5):
        panel.go_next()
    assert [one.code for one in went] == ["CHAR001"] * 3 + ["CITE001", "CHAR001"]
    assert went[0] == went[4]


def test_a_new_check_keeps_what_is_chosen_and_what_is_closed(panel: ProblemPanel, session: Session) -> None:
    view = child(panel, QTreeView, "findingView")
    view.collapse(view.model().index(1, 0))
    choose(panel, 0, 1)
    chosen = view.currentIndex().data()
    session.apply(SetField(ENTRY, "body", (*BODY, Paragraph((Span("Тағы cөз."),))), text("Change")))
    show(panel, session)
    assert rows(panel) == [("CHAR001", 4), ("CITE001", 1)]
    assert view.currentIndex().data() == chosen
    assert not view.isExpanded(view.model().index(1, 0))
    assert view.isExpanded(view.model().index(0, 0))


def test_all_of_a_kind_are_shown_before_and_after_and_are_one_step(
    panel: ProblemPanel, session: Session, qtbot: QtBot
) -> None:
    before = session.workspace
    choose(panel, 0, 0)
    seen = fix_dialog_says(True, True, True)
    child(panel, QPushButton, "fixAllButton").click()
    qtbot.waitUntil(lambda: session.workspace is not before, timeout=20_000)
    assert sorted(seen) == ["cуы → суы", "бiлiм → білім", "бiр → бір"]
    assert words_of(session)[0] == "Бұл білім туралы."
    session.undo()
    assert session.workspace is before


def test_what_is_not_ticked_stays(panel: ProblemPanel, session: Session, qtbot: QtBot) -> None:
    before = session.workspace
    choose(panel, 0, 0)
    seen = fix_dialog_says(False, True, True)
    child(panel, QPushButton, "fixAllButton").click()
    qtbot.waitUntil(lambda: session.workspace is not before, timeout=20_000)
    left = seen[0].split(" → ")[0]
    assert sum(left in words for words in words_of(session)) == 1
    show(panel, session)
    assert rows(panel) == [("CHAR001", 1), ("CITE001", 1)]


def test_a_rule_is_explained_in_the_language_of_the_window(panel: ProblemPanel, words: Words) -> None:
    choose(panel, 1, 0)
    child(panel, QPushButton, "explainButton").click()
    page = child(panel, QTextBrowser, "explanationPage")
    assert "CITE001" in page.toPlainText()
    assert "✗" in page.toPlainText()
    english = page.toPlainText()
    words.set_language("kk")
    assert page.toPlainText() != english


def test_nothing_wrong_is_said_in_words(panel: ProblemPanel) -> None:
    panel.show_found([], ENTRY)
    assert rows(panel) == []
    assert not child(panel, QPushButton, "fixSafeButton").isEnabled()
    assert not child(panel, QPushButton, "explainButton").isEnabled()


def test_until_the_entry_at_hand_is_checked_nothing_is_said_to_be_right(panel: ProblemPanel) -> None:
    panel.show_found([], ENTRY, checked=frozenset({"another"}))
    empty, errors = child(panel, QLabel, "nothingWrong"), child(panel, QToolButton, "errorFilter")
    assert empty.text() == "Checking…" and "0" not in errors.text()
    panel.show_found([], ENTRY, checked=frozenset({ENTRY}))
    assert empty.text() == "Nothing is wrong here." and "0 errors" in errors.text()


def give_reason(reason: str) -> None:
    def write(dialog: QDialog) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(reason)
        dialog.accept()

    with_next_dialog(write)


def test_a_problem_is_ignored_with_a_reason_listed_and_checked_again(panel: ProblemPanel, session: Session) -> None:
    assert child(panel, QPushButton, "ignoredButton").isHidden()
    choose(panel, 1, 0)
    give_reason("Автор тізімді кейін толықтырады")
    child(panel, QPushButton, "ignoreButton").click()
    show(panel, session)
    assert not child(panel, QPushButton, "ignoredButton").isHidden()
    assert rows(panel) == [("CHAR001", 3)]
    listed: list[str] = []

    def check_again(dialog: QDialog) -> None:
        tree = child(dialog, QTreeWidget, "ignoredList")
        item = tree.topLevelItem(0)
        assert item
        listed.extend((item.text(0), item.text(2), item.text(3)))
        child(dialog, QPushButton, "watchAgainButton").click()
        dialog.reject()

    with_next_dialog(check_again)
    child(panel, QPushButton, "ignoredButton").click()
    assert listed == ["CITE001", "[99]", "Автор тізімді кейін толықтырады"]
    show(panel, session)
    assert rows(panel) == [("CHAR001", 3), ("CITE001", 1)]


def test_no_reason_ignores_nothing(panel: ProblemPanel, session: Session) -> None:
    before = session.workspace
    choose(panel, 1, 0)
    give_reason("   ")
    child(panel, QPushButton, "ignoreButton").click()
    assert session.workspace is before


def test_of_thousands_only_the_kinds_show_until_one_is_opened(panel: ProblemPanel, session: Session) -> None:
    found = Engine(session.workspace).check().findings
    many = [replace(one, text=f"{one.text}{number}") for number in range(MOST_OPEN) for one in found[:2]]
    panel.show_found(by_entry(many), "")
    tree = child(panel, QTreeView, "findingView")
    assert not any(tree.isExpanded(tree.model().index(row, 0)) for row in range(tree.model().rowCount()))
    tree.expand(tree.model().index(0, 0))
    panel.show_found(by_entry(list(reversed(many))), "")
    assert tree.isExpanded(tree.model().index(0, 0))
    show(panel, session)
    assert all(tree.isExpanded(tree.model().index(row, 0)) for row in range(tree.model().rowCount()))


def test_going_on_through_thousands_opens_the_kind_at_hand(panel: ProblemPanel, session: Session) -> None:
    found = Engine(session.workspace).check().findings
    many = [replace(one, text=f"{one.text}{number}") for number in range(MOST_OPEN) for one in found[:2]]
    panel.show_found(by_entry(many), "")
    panel.go_next()
    tree = child(panel, QTreeView, "findingView")
    assert tree.currentIndex().parent().isValid() and tree.isExpanded(tree.currentIndex().parent())
