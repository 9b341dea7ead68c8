"""The printed guide keeps every promise an exported article keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from proceedings_editor.app.guide import chapters, write_guide
from proceedings_editor.model.local import LANGUAGES
from tests.conformance.judge import archival_faults, reference_faults, schema_faults
from tests.conftest import Need


@pytest.fixture(scope="module")
def guides(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    out = tmp_path_factory.mktemp("guide")
    return {language: write_guide(language, out) for language in LANGUAGES}


def test_the_guides_pdf_is_archival_and_accessible(guides: dict[str, tuple[Path, Path]]) -> None:
    assert [fault for pdf, _ in guides.values() for fault in archival_faults(pdf)] == []


def test_the_guides_pdf_passes_verapdf(guides: dict[str, tuple[Path, Path]], need: Need) -> None:
    assert reference_faults(need("verapdf"), [pdf for pdf, _ in guides.values()]) == []


def test_the_guides_docx_fits_the_schema(guides: dict[str, tuple[Path, Path]], need: Need) -> None:
    validator = need("ooxml-validator")
    assert [fault for _, docx in guides.values() for fault in schema_faults(validator, docx)] == []


def test_every_chapter_is_in_the_pdfs_outline(guides: dict[str, tuple[Path, Path]]) -> None:
    import pikepdf

    for language in LANGUAGES:
        with pikepdf.open(guides[language][0]) as pdf, pdf.open_outline() as outline:
            titles = [item.title for item in _all(outline.root)]
        assert [chapter.title for chapter in chapters(language) if chapter.title not in titles] == []


def _all(items: list) -> list:  # type: ignore[type-arg]
    return [one for item in items for one in (item, *_all(item.children))]
