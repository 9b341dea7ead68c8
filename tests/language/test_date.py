from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.date import (
    find_dates,
    format_date,
    format_date_range,
    impossible_date,
    month_name,
    parse_date,
    typed_date,
)

DAY = datetime.date(2025, 4, 7)


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("7 сәуір 2025", "kk", "plain"),
        ("7 сәуір 2025 ж.", "kk", "plain"),
        ("7 сәуірде 2025 жылы", "kk", "plain"),
        ("2025 жылғы 7 сәуір", "kk", "official"),
        ("2025 жылғы 7 сәуірдегі", "kk", "official"),
        ("2025 жылы 7 сәуірде", "kk", "official"),
        ("2025 ж. 7 сәуір", "kk", "official"),
        ("2025 жылғы 7 - сәуірде", "kk", "official"),
        ("7 апреля 2025 г.", "ru", "plain"),
        ("«7» апреля 2025 года", "ru", "plain"),
        ("7 Апреля 2025", "ru", "plain"),
        ("7 апрель 2025", "ru", "plain"),
        ("7 April 2025", "en", "plain"),
        ("7th of April, 2025", "en", "plain"),
        ("7 Apr. 2025", "en", "plain"),
        ("April 7, 2025", "en", "month-first"),
        ("April 7th 2025", "en", "month-first"),
        ("07.04.2025", "", "numeric"),
        ("7.4.2025", "", "numeric"),
        ("07.04.2025 г.", "", "numeric"),
        ("2025-04-07", "", "iso"),
        ("7\u00a0сәуір\u00a02025", "kk", "plain"),
    ],
)
def test_a_day_is_read_in_every_form_met(text: str, language: str, form: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert (found.date, found.last, found.wording) == (DAY, DAY, text)
    assert (found.language, found.form) == (language, form)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("7–8 сәуір 2025", (2025, 4, 7), (2025, 4, 8)),
        ("2025 жылғы 7-8 сәуір", (2025, 4, 7), (2025, 4, 8)),
        ("30 сәуір – 2 мамыр 2025 ж.", (2025, 4, 30), (2025, 5, 2)),
        ("7 – 8 апреля 2025 г.", (2025, 4, 7), (2025, 4, 8)),
        ("30 апреля – 2 мая 2025 г.", (2025, 4, 30), (2025, 5, 2)),
        ("30 декабря 2024 г. – 2 января 2025 г.", (2024, 12, 30), (2025, 1, 2)),
        ("7th–8th April 2025", (2025, 4, 7), (2025, 4, 8)),
        ("April 30 – May 2, 2025", (2025, 4, 30), (2025, 5, 2)),
        ("April 7–8, 2025", (2025, 4, 7), (2025, 4, 8)),
        ("07–08.04.2025", (2025, 4, 7), (2025, 4, 8)),
        ("07.04.2025 - 08.04.2025", (2025, 4, 7), (2025, 4, 8)),
        ("2025-04-07/2025-04-08", (2025, 4, 7), (2025, 4, 8)),
    ],
)
def test_a_range_of_days_is_read(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.wording == text
    assert (found.date, found.last) == (datetime.date(*first), datetime.date(*last))
    assert found.is_range


def test_what_stands_around_a_date_is_kept() -> None:
    found = parse_date("Өткізілген күні: 7 сәуір 2025, Көкжар")
    assert found is not None
    assert (found.before, found.wording, found.after) == ("Өткізілген күні: ", "7 сәуір 2025", ", Көкжар")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "сәуір 2025",
        "7 сәуір",
        "342.4(574)",
        "192.168.10.2025",
        "1.17 апреля 2025а",
        "7 маятник 2025",
        "47 сәуір 20255",
        "12-2025-04-07",
    ],
)
def test_what_is_no_complete_date_is_none(text: str) -> None:
    assert parse_date(text) is None
    assert impossible_date(text) == ""


@pytest.mark.parametrize("text", ["31 сәуір 2025", "30 февраля 2024 г.", "29 February 2023", "32.01.2025", "1.13.2025"])
def test_a_day_the_calendar_lacks_is_told_apart(text: str) -> None:
    assert parse_date(text) is None
    assert impossible_date(f"({text})") == text


def test_all_dates_of_a_text_are_found_in_order() -> None:
    text = "Заң 2008 жылғы 20 қазанда қабылданып, 01.01.2009 күшіне енді; amended on 3 May 2012."
    assert [found.date.year for found in find_dates(text)] == [2008, 2009, 2012]


def test_dates_are_written_in_each_language() -> None:
    assert format_date(DAY, "kk") == "7 сәуір 2025"
    assert format_date(DAY, "kk", "official") == "2025 жылғы 7 сәуір"
    assert format_date(DAY, "ru") == "7 апреля 2025 г."
    assert format_date(DAY, "en") == "7 April 2025"
    assert month_name(12, "kk") == "желтоқсан"


def test_ranges_are_written_as_short_as_they_go() -> None:
    def written(first: tuple[int, int, int], last: tuple[int, int, int], language: str, style: str = "plain") -> str:
        return format_date_range(datetime.date(*first), datetime.date(*last), language, style)

    assert written((2025, 4, 7), (2025, 4, 7), "kk") == "7 сәуір 2025"
    assert written((2025, 4, 7), (2025, 4, 8), "kk") == "7–8 сәуір 2025"
    assert written((2025, 4, 7), (2025, 4, 8), "kk", "official") == "2025 жылғы 7–8 сәуір"
    assert written((2025, 4, 30), (2025, 5, 2), "ru") == "30 апреля – 2 мая 2025 г."
    assert written((2024, 12, 30), (2025, 1, 2), "en") == "30 December 2024 – 2 January 2025"


languages = st.sampled_from(("kk", "ru", "en"))
styles = st.sampled_from(("plain", "official"))


@given(st.dates(), languages, styles)
def test_a_written_date_is_read_back(date: datetime.date, language: str, style: str) -> None:
    found = parse_date(f"x ({format_date(date, language, style)})")
    assert found is not None
    assert (found.date, found.language) == (date, language)


@given(st.dates(), st.integers(0, 800), languages, styles)
def test_a_written_range_is_read_back(first: datetime.date, days: int, language: str, style: str) -> None:
    last = min(first, datetime.date(9990, 1, 1)) + datetime.timedelta(days)
    found = parse_date(format_date_range(first, last, language, style))
    assert found is not None
    assert (found.date, found.last) == (first, last)


@pytest.mark.parametrize(
    "words", ["14.05.2027", "14.5.2027", "14.05.27", "14/05/2027", "14-05-27", " 2027-05-14 ", "14 мая 2027 г."]
)
def test_a_day_is_understood_as_people_type_it(words: str) -> None:
    assert typed_date(words, is_finished=False) == datetime.date(2027, 5, 14)


@pytest.mark.parametrize("words", ["14.05.20", "14.05.19"])
def test_the_beginning_of_a_year_is_no_year_until_typing_ends(words: str) -> None:
    assert typed_date(words, is_finished=False) is None
    assert typed_date(words, is_finished=True) == datetime.date(2000 + int(words[-2:]), 5, 14)


@pytest.mark.parametrize(
    "words", ["", "31.02.27", "14.05/27", "14.05.2", "14.05.027", "14.13.2027", "14.05.27, Атырау"]
)
def test_what_is_no_whole_day_is_none(words: str) -> None:
    assert typed_date(words, is_finished=True) is None
