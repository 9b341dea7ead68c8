from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.fixing import FixRequest, fix_collection, fix_workspace
from proceedings_editor.errors import UsageError
from proceedings_editor.model.body import Span, plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.walk import text_of
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.storage.folder import Opened, save_entry
from tests.rules.sample import COLLECTION, author, body, entry, reading, workspace

SPOILT = entry(
    udc=("342.4 (574)", "З4 (05)"),
    authors=(author(email="<a@mail.ri>", orcid="https://orcid.org/0000-0003-4616-0758"),),
    body=body("[1] бiлiм мен ғылымi, cу мен дaла [2;5]"),
    readings=(reading("section", "Секция IV. II Су құқығы"),),
)


def safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe


def any_fix(finding: Finding) -> bool:
    return finding.fix is not None


def words(entry: Entry, path: int = 0) -> str:
    return plain_text(text_of(entry.body[path]))


def test_safe_fixes_are_made_until_nothing_changes() -> None:
    report = fix_workspace(workspace(SPOILT), safe)
    (after,) = report.workspace.entries
    assert after.udc == ("342.4(574)", "З4 (05)")
    assert (after.authors[0].email, after.authors[0].orcid) == ("a@mail.ri", "0000-0003-4616-0758")
    assert words(after) == "[1] білім мен ғылымі, cу мен дала [2;5]"
    assert after.readings == ()
    assert fix_workspace(report.workspace, safe).fixed == ()


def test_proposals_come_on_top() -> None:
    report = fix_workspace(workspace(SPOILT), any_fix)
    (after,) = report.workspace.entries
    assert (after.udc, after.authors[0].email) == (("342.4(574)", "34(05)"), "a@mail.ru")
    assert [one.fix.after for one in report.fixed if one.finding.code == "MAIL001"] == ["a@mail.ri", "a@mail.ru"]


def test_fixes_in_one_text_do_not_shift_each_other() -> None:
    spoilt = entry(udc=("342.4 (574); 53 (05); 34 (06)",))
    report = fix_workspace(workspace(spoilt), safe)
    assert report.workspace.entries[0].udc == ("342.4(574); 53(05); 34(06)",)
    assert [one.fix.before for one in report.fixed] == ["342.4 (574)", "53 (05)", "34 (06)"]


def test_numbers_and_pages_are_put_in_order_after_asking() -> None:
    entries = (entry(id=f"e{index}", number=5, first_page=index + 1, last_page=index + 2) for index in range(5))
    report = fix_workspace(workspace(*entries), any_fix)
    assert [each.number for each in report.workspace.entries] == [5, 6, 7, 8, 9]
    assert [(each.first_page, each.last_page) for each in report.workspace.entries] == [
        (1, 2), (3, 4), (5, 6), (7, 8), (9, 10),
    ]  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.text("аaбbiіcсо оo[]123;.-@«»", max_size=30), max_size=3),
    st.text("34.5 (7)“”З:;", max_size=15),
    st.booleans(),
)
def test_fixing_again_changes_nothing(texts: list[str], udc: str, proposals: bool) -> None:
    spoilt = workspace(entry(body=body(*texts), udc=(udc,)))
    wanted = any_fix if proposals else safe
    once = fix_workspace(spoilt, wanted)
    again = fix_workspace(once.workspace, wanted)
    assert again.fixed == ()
    assert again.workspace == once.workspace
    if not proposals:
        assert quoted(once.workspace) == quoted(spoilt)


def quoted(where: Workspace) -> str:
    """The brackets and digits of the prose in their order; no safe fix takes or adds one."""
    blocks = (block for each in where.entries for block in each.body)
    return "".join(char for block in blocks for char in plain_text(text_of(block)) if char in "[]123")


# --------------------------------------------------------------------------------------------------------- folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_collection(tmp_path / "c", "kz-conference", replace(COLLECTION, name=replace(COLLECTION.name, kk="Дaла")))
    for each in (SPOILT, replace(SPOILT, id="e2", number=13, first_page=47, last_page=48)):
        save_entry(tmp_path / "c", None, each)
    return tmp_path / "c"


def fix(folder: Path, **what: object) -> Opened:
    fix_collection(folder, open_collection(folder), FixRequest(**what))  # type: ignore[arg-type]
    return open_collection(folder)


def test_what_was_mended_is_written(folder: Path) -> None:
    opened = fix(folder)
    assert opened.workspace.collection.name.kk == "Дала"
    assert [words(each) for each in opened.workspace.entries] == ["[1] білім мен ғылымі, cу мен дала [2;5]"] * 2


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    report = fix_collection(folder, open_collection(folder), FixRequest(dry_run=True))
    assert len(report.fixed) > 5
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_one_entry_or_one_rule_leaves_the_rest(folder: Path) -> None:
    opened = fix(folder, names=("13",), code="char001")
    first, second = opened.workspace.entries
    assert first == SPOILT
    assert words(second) == "[1] білім мен ғылымі, cу мен дала [2;5]"
    assert second.udc == SPOILT.udc
    assert opened.workspace.collection.name.kk == "Дaла"


def test_a_new_number_renames_the_file(folder: Path) -> None:
    save_entry(folder, None, replace(SPOILT, id="e3"))
    opened = fix(folder, proposals=True)
    assert sorted(opened.sources.values()) == [
        "012_sarsenova_ab.yaml",
        "013_sarsenova_ab.yaml",
        "014_sarsenova_ab.yaml",
    ]


def test_an_unknown_rule_or_entry_is_a_sentence(folder: Path) -> None:
    with pytest.raises(UsageError, match="no rule “UDC999”"):
        fix(folder, code="UDC999")
    with pytest.raises(UsageError, match="no entry “99”"):
        fix(folder, names=("99",))


def test_marks_of_letters_are_kept() -> None:
    spoilt = replace(
        SPOILT, body=(replace(SPOILT.body[0], text=(Span("б", bold=True), Span("iл"), Span("iм", italic=True))),)
    )  # type: ignore[type-var]
    (after,) = fix_workspace(workspace(spoilt), safe).workspace.entries
    assert text_of(after.body[0]) == (Span("б", bold=True), Span("іл"), Span("ім", italic=True))


def test_a_copied_file_gets_a_new_number_and_the_original_stays(tmp_path: Path) -> None:
    folder = tmp_path / "жинақ"
    new_collection(folder, "kz-conference", COLLECTION)
    original = folder / "entries" / save_entry(folder, None, entry(id="z9", number=12))
    copy = original.with_name("011_copy.yaml")
    copy.write_text(original.read_text(encoding="utf-8").replace("z9", "a1"), encoding="utf-8")
    before = original.read_bytes()
    report = fix_collection(folder, open_collection(folder), FixRequest(code="COLL001", proposals=True))
    assert [(one.fix.edit.entry, one.fix.after) for one in report.fixed] == [("a1", "013")]
    assert original.read_bytes() == before
