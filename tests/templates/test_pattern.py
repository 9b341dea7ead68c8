from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.errors import TemplateError
from proceedings_editor.templates.pattern import Piece, fill, pieces, placeholders

LINE = "[{organisation}][, {department}][, {city}][, {country}]"


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"organisation": "Дала университеті", "city": "Көксеңгір"}, "Дала университеті, Көксеңгір"),
        ({"department": "Физика кафедрасы", "country": "Қазақстан"}, "Физика кафедрасы, Қазақстан"),
        ({"country": "Қазақстан"}, "Қазақстан"),
        ({}, ""),
    ],
)
def test_empty_parts_vanish_with_their_punctuation(values: dict[str, str], line: str) -> None:
    assert fill(LINE, values) == line


def test_a_group_in_a_group_vanishes_alone() -> None:
    pattern = "{name}[ ({post}[, {degree}])]"
    assert fill(pattern, {"name": "Әшім", "post": "оқытушы"}) == "Әшім (оқытушы)"
    assert fill(pattern, {"name": "Әшім", "degree": "PhD"}) == "Әшім"
    assert fill(pattern, {"name": "Әшім", "post": "оқытушы", "degree": "PhD"}) == "Әшім (оқытушы, PhD)"


def test_loose_punctuation_at_the_ends_vanishes_only_where_the_pattern_put_it() -> None:
    assert fill("{role}: {name}", {"name": "–Өтеген:"}) == "–Өтеген:"
    assert fill("{number}-кесте – {caption}", {"number": "3"}) == "3-кесте"
    assert fill("Түсті: {date}.", {"date": "3 мамыр"}) == "Түсті: 3 мамыр."


def test_fixed_words_alone_are_not_printed() -> None:
    assert fill("{status} студенті", {}) == ""
    assert fill("Бәрі", {}) == "Бәрі"


def test_a_backslash_makes_signs_ordinary() -> None:
    assert fill(r"\[{number}\] \{a\} \\ \n", {"number": "5"}) == r"[5] {a} \ \n"


def test_pieces_say_which_value_they_are() -> None:
    assert pieces("{number}. {caption}", {"number": "1", "caption": "Дала"}) == (
        Piece("1", "number"),
        Piece(". "),
        Piece("Дала", "caption"),
    )


def test_the_names_of_a_pattern_are_known_without_values() -> None:
    assert placeholders(LINE + "{a[b]}".replace("{a[b]}", "[x[{deep}]]")) == {
        "organisation",
        "department",
        "city",
        "country",
        "deep",
    }


@pytest.mark.parametrize("pattern", ["[{city}", "{city}]", "{city", "city}", "{}", "{two words}"])
def test_a_lonely_bracket_is_one_sentence_that_names_the_pattern(pattern: str) -> None:
    with pytest.raises(TemplateError) as refused:
        placeholders(pattern)
    assert pattern in str(refused.value)
    assert "\n" not in str(refused.value)


@given(st.text("[]{}\\, –abү", max_size=30), st.dictionaries(st.sampled_from(["a", "b", "ab"]), st.text(max_size=5)))
def test_any_pattern_is_filled_or_refused(pattern: str, values: dict[str, str]) -> None:
    try:
        names = placeholders(pattern)
    except TemplateError:
        return
    filled = fill(pattern, values)
    if names and not any(values.get(name) for name in names):
        assert filled == ""
