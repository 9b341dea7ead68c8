"""Generated entries over every kind of block, run and picture: saved, opened, exported, and judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import Final, get_args

import pytest
from hypothesis import given, settings

from proceedings_editor.app.collection import new_collection
from proceedings_editor.exporters.composition.compose import compose
from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.docx.readback import check_docx
from proceedings_editor.exporters.docx.writer import write_docx
from proceedings_editor.exporters.pdf.raster import page_texts
from proceedings_editor.exporters.pdf.readback import check_pdf
from proceedings_editor.exporters.pdf.writer import write_pdf
from proceedings_editor.model.body import Block, Figure, Note, Run, Span, Table
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.walk import children, notes_of, text_of
from proceedings_editor.storage.folder import save_entry
from proceedings_editor.templates.reader import shipped_template
from tests.conformance.export import TEMPLATES, Document, exported, request
from tests.conformance.generated import (
    COUNT,
    FEW,
    LOST_PICTURES,
    PICTURES,
    generated_collection,
    generated_entry,
    has_right_to_left,
    save_pictures,
)
from tests.conformance.judge import archival_faults, reference_faults, schema_faults, structure_text
from tests.conformance.reading import Printed, holds_table, page_faults, text_fault
from tests.conftest import Need
from tests.exporters.composition.sample import COLLECTION
from tests.exporters.composition.strategies import entries as troublesome_entries
from tests.exporters.docx import integrity
from tests.exporters.pdf.sheet import pictures

TOGETHER: Final = 20
"""Entries of one collection."""


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return pictures(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="session")
def few(shown: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    return documents_of(FEW, shown, tmp_path_factory.mktemp("few"))


@pytest.fixture(scope="session")
def every(shown: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    return documents_of(range(COUNT), shown, tmp_path_factory.mktemp("every"))


def documents_of(numbers: Iterable[int], shown: list[Path], home: Path) -> list[Document]:
    """Export entries; each collection has the other template than the one before, each second one is a draft."""
    made: list[Document] = []
    for index, group in groupby(numbers, lambda number: number // TOGETHER):
        folder = home / f"{index:02}"
        new_collection(folder, TEMPLATES[index % 2], generated_collection(index))
        for number in group:
            save_entry(folder, None, generated_entry(number))
            save_pictures(folder / "figures" / f"e{number:03}", shown)
        how = request(home / f"{index:02}-out", draft=index % 4 > 1)
        made += sorted(exported(folder, how), key=lambda one: one.name)
    return made


def number_of(document: Document) -> int:
    return int(document.name[-3:])


# ----------------------------------------------------------------------------------------------------- 200 entries


@pytest.mark.parametrize("first", range(0, COUNT, TOGETHER))
def test_generated_entries_make_sound_files(first: int, shown: list[Path], tmp_path: Path) -> None:
    made = documents_of(range(first, first + TOGETHER), shown, tmp_path)
    assert [number_of(one) for one in made] == list(range(first, first + TOGETHER))
    assert [fault for one in made for fault in archival_faults(one.pdf)] == []
    assert {one.name: faults for one in made if (faults := integrity.faults(one.docx.read_bytes()))} == {}
    for one in made:
        if is_read_in_order(one):
            assert page_faults(one.composition, page_texts(one.pdf.read_bytes())) == [], one.name


def test_the_same_entry_gives_the_same_bytes_and_parts(few: list[Document]) -> None:
    for one in few:
        assert write_pdf(one.composition).data == one.pdf.read_bytes(), one.name
        assert integrity.parts(write_docx(one.composition)) == integrity.parts(one.docx.read_bytes()), one.name


def test_few_generated_entries_read_in_order_in_the_structure(few: list[Document], need: Need) -> None:
    assert structure_faults(few[::2], need) == {}


def test_few_generated_entries_pass_verapdf(few: list[Document], need: Need) -> None:
    assert reference_faults(need("verapdf"), [one.pdf for one in few[::2]]) == []


def test_few_generated_entries_fit_the_schema_of_docx(few: list[Document], need: Need) -> None:
    assert [fault for one in few for fault in schema_faults(need("ooxml-validator"), one.docx)] == []


@pytest.mark.soak
def test_all_generated_entries_read_in_order_in_the_structure(every: list[Document], need: Need) -> None:
    assert structure_faults(every, need) == {}


@pytest.mark.soak
def test_all_generated_entries_pass_verapdf(every: list[Document], need: Need) -> None:
    assert reference_faults(need("verapdf"), [one.pdf for one in every]) == []


@pytest.mark.soak
def test_all_generated_entries_fit_the_schema_of_docx(every: list[Document], need: Need) -> None:
    assert [fault for one in every for fault in schema_faults(need("ooxml-validator"), one.docx)] == []


def is_read_in_order(document: Document) -> bool:
    """Say whether the text of a page must come in the order of the composition."""
    article = document.composition.parts[-1]
    return not holds_table(article.elements) and not has_right_to_left(number_of(document))


def structure_faults(documents: list[Document], need: Need) -> dict[str, str]:
    form = Printed(notes=True)
    found = {}
    for one in documents:
        wanted = (piece for part in one.composition.parts for piece in form.pieces(part.elements))
        if not has_right_to_left(number_of(one)):
            found[one.name] = text_fault(wanted, structure_text(need("pdfinfo"), one.pdf))
    return {name: fault for name, fault in found.items() if fault}


# ------------------------------------------------------------------------------------------------ what they hold


def blocks_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks and all that stands in them and in their footnotes."""
    for block in blocks:
        yield block
        yield from blocks_of(children(block))
        for note in notes_of(text_of(block)):
            yield from blocks_of(note.blocks)


def runs_of(entry: Entry) -> Iterator[Run]:
    for block in blocks_of(entry.body):
        yield from text_of(block)
    for reference in entry.references:
        yield from reference.text


def test_they_hold_every_kind_of_block_run_mark_and_picture() -> None:
    entries = [generated_entry(number) for number in range(COUNT)]
    blocks = [block for entry in entries for block in blocks_of(entry.body)]
    runs = [run for entry in entries for run in runs_of(entry)]
    cells = [cell for block in blocks if isinstance(block, Table) for row in block.rows for cell in row]
    assert {type(block) for block in blocks} == set(get_args(Block))
    assert {type(run) for run in runs} == set(get_args(Run))
    spans = [run for run in runs if isinstance(run, Span)]
    assert all(any(getattr(span, field.name) for span in spans) for field in fields(Span))
    assert {block.file for block in blocks if isinstance(block, Figure)} == {*PICTURES, *LOST_PICTURES}
    assert any(cell.columns > 1 for cell in cells) and any(cell.rows > 1 for cell in cells)
    assert {type(block) for cell in cells for block in cell.blocks} == set(get_args(Block))
    assert any(isinstance(run, Note) and not run.blocks for run in runs)
    assert {len(entry.authors) for entry in entries} == set(range(5))


def test_they_leave_every_field_empty_somewhere() -> None:
    entries = [generated_entry(number) for number in range(COUNT)]
    left_out = {
        "id",
        "language",
        "state",
        "returned",
        "originality",
        "manuscripts",
        "forced_exports",
        "readings",
        "ignored",
        "extra",
    }
    for field in fields(Entry):
        if field.name not in left_out:
            values = [bool(getattr(entry, field.name)) for entry in entries]
            assert {True, False} == set(values), field.name


# ------------------------------------------------------------------------------- what only a program could make


@settings(max_examples=30)
@given(entry=troublesome_entries)
def test_broken_grids_and_skipped_levels_make_sound_files(
    entry: Entry, shown: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.getbasetemp()
    for template in TEMPLATES:
        meant = compose(
            COLLECTION,
            shipped_template(template),
            entry,
            parts="both",
            draft=True,
            figures=lambda file: shown[0] if file == "chart.png" else None,
            largest_number=9,
        )
        assert faults_of(meant, home) == []


def faults_of(meant: Composition, home: Path) -> list[str]:
    pdf, docx = write_pdf(meant), write_docx(meant)
    check_pdf(pdf, meant)
    check_docx(docx, meant)
    file = home / "checked.pdf"
    file.write_bytes(pdf.data)
    return archival_faults(file) + integrity.faults(docx)
