"""The sample that ships and the seed, with both templates: foreign judges find nothing wrong with their files."""

from __future__ import annotations

import shutil
from itertools import chain
from pathlib import Path

import pytest

from proceedings_editor.exporters.pdf.raster import page_count
from proceedings_editor.resources import shipped
from tests.conformance.export import TEMPLATES, Document
from tests.conformance.judge import Office, archival_faults, fonts_of, office_texts, reference_faults, schema_faults
from tests.conformance.reading import Printed, marks
from tests.conftest import Need
from tests.exporters.docx import integrity


@pytest.fixture(scope="session")
def docx_files(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Give the DOCX files side by side under names of their own."""
    home = tmp_path_factory.mktemp("docx")
    names = [home / f"{one.name.replace('/', '-')}.docx" for one in documents]
    return [Path(shutil.copy(one.docx, name)) for one, name in zip(documents, names, strict=True)]


def test_each_sample_entry_is_exported_with_each_template(documents: list[Document]) -> None:
    entries = sum(1 for _ in shipped("examples").glob("*/entries/*.yaml"))
    samples = [one for one in documents if not one.name.startswith("seed")]
    assert len(samples) == entries * len(TEMPLATES)
    assert all(page_count(one.pdf.read_bytes()) == one.pages for one in documents)


def test_every_pdf_is_archival_and_accessible(documents: list[Document]) -> None:
    assert [fault for one in documents for fault in archival_faults(one.pdf)] == []


def test_every_pdf_passes_verapdf(documents: list[Document], need: Need) -> None:
    assert reference_faults(need("verapdf"), [one.pdf for one in documents]) == []


def test_every_docx_fits_the_schema(docx_files: list[Path], need: Need) -> None:
    validator = need("ooxml-validator")
    assert [fault for file in docx_files for fault in schema_faults(validator, file)] == []


def test_every_id_of_every_docx_leads_somewhere(documents: list[Document]) -> None:
    assert {one.name: faults for one in documents if (faults := integrity.faults(one.docx.read_bytes()))} == {}


def test_an_office_program_makes_as_many_pages(
    documents: list[Document], docx_files: list[Path], need: Need, tmp_path: Path
) -> None:
    printed = Office(need("soffice"), tmp_path).convert(docx_files, "pdf", tmp_path)
    shipped_fonts = {path.stem.removesuffix("-Regular") for path in shipped("fonts").glob("*.ttf")}
    assert set().union(*map(fonts_of, printed)) <= shipped_fonts  # else the pages would say nothing
    pages = {one.name: (page_count(file.read_bytes()), one.pages) for one, file in zip(documents, printed, strict=True)}
    assert {name: both for name, both in pages.items() if abs(both[0] - both[1]) > 1} == {}


def test_an_office_program_reads_the_same_words_in_order(
    documents: list[Document], docx_files: list[Path], need: Need, tmp_path: Path
) -> None:
    opened = Office(need("soffice"), tmp_path).convert(docx_files, "odt", tmp_path)
    for one, file in zip(documents, opened, strict=True):
        assert [words(texts) for texts in office_texts(file)] == meant(one), one.name


def words(texts: list[str]) -> list[str]:
    return " ".join(texts).split()


def meant(document: Document) -> list[list[str]]:
    """Return the words of the running text and of the footnotes; labels and numbers of notes are the office's own."""
    form = Printed(labels=False, formula=" ", shifted="")
    elements = [element for part in document.composition.parts for element in part.elements]
    notes = chain.from_iterable(form.note(mark) for mark in marks(elements))
    return [words(list(form.pieces(elements))), words(list(notes))]
