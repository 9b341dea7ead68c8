"""Pages as pixels and words; what is no PDF is one sentence."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest

from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.pdf.paint import paint
from proceedings_editor.exporters.pdf.raster import page_count, page_text, page_texts, render_page
from tests.exporters.pdf.sheet import Sheet, composition


@pytest.fixture(scope="module")
def data() -> bytes:
    sheet = Sheet()
    for number in range(3):
        sheet.paragraph(700, f"Бет {number} ")
        sheet.turn()
    return paint(sheet.layout(), composition(), archival=False)


def test_pages_are_counted_and_read(data: bytes) -> None:
    assert page_count(data) == 3
    assert page_text(data, 1).strip() == "Бет 1"
    assert [text.strip() for text in page_texts(data)] == ["Бет 0", "Бет 1", "Бет 2"]


def test_a_page_is_drawn_at_the_scale_asked_for(data: bytes) -> None:
    raster = render_page(data, 0, 2)
    assert (raster.width, raster.height) == (1191, 1684)
    assert raster.stride >= 4 * raster.width
    assert len(raster.data) == raster.stride * raster.height
    assert raster.data[:3] == b"\xff\xff\xff"
    assert min(raster.data[::4]) < 50


def test_many_threads_get_the_same_pictures(data: bytes) -> None:
    alone = [render_page(data, page, 0.5) for page in range(3)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda n: render_page(data, n % 3, 0.5), range(48)))
    assert together == alone * 16


@pytest.mark.parametrize("page", [-1, 3, 10_000])
def test_a_page_that_is_not_there_is_one_sentence(data: bytes, page: int) -> None:
    for read in (lambda: page_text(data, page), lambda: render_page(data, page, 1)):
        with pytest.raises(ReadError, match="3 pages"):
            read()


@pytest.mark.parametrize("damage", [b"", b"hello", b"%PDF-1.7\n", b"<html></html>" * 99, bytes(4096)])
def test_what_is_no_pdf_is_one_sentence(damage: bytes) -> None:
    with pytest.raises(ReadError, match="not a PDF or is damaged"):
        page_count(damage)


def test_a_cut_off_file_is_one_sentence(data: bytes) -> None:
    with pytest.raises(ReadError, match="not a PDF or is damaged"):
        page_count(data[: len(data) // 2])


def test_a_locked_file_is_one_sentence(data: bytes) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(ReadError, match="password"):
        page_count(out.getvalue())


def test_a_page_too_large_to_draw_is_one_sentence(data: bytes) -> None:
    with pytest.raises(ReadError, match="too large"):
        render_page(data, 0, 100)
