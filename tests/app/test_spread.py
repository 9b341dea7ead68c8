"""Work spread over processes: every result comes, and nobody goes on working for a program that is gone."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from proceedings_editor.app.spread import ALONE, spread
from proceedings_editor.errors import Cancelled
from proceedings_editor.progress import NeverCancelled

ROOT = Path(__file__).resolve().parents[2]


class Stopped:
    cancelled = True


@pytest.mark.parametrize("processes", [1, 2])
def test_every_job_gives_its_result(processes: int) -> None:
    jobs = range(-ALONE, 3)
    assert sorted(spread(abs, jobs, processes, NeverCancelled())) == sorted(map(abs, jobs))


@pytest.mark.parametrize("processes", [1, 2])
def test_stopped_work_is_not_carried_on(processes: int) -> None:
    with pytest.raises(Cancelled):
        list(spread(abs, range(ALONE + 3), processes, Stopped()))


def test_workers_end_when_the_program_is_killed(tmp_path: Path) -> None:
    program = subprocess.Popen([sys.executable, "-m", "tests.app.working", str(tmp_path)], cwd=ROOT)
    try:
        wait_until(lambda: len(sizes(tmp_path)) == 2)
    finally:
        program.kill()
        program.wait()
    wait_until(lambda: is_quiet(tmp_path))


def sizes(folder: Path) -> list[int]:
    return [file.stat().st_size for file in folder.glob("*.alive")]


def is_quiet(folder: Path) -> bool:
    before = sizes(folder)
    time.sleep(1)
    return sizes(folder) == before


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)
