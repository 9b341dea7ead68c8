"""Showing files: the file manager is asked to choose them, and where it cannot the folder opens."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from proceedings_editor.ui.mail.showing import show_files

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


class Opened(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []

    @Slot(QUrl)
    def note(self, url: QUrl) -> None:
        self.paths.append(url.toLocalFile())


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[Opened]:
    handler = Opened()
    QDesktopServices.setUrlHandler("file", handler, "note")
    yield handler
    QDesktopServices.unsetUrlHandler("file")


def stand_in(folder: Path, name: str, code: int, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program of this name before all others; it notes its arguments, one a line."""
    home, note = folder / "bin", folder / "arguments"
    home.mkdir(exist_ok=True)
    program = home / name
    program.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "$word"; done > "{note}"\nexit {code}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{home}:{os.environ['PATH']}")
    return note


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    home = tmp_path / "жинақ, 1"
    home.mkdir()
    made = [home / "a b.pdf", home / "а,б.docx"]
    for path in made:
        path.touch()
    return made


def test_a_desktop_is_asked_for_all_files(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    note = stand_in(tmp_path, "dbus-send", 0, monkeypatch)
    assert show_files(files, "linux")
    lines = note.read_text(encoding="utf-8").splitlines()
    assert "org.freedesktop.FileManager1.ShowItems" in lines
    (words,) = [line for line in lines if line.startswith("array:string:")]
    urls = words.removeprefix("array:string:").split(",")
    assert [QUrl(url).toLocalFile() for url in urls] == list(map(str, files))
    assert opened.paths == []


def test_the_finder_is_asked_for_all_files(
    files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    note = stand_in(tmp_path, "open", 0, monkeypatch)
    assert show_files(files, "darwin")
    assert note.read_text(encoding="utf-8").splitlines() == ["-R", *map(str, files)]
    assert opened.paths == []


@pytest.mark.parametrize(("system", "program"), [("linux", "dbus-send"), ("darwin", "open")])
def test_where_that_fails_the_folder_opens(
    system: str, program: str, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    stand_in(tmp_path, program, 1, monkeypatch)
    assert show_files(files, system)
    assert opened.paths == [str(files[0].parent)]


def test_where_there_is_no_such_program_the_folder_opens(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, opened: Opened
) -> None:
    monkeypatch.setenv("PATH", "")
    for system in ("linux", "darwin", "win32"):
        assert show_files(files, system)
    assert opened.paths == [str(files[0].parent)] * 3
