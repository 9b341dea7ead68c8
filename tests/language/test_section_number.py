from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.section_number import from_roman, latin_roman, parse_section_heading, to_roman


@pytest.mark.parametrize(("number", "roman"), [(1, "I"), (4, "IV"), (9, "IX"), (33, "XXXIII"), (1994, "MCMXCIV")])
def test_roman_numerals(number: int, roman: str) -> None:
    assert to_roman(number) == roman
    assert from_roman(roman) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "iv", "Z", "IC", "I" * 100])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert from_roman(text) is None


def test_cyrillic_look_alikes_are_read_and_replaced() -> None:
    assert from_roman("ІХ") == 9
    assert latin_roman("ІХ") == "IX"


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_roman_form_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Roman form"):
        to_roman(number)


@given(st.integers(1, 3999))
def test_every_number_is_read_back(number: int) -> None:
    assert from_roman(to_roman(number)) == number


def test_a_heading_in_capitals_is_taken_apart() -> None:
    heading = parse_section_heading("СЕКЦИЯ IV. АУЫЛ ЖӘНЕ СУ ШАРУАШЫЛЫҒЫ/ СЕЛЬСКОЕ И ВОДНОЕ ХОЗЯЙСТВО")
    assert (heading.words, heading.numbers) == ("СЕКЦИЯ", ("IV",))
    assert heading.name("kk") == "АУЫЛ ЖӘНЕ СУ ШАРУАШЫЛЫҒЫ"
    assert heading.name("ru") == "СЕЛЬСКОЕ И ВОДНОЕ ХОЗЯЙСТВО"
    assert heading.name("en") == ""


@pytest.mark.parametrize(
    "line",
    [
        "Секция IV. II Жер құқығы – байлық кепілі/ Земельное право – залог богатства",
        "Секция IV. II Жер құқығы – байлық кепілі/ / Земельное право – залог богатства",
        "Секция IV.II. Жер құқығы – байлық кепілі / Земельное право – залог богатства",
        "Секция\tСекция IV. II Жер құқығы – байлық кепілі / Земельное право – залог богатства",
        "Секция ІV. ІІ Жер құқығы – байлық кепілі / Земельное право – залог богатства",
        "IV.II. Жер құқығы – байлық кепілі / Земельное право – залог богатства",
    ],
)
def test_two_levels_are_read_in_every_form_met(line: str) -> None:
    heading = parse_section_heading(line)
    assert heading.numbers == ("IV", "II")
    assert heading.names == (("kk", "Жер құқығы – байлық кепілі"), ("ru", "Земельное право – залог богатства"))


def test_three_languages_and_arabic_numbers() -> None:
    heading = parse_section_heading("Section 2: Білім / Образование / Education")
    assert (heading.words, heading.numbers) == ("Section", ("2",))
    assert [language for language, _ in heading.names] == ["kk", "ru", "en"]


@pytest.mark.parametrize(
    ("line", "numbers", "name"),
    [
        ("Секция II. XXI ғасыр білімі", ("II",), "XXI ғасыр білімі"),
        ("Секция V Ғылым", ("V",), "Ғылым"),
        ("I am a heading", (), "I am a heading"),
        ("Секция 3. 2030 жылға дейін", ("3",), "2030 жылға дейін"),
        ("Жер құқығы", (), "Жер құқығы"),
    ],
)
def test_only_numbers_of_the_section_are_taken(line: str, numbers: tuple[str, ...], name: str) -> None:
    heading = parse_section_heading(line)
    assert heading.numbers == numbers
    assert [text for _, text in heading.names] == [name]


def test_an_empty_heading_is_empty() -> None:
    heading = parse_section_heading("  ")
    assert (heading.words, heading.numbers, heading.names) == ("", (), ())
