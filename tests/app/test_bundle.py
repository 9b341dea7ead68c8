"""Entries go to a colleague as a zip and come back: compared, taken over as one step, with their files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from proceedings_editor.app.bundle import (
    is_bundle,
    opened_bundle,
    take_bundle,
    unpack_bundle,
    write_bundle,
)
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.recovery import COLLECTION
from proceedings_editor.app.session import Session
from proceedings_editor.errors import ReadError
from proceedings_editor.model.body import Figure
from proceedings_editor.model.edit import RemoveEntries, SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.person import Author
from proceedings_editor.model.walk import walk
from proceedings_editor.resources import shipped
from proceedings_editor.storage.attachment import figure_path, keep_manuscript
from proceedings_editor.storage.dictionary_file import read_words, write_word
from proceedings_editor.texts import text

LABEL = text("Change")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    folder = tmp_path / "жинақ"
    shutil.copytree(shipped("examples", "steppe-2026"), folder)
    return Session(folder, open_collection(folder))


@pytest.fixture
def entry(session: Session) -> Entry:
    """One with a figure and a phone that nobody else may see."""
    found = next(one for one in session.workspace.entries if figures(one))
    session.apply(SetField(found.id, "authors.0.phone", "+7 701 000 00 00", LABEL))
    return now(session, found.id)


def now(session: Session, entry_id: str) -> Entry:
    found = session.entry(entry_id)
    assert found
    return found


def figures(entry: Entry) -> list[str]:
    return [block.file for _, block in walk(entry.body) if isinstance(block, Figure)]


def colleague(session: Session, entry: Entry, path: Path, title: str = "") -> Session:
    """Send an entry away; return the colleague's session, which has changed the title."""
    write_bundle(session, [entry], path)
    folder = unpack_bundle(path, path.parent)
    theirs = Session(folder, open_collection(folder))
    if title:
        theirs.apply(SetField(entry.id, "title.en", title, LABEL))
        theirs.save()
    return theirs


def test_the_zip_opens_as_a_collection_with_figures_and_manuscripts_but_nothing_private(
    session: Session, entry: Entry, tmp_path: Path
) -> None:
    manuscript = tmp_path / "мақала.docx"
    manuscript.write_bytes(b"manuscript")
    name = keep_manuscript(session.folder, manuscript)
    session.apply(SetField(entry.id, "manuscripts", (name,), LABEL))
    theirs = colleague(session, now(session, entry.id), tmp_path / "z.zip")
    workspace = theirs.workspace
    assert workspace.collection == session.workspace.collection
    assert [one.id for one in workspace.entries] == [entry.id]
    assert workspace.entries[0].authors[0].phone == ""
    assert all(figure_path(theirs.folder, entry.id, file) for file in figures(entry))
    assert (theirs.folder / "manuscripts" / name).read_bytes() == b"manuscript"
    assert b"701 000" not in b"".join(one.read_bytes() for one in theirs.folder.rglob("*.yaml"))


def test_what_comes_back_unchanged_is_the_same_although_the_phone_stayed_here(
    session: Session, entry: Entry, tmp_path: Path
) -> None:
    write_bundle(session, [entry], tmp_path / "z.zip")
    with opened_bundle(session, tmp_path / "z.zip") as bundle:
        assert [(one.entry, one.news) for one in bundle.received] == [(entry.id, "same")]


def test_a_changed_entry_is_compared_and_taken_over_as_one_step_with_its_phone(
    session: Session, entry: Entry, tmp_path: Path
) -> None:
    theirs = colleague(session, entry, tmp_path / "z.zip", "Another title")
    write_bundle(theirs, theirs.workspace.entries, tmp_path / "back.zip")
    before = session.workspace
    with opened_bundle(session, tmp_path / "back.zip") as bundle:
        (found,) = bundle.received
        assert found.news == "changed"
        assert [(one.recovered, one.language) for one in found.fields] == [("Another title", "en")]
        assert take_bundle(session, bundle, {entry.id})
    assert now(session, entry.id).title.en == "Another title"
    assert now(session, entry.id).authors[0].phone == "+7 701 000 00 00"
    session.undo()
    assert session.workspace == before


def test_the_words_of_the_colleague_count_as_right_here_too(session: Session, entry: Entry, tmp_path: Path) -> None:
    write_word(session.folder, "геопортал", wanted=True)
    theirs = colleague(session, entry, tmp_path / "z.zip", "Another title")
    write_word(theirs.folder, "жайлаутану", wanted=True)
    write_word(session.folder, "агродала", wanted=True)
    write_bundle(theirs, theirs.workspace.entries, tmp_path / "back.zip")
    with opened_bundle(session, tmp_path / "back.zip") as bundle:
        assert take_bundle(session, bundle, {entry.id})
    assert read_words(session.folder).words >= {"агродала", "геопортал", "жайлаутану"}


def test_a_renamed_author_keeps_the_phone_and_a_new_one_gets_nobodys(
    session: Session, entry: Entry, tmp_path: Path
) -> None:
    first, *others = entry.authors
    renamed = replace(entry, authors=(replace(first, given_name="Басқа"), *others))
    added = replace(entry, authors=(Author(surname="Жаңа"), *entry.authors))
    for sent, phones in ((renamed, [first.phone]), (added, ["", first.phone])):
        write_bundle(session, [sent], tmp_path / "z.zip")
        with opened_bundle(session, tmp_path / "z.zip") as bundle:
            take_bundle(session, bundle, {entry.id})
        assert [author.phone for author in now(session, entry.id).authors][: len(phones)] == phones
        session.undo()


def test_a_new_entry_comes_with_its_figures(session: Session, entry: Entry, tmp_path: Path) -> None:
    write_bundle(session, [entry], tmp_path / "z.zip")
    session.apply(RemoveEntries(frozenset({entry.id}), LABEL))
    shutil.rmtree(session.folder / "figures" / entry.id)
    with opened_bundle(session, tmp_path / "z.zip") as bundle:
        assert [one.news for one in bundle.received] == ["new"]
        take_bundle(session, bundle, {entry.id})
    assert now(session, entry.id).title == entry.title
    assert all(figure_path(session.folder, entry.id, file) for file in figures(entry))


def test_a_figure_that_looks_otherwise_comes_beside_the_one_that_is_here(
    session: Session, entry: Entry, tmp_path: Path
) -> None:
    theirs = colleague(session, entry, tmp_path / "z.zip")
    file = figures(entry)[0]
    mine = (session.folder / "figures" / entry.id / file).read_bytes()
    (theirs.folder / "figures" / entry.id / file).write_bytes(b"another picture")
    write_bundle(theirs, theirs.workspace.entries, tmp_path / "back.zip")
    with opened_bundle(session, tmp_path / "back.zip") as bundle:
        (found,) = bundle.received
        assert found.news == "changed"
        assert [str(one.label) for one in found.fields] == ["Figures that look otherwise"]
        take_bundle(session, bundle, {entry.id})
    name = figures(now(session, entry.id))[0]
    assert name != file
    assert (session.folder / "figures" / entry.id / name).read_bytes() == b"another picture"
    assert (session.folder / "figures" / entry.id / file).read_bytes() == mine


def test_the_collections_facts_are_taken_only_when_chosen(session: Session, entry: Entry, tmp_path: Path) -> None:
    theirs = colleague(session, entry, tmp_path / "z.zip")
    theirs.apply(SetField("", "isbn", "978-601-04-1111-1", LABEL))
    write_bundle(theirs, theirs.workspace.entries, tmp_path / "back.zip")
    before = session.workspace
    with opened_bundle(session, tmp_path / "back.zip") as bundle:
        assert [(one.entry, one.news) for one in bundle.received] == [(COLLECTION, "changed"), (entry.id, "same")]
        assert not take_bundle(session, bundle, ())
        assert session.workspace is before
        take_bundle(session, bundle, {COLLECTION})
    assert session.workspace.collection.isbn == "978-601-04-1111-1"
    assert session.workspace.entries == before.entries


def test_an_entry_with_another_number_stands_in_its_place(session: Session, tmp_path: Path) -> None:
    first = session.workspace.entries[0]
    write_bundle(session, [replace(first, number=900)], tmp_path / "z.zip")
    with opened_bundle(session, tmp_path / "z.zip") as bundle:
        take_bundle(session, bundle, {first.id})
    assert session.workspace.entries[-1].id == first.id


def test_a_zip_that_is_none_leaves_no_folder(tmp_path: Path) -> None:
    (tmp_path / "z.zip").write_bytes(b"nothing")
    with pytest.raises(ReadError):
        unpack_bundle(tmp_path / "z.zip", tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["z.zip"]


def test_a_zip_is_known_by_its_name_and_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "Z.ZIP").write_bytes(b"")
    (tmp_path / "z.md").write_bytes(b"")
    (tmp_path / "folder.zip").mkdir()
    assert [is_bundle(tmp_path / name) for name in ("Z.ZIP", "z.md", "folder.zip", "missing.zip")] == [True] + 3 * [
        False
    ]
