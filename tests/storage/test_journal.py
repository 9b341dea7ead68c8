"""The journal file: whole, private to one session, found when its program is gone, moved aside when damaged."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from proceedings_editor.errors import WriteError
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.storage.journal import JournalFile, Unsaved, journals_left_behind, remove, set_aside

UNSAVED = Unsaved(
    Collection(volume="Ⅱ том"), (Entry("k7m2pq", title=LocalText("Дала әуендері «ӘҒҚҢӨҰҮҺІ»")), Entry("b3"))
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Жинақ").mkdir()
    return tmp_path / "Жинақ"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def crash(journal: JournalFile) -> None:
    """Let go of the lock as a killed program does, and leave the file."""
    journal.presence.close()


def journals(folder: Path) -> list[Path]:
    return list((folder / ".proceedings" / "journal").glob("*.json"))


def test_what_a_crashed_program_wrote_is_found(folder: Path, cache: Path) -> None:
    journal = JournalFile(folder, cache)
    journal.write(Unsaved(None, (Entry("old"),)))
    journal.write(UNSAVED)
    crash(journal)
    (left,) = journals_left_behind(folder, cache)
    assert left.unsaved == UNSAVED
    assert len(journals(folder)) == 1


def test_a_living_session_is_not_offered(folder: Path, cache: Path) -> None:
    journal = JournalFile(folder, cache)
    journal.write(UNSAVED)
    assert journals_left_behind(folder, cache) == ()
    assert journals_left_behind(folder, cache) == ()
    crash(journal)
    assert len(journals_left_behind(folder, cache)) == 1


def test_a_closed_or_saved_session_leaves_nothing(folder: Path, cache: Path) -> None:
    journal = JournalFile(folder, cache)
    journal.write(UNSAVED)
    journal.clear()
    assert journals(folder) == []
    journal.write(UNSAVED)
    journal.close()
    assert journals(folder) == []
    assert list((cache / "journal" / "alive").iterdir()) == []


def test_the_newest_comes_first(folder: Path, cache: Path) -> None:
    for name in ("a", "b", "c"):
        journal = JournalFile(folder, cache)
        journal.write(Unsaved(None, (Entry(name),)))
        crash(journal)
    assert [left.unsaved.entries[0].id for left in journals_left_behind(folder, cache)] == ["c", "b", "a"]


def test_a_journal_of_another_person_is_left_alone(folder: Path, cache: Path) -> None:
    journal = JournalFile(folder, cache)
    journal.write(UNSAVED)
    crash(journal)
    (path,) = journals(folder)
    tree = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(tree | {"owner": "ainur@other-machine"}), encoding="utf-8")
    assert journals_left_behind(folder, cache) == ()
    assert journals(folder) == [path]


DAMAGE = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'{"format": 2}',
    b'{"format": 1}',
    b"\xff\xfe",
    b"[" * 50_000,
    bytes(1000),
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_journal_is_moved_aside_and_stops_nothing(folder: Path, cache: Path, damage: bytes) -> None:
    home = folder / ".proceedings" / "journal"
    home.mkdir(parents=True)
    (home / "0123456789abcdef.json").write_bytes(damage)
    journal = JournalFile(folder, cache)
    journal.write(UNSAVED)
    crash(journal)
    assert len(journals_left_behind(folder, cache)) == 1
    (moved,) = (folder / ".proceedings" / "trash").iterdir()
    assert moved.read_bytes() == damage


def test_a_journal_cut_off_anywhere_is_never_half_read(folder: Path, cache: Path) -> None:
    journal = JournalFile(folder, cache)
    journal.write(UNSAVED)
    crash(journal)
    (path,) = journals(folder)
    whole = path.read_bytes()
    for length in range(0, len(whole), 37):
        path.write_bytes(whole[:length])
        assert journals_left_behind(folder, cache) == ()


def test_where_the_folder_may_not_be_written_the_cache_is(folder: Path, cache: Path) -> None:
    # A file where the folder should be: refused on every system, even for those who may write anything.
    (folder / ".proceedings").write_text("", encoding="utf-8")
    journal = JournalFile(folder, cache)
    journal.write(UNSAVED)
    crash(journal)
    (left,) = journals_left_behind(folder, cache)
    assert left.unsaved == UNSAVED
    assert left.path.is_relative_to(cache)
    remove(left.path)
    assert journals_left_behind(folder, cache) == ()


def test_another_folder_does_not_see_it_in_the_cache(folder: Path, cache: Path, tmp_path: Path) -> None:
    (folder / ".proceedings").write_text("", encoding="utf-8")
    journal = JournalFile(folder, cache)
    journal.write(UNSAVED)
    crash(journal)
    assert journals_left_behind(tmp_path / "other", cache) == ()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a system that refuses this person something")
def test_a_read_only_folder_is_no_obstacle(folder: Path, cache: Path) -> None:
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    JournalFile(folder, cache).write(UNSAVED)
    folder.chmod(stat.S_IRWXU)
    assert journals(folder) == []


def test_where_nothing_may_be_written_it_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    (folder / ".proceedings").write_text("", encoding="utf-8")
    (tmp_path / "cache").write_text("", encoding="utf-8")
    journal = JournalFile(folder, tmp_path / "cache")
    with pytest.raises(WriteError):
        journal.write(UNSAVED)
    journal.close()


def test_what_was_declined_lies_in_the_trash(folder: Path, cache: Path) -> None:
    journal = JournalFile(folder, cache)
    journal.write(UNSAVED)
    crash(journal)
    (left,) = journals_left_behind(folder, cache)
    set_aside(folder, left.path)
    assert journals_left_behind(folder, cache) == ()
    assert len(list((folder / ".proceedings" / "trash").iterdir())) == 1
