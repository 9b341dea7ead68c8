"""Locks in a shared folder: one holder at a time, seen by others, taken over only from those who are gone."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from proceedings_editor.errors import WriteError
from proceedings_editor.storage.alive import Presence, is_alive
from proceedings_editor.storage.lock import SETTINGS, SILENT_SECONDS, LockFolder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Жинақ").mkdir()
    return tmp_path / "Жинақ"


def locks(folder: Path, token: str, user: str, machine: str, cache: str = "cache") -> LockFolder:
    return LockFolder(folder, folder.parent / cache, token, user, machine)


@pytest.fixture
def aigul(folder: Path) -> LockFolder:
    return locks(folder, "a1", "Айгүл", "PC-2")


@pytest.fixture
def dana(folder: Path) -> LockFolder:
    return locks(folder, "d1", "Дана", "PC-3")


def fall_silent(folder: Path, token: str) -> None:
    """Let the last sign of life of a program be too long ago."""
    fall_silent_for(folder, token, SILENT_SECONDS + 5)


def fall_silent_for(folder: Path, token: str, seconds: float) -> None:
    """Let the last sign of life of a program be so long ago, by the file server's clock."""
    home = folder / ".proceedings" / "locks"
    (home / "probe").write_bytes(b"")
    now = (home / "probe").stat().st_mtime
    (home / "probe").unlink()
    for path in home.iterdir():
        if path.suffix == ".lock" or path.stem == token:
            os.utime(path, (now - seconds, now - seconds))


def test_one_holds_it_and_others_see_who_and_since_when(aigul: LockFolder, dana: LockFolder) -> None:
    assert aigul.take("ozera") is None
    assert aigul.take("ozera") is None
    holder = dana.take("ozera")
    assert holder and (holder.user, holder.machine) == ("Айгүл", "PC-2")
    assert abs(holder.since.timestamp() - time.time()) < 60
    seen = dana.look()
    assert seen.mine == frozenset() and seen.others["ozera"].holder == holder and not seen.others["ozera"].is_silent
    assert aigul.look().mine == {"ozera"} and not aigul.look().others


def test_entry_and_settings_are_locked_apart(aigul: LockFolder, dana: LockFolder) -> None:
    assert aigul.take(SETTINGS) is None
    assert dana.take("settings") is None
    assert dana.look().others.keys() == {SETTINGS}


def test_a_released_lock_is_free(aigul: LockFolder, dana: LockFolder) -> None:
    aigul.take("ozera")
    dana.release("ozera")  # not hers
    assert dana.take("ozera")
    aigul.release("ozera")
    assert dana.take("ozera") is None


def test_of_many_at_once_exactly_one_gets_it(folder: Path) -> None:
    people = [locks(folder, f"t{number}", f"u{number}", f"m{number}") for number in range(8)]
    for _ in range(20):
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda one: one.take("ozera"), people))
        assert sum(answer is None for answer in answers) == 1
        people[answers.index(None)].release("ozera")


def test_a_living_holder_is_not_taken_over(aigul: LockFolder, dana: LockFolder) -> None:
    aigul.take("ozera")
    holder = dana.take("ozera")
    assert holder
    assert dana.take_over("ozera", holder) == holder
    assert aigul.look().mine == {"ozera"}


def test_a_silent_one_can_be_taken_over_once(aigul: LockFolder, dana: LockFolder, folder: Path) -> None:
    third = locks(folder, "z1", "Зере", "PC-4")
    aigul.take("ozera")
    fall_silent(folder, "a1")
    holder = dana.look().others["ozera"].holder
    assert dana.look().others["ozera"].is_silent
    assert dana.take_over("ozera", holder) is None
    refused = third.take_over("ozera", holder)
    assert refused and refused.user == "Дана"
    assert aigul.look().others["ozera"].holder.user == "Дана"
    aigul.release("ozera")
    assert dana.look().mine == {"ozera"}


def test_a_sign_of_life_counts_by_the_servers_clock(
    aigul: LockFolder, dana: LockFolder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aigul.take("ozera")
    monkeypatch.setattr(time, "time", lambda: 4e9)  # this machine's own clock is wrong by decades
    assert not dana.look().others["ozera"].is_silent
    fall_silent_for(folder, "a1", SILENT_SECONDS / 2)
    assert not dana.look().others["ozera"].is_silent
    fall_silent_for(folder, "a1", SILENT_SECONDS * 2)
    assert dana.look().others["ozera"].is_silent


def test_what_an_own_program_left_when_it_crashed_is_taken_without_asking(folder: Path) -> None:
    cache = folder.parent / "cache"
    crashed, running = Presence(cache), Presence(cache)
    assert locks(folder, crashed.token, "Айгүл", "PC-2").take("ozera") is None
    assert locks(folder, running.token, "Айгүл", "PC-2").take("beldeu") is None
    crashed.close()
    again = locks(folder, "new", "Айгүл", "PC-2")
    assert again.take("ozera") is None
    held = again.take("beldeu")
    assert held and held.token == running.token, "the other window of the same person still runs"
    assert is_alive(cache, running.token)
    running.close()


def test_a_crash_of_an_own_program_is_known_at_once(folder: Path) -> None:
    cache = folder.parent / "cache"
    presence = Presence(cache)
    first, second = (locks(folder, token, "Айгүл", "PC-2") for token in (presence.token, "new"))
    first.take("ozera")
    assert not second.look().others["ozera"].is_silent
    presence.close()
    assert not second.look().others and not second.look().mine
    assert list((folder / ".proceedings" / "locks").glob("*.lock*")) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"token": 1}', b"\xff\xfe"])
def test_a_lock_that_cannot_be_read_is_somebodys(dana: LockFolder, folder: Path, content: bytes) -> None:
    home = folder / ".proceedings" / "locks"
    home.mkdir(parents=True)
    (home / "ozera.lock").write_bytes(content)
    holder = dana.take("ozera")
    assert holder and holder.user == ""
    fall_silent(folder, "")
    assert dana.look().others["ozera"].is_silent
    assert dana.take_over("ozera", dana.look().others["ozera"].holder) is None


def test_where_nothing_can_be_written_it_is_said(folder: Path, dana: LockFolder) -> None:
    (folder / ".proceedings").write_bytes(b"")
    with pytest.raises(WriteError):
        dana.take("ozera")
    assert dana.beat() is None and not dana.look().others


def test_closing_leaves_no_sign(folder: Path, aigul: LockFolder) -> None:
    aigul.take("ozera")
    aigul.release("ozera")
    aigul.close()
    assert list((folder / ".proceedings" / "locks").iterdir()) == []
