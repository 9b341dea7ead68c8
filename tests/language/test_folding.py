from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.folding import fold, plain_case, similarity, skeleton


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ҚҰРМЕТТІ  Әріптестер", "курметти ариптестер"),
        ("Ёлкин", "елкин"),
        ("Жаңа өңір, үй, һәм ғылым", "жана онир, уй, хам гылым"),
        ("Plain  Text\u00a0here", "plain text here"),
        ("и\u0306од", "йод"),
    ],
)
def test_folding_forgets_case_yo_kazakh_letters_and_spaces(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_latin_look_alikes_stay_different() -> None:
    assert fold("бiлiм") != fold("білім")


def test_plain_case_keeps_the_letters() -> None:
    assert plain_case("Ғылым  ЁЛКА") == "ғылым ёлка"


def test_the_skeleton_has_letters_and_digits_only() -> None:
    assert skeleton("«Ғылым-2025»: қоры_") == "гылым2025коры"


def test_texts_equal_after_folding_are_wholly_similar() -> None:
    assert similarity("Оңғар", "ОНГАР") == 1
    assert 0.8 < similarity("шаруашылық", "шаруашылк") < 1
    assert similarity("мақала", "xyz") < 0.3
    assert similarity("", "") == 1


def test_long_texts_are_compared_by_their_words() -> None:
    first = "бірінші екінші үшінші " * 2000
    assert similarity(first, first + "төртінші") > 0.99
    assert similarity(first, "басқа сөздер " * 3000) == 0
    assert similarity(first, "") == 0


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert skeleton(skeleton(text)) == skeleton(text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_similarity_is_symmetric_and_between_nought_and_one(a: str, b: str) -> None:
    assert 0 <= similarity(a, b) == similarity(b, a) <= 1
