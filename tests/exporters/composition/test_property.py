"""What holds for every entry, however strange."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.exporters.composition.element import (
    CellElement,
    Element,
    FigureElement,
    Inline,
    ListElement,
    ListingElement,
    NoteMark,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)
from proceedings_editor.model.body import OBJECT, Block, Listing, Note, RichText, Span, plain_text
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import Captions, HeadElement, Template
from proceedings_editor.model.walk import children, text_of, walk
from tests import strategies as shared
from tests.exporters.composition.sample import composed, conference, journal
from tests.exporters.composition.strategies import entries
from tests.exporters.composition.tree import bookmarks, everything, part, whole, words_of

templates = st.sampled_from((conference(), journal()))


@settings(max_examples=25)
@given(shared.entries(), templates, shared.collections(), st.booleans())
def test_every_entry_is_composed_and_the_same_one_equally(
    entry: Entry, template: Template, collection: Collection, draft: bool
) -> None:
    assert composed(entry, template, collection, draft) == composed(entry, template, collection, draft)


@settings(max_examples=200)
@given(entries, templates)
def test_every_word_of_body_and_references_is_there_in_order(entry: Entry, template: Template) -> None:
    usual = replace(template, captions=Captions(), article=(HeadElement("body"), HeadElement("references")))
    elements = part(composed(entry, usual), "article")
    typed = _typed(entry.body) + "".join(_rich(source.text) for source in entry.references)
    assert _letters("".join(map(_printed, elements))) == _letters(typed)


@settings(max_examples=200)
@given(entries, templates)
def test_words_of_a_block_lead_back_to_its_plain_text(entry: Entry, template: Template) -> None:
    texts = {path: plain_text(text_of(block)) for path, block in walk(entry.body)}
    for element in everything(part(composed(entry, template), "article")):
        if isinstance(element, TextElement) and element.source.block:
            words = [word for word in words_of((element,)) if word.source_start >= 0]
            plain = texts[element.source.block]
            assert all(plain.startswith(word.text, word.source_start) for word in words)
            if words:
                assert "".join(word.text for word in words) == plain.replace(OBJECT, "").replace("\n", "")
            assert all(one.source_start < two.source_start for one, two in pairwise(words))


@settings(max_examples=200)
@given(entries, templates)
def test_levels_never_skip(entry: Entry, template: Template) -> None:
    for one in composed(entry, template).parts:
        levels = [element.level for element in everything(one.elements) if isinstance(element, TextElement)]
        outline = [0, *filter(None, levels)]
        assert all(after <= before + 1 for before, after in pairwise(outline))
        assert max(outline) <= 6


@settings(max_examples=200)
@given(entries, templates)
def test_bookmarks_are_unique_and_every_target_is_one(entry: Entry, template: Template) -> None:
    elements = whole(composed(entry, template))
    names = bookmarks(elements)
    assert len(names) == len(set(names))
    assert {word.target for word in words_of(elements)} <= {*names, ""}
    assert not any(word.target and word.url for word in words_of(elements))


@settings(max_examples=200)
@given(entries, templates)
def test_writers_never_meet_what_they_cannot_say(entry: Entry, template: Template) -> None:
    elements = whole(composed(entry, template))
    marks = [
        inline.number
        for element in elements
        if isinstance(element, TextElement)
        for inline in element.inlines
        if isinstance(inline, NoteMark)
    ]
    assert sorted(marks) == list(range(1, len(marks) + 1))
    for element in elements:
        match element:
            case TextElement():
                assert element.inlines or element.style == "reference"
                assert all(word.text and "\n" not in word.text for word in words_of((element,)))
            case ListElement():
                assert element.items
                assert all(item.elements and item.label for item in element.items)
            case TableElement():
                _tiles(element)
            case FigureElement():
                assert element.alt.strip()
                assert bool(element.placeholder) == (element.path is None)


def _tiles(table: TableElement) -> None:
    """Every place of the grid is covered once, widths fit, a header cell is there."""
    assert abs(sum(table.widths) - 1) < 1e-9
    assert all(width > 0 for width in table.widths)
    covered = [
        (below, column)
        for row, cells in enumerate(table.rows)
        for cell, first in _columns(table, row, cells)
        for below in range(row, row + cell.rows)
        for column in range(first, first + cell.columns)
    ]
    assert sorted(covered) == [(r, c) for r in range(len(table.rows)) for c in range(len(table.widths))]
    assert any(cell.header for row in table.rows for cell in row)
    assert table.header_rows < len(table.rows)


def _columns(table: TableElement, row: int, cells: tuple[CellElement, ...]) -> Iterator[tuple[CellElement, int]]:
    """Give each cell its first column, the way HTML does: the next place no cell from above covers."""
    taken: set[int] = set()
    for index, above in enumerate(table.rows[:row]):
        for cell, first in _columns(table, index, above):
            if index + cell.rows > row:
                taken |= set(range(first, first + cell.columns))
    column = 0
    for cell in cells:
        while column in taken:
            column += 1
        yield cell, column
        column += cell.columns


# -------------------------------------------------------------------------------------- words as typed and as printed


def _typed(blocks: Iterable[Block], waiting: list[Note] | None = None) -> str:
    return "".join(_typed_in(block, waiting) for block in blocks)


def _typed_in(block: Block, waiting: list[Note] | None) -> str:
    own = _rich(text_of(block), waiting)
    return own + block.text if isinstance(block, Listing) else own + _typed(children(block), waiting)


def _rich(text: RichText, waiting: list[Note] | None = None) -> str:
    """The words of a text, each footnote's at its mark; a footnote's own footnotes stand behind its words."""
    words = ""
    for run in text:
        if isinstance(run, Span):
            words += run.text
        elif isinstance(run, Note) and waiting is not None:
            waiting.append(run)
        elif isinstance(run, Note):
            inner = [run]
            while inner:
                words += _typed(inner.pop(0).blocks, inner)
    return words


def _printed(element: Element, *, in_note: bool = False) -> str:
    match element:
        case TextElement():
            return "".join(_inline(inline, in_note) for inline in element.inlines)
        case ListElement():
            below = [inner for item in element.items for inner in item.elements]
            return "".join(_printed(inner, in_note=in_note) for inner in below)
        case QuotationElement():
            return "".join(_printed(inner, in_note=in_note) for inner in element.elements)
        case TableElement():
            below = [inner for row in element.rows for cell in row for inner in cell.elements]
            return _caption(element, in_note) + "".join(_printed(inner, in_note=in_note) for inner in below)
        case FigureElement():
            return _caption(element, in_note)
        case ListingElement():
            return _caption(element, in_note) + "".join(element.lines)
        case _:
            return ""


def _caption(element: TableElement | FigureElement | ListingElement, in_note: bool) -> str:
    return _printed(element.caption, in_note=in_note) if element.caption else ""


def _inline(inline: Inline, in_note: bool) -> str:
    """What the author typed: words with a place in the source, and everything in a footnote."""
    if isinstance(inline, NoteMark):
        return "".join(_printed(element, in_note=True) for element in inline.elements)
    return inline.text if isinstance(inline, Words) and (in_note or inline.source_start >= 0) else ""


def _letters(words: str) -> str:
    return "".join(words.split()).upper()
