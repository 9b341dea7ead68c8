"""A session tells of every change and writes what changed, and only that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.session import Change, Session, touched
from proceedings_editor.errors import WriteError
from proceedings_editor.model.edit import AddEntry, SetField
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Author
from proceedings_editor.texts import text

LABEL = text("Change")
ENTRY = Entry("a1", number=7, title=LocalText(kk="Дала"), authors=(Author(surname="Сұлтанова", given_name="Ә."),))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    folder = tmp_path / "жинақ"
    new_collection(folder, "kz-conference")
    session = Session(folder, open_collection(folder))
    session.apply(AddEntry(ENTRY, LABEL))
    session.save()
    return session


def files(session: Session) -> dict[str, tuple[int, bytes]]:
    return {
        path.name: (path.stat().st_mtime_ns, path.read_bytes())
        for path in session.folder.rglob("*")
        if path.is_file() and ".proceedings" not in path.parts
    }


def test_a_saved_session_opens_as_it_was(session: Session) -> None:
    assert not session.is_dirty
    assert open_collection(session.folder).workspace == session.workspace
    assert dict(session.sources) == {"a1": "007_sultanova_a.yaml"}


def test_only_what_changed_is_written(session: Session) -> None:
    session.apply(AddEntry(replace(ENTRY, id="b2", number=8), LABEL))
    session.save()
    before = files(session)
    session.apply(SetField("a1", "title.kk", "Өзен", LABEL))
    assert session.is_dirty
    session.save()
    assert [name for name, state in files(session).items() if before[name] != state] == ["007_sultanova_a.yaml"]


def test_undo_back_to_the_saved_state_is_not_dirty(session: Session) -> None:
    session.apply(SetField("", "isbn", "978-601-7999-00-1", LABEL))
    assert session.is_dirty
    session.undo()
    assert not session.is_dirty


def test_another_number_renames_the_file(session: Session) -> None:
    session.apply(SetField("a1", "number", 12, LABEL))
    session.save()
    assert session.sources["a1"] == "012_sultanova_a.yaml"
    assert sorted(path.name for path in (session.folder / "entries").iterdir()) == ["012_sultanova_a.yaml"]


def test_everybody_is_told_of_edits_undo_redo_and_saving(session: Session) -> None:
    told: list[Change] = []
    stop = session.listen(told.append)
    session.apply(SetField("a1", "edn", "ABCDEF", LABEL))
    session.apply(SetField("a1", "edn", "ABCDEF", LABEL))  # changes nothing: nobody is told
    session.undo()
    session.redo()
    session.save()
    stop()
    session.undo()
    assert [(change.step is not None, change.is_undo) for change in told] == [
        (True, False),
        (True, True),
        (True, False),
        (False, False),
    ]
    assert told[0].after is told[2].after


def test_what_could_not_be_written_stays_unsaved(session: Session) -> None:
    session.apply(SetField("a1", "title.kk", "\ud800", LABEL))
    with pytest.raises(WriteError):
        session.save()
    assert session.is_dirty
    session.apply(SetField("a1", "title.kk", "Өзен", LABEL))
    session.save()
    assert not session.is_dirty


def test_what_only_moved_among_the_entries_is_not_touched(session: Session) -> None:
    session.apply(AddEntry(replace(ENTRY, id="b2", number=8), LABEL))
    before = session.workspace
    session.apply(AddEntry(replace(ENTRY, id="c3", number=1), LABEL))
    assert touched(before, session.workspace) == touched(session.workspace, before) == {"c3"}
    session.apply(SetField("b2", "title", LocalText(kk="Өзен"), LABEL))
    assert touched(before, session.workspace) == {"b2", "c3"}
