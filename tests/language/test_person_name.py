from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.person_name import (
    PersonName,
    initials,
    looks_like_person,
    parse_person_name,
    same_person,
    short_name,
)


@pytest.mark.parametrize(
    ("text", "surname", "given_name", "patronymic"),
    [
        ("Төлегенов Ерасыл Маратұлы", "Төлегенов", "Ерасыл", "Маратұлы"),
        ("ТӨЛЕГЕНОВ ЕРАСЫЛ МАРАТҰЛЫ", "ТӨЛЕГЕНОВ", "ЕРАСЫЛ", "МАРАТҰЛЫ"),
        ("Төлегенова Айна Марат қызы", "Төлегенова", "Айна", "Марат қызы"),
        ("Орлова Вера Павловна", "Орлова", "Вера", "Павловна"),
        ("Вера Павловна Орлова", "Орлова", "Вера", "Павловна"),
        ("Төлегенов Е. М.", "Төлегенов", "Е.", "М."),
        ("Е. М. Төлегенов", "Төлегенов", "Е.", "М."),
        ("Е.М.Төлегенов", "Төлегенов", "Е.", "М."),
        ("Төлегенов Е.", "Төлегенов", "Е.", ""),
        ("Төлегенов Е М", "Төлегенов", "Е.", "М."),
        ("Дж. К. Садық", "Садық", "Дж.", "К."),
        ("Н. Ким.", "Ким", "Н.", ""),
        ("Әлі-Серік Айна", "Әлі-Серік", "Айна", ""),
        ("Ерасыл Төлегенов", "Төлегенов", "Ерасыл", ""),
        ("Толстой Лев", "Толстой", "Лев", ""),
        ("Айна Маратқызы", "", "Айна", "Маратқызы"),
        ("Маратқызы Айна", "Маратқызы", "Айна", ""),
        ("Мамедов Али Гасан оглы", "Мамедов", "Али", "Гасан оглы"),
        ("Erasyl Tolegenov", "Tolegenov", "Erasyl", ""),
        ("Tolegenov Erasyl", "Tolegenov", "Erasyl", ""),
        ("TOLEGEN Erasyl", "TOLEGEN", "Erasyl", ""),
        ("Tolegenov E. M.", "Tolegenov", "E.", "M."),
        ("Anna M. Brown", "Brown", "Anna", "M."),
        ("Brown, Anna", "Brown", "Anna", ""),
        ("Ludwig van Hoven", "van Hoven", "Ludwig", ""),
        ("Orazov Zhandos Muratuly", "Orazov", "Zhandos", "Muratuly"),
        ("Төлегенов Ерасыл М.", "Төлегенов", "Ерасыл", "М."),
        ("Төлегенов Е. М. және т.б.", "Төлегенов", "Е.", "М."),
        ("Ким", "Ким", "", ""),
        ("", "", "", ""),
    ],
)
def test_a_name_is_taken_apart(text: str, surname: str, given_name: str, patronymic: str) -> None:
    assert parse_person_name(text) == PersonName(surname, given_name, patronymic)


def test_words_beside_a_name_are_kept_apart_from_it() -> None:
    assert parse_person_name("з.ғ.м. Семёнова Н.") == PersonName("Семёнова", "Н.", "", ("з.ғ.м.",))
    assert parse_person_name("Семёнова Н. С., PhD, доцент") == PersonName("Семёнова", "Н.", "С.", ("PhD", "доцент"))


def test_short_forms() -> None:
    name = parse_person_name("Төлегенов Ерасыл Маратұлы")
    assert initials(name) == "Е. М."
    assert initials(name, spaced=False) == "Е.М."
    assert short_name(name) == "Төлегенов Е. М."
    assert short_name(name, spaced=False) == "Төлегенов Е.М."
    assert name.full == "Төлегенов Ерасыл Маратұлы"


def test_short_forms_of_unusual_names() -> None:
    assert short_name(PersonName("Лебрен", "Жан-Поль")) == "Лебрен Ж.-П."
    assert short_name(PersonName("Orazov", "Zh.", "M.")) == "Orazov Zh. M."
    assert short_name(PersonName("", "Айна", "Маратқызы")) == "Айна Маратқызы"
    assert short_name(PersonName("Ким")) == "Ким"
    assert initials(PersonName("Ким")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Төлегенов Ерасыл Маратұлы",
        "ТӨЛЕГЕНОВ ЕРАСЫЛ МАРАТҰЛЫ",
        "Төлегенов Е. М.",
        "Е.М. Төлегенов",
        "ИВАНОВ И. И.",
        "Anna Brown",
        "PhD, доцент Орлова В. П.",
        "Ludwig van Hoven",
        "Қаланов Серік",
    ],
)
def test_a_name_looks_like_a_person(text: str) -> None:
    assert looks_like_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ким",
        "Көктем университеті",
        "Атырау қаласы",
        "Қазақстан Республикасы",
        "АУЫЛ ШАРУАШЫЛЫҒЫНЫҢ НЕГІЗДЕРІ",
        "СОВРЕМЕННАЯ ЭКОНОМИКА",
        "кафедрасының аға оқытушысы",
        "name@mail.kz",
        "ӘОЖ 34",
        "Ж. Н.",
        "Кіріспе",
        "Бұл мақалада ауыл туралы айтылады",
        "a" * 99 + "_",
    ],
)
def test_other_lines_do_not_look_like_a_person(text: str) -> None:
    assert not looks_like_person(text)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Төлегенов Ерасыл", "ТӨЛЕГЕНОВ ЕРАСЫЛ", "same"),
        ("Төлегенов Е. М.", "Төлегенов Ерасыл Маратұлы", "same"),
        ("Төлегенов Е.", "Е. М. Төлегенов", "same"),
        ("Семёнова Н.", "Семенова Н. С.", "same"),
        ("Айна Маратқызы", "Айна Марат қызы", "same"),
        ("Ерасыл Төлеген", "Төлеген Ерасыл", "same"),
        ("Төлегенов Ерасыл", "Толегенов Ерасыл", "almost"),
        ("Орлова Наталья", "Орлова Наталия", "almost"),
        ("Жанғалиев Асан", "Жангалиев Асан", "almost"),
        ("Қайрат Ж.", "Кайрат Ж.", "almost"),
        ("Erasyl Tolegenov", "Төлегенов Ерасыл", "almost"),
        ("Семёнова Н.", "Семёнова С.", "different"),
        ("Серіков А. Б.", "Серіков А. В.", "different"),
        ("Петров А.", "Петрова А.", "different"),
        ("Ким А.", "Цой А.", "different"),
        ("Ким", "", "different"),
        ("", "", "different"),
    ],
)
def test_names_are_compared_as_people_do(a: str, b: str, verdict: str) -> None:
    assert same_person(a, b) == verdict
    assert same_person(b, a) == verdict
    assert same_person(parse_person_name(a), b) == verdict


words = st.text(alphabet="абвғқіоұеaehz", min_size=2, max_size=8).map(str.capitalize)


@given(words, words)
def test_a_person_is_the_same_as_its_short_form(surname: str, given_name: str) -> None:
    name = PersonName(surname, given_name)
    assert same_person(name, name) == "same"
    assert same_person(name, PersonName(surname, initials(name))) == "same"
