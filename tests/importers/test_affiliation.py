from __future__ import annotations

import pytest

from proceedings_editor.importers.affiliation import LineParts, line_parts


def test_a_kazakh_line_is_taken_apart_and_its_organisation_put_into_the_nominative() -> None:
    line = "Қаныш Сарыарқа атындағы Көктөбе су университетінің СШ-21-3 студенті, Көктөбе қаласы, Қазақстан Республикасы"
    assert line_parts(line, "kk") == LineParts(
        organisation="Қаныш Сарыарқа атындағы Көктөбе су университеті",
        city="Көктөбе",
        country="Қазақстан Республикасы",
        status="student",
        group="СШ-21-3",
    )


@pytest.mark.parametrize(
    ("genitive", "nominative"),
    [
        ("Дала академиясының", "Дала академиясы"),
        ("Көктөбе колледжінің", "Көктөбе колледжі"),
        ("№5 мектебінің", "№5 мектебі"),
        ("Су зерттеу орталығының", "Су зерттеу орталығы"),
    ],
)
def test_every_kazakh_institution_loses_its_genitive(genitive: str, nominative: str) -> None:
    assert line_parts(f"{genitive} студенті", "kk").organisation == nominative


def test_a_supervisor_line_gives_department_post_degree_and_name() -> None:
    line = "Көктөбе су университетінің «Гидрология, су қоры» кафедрасының аға оқытушысы, т.ғ.м. Жүсіпбек Д."
    assert line_parts(line, "kk", with_name=True) == LineParts(
        organisation="Көктөбе су университеті",
        department="«Гидрология, су қоры» кафедрасы",
        name="т.ғ.м. Жүсіпбек Д.",
        post="аға оқытушы",
        degree="т.ғ.м.",
    )


def test_an_inflected_russian_organisation_is_left_in_the_line() -> None:
    line = "доцент кафедры гидрологии Коктобинского водного университета Ордабаев С. Т., г. Коктобе"
    parts = line_parts(line, "ru", with_name=True)
    assert (parts.organisation, parts.department) == ("", "")
    assert (parts.post, parts.name, parts.city) == ("доцент", "Ордабаев С. Т.", "Коктобе")


def test_an_english_line_loses_the_word_of() -> None:
    parts = line_parts("master's student of the Koktobe Water University, Koktobe, Kazakhstan", "en")
    assert (parts.status, parts.organisation) == ("masters_student", "Koktobe Water University")
    assert (parts.city, parts.country) == ("Koktobe", "Kazakhstan")


def test_an_affiliation_exists_only_where_the_line_names_a_part_of_it() -> None:
    assert line_parts("студент", "ru").affiliation("ru") == ()
    (place,) = line_parts("Институт степи, г. Тасбулак", "ru").affiliation("ru")
    assert (place.organisation.ru, place.city.ru, place.organisation.kk) == ("Институт степи", "Тасбулак", "")
