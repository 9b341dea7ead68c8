"""How values are typed and read back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.app.field_text import status_text, text_of_field
from proceedings_editor.model.fields import Field, field_of

WORD = st.text("абвқңі, xyz-", min_size=1).map(str.strip).filter(lambda word: word.strip(", "))


def field(kind: str) -> Field:
    return Field("entry", "x", field_of("entry", "doi").label, kind)  # type: ignore[arg-type]


@given(st.lists(WORD.filter(lambda word: not word.startswith(",") and not word.endswith(","))).map(tuple))
def test_words_read_back_as_they_were_written(value: tuple[str, ...]) -> None:
    form = text_of_field(field("words"))
    assert form.read(form.write(value)) == value


@given(st.none() | st.integers(0, 999_999_999))
def test_numbers_read_back(value: int | None) -> None:
    form = text_of_field(field("number"))
    assert form.read(form.write(value)) == value


@given(st.none() | st.decimals(0, 100, places=2))
def test_decimals_read_back(value: Decimal | None) -> None:
    form = text_of_field(field("decimal"))
    assert form.read(form.write(value)) == value


@given(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_dates_read_back(value: date | None) -> None:
    form = text_of_field(field("date"))
    assert form.read(form.write(value)) == value


@pytest.mark.parametrize("kind", ["number", "decimal", "date"])
@given(words=st.text())
def test_any_words_give_a_value_or_a_plain_refusal(kind: str, words: str) -> None:
    form = text_of_field(field(kind))
    try:
        value = form.read(words)
    except ValueError:
        return
    assert form.read(form.write(value)) == value


@pytest.mark.parametrize("words", ["12a", "-1", "٣", "1.5", "9" * 12])
def test_what_is_no_number_is_refused(words: str) -> None:
    with pytest.raises(ValueError):
        text_of_field(field("number")).read(words)


@pytest.mark.parametrize("words", ["31.02.2026", "7.04", "7.04.2026, Атырау", "7–8 сәуір 2026", "ертең"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(ValueError):
        text_of_field(field("date")).read(words)


def test_a_day_may_be_written_in_words() -> None:
    assert text_of_field(field("date")).read("7 сәуір 2026") == date(2026, 4, 7)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_status_is_shown_in_the_windows_language_and_other_words_stay(language: str) -> None:
    form = status_text(language)
    assert form.read(form.write("doctoral_student")) == "doctoral_student"
    assert form.read("аға оқытушы") == "аға оқытушы"
