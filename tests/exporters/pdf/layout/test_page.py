from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.exporters.composition.element import Element, NoteMark, TextElement, Words
from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout, RuleMark
from tests.exporters.pdf.layout.sample import (
    A4,
    LOOK,
    MARGIN,
    SENTENCE,
    cell,
    composed,
    heading,
    line_texts,
    lines,
    note,
    paragraph,
    role_of,
    table,
    texts,
)

_HEADINGS = ("H1", "H2", "H3")
_LINE = 13.8


def _flows() -> st.SearchStrategy[list[Element]]:
    """Headings, paragraphs of one to thirty lines and small tables, in any order, ending with a paragraph."""
    paragraphs = st.integers(1, 40).map(lambda count: paragraph(SENTENCE * count))
    headings = st.builds(heading, st.sampled_from(("Кіріспе", SENTENCE * 2)), st.integers(1, 3))
    tables = st.integers(1, 6).map(lambda rows: table([[cell("1"), cell(SENTENCE)]] * rows, 2))
    flows = st.lists(st.one_of(paragraphs, paragraphs, headings, tables), min_size=4, max_size=16)
    return flows.map(lambda made: [*made, paragraph(SENTENCE)])


@settings(max_examples=40)
@given(_flows())
def test_no_page_but_the_last_ends_with_a_heading(flow: list[Element]) -> None:
    layout = lay_out(composed(*flow))
    for page in range(len(layout.pages) - 1):
        assert role_of(layout, texts(layout, page)[-1].node, *_HEADINGS) < 0


@settings(max_examples=40)
@given(_flows())
def test_no_line_of_a_paragraph_stands_alone_on_a_page(flow: list[Element]) -> None:
    layout = lay_out(composed(*flow))
    for one, other in pairwise(range(len(layout.pages))):
        last, first = lines(layout, one)[-1][0].node, lines(layout, other)[0][0].node
        if last == first and role_of(layout, first, "Table") < 0:
            assert _count(layout, one, last) >= 2
            assert _count(layout, other, first) >= 2


def _count(layout: Layout, page: int, node: int) -> int:
    return sum(line[0].node == node for line in lines(layout, page))


def _filled(rows: int) -> list[Element]:
    """Elements that leave `rows` lines of the first page free."""
    page = int((A4[1] - 2 * MARGIN) / _LINE)
    return [paragraph("бір жол") for _ in range(page - rows)]


@pytest.mark.parametrize(("free", "moved"), [(1, True), (2, True), (3, False)])
def test_a_heading_takes_two_lines_of_its_text_along(free: int, moved: bool) -> None:
    title = TextElement((Words("Тақырып"),), "heading_3", LOOK, 2)
    layout = lay_out(composed(*_filled(free), title, paragraph(SENTENCE * 6)))
    assert (line_texts(layout, 1)[0].strip() == "Тақырып") is moved


def test_a_chain_of_headings_longer_than_a_page_is_cut_somewhere() -> None:
    layout = lay_out(composed(*(heading(f"Тақырып {n}") for n in range(80)), paragraph("Мәтін")))
    assert len(layout.pages) > 1
    assert [item.title for item in layout.outline] == [f"Тақырып {n}" for n in range(80)]


def test_space_above_a_paragraph_is_dropped_at_the_top_of_a_page() -> None:
    first = paragraph("Басы", space_before=100)
    layout = lay_out(composed(first, *_filled(1), paragraph("Келесі", space_before=100)))
    tops = [lines(layout, page)[0][0].y for page in (0, 1)]
    assert tops[0] == pytest.approx(tops[1])


def test_spaces_below_and_above_neighbours_add_up_as_in_word() -> None:
    layout = lay_out(composed(paragraph("бір", space_after=10), paragraph("екі", space_before=7)))
    one, other = (line[0].y for line in lines(layout))
    assert one - other == pytest.approx(_LINE + 17, abs=0.01)


# ------------------------------------------------------------------------------------------------ footnotes


def _with_note(before: str, mark: NoteMark, after: str = "") -> TextElement:
    return paragraph((Words(before), mark, Words(after)))


def _notes_on(layout: Layout, page: int) -> str:
    return "".join(mark.text for mark in texts(layout, page) if role_of(layout, mark.node, "Note") >= 0)


def test_a_note_stands_at_the_foot_below_a_short_line() -> None:
    layout = lay_out(composed(_with_note("Мәтін", note(1, "Ескерту мәтіні"), " соңы")))
    marks = texts(layout)
    foot = [mark for mark in marks if role_of(layout, mark.node, "Note") >= 0]
    assert "".join(mark.text for mark in foot) == "1 Ескерту мәтіні"
    assert MARGIN < foot[0].y < MARGIN + 15
    (rule,) = (mark for mark in layout.pages[0].marks if isinstance(mark, RuleMark))
    assert rule.node == ARTIFACT
    assert foot[0].y + 8 < rule.y < foot[0].y + 20
    assert rule.x2 - rule.x == pytest.approx(144)
    assert marks.index(foot[0]) > marks.index(next(mark for mark in marks if "соңы" in mark.text))


def test_mark_and_note_know_each_other_and_the_sentence_is_heard_to_its_end() -> None:
    layout = lay_out(composed(_with_note("Мәтін", note(1, "Ескерту"), " соңы")))
    reference = next(node for node in layout.nodes if node.role == "Reference")
    own = next(node for node in layout.nodes if node.role == "Note")
    assert reference.note == own.note != ""
    assert layout.nodes[reference.parent].role == "P"
    assert layout.nodes[own.parent].role == "Sect"
    assert layout.bookmarks[own.note][0] == 0


def test_equal_numbers_in_two_parts_are_two_notes() -> None:
    layout = lay_out(composed(_with_note("а", note(1, "б")), _with_note("в", note(1, "г"))))
    ids = [node.note for node in layout.nodes if node.role == "Note"]
    assert len(set(ids)) == 2


def test_a_line_whose_note_has_no_room_goes_to_the_next_page_with_it() -> None:
    layout = lay_out(composed(*_filled(1), _with_note("Белгісі бар жол", note(1, "Ескерту"))))
    assert "Белгісі" in line_texts(layout, 1)[0]
    assert _notes_on(layout, 0) == ""
    assert "Ескерту" in _notes_on(layout, 1)


def test_a_long_note_goes_on_at_the_next_foot_below_a_longer_line() -> None:
    layout = lay_out(composed(*_filled(6), _with_note("Белгі", note(1, SENTENCE * 20)), *_filled(20)))
    assert _notes_on(layout, 0).count("\n") == 0
    assert _notes_on(layout, 0)
    assert _notes_on(layout, 1)
    assert "".join((_notes_on(layout, 0) + _notes_on(layout, 1)).split()) == "1" + "".join((SENTENCE * 20).split())
    (rule,) = (mark for mark in layout.pages[1].marks if isinstance(mark, RuleMark))
    assert rule.x2 - rule.x == pytest.approx(A4[0] - 2 * MARGIN)


def test_a_note_of_many_pages_ends() -> None:
    layout = lay_out(composed(_with_note("Белгі", note(1, SENTENCE * 600)), paragraph(SENTENCE * 40)))
    found = "".join(_notes_on(layout, page) for page in range(len(layout.pages)))
    assert "".join(found.split()) == "1" + "".join((SENTENCE * 600).split())


def test_a_note_inside_a_note_follows_it() -> None:
    inner = NoteMark(1, (_with_note("сыртқы", note(2, "ішкі")),))
    layout = lay_out(composed(_with_note("Мәтін", inner)))
    assert _notes_on(layout, 0) == "1 сыртқы22 ішкі"


def test_a_note_in_a_table_s_caption_stays_inside_the_caption() -> None:
    caption = _with_note("1-кесте", note(1, "Дерек көзі"))
    layout = lay_out(composed(table([[cell("а"), cell("б")]], 2, caption=caption)))
    own = next(node for node in layout.nodes if node.role == "Note")
    assert layout.nodes[own.parent].role == "Caption"
    assert "Дерек көзі" in _notes_on(layout, 0)
