from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.language_slash import join_languages, split_languages


@pytest.mark.parametrize(
    "line",
    [
        "Көктем ғылымы / Весенняя наука / Spring science",
        "Көктем ғылымы/ Весенняя наука /Spring science",
        "Көктем ғылымы/ / Весенняя наука//Spring science",
        "Көктем ғылымы/Весенняя наука/Spring science",
    ],
)
def test_versions_are_found_however_the_slash_is_spaced(line: str) -> None:
    expected = (("kk", "Көктем ғылымы"), ("ru", "Весенняя наука"), ("en", "Spring science"))
    assert split_languages(line) == expected


def test_versions_that_look_alike_go_by_the_usual_order() -> None:
    assert split_languages("Экономика / Экономика / Economics") == (
        ("kk", "Экономика"),
        ("ru", "Экономика"),
        ("en", "Economics"),
    )


@pytest.mark.parametrize("line", ["A/B testing", "Аграрлық өнім", "Енгізу/шығару жүйесі үшін/арнайы құрал"])
def test_a_slash_inside_a_text_does_not_part_it(line: str) -> None:
    assert [text for _, text in split_languages(line)] == [line]


def test_an_inner_slash_stays_where_spaced_slashes_part() -> None:
    versions = split_languages("A/B сынағы құралы / Средство A/B-тестирования")
    assert versions == (("kk", "A/B сынағы құралы"), ("ru", "Средство A/B-тестирования"))


def test_surplus_versions_stay_with_the_last() -> None:
    assert split_languages("Құқық / Право / Law / Recht")[-1] == ("en", "Law / Recht")


def test_nothing_gives_nothing() -> None:
    assert split_languages(" / ") == ()


def test_versions_are_joined_with_one_form_of_slash() -> None:
    assert join_languages(["Құқық", "", "Law"]) == "Құқық / Law"


@given(st.text(max_size=60))
def test_languages_are_named_once_each(line: str) -> None:
    languages = [language for language, _ in split_languages(line) if language]
    assert len(set(languages)) == len(languages)
