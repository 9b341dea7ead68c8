from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.sentence import sentence_around


def around(words: str, part: str) -> str:
    start = words.index(part)
    first, last = sentence_around(words, start, start + len(part))
    return words[first:last]


@pytest.mark.parametrize(
    ("words", "part", "sentence"),
    [
        ("Су азаяды [2;5]. Жазда құрғайды. Күзде толады.", "құрғайды", "Жазда құрғайды."),
        ("Су азаяды [2;5]. Жазда құрғайды.", "азаяды", "Су азаяды [2;5]."),
        ("Оны Е. А. Бөкетов ашты. Бұл белгілі.", "Бөкетов", "Оны Е. А. Бөкетов ашты."),
        ("Река (2014–2016 гг.) обмелела. Потом ушла.", "обмелела", "Река (2014–2016 гг.) обмелела."),
        ("Вода ушла… «Куда?» Никто не знал!", "знал", "Никто не знал!"),
        ("бірінші жол\nекінші жол", "екінші", "екінші жол"),
        ("сөз", "сөз", "сөз"),
    ],
)
def test_a_sentence_ends_before_a_capital_and_not_after_an_initial(words: str, part: str, sentence: str) -> None:
    assert around(words, part) == sentence


def test_a_stretch_over_an_end_takes_both_sentences() -> None:
    words = "Бірі келді. Екіншісі кетті. Үшіншісі қалды."
    assert around(words, "келді. Екіншісі") == "Бірі келді. Екіншісі кетті."


@given(st.text("Аб .!\n»", max_size=30), st.data())
def test_the_stretch_is_always_inside(words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    first, last = sentence_around(words, start, end)
    assert 0 <= first <= start
    assert end <= last <= len(words)
