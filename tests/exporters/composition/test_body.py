from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.exporters.composition.element import (
    Element,
    FigureElement,
    FormulaElement,
    InlineMath,
    ListElement,
    ListingElement,
    NewLine,
    NoteMark,
    PageBreakElement,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)
from proceedings_editor.model.body import (
    Block,
    Cell,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    InlineFormula,
    LineBreak,
    ListBlock,
    Listing,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Span,
    Table,
)
from proceedings_editor.model.local import Language
from proceedings_editor.model.template import Captions, HeadElement, Template
from tests.exporters.composition.sample import BODY, ENTRY, PICTURE, cell, composed, conference, journal, paragraph
from tests.exporters.composition.tree import everything, only, part, said


def _body(*blocks: Block, template: Template | None = None, language: Language = "kk") -> tuple[Element, ...]:
    """Compose blocks below a title, with the sample's two references to cite."""
    base = template or conference()
    short = replace(base, article=(HeadElement("title", ("kk",)), HeadElement("body"), HeadElement("references")))
    entry = replace(ENTRY, body=blocks, language=language)
    elements = part(composed(entry, short), "article")[1:-1]
    return elements if not short.wording.references else elements[:-1]


def _one(block: Block, template: Template | None = None, language: Language = "kk") -> Element:
    (element,) = _body(block, template=template, language=language)
    return element


def _links(element: Element) -> list[tuple[str, str]]:
    return [(one.text, one.target) for one in element.inlines if isinstance(one, Words) and one.target]


def _notes(elements: tuple[Element, ...]) -> list[NoteMark]:
    texts = only(everything(elements), TextElement)
    return [inline for one in texts for inline in one.inlines if isinstance(inline, NoteMark)]


# ------------------------------------------------------------------------------------------------------------ texts


def test_marks_lines_formulas_and_places_of_a_text_are_kept() -> None:
    text = _one(BODY[0])
    kinds = [type(inline) for inline in text.inlines]
    assert (kinds.count(NewLine), kinds.count(InlineMath), kinds.count(NoteMark)) == (1, 1, 1)
    by_text = {inline.text: inline for inline in text.inlines if isinstance(inline, Words) and not inline.target}
    assert by_text["маңызды"].bold
    assert by_text["2"].subscript
    assert (by_text["звёздное небо"].italic, by_text["звёздное небо"].language) == (True, "ru")
    assert by_text[" x = a[1]"].code
    assert by_text["қараңыз [1]"].url == "https://example.kz/[1]"
    assert (text.style, text.level, text.source.block) == ("text", 0, (0,))


def test_citations_and_mentions_lead_to_what_is_there() -> None:
    citations = [("1", "ref-1"), ("2", "ref-2")]
    assert _links(_one(BODY[0])) == citations  # [1;12] names a page; there is no [9], and no figure here
    article = part(composed(), "article")
    text = next(one for one in article if isinstance(one, TextElement) and one.source.block == (0,))
    mentions = [("1-сурет", "figure-1"), ("2-кестеде", "table-2"), ("(1) формулада", "formula-1")]
    assert _links(text) == citations + mentions


def test_links_and_program_text_are_not_linked_again() -> None:
    text = _one(BODY[0])
    assert not any(one.target for one in text.inlines if isinstance(one, Words) and (one.url or one.code))


def test_the_templates_citation_form_decides_what_a_semicolon_means() -> None:
    cited = paragraph("ғылым [2;1]")
    assert _links(_one(cited, conference())) == [("2", "ref-2")]
    assert _links(_one(cited, journal())) == [("2", "ref-2"), ("1", "ref-1")]


def test_a_citation_over_two_spans_is_linked_in_both() -> None:
    text = _one(Paragraph((Span("ғылым ["), Span("1", bold=True), Span("–2]"))))
    assert _links(text) == [("1", "ref-1"), ("–2", "ref-1")]


def test_paragraphs_that_say_nothing_are_dropped_and_others_kept_as_typed() -> None:
    empty = (Paragraph(), paragraph("  "), Paragraph((LineBreak(),)), Paragraph((Note(()),)), Heading(()))
    (kept,) = _body(*empty, paragraph("  а  "))
    assert said(kept) == "  а  "
    assert kept.source.block == (5,)


def test_a_paragraphs_own_alignment_wins_and_needs_no_indent() -> None:
    look = _one(Paragraph((Span("а"),), "center")).look
    assert (look.align, look.indent) == ("center", 0)
    assert _one(paragraph("а")).look == conference().styles["text"]


def test_capitals_of_a_style_do_not_split_words_at_marks() -> None:
    capital = replace(conference().styles["heading_1"], capitals=True)
    template = replace(conference(), styles={**conference().styles, "heading_1": capital})
    heading = _one(Heading((Span("ортаның p"), Span("H", bold=True), Span(" мәні"))), template)
    assert said(heading) == "ОРТАНЫҢ pH МӘНІ"


# --------------------------------------------------------------------------------------------------------- headings


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ((1, 2, 3, 1), [2, 3, 4, 2]),
        ((1, 3, 3, 2), [2, 3, 3, 3]),
        ((3, 1, 4, 4, 2), [2, 2, 3, 3, 3]),
        ((1, 2, 3, 4, 5, 6), [2, 3, 4, 5, 6, 6]),
    ],
)
def test_levels_stand_below_the_title_and_never_skip(typed: tuple[int, ...], printed: list[int]) -> None:
    headings = _body(*(Heading((Span(f"т{n}"),), level) for n, level in enumerate(typed)))
    assert [one.level for one in headings] == printed


def test_a_heading_inside_another_block_stays_out_of_the_outline() -> None:
    inner = Heading((Span("Ішкі"),), 2)
    elements = _body(Quotation((inner,)), ListBlock((ListItem((inner,)),)), Table(((Cell((inner,)),),)))
    texts = [one for one in only(everything(elements), TextElement) if one.style == "heading_2"]
    assert [one.level for one in texts] == [0, 0, 0]


# ------------------------------------------------------------------------------------------------ lists, quotations


def test_lists_print_the_templates_marker_and_know_their_depth() -> None:
    plain = _one(BODY[4])
    assert isinstance(plain, ListElement)
    assert ([item.label for item in plain.items], plain.ordered, plain.depth) == (["–", "–"], False, 0)
    (inner,) = only(plain.items[1].elements, ListElement)
    assert ([item.label for item in inner.items], inner.start, inner.depth) == (["3.", "4."], 3, 1)
    assert [item.label for item in _one(BODY[4], journal()).items] == ["•", "•"]


def test_paths_inside_a_list_count_its_blocks_one_item_after_the_other() -> None:
    texts = only(everything((_one(BODY[4]),)), TextElement)
    assert [one.source.block for one in texts] == [(0, 0), (0, 1), (0, 2, 0), (0, 2, 1)]


def test_items_and_lists_that_say_nothing_are_dropped() -> None:
    empty = ListItem((Paragraph(),))
    assert _body(ListBlock((empty,))) == ()
    kept = _one(ListBlock((empty, ListItem((paragraph("а"),))), True))
    assert [(item.label, len(item.elements)) for item in kept.items] == [("1.", 1)]


def test_a_quotation_holds_its_blocks_in_its_style() -> None:
    quotation = _one(Quotation((paragraph("а"), Paragraph())))
    assert isinstance(quotation, QuotationElement)
    assert [one.style for one in quotation.elements] == ["quotation"]


# ----------------------------------------------------------------------------------------------------------- tables


def test_a_table_has_number_caption_header_and_bookmark() -> None:
    table = _one(BODY[6])
    assert isinstance(table, TableElement)
    assert said(table.caption) == "1-кесте – Жұлдыздар"
    assert (table.header_rows, table.bookmark, table.summary) == (1, "table-1", "Жұлдыздар")
    assert [[one.header for one in row] for row in table.rows] == [["column", "column"], ["", ""]]
    assert [row[0].elements[0].style for row in table.rows] == ["table_header", "table_cell"]


def test_without_a_header_row_the_first_row_names_the_columns_and_looks_as_before() -> None:
    table = _one(Table(((cell("а"), cell("б")), (cell("в"), cell("г")))))
    assert [one.header for one in table.rows[0]] == ["column", "column"]
    assert (table.rows[0][0].elements[0].style, table.header_rows) == ("table_cell", 0)
    single = _one(Table(((cell("а"), cell("б")),)))
    assert [one.header for one in single.rows[0]] == ["row", ""]


def test_a_cells_alignment_and_size_hold_for_what_is_in_it() -> None:
    inside = (paragraph("а"), ListBlock((ListItem((paragraph("б"),)),)), Listing("в"))
    table = _one(Table(((Cell(inside, align="right"),), (cell("г"),))))
    text, items, code = table.rows[0][0].elements
    assert text.look.align == "right"
    assert items.look.size == conference().styles["table_cell"].size < conference().styles["list"].size
    assert code.look.size == conference().styles["listing"].size


def test_a_table_without_cells_leaves_its_caption() -> None:
    caption = _one(Table((), caption=(Span("Бос"),)))
    assert said(caption) == "1-кесте – Бос"
    assert caption.bookmark == "table-1"


# ----------------------------------------------------------------------------------------------- figures and others


def test_a_figure_has_path_width_and_caption() -> None:
    figure = _one(BODY[8])
    assert isinstance(figure, FigureElement)
    assert (figure.path, figure.placeholder, figure.bookmark) == (PICTURE, "", "figure-1")
    assert abs(figure.width - 226.77) < 0.01
    assert said(figure.caption) == "1-сурет – Жұлдыз жарығы, 1-кесте бойынша"


def test_a_missing_figure_becomes_a_placeholder_that_names_the_file() -> None:
    figure = _one(Figure("lost.png"))
    assert figure.path is None
    assert "lost.png" in figure.placeholder


@pytest.mark.parametrize(
    ("figure", "alternative"),
    [
        (Figure("a.png", (Span("Сызба"),), "Түзу сызық"), "Түзу сызық"),
        (Figure("a.png", (Span("Сызба"), LineBreak(), Span("екі"), Note((paragraph("н"),))), " "), "Сызба екі"),
        (Figure("a.png"), "1-сурет"),
    ],
)
def test_alternative_text_falls_back_to_the_caption_and_the_number(figure: Figure, alternative: str) -> None:
    assert _one(figure).alt == alternative


def test_captions_are_worded_in_the_articles_language() -> None:
    assert said(_one(BODY[6], language="ru").caption) == "Таблица 1 – Жұлдыздар"
    assert said(_one(BODY[6], language="en").caption) == "Table 1 – Жұлдыздар"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_without_a_template_wording_there_is_still_an_alternative_text(language: Language) -> None:
    bare = Template("bare")
    assert _one(Figure("a.png"), bare, language).alt
    text = _one(Paragraph((Span("а"), Note((Figure("a.png"),)))), bare, language)
    assert _notes((text,))[0].elements[0].alt


def test_captions_stand_where_the_template_wants_them() -> None:
    other = replace(conference(), captions=Captions(figure="above", table="below", listing="below"))
    elements = _body(BODY[6], BODY[8], BODY[12], template=other)
    order = [one.style if isinstance(one, TextElement) else type(one).__name__ for one in elements]
    tables, figures = ["TableElement", "table_caption"], ["figure_caption", "FigureElement"]
    assert order == [*tables, *figures, "ListingElement", "listing_caption"]
    assert elements[2].look.keep_with_next
    assert (elements[0].caption, elements[0].bookmark, elements[1].bookmark) == (None, "table-1", "")


def test_only_numbered_formulas_have_a_number() -> None:
    formula = FormulaSource("x")
    blocks = (DisplayFormula(formula), DisplayFormula(formula, True), DisplayFormula(formula, True))
    found = only(_body(*blocks, DisplayFormula(FormulaSource(" "))), FormulaElement)
    assert [(one.number, one.bookmark) for one in found] == [("", ""), ("(1)", "formula-1"), ("(2)", "formula-2")]


def test_listings_keep_every_letter_and_only_captioned_ones_are_counted() -> None:
    bare, captioned = _body(Listing("a\n\n\tb "), Listing("c", (Span("Санау"),)), Listing(" "))
    assert isinstance(bare, ListingElement)
    assert bare.lines == ("a", "", "\tb ")
    assert (bare.caption, bare.bookmark) == (None, "")
    assert (said(captioned.caption), captioned.bookmark) == ("1-листинг – Санау", "listing-1")


def test_a_page_break_counts_only_in_the_article_itself() -> None:
    blocks = (paragraph("а"), PageBreak(), paragraph("б"))
    assert only(_body(*blocks), PageBreakElement)
    assert not only(everything(_body(Quotation(blocks))), PageBreakElement)


# ------------------------------------------------------------------------------------------------------------ notes


def test_notes_are_numbered_through_texts_headings_cells_and_captions() -> None:
    marked = (Span("а"), Note((paragraph("н"),)))
    table = Table(((Cell((Paragraph(marked),)),),), caption=marked)
    elements = _body(Paragraph(marked), Heading(marked), table, Figure("chart.png", marked))
    assert [mark.number for mark in _notes(elements)] == [1, 2, 3, 4, 5]


def test_a_note_has_its_style_and_leads_back_to_the_text_it_belongs_to() -> None:
    (mark,) = _notes((_one(BODY[0]),))
    assert [one.style for one in mark.elements] == ["footnote", "footnote"]
    assert {one.source.block for one in mark.elements} == {(0,)}
    assert {word.source_start for one in mark.elements for word in one.inlines} == {-1}
    assert _links(mark.elements[0]) == [("2", "ref-2")]


def test_a_note_in_a_note_joins_its_end_and_what_is_in_it_is_not_counted() -> None:
    inner = Note((paragraph("ішкі"), Figure("chart.png", (Span("сурет"),))))
    outer = Note((Paragraph((Span("сырт"), inner)), paragraph("соңы")))
    elements = _body(Paragraph((Span("а"), outer)), Figure("chart.png"))
    (mark,) = _notes(elements)
    assert [said(one) for one in only(mark.elements, TextElement)] == ["сырт", "соңы", "ішкі"]
    figures = only(everything(elements), FigureElement)
    assert [one.bookmark for one in figures] == ["", "figure-1"]
    assert said(figures[0].caption) == "сурет"


def test_a_formula_that_cannot_be_read_is_printed_as_typed() -> None:
    broken = FormulaSource("\\frac{a}{", "latex")
    element = _one(DisplayFormula(broken, numbered=True))
    assert isinstance(element, TextElement)
    assert [(word.text, word.code) for word in element.inlines] == [("\\frac{a}{", True), (" (1)", False)]
    assert element.bookmark == "formula-1"
    element = _one(Paragraph((Span("мұнда "), InlineFormula(broken), Span(" бар"))))
    assert isinstance(element, TextElement)
    assert [word.text for word in element.inlines] == ["мұнда ", "\\frac{a}{", " бар"]


@pytest.mark.parametrize(("words", "goes_on"), [("мұндағы m – масса.", True), ("где m", True), ("Бұдан әрі.", False)])
def test_a_paragraph_that_goes_on_behind_a_formula_has_no_indent(words: str, goes_on: bool) -> None:
    formula = DisplayFormula(FormulaSource("E = mc^2"))
    first, _, behind, last = _body(paragraph("формула"), formula, paragraph(words), paragraph("әрі қарай"))
    assert isinstance(first, TextElement)
    assert isinstance(behind, TextElement)
    assert isinstance(last, TextElement)
    assert first.look.indent == last.look.indent > 0
    assert (behind.look.indent == 0) == goes_on
