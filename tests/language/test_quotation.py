from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.quotation import first_quotation, unquoted


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("«Дала күні»", "Дала күні"),
        ("““Steppe””", "Steppe"),
        ('"Степь"', "Степь"),
        ("«“Степь”»", "Степь"),
        ("„Дала“", "Дала"),
        (" ««Дала»» ", "Дала"),
        ("«Степь и „город“»", "Степь и „город“"),
        ("«Дала» және «Қала»", "«Дала» және «Қала»"),
        ("«Дала» күні", "«Дала» күні"),
        ("«Дала", "«Дала"),
        ("»Дала«", "»Дала«"),
        ("«»", "«»"),
        ("", ""),
    ],
)
def test_only_marks_around_the_whole_are_taken_off(words: str, bare: str) -> None:
    assert unquoted(words) == bare


@given(st.text(alphabet='«»“”„" ab', max_size=12))
def test_nothing_but_marks_and_spaces_is_taken_off_and_once_is_enough(words: str) -> None:
    bare = unquoted(words)
    assert bare in words
    assert [char for char in bare if char.isalpha()] == [char for char in words if char.isalpha()]
    assert unquoted(bare) == bare


@given(st.text(alphabet='«»“”„" ab', max_size=12))
def test_a_quotation_has_two_ends(words: str) -> None:
    found = first_quotation(words)
    assert found is None or found[0] < found[1]
