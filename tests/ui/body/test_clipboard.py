"""Pasted HTML and text as blocks, and blocks as HTML and text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from proceedings_editor.importers.html.reader import read_html
from proceedings_editor.model.body import Cell, Figure, Heading, ListBlock, ListItem, Note, Paragraph, Span, Table
from proceedings_editor.ui.body.clipboard import body_from_text, mime_of, pasting_of, plain_of
from tests.strategies import bodies


def words(text: str, **marks: bool) -> Paragraph:
    return Paragraph((Span(text, **marks),))


def test_plain_lines_become_paragraphs() -> None:
    assert body_from_text("бір\r\n\r\nекі\u2029үш") == (words("бір"), words("екі"), words("үш"))


@settings(max_examples=40)
@given(bodies())
def test_our_own_form_keeps_everything(body: tuple[object, ...]) -> None:
    assert pasting_of(mime_of(body), Path("absent"), "dala").body == body  # type: ignore[arg-type]


def test_other_programs_get_words() -> None:
    body = (Heading((Span("Тақырып"),), 1), ListBlock((ListItem((words("а & ә", bold=True),)),)))
    data = mime_of(body)
    assert data.text() == plain_of(body) == "Тақырып\nа & ә"
    assert data.html() == "<h1>Тақырып</h1><ul><li><p><b>а &amp; ә</b></p></li></ul>"


def test_what_other_programs_get_says_the_same_when_it_comes_back(tmp_path: Path) -> None:
    picture = tmp_path / "lake.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(picture))
    note = Note((words("Ескерту"), words("жалғасы")))
    body = (
        Heading((Span("Тақырып"),), 2),
        Paragraph((Span("су"), note, Span(" H"), Span("2", subscript=True), Span("мұз", href="https://a.kz"))),
        ListBlock((ListItem((words("а"), ListBlock((ListItem((words("ә"),)),)))),), True, "1.", 4),
        Table(((Cell((words("x"),), 2),), (Cell((words("1"),)), Cell((words("2"),)))), 1, (Span("Кесте"),)),
    )
    figure = Figure("lake.png", alt="көл")
    source = mime_of((*body, figure), lambda file: tmp_path / file).html()
    taken = read_html(source, lambda data, ending: Figure("lake.png") if data == picture.read_bytes() else None)
    assert taken.body == (*body, figure)
    assert not taken.lost


def test_a_picture_and_picture_files_become_figures(tmp_path: Path) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(0)
    data = QMimeData()
    data.setImageData(image)
    data.setHtml('<img src="https://example.kz/a.png">')
    assert pasting_of(data, tmp_path, "dala").body == (Figure("picture.png"),)
    assert QImage(str(tmp_path / "figures/dala/picture.png")).size() == image.size()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "figures/dala/picture.png"))])
    assert pasting_of(files, tmp_path, "dala").body == (Figure("picture-2.png"),)
