from __future__ import annotations

from decimal import Decimal

import pytest

from proceedings_editor.texts import decimal, text


@pytest.mark.parametrize(("language", "shown"), [("kk", "10,1 см"), ("ru", "10,1 см"), ("en", "10.1 cm")])
def test_numbers_have_the_decimal_mark_of_the_language(language: str, shown: str) -> None:
    assert text("{width} cm", width=10.1).in_language(language) == shown
    assert text("{width} cm", width=Decimal("10.1")).in_language(language) == shown


def test_whole_numbers_have_no_mark_and_words_stay_as_they_are() -> None:
    assert text("{width} cm", width=17.0).in_language("ru") == "17 см"
    assert text("{width} cm", width=17).in_language("ru") == "17 см"
    assert text("{width} cm", width="a.1").in_language("ru") == "a.1 см"
    assert decimal("0.04", "kk") == "0,04"
