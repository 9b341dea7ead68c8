"""Text copies out of the PDF in reading order, by two readers' eyes and by those of a screen reader."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from proceedings_editor.exporters.composition.element import Composition, NewLine, NoteMark, Words
from proceedings_editor.exporters.pdf.raster import page_texts
from proceedings_editor.exporters.pdf.writer import write_pdf
from tests.conformance.export import Document
from tests.conformance.judge import pdf_text, structure_text
from tests.conformance.reading import Printed, page_faults, text_fault
from tests.conftest import Need
from tests.exporters.docx.sample import composition, paragraph


def structure(meant: Composition) -> list[str]:
    form = Printed(notes=True)
    return [piece for part in meant.parts for piece in form.pieces(part.elements)]


def test_pdfium_reads_every_page_in_order(documents: list[Document]) -> None:
    for one in documents:
        assert page_faults(one.composition, page_texts(one.pdf.read_bytes())) == [], one.name


def test_poppler_reads_every_page_in_order(documents: list[Document], need: Need) -> None:
    for one in documents:
        assert page_faults(one.composition, pdf_text(need("pdftotext"), one.pdf, "-raw")) == [], one.name


def test_the_structure_reads_in_order(documents: list[Document], need: Need) -> None:
    # Poppler needs two seconds for a file; the other template's structure differs in the head only.
    for one in (one for one in documents if "kz-conference" in one.name):
        assert text_fault(structure(one.composition), structure_text(need("pdfinfo"), one.pdf)) == "", one.name


def test_running_text_selected_on_the_page_comes_in_order(seed_documents: dict[str, Document], need: Need) -> None:
    # Without "-raw" poppler looks for columns, as viewers do when one selects text; it drops hyphens at line ends.
    conference = seed_documents["kz-conference"]
    raw, sorted_by_place = (pdf_text(need("pdftotext"), conference.pdf, *options)[1:] for options in (["-raw"], []))
    for drawn, placed in zip(raw, sorted_by_place, strict=True):
        folio, _, text = drawn.partition("\n")
        assert re.sub(r"[\s-]", "", placed) == re.sub(r"[\s-]", "", text + folio)


# ------------------------------------------------------------------------------------------ the comparison itself

NOTE = NoteMark(1, (paragraph("Ескертпе сөзі", style="footnote"),))
MEANT = composition(paragraph("Бірінші екінші", NOTE, " үшінші"), paragraph("ал", NewLine(), "бұл"))


@pytest.mark.parametrize(
    "other",
    [
        composition(paragraph("Бірінші", NOTE, " үшінші"), paragraph("ал", NewLine(), "бұл")),
        composition(paragraph("Екінші бірінші", NOTE, " үшінші"), paragraph("ал", NewLine(), "бұл")),
        composition(paragraph("Біріншіекінші", NOTE, " үшінші"), paragraph("ал", NewLine(), "бұл")),
        composition(paragraph("Бірінші екін ші", NOTE, " үшінші"), paragraph("ал", NewLine(), "бұл")),
        composition(paragraph("Бірінші екінші", NOTE, " үшінші"), paragraph("алб", NewLine(), "ұл")),
        composition(paragraph("Бірінші екінші үшінші", NOTE), paragraph("ал", NewLine(), "бұл")),
        composition(paragraph("Бірінші екінші", NOTE, " үшінші"), paragraph("ал", NewLine(), "бұл"), paragraph("тағы")),
        composition(
            paragraph("Бірінші екінші", replace(NOTE, elements=(paragraph("Ескертпе"),)), " үшінші"),
            paragraph("ал", NewLine(), "бұл"),
        ),
        composition(
            paragraph("Бірінші екінші", NOTE, " ", Words("үшін", bold=True), " ші"), paragraph("ал", NewLine(), "бұл")
        ),
    ],
)
def test_a_lost_moved_joined_or_cut_word_would_be_seen(other: Composition, need: Need, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(write_pdf(MEANT).data)
    texts = structure_text(need("pdfinfo"), file)
    assert page_faults(MEANT, page_texts(file.read_bytes())) == []
    assert text_fault(structure(MEANT), texts) == ""
    assert page_faults(other, page_texts(file.read_bytes())) != []
    assert text_fault(structure(other), texts) != ""
