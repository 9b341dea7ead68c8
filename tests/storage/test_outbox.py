"""The outbox: drafts appear whole, and its log survives whatever stands in it and whatever ends a program."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.errors import ReadError, WriteError
from proceedings_editor.storage.outbox import (
    LoggedFile,
    Record,
    add_to_log,
    draft_path,
    free_name,
    newest,
    publish,
    read_log,
    run_folder,
    sent,
    write_draft,
)

WHEN = datetime(2026, 5, 12, 14, 30, 5, tzinfo=UTC)
RECORD = Record(
    WHEN,
    "prepared",
    "e1",
    "returned",
    ("a@example.kz", "b@example.kz"),
    "[Жинақ] 012 Сәрсенова Ә. Б. – түзетулер",
    "012_sarsenova_ab_returned",
    "ab" * 32,
    (LoggedFile("012_sarsenova_ab_draft.pdf", 3, "cd" * 32), LoggedFile("012_sarsenova_ab_draft.docx", 0, "ef" * 32)),
)


def test_what_was_noted_is_read_again(tmp_path: Path) -> None:
    assert read_log(tmp_path) == ()
    add_to_log(tmp_path, [RECORD])
    add_to_log(tmp_path, sent([RECORD], WHEN))
    first, second = read_log(tmp_path)
    assert first == RECORD
    assert (second.what, second.digest) == ("sent", RECORD.digest)
    assert newest((first, second)) == {("e1", "returned"): second}


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=60), min_size=1, max_size=4))
def test_any_subject_keeps_to_its_line(tmp_path_factory: pytest.TempPathFactory, subjects: list[str]) -> None:
    folder = tmp_path_factory.mktemp("c")
    records = [
        Record(WHEN, "prepared", f"e{number}", "returned", ("a@b.kz",), words, "f", "00")
        for number, words in enumerate(subjects)
    ]
    add_to_log(folder, records)
    read = read_log(folder)
    assert [one.entry for one in read] == [one.entry for one in records]
    assert [one.subject for one in read] == [" ".join(words.split()) for words in subjects]


def test_a_spreadsheet_program_sees_letters_cells_and_no_formula(tmp_path: Path) -> None:
    add_to_log(tmp_path, [Record(WHEN, "prepared", "e1", "returned", (), "=cmd|' /C calc'!A0", "f", "00")])
    data = (tmp_path / "outbox" / "log.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfwhen;what;entry;")
    assert b";'=cmd" in data
    assert read_log(tmp_path)[0].subject.startswith("=cmd")


@pytest.mark.parametrize("cut", [1, 5, 40, 100])
def test_a_line_that_a_killed_program_began_is_dropped(cut: int, tmp_path: Path) -> None:
    add_to_log(tmp_path, [RECORD])
    log = tmp_path / "outbox" / "log.csv"
    whole = log.read_bytes()
    log.write_bytes(whole + whole.splitlines()[1][:cut])
    assert read_log(tmp_path) == (RECORD,)
    add_to_log(tmp_path, [RECORD])
    assert read_log(tmp_path) == (RECORD, RECORD)


def test_a_last_line_without_its_end_counts(tmp_path: Path) -> None:
    add_to_log(tmp_path, [RECORD])
    log = tmp_path / "outbox" / "log.csv"
    log.write_bytes(log.read_bytes().rstrip(b"\r\n"))
    assert read_log(tmp_path) == (RECORD,)
    add_to_log(tmp_path, [RECORD])
    assert read_log(tmp_path) == (RECORD, RECORD)


@pytest.mark.parametrize("line", ["x", "a;b;c", "2026-05-12;gone;e1;r;;s;f;00;", "2026-05-12;sent;e1;r;;s;../f;00;"])
def test_a_damaged_line_is_named(line: str, tmp_path: Path) -> None:
    add_to_log(tmp_path, [RECORD])
    log = tmp_path / "outbox" / "log.csv"
    log.write_text(log.read_text(encoding="utf-8") + f"{line}\n", encoding="utf-8")
    with pytest.raises(ReadError, match="line 3"):
        read_log(tmp_path)


def test_a_log_saved_in_another_encoding_is_a_sentence(tmp_path: Path) -> None:
    add_to_log(tmp_path, [RECORD])
    log = tmp_path / "outbox" / "log.csv"
    log.write_bytes("when\nТақырып\n".encode("cp1251", "replace"))
    with pytest.raises(ReadError, match=r"log\.csv"):
        read_log(tmp_path)


def test_a_draft_takes_its_place_whole_and_replaces_an_older_one(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        with run_folder(tmp_path) as run:
            write_draft(run, RECORD.folder, content, [("a.pdf", content)])
            assert draft_path(tmp_path, RECORD) is None or content == b"two"
            publish(run, RECORD.folder)
        path = draft_path(tmp_path, RECORD)
        assert path
        assert path.read_bytes() == content
    home = tmp_path / "outbox"
    assert [place.name for place in home.iterdir()] == [RECORD.folder]
    assert sorted(file.name for file in (home / RECORD.folder).iterdir()) == [f"{RECORD.folder}.eml", "a.pdf"]


def test_what_was_not_published_goes_with_its_run(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), run_folder(tmp_path) as run:
        write_draft(run, "half", b"x", [])
        raise KeyboardInterrupt
    assert list((tmp_path / "outbox").iterdir()) == []


def test_an_outbox_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("x")
    with pytest.raises(WriteError):
        add_to_log(tmp_path, [RECORD])
    with pytest.raises(WriteError), run_folder(tmp_path):
        pass


def test_what_was_sent_keeps_its_name_and_what_was_only_prepared_gives_it_up() -> None:
    assert free_name(RECORD.folder, [RECORD]) == RECORD.folder
    assert free_name(RECORD.folder, [RECORD, *sent([RECORD], WHEN)]) == f"{RECORD.folder}-2"
