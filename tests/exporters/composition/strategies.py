"""Troublesome bodies: broken grids, skipped levels, notes in notes, citations and mentions of what is not there."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

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
    RichText,
    Span,
    Table,
)
from proceedings_editor.model.entry import Reference
from proceedings_editor.model.local import LocalText
from tests.exporters.composition.sample import ENTRY

WORDS = (
    "ғылым",
    "[1]",
    "[2;5]",
    "[3–9]",
    "1-сурет",
    "2, 3-кестелерде",
    "рис. 1",
    "Table 2",
    "(1)",
    "pH",
    " ",
    "ß",
    "–",
)
text = st.lists(st.sampled_from(WORDS) | st.text("аәқңЖ [];1", max_size=6), max_size=5).map(" ".join)
some_text = text.filter(bool)
short = st.sampled_from(("", "", "Дала", "Жұлдыз аспаны", " ", "a\nb"))
formulas = st.builds(FormulaSource, st.sampled_from(("", "x^2", r"\frac{a}{b}")))
small = st.integers(-1, 4)

spans = st.builds(
    Span,
    some_text,
    bold=st.booleans(),
    code=st.booleans(),
    href=st.sampled_from(("", "", "https://example.kz/1")),
    language=st.sampled_from(("", "", "ru", "en")),
)


def rich(notes: st.SearchStrategy[Block]) -> st.SearchStrategy[RichText]:
    note = st.builds(Note, st.lists(notes, max_size=2).map(tuple))
    run = st.one_of(spans, spans, st.builds(LineBreak), st.builds(InlineFormula, formulas), note)
    return st.lists(run, max_size=4).map(tuple)


plain_paragraphs = st.builds(Paragraph, st.lists(spans, max_size=2).map(tuple))


def _extend(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    words = rich(inner)
    cells = st.builds(Cell, blocks, small, small, st.sampled_from(("", "center")))
    rows = st.lists(st.lists(cells, max_size=3).map(tuple), max_size=4).map(tuple)
    widths = st.lists(st.floats(-1, 10), max_size=4).map(tuple)
    return st.one_of(
        st.builds(Paragraph, words, st.sampled_from(("", "center", "right"))),
        st.builds(Heading, words, st.integers(1, 6)),
        st.builds(ListBlock, st.lists(st.builds(ListItem, blocks), max_size=3).map(tuple), st.booleans(), start=small),
        st.builds(Quotation, blocks),
        st.builds(Table, rows, small, words, widths),
        st.builds(Figure, st.sampled_from(("chart.png", "lost.png")), words, short),
        st.builds(DisplayFormula, formulas, st.booleans()),
        st.builds(Listing, text, words),
        st.just(PageBreak()),
    )


blocks = st.recursive(plain_paragraphs, _extend, max_leaves=12)
bodies = st.lists(blocks, max_size=6).map(tuple)
references = st.lists(st.builds(Reference, rich(plain_paragraphs)), max_size=4).map(tuple)

entries = st.builds(
    lambda title, body, sources: replace(ENTRY, title=title, body=body, references=sources),
    st.sampled_from((ENTRY.title, LocalText())),
    bodies,
    references,
)
"""The sample's head with such a body."""
