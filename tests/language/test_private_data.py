from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.private_data import is_iin, private_data


@given(st.integers(0, 99), st.integers(1, 12), st.integers(1, 28), st.integers(0, 6), st.integers(0, 9999))
def test_of_ten_last_digits_at_most_one_makes_a_number_of_a_person(
    year: int, month: int, day: int, century: int, serial: int
) -> None:
    head = f"{year:02}{month:02}{day:02}{century}{serial:04}"
    assert sum(is_iin(f"{head}{digit}") for digit in range(10)) <= 1


@pytest.mark.parametrize("digits", ["001301500001", "000132500001", "000141500001", "000101700001", "00010150000", ""])
def test_what_has_no_day_of_birth_or_century_is_no_number_of_a_person(digits: str) -> None:
    assert not is_iin(digits)


@given(st.text(alphabet="0123456789 +()-.,/ тел:қкв№ұлжАб\n", max_size=80))
def test_stretches_are_in_the_text(text: str) -> None:
    for found in private_data(text):
        assert text[found.start : found.end] == found.value
        assert 0 <= found.from_label <= found.start < found.end <= len(text)
