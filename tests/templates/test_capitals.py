from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.templates.capitals import capitals


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Дала әуенінің үні", "ДАЛА ӘУЕНІНІҢ ҮНІ"),
        ("Ортаның pH мәні және mRNA-ға әсері", "ОРТАНЫҢ pH МӘНІ ЖӘНЕ mRNA-ҒА ӘСЕРІ"),
        ("ҚХА-ның 70-тен астам NaCl", "ҚХА-НЫҢ 70-ТЕН АСТАМ NaCl"),
        ("Straße", "STRAßE"),
        ("", ""),
    ],
)
def test_capitals_keep_mixed_words(typed: str, printed: str) -> None:
    assert capitals(typed) == printed


@given(st.text())
def test_capitals_change_no_length_and_twice_is_once(typed: str) -> None:
    printed = capitals(typed)
    assert len(printed) == len(typed)
    assert capitals(printed) == printed
