from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from proceedings_editor.app.checking import check_collection, forced, open_errors, refuse_open_errors, shown_name
from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.exporting import ExportedFile, ExportRequest, export_entries
from proceedings_editor.app.importing import import_manuscript
from proceedings_editor.errors import ExportRefused, TemplateError, UsageError
from proceedings_editor.model.entry import ForcedExport
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.local import LocalText
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.registry import RULES
from proceedings_editor.storage.folder import Opened, save_collection, save_entry
from tests.app.page import PAGE
from tests.rules.sample import another, entry, with_rule, workspace

TODAY = date(2026, 5, 12)
FACT_RULES = frozenset(
    (
        "META001",
        "UDC001",
        "UDC002",
        "IDN001",
        "IDN005",
        "MAIL001",
        "SEC001",
        "COLL001",
        "COLL002",
        "CITE001",
        "CITE002",
        "CHAR001",
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    page = tmp_path / "мақала.md"
    page.write_text(PAGE, encoding="utf-8")
    import_manuscript(page, tmp_path / "жинақ", "kz-conference")
    return tmp_path / "жинақ"


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.severity, finding.text.partition(" ")[0]) for finding in findings]


def test_the_seed_has_no_fault_of_facts_but_what_is_known(seed: Path, tmp_path: Path) -> None:
    import_manuscript(seed, tmp_path / "c", "kz-conference")
    workspace = open_collection(tmp_path / "c").workspace
    report = Engine(workspace, rules=tuple(rule for rule in RULES if rule.code in FACT_RULES)).check()
    cited = [f"[{source}]" for source in ("9;4", "10;1", "11;1", "12;1", "13;1", "14;1", "15;1")]
    assert said(report.findings) == [
        *(("CITE001", "error", citation) for citation in cited),
        ("SEC001", "information", "Секция"),
    ]
    assert report.broken == ()


def test_a_page_like_the_seed_has_the_same_kinds_of_fault(folder: Path) -> None:
    findings = check_collection(open_collection(folder)).findings
    assert said(tuple(finding for finding in findings if finding.code in FACT_RULES)) == [
        ("CITE001", "error", "[3;4]"),
        ("CITE001", "error", "[5;1]"),
        ("SEC001", "information", "Секция"),
    ]


def test_named_entries_come_with_what_the_collection_says_about_them() -> None:
    twins = workspace(entry(udc=("34:",)), another(number=12), another(id="e3", number=1, state="withdrawn"))
    opened = Opened(twins, sources={"e1": "012_a.yaml", "e2": "012_b.yaml", "e3": "001_c.yaml"})
    codes = {
        name: [finding.code for finding in check_collection(opened, [name]).findings]
        for name in ("e1", "012_b", "001_c.yaml", "1")
    }
    assert codes == {"e1": ["UDC001", "COLL001"], "012_b": ["COLL001"], "001_c.yaml": [], "1": []}
    with pytest.raises(UsageError, match="fits several entries"):
        check_collection(opened, ["12"])


def test_only_the_entrys_own_errors_stand_against_its_export() -> None:
    twins = workspace(entry(udc=("34:", "3424")), entry(id="e2", first_page=None))
    assert [finding.code for finding in open_errors(twins, twins.entries[0])] == ["UDC001"]
    assert open_errors(twins, twins.entries[1]) == ()


def test_a_refusal_names_the_entries_and_counts_their_errors() -> None:
    twins = workspace(entry(udc=("34:", "35:")), entry(id="e2", number=None, edn="x"), entry(id="e3"))
    with pytest.raises(ExportRefused) as refused:
        refuse_open_errors([(each, open_errors(twins, each)) for each in twins.entries])
    assert "3 errors are open in 012 (2), e2 (1)." in str(refused.value)
    assert refused.value.exit_code == 1
    refuse_open_errors([(twins.entries[2], ())])


def test_a_force_is_noted_once_a_day() -> None:
    spoilt = workspace(entry(udc=("34:",)))
    errors = open_errors(spoilt, spoilt.entries[0])
    noted = forced(spoilt.entries[0], errors, TODAY)
    assert noted.forced_exports == (ForcedExport(TODAY, ("UDC001 udc.0 34:",)),)
    assert forced(noted, errors, TODAY) is noted
    assert forced(entry(), (), TODAY) == entry()


def test_a_template_with_a_mistake_in_its_rules_is_one_sentence() -> None:
    with pytest.raises(TemplateError, match="UDC999"):
        check_collection(Opened(workspace(template=with_rule("UDC999"))))


# --------------------------------------------------------------------------------------------------------- export


def export(folder: Path, **how: bool) -> tuple[ExportedFile, ...]:
    request = ExportRequest(folder / "out", ("docx",), today=TODAY, **how)
    return export_entries(folder, open_collection(folder), (), request, NoProgress(), NeverCancelled())


def entry_file(folder: Path) -> Path:
    (file,) = (folder / "entries").glob("*.yaml")
    return file


def test_a_final_export_with_open_errors_is_refused_and_writes_nothing(folder: Path) -> None:
    before = entry_file(folder).read_bytes()
    with pytest.raises(ExportRefused, match=r"2 errors are open in 012 \(2\)"):
        export(folder)
    assert not (folder / "out").exists()
    assert entry_file(folder).read_bytes() == before


def test_empty_facts_that_every_entry_prints_refuse_a_final_export(folder: Path) -> None:
    opened = open_collection(folder)
    collection = opened.workspace.collection
    bare = replace(collection, name=replace(collection.name, en=""), first_day=None, isbn="")
    save_collection(folder, None, bare)
    with pytest.raises(ExportRefused, match=r"2 facts of the collection are empty, the first is “Conference"):
        export(folder)
    assert export(folder, draft=True)
    export(folder, force=True)
    (saved,) = open_collection(folder).workspace.entries
    noted = saved.forced_exports[0].errors
    assert noted[:2] == ("META001 collection.name.en", "META001 collection.first_day")


def test_a_draft_is_never_refused(folder: Path) -> None:
    before = entry_file(folder).read_bytes()
    (file,) = export(folder, draft=True)
    assert file.path.is_file()
    assert entry_file(folder).read_bytes() == before


def test_a_forced_export_notes_the_open_errors_in_the_entry(folder: Path) -> None:
    (file,) = export(folder, force=True)
    assert file.path.is_file()
    (saved,) = open_collection(folder).workspace.entries
    assert saved.forced_exports == (ForcedExport(TODAY, ("CITE001 body.1.0 [3;4]", "CITE001 body.1.1 [5;1]")),)


def test_a_final_export_without_errors_notes_nothing(folder: Path) -> None:
    opened = open_collection(folder)
    (before,) = opened.workspace.entries
    save_entry(folder, before, replace(before, body=before.body[:1]), opened.sources[before.id])
    words = entry_file(folder).read_bytes()
    assert len(export(folder, force=True)) == len(export(folder)) == 1
    assert entry_file(folder).read_bytes() == words


@pytest.mark.parametrize(
    ("number", "title", "name"),
    [
        (7, "Дала", "007"),
        (None, "Дала", "Дала"),
        (None, "Қостанай облысындағы шағын көлдердің балықтары", "Қостанай облысындағы шағын…"),
        (None, "", "Жаңа мақала"),
    ],
)
def test_an_entry_without_a_number_is_called_by_its_title(number: int | None, title: str, name: str) -> None:
    assert shown_name(entry(number=number, title=LocalText(kk=title)), "kk") == name
