from __future__ import annotations

import pytest

from proceedings_editor.language.numbering import NumberSpan, rewrite, span_of

TEXT = "a 3–5 b"
SPAN = NumberSpan(3, 5, 2, 5)


def test_a_range_stands_for_all_its_numbers() -> None:
    assert SPAN.numbers == (3, 4, 5)
    assert span_of(3, 5, 2, 5) == SPAN


@pytest.mark.parametrize(("first", "last"), [(5, 3), (1, 900)])
def test_a_falling_or_endless_range_is_none(first: int, last: int) -> None:
    assert span_of(first, last, 0, 3) is None


@pytest.mark.parametrize(
    ("mapping", "text"),
    [
        ({}, "a 3–5 b"),
        ({3: 3}, "a 3–5 b"),
        ({3: 4, 4: 5, 5: 6}, "a 4–6 b"),
        ({3: 5, 5: 3}, "a 3–5 b"),
        ({3: 7, 4: 8, 5: 2}, "a 2, 7–8 b"),
        ({3: 1, 4: 5, 5: 9}, "a 1, 5, 9 b"),
        ({4: None, 5: 4}, "a 3–4 b"),
        ({3: None, 4: None, 5: None}, "a ? b"),
    ],
)
def test_a_range_is_rewritten_as_shortly_as_it_goes(mapping: dict[int, int | None], text: str) -> None:
    assert rewrite(TEXT, [SPAN], mapping) == text


def test_brackets_around_the_ends_of_a_range_are_kept() -> None:
    text = "Eqs. (1)–(3)"
    assert rewrite(text, [NumberSpan(1, 3, 6, 11)], {2: 5}) == "Eqs. (1), (3), (5)"
