"""Opening a collection: Python's collector stays as it was, and a large one has an index that changes nothing."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from proceedings_editor.app import collection
from proceedings_editor.app.collection import open_collection, write_index_of
from proceedings_editor.app.session import Session
from proceedings_editor.errors import ReadError
from proceedings_editor.model.edit import SetField
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.texts import text
from tests.app.sample import EXAMPLE, copied_sample


def test_the_collector_goes_on_after_opening_and_leaves_the_entries_out() -> None:
    gc.unfreeze()
    opened = open_collection(EXAMPLE)
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1000
    assert len(opened.workspace.entries) == 4
    gc.unfreeze()


def test_the_collector_goes_on_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        open_collection(tmp_path)
    assert gc.isenabled()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample, which counts as large here."""
    monkeypatch.setattr(collection, "LEAST_INDEXED", 4)
    return copied_sample(tmp_path)


def indexes(cache: Path) -> list[Path]:
    return sorted(cache.rglob("*.idx"))


def test_an_indexed_collection_opens_as_without_its_index(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = open_collection(folder, cache)
    write_index_of(first, folder, cache, NeverCancelled())
    (index,) = indexes(cache)
    assert open_collection(folder, cache) == first
    session = Session(folder, first)
    session.apply(SetField("ozera", "title.en", "Changed since", text("Change")))
    session.save()
    again = open_collection(folder, cache)
    assert {entry.title.en for entry in again.workspace.entries if entry.id == "ozera"} == {"Changed since"}
    assert again == open_collection(folder)
    index.write_bytes(b"damaged")
    assert open_collection(folder, cache) == again


def test_an_index_is_written_again_only_when_much_changed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    opened = open_collection(folder)
    write_index_of(opened, folder, cache, NeverCancelled())
    (index,) = indexes(cache)
    os.utime(index, (1, 1))
    write_index_of(opened, folder, cache, NeverCancelled())
    assert index.stat().st_mtime == 1
    session = Session(folder, opened)
    session.apply(SetField("ozera", "title.en", "Changed since", text("Change")))
    session.save()
    write_index_of(open_collection(folder), folder, cache, NeverCancelled())
    assert index.stat().st_mtime > 1


def test_a_small_collection_and_a_cache_that_cannot_be_written_are_nothing_to_speak_of(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_collection(folder)
    (tmp_path / "file").write_bytes(b"")
    write_index_of(opened, folder, tmp_path / "file", NeverCancelled())
    monkeypatch.setattr(collection, "LEAST_INDEXED", 5)
    write_index_of(opened, folder, tmp_path / "cache", NeverCancelled())
    assert indexes(tmp_path) == []
