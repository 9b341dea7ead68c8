"""Settling readings: what can be taken as it is, and what only a person can choose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from proceedings_editor.app.session import Session
from proceedings_editor.app.settling import field_at, keep_field, take_reading, where_found
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.path import value_at
from proceedings_editor.model.reading import Reading
from proceedings_editor.texts import text
from tests.app.sample import copied_sample, opened


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return opened(copied_sample(tmp_path))


def with_readings(session: Session, *readings: Reading) -> Entry:
    session.apply(SetField("tynaigan", "readings", readings, text("Change")))
    return entry_of(session)


def entry_of(session: Session) -> Entry:
    entry = session.entry("tynaigan")
    assert entry
    return entry


@pytest.mark.parametrize(
    ("path", "words", "value"),
    [
        ("authors.0.surname", "Жолдыбаева", "Жолдыбаева"),
        ("title.kk", "Тақырып", "Тақырып"),
        ("number", "012", 12),
        ("udc", "51; 52", ("51", "52")),
        ("keywords.ru", "соль, снег", ("соль", "снег")),
        ("udc.0", "53", "53"),
        ("udc", "УДК 51; 52", ("51", "52")),
        ("udc.0", "UDC 53", "53"),
        ("irsti", "МРНТИ 10.15.01", ("10.15.01",)),
    ],
)
def test_a_reading_taken_becomes_the_value(session: Session, path: str, words: str, value: object) -> None:
    reading = Reading(path, words, "head", 4)
    edit = take_reading(with_readings(session, reading), reading)
    assert edit
    session.apply(edit)
    assert value_at(entry_of(session), path) == value
    assert not entry_of(session).readings


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("section", "Секция IV"),
        ("authors", "Екінші автор"),
        ("number", "жетінші"),
        ("collection.isbn", "978"),
        ("template.note", "Ескерту"),
        ("authors.9.email", "a@example.kz"),
        ("references.0", "7"),
    ],
)
def test_what_cannot_simply_be_taken_is_not_offered(session: Session, path: str, words: str) -> None:
    reading = Reading(path, words, "head", 4)
    assert take_reading(with_readings(session, reading), reading) is None


def test_keeping_the_field_drops_that_reading_only(session: Session) -> None:
    first, second = Reading("number", "7", "head", 1), Reading("number", "8", "table row 6", 2)
    entry = with_readings(session, first, second)
    session.apply(keep_field(entry, first))
    assert entry_of(session) == replace(entry, readings=(second,))


def test_paths_lead_to_their_field() -> None:
    found = {path: field_at(path) for path in ("authors.0.affiliations.1.city.kk", "collection.name.ru", "nothing")}
    assert [field.label.key if field else None for field in found.values()] == ["City", "Conference title", None]


@pytest.mark.parametrize(
    ("place", "line", "words", "button"),
    [
        ("head", 29, "In the article, line 29 of the file, stands: “7”", "Take from the article"),
        ("table row 9", 3, "In the information table, line 3 of the file, stands: “7”", "Take from the table"),
        ("head", 0, "In the article stands: “7”", "Take from the article"),
    ],
)
def test_where_a_reading_was_found_is_told(place: str, line: int, words: str, button: str) -> None:
    found = where_found(Reading("number", "7", place, line))
    assert tuple(one.in_language("en") for one in found) == (words, button)
