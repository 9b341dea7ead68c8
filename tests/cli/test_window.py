"""Which calls open the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from proceedings_editor.cli import main as command_line
from proceedings_editor.cli.window import COMMANDS, WindowCall, window_call


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "check").mkdir()
    (tmp_path / "жинақ").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [([], None), (["жинақ"], "жинақ"), (["./check"], "./check"), (["--", "жинақ"], "жинақ"), (["a/b"], "a/b")],
)
def test_no_word_or_a_folder_opens_the_window(arguments: list[str], folder: str | None) -> None:
    call = window_call(arguments, {"LANG": "kk_KZ.UTF-8"})
    assert call == WindowCall(Path(folder) if folder else None, "kk", asked=False)


@pytest.mark.parametrize("arguments", [["check"], ["--help"], ["chek"], ["export", "жинақ"], ["жинақ", "жинақ"]])
def test_commands_and_misspelt_commands_do_not(arguments: list[str]) -> None:
    assert window_call(arguments, {}) is None


def test_the_option_wins_over_what_is_remembered() -> None:
    call = window_call(["--lang", "ru", "жинақ"], {"LANG": "kk_KZ.UTF-8"})
    assert call == WindowCall(Path("жинақ"), "ru", asked=True)


def test_every_command_is_known_to_the_window() -> None:
    names = {module.__name__.rpartition(".")[2] for module in command_line._COMMANDS}
    assert {"import" if name == "import_manuscript" else name for name in names} == COMMANDS


@pytest.mark.skipif(sys.platform != "linux", reason="screens are found this way on Linux only")
@pytest.mark.parametrize("display", ["", ":987"])
def test_without_a_screen_one_sentence_says_so(display: str) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"DISPLAY": display} if display else {}
    words = [sys.executable, "-m", "proceedings_editor", "--lang", "kk"]
    done = subprocess.run(words, capture_output=True, env=environment, timeout=60, check=False, text=True)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "proceedings-editor --help" in done.stderr
