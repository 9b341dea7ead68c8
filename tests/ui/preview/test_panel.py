"""The preview follows the entry, keeps its place, is never blank, and leads there and back."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from proceedings_editor.app.preview import make_preview
from proceedings_editor.app.session import Session
from proceedings_editor.exporters.pdf.raster import render_page
from proceedings_editor.model.body import DisplayFormula, FormulaSource, Paragraph, Span
from proceedings_editor.model.edit import SetBody, SetField
from proceedings_editor.model.place import Place
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.texts import text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.preview.panel import PAUSE, PreviewPanel
from proceedings_editor.ui.preview.sheet import START
from proceedings_editor.ui.preview.spot import SpotMap
from proceedings_editor.ui.words import Words
from tests.ui.preview.conftest import OTHER, SHORT, show

DARK = bytes(value < 100 for value in range(256))


def set_title(session: Session, words: str) -> None:
    session.apply(SetField(SHORT, "title.ru", words, text("Change the title")))


def set_body(session: Session, *blocks: object, entry: str = SHORT) -> None:
    body = tuple(blocks)
    session.apply(SetBody(entry, body, text("Change"), Place(block=(0,))))  # type: ignore[arg-type]


def grabbed(panel: PreviewPanel) -> QImage:
    return panel.pages.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def ink(image: QImage) -> int:
    """Count dark pixels."""
    return bytes(image.constBits()).translate(DARK).count(1)


def changed(qtbot: QtBot, panel: PreviewPanel, session: Session, words: str = "Новое название") -> None:
    with qtbot.waitSignal(panel.page_count_found, timeout=20_000):
        set_title(session, words)


def test_the_pages_of_the_entry_show(shown: PreviewPanel) -> None:
    assert shown.pages.page_count == 5
    assert ink(grabbed(shown)) > 500


def test_the_article_is_counted_without_its_information_page(qtbot: QtBot, panel: PreviewPanel) -> None:
    with qtbot.waitSignal(panel.page_count_found, timeout=20_000) as found:
        panel.show_entry(SHORT)
    assert found.args == [SHORT, 4]


def test_a_change_shows_after_the_pause_and_not_before(qtbot: QtBot, shown: PreviewPanel, session: Session) -> None:
    before = shown.pages.preview
    for count in range(4):
        typed = time.monotonic()
        set_title(session, f"Название {count}")
        qtbot.wait(PAUSE // 3)
        assert shown.pages.preview is before or time.monotonic() - typed > PAUSE / 1000
    qtbot.waitUntil(lambda: shown.pages.preview is not before, timeout=20_000)


def test_pages_that_come_while_somebody_writes_wait_for_the_pause(
    qtbot: QtBot, shown: PreviewPanel, session: Session
) -> None:
    before, typed = shown.pages.preview, time.monotonic()
    told: list[float] = []
    shown.page_count_found.connect(lambda *_: told.append(time.monotonic() - typed))
    set_title(session, "Новое название")
    qtbot.wait(PAUSE + 20)  # the pages are being made
    for count in range(40):
        typed = time.monotonic()
        set_title(session, f"Название {count}")
        qtbot.wait(PAUSE // 6)
    qtbot.waitUntil(lambda: shown.pages.preview is not before, timeout=20_000)
    assert min(told) * 1000 > PAUSE * 0.9


def test_a_change_of_another_entry_or_a_save_makes_nothing(qtbot: QtBot, shown: PreviewPanel, session: Session) -> None:
    before = shown.pages.preview
    set_body(session, Paragraph((Span("Сөз"),)), entry=OTHER)
    session.save()
    qtbot.wait(2 * PAUSE)
    assert shown.pages.preview is before


def test_a_refresh_keeps_the_scroll_place(qtbot: QtBot, shown: PreviewPanel, session: Session) -> None:
    bar = shown.pages.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    value = bar.value()
    changed(qtbot, shown, session)
    assert bar.value() == value > 0


def test_each_entry_is_shown_where_it_was_left(qtbot: QtBot, shown: PreviewPanel) -> None:
    bar = shown.pages.verticalScrollBar()
    bar.setValue(1000)
    show(qtbot, shown, OTHER)
    assert bar.value() == 0
    show(qtbot, shown, SHORT)
    assert bar.value() == 1000


class FrameWatcher(QObject):
    """Keeps how dark each frame was that reached the screen; it ends with the `with` block, whatever happens there."""

    def __init__(self, panel: PreviewPanel) -> None:
        super().__init__()
        self.inks: list[int] = []
        self._view = panel.pages.viewport()

    def __enter__(self) -> FrameWatcher:
        self._view.installEventFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._view.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._look)  # when it is painted and shown
        return False

    def _look(self) -> None:
        corner = self._view.mapTo(self._view.window(), QPoint())
        where = (corner.x(), corner.y(), self._view.width(), self._view.height())
        frame = self._view.screen().grabWindow(self._view.window().winId(), *where).toImage()
        self.inks.append(ink(frame.convertToFormat(QImage.Format.Format_Grayscale8)))


def test_no_frame_is_blank_while_pages_are_exchanged(qtbot: QtBot, shown: PreviewPanel, session: Session) -> None:
    shown.pages.verticalScrollBar().setValue(900)
    qtbot.waitUntil(lambda: not shown.pages.wanted(), timeout=20_000)
    usual = ink(grabbed(shown))
    assert usual > 500
    with FrameWatcher(shown) as watcher:
        for count in range(4):
            seen = len(watcher.inks)
            if count < 3:
                changed(qtbot, shown, session, f"Название {count}")
            else:
                show(qtbot, shown, OTHER)
            qtbot.waitUntil(lambda seen=seen: len(watcher.inks) > seen, timeout=5000)
    assert min(watcher.inks) > usual / 5


def test_a_blank_frame_would_be_seen(qtbot: QtBot, shown: PreviewPanel) -> None:
    usual = ink(grabbed(shown))
    preview = shown.pages.preview
    assert preview
    with FrameWatcher(shown) as watcher:
        shown.pages.show_preview(preview, SpotMap(preview.spots), {}, START)
        qtbot.waitUntil(lambda: bool(watcher.inks), timeout=5000)
    assert min(watcher.inks) < usual / 5


def test_a_click_leads_to_the_text_and_the_place_back_to_the_page(qtbot: QtBot, shown: PreviewPanel) -> None:
    view = shown.pages
    place = Place(block=(4,))
    shown.go_to(place)
    assert view.is_flashing
    assert view.preview
    spot = next(spot for spot in view.preview.spots if spot.source.block == (4,))
    middle = view.rect_of(spot).center() - QPointF(0, view.verticalScrollBar().value())
    with qtbot.waitSignal(shown.place_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert clicked.args[0] == spot.source


def test_every_line_of_the_article_can_be_gone_to_and_shows(qtbot: QtBot, shown: PreviewPanel) -> None:
    view = shown.pages
    assert view.preview
    for spot in view.preview.spots:
        shown.go_to(spot.source)
        rect = view.rect_of(spot).translated(0, -view.verticalScrollBar().value())
        others = [other for other in view.preview.spots if other.source == spot.source]
        assert spot is not others[0] or (rect.top() >= 0 and rect.bottom() <= view.viewport().height())


def test_a_place_that_shows_is_not_scrolled(shown: PreviewPanel) -> None:
    shown.go_to(Place(field="abstract.ru"))
    value = shown.pages.verticalScrollBar().value()
    shown.go_to(Place(field="keywords.ru"))
    assert shown.pages.verticalScrollBar().value() == value


def test_a_place_of_which_a_part_shows_is_not_scrolled(shown: PreviewPanel) -> None:
    view = shown.pages
    shown.set_fit("free", 2.0)
    assert view.preview
    lines = [spot for spot in view.preview.spots if spot.source.block == (1,)]
    assert len(lines) > 2
    view.verticalScrollBar().setValue(round(view.rect_of(lines[-1]).top()) - 5)
    value = view.verticalScrollBar().value()
    shown.go_to(Place(block=(1,)))
    assert view.verticalScrollBar().value() == value
    assert view.is_flashing


def test_a_place_asked_for_before_the_pages_are_there_is_gone_to_later(qtbot: QtBot, panel: PreviewPanel) -> None:
    with qtbot.waitSignal(panel.page_count_found, timeout=20_000):
        panel.show_entry(SHORT)
        panel.go_to(Place(field="references.0"))
    assert panel.pages.verticalScrollBar().value() > 0
    assert panel.pages.is_flashing


def test_what_cannot_be_laid_out_is_one_sentence_above_the_last_good_pages(
    qtbot: QtBot, shown: PreviewPanel, session: Session
) -> None:
    before = shown.pages.preview
    message = shown.findChild(QLabel, "previewMessage")
    assert message is not None and not message.isVisible()
    set_body(session, Paragraph((Span("Иероглиф 漢 в тексте"),)))
    qtbot.waitUntil(message.isVisible, timeout=20_000)
    assert message.text() and "Traceback" not in message.text()
    assert shown.pages.preview is before
    assert ink(grabbed(shown)) > 500
    with qtbot.waitSignal(shown.page_count_found, timeout=20_000):
        session.undo()
    assert not message.isVisible()


def test_an_entry_that_cannot_be_laid_out_does_not_show_the_pages_of_another(
    qtbot: QtBot, shown: PreviewPanel, session: Session
) -> None:
    message = shown.findChild(QLabel, "previewMessage")
    assert message is not None
    set_body(session, Paragraph((Span("漢"),)), entry=OTHER)
    shown.show_entry(OTHER)
    qtbot.waitUntil(message.isVisible, timeout=20_000)
    assert shown.pages.preview is None
    show(qtbot, shown, SHORT)
    assert not message.isVisible()


def test_a_broken_formula_does_not_stop_the_preview(qtbot: QtBot, shown: PreviewPanel, session: Session) -> None:
    with qtbot.waitSignal(shown.page_count_found, timeout=20_000):
        set_body(session, DisplayFormula(FormulaSource("\\frac{1}{")))


def test_the_size_is_fitted_chosen_and_stepped(qtbot: QtBot, shown: PreviewPanel) -> None:
    view = shown.pages
    sizes = shown.findChild(QComboBox, "previewSize")
    larger = shown.findChild(QToolButton, "previewLarger")
    assert sizes is not None and larger is not None
    assert view.fit == "width" and view.horizontalScrollBar().maximum() == 0
    shown.set_fit("page")
    assert view._sheets.sheets[0].height <= view.viewport().height()
    shown.set_fit("free", 1.5)
    assert sizes.currentText() == "150 %"
    larger.click()
    assert round(view.zoom, 2) == 1.75
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert round(view.zoom, 2) == 1.5
    sizes.activated.emit(0)
    assert view.fit == "width"


def test_ctrl_and_the_wheel_zoom_around_the_mouse(qtbot: QtBot, shown: PreviewPanel) -> None:
    view = shown.pages
    view.verticalScrollBar().setValue(700)
    point = QPointF(200, 500)
    under = view._sheets.at(200, 500 + 700)
    assert under
    part = (1200 - under.y) / under.height
    event = QWheelEvent(
        point,
        view.viewport().mapToGlobal(point),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    scale = view.zoom
    QApplication.sendEvent(view.viewport(), event)
    assert view.zoom > scale
    sheet = view._sheets.sheets[under.page]
    assert (view.verticalScrollBar().value() + 500 - sheet.y) / sheet.height == pytest.approx(part, abs=0.002)


def test_keys_move_through_the_pages(qtbot: QtBot, shown: PreviewPanel) -> None:
    view = shown.pages
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() and view.current_page == 4
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    with qtbot.waitSignal(shown.place_clicked):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_pages_that_come_into_view_are_drawn_sharp_and_the_store_is_bounded(qtbot: QtBot, shown: PreviewPanel) -> None:
    view = shown.pages
    for fit, zoom in (("free", 1.0), ("free", 2.0), ("width", 1.0)):
        shown.set_fit(fit, zoom)  # type: ignore[arg-type]
        for page in range(view.page_count):
            view.go_to_page(page)
            qtbot.waitUntil(lambda: not view.wanted(), timeout=10_000)
            for sheet in view._showing():
                assert view.preview
                assert view._cache.has(view._sharp(view.preview, view._sheets, sheet.page))
        assert view._cache.size < 45_000_000


def test_what_shows_at_one_hundred_per_cent_is_the_raster_of_the_page(qtbot: QtBot, shown: PreviewPanel) -> None:
    view = shown.pages
    shown.set_fit("free", 1.0)
    view.go_to_page(1)
    qtbot.waitUntil(lambda: not view.wanted(), timeout=10_000)
    assert view.preview
    page = render_page(view.preview.data, 1, view._sheets.scale)
    drawn = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    sheet = view._sheets.sheets[1]
    left, top = round(sheet.x - view._left), round(sheet.y - view._top)
    for y in range(0, 700, 7):
        for x in range(100, 500, 3):
            at = page.data[y * page.stride + 4 * x : y * page.stride + 4 * x + 3]
            colour = drawn.pixelColor(left + x, top + y)
            assert (colour.blue(), colour.green(), colour.red()) == tuple(at)


def test_it_can_be_read_by_a_screen_reader_in_three_languages(qtbot: QtBot, shown: PreviewPanel, words: Words) -> None:
    view = shown.pages
    shown.set_fit("page")
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.accessibleDescription() == "Page 2 of 5"
    names = set()
    for language in ("kk", "ru", "en"):
        words.set_language(language)  # type: ignore[arg-type]
        face = QAccessible.queryAccessibleInterface(view)
        assert face.text(QAccessible.Text.Description) == view.accessibleDescription()
        assert "2" in view.accessibleDescription() and "5" in view.accessibleDescription()
        names.add(face.text(QAccessible.Text.Name))
    assert len(names) == 3
    for child in (*shown.findChildren(QToolButton), *shown.findChildren(QComboBox)):
        assert child.accessibleName() and child.objectName()


def test_no_entry_shows_no_page(qtbot: QtBot, shown: PreviewPanel) -> None:
    shown.show_entry("")
    assert shown.pages.page_count == 0
    assert shown.pages.accessibleDescription() == ""


def test_nothing_begins_before_the_panel_is_painted(qtbot: QtBot, session: Session, words: Words) -> None:
    jobs = Jobs()
    hidden = PreviewPanel(session, words, jobs)
    qtbot.addWidget(hidden)
    hidden.show_entry(SHORT)
    qtbot.wait(30)
    assert not jobs.is_busy("preview")
    with qtbot.waitSignal(hidden.page_count_found, timeout=20_000):
        hidden.show()
    jobs.shut_down()


def test_the_window_parts_load_no_pdf_library(need: object) -> None:
    import subprocess

    code = (
        "import sys, proceedings_editor.ui.preview.panel, proceedings_editor.app.preview, proceedings_editor.ui.job;"
        "bad = {'docx', 'reportlab', 'lxml', 'pikepdf', 'pypdfium2', 'ziamath', 'PIL'} & set(sys.modules);"
        "sys.exit(str(bad) if bad else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_panel_that_goes_stops_listening(qtbot: QtBot, session: Session, words: Words) -> None:
    jobs = Jobs()
    panel = PreviewPanel(session, words, jobs)
    panel.show_entry(SHORT)
    panel.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    set_title(session, "Өзгерген атау")
    jobs.shut_down()
    assert not session._listeners


def test_a_snapshot_is_laid_out_not_what_came_later(session: Session) -> None:
    workspace = session.workspace
    first = make_preview(session.folder, workspace, SHORT, NeverCancelled())
    set_title(session, "Другое")
    assert make_preview(session.folder, workspace, SHORT, NeverCancelled()) == first
    assert make_preview(session.folder, session.workspace, SHORT, NeverCancelled()) != first
    assert replace(first, entry="x") != first
    assert Path(session.folder).is_dir()
