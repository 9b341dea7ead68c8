from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.kazakh_number import ENDINGS, harmonised, right_ending


@pytest.mark.parametrize(
    "words",
    ["70-тен 5000-нан 300-ден 1500-ден 2010-нан 2020-дан 1995-тен 6-дан 40-тан 1000000-нан 0-ден",
     "1-ге 3-ке 6-ға 9-ға 10-ға 40-қа 50-ге 100-ге 1000-ға",
     "1-дің 2-нің 3-тің 6-ның 10-ның 30-дың 80-нің 90-ның 60-тың",
     "2-ні 5-ті 10-ды 9-ды", "20-да 60-та 70-те 8-де", "2020-дағы 2005-тегі", "3-ші 6-шы 5-інші 10-ыншы"],
)  # fmt: skip
def test_right_endings_stay(words: str) -> None:
    for word in words.split():
        number, ending = word.split("-")
        assert right_ending(number, ending) == ending, word


@pytest.mark.parametrize(
    ("number", "ending", "right"),
    [("70", "тан", "тен"), ("300", "дан", "ден"), ("5000", "дан", "нан"), ("3", "ға", "ке"), ("6", "ші", "шы"),
     ("20", "інші", "ыншы"), ("10", "тың", "ның")],
)  # fmt: skip
def test_wrong_endings_are_put_right(number: str, ending: str, right: str) -> None:
    assert right_ending(number, ending) == right


@given(st.integers(min_value=0, max_value=10**13), st.sampled_from(sorted(ENDINGS)))
def test_a_corrected_ending_is_right_and_known(number: int, ending: str) -> None:
    right = right_ending(str(number), ending)
    assert right in ENDINGS
    assert right_ending(str(number), right) == right


@given(st.sampled_from(sorted(ENDINGS)), st.booleans())
def test_harmony_changes_only_the_vowels_side(ending: str, front: bool) -> None:
    once = harmonised(ending, front=front)
    assert once in ENDINGS
    assert harmonised(once, front=front) == once
    assert harmonised(once, front=not front) == harmonised(ending, front=not front)


def test_what_is_no_ending_stays() -> None:
    assert right_ending("70", "жылы") == "жылы"
    assert harmonised("су", front=True) == "су"
