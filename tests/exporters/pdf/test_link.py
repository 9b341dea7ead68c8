"""Links: where they can be clicked and where they lead."""

from __future__ import annotations

import io

import pikepdf
import pytest

from proceedings_editor.exporters.pdf.paint import paint
from proceedings_editor.exporters.pdf.placed import Layout
from tests.exporters.pdf.sheet import Sheet, composition


class Annotation:
    """What a viewer knows of one link."""

    def __init__(self, found: pikepdf.Object) -> None:
        self.left, self.bottom, self.right, self.top = map(float, found.Rect)
        self.address = str(found.A.URI) if "/A" in found else ""
        self.destination = str(found.Dest) if "/Dest" in found else ""
        self.contents = str(found.Contents)
        self.flags = int(found.F)


def annotations(layout: Layout) -> list[Annotation]:
    with pikepdf.open(io.BytesIO(paint(layout, composition(), archival=True))) as pdf:
        return [Annotation(found) for found in pdf.pages[0].get("/Annots", [])]


def test_a_link_over_two_lines_can_be_clicked_on_both_but_not_on_the_space_at_their_end() -> None:
    sheet = Sheet()
    link = sheet.node("Link", sheet.node("P"), url="https://example.org/")
    end = sheet.text(link, 300, 700, "екі")
    sheet.text(link, end, 700, " ")
    second = sheet.text(link, 57, 686, "жол")
    sheet.text(link, second, 686, "2", size=7)
    one, other = annotations(sheet.layout())
    assert (one.left, one.right) == (300, pytest.approx(end, abs=0.01))
    assert one.bottom < 700 < one.top
    assert (other.left, other.right) == (57, pytest.approx(second + 3.5, abs=0.01))


def test_words_inside_a_link_belong_to_it_whatever_they_are() -> None:
    sheet = Sheet()
    link = sheet.node("Link", sheet.node("P"), url="https://example.org/")
    x = sheet.text(link, 57, 700, "мұнда ")
    end = sheet.text(sheet.node("Span", link, language="en"), x, 700, "here")
    (one,) = annotations(sheet.layout())
    assert one.right == pytest.approx(end, abs=0.01)


def test_an_address_is_written_in_ascii_and_keeps_its_escapes() -> None:
    sheet = Sheet()
    sheet.text(sheet.node("Link", sheet.node("P"), url="https://қаз.kz/a%20b?x=1&y=«2»"), 57, 700, "сайт")
    (one,) = annotations(sheet.layout())
    assert one.address == "https://%D2%9B%D0%B0%D0%B7.kz/a%20b?x=1&y=%C2%AB2%C2%BB"
    assert one.contents == "https://қаз.kz/a%20b?x=1&y=«2»"
    assert one.flags == 4


def test_a_link_inside_names_the_bookmark_it_leads_to() -> None:
    sheet = Sheet()
    sheet.text(sheet.node("Link", sheet.node("Reference", sheet.node("P")), target="әдебиет 1"), 57, 700, "[1]")
    (one,) = annotations(sheet.layout({"әдебиет 1": (0, 500.0)}))
    assert one.destination == "әдебиет 1"
    assert one.address == ""


def test_a_link_to_what_is_not_in_the_document_cannot_be_clicked() -> None:
    sheet = Sheet()
    sheet.text(sheet.node("Link", sheet.node("P"), target="басқа"), 57, 700, "[1]")
    assert annotations(sheet.layout()) == []
