"""The sample that ships and the seed, with both templates: foreign judges find nothing wrong with their files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conformance.export import TEMPLATES, Document
from tests.conformance.judge import (
    Office,
    archival_faults,
    pdf_text,
    reference_faults,
    schema_faults,
    structure_text,
)
from tests.conformance.reading import docx_words, essence, part_pages, printed, read_pages, structure
from tests.conftest import Need
from tests.exporters.docx import integrity


def test_each_sample_entry_is_exported_with_each_template(documents: list[Document]) -> None:
    samples = [one for one in documents if one.name.startswith("steppe-2026")]
    assert len(samples) == 4 * len(TEMPLATES)
    assert all(one.pdf.is_file() and one.docx.is_file() for one in documents)


def test_every_pdf_is_archival_and_accessible(documents: list[Document]) -> None:
    assert [fault for one in documents for fault in archival_faults(one.pdf)] == []


def test_every_pdf_passes_verapdf(documents: list[Document], need: Need) -> None:
    assert reference_faults(need("verapdf"), [one.pdf for one in documents]) == []
