"""A body and its lines say the same."""

from __future__ import annotations

from hypothesis import given, settings

from proceedings_editor.model.body import Body, Cell, Figure, ListBlock, ListItem, Paragraph, Quotation, Span, Table
from proceedings_editor.model.body_edit.line import FILLER, Caption, Line, body_of, lines_of
from proceedings_editor.model.body_edit.share import shared
from proceedings_editor.model.walk import walk
from tests.strategies import bodies


@settings(max_examples=50)
@given(bodies(wild=True))
def test_lines_lose_nothing(body: Body) -> None:
    assert body_of(lines_of(body)) == body


@settings(max_examples=50)
@given(bodies(wild=True))
def test_sharing_gives_the_same_objects_back(body: Body) -> None:
    assert shared(body, body_of(lines_of(body))) is body


@settings(max_examples=50)
@given(bodies())
def test_every_line_names_the_block_it_shows(body: Body) -> None:
    blocks = dict(walk(body))
    for line in lines_of(body):
        assert not line.path or line.path in blocks
        if isinstance(line.leaf, Paragraph):
            assert blocks[line.path] == line.leaf


def test_an_empty_body_has_one_line_to_type_in() -> None:
    assert lines_of(()) == [Line((), FILLER)]
    assert body_of([Line((), FILLER)]) == ()
    assert body_of([Line((), Paragraph((Span("Сөз"),)))]) == (Paragraph((Span("Сөз"),)),)


def test_a_last_table_has_a_line_behind_it() -> None:
    table = Table(((Cell((Paragraph((Span("а"),)),)), Cell()),), caption=(Span("Кесте"),))
    lines = lines_of((table,))
    assert [type(line.leaf).__name__ for line in lines] == ["Caption", "Paragraph", "Filler", "Filler"]
    assert body_of(lines) == (table,)


def test_empty_containers_and_empty_paragraphs_are_told_apart() -> None:
    for inner in ((), (Paragraph(),)):
        body = (Quotation(inner), ListBlock((ListItem(inner),)), Table(((Cell(inner),),)))
        assert body_of(lines_of(body)) == body


def test_two_lists_side_by_side_stay_two() -> None:
    one = ListBlock((ListItem((Paragraph((Span("бір"),)),)),))
    assert body_of(lines_of((one, one))) == (one, one)


def test_items_know_their_number() -> None:
    item = ListItem((Paragraph((Span("x"),)), Paragraph((Span("y"),))))
    lines = lines_of((ListBlock((item, item), ordered=True, marker="1)", start=3),))
    assert [line.opens for line in lines] == [((0, 3),), (), ((0, 4),), ()]


def test_a_caption_without_its_figure_is_a_paragraph() -> None:
    words = (Span("1-сурет"),)
    assert body_of([Line((), Caption(words, "figure"))]) == (Paragraph(words),)
    assert body_of([Line((), Figure("a.png")), Line((), Caption(words, "figure"))]) == (Figure("a.png", words),)


def test_a_table_whose_cells_do_not_tile_is_one_line() -> None:
    table = Table(((Cell(columns=2),), (Cell(),)))
    assert [line.leaf for line in lines_of((table,))] == [table, FILLER]
    assert body_of(lines_of((table,))) == (table,)
