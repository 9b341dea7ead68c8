"""Pictures that came in and are shown nowhere go to the trash when the collection closes; all others stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from proceedings_editor.app.figure import add_figure
from proceedings_editor.app.session import Session
from proceedings_editor.app.tidying import tidy_pictures
from proceedings_editor.model.body import Figure
from proceedings_editor.model.edit import SetBody
from proceedings_editor.model.place import Place
from proceedings_editor.resources import shipped
from proceedings_editor.storage.attachment import figure_path
from proceedings_editor.texts import text
from tests.app.sample import copied_sample, opened

ENTRY = "ozera"
PICTURE = shipped("examples", "steppe-2026", "figures", "beldeu", "snow.png")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return opened(copied_sample(tmp_path))


def bring(session: Session) -> Figure:
    figure = add_figure(session.folder, ENTRY, PICTURE)
    session.note_picture(ENTRY, figure.file)
    return figure


def insert(session: Session, *figures: Figure) -> None:
    entry = session.entry(ENTRY)
    assert entry
    session.apply(SetBody(ENTRY, (*entry.body, *figures), text("Insert figure"), Place(block=(0,))))


def is_there(session: Session, figure: Figure) -> bool:
    return figure_path(session.folder, ENTRY, figure.file) is not None


def test_the_picture_of_an_undone_paste_goes_to_the_trash_whole(session: Session) -> None:
    figure = bring(session)
    insert(session, figure)
    session.undo()
    tidy_pictures(session)
    assert not is_there(session, figure)
    assert (session.folder / ".proceedings" / "trash" / "snow.png").read_bytes() == PICTURE.read_bytes()


def test_what_is_shown_saved_or_not_stays(session: Session) -> None:
    saved, unsaved = bring(session), bring(session)
    insert(session, saved)
    session.save()
    insert(session, unsaved)
    tidy_pictures(session)
    assert is_there(session, saved) and is_there(session, unsaved)


def test_what_a_version_shows_stays(session: Session) -> None:
    figure = bring(session)
    insert(session, figure)
    session.save()
    session.undo()
    session.save()
    tidy_pictures(session)
    assert is_there(session, figure)


def test_what_the_file_shows_by_now_stays(session: Session) -> None:
    """A colleague may have undone the deletion a moment ago."""
    other, figure = opened(session.folder), bring(session)
    insert(other, figure)
    other.save()
    tidy_pictures(session)
    assert is_there(session, figure)


def test_what_others_brought_stays(session: Session) -> None:
    figure = add_figure(session.folder, ENTRY, PICTURE)
    tidy_pictures(session)
    assert is_there(session, figure)


def test_beside_a_file_that_cannot_be_read_everything_stays(session: Session) -> None:
    figure = bring(session)
    file = session.folder / "entries" / session.sources[ENTRY]
    file.write_text("id: [", encoding="utf-8")
    tidy_pictures(session)
    assert is_there(session, figure)


def test_two_pictures_of_one_name_are_both_in_the_trash(session: Session) -> None:
    for _ in range(2):
        bring(session)
        tidy_pictures(session)
    trash = session.folder / ".proceedings" / "trash"
    assert sorted(path.name for path in trash.iterdir()) == ["snow-2.png", "snow.png"]
