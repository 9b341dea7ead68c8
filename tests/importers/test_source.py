from __future__ import annotations

from pathlib import Path

import pytest

from proceedings_editor.errors import ReadError
from proceedings_editor.importers.source import LARGEST, read_markdown_file

WORDS = "Қыстың ұзақ түні әңгімесіз өтпейді.\n"


def sentence_of(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read_markdown_file(path)
    return str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "with its mark", "utf-16", "windows line ends", "old line ends"],
)
def test_a_text_reads_the_same_in_every_usual_form(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    assert read_markdown_file(path) == WORDS


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    assert "a.md is empty" in sentence_of(path)


def test_a_file_in_windows_encoding_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("Обычный русский текст в старой кодировке".encode("cp1251"))
    assert "Windows-1251" in sentence_of(path)


def test_broken_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one\ntwo\nthr\xffee")
    assert "not text in UTF-8 (line 3)" in sentence_of(path)


@pytest.mark.parametrize("data", [b"\x00\x01\x02" * 50, b"PK\x03\x04" + bytes(range(128)), b"\xff\xfe\x00"])
def test_binary_data_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    assert "a.md is not" in sentence_of(path)


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "larger than 16 MB" in sentence_of(path)


def test_a_missing_file_and_a_folder_are_one_sentence(tmp_path: Path) -> None:
    assert "There is no file" in sentence_of(tmp_path / "none.md")
    assert "is a folder" in sentence_of(tmp_path)
