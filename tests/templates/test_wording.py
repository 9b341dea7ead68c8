from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.template import Wording
from proceedings_editor.templates.pattern import Piece
from proceedings_editor.templates.wording import (
    Phrase,
    caption,
    codes,
    conference_title,
    date_and_place,
    dated,
    joined,
    labelled,
    page_range,
    printed_number,
    section_heading,
    section_row,
    subsection_heading,
    versions,
)

WORDING = Wording(
    udc=LocalText(kk="ӘОЖ", ru="УДК"),
    conference=LocalText(kk="[«{name}»][ {kind}]", en="[{kind}][ “{name}”]"),
    section=LocalText(kk="Секция {number}[. {names}]", ru="Секция {number}[. {name}]"),
    subsection=LocalText(kk="Секция {parent}. {number}[ {names}]"),
    figure=LocalText(kk="{number}-сурет[ – {caption}]"),
    received=LocalText(kk="Түсті: {date}"),
)
UPPER = Section(
    "s",
    "IV",
    LocalText(kk="Аспан", ru="Небо"),
    (Section("t", "II", LocalText(kk="Жұлдыз", ru="Звезда", en="Star")),),
)
PATH = (UPPER, UPPER.sections[0])


def test_the_conference_is_named_in_one_language_by_its_pattern() -> None:
    collection = Collection(name=LocalText(kk="Дала", en="Steppe"), kind=LocalText(kk="жинағы", en="Proceedings"))
    assert conference_title(collection, WORDING, "kk") == "«Дала» жинағы"
    assert conference_title(collection, WORDING, "en") == "Proceedings “Steppe”"
    assert conference_title(collection, WORDING, "ru") == ""
    assert conference_title(Collection(kind=LocalText(kk="жинағы")), WORDING, "kk") == "жинағы"


@pytest.mark.parametrize("typed", ["«Дала»", "““Дала””", '"Дала"', " «Дала» "])
def test_a_name_typed_in_quotation_marks_is_not_printed_in_two_pairs(typed: str) -> None:
    collection = Collection(name=LocalText(kk=typed, ru=typed), kind=LocalText(kk="жинағы"))
    assert conference_title(collection, WORDING, "kk") == "«Дала» жинағы"
    assert conference_title(collection, WORDING, "ru") == "«Дала»"
    plain = replace(WORDING, conference=LocalText(kk="{name}[. {kind}]"))
    assert conference_title(collection, plain, "kk") == f"{typed}. жинағы"


def test_date_and_place_leave_out_what_is_unknown() -> None:
    held = Collection(first_day=date(2024, 10, 3), place=LocalText(kk="Көксеңгір"))
    assert date_and_place(held, WORDING, "kk") == "3 қазан 2024, Көксеңгір"
    assert date_and_place(replace(held, last_day=date(2024, 10, 5)), WORDING, "kk").startswith("3–5 қазан 2024")
    assert date_and_place(replace(held, first_day=None), WORDING, "kk") == "Көксеңгір"
    assert date_and_place(Collection(), WORDING, "kk") == ""
    official = replace(WORDING, date_style="official")
    assert date_and_place(held, official, "kk") == "2024 жылғы 3 қазан, Көксеңгір"


def test_versions_are_joined_once_each_in_the_order_asked_for() -> None:
    name = LocalText(kk="Тенгиз", ru="Тенгиз", en="Tengiz")
    assert versions(name, WORDING) == (Phrase("Тенгиз", "kk"), Phrase(" / "), Phrase("Tengiz", "en"))
    assert joined(versions(name, WORDING, ("en", "ru"))) == "Tengiz / Тенгиз"
    assert versions(LocalText(), WORDING) == ()


def test_section_headings_join_the_names_and_know_their_languages() -> None:
    heading = section_heading(PATH, WORDING, "kk")
    assert joined(heading) == "Секция IV. Аспан / Небо"
    assert [phrase.language for phrase in heading] == ["kk", "kk", "", "ru"]
    assert joined(section_heading(PATH, WORDING, "ru")) == "Секция IV. Небо"


def test_a_subsection_heading_has_its_parents_number() -> None:
    assert joined(subsection_heading(PATH, WORDING, "kk", ("kk", "ru"))) == "Секция IV. II Жұлдыз / Звезда"
    assert subsection_heading((UPPER,), WORDING, "kk") == ()
    assert section_heading((), WORDING, "kk") == ()


def test_the_information_row_names_the_innermost_section() -> None:
    assert joined(section_row(PATH, WORDING, "kk", ("kk",))) == "IV.II. Жұлдыз"
    assert joined(section_row((UPPER,), WORDING, "kk", ("kk",))) == "IV. Аспан"
    assert section_row((), WORDING, "kk") == ()


def test_names_in_other_languages_than_asked_for_are_better_than_none() -> None:
    assert joined(section_heading(PATH, WORDING, "kk", ("en",))) == "Секция IV. Аспан / Небо"


@pytest.mark.parametrize(
    ("number", "largest", "printed"), [(7, 12, "007"), (70, 999, "070"), (7, 1200, "0007"), (None, 5, "")]
)
def test_numbers_have_as_many_digits_as_the_largest_and_at_least_three(
    number: int | None, largest: int, printed: str
) -> None:
    assert printed_number(number, largest) == printed


def test_page_ranges_have_the_templates_mark() -> None:
    entry = Entry("e", first_page=323, last_page=329)
    assert page_range(entry, WORDING) == "323–329"
    assert page_range(entry, replace(WORDING, page_range="-")) == "323-329"
    assert page_range(replace(entry, last_page=None), WORDING) == "323"
    assert page_range(replace(entry, last_page=323), WORDING) == "323"
    assert page_range(Entry("e", last_page=4), WORDING) == ""


def test_labels_stand_before_codes_and_never_alone() -> None:
    assert labelled(WORDING.udc, codes(("52-1", "", "523")), "kk") == "ӘОЖ 52-1; 523"
    assert labelled(WORDING.udc, codes(("52-1",)), "en") == "ӘОЖ 52-1"
    assert labelled(WORDING.udc, "", "kk") == ""
    assert labelled(LocalText(), "52-1", "kk") == "52-1"


def test_dates_follow_their_pattern() -> None:
    assert dated(WORDING.received, date(2024, 5, 2), WORDING, "kk") == "Түсті: 2 мамыр 2024"
    assert dated(WORDING.received, None, WORDING, "kk") == ""


def test_captions_come_in_pieces_around_the_authors_words() -> None:
    assert caption(WORDING.figure, 2, "Дала", "kk") == (Piece("2-сурет – "), Piece("Дала", "caption"))
    assert caption(WORDING.figure, 2, "", "kk") == (Piece("2-сурет"),)
    assert caption(WORDING.figure, None, "Дала", "kk") == (Piece("Дала", "caption"),)
    assert caption(WORDING.figure, None, "", "kk") == ()
