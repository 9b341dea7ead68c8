"""After a crash: what is found, how it is compared, what is taken, and how much can be lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from proceedings_editor.app.journal import Journal
from proceedings_editor.app.recovery import COLLECTION, find_recoveries, settle
from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Body
from proceedings_editor.model.edit import AddEntry, SetField, SetRules
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.storage.folder import save_entry
from proceedings_editor.texts import text
from tests.app.sample import copied_sample, opened, set_title, write_paragraph

LOST_SECONDS = 5
PROGRAM = Path(__file__).with_name("crashing.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied_sample(tmp_path)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def crashed(folder: Path, cache: Path) -> Session:
    """Change two entries and the collection, add an entry, and crash."""
    session = opened(folder)
    journal = Journal(session, cache)
    set_title(session, "ozera", "Қалпына келтірілген атау")
    write_paragraph(session, "beldeu", "Сақталмаған абзац")
    session.apply(SetField("", "volume", "7", text("Change")))
    session.apply(AddEntry(Entry("fresh", title=LocalText("Жаңа мақала")), text("Add")))
    journal.write()
    journal.presence.close()
    return session


def test_everything_unsaved_is_found_and_compared(folder: Path, cache: Path) -> None:
    crashed(folder, cache)
    (recovery,) = find_recoveries(opened(folder), cache)
    found = {difference.entry: difference for difference in recovery.differences}
    assert set(found) == {COLLECTION, "ozera", "beldeu", "fresh"}
    assert found["fresh"].is_new and not found["ozera"].is_new
    assert not any(difference.is_file_newer for difference in recovery.differences)
    (title,) = found["ozera"].fields
    assert (title.language, title.recovered) == ("kk", "Қалпына келтірілген атау")
    (body,) = found["beldeu"].fields
    assert body.recovered.splitlines()[-1] == "Сақталмаған абзац"
    assert "Сақталмаған" not in body.saved


def test_taking_all_gives_the_crashed_workspace_back(folder: Path, cache: Path) -> None:
    lost = crashed(folder, cache).workspace
    session = opened(folder)
    (recovery,) = find_recoveries(session, cache)
    settle(session, Journal(session, cache), recovery, {one.entry for one in recovery.differences})
    assert session.workspace == lost
    assert session.is_dirty
    session.save()
    assert opened(folder).workspace == lost
    session.undo()
    assert session.workspace != lost


def test_what_was_taken_is_safe_from_the_next_crash(folder: Path, cache: Path) -> None:
    lost = crashed(folder, cache).workspace
    session = opened(folder)
    journal = Journal(session, cache)
    (recovery,) = find_recoveries(session, cache)
    settle(session, journal, recovery, {one.entry for one in recovery.differences})
    journal.presence.close()
    again = opened(folder)
    (second,) = find_recoveries(again, cache)
    settle(again, Journal(again, cache), second, {one.entry for one in second.differences})
    assert again.workspace == lost


def test_taking_some_leaves_the_others_as_saved_and_keeps_them_in_the_trash(folder: Path, cache: Path) -> None:
    crashed(folder, cache)
    session = opened(folder)
    before = session.workspace
    (recovery,) = find_recoveries(session, cache)
    settle(session, Journal(session, cache), recovery, {"ozera"})
    assert [entry.id for entry in session.workspace.entries] == [entry.id for entry in before.entries]
    changed = [one.id for one, old in zip(session.workspace.entries, before.entries, strict=True) if one != old]
    assert changed == ["ozera"]
    assert session.workspace.collection == before.collection
    assert find_recoveries(session, cache) == ()
    assert len(list((folder / ".proceedings" / "trash").iterdir())) == 1


def test_taking_none_changes_nothing(folder: Path, cache: Path) -> None:
    crashed(folder, cache)
    session = opened(folder)
    (recovery,) = find_recoveries(session, cache)
    settle(session, Journal(session, cache), recovery, ())
    assert not session.is_dirty and session.next_undo is None
    assert find_recoveries(opened(folder), cache) == ()


def test_settings_of_rules_survive_a_crash(folder: Path, cache: Path) -> None:
    session = opened(folder)
    journal = Journal(session, cache)
    wanted = {"TYPO001": RuleSettings("error", {"allow": ["a", "ә"]}), "UDC001": RuleSettings("off")}
    session.apply(SetRules(wanted, text("Change the rules")))
    journal.write()
    journal.presence.close()
    again = opened(folder)
    (recovery,) = find_recoveries(again, cache)
    (difference,) = recovery.differences
    assert difference.entry == COLLECTION and [field.recovered for field in difference.fields] == [
        "TYPO001 · error · allow: a, ә\nUDC001 · off"
    ]
    settle(again, Journal(again, cache), recovery, {COLLECTION})
    assert again.workspace.template.rules == wanted and again.is_dirty
    again.save()
    assert opened(folder).workspace.template.rules == wanted


def test_a_file_changed_after_the_crash_is_marked(folder: Path, cache: Path) -> None:
    session = crashed(folder, cache)
    entry = next(entry for entry in session.saved.entries if entry.id == "ozera")
    later = replace(entry, edn="ABCDEF")
    time.sleep(0.02)
    name = save_entry(folder, entry, later, session.sources[entry.id])
    (recovery,) = find_recoveries(opened(folder), cache)
    assert {difference.entry for difference in recovery.differences if difference.is_file_newer} == {entry.id}
    assert name == session.sources[entry.id]


def test_a_crash_right_after_saving_offers_nothing(folder: Path, cache: Path) -> None:
    session = crashed(folder, cache)
    session.save()
    assert find_recoveries(opened(folder), cache) == ()
    assert list(folder.glob(".proceedings/journal/*.json")) == []


def test_a_killed_program_loses_less_than_five_seconds_and_nothing_is_damaged(folder: Path, cache: Path) -> None:
    """It types a numbered paragraph every few milliseconds, saves now and then, and is killed at random moments."""
    chance = random.Random(70)
    begun_with = len(_body(opened(folder)))
    known = 0
    for _ in range(5):
        lines, killed = _typed_until_killed(folder, cache, known, chance.uniform(0.3, 4.5))
        safe = max((number for number, when in lines if when < killed - LOST_SECONDS), default=known)
        session = opened(folder)
        assert session.problems == ()
        journal = Journal(session, cache)
        for recovery in find_recoveries(session, cache):
            settle(session, journal, recovery, {"ozera"})
        entry = session.entry("ozera")
        assert entry
        recovered = int(entry.edn or 0)
        assert max(safe, known) <= recovered <= lines[-1][0] + 1  # killed before it could say the last one
        assert len(entry.body) == begun_with + recovered
        session.save()
        journal.close()
        known = recovered
        assert find_recoveries(opened(folder), cache) == ()
    assert known > 0


def _typed_until_killed(folder: Path, cache: Path, first: int, seconds: float) -> tuple[list[tuple[int, float]], float]:
    """Return what was typed, with the time of each paragraph, and the time of the end."""
    output = folder.parent / "typed.txt"
    output.write_text("", encoding="utf-8")
    with output.open("a", encoding="utf-8") as stream:
        program = subprocess.Popen([sys.executable, str(PROGRAM), str(folder), str(cache), str(first)], stdout=stream)
        _wait_for(output, 5)
        time.sleep(seconds)
        program.kill()
        killed = time.monotonic()
        program.wait()
    lines = [line.split() for line in output.read_text(encoding="utf-8").splitlines(keepends=True) if line[-1] == "\n"]
    return [(int(number), float(when)) for number, when in lines], killed


def _body(session: Session) -> Body:
    entry = session.entry("ozera")
    assert entry
    return entry.body


def _wait_for(path: Path, lines: int) -> None:
    end = time.monotonic() + 60
    while path.read_text(encoding="utf-8").count("\n") < lines:
        assert time.monotonic() < end
        time.sleep(0.02)
