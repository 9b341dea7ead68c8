"""The log tells what went wrong without a word of what a person was writing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from proceedings_editor.app.log import LARGEST, NAME, log_files, start_log

SECRET = "Дала көлдерінің тұзы"
LOG = logging.getLogger("proceedings_editor.test")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before = list(root.handlers)
    assert start_log(tmp_path)
    yield tmp_path / NAME
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()


def fail(words: str) -> None:
    try:
        raise KeyError(words)
    except KeyError as error:
        raise ValueError(words) from error


def test_a_mistake_is_logged_with_its_place_and_cause_but_not_its_words(log: Path) -> None:
    try:
        fail(SECRET)
    except ValueError:
        LOG.exception("unexpected error")
    said = log.read_text(encoding="utf-8")
    assert SECRET not in said
    assert "ValueError" in said and "after KeyError" in said
    assert f"{Path(__file__).name}:" in said and " fail" in said


def test_nobodys_home_folder_is_named(log: Path) -> None:
    LOG.warning("%s cannot be written", Path.home() / "жинақ")
    assert str(Path.home()) not in log.read_text(encoding="utf-8")
    assert "~/жинақ" in log.read_text(encoding="utf-8").replace("\\", "/")


def test_a_full_log_makes_room_and_stays_small(log: Path) -> None:
    for _ in range(3 * LARGEST // 1000):
        LOG.info("x" * 1000)
    newer, older = log_files(log.parent)
    assert newer == log
    assert max(newer.stat().st_size, older.stat().st_size) < LARGEST + 2000


def test_where_no_log_can_be_written_the_program_works_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert start_log(tmp_path / "file" / "below") is None
