from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.alphabet import KAZAKH
from proceedings_editor.language.transliteration import SHORT, ascii_latin


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Жаңғали Ш. Ж.", "Zhangghali Sh. Zh."),
        ("ЖАҢҒАЛИ", "ZHANGGHALI"),
        ("ОРАЗ Ж.", "ORAZ Zh."),
        ("Щукина Юлия", "Shchukina Yuliya"),
        ("Құдайберген Өмірұлы", "Qudaybergen Omiruly"),
        ("Объезд, пень, ёж", "Obezd, pen, yozh"),
        ("Іңкәр һәм Ұлан", "Ingkar ham Ulan"),
        ("Їжак Ўзбек", "Izhak Uzbek"),
        ("Müller – Łódź", "Muller - Lodz"),
        ("№ 5 «Сөз»", 'No 5 "Soz"'),
        ("中文 ok", " ok"),
    ],
)
def test_letters_become_ascii_by_the_table(text: str, latin: str) -> None:
    assert ascii_latin(text) == latin


def test_the_short_table_spares_letters() -> None:
    assert ascii_latin("Жаңғали", SHORT) == "Zhangali"


def test_a_decomposed_letter_is_the_same_letter() -> None:
    assert ascii_latin("И\u0306од") == ascii_latin("Йод") == "Yod"


def test_every_letter_of_the_alphabet_but_the_signs_has_a_latin_form() -> None:
    silent = {letter for letter in KAZAKH if not ascii_latin(letter)}
    assert silent == set("ъь")


@given(st.text())
def test_the_result_is_ascii(text: str) -> None:
    assert ascii_latin(text).isascii()


@given(st.text(alphabet=KAZAKH))
def test_small_letters_stay_small_and_capitals_capital(word: str) -> None:
    assert ascii_latin(word).islower() or not ascii_latin(word)
    if len(word) > 1:
        assert ascii_latin(word.upper()) == ascii_latin(word).upper()
