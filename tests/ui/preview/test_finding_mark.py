"""Findings on the pages: where they are, what they say, where they lead, and how to do without them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.edit import SetBody
from proceedings_editor.model.finding import SEVERITIES, Finding, Severity
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text
from proceedings_editor.ui.colour import paper_colour
from proceedings_editor.ui.preview.panel import PreviewPanel
from proceedings_editor.ui.words import Words
from tests.ui.preview.conftest import OTHER, SHORT, show

WORDS = "Вода стоит тихо."
WRONG = Place(block=(0,), start=5, end=10)


def finding(place: Place, severity: Severity = "error", sentence: str = "Here is a fault.") -> Finding:
    return Finding("CHAR001", severity, SHORT, place, "стоит", text(sentence))


@pytest.fixture
def shown(qtbot: QtBot, panel: PreviewPanel, session: Session) -> PreviewPanel:
    """A panel whose article is one short line, in view."""
    body = (Paragraph((Span(WORDS),)), Paragraph((Span("Вторая строка."),)))
    session.apply(SetBody(SHORT, body, text("Change"), Place(block=(0,))))
    show(qtbot, panel, SHORT)
    panel.go_to(Place(block=(0,)))
    qtbot.waitUntil(lambda: not panel.pages.is_flashing, timeout=20_000)
    return panel


def colours(panel: PreviewPanel) -> dict[Severity, int]:
    """Count the points of the view in the colour of each severity, or nearly: lines have soft edges."""
    image = panel.pages.viewport().grab().toImage()
    points = Counter(image.pixelColor(x, y).getRgb()[:3] for y in range(image.height()) for x in range(image.width()))
    return {one: sum(count for point, count in points.items() if _is_near(point, one)) for one in SEVERITIES}


def _is_near(point: tuple[int, ...], severity: Severity) -> bool:
    wanted = paper_colour(severity).getRgb()[:3]
    return max(abs(one - other) for one, other in zip(point, wanted, strict=True)) < 48


def point_with(panel: PreviewPanel, found: Finding) -> QPoint:
    """Return a point of the view where a finding is marked."""
    view = panel.pages.viewport()
    points = (QPoint(x, y) for y in range(0, view.height(), 3) for x in range(0, view.width(), 3))
    return next(point for point in points if found in panel.pages.findings_at(point))


def tip_at(panel: PreviewPanel, point: QPoint) -> str:
    view = panel.pages.viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))
    return QToolTip.text()


def test_each_severity_has_its_colour_on_white_paper(shown: PreviewPanel) -> None:
    assert colours(shown) == {"error": 0, "warning": 0, "information": 0}
    shown.show_findings([finding(WRONG), finding(Place(block=(1,)), "warning")])
    found = colours(shown)
    assert found["error"] > 5 and found["warning"] > 5 and found["information"] == 0


def test_the_words_in_question_are_marked_and_not_their_neighbours(shown: PreviewPanel) -> None:
    wrong = finding(WRONG)
    shown.show_findings([wrong])
    spot = next(one for one in shown.pages.preview.spots if one.source.block == (0,))  # type: ignore[union-attr]
    y = point_with(shown, wrong).y()
    xs = [x for x in range(shown.pages.viewport().width()) if wrong in shown.pages.findings_at(QPoint(x, y))]
    marked = (xs[-1] - xs[0]) / (spot.width * shown.pages.zoom * shown.logicalDpiX() / 72)
    assert 0.25 < marked < 0.4  # five letters of sixteen


def test_the_pointer_is_told_what_is_wrong(qtbot: QtBot, shown: PreviewPanel) -> None:
    wrong, other = finding(WRONG), finding(WRONG, "warning", "And another one.")
    shown.show_findings([other, wrong])
    assert tip_at(shown, point_with(shown, wrong)) == "Here is a fault.\nAnd another one."
    tip_at(shown, QPoint(2, 2))
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=5000)


def test_a_click_on_a_mark_leads_to_the_finding_and_one_beside_to_the_text(qtbot: QtBot, shown: PreviewPanel) -> None:
    wrong = finding(WRONG)
    shown.show_findings([wrong])
    point = point_with(shown, wrong)
    with qtbot.waitSignal(shown.finding_clicked) as found, qtbot.assertNotEmitted(shown.place_clicked):
        qtbot.mouseClick(shown.pages.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert found.args == [wrong]
    with qtbot.waitSignal(shown.place_clicked), qtbot.assertNotEmitted(shown.finding_clicked):
        qtbot.mouseClick(shown.pages.viewport(), Qt.MouseButton.LeftButton, pos=point + QPoint(200, 0))


def test_a_whole_block_has_a_bar_before_its_line(shown: PreviewPanel) -> None:
    about_all = finding(Place(block=(1,)))
    shown.show_findings([about_all])
    spot = next(one for one in shown.pages.preview.spots if one.source.block == (1,))  # type: ignore[union-attr]
    (mark,) = shown.pages.marks_on(spot.page)
    assert mark.is_bar and mark.rect.right() < spot.x and mark.rect.height() == spot.height


def test_facts_are_marked_wherever_they_are_printed_but_not_in_another_language(shown: PreviewPanel) -> None:
    preview = shown.pages.preview
    assert preview
    title, missing = finding(Place("title.ru", start=0, end=4)), finding(Place("title.tr"))
    shown.show_findings([title, missing, finding(Place("doi"))])
    marked = [page for page in range(shown.pages.page_count) for _ in shown.pages.marks_on(page)]
    printed = {spot.page for spot in preview.spots if spot.source.field == "title.ru"}
    assert set(marked) == printed and len(printed) == 2


def test_a_persons_part_is_marked_where_the_person_stands(shown: PreviewPanel) -> None:
    shown.show_findings([finding(Place("authors.0.surname", start=0, end=3))])
    assert any(shown.pages.marks_on(page) for page in range(shown.pages.page_count))


def test_the_marks_can_be_put_away_and_had_back(qtbot: QtBot, shown: PreviewPanel) -> None:
    wrong = finding(WRONG)
    shown.show_findings([wrong])
    point, button = point_with(shown, wrong), shown.findChild(QToolButton, "previewFindings")
    assert button and button.isChecked()
    button.click()
    assert not shown.shows_findings and colours(shown)["error"] == 0 and shown.pages.findings_at(point) == []
    shown.set_shows_findings(True)
    assert button.isChecked() and colours(shown)["error"] > 5


def test_newer_pages_are_marked_with_what_is_known_then(qtbot: QtBot, shown: PreviewPanel, session: Session) -> None:
    body = (Paragraph((Span("Новая строка."),)), Paragraph((Span(WORDS),)))
    with qtbot.waitSignal(shown.page_count_found, timeout=20_000):
        session.apply(SetBody(SHORT, body, text("Change"), Place(block=(0,))))
        moved = finding(replace(WRONG, block=(1,)))
        shown.show_findings([moved])
        assert all(not shown.pages.marks_on(page) for page in range(shown.pages.page_count))
    marks = [mark for page in range(shown.pages.page_count) for mark in shown.pages.marks_on(page)]
    assert [mark.finding for mark in marks] == [moved]


def test_another_entry_does_not_inherit_them(qtbot: QtBot, shown: PreviewPanel) -> None:
    shown.show_findings([finding(WRONG)])
    shown.show_findings([])
    show(qtbot, shown, OTHER)
    assert all(not shown.pages.marks_on(page) for page in range(shown.pages.page_count))


def test_the_page_number_offers_the_information_page_and_the_article(
    qtbot: QtBot, shown: PreviewPanel, words: Words
) -> None:
    button = shown.findChild(QToolButton, "previewPage")
    menu = shown.findChild(QMenu, "previewParts")
    assert button and menu and button.menu() is menu
    information, article = menu.actions()
    assert [action.text() for action in menu.actions()] == ["Information page", "Article"]
    article.trigger()
    assert shown.pages.current_page == 1
    information.trigger()
    assert shown.pages.current_page == 0
    words.set_language("kk")
    assert menu.actions()[1].text() != "Article"


def test_the_print_button_asks_for_printing(qtbot: QtBot, shown: PreviewPanel) -> None:
    button = shown.findChild(QToolButton, "previewPrint")
    assert button
    with qtbot.waitSignal(shown.print_wanted):
        button.click()


def test_a_page_says_how_many_problems_are_marked_on_it(shown: PreviewPanel) -> None:
    shown.show_findings([finding(WRONG), finding(Place(block=(1,)), "warning")])
    assert shown.pages.accessibleDescription() == "Page 2 of 2, 2 problems are marked"
    shown.set_shows_findings(False)
    assert shown.pages.accessibleDescription() == "Page 2 of 2"
