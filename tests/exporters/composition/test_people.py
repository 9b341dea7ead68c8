from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.exporters.composition.element import TextElement, Words
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Affiliation, Author
from proceedings_editor.model.template import HeadElement, People, Template
from tests.exporters.composition.sample import (
    AUTHOR,
    ENTRY,
    SECOND,
    SUPERVISOR,
    THIRD,
    composed,
    conference,
    journal,
)
from tests.exporters.composition.tree import only, part, said

KINDS = ("authors", "emails", "orcids", "affiliations", "supervisors")
ROW = People("row", marks=True, name="surname_initials")
STEPPE_LINE = "Бетпақдала университеті, Ғарыш физикасы кафедрасы, Көксеңгір, Қазақстан"


def _lines(people: People, *authors: Author, kinds: tuple = KINDS, base: Template | None = None) -> list[TextElement]:
    entry = replace(ENTRY, authors=authors, supervisors=(), body=(), references=())
    template = replace(base or conference(), people=people, article=tuple(HeadElement(kind) for kind in kinds))
    return only(part(composed(entry, template), "article"), TextElement)


def _said(lines: list[TextElement]) -> list[str]:
    return [said(line) for line in lines]


def _marks(line: TextElement) -> list[str]:
    return [inline.text for inline in line.inlines if isinstance(inline, Words) and inline.superscript]


# ------------------------------------------------------------------------------------------------------------ lines


def test_in_lines_each_author_is_followed_by_what_is_theirs() -> None:
    assert _said(_lines(People(), AUTHOR, THIRD)) == [
        "Төлегенова Ұлжан Ғабитқызы",
        "ulzhan@example.kz",
        "ORCID 0000-0002-1825-0097",
        "Бетпақдала университеті, Ғарыш физикасы кафедрасы, студент, Көксеңгір, Қазақстан",
        "Әшім Һ.",
        "Бетпақдала университеті, Ғарыш физикасы кафедрасы, студент, Көксеңгір, Қазақстан",
    ]


def test_elements_apart_in_the_template_stay_apart() -> None:
    article = tuple(HeadElement(kind) for kind in ("authors", "title", "emails"))
    template = replace(conference(), article=article)
    entry = replace(ENTRY, authors=(AUTHOR, SECOND))
    styles = [one.style for one in only(part(composed(entry, template), "article"), TextElement)]
    assert styles == ["author", "author", "title", "email", "email"]


def test_own_wording_is_printed_and_leads_back_to_itself() -> None:
    own = replace(AUTHOR, line=LocalText(kk="Бетпақдала университетінің 3-курс студенті"))
    line = _lines(People(), own, kinds=("affiliations",))[0]
    assert said(line) == "Бетпақдала университетінің 3-курс студенті"
    assert (line.source.field, line.inlines[0].source_start) == ("authors.0.line.kk", 0)
    parts = _lines(People(), AUTHOR, kinds=("affiliations",))[0]
    assert (parts.source.field, parts.inlines[0].source_start) == ("authors.0", -1)


def test_an_address_is_a_link_and_leads_back_to_its_field() -> None:
    line = _lines(People(), THIRD, AUTHOR, kinds=("emails",))[0]
    assert line.inlines[0].url == "mailto:ulzhan@example.kz"
    assert line.source.field == "authors.1.email"


def test_only_the_corresponding_authors_address_is_printed_where_one_is_wanted() -> None:
    people = People(emails="corresponding")
    assert _said(_lines(people, AUTHOR, SECOND, kinds=("emails",))) == ["erlan@example.kz"]
    nobody = replace(SECOND, corresponding=False)
    assert _said(_lines(people, THIRD, AUTHOR, nobody, kinds=("emails",))) == ["ulzhan@example.kz"]


# -------------------------------------------------------------------------------------------------------------- row


def test_in_a_row_equal_organisations_are_one_and_marks_tie_them_to_names() -> None:
    lines = _lines(ROW, AUTHOR, SECOND, THIRD, kinds=("authors", "affiliations"))
    assert _said(lines) == [
        "Төлегенова Ұ. Ғ.1, Қараев Е. І.1,2, Әшім Һ.1",
        f"1 {STEPPE_LINE}",
        "2 Теңіз институты, Қамысты, Қазақстан",
    ]
    assert _marks(lines[0]) == ["1", "1,2", "1"]
    assert _marks(lines[1]) == ["1"]


def test_one_organisation_needs_no_marks() -> None:
    lines = _lines(ROW, AUTHOR, THIRD, kinds=("authors", "affiliations"))
    assert _said(lines) == ["Төлегенова Ұ. Ғ., Әшім Һ.", STEPPE_LINE]


def test_an_author_without_organisation_has_no_mark() -> None:
    alone = Author(surname="Құс")
    lines = _lines(ROW, alone, SECOND, kinds=("authors", "affiliations"))
    assert said(lines[0]) == "Құс, Қараев Е. І.1,2"


def test_without_marks_a_row_keeps_what_is_personal_in_the_lines() -> None:
    lines = _lines(replace(ROW, marks=False), AUTHOR, kinds=("authors", "affiliations"))
    assert _said(lines)[1] == "Бетпақдала университеті, Ғарыш физикасы кафедрасы, студент, Көксеңгір, Қазақстан"


def test_an_asterisk_ties_the_one_address_to_its_owner() -> None:
    people = replace(ROW, emails="corresponding", separator="; ")
    lines = _lines(people, AUTHOR, SECOND, kinds=("authors", "emails"))
    assert _said(lines) == ["Төлегенова Ұ. Ғ.1; Қараев Е. І.1,2,*", "*erlan@example.kz"]
    assert _marks(lines[0]) == ["1", "1,2,*"]


def test_addresses_and_orcids_of_a_row() -> None:
    lines = _lines(ROW, AUTHOR, SECOND, kinds=("emails", "orcids"))
    assert _said(lines) == [
        "ulzhan@example.kz, erlan@example.kz",
        "Төлегенова Ұ. Ғ. – ORCID 0000-0002-1825-0097",
    ]
    assert lines[1].inlines[-1].url == "https://orcid.org/0000-0002-1825-0097"
    assert _said(_lines(ROW, AUTHOR, kinds=("orcids",))) == ["ORCID 0000-0002-1825-0097"]


def test_organisations_in_another_language_are_tagged() -> None:
    entry = replace(ENTRY, authors=(AUTHOR, SECOND), body=(), references=())
    template = replace(journal(), article=(HeadElement("affiliations", ("en",)),))
    lines = only(part(composed(entry, template), "article"), TextElement)
    assert said(lines[0]) == "1 Space Physics, Betpaqdala University, Koksengir, Kazakhstan"
    assert lines[0].inlines[-1].language == "en"


# ----------------------------------------------------------------------------------------------------------- others


@pytest.mark.parametrize("people", [People(), ROW, People("row", emails="corresponding")])
def test_nobody_and_people_without_anything_print_nothing(people: People) -> None:
    assert _lines(people) == []
    assert _lines(people, Author(), Author(affiliations=(Affiliation(),))) == []


def test_supervisors_have_the_role_word_or_their_own_line() -> None:
    own = replace(SUPERVISOR, line=LocalText(kk="Жетекшісі – ф.-м.ғ.к. Өтеген Б. Қ."))
    entry: Entry = replace(ENTRY, supervisors=(SUPERVISOR, own))
    template = replace(conference(), article=(HeadElement("supervisors"),))
    first, second = only(part(composed(entry, template), "article"), TextElement)
    assert said(first).startswith("Ғылыми жетекшісі: Бетпақдала университеті")
    assert "Өтеген Б. Қ." in said(first)
    assert first.source.field == "supervisors.0"
    assert said(second) == "Жетекшісі – ф.-м.ғ.к. Өтеген Б. Қ."
    assert second.source.field == "supervisors.1.line.kk"
