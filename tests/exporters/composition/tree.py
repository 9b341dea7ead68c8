"""Looking through a composition: every element, every stretch of words, every name that links lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proceedings_editor.exporters.composition.element import (
    Composition,
    Element,
    FigureElement,
    FormulaElement,
    Inline,
    ListElement,
    ListingElement,
    NewLine,
    NoteMark,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)


def everything(elements: Iterable[Element]) -> Iterator[Element]:
    """Yield elements, outer ones first, captions and notes at their place."""
    for element in elements:
        yield element
        match element:
            case TextElement():
                for inline in element.inlines:
                    if isinstance(inline, NoteMark):
                        yield from everything(inline.elements)
            case ListElement():
                for item in element.items:
                    yield from everything(item.elements)
            case QuotationElement():
                yield from everything(element.elements)
            case TableElement():
                yield from everything((element.caption,) if element.caption else ())
                for row in element.rows:
                    for cell in row:
                        yield from everything(cell.elements)
            case FigureElement() | ListingElement():
                yield from everything((element.caption,) if element.caption else ())
            case _:
                pass


def whole(composition: Composition) -> list[Element]:
    return [element for part in composition.parts for element in everything(part.elements)]


def part(composition: Composition, name: str) -> tuple[Element, ...]:
    return next(part.elements for part in composition.parts if part.name == name)


def said(element: Element | None) -> str:
    """The words of one text element, a forced new line as such."""
    assert isinstance(element, TextElement)
    return "".join(_said(inline) for inline in element.inlines)


def _said(inline: Inline) -> str:
    return inline.text if isinstance(inline, Words) else "\n" if isinstance(inline, NewLine) else ""


def styled(elements: Iterable[Element], style: str) -> list[str]:
    """What the text elements of one style say."""
    return [said(element) for element in elements if isinstance(element, TextElement) and element.style == style]


def words_of(elements: Iterable[Element]) -> list[Words]:
    return [
        inline
        for element in elements
        if isinstance(element, TextElement)
        for inline in element.inlines
        if isinstance(inline, Words)
    ]


def bookmarks(elements: Iterable[Element]) -> list[str]:
    found: list[str] = []
    for element in elements:
        match element:
            case TextElement() | TableElement() | FigureElement() | FormulaElement() | ListingElement():
                found.append(element.bookmark)
            case ListElement():
                found += element.bookmarks
            case _:
                pass
    return [name for name in found if name]


def only(elements: Iterable[Element], kind: type) -> list:
    return [element for element in elements if isinstance(element, kind)]
