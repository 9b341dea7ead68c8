"""Outline, page labels and bookmarks, read with pikepdf."""

from __future__ import annotations

import io

import pikepdf
import pytest

from proceedings_editor.exporters.pdf.paint import paint
from proceedings_editor.exporters.pdf.placed import OutlineItem
from tests.exporters.pdf.sheet import Sheet, composition


def made(labels: list[str], outline: tuple[OutlineItem, ...] = (), **bookmarks: tuple[int, float]) -> pikepdf.Pdf:
    sheet = Sheet()
    for label in labels:
        sheet.paragraph(700, label)
        sheet.turn(label)
    return pikepdf.open(io.BytesIO(paint(sheet.layout(bookmarks, outline), composition(), archival=True)))


@pytest.mark.parametrize(
    "labels",
    [
        ["i", "323", "324", "325"],
        ["i", "ii", "iii", "iv", "v", "1", "2", "1"],
        ["А-1", "А-2", "7", "007", "8"],
        ["xxxix", "xl", "xli"],
    ],
)
def test_page_labels_read_back(labels: list[str]) -> None:
    with made(labels) as pdf:
        assert [page.label for page in pdf.pages] == labels


def test_a_run_of_numbers_is_one_entry() -> None:
    with made(["i", *map(str, range(323, 330))]) as pdf:
        assert len(pdf.Root.PageLabels.Nums) == 4


def test_the_outline_nests_by_level_and_a_skipped_level_does_not_matter() -> None:
    outline = (
        OutlineItem("Кіріспе", 0, 0, 700),
        OutlineItem("Әдіс", 2, 0, 600),
        OutlineItem("Деректер", 3, 1, 500),
        OutlineItem("Нәтиже", 1, 1, 400),
        OutlineItem("Соңы", 0, 1, 300),
    )
    with made(["1", "2"], outline) as pdf, pdf.open_outline() as found:
        first, last = found.root
        assert [first.title, last.title] == ["Кіріспе", "Соңы"]
        assert [item.title for item in first.children] == ["Әдіс", "Нәтиже"]
        assert [item.title for item in first.children[0].children] == ["Деректер"]
        assert pdf.Root.Outlines.Count == 5
        assert last.destination[0].objgen == pdf.pages[1].objgen


def test_bookmarks_are_named_destinations() -> None:
    with made(["1", "2"], әдебиет=(1, 512.25), a=(0, 100)) as pdf:
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        assert list(names) == ["a", "әдебиет"]
        target = names["әдебиет"]
        assert target[0].objgen == pdf.pages[1].objgen
        assert float(target[3]) == 512.25


def test_a_document_without_headings_has_no_outline() -> None:
    with made(["1"]) as pdf:
        assert "/Outlines" not in pdf.Root
        assert "/Names" not in pdf.Root
