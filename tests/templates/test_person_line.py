from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.language.file_name import file_stem
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.template import Wording
from proceedings_editor.templates.person_line import (
    NameForm,
    author_line,
    file_values,
    organisation_lines,
    person_name,
    status_word,
    supervisor_line,
    supervisor_row,
    told_in,
)

WORDING = Wording(
    supervisor=LocalText(kk="Ғылыми жетекшісі", en="Supervisor"),
    author_line=LocalText(kk="[{organisation}][, {status}][, {city}]"),
    supervisor_line=LocalText(kk="{role}: [{post}, ]{name}[, {organisation}]"),
)
STEPPE = Affiliation(organisation=LocalText(kk="Дала университеті"), city=LocalText(kk="Көксеңгір"))
LAKE = Affiliation(organisation=LocalText(kk="Теңіз институты"), city=LocalText(kk="Қамысты"))
AUTHOR = Author(
    surname="Төлегенова", given_name="Ұлжан", patronymic="Ғабитқызы", status="student", affiliations=(STEPPE,)
)
SUPERVISOR = Supervisor(surname="Өтеген", given_name="Б.", post=LocalText(kk="доцент"), affiliations=(STEPPE,))


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("full", "Төлегенова Ұлжан Ғабитқызы"),
        ("surname_initials", "Төлегенова Ұ. Ғ."),
        ("initials_surname", "Ұ. Ғ. Төлегенова"),
    ],
)
def test_names_take_the_form_asked_for(form: NameForm, name: str) -> None:
    assert person_name(AUTHOR, form, "kk") == name


def test_a_single_name_stands_in_every_form() -> None:
    for form in ("full", "surname_initials", "initials_surname"):
        assert person_name(Author(given_name="Ұлжан"), form, "kk") == "Ұлжан"
        assert person_name(Author(), form, "kk") == ""


def test_the_own_latin_form_stands_in_english_print() -> None:
    latin = replace(AUTHOR, latin="Tulegenova U. G.")
    assert person_name(latin, "full", "en") == "Tulegenova U. G."
    assert person_name(latin, "full", "kk") == "Төлегенова Ұлжан Ғабитқызы"
    assert person_name(Author(surname="Smith", latin="Smyth J."), "full", "en") == "Smith"


def test_a_status_is_a_word_of_the_list_or_as_typed() -> None:
    assert status_word(AUTHOR, "ru") == "студент"
    assert status_word(replace(AUTHOR, status="зерттеуші-ғалым"), "ru") == "зерттеуші-ғалым"
    assert status_word(replace(AUTHOR, status=""), "ru") == ""


def test_the_head_line_is_made_of_the_parts() -> None:
    assert author_line(AUTHOR, WORDING, "kk") == "Дала университеті, студент, Көксеңгір"
    assert author_line(Author(surname="Әшім"), WORDING, "kk") == ""


def test_own_wording_replaces_the_pattern_in_its_language_only() -> None:
    own = replace(AUTHOR, line=LocalText(kk="Дала университетінің 3-курс студенті"))
    assert author_line(own, WORDING, "kk") == "Дала университетінің 3-курс студенті"
    assert author_line(own, WORDING, "ru") == "Дала университеті, студент, Көксеңгір"
    assert organisation_lines(own, WORDING, "kk") == ("Дала университетінің 3-курс студенті",)


def test_of_several_affiliations_only_the_first_is_personal() -> None:
    both = replace(AUTHOR, affiliations=(STEPPE, LAKE))
    assert author_line(both, WORDING, "kk") == "Дала университеті, студент, Көксеңгір; Теңіз институты, Қамысты"
    assert organisation_lines(both, WORDING, "kk") == ("Дала университеті, Көксеңгір", "Теңіз институты, Қамысты")


def test_a_supervisor_has_the_role_word_in_the_head_and_not_in_the_table() -> None:
    assert supervisor_line(SUPERVISOR, WORDING, "full", "kk") == (
        "Ғылыми жетекшісі: доцент, Өтеген Б., Дала университеті"
    )
    assert supervisor_row(SUPERVISOR, WORDING, "kk") == "доцент, Өтеген Б., Дала университеті"


def test_the_table_shows_the_parts_although_the_head_has_own_wording() -> None:
    own = replace(SUPERVISOR, line=LocalText(kk="Жетекшісі – доцент Өтеген Б."))
    assert supervisor_line(own, WORDING, "full", "kk") == "Жетекшісі – доцент Өтеген Б."
    assert supervisor_row(own, WORDING, "kk") == "доцент, Өтеген Б., Дала университеті"


def test_the_table_has_the_order_of_the_language_the_parts_are_told_in() -> None:
    wording = replace(
        WORDING, supervisor_line=LocalText(kk="[{organisation}][, {post}][, {name}]", ru="[{name}][, {post}]")
    )
    russian = Supervisor(surname="Ильина", post=LocalText(ru="доцент"))
    assert supervisor_row(russian, wording, "kk") == "Ильина, доцент"
    assert told_in(russian, "kk") == "ru"
    both = replace(russian, post=LocalText(kk="доцент", ru="доцент"))
    assert supervisor_row(both, wording, "kk") == "доцент, Ильина"
    assert told_in(Supervisor(surname="Ильина"), "kk") == "kk"


def test_a_supervisor_nobody_described_prints_nothing() -> None:
    assert supervisor_line(Supervisor(), WORDING, "full", "kk") == ""


def test_file_names_take_the_first_author_and_the_own_latin_form() -> None:
    pattern = "{number}_{surname}_{initials}"
    assert file_stem(pattern, {"number": "070"} | file_values((AUTHOR, Author()))) == "070_tolegenova_ugh"
    latin = replace(AUTHOR, latin="Tulegen U. G.")
    assert file_stem(pattern, {"number": "070"} | file_values((latin,))) == "070_tulegen_ug"
    assert file_stem(pattern, {"number": "070"} | file_values(())) == "070"
