"""An entry with a character that no shipped face has is refused in one sentence, and nothing of it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.exporting import export_entries
from proceedings_editor.cli.main import run
from proceedings_editor.exporters.pdf.font import FontError
from proceedings_editor.model.body import (
    Block,
    Cell,
    DisplayFormula,
    FormulaSource,
    Heading,
    ListBlock,
    Listing,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Span,
    Table,
)
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.local import LocalText, LocalWords
from proceedings_editor.model.person import Author
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.storage.folder import save_entry
from tests.conformance.export import Quiet, request
from tests.conformance.generated import covered

WORDS: Final = "Дала \U0001f600 өзені"
SENTENCE: Final = "U+1F600 (GRINNING FACE) near “"
TEXT: Final = (Span(WORDS),)
PARAGRAPH: Final = Paragraph(TEXT)
ENTRY: Final = Entry("k7", number=7, title=LocalText(kk="Дала"), body=(Paragraph((Span("Мәтін."),)),))

BLOCKS: Final[dict[str, Block]] = {
    "paragraph": PARAGRAPH,
    "heading": Heading(TEXT),
    "code": Paragraph((Span(WORDS, code=True, bold=True),)),
    "list": ListBlock((ListItem((PARAGRAPH,)),)),
    "quotation": Quotation((PARAGRAPH,)),
    "cell": Table(((Cell((PARAGRAPH,)),),)),
    "caption": Table(((Cell(),),), caption=TEXT),
    "listing": Listing(f"x = 1\n{WORDS}"),
    "note": Paragraph((Span("Мәтін"), Note((PARAGRAPH,)))),
}
ENTRIES: Final = {
    **{name: replace(ENTRY, body=(*ENTRY.body, block)) for name, block in BLOCKS.items()},
    "reference": replace(ENTRY, references=(Reference(TEXT),)),
    "title": replace(ENTRY, title=LocalText(kk=WORDS)),
    "author": replace(ENTRY, authors=(Author(surname=WORDS),)),
    "keyword": replace(ENTRY, keywords=LocalWords(kk=(WORDS,))),
}


def collection_of(entries: Sequence[Entry], folder: Path) -> Path:
    new_collection(folder, "kz-conference")
    for entry in entries:
        save_entry(folder, None, entry)
    return folder


def export(folder: Path, out: Path, *formats: str) -> list[str]:
    how = request(out, formats=formats or ("pdf", "docx"))
    files = export_entries(folder, open_collection(folder), (), how, Quiet(), NeverCancelled())
    return [file.path.name for file in files]


@pytest.mark.parametrize("place", ENTRIES)
def test_the_sentence_names_the_character_and_nothing_is_written(place: str, tmp_path: Path) -> None:
    folder = collection_of([ENTRIES[place]], tmp_path / "c")
    with pytest.raises(FontError) as refused:
        export(folder, tmp_path / "out")
    assert SENTENCE in str(refused.value.sentence)
    assert not (tmp_path / "out").exists()


def test_the_docx_alone_can_be_written(tmp_path: Path) -> None:
    folder = collection_of([ENTRIES["paragraph"]], tmp_path / "c")
    assert export(folder, tmp_path / "out", "docx") == ["007.docx"]


def test_a_formula_with_such_a_character_does_not_stop_the_export(tmp_path: Path) -> None:
    formula = DisplayFormula(FormulaSource(r"\text{ә \unknown{x}}"))
    folder = collection_of([replace(ENTRY, body=(formula,))], tmp_path / "c")
    assert export(folder, tmp_path / "out") == ["007.pdf", "007.docx"]


def test_files_of_entries_before_it_stay(tmp_path: Path) -> None:
    entries = [ENTRY, replace(ENTRIES["paragraph"], id="k8", number=8), replace(ENTRY, id="k9", number=9)]
    with pytest.raises(FontError):
        export(collection_of(entries, tmp_path / "c"), tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["007.docx", "007.pdf"]


def test_the_command_line_says_it_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = collection_of([ENTRIES["paragraph"]], tmp_path / "c")
    code = run(["export", str(folder), "--out", str(tmp_path / "out"), "--draft"])
    printed = capsys.readouterr()
    assert code != 0
    assert "U+1F600" in printed.err
    assert len(printed.err.strip().splitlines()) == 1
    assert printed.out == ""


@pytest.mark.parametrize(
    "marks", [{}, {"bold": True}, {"italic": True}, {"bold": True, "italic": True}, {"code": True}]
)
def test_every_character_of_every_shipped_face_is_drawn_in_every_style(marks: dict[str, bool], tmp_path: Path) -> None:
    lines = (covered()[start : start + 40] for start in range(0, len(covered()), 40))
    body = tuple(Paragraph((Span("\u200b".join(line), **marks),)) for line in lines)
    folder = collection_of([replace(ENTRY, body=body)], tmp_path / "c")
    assert export(folder, tmp_path / "out", "pdf") == ["007.pdf"]
