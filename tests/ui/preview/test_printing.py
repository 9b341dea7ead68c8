"""What comes out of the printer is what the preview shows, page for page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from proceedings_editor.app.preview import Preview, make_preview
from proceedings_editor.app.session import Session
from proceedings_editor.errors import Cancelled, WriteError
from proceedings_editor.exporters.pdf.raster import page_count, render_page
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.edit import SetBody
from proceedings_editor.model.place import Place
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.preview.print_desk import PrintDesk
from proceedings_editor.ui.preview.printing import MOST_DPI, leaves_of, print_leaves, set_up
from proceedings_editor.ui.words import Words
from tests.ui.message import with_next_dialog
from tests.ui.preview.conftest import OTHER, SHORT

NEVER = NeverCancelled()


@pytest.fixture
def preview(session: Session) -> Preview:
    return make_preview(session.folder, session.workspace, SHORT, NEVER)


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path, preview: Preview) -> QPrinter:
    printer = printer_to(tmp_path / "out.pdf")
    set_up(printer, preview.sizes[0])
    return printer


def printer_to(file: Path) -> QPrinter:
    printer = QPrinter()
    printer.setResolution(150)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def print_all(printer: QPrinter, preview: Preview, first: int = 0, last: int = 0) -> bytes:
    print_leaves(printer, leaves_of([preview], first, last), NoProgress(), NEVER)
    return Path(printer.outputFileName()).read_bytes()


def dots_on(printed: bytes, page: int) -> Image.Image:
    """Return the picture that was printed on a page, dot by dot."""
    with pikepdf.open(BytesIO(printed)) as pdf:
        (picture,) = pdf.pages[page].get_images().values()
        return pikepdf.PdfImage(picture).as_pil_image().convert("RGB")


def drawn(data: bytes, page: int, dpi: float) -> Image.Image:
    raster = render_page(data, page, dpi / 72)
    return Image.frombuffer("RGB", (raster.width, raster.height), raster.data, "raw", "BGRX", raster.stride, 1)


def apart(one: Image.Image, other: Image.Image) -> int:
    """Return the largest difference of two pictures' points."""
    assert one.size == other.size
    return max(high for _, high in ImageChops.difference(one, other).getextrema())


def test_every_page_is_printed_dot_by_dot_as_the_preview_draws_it(printer: QPrinter, preview: Preview) -> None:
    printed = print_all(printer, preview)
    assert page_count(printed) == len(preview.sizes) == 5
    for page in range(5):
        dots = dots_on(printed, page)
        assert dots.getextrema()[0][0] < 50  # there is something to compare
        assert apart(dots, drawn(preview.data, page, 150)) == 0


def test_the_picture_fills_the_paper(printer: QPrinter, preview: Preview) -> None:
    printed = print_all(printer, preview, 2, 2)
    pictures = drawn(preview.data, 1, 72), drawn(printed, 0, 72)
    boxes = [picture.convert("L").point(lambda grey: 255 * (grey < 128)).getbbox() for picture in pictures]
    assert boxes[0] and boxes[1]
    assert boxes[1] == pytest.approx(boxes[0], abs=2)


def test_a_range_prints_these_pages_only(printer: QPrinter, preview: Preview) -> None:
    printed = print_all(printer, preview, 2, 3)
    assert page_count(printed) == 2
    assert apart(dots_on(printed, 0), drawn(preview.data, 1, 150)) == 0


def test_a_finer_printer_gets_dots_as_fine_as_letters_need(printer: QPrinter, preview: Preview) -> None:
    printer.setResolution(1200)
    printed = print_all(printer, preview, 1, 1)
    assert apart(dots_on(printed, 0), drawn(preview.data, 0, MOST_DPI)) == 0


def test_pages_of_several_documents_are_counted_through(session: Session, preview: Preview) -> None:
    other = make_preview(session.folder, session.workspace, OTHER, NEVER)
    leaves = leaves_of([preview, other], 5, 6)
    assert leaves == [(preview, 4), (other, 0)]


def test_a_page_larger_than_the_paper_is_made_smaller_and_stays_whole(printer: QPrinter, preview: Preview) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printed = print_all(printer, preview, 2, 2)
    dots = dots_on(printed, 0)
    fit = min(dots.width / preview.sizes[1][0], dots.height / preview.sizes[1][1])
    assert dots.width == pytest.approx(148 / 25.4 * 150, abs=3)
    assert apart(dots.resize((60, 80)), drawn(preview.data, 1, fit * 72).resize((60, 80))) < 40


def test_the_paper_lies_as_the_page_stands(qapp: QApplication, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "x.pdf")
    set_up(printer, (842, 595))
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4


def test_stopping_leaves_no_half_of_a_file(printer: QPrinter, preview: Preview) -> None:
    class AfterTwo(NoProgress):
        cancelled = False

        def step(self, done: int, total: int, what: Text) -> None:
            del total, what
            self.cancelled = done >= 2

    stop = AfterTwo()
    with pytest.raises(Cancelled):
        print_leaves(printer, leaves_of([preview]), stop, stop)
    assert not Path(printer.outputFileName()).exists()


def test_a_file_that_cannot_be_written_is_one_sentence(qapp: QApplication, tmp_path: Path, preview: Preview) -> None:
    printer = printer_to(tmp_path / "missing" / "out.pdf")
    with pytest.raises(WriteError, match="printer does not answer"):
        print_leaves(printer, leaves_of([preview]), NoProgress(), NEVER)


# ----------------------------------------------------------------------------------------------- from a click to paper


@pytest.fixture
def desk(qtbot: QtBot, session: Session, words: Words) -> Iterator[PrintDesk]:
    jobs = Jobs()
    window = QDialog()
    qtbot.addWidget(window)
    yield PrintDesk(session, words, jobs, window)
    jobs.shut_down()


def choose(file: Path, first: int = 0, last: int = 0) -> None:
    """Answer the dialog of the printer: into a file, perhaps only some pages."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QPrintDialog)
        printer = dialog.printer()
        printer.setResolution(100)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        if first:
            printer.setFromTo(first, last)
        QDialog.done(dialog, QDialog.DialogCode.Accepted)

    with_next_dialog(answer)


def entries(session: Session, *ids: str) -> list[object]:
    return [session.entry(one) for one in ids]


@pytest.mark.skipif(sys.platform != "linux", reason="the system's own dialog cannot be answered by a test")
def test_a_person_is_asked_for_a_printer_and_the_entries_go_there(
    qtbot: QtBot, desk: PrintDesk, session: Session, tmp_path: Path
) -> None:
    choose(tmp_path / "both.pdf")
    with qtbot.waitSignal(desk.said, timeout=30_000) as said:
        desk.print_entries(entries(session, SHORT, OTHER))  # type: ignore[arg-type]
    count = page_count((tmp_path / "both.pdf").read_bytes())
    other = make_preview(session.folder, session.workspace, OTHER, NEVER)
    assert count == 5 + len(other.sizes)
    assert str(said.args[0]) == f"{count} pages were printed."


@pytest.mark.skipif(sys.platform != "linux", reason="the system's own dialog cannot be answered by a test")
def test_an_entry_that_cannot_be_laid_out_is_named_and_the_others_are_printed(
    qtbot: QtBot, desk: PrintDesk, session: Session, tmp_path: Path
) -> None:
    wrong = Paragraph((Span("漢"),))
    session.apply(SetBody(OTHER, (wrong,), text("Change"), Place(block=(0,))))
    told: list[Text] = []
    desk.failed.connect(told.append)
    choose(tmp_path / "one.pdf", 1, 2)
    with qtbot.waitSignal(desk.said, timeout=30_000):
        desk.print_entries(entries(session, SHORT, OTHER))  # type: ignore[arg-type]
    assert page_count((tmp_path / "one.pdf").read_bytes()) == 2
    assert len(told) == 1 and "cannot be printed" in str(told[0])


def test_nothing_is_printed_where_the_person_leaves_the_dialog(
    qtbot: QtBot, desk: PrintDesk, session: Session, tmp_path: Path
) -> None:
    left: list[str] = []

    def leave(dialog: QDialog) -> None:
        left.append(dialog.objectName())
        dialog.reject()

    with_next_dialog(leave)
    desk.print_entries(entries(session, SHORT))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: left == ["printDialog"], timeout=20_000)
    qtbot.wait(50)
    assert list(tmp_path.glob("*.pdf")) == []


def test_nothing_is_asked_where_no_entry_is_chosen(qtbot: QtBot, desk: PrintDesk) -> None:
    desk.print_entries([])
    qtbot.wait(50)
    assert QApplication.activeModalWidget() is None
