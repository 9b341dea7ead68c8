"""A session with locks: refused as a whole where somebody else is at work, and given back when nothing is unsaved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from proceedings_editor.app.locking import Locks, banner_sentence, refusal_sentence, who
from proceedings_editor.app.session import Session
from proceedings_editor.model.edit import Renumber, SetField
from proceedings_editor.storage.lock import SETTINGS, LockFolder
from proceedings_editor.texts import text
from tests.app.sample import copied_sample, opened, set_title

LABEL = text("Change")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied_sample(tmp_path)


def locks(folder: Path, user: str) -> Locks:
    return Locks(LockFolder(folder, folder.parent / "cache", user, user, "PC"))


@pytest.fixture
def aigul(folder: Path) -> Iterator[Locks]:
    made = locks(folder, "Айгүл")
    yield made
    made.close()


@pytest.fixture
def dana(folder: Path) -> Iterator[Locks]:
    made = locks(folder, "Дана")
    yield made
    made.close()


@pytest.fixture
def session(folder: Path, dana: Locks) -> Session:
    session = opened(folder)
    session.guard_by(lambda owners: dana.ask(owners) is None)
    return session


def test_an_edit_of_what_somebody_else_edits_changes_nothing(session: Session, aigul: Locks) -> None:
    assert aigul.ask(frozenset({"ozera"})) is None
    before = session.workspace
    set_title(session, "ozera", "Менікі")
    assert session.workspace is before and session.next_undo is None
    set_title(session, "beldeu", "Менікі")
    assert session.unsaved() == {"beldeu"}


def test_an_edit_of_many_is_refused_as_a_whole_and_holds_no_lock(session: Session, dana: Locks, aigul: Locks) -> None:
    aigul.ask(frozenset({"ozera"}))
    before = session.workspace
    numbers = {entry.id: 100 + index for index, entry in enumerate(session.workspace.entries)}
    assert not session.apply(Renumber(numbers, LABEL))
    assert session.workspace is before and dana.mine == frozenset()
    assert aigul.look() == frozenset() and not aigul.others
    refusal = dana.ask(frozenset(numbers))
    assert refusal and refusal.owner == "ozera"


def test_undo_is_refused_where_somebody_else_is_at_work_since(session: Session, dana: Locks, aigul: Locks) -> None:
    set_title(session, "ozera", "Менікі")
    session.save()
    dana.keep_only(session.unsaved())
    dana.look()
    assert aigul.ask(frozenset({"ozera"})) is None
    assert not session.undo()
    assert session.entry("ozera").title.kk == "Менікі"  # type: ignore[union-attr]
    aigul.keep_only(frozenset())
    aigul.look()
    dana.look()
    assert session.undo()


def test_a_lock_is_held_while_something_is_unsaved(session: Session, dana: Locks, aigul: Locks) -> None:
    session.apply(SetField(SETTINGS, "volume", "7", LABEL))
    set_title(session, "ozera", "Менікі")
    aigul.look()
    assert aigul.others.keys() == {SETTINGS, "ozera"}
    session.undo()
    dana.keep_only(session.unsaved())
    dana.look()
    aigul.look()
    assert aigul.others.keys() == {SETTINGS}
    session.save()
    dana.keep_only(session.unsaved())
    dana.look()
    aigul.look()
    assert not aigul.others


def test_a_lock_somebody_took_away_by_hand_is_taken_again(dana: Locks, aigul: Locks, folder: Path) -> None:
    dana.ask(frozenset({"ozera"}))
    (folder / ".proceedings" / "locks" / "ozera.lock").unlink()
    assert dana.look() == frozenset()
    assert aigul.ask(frozenset({"ozera"}))


def test_what_an_own_crash_left_behind_stops_nobody(folder: Path) -> None:
    cache = folder.parent / "cache"
    crashed = LockFolder(folder, cache, "crashed", "Айгүл", "PC")
    crashed.take("ozera")
    again = Locks(LockFolder(folder, cache, "again", "Айгүл", "PC"))
    again.look()
    assert again.ask(frozenset({"ozera"})) is None and again.mine == {"ozera"}
    again.close()


def test_a_folder_that_cannot_be_written_stops_nobody(folder: Path, session: Session, dana: Locks) -> None:
    (folder / ".proceedings").write_bytes(b"")
    set_title(session, "ozera", "Менікі")
    assert session.is_dirty and dana.fault is not None
    assert dana.look() == frozenset()


def test_sentences_name_the_person_and_the_entry(dana: Locks, aigul: Locks) -> None:
    aigul.ask(frozenset({"ozera", SETTINGS}))
    refusal = dana.ask(frozenset({"ozera"}))
    assert refusal
    assert str(who(refusal.holder)) == "Айгүл (PC)"
    assert str(refusal_sentence(refusal, "Өзендер")).startswith(
        "Nothing was changed, because Айгүл (PC) is editing “Өзендер” since "
    )
    dana.look()
    assert str(banner_sentence("ozera", dana.others["ozera"])).startswith("Айгүл (PC) is editing this entry since ")
    assert "settings" in str(banner_sentence(SETTINGS, dana.others[SETTINGS]))
