"""The package on real input: what the seed's strings are, without repeating them here."""

from __future__ import annotations

from pathlib import Path

import pytest

from proceedings_editor.language.alphabet import guess_language, share_of_kazakh
from proceedings_editor.language.citation import find_citations, renumber
from proceedings_editor.language.date import parse_date
from proceedings_editor.language.file_name import file_stem
from proceedings_editor.language.identifier import check_isbn, normal_isbn
from proceedings_editor.language.mailbox import check_mailbox
from proceedings_editor.language.mention import find_mentions
from proceedings_editor.language.person_name import (
    initials,
    looks_like_person,
    parse_person_name,
    same_person,
    short_name,
)
from proceedings_editor.language.person_word import find_status, recognise
from proceedings_editor.language.section_number import parse_section_heading
from proceedings_editor.language.transliteration import ascii_latin
from proceedings_editor.language.udc import check_udc, split_udc


@pytest.fixture
def lines(seed: Path) -> list[str]:
    """Give the seed's lines, counted from 1 as its description does."""
    return ["", *seed.read_text(encoding="utf-8").splitlines()]


def value_of(line: str) -> str:
    return line.partition("\t")[2]


def test_the_authors_name_differs_by_a_kazakh_letter(lines: list[str]) -> None:
    row, head = value_of(lines[16]), lines[31]
    assert looks_like_person(row)
    assert looks_like_person(head)
    assert same_person(row, head) == "almost"
    name = parse_person_name(row)
    assert all((name.surname, name.given_name, name.patronymic))
    assert ascii_latin(short_name(name)).endswith(" Zh. N.")
    values = {"number": "070", "surname": name.surname, "initials": initials(name)}
    assert file_stem("{number}_{surname}_{initials}", values).endswith("_zhn")


def test_the_supervisors_line_is_taken_apart(lines: list[str]) -> None:
    found = [(kind, id) for kind, id, _ in recognise(lines[36])]
    assert found == [("role", "supervisor"), ("post", "senior_lecturer"), ("degree", "law_master")]
    name = parse_person_name(lines[36].rpartition(", ")[2])
    assert name.title_words
    assert (len(name.given_name), name.patronymic) == (2, "")


def test_the_cut_supervisors_row_names_no_person(lines: list[str]) -> None:
    assert [kind for kind, _, _ in recognise(value_of(lines[18]))] == ["role"]
    assert not looks_like_person(value_of(lines[18]))


def test_the_status_is_known_in_row_and_head_line(lines: list[str]) -> None:
    assert find_status(value_of(lines[17])) == find_status(lines[35]) == "student"


def test_the_sections_agree_but_for_the_doubled_slash(lines: list[str]) -> None:
    row, level_two = parse_section_heading(value_of(lines[15])), parse_section_heading(lines[25].lstrip("# "))
    level_one = parse_section_heading(lines[23].lstrip("# "))
    assert row == level_two
    assert (level_one.numbers, level_two.numbers) == (("IV",), ("IV", "II"))
    assert [language for language, _ in level_one.names + level_two.names] == ["kk", "ru", "kk", "ru"]


def test_the_udc_line_is_valid(lines: list[str]) -> None:
    label, codes = split_udc(lines[27])
    assert split_udc(value_of(lines[14])) == (label, codes)
    assert [check_udc(code).faults for code in codes] == [()]


def test_date_isbn_and_mailbox_are_read(lines: list[str]) -> None:
    date = parse_date(value_of(lines[10]))
    assert date is not None
    assert (date.language, date.form, date.date.isoformat()) == ("kk", "plain", "2025-04-07")
    assert date.after.startswith(", ")
    assert check_isbn(value_of(lines[11])) is None
    assert normal_isbn(value_of(lines[11])) == value_of(lines[11])
    assert check_mailbox(lines[33].partition("]")[0].lstrip("[")) is None


def test_the_citations_are_seven_plain_and_nine_with_a_page(lines: list[str]) -> None:
    body = "\n".join(lines[38:186])
    found = find_citations(body, "semicolon-page")
    assert [citation.form for citation in found].count("plain") == 7
    assert [citation.form for citation in found].count("semicolon-page") == 9
    assert len(found) == 16
    assert sorted({number for citation in found for number in citation.sources}) == list(range(1, 16))
    back = renumber(renumber(body, {2: 20}, "semicolon-page"), {20: 2}, "semicolon-page")
    assert back == body
    assert find_mentions(body) == ()


def test_the_body_is_kazakh(lines: list[str]) -> None:
    body = "\n".join(lines[38:186])
    assert guess_language(body) == "kk"
    assert 0.14 < share_of_kazakh(body) < 0.18
