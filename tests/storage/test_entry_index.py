"""The index of entries: gives back what it was given, and whatever becomes of its file, never anything else."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.errors import Cancelled, ReadError
from proceedings_editor.model.entry import Entry
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.resources import shipped
from proceedings_editor.storage.entry_index import MOST_KEPT, index_path, read_digests, read_index, write_index
from proceedings_editor.storage.file_state import digest_of
from proceedings_editor.storage.folder import Opened, open_folder

SAMPLE = shipped("examples", "steppe-2026")


def known(opened: Opened) -> dict[bytes, Entry]:
    return {opened.files[f"entries/{opened.sources[one.id]}"].digest: one for one in opened.workspace.entries}


@pytest.fixture(scope="module")
def entries() -> dict[bytes, Entry]:
    return known(open_folder(SAMPLE))


def test_every_entry_comes_back_as_it_was(entries: dict[bytes, Entry], tmp_path: Path) -> None:
    path = index_path(tmp_path, SAMPLE)
    write_index(path, entries.items(), NeverCancelled())
    assert read_index(path) == entries
    assert set(read_digests(path)) == set(entries)
    assert open_folder(SAMPLE, read_index(path)) == open_folder(SAMPLE)


def test_a_changed_file_is_read_anew(entries: dict[bytes, Entry]) -> None:
    wrong = {digest: replace(one, number=999) for digest, one in entries.items()}
    assert {one.number for one in open_folder(SAMPLE, wrong).workspace.entries} == {999}
    other = {digest_of(digest): one for digest, one in wrong.items()}
    assert open_folder(SAMPLE, other) == open_folder(SAMPLE)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_index_gives_less_and_never_another_entry(
    entries: dict[bytes, Entry], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("index") / "a.idx"
    write_index(path, entries.items(), NeverCancelled())
    whole = bytearray(path.read_bytes())
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    found = read_index(path)
    assert all(entries[digest] == one for digest, one in found.items())


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("evil",)


def test_a_pickle_that_asks_for_anything_else_does_nothing(
    entries: dict[bytes, Entry], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.idx"
    digest, entry = next(iter(entries.items()))
    write_index(path, [(digest, replace(entry, extra={"a": Evil()}))], NeverCancelled())
    assert read_index(path) == {}
    write_index(path, [(digest, replace(entry, body=(Evil(),)))], NeverCancelled())  # type: ignore[arg-type]
    with pytest.raises(ReadError, match="cache"):
        assert read_index(path)[digest].body
    assert not (tmp_path / "evil").exists()
    assert pickle.loads(pickle.dumps(entries[digest])) == entries[digest]


def test_an_index_of_another_version_and_a_missing_one_give_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.idx").write_bytes(b"x" * 100)
    assert read_index(tmp_path / "a.idx") == {}
    assert read_index(tmp_path / "missing.idx") == {}


def test_stopping_leaves_the_old_index(entries: dict[bytes, Entry], tmp_path: Path) -> None:
    path = tmp_path / "a.idx"
    write_index(path, entries.items(), NeverCancelled())
    before = path.read_bytes()

    class Stopped:
        cancelled = True

    with pytest.raises(Cancelled):
        write_index(path, entries.items(), Stopped())
    assert [one.name for one in tmp_path.iterdir()] == ["a.idx"]
    assert path.read_bytes() == before


def test_only_the_newest_indexes_are_kept(entries: dict[bytes, Entry], tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 2):
        write_index(tmp_path / f"{number}.idx", [], NeverCancelled())
        os.utime(tmp_path / f"{number}.idx", (number, number))
    write_index(tmp_path / "new.idx", entries.items(), NeverCancelled())
    kept = {one.name for one in tmp_path.iterdir()}
    assert "new.idx" in kept
    assert len(kept) == MOST_KEPT
