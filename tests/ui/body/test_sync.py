"""The text view and the model's body never differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextCursor, QTextDocument

from proceedings_editor.model.body import Body, Cell, Paragraph, Span, Table
from proceedings_editor.model.body_edit.share import shared
from proceedings_editor.ui.body.look import Look
from proceedings_editor.ui.body.store import ValueStore
from proceedings_editor.ui.body.sync import BodySync
from tests.strategies import bodies

_KEPT: list[QTextDocument] = []


@pytest.fixture
def sync(qapp: object) -> Iterator[BodySync]:
    yield new_sync()


def new_sync() -> BodySync:
    document = QTextDocument()
    _KEPT[:] = [document]
    return BodySync(document, ValueStore(), Look(QGuiApplication.palette()))


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),))


@settings(max_examples=60)
@given(bodies(wild=True), bodies(wild=True))
def test_whatever_the_model_holds_is_shown_and_read_back(qapp_: None, first: Body, second: Body) -> None:
    sync = new_sync()
    for body in (first, second, first, ()):
        sync.show(body)
        assert sync.document.blockCount() == sum(unit.count for unit in sync.units)
        assert shared(body, sync.walked()) is body
        assert sync.body is body


@pytest.fixture(scope="session")
def qapp_(qapp: object) -> None:
    """The application, as hypothesis wants it: made once."""


def test_typing_changes_one_block_and_keeps_the_others(sync: BodySync) -> None:
    body = (words("бір"), words("екі"), Table(((Cell(), Cell()),)))
    sync.show(body)
    found: list[Body] = []
    sync.edited = found.append
    cursor = QTextCursor(sync.document.findBlockByNumber(1))
    cursor.insertText("ә")
    assert found == [(words("бір"), words("әекі"), body[2])]
    assert found[0][0] is body[0]
    assert found[0][2] is body[2]
    assert sync.walked() == found[0]


@pytest.mark.parametrize("widths", [(), tuple(range(10, 22)), (1.0,) * 12])
@pytest.mark.parametrize("columns", [1, 4, 5, 8, 12])
def test_a_table_is_as_wide_as_the_text_and_no_wider(sync: BodySync, columns: int, widths: tuple[float, ...]) -> None:
    sync.show((words("бір"), Table(((Cell((words("екі"),)),) * columns,), widths=widths[:columns])))
    for width in range(500, 560):
        sync.document.setTextWidth(width)
        assert 0.97 * width < sync.document.idealWidth() <= width


@pytest.mark.parametrize("columns", [1, 3, 4])
def test_neighbours_in_a_table_share_one_thin_line(sync: BodySync, columns: int) -> None:
    sync.show((words("бір"), Table(((Cell(),) * columns,) * 2)))
    sync.document.setTextWidth(300)
    image = QImage(300, 120, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    sync.document.drawContents(painter)
    painter.end()
    cell = sync.document.findBlockByNumber(2)  # behind the caption
    height = round(sync.document.documentLayout().blockBoundingRect(cell).center().y())
    across = [image.pixelColor(x, height).value() for x in range(300)]
    lines = [(grey, len(list(run))) for grey, run in groupby(across) if grey < 250]
    assert len(lines) == columns + 1
    assert {wide for _, wide in lines} == {1}
    assert len({grey for grey, _ in lines}) == 1
