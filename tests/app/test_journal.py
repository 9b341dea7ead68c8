"""The journal of a session: the changed entries and nothing else, the newest and nothing older."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from proceedings_editor.app.journal import Journal, unsaved_of
from proceedings_editor.app.session import Session
from proceedings_editor.errors import WriteError
from proceedings_editor.model.edit import AddEntry, SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.storage.journal import Unsaved
from proceedings_editor.texts import text
from tests.app.sample import copied_sample, opened, set_title, write_paragraph

NEVER = NeverCancelled()


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return opened(copied_sample(tmp_path))


@pytest.fixture
def journal(session: Session, tmp_path: Path) -> Journal:
    return Journal(session, tmp_path / "cache")


def files(session: Session) -> list[Path]:
    return list(session.folder.glob(".proceedings/journal/*.json"))


def write(journal: Journal) -> None:
    work = journal.due()
    assert work
    work(NEVER)


def test_only_what_changed_is_unsaved(session: Session) -> None:
    assert unsaved_of(session.workspace, session.saved) == Unsaved()
    write_paragraph(session, "ozera", "Жаңа абзац")
    session.apply(SetField("", "volume", "3", text("Change")))
    session.apply(AddEntry(Entry("fresh"), text("Add")))
    unsaved = unsaved_of(session.workspace, session.saved)
    assert [entry.id for entry in unsaved.entries] == ["ozera", "fresh"]
    assert unsaved.collection == replace(session.saved.collection, volume="3")


def test_it_is_due_once_after_each_change(session: Session, journal: Journal) -> None:
    write_paragraph(session, "ozera", "Бір")
    write(journal)
    assert journal.due() is None
    assert len(files(session)) == 1
    write_paragraph(session, "ozera", "Екі")
    write(journal)
    assert "Екі" in files(session)[0].read_text(encoding="utf-8")


def test_an_older_writing_that_comes_late_is_thrown_away(session: Session, journal: Journal) -> None:
    write_paragraph(session, "ozera", "Бірінші")
    late = journal.due()
    write_paragraph(session, "ozera", "Екінші")
    write(journal)
    assert late
    late(NEVER)
    assert "Екінші" in files(session)[0].read_text(encoding="utf-8")


def test_nothing_stays_after_saving_even_when_a_writing_comes_late(session: Session, journal: Journal) -> None:
    write_paragraph(session, "ozera", "Бір")
    write(journal)
    write_paragraph(session, "ozera", "Екі")
    late = journal.due()
    session.save()
    journal.clear()
    assert late
    late(NEVER)
    assert files(session) == []
    assert journal.due() is None


def test_undoing_everything_takes_it_away(session: Session, journal: Journal) -> None:
    set_title(session, "ozera", "Жаңа")
    write(journal)
    session.undo()
    write(journal)
    assert files(session) == []


def test_a_closed_journal_writes_no_more(session: Session, journal: Journal) -> None:
    set_title(session, "ozera", "Жаңа")
    late = journal.due()
    journal.close()
    assert late
    late(NEVER)
    assert files(session) == []


def test_a_failed_writing_is_due_again(session: Session, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("", encoding="utf-8")
    (session.folder / ".proceedings").write_text("", encoding="utf-8")
    journal = Journal(session, tmp_path / "cache")
    set_title(session, "ozera", "Жаңа")
    with pytest.raises(WriteError):
        write(journal)
    journal.forget()
    (session.folder / ".proceedings").unlink()
    write(journal)
    assert len(files(session)) == 1
