"""Bringing a manuscript into an open collection, as the window does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.importing import import_edit
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.workspace import Workspace
from tests.app.page import PAGE


def empty(folder: Path) -> Workspace:
    new_collection(folder, "kz-conference", Collection(name=LocalText(kk="Менің атауым")))
    return open_collection(folder).workspace


def manuscript(folder: Path) -> Path:
    file = folder / "a.md"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_the_first_manuscript_fills_what_the_collection_does_not_say(tmp_path: Path) -> None:
    before = empty(tmp_path / "жинақ")
    edit, entry = import_edit(manuscript(tmp_path), tmp_path / "жинақ", before)
    after = edit.apply(before)
    assert after.entries == (entry,)
    assert after.collection.section_path(entry.section)
    assert after.collection.isbn
    assert after.collection.name.kk == "Менің атауым"
    assert entry.manuscripts == ("a.md",)


def test_a_later_manuscript_changes_nothing_but_the_entries(tmp_path: Path) -> None:
    before = empty(tmp_path / "жинақ")
    first, _ = import_edit(manuscript(tmp_path), tmp_path / "жинақ", before)
    middle = first.apply(before)
    middle = replace(middle, collection=replace(middle.collection, isbn=""))
    second, entry = import_edit(manuscript(tmp_path), tmp_path / "жинақ", middle)
    after = second.apply(middle)
    assert after.collection == middle.collection
    assert sorted(after.entries, key=lambda one: one.id) == sorted((*middle.entries, entry), key=lambda one: one.id)
