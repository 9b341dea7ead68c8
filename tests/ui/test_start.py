"""The program as a process: what it loads before its first picture, and how Ctrl+C in its terminal ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = (
    "docx",
    "reportlab",
    "lxml",
    "pikepdf",
    "pypdfium2",
    "ziamath",
    "PIL",
    "yaml",
    "latex2mathml",
    "rapidfuzz",
    "hunspell",
)
OWN = ("model.entry", "model.template", "rules", "templates", "exporters")
PAINTED = """
import os, sys
import proceedings_editor.ui.application as application
class Watched(application.MainWindow):
    def __init__(self, *parts):
        super().__init__(*parts)
        self.painted.connect(self.look)
    def look(self):
        print(*sorted(sys.modules), flush=True)
        os._exit(0)
application.MainWindow = Watched
from proceedings_editor.__main__ import start
start(sys.argv[1:])
"""


@pytest.mark.parametrize("with_folder", [False, True])
def test_nothing_heavy_is_loaded_before_the_first_picture(folder: Path, tmp_path: Path, with_folder: bool) -> None:
    words = [sys.executable, "-c", PAINTED, *([str(folder)] if with_folder else [])]
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    environment = os.environ | home | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, check=True, env=environment)
    loaded = set(done.stdout.split())
    assert "PySide6.QtWidgets" in loaded
    assert not loaded & {*HEAVY, *(f"proceedings_editor.{name}" for name in OWN)}


def test_ctrl_c_in_the_terminal_closes_the_window(folder: Path, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "proceedings_editor", "--lang", "en", str(folder)]
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    environment = os.environ | home | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, text=True) as program:
        end = time.monotonic() + 60
        while not list(tmp_path.rglob("preferences*")) and time.monotonic() < end:  # the collection is open
            time.sleep(0.05)
        program.send_signal(signal.SIGINT)
        try:
            _, said = program.communicate(timeout=60)
        finally:
            program.kill()
    assert program.returncode == 0
    assert "Traceback" not in said and "Interrupt" not in said
