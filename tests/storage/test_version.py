"""Versions: nothing that was saved once is lost too early, and none stands in the way of a save."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from proceedings_editor.app.collection import new_collection
from proceedings_editor.errors import ReadError
from proceedings_editor.model.local import LocalText
from proceedings_editor.storage.folder import open_folder, save_collection, save_entry
from proceedings_editor.storage.version import (
    COLLECTION_VERSIONS,
    LAST_KEPT,
    keep_version,
    version_words,
    versions_of,
)
from tests.rules.sample import COLLECTION, entry

START = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_collection(tmp_path / "c", "kz-conference", COLLECTION)
    return tmp_path / "c"


def said(folder: Path, owner: str) -> list[str]:
    return [version_words(version) for version in versions_of(folder, owner)]


def test_each_save_keeps_a_version(folder: Path) -> None:
    first = entry()
    file = save_entry(folder, None, first)
    second = replace(first, title=LocalText("Жаңа атау"))
    save_entry(folder, first, second, file)
    save_entry(folder, second, second, file)
    newest, oldest = said(folder, "e1")
    assert "Жаңа атау" in newest
    assert "Жаңа атау" not in oldest


def test_what_somebody_else_wrote_is_kept_before_it_is_replaced(folder: Path) -> None:
    file = save_entry(folder, None, entry())
    path = folder / "entries" / file
    path.write_text(path.read_text(encoding="utf-8").replace("Әлия", "Айгүл"), encoding="utf-8")
    save_entry(folder, entry(), replace(entry(), title=LocalText("Үшінші")), file)
    assert ["Үшінші" in words for words in said(folder, "e1")] == [True, False]
    assert "Айгүл" in said(folder, "e1")[1]


def test_the_facts_of_the_collection_have_versions_too(folder: Path) -> None:
    save_collection(folder, COLLECTION, replace(COLLECTION, isbn=""))
    assert len(said(folder, COLLECTION_VERSIONS)) == 2


def test_the_last_ones_and_the_first_of_every_day_are_kept(folder: Path) -> None:
    moments = [START + timedelta(days=day, minutes=minute) for day in range(4) for minute in range(15)]
    before = str(START)
    for moment in moments:
        keep_version(folder, "e1", before.encode(), before := f"{moment}", moment)
    kept = {version_words(version) for version in versions_of(folder, "e1")}
    assert {str(moment) for moment in moments[-LAST_KEPT:]} <= kept
    assert {str(START + timedelta(days=day)) for day in range(4)} <= kept
    assert len(kept) == LAST_KEPT + 3


def test_two_saves_in_one_moment_are_two_versions(folder: Path) -> None:
    keep_version(folder, "e1", b"a", "a", START)
    keep_version(folder, "e1", b"b", "c", START)
    assert sorted(said(folder, "e1")) == ["a", "a", "b", "c"]


def test_a_version_that_cannot_be_kept_does_not_stop_the_save(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / ".proceedings").mkdir(exist_ok=True)
    (folder / ".proceedings" / "versions").write_text("in the way", encoding="utf-8")
    file = save_entry(folder, None, entry())
    save_entry(folder, entry(), replace(entry(), udc=("34",)), file)
    assert open_folder(folder).workspace.entries == (replace(entry(), udc=("34",)),)
    assert "no version of e1" in caplog.text


def test_a_damaged_version_is_one_sentence(folder: Path) -> None:
    file = save_entry(folder, None, entry())
    changed = replace(entry(), udc=("34",))
    save_entry(folder, entry(), changed, file)
    version = versions_of(folder, "e1")[0]
    version.path.write_bytes(version.path.read_bytes()[:40])
    with pytest.raises(ReadError, match="gone or damaged"):
        version_words(version)
    save_entry(folder, changed, replace(entry(), udc=("35",)), file)
    assert open_folder(folder).workspace.entries[0].udc == ("35",)


def test_strange_files_among_the_versions_are_no_versions(folder: Path) -> None:
    file = save_entry(folder, None, entry())
    save_entry(folder, entry(), replace(entry(), udc=("34",)), file)
    home = folder / ".proceedings" / "versions" / "e1"
    for name in ("note.txt", "99999999T999999999999.yaml.gz", ".yaml.gz"):
        (home / name).write_text("?", encoding="utf-8")
    assert len(versions_of(folder, "e1")) == 2
