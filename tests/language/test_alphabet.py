from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.alphabet import (
    ALPHABETS,
    guess_language,
    script_of,
    share_of_kazakh,
    sort_key,
)


def in_order(names: list[str], language: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, language))


def test_the_alphabets_are_complete() -> None:
    assert {language: len(letters) for language, letters in ALPHABETS.items()} == {"kk": 42, "ru": 33, "en": 26}


def test_kazakh_names_stand_in_the_order_of_the_kazakh_alphabet() -> None:
    names = ["Ұлан", "Өмір", "Оразов", "Әсел", "Ғалым", "Гүл", "Ңұр", "Қайрат", "Карим", "Іңкәр", "Ысқақ", "Азат"]
    expected = ["Азат", "Әсел", "Гүл", "Ғалым", "Карим", "Қайрат", "Ңұр", "Оразов", "Өмір", "Ұлан", "Ысқақ", "Іңкәр"]
    assert in_order(names, "kk") == expected


def test_yo_counts_as_ye_in_russian_and_follows_it_in_kazakh() -> None:
    names = ["Ёлкин", "Ежов", "Емелин"]
    assert in_order(names, "ru") == ["Ежов", "Ёлкин", "Емелин"]
    assert in_order(names, "kk") == ["Ежов", "Емелин", "Ёлкин"]
    assert in_order(["всё", "все"], "ru") == ["все", "всё"]


def test_a_shorter_surname_stands_before_a_longer_one_and_marks_do_not_count() -> None:
    names = ["Ким-Ли А.", "Кимов А.", "Ким Б.", "Ким А."]
    assert in_order(names, "ru") == ["Ким А.", "Ким Б.", "Ким-Ли А.", "Кимов А."]


def test_the_languages_own_script_comes_first() -> None:
    names = ["Zhukova", "Абаев", "Adams", "1-бөлім"]
    assert in_order(names, "kk") == ["1-бөлім", "Абаев", "Adams", "Zhukova"]
    assert in_order(names, "en") == ["1-бөлім", "Adams", "Zhukova", "Абаев"]


def test_accented_latin_letters_stand_beside_their_plain_ones() -> None:
    assert in_order(["Eton", "Éva", "Fox"], "en") == ["Eton", "Éva", "Fox"]


def test_composed_and_decomposed_letters_sort_alike() -> None:
    assert sort_key("Йод", "ru")[:2] == sort_key("И\u0306од", "ru")[:2]


@pytest.mark.parametrize(
    ("char", "script"),
    [("ғ", "Cyrillic"), ("Ё", "Cyrillic"), ("ə", "Latin"), ("i", "Latin"), ("І", "Cyrillic"), ("7", ""), ("«", "")],
)
def test_the_script_of_a_letter(char: str, script: str) -> None:
    assert script_of(char) == script


def test_kazakh_text_shows_by_its_letters() -> None:
    assert share_of_kazakh("Ауылдағы жаңа кітапхана туралы әңгіме") > 0.15
    assert share_of_kazakh("Рассказ о новой сельской библиотеке") == 0
    assert share_of_kazakh("A tale of a library") == 0
    assert share_of_kazakh("") == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ауыл шаруашылығының цифрлануы", "kk"),
        ("Цифровизация сельского хозяйства", "ru"),
        ("Digitalisation of agriculture", "en"),
        ("Творчество Әбіша Кекілбаева в школе и в вузе: анализ прозы и поэзии", "ru"),
        ("Экономика мен сауда туралы", "kk"),
        ("PhD докторант", "ru"),
        ("2025–2026, № 4", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_line(text: str, language: str) -> None:
    assert guess_language(text) == language


@given(st.lists(st.text(max_size=20), max_size=8), st.sampled_from(("kk", "ru", "en")))
def test_sorting_keeps_every_text_and_is_a_total_order(texts: list[str], language: str) -> None:
    once = in_order(texts, language)
    assert sorted(once) == sorted(texts)
    assert in_order(once[::-1], language) == once
