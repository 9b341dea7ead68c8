"""Which places of a composition links may lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proceedings_editor.exporters.composition.element import (
    Composition,
    Element,
    FigureElement,
    FormulaElement,
    ListElement,
    ListingElement,
    QuotationElement,
    TableElement,
    TextElement,
)


def bookmarks_of(composition: Composition) -> frozenset[str]:
    """Return the names of every bookmark."""
    return frozenset(name for part in composition.parts for name in _names(part.elements) if name)


def _names(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        match element:
            case TextElement() | FigureElement() | FormulaElement() | ListingElement():
                yield element.bookmark
            case ListElement():
                yield from element.bookmarks
                for item in element.items:
                    yield from _names(item.elements)
            case QuotationElement():
                yield from _names(element.elements)
            case TableElement():
                yield element.bookmark
                for row in element.rows:
                    for cell in row:
                        yield from _names(cell.elements)
