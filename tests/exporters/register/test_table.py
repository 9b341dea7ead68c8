"""The register, read again by the spreadsheet library and by the CSV reader."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from proceedings_editor.app.register import write_register
from proceedings_editor.cli.main import run
from proceedings_editor.errors import UsageError
from proceedings_editor.exporters.register.row import COLUMNS, rows
from proceedings_editor.exporters.register.table import register_csv, register_xlsx
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.resources import shipped
from tests.rules.sample import COLLECTION, author, entry, workspace

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


def sheet(data: bytes) -> list[tuple[object, ...]]:
    book = load_workbook(io.BytesIO(data))
    assert book.active is not None
    return list(book.active.iter_rows(values_only=True))


def lines(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def register(*entries: Entry) -> tuple[list[tuple[object, ...]], list[list[str]]]:
    return (
        sheet(register_xlsx(rows(entries, COLLECTION, "kk"), "kk")),
        lines(register_csv(rows(entries, COLLECTION, "kk"), "kk")),
    )


def column(head: str) -> int:
    return next(place for place, one in enumerate(COLUMNS) if str(one.head) == head)


def test_numbers_days_and_people_stand_in_their_columns() -> None:
    told = replace(entry(), received=date(2026, 3, 1), originality=Decimal("76.5"))
    (head, row), (csv_head, csv_row) = register(told)
    assert head[column("Authors")] == csv_head[column("Authors")] == "Авторлар"
    assert row[column("Publication number")] == 12
    assert csv_row[column("Publication number")] == "12"
    assert row[column("Authors")] == "Сәрсенова Әлия Бекқызы"
    assert row[column("Section")] == "IV. Құқық"
    assert row[column("Subsection")] == "II. Су құқығы"
    assert str(row[column("Date received")]).startswith("2026-03-01")
    assert csv_row[column("Date received")] == "2026-03-01"
    assert row[column("Originality, %")] == 76.5


def test_private_facts_stay_at_home() -> None:
    private = entry(authors=(author(phone="+7 700 123 45 67"),))
    assert "700" not in register_csv(rows([private], COLLECTION, "kk"), "kk").decode()
    assert all("700" not in str(value) for value in sheet(register_xlsx(rows([private], COLLECTION, "kk"), "kk"))[1])


@given(WORDS)
@example('=HYPERLINK("http://x","y")')
@example("+7")
@example("@SUM(A1)")
@example("-2+3")
@example("\x00\x0b")
def test_no_text_becomes_a_formula(words: str) -> None:
    spoilt = entry(title=LocalText(kk=words), authors=(author(surname=words),))
    book = load_workbook(io.BytesIO(register_xlsx(rows([spoilt], COLLECTION, "kk"), "kk")))
    assert book.active is not None
    assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)
    for line in lines(register_csv(rows([spoilt], COLLECTION, "kk"), "kk"))[1:]:
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in line)


def test_the_same_entries_give_the_same_bytes() -> None:
    assert register_xlsx(rows([entry()], COLLECTION, "ru"), "ru") == register_xlsx(
        rows([entry()], COLLECTION, "ru"), "ru"
    )


def test_another_ending_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.xlsx or \.csv"):
        write_register(workspace(), workspace().entries, tmp_path / "list.txt", "kk")


def test_the_command_writes_the_sample_collection(tmp_path: Path) -> None:
    target = tmp_path / "тізім.xlsx"
    assert run(["--lang=kk", "register", str(shipped("examples", "steppe-2026")), "--out", str(target)]) == 0
    assert len(sheet(target.read_bytes())) == 5
