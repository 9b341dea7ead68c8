from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.misreading import HINTS, find_misreading

KAZAKH = "Қазақ халқының өнері, ұлттық әдебиеті және ғылымы үлкен"
OLD_FONT = str.maketrans("әғқңөұүһӘҒҚҢӨҰҮҺ", "јєќѕґўїћЈЄЌЅҐЎЇЋ")


def repaired(shown: str) -> str:
    found = find_misreading(shown)
    assert found is not None
    for start, end, words in reversed(found.pieces):
        assert len(words) == end - start
        shown = shown[:start] + words + shown[end:]
    return shown


def test_kazakh_typed_in_an_old_font_comes_back() -> None:
    assert repaired(KAZAKH.translate(OLD_FONT)) == KAZAKH


def test_the_other_family_of_fonts_is_told_by_its_vowels() -> None:
    other = KAZAKH.translate(OLD_FONT | {ord("ә"): "є", ord("ғ"): "ѓ", ord("ң"): "њ"})
    assert repaired(other) == KAZAKH


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяӘәҒғҚқҢңӨөҰұҮүҺһІі -.,", min_size=1))
def test_cyrillic_bytes_taken_for_western_ones_come_back(words: str) -> None:
    whole = f"хабаршысы {words}"
    shown = whole.encode("kz1048", "ignore").decode("latin-1")
    assert repaired(shown) == whole.encode("kz1048", "ignore").decode("kz1048")


@given(st.text(alphabet=st.characters(exclude_characters=sorted(HINTS))))
def test_a_text_without_a_hint_is_not_misread(words: str) -> None:
    assert find_misreading(words) is None


def test_the_stretch_goes_from_the_first_to_the_last_misread_word() -> None:
    found = find_misreading("Бұл Ќазаќ елі мен заѕы деген")
    assert found is not None
    assert (found.start, found.end, found.accident) == (4, 22, "font")
