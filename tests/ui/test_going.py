"""Going from a finding or a place on a page to the text, and from the text to the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QListView, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.exporters.pdf.placed import Spot
from proceedings_editor.model.body import Paragraph, Span, plain_text
from proceedings_editor.model.edit import SetBody, SetField
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.fields import field_of
from proceedings_editor.model.place import Place
from proceedings_editor.ui.form.line import TextBox
from proceedings_editor.ui.main_window import MainWindow
from proceedings_editor.ui.preview.page_view import PageView
from proceedings_editor.ui.problem.view import ProblemView
from proceedings_editor.ui.workbench import Workbench
from tests.ui.window import child, trigger

ENTRY = "tynaigan"
LABEL = field_of("entry", "title").label
MIXED = "Ж\u0061ңа"
"""With a Latin letter in a Kazakh word."""


def entry_of(session: Session) -> Entry:
    found = session.entry(ENTRY)
    assert found
    return found


def click_on_problem(bench: Workbench, qtbot: QtBot, code: str = "CHAR001") -> None:
    """Click on the row of a problem that is alone of its kind, as a person does."""
    view = child(bench.problems, ProblemView, "findingView")
    model = view.model()

    def is_found() -> bool:
        return bench.is_checked and [one.code for one in bench.problems.shown].count(code) == 1

    qtbot.waitUntil(is_found, timeout=20_000)
    group = next(one for row in range(model.rowCount()) if code in (one := model.index(row, 0)).data())
    problem = model.index(0, 0, group)
    view.expand(group)
    view.scrollTo(problem)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(problem).center())


def is_active(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()


def test_a_click_on_a_problem_of_the_article_selects_its_words(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    is_active(window, qtbot)
    body = entry_of(bench.session).body
    place = Place(block=(len(body),))
    bench.session.apply(SetBody(ENTRY, (*body, Paragraph((Span(f"Мұнда {MIXED} сөз"),))), LABEL, place))
    click_on_problem(bench, qtbot)
    assert bench.body.isVisible() and bench.body.text.hasFocus()
    assert bench.body.text.textCursor().selectedText() in (MIXED, "\u0061")


def test_a_click_on_a_problem_of_a_reference_goes_to_its_item(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    is_active(window, qtbot)
    references = list(entry_of(bench.session).references)
    references[1] = Reference((*references[1].text, Span(f" {MIXED}")))
    bench.session.apply(SetField(ENTRY, "references", tuple(references), LABEL))
    click_on_problem(bench, qtbot)
    box = child(bench.references, TextBox, "reference_1")
    assert box.isVisible() and box.hasFocus()
    assert box.textCursor().selectedText() in (MIXED, "\u0061")


def test_a_click_on_a_problem_of_a_field_goes_to_the_field(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    is_active(window, qtbot)
    bench.session.apply(SetField(ENTRY, "title.kk", f"{MIXED} мақала", LABEL))
    bench.show_tab(2)
    click_on_problem(bench, qtbot)
    assert child(bench.form, TextBox, "field_title_kk").hasFocus()


# ------------------------------------------------------------------------------------------------------------- preview


def pages(bench: Workbench, qtbot: QtBot) -> PageView:
    view = bench.preview.pages
    qtbot.waitUntil(lambda: view.preview is not None and view.preview.entry == ENTRY, timeout=20_000)
    qtbot.waitUntil(lambda: not view.wanted(), timeout=20_000)
    return view


def click_on(view: PageView, spot: Spot, qtbot: QtBot) -> None:
    view.go_to(spot.source)
    middle = view.rect_of(spot).center() - QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint())


def spot_where(view: PageView, wanted: Place) -> Spot:
    assert view.preview
    return next(
        one for one in view.preview.spots if (one.source.field, one.source.block) == (wanted.field, wanted.block)
    )


def test_a_click_on_a_page_goes_to_the_article_the_form_and_the_references(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    is_active(window, qtbot)
    view = pages(bench, qtbot)
    widgets: dict[Place, QWidget] = {
        Place(block=(2,)): bench.body.text,
        Place(field="title.kk"): child(bench.form, TextBox, "field_title_kk"),
        Place(field="references.3"): child(bench.references, TextBox, "reference_3"),
    }
    for place, widget in widgets.items():
        click_on(view, spot_where(view, place), qtbot)
        assert widget.isVisible() and widget.hasFocus(), place


def test_the_cursor_in_the_article_leads_the_preview_there(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    is_active(window, qtbot)
    view = pages(bench, qtbot)
    last = len(entry_of(bench.session).body) - 1
    view.verticalScrollBar().setValue(0)
    bench.go_to(ENTRY, Place(block=(last,)))
    assert view.is_flashing
    assert view.verticalScrollBar().value() > 0


def test_the_key_of_the_references_leads_into_the_first_one(window: MainWindow, bench: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    trigger(window, "references")
    first = window.focusWidget()
    assert isinstance(first, QTextEdit | QPlainTextEdit)
    words = plain_text(bench.session.workspace.entries[0].references[0].text)
    assert first.toPlainText() == words.replace("\u00a0", " ")  # Qt's own way to tell them
    bench.add_entry()
    trigger(window, "references")
    assert window.focusWidget().objectName() == "addReference"


def test_the_key_of_the_information_leads_into_the_first_field(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    trigger(window, "article")
    trigger(window, "information")
    assert window.focusWidget().objectName().startswith("field_")


def test_a_click_on_the_entry_at_hand_leads_back_from_the_settings(bench: Workbench, qtbot: QtBot) -> None:
    view = child(bench.entries, QListView, "entryView")
    bench.navigator.show_collection()
    assert bench.collection.isVisible()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.currentIndex()).center())
    assert not bench.collection.isVisible() and bench.form.isVisible()


def test_with_the_settings_shown_only_their_own_problems_are_listed(bench: Workbench, qtbot: QtBot) -> None:
    """Facts of the collection concern the entry at hand, but nothing of the entry stands in the settings."""
    only = child(bench.problems, QCheckBox, "onlyHere")
    name = bench.session.workspace.collection.name
    bench.session.apply(SetField("", "name", replace(name, kk=MIXED), LABEL))
    title = entry_of(bench.session).title
    bench.session.apply(SetField(ENTRY, "title", replace(title, kk=MIXED), LABEL))

    def listed() -> list[str]:
        return sorted(one.place.field for one in bench.problems.shown if one.code == "CHAR001")

    qtbot.waitUntil(lambda: bench.is_checked and listed() == ["collection.name.kk", "title.kk"], timeout=20_000)
    bench.navigator.show_collection()
    assert listed() == ["collection.name.kk"] and only.text() == "Only the collection's facts"
    bench.show_tab(0)
    assert listed() == ["collection.name.kk", "title.kk"] and only.text() == "Only this entry"


def test_a_click_on_an_empty_fact_of_the_conference_leads_into_its_field(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    is_active(window, qtbot)
    bench.session.apply(SetField("", "name.ru", "", LABEL))
    click_on_problem(bench, qtbot, "META001")
    qtbot.waitUntil(lambda: window.focusWidget() is child(bench.collection, TextBox, "field_name_ru"))


def test_the_first_words_about_problems_are_that_they_are_looked_for(window: MainWindow, folder: Path) -> None:
    window.open_folder(folder)
    assert child(window, QLabel, "nothingWrong").text() == child(window, QLabel, "countsLabel").text() == "Checking…"
