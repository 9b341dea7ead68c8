"""A check of some entries: theirs and what names them, pages counted, and the same told as a page."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from proceedings_editor.app.chosen_check import check_entries, write_report
from proceedings_editor.app.session import Session
from proceedings_editor.errors import Cancelled
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.edit import SetBody
from proceedings_editor.model.place import Place
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.rules.registry import RULES
from proceedings_editor.texts import text
from tests.app.sample import copied_sample, opened, set_title

WRONG = "Ж\u0061ңа мақала"
NEVER = NeverCancelled()


def test_the_chosen_are_checked_and_no_other(tmp_path: Path) -> None:
    session = opened(copied_sample(tmp_path))
    for entry_id in ("ozera", "beldeu", "tynaigan"):
        set_title(session, entry_id, WRONG)
    entries = [entry for entry in session.workspace.entries if entry.id in ("ozera", "beldeu")]
    found = check_entries(session.folder, session.workspace, session.sources, entries, NoProgress(), NEVER)
    assert {one.entry for one in found.report.findings} == {"ozera", "beldeu"}
    assert set(found.counted.pages) == {"ozera", "beldeu"} and min(found.counted.pages.values()) > 1


def test_an_entry_that_was_never_saved_is_checked_too(tmp_path: Path) -> None:
    session = opened(copied_sample(tmp_path))
    new = replace(session.workspace.entries[0], id="new", number=None)
    workspace = replace(session.workspace, entries=(*session.workspace.entries, new))
    found = check_entries(session.folder, workspace, session.sources, [new], NoProgress(), NEVER)
    assert found.counted.pages["new"] > 1


def test_an_entry_that_cannot_be_laid_out_is_told(tmp_path: Path) -> None:
    session: Session = opened(copied_sample(tmp_path))
    session.apply(SetBody("ozera", (Paragraph((Span("漢"),)),), text("Change"), Place(block=(0,))))
    entries = [entry for entry in session.workspace.entries if entry.id == "ozera"]
    found = check_entries(session.folder, session.workspace, session.sources, entries, NoProgress(), NEVER)
    assert found.counted.pages == {} and list(found.counted.problems) == ["ozera"]


class Patience:
    """A cancel token that says stop when it is asked once more than so often."""

    def __init__(self, most: int) -> None:
        self.asked, self._most = 0, most

    @property
    def cancelled(self) -> bool:
        self.asked += 1
        return self.asked > self._most


def test_it_can_be_stopped_among_the_rules_too(tmp_path: Path) -> None:
    session = opened(copied_sample(tmp_path))
    parts = session.folder, session.workspace, session.sources, session.workspace.entries[:1], NoProgress()
    endless = Patience(sys.maxsize)
    check_entries(*parts, endless)
    assert endless.asked > len(RULES)
    with pytest.raises(Cancelled):
        check_entries(*parts, Patience(endless.asked - 1))


def test_the_report_tells_the_same(tmp_path: Path) -> None:
    session = opened(copied_sample(tmp_path))
    set_title(session, "ozera", WRONG)
    entries = [entry for entry in session.workspace.entries if entry.id in ("ozera", "beldeu")]
    found = check_entries(session.folder, session.workspace, session.sources, entries, NoProgress(), NEVER)
    page = tmp_path / "report.html"
    write_report(page, found, session.workspace, entries, "kk")
    words = page.read_text(encoding="utf-8")
    assert found.report.findings and all(one.code in words for one in found.report.findings)
    assert 'lang="kk"' in words
