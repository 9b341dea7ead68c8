from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.name_likeness import name_likeness
from proceedings_editor.language.person_name import PersonName, parse_person_name


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("Төлегенов Ерасыл", "ТӨЛЕГЕНОВ ЕРАСЫЛ", "same"),
        ("Семёнова Н. С.", "Семенова Н.С.", "same"),
        ("Е. М. Төлегенов", "Төлегенов Е. М.", "same"),
        ("Айна Маратқызы", "Айна Марат қызы", "same"),
        ("Ерасыл Төлеген", "Төлеген Ерасыл", "same"),
        ("Төлегенов Е. М.", "Төлегенов Ерасыл Маратұлы", "abbreviated"),
        ("Семёнова Н.", "Семенова Н. С.", "abbreviated"),
        ("Төлегенов Ерасыл", "Төлегенов Ерасыл Маратұлы", "abbreviated"),
        ("Төлегенов Ерасыл", "Толегенов Ерасыл", "almost"),
        ("Жанғалиев А. С.", "Жангалиев Асан", "almost"),
        ("Орлова Наталья", "Орлова Наталия", "almost"),
        ("Erasyl Tolegenov", "Төлегенов Ерасыл", "almost"),
        ("Серіков А. Б.", "Серіков А. В.", "different"),
        ("Петров А.", "Петрова А.", "different"),
        ("Ким А.", "Цой А.", "different"),
        ("Ким", "", "different"),
    ],
)
def test_spellings_are_told_apart_as_people_do(a: str, b: str, likeness: str) -> None:
    assert name_likeness(a, b) == likeness
    assert name_likeness(b, a) == likeness
    assert name_likeness(parse_person_name(a), b) == likeness


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("Төлегенов Ерасыл Маратұлы", "Төлегенов Ерасыл Маратұлының", "same"),
        ("Е. М. Төлегенов", "Е. М. Төлегеновтің", "same"),
        ("Төлегенов Ерасыл", "Төлегенов Ерасылға", "same"),
        ("Орлова Вера", "Орлова Вераның", "same"),
        ("Төлегенов Е.", "Е. М. Төлегеновпен", "abbreviated"),
        ("Толегенов Ерасыл", "Төлегенов Ерасылдан", "almost"),
        ("Петров Иван Львович", "Петрова Ивана Львовича", "same"),
        ("Орлова Анна Павловна", "Орловой Анны Павловны", "same"),
        ("Толстой Лев Николаевич", "Толстому Льву Николаевичу", "same"),
        ("Петров Иван Львович", "Петрова Игоря Львовича", "different"),
        ("Александров Олег Ильич", "Александрова Олега Ильича", "same"),
        ("Петров Александр", "Петрова Александра", "almost"),
        ("Серік Ай", "Серік Айда", "different"),
    ],
)
def test_a_case_ending_is_no_other_name(a: str, b: str, likeness: str) -> None:
    assert name_likeness(a, b) == likeness
    assert name_likeness(b, a) == likeness


words = st.text(alphabet="абвғқіоұеёaehz", min_size=2, max_size=8).map(str.capitalize)
names = st.builds(PersonName, words, words, words | st.just(""))


@given(names)
def test_a_name_is_itself_and_more_than_its_initials(name: PersonName) -> None:
    assert name_likeness(name, name) == "same"
    assert name_likeness(name, replace(name, given_name=f"{name.given_name[0]}.", patronymic="")) == "abbreviated"


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_order_of_two_texts_does_not_matter(a: str, b: str) -> None:
    assert name_likeness(a, b) == name_likeness(b, a)
