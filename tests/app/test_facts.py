"""What rules are told beyond the files of the collection, and when somebody looks for it."""

from __future__ import annotations

import os
import shutil
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.exporting import ExportedFile, ExportRequest, export_entries, said_of_files
from proceedings_editor.app.facts import gather_facts, with_exports
from proceedings_editor.app.live_check import LiveReport, check_more, check_place
from proceedings_editor.app.page_count import count_pages
from proceedings_editor.app.preview import make_preview
from proceedings_editor.errors import Cancelled, ExportRefused
from proceedings_editor.model.body import DisplayFormula, Figure, FormulaSource, InlineFormula, Note, Paragraph, Span
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.resources import shipped
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.facts import Facts, PictureFile
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.storage.folder import Opened, save_entry
from proceedings_editor.texts import text
from tests.rules.sample import COLLECTION, body, entry, paragraph, workspace

TODAY = date(2026, 5, 12)
EXAMPLE = shipped("examples", "steppe-2026")
BAD = FormulaSource(r"\frac{a}{", "latex")
GOOD = FormulaSource("x^2")


METAFILE = struct.pack("<IHhhhhHIH", 0x9AC6CDD7, 0, 0, 0, 100, 50, 96, 0, 0) + b"\x01\x00\x09\x00" + bytes(60)
"""The placeable header of a Windows metafile of 100 by 50."""


class Stopped:
    cancelled = True


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    home = tmp_path / "figures" / "e1"
    home.mkdir(parents=True)
    Image.new("RGB", (300, 200)).save(home / "бар.png", dpi=(300, 300))
    Image.new("RGB", (30, 20)).save(home / "жай.png")
    (home / "ескі.wmf").write_bytes(METAFILE)
    (home / "бүлінген.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    return tmp_path


def test_figures_are_looked_for_in_the_entrys_folder(pictures: Path) -> None:
    files = ("бар.png", "жай.png", "жоқ.png", "бүлінген.png", "ескі.wmf", "../e1/бар.png")
    where = workspace(entry(body=tuple(map(Figure, files))), entry(id="e2"))
    facts = gather_facts(pictures, where, TODAY)
    assert facts.missing_figures["e1"] == {"жоқ.png", "../e1/бар.png"}
    assert facts.missing_figures["e2"] == frozenset()
    assert facts.undrawable_figures["e1"] == {"бүлінген.png", "ескі.wmf"}
    seen = facts.pictures["e1"]
    assert set(seen) == {"бар.png", "жай.png"}
    size = (pictures / "figures" / "e1" / "бар.png").stat().st_size
    assert seen["бар.png"] == PictureFile(300, 200, size, pytest.approx(300, abs=0.1))
    assert (seen["жай.png"].width, seen["жай.png"].dpi) == (30, 0)


def test_a_picture_that_was_exchanged_is_looked_at_again(pictures: Path) -> None:
    where = workspace(entry(body=(Figure("бар.png"),)))
    assert gather_facts(pictures, where, TODAY).pictures["e1"]["бар.png"].width == 300
    file = pictures / "figures" / "e1" / "бар.png"
    Image.new("RGB", (40, 20)).save(file)
    os.utime(file, ns=(1, 1))
    assert gather_facts(pictures, where, TODAY).pictures["e1"]["бар.png"].width == 40


def test_a_picture_taken_upright_is_measured_as_it_is_seen(pictures: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (50, 20)).save(pictures / "figures" / "e1" / "тік.jpg", exif=exif)
    where = workspace(entry(body=(Figure("тік.jpg"),)))
    seen = gather_facts(pictures, where, TODAY).pictures["e1"]["тік.jpg"]
    assert (seen.width, seen.height) == (20, 50)


def test_nothing_is_looked_for_before_a_rule_asks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []
    monkeypatch.setattr("proceedings_editor.app.facts.figure_path", lambda _, id, __: asked.append(id))
    two = workspace(entry(body=(Figure("a.png"),)), entry(id="e2", body=(Figure("b.png"),)))
    facts = gather_facts(tmp_path, two, TODAY)
    assert (asked, len(facts.pictures), list(facts.pictures)) == ([], 2, ["e1", "e2"])
    assert facts.missing_figures["e2"] == {"b.png"}
    assert facts.missing_figures["e2"] == {"b.png"}
    assert asked == ["e2"]
    assert "gone" not in facts.pictures
    assert facts.pictures.get("gone") is None


def test_formulas_that_cannot_be_drawn_are_named_by_their_block(tmp_path: Path) -> None:
    note = Note((Paragraph((InlineFormula(BAD),)),))
    some = entry(
        body=(
            DisplayFormula(GOOD),
            DisplayFormula(BAD),
            Paragraph((Span("мұнда "), InlineFormula(BAD))),
            Paragraph((Span("ескертпеде"), note)),
            paragraph("жай сөз"),
        )
    )
    assert gather_facts(tmp_path, workspace(some), TODAY).unreadable_formulas["e1"] == {(1,), (2,), (3,)}


def test_glyphs_the_day_and_the_book_are_told(tmp_path: Path) -> None:
    facts = gather_facts(tmp_path, workspace(), TODAY, book=True)
    assert facts.glyphs is not None
    assert {"қ", "\u00a0"} <= facts.glyphs
    assert (facts.today, facts.book, facts.pages) == (TODAY, True, {})


def test_pages_are_counted_as_the_preview_counts_them() -> None:
    where = open_collection(EXAMPLE).workspace
    counted = count_pages(EXAMPLE, where, where.entries, NoProgress(), NeverCancelled())
    previews = {each.id: make_preview(EXAMPLE, where, each.id, NeverCancelled()) for each in where.entries}
    assert counted.pages == {id: preview.article_pages for id, preview in previews.items()}
    assert counted.problems == {}


def test_processes_count_the_same(tmp_path: Path) -> None:
    where = workspace(*(entry(id=f"e{index}", body=body(*["Сөз " * 900] * index)) for index in range(1, 10)))
    one = count_pages(tmp_path, where, where.entries, NoProgress(), NeverCancelled(), processes=1)
    assert count_pages(tmp_path, where, where.entries, NoProgress(), NeverCancelled(), processes=2) == one
    assert one.pages["e9"] > one.pages["e1"]


def test_an_entry_that_cannot_be_laid_out_is_told_and_the_others_are_counted(tmp_path: Path) -> None:
    where = workspace(entry(body=body("汉")), entry(id="e2"))
    counted = count_pages(tmp_path, where, where.entries, NoProgress(), NeverCancelled())
    assert dict(counted.pages) == {"e2": 1}
    assert "U+6C49" in str(counted.problems["e1"])


def test_counting_can_be_stopped(tmp_path: Path) -> None:
    where = workspace()
    with pytest.raises(Cancelled):
        count_pages(tmp_path, where, where.entries, NoProgress(), Stopped())


# ------------------------------------------------------------------------------------------------------- export


def says_all(scope: EntryScope) -> Iterator[Hit]:
    facts, id = scope.facts, scope.entry.id
    told = (facts.pages.get(id), facts.site_pages.get(id), facts.attachments.get(id))
    yield Hit(Place(), "", text("{told}", told=told))


def test_finished_files_tell_pages_and_sizes(tmp_path: Path) -> None:
    files = (
        ExportedFile("e1", tmp_path / "a.pdf", 8, 7, 1000),
        ExportedFile("e1", tmp_path / "a.docx", 0, 0, 500),
        ExportedFile("e2", tmp_path / "b.pdf", 3, 3, 10),
    )
    facts = with_exports(Facts(pages={"e9": 1}), files)
    assert facts.pages == {"e1": 7, "e2": 3, "e9": 1}
    assert facts.attachments == {"e1": 1500, "e2": 10}
    assert facts.site_pages == {"e1": 8}  # e2 is the article alone


def test_an_export_tells_its_pages_and_sizes(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "c")
    opened = open_collection(tmp_path / "c")
    request = ExportRequest(tmp_path / "out", today=TODAY, draft=True)
    files = export_entries(tmp_path / "c", opened, ["1"], request, NoProgress(), NeverCancelled())
    pdf, docx = files
    assert pdf.pages == pdf.article_pages + 1
    assert (pdf.size, docx.size) == (pdf.path.stat().st_size, docx.path.stat().st_size)
    rule = Rule(code="TEST001", severity="error", manual="", entry=says_all)
    facts = with_exports(gather_facts(tmp_path, opened.workspace, TODAY), files)
    report = Engine(opened.workspace, facts, rules=(rule,)).check_alone(opened.workspace.entries[0])
    assert str(report.findings[0].message) == str((pdf.article_pages, pdf.pages, pdf.size + docx.size))
    assert {one.code[:4] for one in said_of_files(tmp_path / "c", opened, files, TODAY)} <= {"PAGE", "FILE"}


# ------------------------------------------------------------------------------------------------------- live check


def test_a_new_page_count_is_a_reason_to_check_again() -> None:
    where = workspace()
    report = LiveReport()
    while not report.is_complete(where):
        report = check_more(report, where, "e1", NeverCancelled())
    counted = Facts(pages={"e1": 9})
    assert not report.is_complete(where, counted)
    report = check_more(report, where, "e1", NeverCancelled(), counted)
    assert report.is_complete(where, counted)


def test_the_text_at_hand_is_checked_with_the_facts_too(tmp_path: Path) -> None:
    where = workspace(entry(body=body("Сөз [1], [2;5].")))
    report = check_more(LiveReport(), where, "e1", NeverCancelled())
    facts = gather_facts(tmp_path, where, TODAY)
    after = check_place(report, where, where.entries[0], Place(block=(0,)), facts)
    assert after.findings(where) == report.findings(where)


def strict(where: Workspace, code: str) -> Workspace:
    return replace(where, template=replace(where.template, rules={code: RuleSettings("error")}))


def test_a_last_page_that_is_missing_is_known_before_anything_is_written(tmp_path: Path) -> None:
    long = body(*(f"Ұзын мәтін {number} [1], [2;5]. " * 30 for number in range(20)))
    new_collection(tmp_path / "c", "kz-conference", COLLECTION)
    save_entry(tmp_path / "c", None, entry(first_page=5, last_page=None, body=long))
    opened = open_collection(tmp_path / "c")
    request = ExportRequest(tmp_path / "out", ("docx",), today=TODAY)
    with pytest.raises(ExportRefused):
        export_entries(tmp_path / "c", opened, (), request, NoProgress(), NeverCancelled())
    assert not (tmp_path / "out").exists()
    export_entries(tmp_path / "c", opened, (), replace(request, force=True), NoProgress(), NeverCancelled())
    (exported,) = open_collection(tmp_path / "c").workspace.entries
    assert [one.errors for one in exported.forced_exports] == [("PAGE004 last_page 5",)]


def test_a_length_the_template_calls_an_error_is_known_before_anything_is_written(tmp_path: Path) -> None:
    pytest.importorskip("proceedings_editor.rules.checks.page003")
    new_collection(tmp_path / "c", "kz-conference", COLLECTION)
    save_entry(tmp_path / "c", None, entry(last_page=None, first_page=None, body=body("Қысқа [1], [2;5].")))
    opened = open_collection(tmp_path / "c")
    opened = Opened(strict(opened.workspace, "PAGE003"), (), opened.sources)
    request = ExportRequest(tmp_path / "out", ("docx",), today=TODAY)
    with pytest.raises(ExportRefused):
        export_entries(tmp_path / "c", opened, (), request, NoProgress(), NeverCancelled())
    assert not (tmp_path / "out").exists()
