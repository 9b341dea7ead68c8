"""Checking while a person works gives what a whole check gives, looking only at what changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from proceedings_editor.app.found import Found
from proceedings_editor.app.live_check import AT_ONCE, Checked, LiveReport, check_more, check_place
from proceedings_editor.app.new_entry import new_entry
from proceedings_editor.app.session import Session
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.rules.engine import Engine
from proceedings_editor.templates.reader import shipped_template
from proceedings_editor.texts import text
from tests.app.sample import copied_sample, opened, set_title

WRONG = "Ж\u0061ңа мақала"
"""With a Latin letter in a Kazakh word, which CHAR001 finds in any text."""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return opened(copied_sample(tmp_path))


def checked(report: LiveReport, workspace: Workspace) -> LiveReport:
    while not report.is_complete(workspace):
        report = check_more(report, workspace, "", NeverCancelled())
    return report


def test_it_finds_what_a_whole_check_finds(session: Session) -> None:
    set_title(session, "ozera", WRONG)
    report = checked(LiveReport(), session.workspace)
    assert set(map(key, report.findings(session.workspace))) == set(
        map(key, Engine(session.workspace).check().findings)
    )
    assert report.findings(session.workspace)


def test_only_what_changed_is_looked_at_again(session: Session) -> None:
    report = checked(LiveReport(), session.workspace)
    set_title(session, "ozera", WRONG)
    assert [entry.id for entry in report.stale(session.workspace, "")] == ["ozera"]
    again = checked(report, session.workspace)
    assert again.entries["tynaigan"] is report.entries["tynaigan"]
    assert [one.code for one in again.entries["ozera"].found.findings if one.place.field == "title.kk"] == ["CHAR001"]


def test_one_text_is_checked_at_once(session: Session) -> None:
    report = checked(LiveReport(), session.workspace)
    place = Place(field="title.kk")
    for words, codes in ((WRONG, ["CHAR001"]), ("Су мен жер", [])):
        set_title(session, "ozera", words)
        entry = session.entry("ozera")
        assert entry
        report = check_place(report, session.workspace, entry, place)
        assert [one.code for one in report.findings(session.workspace) if one.place.field == "title.kk"] == codes


def test_what_is_found_again_after_a_key_is_the_same_object(session: Session) -> None:
    set_title(session, "ozera", WRONG)
    before = checked(LiveReport(), session.workspace)
    set_title(session, "ozera", f"{WRONG} су")
    entry = session.entry("ozera")
    assert entry
    after = check_place(before, session.workspace, entry, Place(field="title.kk"))
    assert after.entries["ozera"].found is before.entries["ozera"].found


def test_many_entries_are_looked_at_in_turns_the_one_at_hand_first(session: Session) -> None:
    for _ in range(AT_ONCE + 3):
        session.apply(new_entry(session.workspace))
    last = session.workspace.entries[-1].id
    report = check_more(LiveReport(), session.workspace, last, NeverCancelled())
    assert len(report.entries) == AT_ONCE
    assert last in report.entries
    assert not report.is_complete(session.workspace)


class After:
    """Says stop after some questions."""

    def __init__(self, questions: int) -> None:
        self._left = questions

    @property
    def cancelled(self) -> bool:
        self._left -= 1
        return self._left < 0


@pytest.mark.parametrize("questions", [0, 40, 400])
def test_a_check_that_is_stopped_keeps_what_it_knows_and_goes_on_later(session: Session, questions: int) -> None:
    workspace = session.workspace
    stopped = check_more(LiveReport(), workspace, "", After(questions))
    assert not stopped.is_complete(workspace)
    whole = checked(LiveReport(), workspace)
    assert all(one.found.findings == whole.entries[name].found.findings for name, one in stopped.entries.items())
    assert checked(stopped, workspace).findings(workspace) == whole.findings(workspace)


def test_an_entry_has_the_colour_of_its_gravest_finding() -> None:
    place, words = Place(field="doi"), text("Entry")
    known = {"one": [Finding("A", "warning", "one", place, "", words)]}
    known["two"] = [
        Finding("C", "information", "two", place, "", words),
        Finding("C", "warning", "two", place, "", words),
    ]
    alone = report_of(known)
    assert alone.gravest() == {"one": "warning", "two": "warning"}
    assert alone.counts() == {"error": 0, "warning": 2, "information": 1}
    shared = replace(alone, shared=Found("", (Finding("B", "error", "", place, "", words, also=("one", "three")),)))
    assert shared.gravest() == {"one": "error", "two": "warning", "three": "error"}
    assert shared.counts() == {"error": 1, "warning": 2, "information": 1}
    assert [one.code for one in shared.about("one")] == ["A", "B"]
    assert [one.code for one in shared.about("two")] == ["C", "C"]


def report_of(known: dict[str, list[Finding]]) -> LiveReport:
    template = shipped_template("kz-conference")
    checked = {
        name: Checked(Entry(id=name), Collection(), template, Found(name, tuple(one))) for name, one in known.items()
    }
    return LiveReport(checked)


def key(finding: Finding) -> tuple[str, str, Place, str]:
    return finding.code, finding.entry, finding.place, finding.text


def test_what_is_found_again_is_the_very_same(session: Session) -> None:
    """Whoever shows it sees without comparing tens of thousands of sentences that nothing has changed."""
    set_title(session, "ozera", WRONG)
    before = checked(LiveReport(), session.workspace)
    collection = replace(session.workspace.collection, extra={"x": "1"})
    workspace = replace(session.workspace, collection=collection)
    after = checked(before, workspace)
    assert after.is_complete(workspace) and not after.is_complete(session.workspace)
    assert before.entries["ozera"].found.findings
    assert all(after.entries[key].found is one.found for key, one in before.entries.items())
    assert after.shared is before.shared
