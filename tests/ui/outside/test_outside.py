"""The real program on a screen with a window manager, used from outside: nothing of it is imported or called."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from proceedings_editor.app.collection import open_collection
from proceedings_editor.model.body import Paragraph, plain_text
from proceedings_editor.resources import shipped
from tests.conftest import Need

HERE = Path(__file__).parent
TITLE = "Даланың өзені мен көлі"
PARAGRAPH = "Ғылым мен білім ұлт қазынасы, әңгіме өзегі, ұрпақ үні, һәм ізгі ойдың қайнары."


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


def test_a_secretary_works_with_the_window(need: Need, display: str, tmp_path: Path) -> None:
    for name in ("openbox", "xdotool", "setxkbmap", "at-spi-bus-launcher"):
        need(name)
    collection, out, home = tmp_path / "steppe", tmp_path / "out", tmp_path / "home"
    home.mkdir()
    shutil.copytree(shipped("examples", "steppe-2026"), collection)
    before = open_collection(collection).workspace
    program = [sys.executable, "-m", "proceedings_editor", "--lang", "en"]
    drive = [*need("python3-pyatspi"), str(HERE / "drive.py"), str(collection), str(out), *program]
    said = run([*need("dbus-run-session"), "--", *drive], environment(display, home), tmp_path / "log.txt")
    assert "2 files" in said

    entry, *others = open_collection(collection).workspace.entries
    assert entry.title.kk == TITLE
    last = entry.body[-1]
    assert isinstance(last, Paragraph) and plain_text(last.text) == PARAGRAPH
    assert entry.body[:-1] == before.entries[0].body
    assert tuple(others) == before.entries[1:]

    pdf, docx = sorted(out.glob("*.pdf")), sorted(out.glob("*.docx"))
    assert len(pdf) == len(docx) == 1
    printed = subprocess.run([*need("pdftotext"), str(pdf[0]), "-"], capture_output=True, text=True, check=True).stdout
    with zipfile.ZipFile(docx[0]) as file:
        written = file.read("word/document.xml").decode()
    assert TITLE.upper() in " ".join(printed.split()).upper()
    assert TITLE.upper() in written.upper()
    assert PARAGRAPH in " ".join(printed.split())
    assert PARAGRAPH in written


def environment(display: str, home: Path) -> dict[str, str]:
    """A person's surroundings: a home of its own, no settings of whoever runs the test."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8"}


def run(words: list[str], environment: dict[str, str], log: Path) -> str:
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
