from __future__ import annotations

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from proceedings_editor.errors import WriteError
from proceedings_editor.storage import atomic
from tests.storage.fork import fork

KILLS = 200

SAVER = """
import sys
from pathlib import Path
from proceedings_editor.storage.atomic import write_text
path, count = Path(sys.argv[1]), 0
print("ready", flush=True)
while True:
    count += 1
    write_text(path, f"begin {count}\\n" + "Жайық " * 30_000 + f"\\nend {count}\\n")
"""


def is_whole(words: str) -> bool:
    lines = words.splitlines()
    return len(lines) == 3 and lines[0].split()[0] == "begin" and lines[0].split()[1] == lines[2].split()[1]


def test_no_kill_at_any_moment_leaves_a_damaged_or_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "entry.yaml"
    atomic.write_text(path, "begin 0\nx\nend 0\n")
    forks = _Forks(path)
    moment = random.Random(7)
    seen = set()
    for _ in range(KILLS):
        forks.kill_one_after(moment.uniform(0, 0.012))
        words = path.read_text(encoding="utf-8")
        assert is_whole(words), words[:50]
        seen.add(words[:20])
    assert len(seen) > 5, "the savers were killed before they saved anything"
    left = [file for file in tmp_path.iterdir() if file != path]
    for file in left:
        os.utime(file, (0, 0))
    atomic.clean(tmp_path)
    assert list(tmp_path.iterdir()) == [path]


class _Forks:
    """Saving processes that are forked, not started anew, because 200 starts of Python would take a minute."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def kill_one_after(self, seconds: float) -> None:
        reading, writing = os.pipe()
        process = fork()
        if process == 0:
            self._save_for_ever(writing)
        os.read(reading, 1)
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(reading)
        os.close(writing)

    def _save_for_ever(self, ready: int) -> None:
        try:
            os.write(ready, b"x")
            for count in range(random.SystemRandom().randrange(10**6), 10**9):
                atomic.write_text(self._path, f"begin {count}\n" + "Жайық " * 30_000 + f"\nend {count}\n")
        finally:
            os._exit(1)


def test_a_process_killed_while_it_saves_leaves_the_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "entry.yaml"
    with subprocess.Popen([sys.executable, "-c", SAVER, str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        while not path.exists():
            time.sleep(0.01)
        time.sleep(0.05)
        process.kill()
    assert is_whole(path.read_text(encoding="utf-8"))


def test_lines_end_with_a_line_feed_on_every_system(tmp_path: Path) -> None:
    atomic.write_text(tmp_path / "a", "ә\nқ\n")
    assert (tmp_path / "a").read_bytes() == "ә\nқ\n".encode()


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real" / "a.yaml", tmp_path / "link.yaml"
    real.parent.mkdir()
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    atomic.write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert [file.name for file in real.parent.iterdir()] == ["a.yaml"]


def test_a_new_file_has_the_mode_any_program_would_give(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("x", encoding="utf-8")
    atomic.write_text(tmp_path / "a", "x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_full_disk_is_one_sentence_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "a.yaml"
    atomic.write_text(path, "old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=r"a\.yaml could not be written: the disk is full"):
        atomic.write_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_really_full_device_is_one_sentence() -> None:
    device = Path("/dev/full")
    if not device.exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(WriteError, match="the disk is full"), atomic.writing(device), device.open("wb") as file:
        file.write(b"x")
        file.flush()


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.EACCES, "You have no right to write"),
        (errno.EROFS, "You have no right to write"),
        (errno.EIO, "could not be written: the disk reported an error"),
    ],
)
def test_what_the_system_says_becomes_one_sentence(
    code: int, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WriteError, match=sentence):
        atomic.write_text(tmp_path / "a.yaml", "x")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="there is no such folder"):
        atomic.write_text(tmp_path / "gone" / "a.yaml", "x")


def test_a_file_another_program_holds_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, refusals = Path.replace, [5, 32, 33]

    def held(self: Path, target: Path) -> Path:
        if refusals:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = refusals.pop()  # type: ignore[attr-defined]  # only Windows sets it
            raise error
        return really(self, target)

    monkeypatch.setattr(Path, "replace", held)
    atomic.write_text(tmp_path / "a.yaml", "x")
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "x"


def test_a_file_held_for_ever_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(self: Path, target: Path) -> Path:
        error = PermissionError(errno.EACCES, "held")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    with pytest.raises(WriteError, match="another program holds it"):
        atomic.write_text(tmp_path / "a.yaml", "x")
    assert list(tmp_path.iterdir()) == []


def test_a_write_protected_file_is_one_sentence_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", "utf-8")
    path.chmod(0o444)
    with pytest.raises(WriteError, match="write-protected"):
        atomic.write_text(path, "x")
    assert path.read_text("utf-8") == "old"
    path.chmod(0o644)
    atomic.write_text(path, "x")
    assert path.read_text("utf-8") == "x"


def test_only_old_temporary_files_of_ours_are_cleaned(tmp_path: Path) -> None:
    names = [".0123456789abcdef.proceedings-tmp", ".fedcba9876543210.proceedings-tmp", ".hidden", "a.tmp"]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    for name in names[1:]:
        os.utime(tmp_path / name, (0, 0))
    atomic.clean(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([names[0], ".hidden", "a.tmp"])


def test_a_copy_never_takes_a_taken_name(tmp_path: Path) -> None:
    (tmp_path / "from").write_bytes(b"new")
    (tmp_path / "to").write_bytes(b"old")
    with pytest.raises(WriteError, match="was not overwritten"):
        atomic.copy_new(tmp_path / "from", tmp_path / "to")
    assert (tmp_path / "to").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2
