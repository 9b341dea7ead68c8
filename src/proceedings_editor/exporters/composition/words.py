"""The words of a composition in reading order: what both files must give back when they are read after writing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proceedings_editor.exporters.composition.element import (
    CellElement,
    Element,
    FigureElement,
    FormulaElement,
    Inline,
    ListElement,
    ListingElement,
    NoteMark,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)


def texts_of(elements: Iterable[Element]) -> Iterator[str]:
    """Yield the text of every paragraph, caption, label and line of a listing, in reading order.

    Notes are left out (see `notes_of`), formulas too: both files show them as other things than words.
    """
    for element in elements:
        match element:
            case TextElement():
                yield text_of(element.inlines)
            case ListElement():
                for item in element.items:
                    yield from texts_of(item.elements)
            case QuotationElement():
                yield from texts_of(element.elements)
            case TableElement():
                yield from _caption(element.caption)
                for cell in _cells(element):
                    yield from texts_of(cell.elements)
            case FigureElement():
                if element.path is None:
                    yield element.placeholder
                yield from _caption(element.caption)
            case FormulaElement():
                yield element.number
            case ListingElement():
                yield from _caption(element.caption)
                yield from element.lines


def notes_of(elements: Iterable[Element]) -> Iterator[NoteMark]:
    """Yield every note in the order of its mark."""
    for element in elements:
        match element:
            case TextElement():
                yield from _marks(element.inlines)
            case ListElement():
                for item in element.items:
                    yield from notes_of(item.elements)
            case QuotationElement():
                yield from notes_of(element.elements)
            case TableElement():
                yield from _marks(element.caption.inlines if element.caption else ())
                for cell in _cells(element):
                    yield from notes_of(cell.elements)
            case FigureElement() | ListingElement():
                yield from _marks(element.caption.inlines if element.caption else ())


def text_of(inlines: Iterable[Inline]) -> str:
    """Return the words of a paragraph; what stands between two words that touch on paper is no space here either."""
    return "".join(
        inline.text if isinstance(inline, Words) else " " for inline in inlines if not isinstance(inline, NoteMark)
    )


def _marks(inlines: Iterable[Inline]) -> Iterator[NoteMark]:
    return (inline for inline in inlines if isinstance(inline, NoteMark))


def _caption(caption: TextElement | None) -> Iterator[str]:
    if caption is not None:
        yield text_of(caption.inlines)


def _cells(table: TableElement) -> Iterator[CellElement]:
    return (cell for row in table.rows for cell in row)
