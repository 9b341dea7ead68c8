"""Leaving a finding as it is: it follows its sentence and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proceedings_editor.app.checking import check_collection, open_errors
from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.fixing import fix_workspace
from proceedings_editor.app.ignoring import decisions, ignore, watch_again
from proceedings_editor.app.live_check import LiveReport, check_more, check_place
from proceedings_editor.app.session import Session
from proceedings_editor.errors import UsageError
from proceedings_editor.model.body import Block, ListBlock, ListItem, Quotation
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.path import with_value
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.rules.engine import Engine
from proceedings_editor.storage.folder import Opened, save_entry
from tests import strategies
from tests.rules.sample import COLLECTION, another, author, body, entry, paragraph, reading, workspace

DAY = date(2026, 5, 12)
WRONG = "Бұл [7] жоқ. Мұнда бәрі дұрыс [1]. Және [2;5] бар."
SPOILT = entry(body=body(*["Алғашқы", "Екінші"], WRONG))


def findings(where: Workspace) -> tuple[Finding, ...]:
    return Engine(where).check().findings


def codes(where: Workspace) -> list[str]:
    return [finding.code for finding in findings(where)]


def ignoring(where: Workspace, code: str, which: int = 0) -> Workspace:
    chosen = [finding for finding in findings(where) if finding.code == code][which]
    return ignore(where, chosen, "автор растады", DAY).apply(where)


def with_body(where: Workspace, *blocks: Block) -> Workspace:
    (only,) = where.entries
    return replace(where, entries=(replace(only, body=blocks),))


IGNORED = ignoring(workspace(SPOILT), "CITE001")


def test_an_ignored_finding_leaves_the_report_and_is_listed_with_reason_and_day() -> None:
    report = Engine(IGNORED).check()
    assert "CITE001" in codes(workspace(SPOILT))
    assert "CITE001" not in [finding.code for finding in report.findings]
    (one,) = report.ignored
    assert (one.finding.code, one.finding.text, one.ignored.reason, one.ignored.day) == (
        "CITE001", "[7]", "автор растады", DAY,
    )  # fmt: skip
    assert one.ignored.where == "paragraph"
    assert one.ignored.sentence == "Бұл [7] жоқ."


def test_it_no_longer_stands_against_an_export_and_is_not_mended() -> None:
    assert [finding.code for finding in open_errors(workspace(SPOILT), SPOILT)] == ["CITE001"]
    assert open_errors(IGNORED, IGNORED.entries[0]) == ()
    spoilt = workspace(entry(udc=("342.4 (574)",)))
    assert fix_workspace(spoilt, lambda one: one.fix is not None).fixed
    assert fix_workspace(ignoring(spoilt, "UDC002"), lambda one: one.fix is not None).fixed == ()


@pytest.mark.parametrize(
    "moved",
    [
        (paragraph(WRONG),),
        (paragraph("Алғашқы"), paragraph("Жаңа"), paragraph("Тағы"), paragraph(WRONG)),
        (ListBlock((ListItem((paragraph(WRONG),)),)),),
        (Quotation((paragraph(WRONG),)),),
        (paragraph("Жаңа сөйлем келді. " + WRONG + " Соңына да келді."),),
    ],
)
def test_it_follows_its_sentence_wherever_that_is_moved(moved: tuple[Block, ...]) -> None:
    assert "CITE001" not in codes(with_body(IGNORED, *moved))


@pytest.mark.parametrize("changed", ["Бұл [7] жоқ болды.", "Бұл сөз [7] жоқ.", "Бұл [8] жоқ.", "Бұл [7] және [7] жоқ."])
def test_it_counts_again_when_its_sentence_changes(changed: str) -> None:
    where = with_body(IGNORED, paragraph(changed))
    assert "CITE001" in codes(where)
    (decision,) = decisions(where, Engine(where).check().ignored)
    assert decision.finding is None
    assert (decision.entry, decision.ignored.text) == ("e1", "[7]")


def test_of_the_same_words_twice_in_a_sentence_one_can_be_ignored() -> None:
    spoilt = workspace(entry(body=body("Бұл [7] және [7] жоқ. Әрі [1], [2;5].")))
    assert codes(ignoring(spoilt, "CITE001", 1)).count("CITE001") == 1
    assert codes(ignoring(ignoring(spoilt, "CITE001", 1), "CITE001")).count("CITE001") == 0


def test_of_two_empty_fields_one_can_be_ignored() -> None:
    two = workspace(entry(authors=(author(email=""), author(surname="Оспан", email=""))))
    assert codes(two) == ["META001", "META001"]
    after = ignoring(two, "META001", 1)
    assert [finding.place.field for finding in findings(after)] == ["authors.0.email"]
    swapped = replace(after, entries=(replace(after.entries[0], authors=after.entries[0].authors[::-1]),))
    assert [finding.place.field for finding in findings(swapped)] == ["authors.1.email"]


def test_readings_fields_and_the_collection_can_be_ignored_too() -> None:
    where = workspace(
        entry(udc=("34:",), readings=(reading("section", "IV.II. Су құқығы"),)),
        collection=replace(COLLECTION, isbn="978-601-262-578-5"),
    )
    for code in ("UDC001", "SEC001", "IDN001"):
        where = ignoring(where, code)
    assert codes(where) == []
    assert [one.code for one in where.collection.ignored] == ["IDN001"]
    assert {one.where for one in where.entries[0].ignored} == {"udc", "readings.section"}


def test_a_finding_between_entries_is_ignored_in_the_entry_it_names() -> None:
    twins = workspace(entry(), another(number=12, first_page=47, last_page=48))
    after = ignoring(twins, "COLL001")
    assert codes(after) == []
    assert [len(each.ignored) for each in after.entries] == [0, 1]
    opened = Opened(after, sources={"e1": "a.yaml", "e2": "b.yaml"})
    assert [one.finding.code for one in check_collection(opened, ["e2"]).ignored] == ["COLL001"]


def test_a_reason_is_needed() -> None:
    with pytest.raises(UsageError, match="why"):
        ignore(workspace(SPOILT), findings(workspace(SPOILT))[0], "  ", DAY)


def test_a_newer_decision_replaces_the_older() -> None:
    (first,) = (one for one in findings(workspace(SPOILT)) if one.code == "CITE001")
    again = ignore(IGNORED, first, "басқа себеп", DAY).apply(IGNORED)
    assert [one.reason for one in again.entries[0].ignored] == ["басқа себеп"]


def test_both_ways_are_steps_that_can_be_undone(tmp_path: Path) -> None:
    session = Session(tmp_path, Opened(workspace(SPOILT)))
    before = session.workspace
    (finding,) = (one for one in findings(before) if one.code == "CITE001")
    assert session.apply(ignore(before, finding, "растады", DAY))
    (decision,) = decisions(session.workspace, Engine(session.workspace).check().ignored)
    assert decision.finding == finding
    assert session.apply(watch_again(decision))
    assert session.workspace == before
    session.undo()
    assert "CITE001" not in codes(session.workspace)
    session.undo()
    assert session.workspace == before


def test_the_live_check_knows_it_at_once_and_lists_it() -> None:
    before = workspace(SPOILT)
    report = check_more(LiveReport(), before, "e1", NeverCancelled())
    finding = next(one for one in report.findings(before) if one.code == "CITE001")
    after = ignore(before, finding, "растады", DAY).apply(before)
    at_once = check_place(report, after, after.entries[0], finding.place)
    assert finding not in at_once.findings(after)
    whole = check_more(at_once, after, "e1", NeverCancelled())
    assert [one.finding for one in whole.ignored(after)] == [finding]


def test_it_is_kept_in_the_files(tmp_path: Path) -> None:
    where = workspace(SPOILT, collection=replace(COLLECTION, isbn="978-601-262-578-5"))
    where = ignoring(ignoring(where, "CITE001"), "IDN001")
    new_collection(tmp_path / "c", "kz-conference", where.collection)
    save_entry(tmp_path / "c", None, where.entries[0])
    opened = open_collection(tmp_path / "c").workspace
    assert (opened.collection, opened.entries) == (where.collection, where.entries)
    assert codes(opened) == [code for code in codes(where) if code not in ("CITE001", "IDN001")]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(strategies.entries(wild=True), st.text(max_size=20))
def test_whatever_is_found_can_be_ignored_and_watched_again(some: Entry, words: str) -> None:
    some = replace(some, ignored=(), body=(*some.body, paragraph(words), paragraph("[9] бiлiм")))
    where = workspace(some, collection=replace(COLLECTION, isbn="978-601-262-578-5"))
    silenced = where
    for finding in findings(where):
        silenced = ignore(where, finding, "себеп", DAY).apply(silenced)
    report = Engine(silenced).check()
    assert report.findings == ()
    again = silenced
    for decision in decisions(silenced, report.ignored):
        again = watch_again(decision).apply(again)
    assert again == where


def test_a_place_that_is_gone_matches_nothing() -> None:
    gone = with_value(IGNORED.entries[0], "body", ())
    assert Engine(replace(IGNORED, entries=(gone,))).check().ignored == ()
