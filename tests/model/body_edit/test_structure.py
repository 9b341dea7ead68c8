"""Structure edits change structure: no letter is lost, and undoing them by hand leads back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.model.body import (
    Body,
    Heading,
    ListBlock,
    Listing,
    ListItem,
    Paragraph,
    Quotation,
    Span,
    plain_text,
)
from proceedings_editor.model.body_edit.item import level_in, level_out, listed, numbered_from, unlisted
from proceedings_editor.model.body_edit.line import body_of, lines_of, text_of_leaf
from proceedings_editor.model.body_edit.spot import Stretch
from proceedings_editor.model.body_edit.style import TextKind, quoted, with_alignment, with_kind
from proceedings_editor.model.body_edit.text import MARKS, Mark, marked
from tests.model.body_edit.letters import letters_of, lines_within
from tests.strategies import bodies

STRUCTURE: dict[str, Callable[[Body, Sequence[int]], Body]] = {
    "paragraph": lambda body, lines: with_kind(body, lines, "paragraph"),
    "heading": lambda body, lines: with_kind(body, lines, "heading2"),
    "listing": lambda body, lines: with_kind(body, lines, "listing"),
    "quotation": quoted,
    "bullets": lambda body, lines: listed(body, lines, ordered=False),
    "numbers": lambda body, lines: listed(body, lines, ordered=True),
    "no list": unlisted,
    "level in": level_in,
    "level out": level_out,
    "restart": lambda body, lines: numbered_from(body, lines[0], 4),
    "centre": lambda body, lines: with_alignment(body, lines, "center"),
}


@pytest.mark.parametrize("name", STRUCTURE)
@settings(max_examples=25)
@given(body=bodies(), first=st.integers(0, 30), count=st.integers(1, 5))
def test_no_letter_is_lost(name: str, body: Body, first: int, count: int) -> None:
    lines = lines_within(body, first, count, len(lines_of(body)))
    changed = STRUCTURE[name](body, lines)
    assert letters_of(changed) == letters_of(body)
    assert body_of(lines_of(changed)) == changed
    assert (
        sum(old is new for old in body for new in changed)
        >= len(body) - len({line.path[:1] for line in _chosen(body, lines)}) - 1
    )


def _chosen(body: Body, lines: Sequence[int]) -> list:  # type: ignore[type-arg]
    return [lines_of(body)[index] for index in lines]


@settings(max_examples=40)
@given(bodies(), st.integers(0, 30), st.sampled_from(MARKS), st.booleans())
def test_a_mark_changes_no_letter(body: Body, first: int, mark: Mark, on: bool) -> None:
    index = first % len(lines_of(body))
    length = len(plain_text(text_of_leaf(lines_of(body)[index].leaf) or ()))
    changed = marked(body, [Stretch(index, length // 3, length)], mark, on=on)
    assert letters_of(changed) == letters_of(body)


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def item(*texts: str) -> ListItem:
    return ListItem(tuple(map(words, texts)))


def test_paragraphs_become_one_list_and_paragraphs_again() -> None:
    body = (words("бір"), words("екі"), words("үш"))
    changed = listed(body, [0, 1], ordered=True)
    assert changed == (ListBlock((item("бір"), item("екі")), ordered=True, marker="1."), words("үш"))
    assert changed[1] is body[2]
    assert unlisted(changed, [0, 1]) == body


def test_a_new_item_joins_the_list_above() -> None:
    body = (ListBlock((item("бір"),), marker="•"), words("екі"))
    assert listed(body, [1], ordered=False) == (ListBlock((item("бір"), item("екі")), marker="•"),)


def test_an_item_goes_in_and_out_again() -> None:
    body = (ListBlock((item("а"), item("ә"), item("б"))),)
    inner = level_in(body, [1])
    assert inner == (ListBlock((ListItem((words("а"), ListBlock((item("ә"),)))), item("б"))),)
    assert level_out(inner, [1]) == body
    assert level_in(body, [0]) == body


def test_two_items_go_in_together() -> None:
    body = (ListBlock((item("а"), item("ә"), item("б"))),)
    assert level_in(body, [1, 2]) == (ListBlock((ListItem((words("а"), ListBlock((item("ә"), item("б"))))),)),)


def test_later_inner_items_follow_the_one_that_goes_out() -> None:
    body = (ListBlock((ListItem((words("а"), ListBlock((item("ә"), item("б"), item("в"))))),)),)
    out = level_out(body, [2])
    assert out == (
        ListBlock((ListItem((words("а"), ListBlock((item("ә"),)))), ListItem((words("б"), ListBlock((item("в"),)))))),
    )


def test_a_list_that_is_torn_counts_on() -> None:
    body = (ListBlock((item("а"), item("ә"), item("б")), ordered=True, marker="1)"),)
    torn = unlisted(body, [1])
    assert torn == (
        ListBlock((item("а"),), ordered=True, marker="1)"),
        words("ә"),
        ListBlock((item("б"),), ordered=True, marker="1)", start=2),
    )


def test_counting_starts_again_at_an_item() -> None:
    body = (ListBlock((item("а"), item("ә")), ordered=True, marker="1."),)
    assert numbered_from(body, 1, 1) == (
        ListBlock((item("а"),), ordered=True, marker="1."),
        ListBlock((item("ә"),), ordered=True, marker="1."),
    )


def test_a_quotation_is_made_and_unmade() -> None:
    body = (words("а"), words("ә"), words("б"))
    changed = quoted(body, [0, 1])
    assert changed == (Quotation((words("а"), words("ә"))), words("б"))
    assert quoted(changed, [0, 1]) == body


@pytest.mark.parametrize(
    ("kind", "made"), [("heading1", Heading((Span("Кіріспе"),), 1)), ("paragraph", words("Кіріспе"))]
)
def test_a_line_takes_a_kind(kind: TextKind, made: Paragraph | Heading) -> None:
    assert with_kind((Heading((Span("Кіріспе"),), 3),), [0], kind) == (made,)


def test_neighbours_become_one_listing_and_one_paragraph_again() -> None:
    changed = with_kind((words("a = 1"), words("b = 2")), [0, 1], "listing")
    assert changed == (Listing("a = 1\nb = 2"),)
    assert [
        plain_text(block.text) for block in with_kind(changed, [0], "paragraph") if isinstance(block, Paragraph)
    ] == ["a = 1\nb = 2"]


def test_a_subscript_is_no_superscript() -> None:
    body = (Paragraph((Span("H2O"),)),)
    upper = marked(body, [Stretch(0, 1, 2)], "superscript", on=True)
    lower = marked(upper, [Stretch(0, 1, 2)], "subscript", on=True)
    assert lower == (Paragraph((Span("H"), Span("2", subscript=True), Span("O"))),)
    assert marked(lower, [Stretch(0, 0, 3)], "subscript", on=False) == body
