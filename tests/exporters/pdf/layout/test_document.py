from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from proceedings_editor.exporters.composition.element import (
    Composition,
    ListElement,
    PageBreakElement,
    QuotationElement,
    TextElement,
)
from proceedings_editor.exporters.composition.words import notes_of, texts_of
from proceedings_editor.exporters.pdf.box import box_of
from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.exporters.pdf.layout.page import LayoutError
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout
from proceedings_editor.model.place import Place
from tests.exporters.pdf.layout.sample import (
    A4,
    MARGIN,
    SENTENCE,
    composed,
    compositions,
    document,
    heading,
    line_texts,
    lines,
    page_style,
    paragraph,
    part,
    reading_order,
    role_of,
    texts,
)

_GENERATED = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
_SLACK = 0.1


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("figures") / "schema.png"
    Image.new("RGB", (120, 80), "white").save(path, dpi=(96, 96))
    return path


def _essence(words: str) -> str:
    """What must not change: hyphens come and go where words are broken, white space and soft hyphens are not drawn."""
    return re.sub("[\\s\\-\u00ad\u202f]", "", words)


# -------------------------------------------------------------------------------------------- whatever is laid out


@_GENERATED
@given(data=st.data())
def test_whatever_is_composed_stands_on_its_pages_whole_and_in_order(data: st.DataObject, picture: Path) -> None:
    composition = data.draw(compositions(picture))
    layout = lay_out(composition)
    _every_word_is_there_in_order(composition, layout)
    _no_mark_leaves_the_page(layout)
    _no_two_lines_overlap(layout)
    _children_come_after_their_parents(layout)
    _every_note_begins_on_the_page_of_its_mark(layout)


def _every_word_is_there_in_order(composition: Composition, layout: Layout) -> None:
    elements = [element for part in composition.parts for element in part.elements]
    found = {"text": "", "note": ""}
    for mark in reading_order(layout):
        if role_of(layout, mark.node, "Lbl") >= 0 or role_of(layout, mark.node, "Reference") >= 0:
            continue
        found["note" if role_of(layout, mark.node, "Note") >= 0 else "text"] += mark.text
    notes = [element for one in notes_of(elements) for element in one.elements]
    assert _essence(found["text"]) == _essence("".join(texts_of(elements)))
    assert _essence(found["note"]) == _essence("".join(texts_of(notes)))


def _no_mark_leaves_the_page(layout: Layout) -> None:
    for page in layout.pages:
        for mark in page.marks:
            left, bottom, right, top = box_of(mark)
            assert left >= -_SLACK
            assert bottom >= -_SLACK
            assert right <= page.width + _SLACK
            assert top <= page.height + _SLACK


def _no_two_lines_overlap(layout: Layout) -> None:
    """Every paragraph's lines are spots; those of one page must be apart in one direction or the other."""
    spots = [spot for spot in layout.spots if spot.source == Place(block=(1,))]
    for index, one in enumerate(spots):
        for other in spots[index + 1 :]:
            if one.page == other.page and other.width and one.width:
                apart = one.y + _SLACK >= other.y + other.height or other.y + _SLACK >= one.y + one.height
                beside = one.x + one.width <= other.x + _SLACK or other.x + other.width <= one.x + _SLACK
                assert apart or beside


def _children_come_after_their_parents(layout: Layout) -> None:
    assert layout.nodes[0].role == "Document"
    assert layout.nodes[0].parent == -1
    assert all(node.parent < index for index, node in enumerate(layout.nodes))
    assert all(node.parent >= 0 for node in layout.nodes[1:])
    assert all(m.node == ARTIFACT or m.node in range(len(layout.nodes)) for p in layout.pages for m in p.marks)


def _every_note_begins_on_the_page_of_its_mark(layout: Layout) -> None:
    marks: dict[str, int] = {}
    notes: dict[str, int] = {}
    for page in range(len(layout.pages)):
        for mark in texts(layout, page):
            reference, owner = role_of(layout, mark.node, "Reference"), role_of(layout, mark.node, "Note")
            if reference >= 0:
                marks.setdefault(layout.nodes[reference].note, page)
            if owner >= 0:
                notes.setdefault(layout.nodes[owner].note, page)
    assert marks == notes


# ------------------------------------------------------------------------------------------------ the document


def test_an_article_goes_on_from_page_to_page_in_one_element() -> None:
    layout = lay_out(composed(paragraph(SENTENCE * 80)))
    assert len(layout.pages) == 2
    assert {role_of(layout, m.node, "P") for m in texts(layout)} == {role_of(layout, texts(layout)[0].node, "P")}


def test_parts_begin_on_new_pages_and_in_sections_of_their_language() -> None:
    russian = part(paragraph("Страница сведений"), name="information", number=("none", "center"))
    layout = lay_out(document(russian, part(paragraph("Мақала"), first_folio=323)))
    assert [page.label for page in layout.pages] == ["i", "323"]
    assert [page.folio for page in layout.pages] == [1, 323]
    assert layout.first_pages == ((0, "information"), (1, "article"))
    assert [node.role for node in layout.nodes].count("Sect") == 2


def test_a_part_in_another_language_than_the_document_says_so() -> None:
    foreign = Composition((part(paragraph("The article")),), "T", (), "en", "Times New Roman", ())
    section = next(node for node in lay_out(foreign).nodes if node.role == "Sect")
    assert section.language == "kk"


def test_a_document_without_parts_or_elements_has_one_page() -> None:
    assert len(lay_out(document()).pages) == 1
    empty = lay_out(composed())
    assert len(empty.pages) == 1
    assert texts(empty) == []


def test_even_folios_of_mirrored_pages_change_their_margins() -> None:
    layout = lay_out(composed(paragraph(SENTENCE * 80, indent=0), mirrored=True, left=80, right=40))
    odd, even = (min(mark.x for mark in texts(layout, page)) for page in (0, 1))
    assert (odd, even) == (pytest.approx(80), pytest.approx(40))


def test_the_outline_lists_the_headings_in_order_with_their_places() -> None:
    layout = lay_out(composed(heading("Кіріспе"), paragraph(SENTENCE * 80), heading("Әдістер", 2), paragraph("Мәтін")))
    assert [(item.title, item.level, item.page) for item in layout.outline] == [("Кіріспе", 0, 0), ("Әдістер", 1, 1)]
    assert layout.outline[0].y == pytest.approx(A4[1] - MARGIN)


def test_bookmarks_lead_to_the_top_of_their_place() -> None:
    target = TextElement(paragraph("Нысана").inlines, "text", paragraph("").look, bookmark="ref-1")
    layout = lay_out(composed(paragraph(SENTENCE * 80), target))
    page, y = layout.bookmarks["ref-1"]
    mark = next(mark for mark in texts(layout, page) if mark.text == "Нысана")
    assert mark.y < y < mark.y + 15


def test_a_spot_says_which_stretch_of_the_source_a_line_shows() -> None:
    text = (SENTENCE * 6).strip()
    words = paragraph(text).inlines[0]
    element = TextElement((type(words)(text, source_start=0),), "text", paragraph("").look, source=Place(block=(3,)))
    layout = lay_out(composed(element))
    shown = [text[spot.source.start : spot.source.end] for spot in layout.spots]
    assert shown == [line.rstrip() for line in line_texts(layout)]
    assert {(spot.source.block, spot.entry, spot.page) for spot in layout.spots} == {((3,), "e1", 0)}


def test_words_of_two_runs_and_invisible_characters_keep_their_offsets() -> None:
    from proceedings_editor.exporters.composition.element import Words

    inlines = (
        Words("жұм\u00adсақ ", source_start=0),
        Words("қалың", bold=True, source_start=8),
        Words(" соңы", source_start=13),
    )
    layout = lay_out(composed(TextElement(inlines, "text", paragraph("").look, source=Place(field="title.kk"))))
    (spot,) = layout.spots
    assert (spot.source.field, spot.source.start, spot.source.end) == ("title.kk", 0, 18)


def test_the_author_s_page_break_is_obeyed_once() -> None:
    breaks = (PageBreakElement(), PageBreakElement())
    layout = lay_out(composed(*breaks, paragraph("Бірінші"), *breaks, paragraph("Екінші"), *breaks))
    assert [line_texts(layout, page) for page in range(len(layout.pages))] == [["Бірінші"], ["Екінші"]]


def test_margins_that_leave_no_room_shrink() -> None:
    layout = lay_out(composed(paragraph("Ұзын сөздер " * 20), left=400, right=400, top=900, bottom=50))
    _no_mark_leaves_the_page(layout)


# ------------------------------------------------------------------------------------------- hostile and huge


@pytest.mark.parametrize(
    "element",
    [
        paragraph("ж" * 1_000_000),
        paragraph("сөз " * 50_000),
        paragraph(SENTENCE * 3, size=300),
        paragraph(SENTENCE * 3, indent=60, left=50, right=50, space_before=9000, space_after=9000),
        paragraph(SENTENCE * 3, indent=-60, left=-50, right=-50, space_before=-900, line_spacing=-3),
    ],
    ids=["endless word", "many words", "huge type", "huge indents", "negative lengths"],
)
def test_a_hostile_paragraph_ends_quickly_and_loses_no_word(element: TextElement) -> None:
    begin = time.process_time()
    layout = lay_out(composed(element))
    assert _essence("".join(m.text for m in texts(layout))) == _essence("".join(texts_of([element])))
    assert time.process_time() - begin < 20


def test_too_many_pages_are_one_sentence() -> None:
    with pytest.raises(LayoutError, match="pages"):
        lay_out(composed(paragraph("ж" * 200_000), left=290, right=290, top=400, bottom=400))


def test_lists_inside_lists_fifty_deep_stay_on_the_page() -> None:
    from proceedings_editor.exporters.composition.element import Element, ItemElement

    inner: Element = paragraph("ең ішкі")
    for depth in range(49, -1, -1):
        inner = ListElement(
            (ItemElement("–", (paragraph("мәтін"), inner)),), False, "–", 1, "list", paragraph("").look, depth
        )
    layout = lay_out(composed(inner))
    _no_mark_leaves_the_page(layout)
    assert sum(m.text == "ең ішкі" for m in texts(layout)) == 1


def test_elements_nested_beyond_reason_are_one_sentence() -> None:
    inner: QuotationElement = QuotationElement((paragraph("ішкі"),))
    for _ in range(5000):
        inner = QuotationElement((inner,))
    with pytest.raises(LayoutError, match="too deeply"):
        lay_out(composed(inner))


def test_forty_pages_take_less_than_a_moment() -> None:
    """The goal is 100 ms; the limit leaves room for a machine that others use too."""
    forty = composed(*(paragraph(SENTENCE * 9) for _ in range(260)))
    lay_out(forty)
    taken = []
    for _ in range(3):
        begin = time.process_time()
        layout = lay_out(forty)
        taken.append(time.process_time() - begin)
    assert len(layout.pages) >= 40
    assert min(taken) < 0.4


def test_lines_of_a_page_do_not_reach_into_its_margins() -> None:
    layout = lay_out(composed(paragraph(SENTENCE * 100)))
    for line in lines(layout):
        assert line[0].x >= MARGIN - _SLACK
        assert box_of(line[-1])[2] <= A4[0] - MARGIN + _SLACK
        assert MARGIN <= line[0].y <= A4[1] - MARGIN
    assert page_style().bottom == MARGIN
