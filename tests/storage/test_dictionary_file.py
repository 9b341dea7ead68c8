"""The collection's own words: added, taken out, merged by hand, damaged."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.errors import ReadError, WriteError
from proceedings_editor.language.spelling import canonical
from proceedings_editor.storage.dictionary_file import is_own_word, read_words, write_word
from proceedings_editor.storage.layout import DICTIONARY

LETTERS = st.sampled_from("абвәғқңөұүһіёйАӘҚabcXYZ")
WORDS = st.lists(LETTERS, min_size=1, max_size=12).map("".join)


def test_a_collection_without_the_file_has_no_words(tmp_path: Path) -> None:
    assert read_words(tmp_path).words == frozenset()
    assert read_words(tmp_path).fault is None


def test_words_stand_one_a_line_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    for word in ("цифрландыру", "өзенше", "Абыралы", "zoom", "геоақпарат", "don’t"):
        write_word(tmp_path, word, wanted=True)
    lines = (tmp_path / DICTIONARY).read_text(encoding="utf-8").splitlines()
    assert lines == ["Абыралы", "геоақпарат", "өзенше", "цифрландыру", "don't", "zoom"]


def test_a_word_is_there_once_and_goes_again(tmp_path: Path) -> None:
    write_word(tmp_path, "дала", wanted=True)
    assert write_word(tmp_path, "дала", wanted=True).words == {"дала"}
    assert write_word(tmp_path, "өзен", wanted=False).words == {"дала"}
    assert write_word(tmp_path, "дала", wanted=False).words == frozenset()


def test_what_somebody_else_wrote_meanwhile_stays(tmp_path: Path) -> None:
    write_word(tmp_path, "дала", wanted=True)
    (tmp_path / DICTIONARY).write_text("\ufeffөзен\r\nдала\r\n\r\n", encoding="utf-8")  # as Notepad saves it
    assert write_word(tmp_path, "тау", wanted=True).words == {"дала", "өзен", "тау"}


def test_lines_that_are_no_words_are_told_and_kept(tmp_path: Path) -> None:
    merged = "дала\n<<<<<<< mine\nөзен\n=======\nтау\n>>>>>>> theirs\n"
    (tmp_path / DICTIONARY).write_text(merged, encoding="utf-8")
    found = read_words(tmp_path)
    assert found.words == {"дала", "өзен", "тау"}
    assert str(found.fault).startswith(f"{DICTIONARY}, line 2: “<<<<<<< mine” is not one word")
    write_word(tmp_path, "су", wanted=True)
    assert "<<<<<<< mine" in (tmp_path / DICTIONARY).read_text(encoding="utf-8")


@pytest.mark.parametrize("data", ["дала".encode("utf-16"), "дала".encode("cp1251"), b"\xff\xfe\x00\x01"])
def test_a_damaged_file_is_told_and_not_written_over(tmp_path: Path, data: bytes) -> None:
    (tmp_path / DICTIONARY).write_bytes(data)
    found = read_words(tmp_path)
    assert found.words == frozenset()
    assert DICTIONARY in str(found.fault) and "UTF-8" in str(found.fault)
    with pytest.raises(ReadError, match=DICTIONARY):
        write_word(tmp_path, "тау", wanted=True)
    assert (tmp_path / DICTIONARY).read_bytes() == data


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / DICTIONARY).mkdir()
    assert DICTIONARY in str(read_words(tmp_path).fault)


@pytest.mark.parametrize("word", ["екі сөз", "", "39", "a@b", "сөз\n", "-", "а" * 101])
def test_only_one_word_can_be_added(tmp_path: Path, word: str) -> None:
    with pytest.raises(WriteError, match="not one word"):
        write_word(tmp_path, word, wanted=True)
    assert not (tmp_path / DICTIONARY).exists()


@given(st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=12))
def test_two_lists_merged_line_by_line_know_the_words_of_both(mine: list[str], theirs: list[str]) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        for folder, words in ((Path(one), mine), (Path(other), theirs)):
            for word in words:
                write_word(folder, word, wanted=True)
        texts = [(Path(folder) / DICTIONARY) for folder in (one, other)]
        lines = [line for text in texts if text.exists() for line in text.read_text(encoding="utf-8").splitlines()]
        (Path(one) / DICTIONARY).write_text("\n".join(lines), encoding="utf-8")
        assert read_words(Path(one)).words == {*map(canonical, mine), *map(canonical, theirs)}


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_harm(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / DICTIONARY).write_bytes(data)
        assert all(map(is_own_word, read_words(Path(folder)).words))
