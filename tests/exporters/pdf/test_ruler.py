"""Where characters of a line stand, measured against what PDFium says of the same pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.preview import Preview, make_preview
from proceedings_editor.exporters.pdf.placed import Spot, TextMark
from proceedings_editor.exporters.pdf.ruler import stretch_on
from proceedings_editor.model.place import Place
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.resources import shipped

EXACT = 0.6
"""Points."""


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    folder = tmp_path / "collection"
    shutil.copytree(shipped("examples", "steppe-2026"), folder)
    return make_preview(folder, open_collection(folder).workspace, "ozera", NeverCancelled())


def test_the_first_and_the_last_letter_of_a_justified_line_are_where_pdfium_finds_them(preview: Preview) -> None:
    lines = [spot for spot in preview.spots if spot.source.block and spot.source.end - spot.source.start > 60]
    assert len(lines) > 20
    document = pypdfium2.PdfDocument(preview.data)
    for spot in lines:
        x, width = preview.stretch(spot, spot.source.start, spot.source.end)
        assert abs(x - spot.x) < EXACT and abs(x + width - spot.x - spot.width) < EXACT
    checked = sum(_agrees(document, preview, spot) for spot in lines[:12])
    document.close()
    assert checked >= 10


def _agrees(document: pypdfium2.PdfDocument, preview: Preview, spot: Spot) -> int:
    """Compare the boxes of the letters in the middle of a line; 0 where the page's text cannot be matched to it."""
    marks = [m for m in preview.layout.pages[spot.page].marks if isinstance(m, TextMark)]
    words = "".join(m.text for m in marks if spot.y <= m.y <= spot.y + spot.height and m.x >= spot.x - 1)
    page = document[spot.page].get_textpage()
    all_words = page.get_text_range()
    at = all_words.find(words[10:50])
    if at < 0:
        return 0
    for letter in range(12, 40):
        if words[letter].isspace():
            continue
        left, _, right, _ = page.get_charbox(at + letter - 10)
        start = spot.source.start + letter
        x, width = preview.stretch(spot, start, start + 1)
        assert x <= (left + right) / 2 <= x + width, (words, letter)
    return 1


def test_a_line_that_prints_other_characters_counts_each_for_as_wide() -> None:
    spot = Spot("a", 0, 100, 50, 200, 12, Place("title.kk", start=10, end=20))
    marks = (TextMark(0, 100, 53, "SS", "Tinos-Regular", 10, 200),)
    assert stretch_on(spot, marks, 12, 15) == (140, 60)
    assert stretch_on(spot, marks, 0, 99) == (100, 200)


def test_what_lies_on_other_lines_is_left_out() -> None:
    spot = Spot("a", 0, 100, 50, 200, 12, Place(block=(1,), start=10, end=20))
    assert stretch_on(spot, (), 18, 40) == (260, 40)
    assert stretch_on(spot, (), 2, 12) == (100, 40)
