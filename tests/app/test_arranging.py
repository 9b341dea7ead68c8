"""Arranging a collection: each act is one undoable edit, and the files follow when it is saved."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.app.arranging import duplicate, move_to_section, moved_to, remove, renumbered, set_state
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.errors import UsageError
from proceedings_editor.model.edit import Edit, SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.resources import shipped
from proceedings_editor.texts import text
from tests.rules.sample import entry, workspace


@pytest.fixture
def session(tmp_path: Path) -> Session:
    folder = tmp_path / "c"
    shutil.copytree(shipped("examples", "steppe-2026"), folder)
    return Session(folder, open_collection(folder))


def numbers(session: Session) -> list[tuple[str, int | None]]:
    return [(one.id, one.number) for one in session.workspace.entries]


def done(session: Session, edit: Edit | None) -> None:
    before = session.workspace
    assert edit is not None
    assert session.apply(edit)
    after = session.workspace
    session.undo()
    assert session.workspace is before
    session.redo()
    assert session.workspace is after


def reopened(session: Session) -> Session:
    session.save()
    again = Session(session.folder, open_collection(session.folder))
    assert again.problems == ()
    assert again.workspace == session.workspace
    return again


def one(session: Session, entry_id: str) -> Entry:
    found = session.entry(entry_id)
    assert found
    return found


def test_a_copy_has_its_pictures_and_no_number(session: Session) -> None:
    edit = duplicate(session, one(session, "tynaigan"))
    done(session, edit)
    copy = one(session, edit.entry)
    assert (copy.number, copy.first_page, copy.body) == (None, None, one(session, "tynaigan").body)
    figures = session.folder / "figures"
    assert sorted(path.name for path in (figures / copy.id).iterdir()) == sorted(
        path.name for path in (figures / "tynaigan").iterdir()
    )
    assert len(reopened(session).workspace.entries) == 5


def test_what_is_deleted_lies_in_the_trash_and_undo_brings_it_back(session: Session) -> None:
    done(session, remove([one(session, "ozera"), one(session, "beldeu")]))
    reopened(session)
    assert len(list((session.folder / "entries").iterdir())) == 2
    trash = session.folder / ".proceedings" / "trash"
    assert sorted(path.name for path in trash.iterdir()) == ["002_vetlugina_si.yaml", "004_ukibaev_mzh.yaml"]
    session.undo()
    assert len(reopened(session).workspace.entries) == 4


def test_entries_are_moved_between_sections(session: Session) -> None:
    section = one(session, "ozera").section
    done(session, move_to_section(session.workspace.entries, section))
    assert {entry.section for entry in session.workspace.entries} == {section}
    assert move_to_section(session.workspace.entries, section) is None


def test_a_rejected_entry_leaves_the_numbering(session: Session) -> None:
    done(session, set_state([one(session, "ozera")], "rejected"))
    assert numbers(session) == [("tynaigan", 1), ("sensors", 3), ("beldeu", 4), ("ozera", None)]
    done(session, renumbered(session.workspace, [id for id, _ in numbers(session)]))
    assert numbers(session) == [("tynaigan", 1), ("sensors", 2), ("beldeu", 3), ("ozera", None)]
    assert sorted(path.name[:3] for path in (reopened(session).folder / "entries").iterdir())[:3] == [
        "001",
        "002",
        "003",
    ]


def test_numbers_begin_at_one(session: Session) -> None:
    with pytest.raises(UsageError):
        renumbered(session.workspace, ["ozera"], 0)


def test_entries_are_dragged_to_another_place(session: Session) -> None:
    done(session, moved_to(session.workspace, ["beldeu"], "tynaigan"))
    assert numbers(session) == [("beldeu", 1), ("tynaigan", 2), ("ozera", 3), ("sensors", 4)]
    done(session, moved_to(session.workspace, ["beldeu", "ozera"], ""))
    assert [id for id, _ in numbers(session)] == ["tynaigan", "sensors", "beldeu", "ozera"]
    assert moved_to(session.workspace, ["tynaigan"], "tynaigan") is None
    assert moved_to(session.workspace, ["tynaigan"], "sensors") is None


def test_a_new_number_moves_the_entry_to_its_place(session: Session) -> None:
    done(session, SetField("tynaigan", "number", 9, text("Change")))
    assert [id for id, _ in numbers(session)] == ["ozera", "sensors", "beldeu", "tynaigan"]


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.integers(-1, 5))
def test_moving_only_changes_who_has_which_number(order: list[int], moved: set[int], before: int) -> None:
    where = workspace(*(entry(id=f"e{place}", number=number + 1) for number, place in enumerate(order)))
    edit = moved_to(where, [f"e{place}" for place in moved], f"e{before}" if before >= 0 else "")
    after = edit.apply(where) if edit else where
    assert sorted(one.number or 0 for one in after.entries) == [1, 2, 3, 4, 5, 6]
    assert {one.id for one in after.entries} == {one.id for one in where.entries}
    assert [one.number for one in after.entries] == [1, 2, 3, 4, 5, 6]
