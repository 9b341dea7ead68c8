"""A pasted line about a person is taken apart in any usual order, and nothing of it vanishes unseen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.importers.pasted_person import LONGEST, PastedPerson, read_people, read_person
from proceedings_editor.model.person import Affiliation, Author

KAZAKH = (
    "Төлегенов Ерасыл Маратұлы",
    "Сарыдала университеті",
    "Қостанай қ.",
    "Қазақстан",
    "e.tolegenov@mail.kz",
)


def affiliation(found: PastedPerson) -> Affiliation:
    (only,) = found.person.affiliations
    return only


@given(st.permutations(KAZAKH), st.sampled_from([", ", "; ", " | ", "\t", ",", "\n"]))
def test_the_order_of_the_pieces_and_their_separator_do_not_matter(pieces: list[str], apart: str) -> None:
    found = read_person(apart.join(pieces), "kk")
    assert found.rest == ()
    assert (found.person.full_name, found.person.email) == (KAZAKH[0], KAZAKH[4])
    where = affiliation(found)
    assert (where.organisation.kk, where.city.kk, where.country.kk) == (
        "Сарыдала университеті",
        "Қостанай",
        "Қазақстан",
    )


def test_a_russian_line_with_degree_title_and_phone() -> None:
    found = read_person(
        "Ахметов А.Б. (a.b@uni.kz), к.б.н., доцент, Северный национальный университет, г. Алматы, "
        "тел. +7 701 123 45 67",
        "kk",
    )
    person = found.person
    assert (person.surname, person.given_name, person.patronymic) == ("Ахметов", "А.", "Б.")
    assert (person.degree.ru, person.post.ru) == ("к.б.н.", "доцент")
    assert (person.email, person.phone) == ("a.b@uni.kz", "+7 701 123 45 67")
    assert affiliation(found).city.ru == "Алматы"
    assert affiliation(found).organisation.kk == ""


def test_an_english_line_has_its_name_in_english_order() -> None:
    found = read_person("Aigerim Nurlanova, PhD student, Northern University, Almaty, ORCID 0000-0002-1825-0097", "kk")
    person = found.person
    assert (person.surname, person.given_name, person.status) == ("Nurlanova", "Aigerim", "doctoral_student")
    assert person.orcid == "0000-0002-1825-0097"
    assert affiliation(found).city.en == "Almaty"


def test_a_city_of_two_words_is_not_taken_for_the_person() -> None:
    found = read_person("Усть Каменогорск, ВКУ, Петров И. И.", "ru")
    assert found.person.surname == "Петров"
    assert (affiliation(found).organisation.ru, affiliation(found).city.ru) == ("ВКУ", "Усть Каменогорск")


def test_a_title_before_the_name_goes_to_its_field() -> None:
    person = read_person("магистрант Смаилова Әсем, Сарыдала университеті", "kk").person
    assert (person.surname, person.given_name, person.status) == ("Смаилова", "Әсем", "masters_student")


def test_a_position_keeps_the_chair_it_is_held_at() -> None:
    found = read_person("Иванова Мария Петровна, доцент кафедры экологии, Степной университет, Костанай", "ru")
    assert (found.person.post.ru, found.rest) == ("доцент кафедры экологии", ())
    assert affiliation(found).organisation.ru == "Степной университет"


@pytest.mark.parametrize(("piece", "left"), [("студент 3 курса", "3 курса"), ("бывший доцент", "бывший")])
def test_words_around_what_was_recognised_are_told_too(piece: str, left: str) -> None:
    assert read_person(f"Иванова Мария Петровна, {piece}, Степной университет", "ru").rest == (left,)


def test_what_no_field_takes_is_told() -> None:
    assert read_person("Ким А. Б., ауыл шаруашылығы мәселелері", "kk").rest == ("ауыл шаруашылығы мәселелері",)


@pytest.mark.parametrize("words", ["", "  ", "просто слова", "1234", ",,;", "@"])
def test_words_without_a_person_name_nobody(words: str) -> None:
    assert all(not found.person.surname for found in read_people(words, "ru"))


def test_each_line_with_a_name_is_a_person_else_all_lines_are_one() -> None:
    several = read_people("1. Ким А. Б., Атырау\n\n2. Цой В. Г., Алматы", "ru")
    assert [found.person.surname for found in several] == ["Ким", "Цой"]
    (one,) = read_people("Ким А. Б.\nСарыдала университеті\nАтырау қаласы", "kk")
    assert affiliation(one).city.kk == "Атырау"


@given(st.text(max_size=300))
def test_any_text_can_be_pasted(words: str) -> None:
    for found in read_people(words, "kk"):
        assert isinstance(found.person, Author)


def test_a_very_long_line_is_cut() -> None:
    found = read_person("Ким А. Б., " + "я" * (10 * LONGEST), "ru")
    assert found.person.surname == "Ким"
    assert sum(map(len, found.rest)) <= LONGEST


@pytest.mark.parametrize(
    ("words", "surname"),
    [
        ("Becker Tom, PhD, Reed University", "Becker"),
        ("Sadykova Aliya Bolatovna, Reed University", "Sadykova"),
        ("Aliya Sadykova, Reed University", "Sadykova"),
        ("Tom BECKER, Reed University", "Becker".upper()),
        ("T. Becker, Reed University", "Becker"),
    ],
)
def test_latin_words_keep_the_order_asked_for_unless_the_name_says_otherwise(words: str, surname: str) -> None:
    assert read_person(words, "en").person.surname == surname


@pytest.mark.parametrize(
    ("words", "degree"),
    [
        ("Omarov D. K., candidate of pedagogical sciences, associate professor", "candidate of pedagogical sciences"),
        ("Omarov D. K., Doctor of Technical Sciences, professor", "Doctor of Technical Sciences"),
    ],
)
def test_degrees_of_kazakhstan_are_known_in_english(words: str, degree: str) -> None:
    assert read_person(words, "en").person.degree.en == degree
