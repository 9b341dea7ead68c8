"""The text view and the model's body never differ."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument

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
