"""The help of every command is in the language asked for, but for what has to be typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from proceedings_editor.cli.main import run
from proceedings_editor.cli.window import COMMANDS

CALLS = [(), *((command,) for command in sorted(COMMANDS)), ("template", "new"), ("template", "check")]
LATIN = re.compile(r"(?<![-\w.])[A-Za-z]{3,}(?![\w.])")
NAMES = {"proceedings", "editor", "outbox", "PDF", "DOCX", "XLSX", "CSV", "JSON", "Markdown", "UTF", "kk", "ru", "lang"}


def sentences(help: str) -> Iterator[str]:
    """What is said about commands and arguments: the usage above it, and their names before it, are typed."""
    _, _, told = help.partition("\n\n")
    for line in told.splitlines():
        yield re.sub(r"^ {2,4}(\S+ )*?\S+(?=  |$)", "", line) if line.startswith("  ") else line


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_no_english_is_left_in_the_help(
    call: tuple[str, ...], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*call, "--help", "--lang", language]) == 0
    help = capsys.readouterr().out
    typed = set(re.findall(r"[A-Za-z]+", help.partition("\n\n")[0])) | set(COMMANDS)
    left = {word for line in sentences(help) for word in LATIN.findall(line)} - NAMES - typed
    assert left == set()
    assert len(re.findall("[а-яәғқңөұүһі]{3,}", help)) > 5


def test_the_commands_the_window_leaves_alone_are_all_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--help", "--lang", "en"])
    listed = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert set(listed) == COMMANDS


def test_the_guide_is_written_in_the_language_asked_for(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["guide", "--lang", "ru", "--out", f"{tmp_path}/out"]) == 0
    written = capsys.readouterr().out.split()
    assert [path.rpartition("/")[2] for path in written] == ["guide-ru.pdf", "guide-ru.docx"]
