"""Files changed by somebody else: taken over where nothing is unsaved, asked about elsewhere, never written over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proceedings_editor.app.outside import Outside
from proceedings_editor.app.session import Session
from proceedings_editor.errors import FileChanged
from proceedings_editor.model.edit import Renumber, SetField, SetRules
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.storage.version import versions_of
from proceedings_editor.texts import text
from tests.app.sample import copied_sample, opened, set_title

LABEL = text("Change")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied_sample(tmp_path)


@pytest.fixture
def session(folder: Path) -> Session:
    return opened(folder)


@pytest.fixture
def outside(session: Session) -> Outside:
    return Outside(session)


def look(outside: Outside) -> list[str]:
    """Look twice: what is missing once may only be renamed."""
    return [str(sentence) for _ in range(2) for sentence in outside.take(outside.looking()())]


def rename_elsewhere(folder: Path, entry: str, words: str) -> None:
    other = opened(folder)
    set_title(other, entry, words)
    other.save()


def title(session: Session, entry: str) -> str:
    found = session.entry(entry)
    assert found
    return found.title.kk


def on_disk(folder: Path, entry: str) -> Entry:
    found = opened(folder).entry(entry)
    assert found
    return found


def test_nothing_is_said_while_nothing_happens_and_after_an_own_save(session: Session, outside: Outside) -> None:
    assert look(outside) == []
    set_title(session, "ozera", "Менікі")
    session.save()
    assert look(outside) == []


def test_a_file_that_only_got_another_time_is_no_change(session: Session, outside: Outside, folder: Path) -> None:
    before = session.workspace
    for path in folder.glob("**/*.yaml"):
        path.touch()
    assert look(outside) == []
    assert session.workspace is before


def test_what_is_not_touched_here_is_taken_over_silently(session: Session, outside: Outside, folder: Path) -> None:
    set_title(session, "beldeu", "Менікі")
    rename_elsewhere(folder, "ozera", "Олардікі")
    (said,) = look(outside)
    assert said.startswith("Somebody else has changed “Испарение")
    assert title(session, "ozera") == "Олардікі" and title(session, "beldeu") == "Менікі"
    assert session.unsaved() == {"beldeu"}
    session.save()
    assert on_disk(folder, "ozera").title.kk == "Олардікі"


def test_undo_does_not_take_back_what_somebody_else_did(session: Session, outside: Outside, folder: Path) -> None:
    set_title(session, "ozera", "Бірінші")
    session.save()
    set_title(session, "beldeu", "Менікі")
    rename_elsewhere(folder, "ozera", "Олардікі")
    look(outside)
    assert session.undo()
    assert not session.undo(), "the step that changed what somebody else changed since is no step any more"
    assert title(session, "ozera") == "Олардікі"
    assert not session.is_dirty
    assert session.redo()
    assert title(session, "beldeu") == "Менікі" and title(session, "ozera") == "Олардікі"


def test_saving_never_writes_over_what_was_not_seen(session: Session, folder: Path) -> None:
    set_title(session, "ozera", "Менікі")
    set_title(session, "beldeu", "Менікі де")
    rename_elsewhere(folder, "ozera", "Олардікі")
    with pytest.raises(FileChanged):
        session.save()
    assert on_disk(folder, "ozera").title.kk == "Олардікі"
    assert on_disk(folder, "beldeu").title.kk == "Менікі де"
    assert session.unsaved() == {"ozera"} and title(session, "ozera") == "Менікі"


@pytest.fixture
def conflict(session: Session, outside: Outside, folder: Path) -> None:
    set_title(session, "ozera", "Менікі")
    rename_elsewhere(folder, "ozera", "Олардікі")
    assert look(outside) == []
    assert set(outside.conflicts) == {"ozera"}
    assert title(session, "ozera") == "Менікі"


@pytest.mark.usefixtures("conflict")
def test_the_comparison_shows_theirs_beside_mine(outside: Outside) -> None:
    (difference,) = outside.differences(outside.conflicts["ozera"])
    assert (difference.saved, difference.recovered) == ("Олардікі", "Менікі")


@pytest.mark.usefixtures("conflict")
def test_mine_is_written_over_theirs_which_stays_a_version(session: Session, outside: Outside, folder: Path) -> None:
    outside.settle("ozera", "mine")
    assert session.unsaved() == {"ozera"} and not outside.conflicts
    session.save()
    assert on_disk(folder, "ozera").title.kk == "Менікі"
    assert len(versions_of(folder, "ozera")) == 3  # the first, theirs, mine
    assert look(outside) == []


@pytest.mark.usefixtures("conflict")
def test_theirs_is_taken_and_mine_stays_a_version(session: Session, outside: Outside, folder: Path) -> None:
    outside.settle("ozera", "theirs")
    assert title(session, "ozera") == "Олардікі" and not session.is_dirty
    texts = {version.path.read_bytes() for version in versions_of(folder, "ozera")}
    assert len(texts) >= 3
    assert look(outside) == []


@pytest.mark.usefixtures("conflict")
def test_both_are_kept_mine_as_an_entry_of_its_own(session: Session, outside: Outside, folder: Path) -> None:
    before = len(session.workspace.entries)
    outside.settle("ozera", "both")
    session.save()
    titles = [entry.title.kk for entry in opened(folder).workspace.entries]
    assert len(titles) == before + 1
    assert {"Олардікі", "Менікі"} <= set(titles)
    assert look(outside) == []


@pytest.mark.usefixtures("conflict")
def test_a_conflict_whose_own_side_was_taken_back_is_none(session: Session, outside: Outside) -> None:
    session.undo()
    look(outside)
    assert not outside.conflicts and title(session, "ozera") == "Олардікі"


def test_what_both_did_the_same_way_is_no_conflict(session: Session, outside: Outside, folder: Path) -> None:
    set_title(session, "ozera", "Бірдей")
    rename_elsewhere(folder, "ozera", "Бірдей")
    look(outside)
    assert not outside.conflicts and not session.is_dirty


def test_new_renamed_and_removed_files_are_followed(session: Session, outside: Outside, folder: Path) -> None:
    other = opened(folder)
    first, second = [entry for entry in other.workspace.entries if entry.id != "ozera"][:2]
    other.apply(Renumber({first.id: 900}, LABEL))
    other.save()
    (folder / "entries" / session.sources[second.id]).unlink()
    words = (folder / "entries" / other.sources["ozera"]).read_text("utf-8")
    (folder / "entries" / "new.yaml").write_text(words.replace("id: ozera", "id: fresh"), "utf-8")
    said = look(outside)
    assert session.entry(second.id) is None and session.entry("fresh")
    assert session.entry(first.id).number == 900  # type: ignore[union-attr]
    assert session.sources[first.id] == other.sources[first.id]
    assert "Somebody else took 1 entry out." in said
    assert not session.is_dirty


def test_a_file_that_is_missing_for_a_moment_is_not_taken_out(session: Session, outside: Outside, folder: Path) -> None:
    path = folder / "entries" / session.sources["ozera"]
    aside = path.rename(folder / "aside")
    outside.take(outside.looking()())
    aside.rename(path)
    assert look(outside) == [] and session.entry("ozera")


def test_an_entry_removed_elsewhere_and_changed_here_is_asked_about(
    session: Session, outside: Outside, folder: Path
) -> None:
    set_title(session, "ozera", "Менікі")
    (folder / "entries" / session.sources["ozera"]).unlink()
    look(outside)
    assert outside.conflicts["ozera"].entry is None
    outside.settle("ozera", "mine")
    session.save()
    assert on_disk(folder, "ozera").title.kk == "Менікі"


def test_a_damaged_file_is_told_once_and_ours_can_be_written_over_it(
    session: Session, outside: Outside, folder: Path
) -> None:
    path = folder / "entries" / session.sources["ozera"]
    path.write_text("id: [", "utf-8")
    (said,) = look(outside)
    assert path.name in said and "goes on with what it read before" in said
    assert session.entry("ozera") and look(outside) == []
    set_title(session, "ozera", "Менікі")
    with pytest.raises(FileChanged):
        session.save()
    outside.settle("ozera", "mine")
    session.save()
    assert on_disk(folder, "ozera").title.kk == "Менікі"


def test_a_damaged_file_that_is_mended_is_taken_over(session: Session, outside: Outside, folder: Path) -> None:
    path = folder / "entries" / session.sources["ozera"]
    words = path.read_text("utf-8")
    path.write_text("id: [", "utf-8")
    look(outside)
    path.write_text(words, "utf-8")
    assert look(outside) == [] and not outside.conflicts


def test_settings_are_taken_over_or_asked_about(session: Session, outside: Outside, folder: Path) -> None:
    other = opened(folder)
    other.apply(SetField("", "volume", "7", LABEL))
    other.apply(SetRules({"UDC001": RuleSettings("off")}, LABEL))
    other.save()
    assert look(outside) == ["Somebody else has changed the settings; you see them as they are now."]
    assert session.workspace.collection.volume == "7" and not session.is_dirty
    session.apply(SetField("", "volume", "8", LABEL))
    other.apply(SetField("", "volume", "9", LABEL))
    other.save()
    look(outside)
    (difference,) = outside.differences(outside.conflicts[""])
    assert (difference.saved, difference.recovered) == ("9", "8")
    outside.settle("", "mine")
    session.save()
    assert opened(folder).workspace.collection.volume == "8"


def test_a_vanished_folder_is_told_and_saving_works_again_when_it_is_back(
    session: Session, outside: Outside, folder: Path
) -> None:
    away = folder.with_name("away")
    shutil.move(folder, away)
    (said,) = look(outside)
    assert "not there any more" in said and outside.is_gone
    set_title(session, "ozera", "Менікі")
    shutil.move(away, folder)
    (said,) = look(outside)
    assert "is back" in said
    session.save()
    assert on_disk(folder, "ozera").title.kk == "Менікі"
