"""What is copied and put in again says the same; deleting takes only what was chosen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.model.body import (
    Block,
    Body,
    DisplayFormula,
    Figure,
    FormulaSource,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Span,
    plain_text,
)
from proceedings_editor.model.body_edit.fragment import copied, emptied, moved, pasted, without_lines
from proceedings_editor.model.body_edit.line import Line, body_of, lines_of, text_of_leaf
from proceedings_editor.model.body_edit.spot import Spot, Stretch
from tests.model.body_edit.letters import letters_of
from tests.strategies import bodies


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def length(line: Line) -> int:
    return len(plain_text(text_of_leaf(line.leaf) or ()))


@settings(max_examples=60)
@given(bodies(), bodies(most=3), st.integers(0, 40), st.integers(0, 20))
def test_putting_in_loses_nothing_and_adds_everything(body: Body, fragment: Body, line: int, offset: int) -> None:
    lines = lines_of(body)
    spot = Spot(line % len(lines), min(offset, length(lines[line % len(lines)])))
    result = pasted(body, spot, fragment)
    assert letters_of(result.body) == letters_of(body) + letters_of(fragment)
    after = lines_of(result.body)
    assert body_of(after) == result.body
    assert 0 <= result.spot.line < len(after)
    assert 0 <= result.spot.offset <= max(length(after[result.spot.line]), 10_000)


@settings(max_examples=40)
@given(bodies())
def test_everything_copied_is_the_whole(body: Body) -> None:
    lines = lines_of(body)
    last = Spot(len(lines) - 1, 10_000)
    assert letters_of(copied(body, Spot(0), last)) == letters_of(body)


def test_a_word_joins_the_line_with_its_marks() -> None:
    word = (Paragraph((Span("жаңа ", bold=True),)),)
    result = pasted((words("бір екі"),), Spot(0, 4), word)
    assert result.body == (Paragraph((Span("бір "), Span("жаңа ", bold=True), Span("екі"))),)
    assert result.spot == Spot(0, 9)


def test_blocks_part_the_line() -> None:
    result = pasted((words("бірекі"),), Spot(0, 3), (words("а"), Figure("a.png"), words("ә")))
    assert result.body == (words("біра"), Figure("a.png"), words("әекі"))
    assert result.spot == Spot(3, 1)


def test_items_put_into_an_item_are_its_neighbours() -> None:
    body = (ListBlock((ListItem((words("ав"),)),)),)
    inner = (ListBlock((ListItem((words("б"),)),)),)
    result = pasted(body, Spot(0, 1), inner)
    assert letters_of(result.body) == letters_of(body) + letters_of(inner)


def test_copying_half_a_word_copies_half_a_word() -> None:
    assert copied((words("сөздік"),), Spot(0, 0), Spot(0, 3)) == (words("сөз"),)


def test_blocks_move_as_far_as_there_is_room() -> None:
    body = (words("а"), words("ә"), words("б"))
    assert moved(body, 2, 2, -1) == (body[0], body[2], body[1])
    assert moved(body, 0, 0, -1) == body
    assert moved(body, 0, 1, 5) == (body[2], body[0], body[1])


def test_a_figure_goes_with_its_caption() -> None:
    assert without_lines((Figure("a.png", (Span("Сурет"),)), words("а")), [0]) == (words("а"),)


def test_only_the_chosen_letters_go() -> None:
    assert emptied((words("алма"), words("алмұрт")), [Stretch(0, 2, 4), Stretch(1, 0, 3)]) == (
        words("ал"),
        words("ұрт"),
    )


@pytest.mark.parametrize(
    ("body", "spot", "behind"),
    [
        ((Paragraph(),), Spot(0), Spot(1)),  # the empty line an editor shows behind it
        ((words("бірекі"),), Spot(0, 3), Spot(2)),
        ((words("бір"), words("екі")), Spot(0, 3), Spot(1, 1)),
    ],
)
@pytest.mark.parametrize("block", [DisplayFormula(FormulaSource("x")), PageBreak()])
def test_typing_goes_on_behind_an_object(body: Body, spot: Spot, behind: Spot, block: Block) -> None:
    assert pasted(body, spot, (block,)).spot == behind
