"""The structure tree, read with pikepdf: order, attributes, and the ways back from content to nodes."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest

from proceedings_editor.exporters.pdf.paint import paint
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout
from tests.exporters.pdf.sheet import Sheet, composition, everything


def opened(layout: Layout) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(paint(layout, composition(), archival=True)))


def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid)


def elements(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    return [e for root in pdf.Root.StructTreeRoot.K for e in walk(root) if str(e.S)[1:] == role]


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with opened(everything([])) as made:
        yield made


def test_a_paragraph_holds_its_words_and_its_links_in_reading_order(pdf: pikepdf.Pdf) -> None:
    kids = [str(kid.S) if isinstance(kid, pikepdf.Dictionary) else "words" for kid in elements(pdf, "P")[0].K]
    assert kids == ["words", "/Link", "words", "/Reference", "/Span", "/Span"]


def test_a_cell_without_words_stands_where_it_belongs(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[2]
    assert [str(cell.S) for cell in row.K] == ["/TD", "/TD"]
    assert "/K" not in row.K[0]


def test_marked_content_on_another_page_than_its_node_begins_names_the_page() -> None:
    sheet = Sheet()
    paragraph = sheet.paragraph(60, "Бір беттен ")
    sheet.turn()
    sheet.text(paragraph, 57, 780, "екінші бетке ")
    with opened(sheet.layout()) as made:
        first, second = elements(made, "P")[0].K
        assert first == 0
        assert (second.Type, second.MCID) == ("/MCR", 0)
        assert second.Pg.objgen == made.pages[1].objgen


def test_every_content_sequence_and_every_link_finds_its_node(pdf: pikepdf.Pdf) -> None:
    numbers = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for page in pdf.pages:
        owners = numbers[page.StructParents]
        marks = [kid for owner in {o.objgen: o for o in owners}.values() for kid in owner.K if isinstance(kid, int)]
        assert sorted(marks) == list(range(len(owners)))
        for annotation in page.get("/Annots", []):
            owner = numbers[annotation.StructParent]
            assert owner.S == "/Link"
            assert annotation.objgen in [
                kid.Obj.objgen for kid in owner.K if not isinstance(kid, int) and "/Obj" in kid
            ]


def test_attributes_say_what_cells_lists_and_tables_are(pdf: pikepdf.Pdf) -> None:
    assert [str(e.A.Scope) for e in elements(pdf, "TH")] == ["/Column"] * 3 + ["/Row"]
    assert elements(pdf, "TH")[3].A.RowSpan == 2
    assert elements(pdf, "TD")[0].A.ColSpan == 2
    assert elements(pdf, "L")[0].A.ListNumbering == "/Decimal"
    assert str(elements(pdf, "Table")[0].A.Summary) == "Екі жылдың өнімі"


def test_languages_and_replacement_texts_are_kept(pdf: pikepdf.Pdf) -> None:
    foreign, replaced = elements(pdf, "Span")
    assert str(foreign.Lang) == "en"
    assert str(replaced.ActualText) == "теңге"


def test_a_note_is_found_by_its_identifier(pdf: pikepdf.Pdf) -> None:
    note = elements(pdf, "Note")[0]
    names = pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)
    assert names[str(note.ID)].objgen == note.objgen


def test_notes_of_two_parts_with_the_same_number_have_names_of_their_own() -> None:
    sheet = Sheet()
    for line in range(2):
        sheet.paragraph(80 - 10 * line, "сөз ", parent=sheet.node("Note", note="note-1"))
    with opened(sheet.layout()) as made:
        one, other = (str(note.ID) for note in elements(made, "Note"))
        assert one != other


def test_a_formula_has_an_alternative_and_a_box_around_its_ink(pdf: pikepdf.Pdf) -> None:
    formula = elements(pdf, "Formula")[0]
    left, bottom, right, top = map(float, formula.A.BBox)
    assert str(formula.Alt) == "a бөлу b"
    assert left == 400
    assert bottom < 600 < top
    assert 5 < right - left < 30


def test_what_means_nothing_is_no_part_of_the_tree() -> None:
    sheet = Sheet()
    sheet.text(ARTIFACT, 290, 30, "323")
    sheet.rule(0, 0, 100, 0)
    with opened(sheet.layout()) as made:
        assert b"/Artifact BMC" in made.pages[0].Contents.read_bytes()
        assert "/K" not in elements(made, "Document")[0]
