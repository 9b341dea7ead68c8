"""What the tests from outside share: a screen, a person's surroundings, and a driver run in them."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import Need

HERE = Path(__file__).parent

Drive = Callable[..., str]


@pytest.fixture
def display(need: Need) -> Iterator[str]:
    """A screen of its own, which repeats no key that is held down because the machine is slow."""
    read, write = os.pipe()
    words = [*need("Xvfb"), "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-r", "-nolisten", "tcp"]
    words.append("-noreset")  # or it starts anew whenever its last client leaves, and refuses who comes just then
    server = subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "the screen did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture
def drive(need: Need, display: str, tmp_path: Path) -> Drive:
    """Run a driver of this folder with the words it is given, and return what it said."""
    for name in ("openbox", "xdotool", "setxkbmap", "at-spi-bus-launcher"):
        need(name)
    home = tmp_path / "home"
    home.mkdir()

    def run(driver: str, *words: str | Path) -> str:
        drives = [*need("dbus-run-session"), "--", *need("python3-pyatspi"), str(HERE / driver), *map(str, words)]
        return _run(drives, _environment(display, home), tmp_path / "log.txt")

    return run


def _environment(display: str, home: Path) -> dict[str, str]:
    """A person's surroundings: a home of its own, no settings of whoever runs the test."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8"}


def _run(words: list[str], environment: dict[str, str], log: Path) -> str:
    """Run the driver with all it starts; nothing of that outlives it."""
    with log.open("w+", encoding="utf-8") as file:  # not a pipe: services of the bus would keep it open
        driver = subprocess.Popen(words, env=environment, stdout=file, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            code = driver.wait(400)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(driver.pid, signal.SIGKILL)
    said = log.read_text(encoding="utf-8")
    assert code == 0, said
    return said
