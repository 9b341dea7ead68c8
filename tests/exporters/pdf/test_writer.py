"""Whole compositions through layout, paint and read-back: archival, accessible, word for word."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import page as validation
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.exporters.composition.element import Composition, Element, FigureElement, Part, TextElement
from proceedings_editor.exporters.composition.words import texts_of
from proceedings_editor.exporters.pdf.placed import ImageMark
from proceedings_editor.exporters.pdf.raster import page_count, page_texts, render_page
from proceedings_editor.exporters.pdf.readback import check_pdf
from proceedings_editor.exporters.pdf.writer import Pdf, write_layout, write_pdf, write_preview
from tests.conftest import Need
from tests.exporters.docx.sample import composition, elements, paragraph
from tests.exporters.pdf.sheet import pictures

PROFILES = ("2a", "ua1")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return pictures(tmp_path_factory.mktemp("суреттер"))


@pytest.fixture(scope="module")
def meant(figures: list[Path]) -> Composition:
    return composition(picture=figures[0])


@pytest.fixture(scope="module")
def pdf(meant: Composition) -> Pdf:
    return write_pdf(meant)


def failures(data: bytes, folder: Path) -> list[tuple[str, str, str]]:
    path = folder / "checked.pdf"
    path.write_bytes(data)
    results = [(profile, validation.validate_pdf(path, profile=profile)) for profile in PROFILES]
    return [(profile, f.rule_id, f.message) for profile, result in results for f in result.failures]


def words(texts: tuple[str, ...]) -> list[str]:
    return " ".join(texts).split()


def test_every_kind_of_element_is_archival_and_accessible(pdf: Pdf, tmp_path: Path) -> None:
    assert failures(pdf.data, tmp_path) == []


@pytest.mark.parametrize("profile", PROFILES)
def test_every_kind_of_element_passes_verapdf(pdf: Pdf, profile: str, tmp_path: Path, need: Need) -> None:
    path = tmp_path / "every.pdf"
    path.write_bytes(pdf.data)
    command = [*need("verapdf"), "--flavour", profile, "--format", "text", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("PASS"), done.stdout


def test_every_kind_of_element_reads_back(pdf: Pdf, meant: Composition) -> None:
    check_pdf(pdf, meant)
    assert page_count(pdf.data) == len(pdf.layout.pages)


def test_every_sort_of_picture_is_archival(figures: list[Path], meant: Composition, tmp_path: Path) -> None:
    look = meant.parts[1].elements[0]
    assert isinstance(look, TextElement)
    shown = tuple(FigureElement(path, f"Сурет {path.name}", look.look, 120) for path in figures)
    assert failures(write_pdf(composition(*shown)).data, tmp_path) == []


def test_the_preview_is_the_same_to_the_pixel(pdf: Pdf, meant: Composition) -> None:
    preview = write_preview(meant)
    assert preview.layout == pdf.layout
    for page in range(len(pdf.layout.pages)):
        assert render_page(preview.data, page, 1) == render_page(pdf.data, page, 1)


def test_the_same_composition_gives_the_same_bytes(pdf: Pdf, meant: Composition) -> None:
    assert write_pdf(meant) == pdf
    assert write_layout(pdf.layout, meant, archival=True) == pdf


@settings(max_examples=100)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=14))
def test_elements_in_any_order_are_archival_accessible_and_complete(figures: list[Path], order: list[int]) -> None:
    every = elements(figures[0])
    meant = composition(*(every[number % len(every)] for number in order))
    pdf = write_pdf(meant)
    check_pdf(pdf, meant)
    with TemporaryDirectory() as folder:
        # Composition sees to it that levels do not skip; a random order does not.
        assert [f for f in failures(pdf.data, Path(folder)) if f[1] != "PDFUA1-HEADING-NESTING-001"] == []


def test_long_running_text_copies_out_word_for_word() -> None:
    sentence = "Қазақстанның әр өңірінде жаңа сөздер пайда болып, ұғымдар кеңейеді (2024 жылғы № 5 есеп). "
    meant = composition(*(paragraph(f"{number}. " + sentence * 7) for number in range(40)))
    pdf = write_pdf(meant)
    article = tuple(texts_of(meant.parts[1].elements))
    assert len(pdf.layout.pages) > 4
    first = next(page for page, name in pdf.layout.first_pages if name == "article")
    found = words(page_texts(pdf.data)[first:])
    numbers = {page.label for page in pdf.layout.pages}
    assert [w for w in found if w not in numbers and w != "ЖОБА"] == words(article)
    check_pdf(pdf, meant)


def test_a_part_alone_has_links_to_what_it_lacks_that_lead_nowhere(meant: Composition, tmp_path: Path) -> None:
    kept: tuple[Element, ...] = meant.parts[1].elements[:2]
    alone = replace(meant, parts=(replace(meant.parts[1], elements=kept),))
    assert failures(write_pdf(alone).data, tmp_path) == []


def test_a_part_without_elements_is_an_empty_page(meant: Composition, tmp_path: Path) -> None:
    empty = Part("article", "kk", meant.parts[1].page, ())
    assert failures(write_pdf(replace(meant, parts=(empty,))).data, tmp_path) == []


def test_a_photograph_that_has_to_be_turned_keeps_its_shape(figures: list[Path]) -> None:
    turned = next(path for path in figures if path.name == "turned.jpg")
    look = composition().parts[1].elements[0]
    assert isinstance(look, TextElement)
    pdf = write_pdf(composition(FigureElement(turned, "Сурет", look.look, 60)))
    mark = next(mark for page in pdf.layout.pages for mark in page.marks if isinstance(mark, ImageMark))
    assert (mark.width, mark.height) == (60, 80)
