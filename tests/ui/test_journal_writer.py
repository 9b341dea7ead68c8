"""The journal is written while the person works, and goes when everything is saved."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from proceedings_editor.app.session import Session
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.journal_writer import DELAY, JournalWriter
from tests.app.sample import copied_sample, opened, set_title


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return opened(copied_sample(tmp_path))


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shut_down()


def journals(session: Session) -> list[Path]:
    return list(session.folder.glob(".proceedings/journal/*.json"))


def test_typing_without_a_pause_is_written_down(qtbot: QtBot, session: Session, jobs: Jobs, tmp_path: Path) -> None:
    writer = JournalWriter(session, jobs, tmp_path / "cache")
    end = time.monotonic() + 10 * DELAY / 1000
    for number in count():
        set_title(session, "ozera", f"Атау {number}")
        qtbot.wait(100)
        if journals(session) or time.monotonic() > end:
            break
    assert journals(session)
    qtbot.waitUntil(lambda: session.entry("ozera").title.kk in journals(session)[0].read_text("utf-8"), timeout=8000)  # type: ignore[union-attr]
    session.save()
    assert journals(session) == []
    qtbot.wait(DELAY // 4)
    assert journals(session) == []
    writer.close()


def test_closing_gives_the_changes_up(qtbot: QtBot, session: Session, jobs: Jobs, tmp_path: Path) -> None:
    writer = JournalWriter(session, jobs, tmp_path / "cache")
    set_title(session, "ozera", "Атау")
    qtbot.waitUntil(lambda: bool(journals(session)), timeout=4 * DELAY)
    set_title(session, "ozera", "Тағы бір атау")
    writer.close()
    qtbot.wait(50)
    assert journals(session) == []


def test_a_disk_that_refuses_is_told_once_and_tried_again(
    qtbot: QtBot, session: Session, jobs: Jobs, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("", encoding="utf-8")
    (session.folder / ".proceedings").write_text("", encoding="utf-8")
    writer = JournalWriter(session, jobs, tmp_path / "cache")
    told: list[object] = []
    writer.failed.connect(told.append)
    set_title(session, "ozera", "Атау")
    qtbot.waitUntil(lambda: len(told) == 1, timeout=4 * DELAY)
    qtbot.wait(DELAY + 300)
    assert len(told) == 1
    (session.folder / ".proceedings").unlink()
    qtbot.waitUntil(lambda: bool(journals(session)), timeout=4 * DELAY)
    writer.close()
