"""Elements become slugs of a column: the one place that knows every kind of element."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from proceedings_editor.exporters.composition.element import (
    Element,
    FigureElement,
    FormulaElement,
    ListElement,
    ListingElement,
    NoteMark,
    PageBreakElement,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)
from proceedings_editor.exporters.composition.words import text_of
from proceedings_editor.exporters.pdf.font import FontError
from proceedings_editor.exporters.pdf.layout.chunk import Chunk, Typeface, typeface
from proceedings_editor.exporters.pdf.layout.column import Column
from proceedings_editor.exporters.pdf.layout.figure import set_figure
from proceedings_editor.exporters.pdf.layout.formula import set_formula
from proceedings_editor.exporters.pdf.layout.list import set_list
from proceedings_editor.exporters.pdf.layout.listing import set_listing
from proceedings_editor.exporters.pdf.layout.note import set_note
from proceedings_editor.exporters.pdf.layout.paragraph import Label, set_paragraph
from proceedings_editor.exporters.pdf.layout.sheet import Anchor
from proceedings_editor.exporters.pdf.layout.slug import WHOLE, Slug, anchored
from proceedings_editor.exporters.pdf.layout.table import set_table
from proceedings_editor.exporters.pdf.layout.tree import Tree
from proceedings_editor.model.template import TextStyle

_CAPTIONS: Final = ("table_caption", "figure_caption", "listing_caption")
_NO_WORDS: Final = Words("")


@dataclass(frozen=True, slots=True)
class Flow:
    """Makes the slugs of one part.

    Attributes:
        tree: Where the structure elements go.
        family: The part's font.
        page: Its column of text, in which footnotes stand too.
        hyphenate: Break words between syllables.
    """

    tree: Tree
    family: str
    page: Column
    hyphenate: bool

    def slugs(self, elements: Sequence[Element], column: Column, node: int) -> list[Slug]:
        """Return the slugs of elements that belong to the structure element `node`."""
        made: list[Slug] = []
        breaks = False
        before: Element | None = None
        for element in elements:
            if isinstance(element, PageBreakElement):
                breaks = True
                continue
            slugs = _SETTERS[type(element)](self, element, column, node)
            if made and not breaks and _is_caption_of(before, element):
                made[-1].tie = WHOLE
            if breaks and slugs:
                slugs[0].new_page, breaks = True, False
            made += slugs
            before = element
        return made

    def text(self, element: TextElement, column: Column, node: int, label: Label | None = None) -> list[Slug]:
        """Return the slugs of a paragraph or heading as an element of its own below `node`."""
        look = element.look
        title = ""
        if element.level > 0:
            title = " ".join(text_of(element.inlines).split())
            look = look if look.keep_with_next else replace(look, keep_with_next=True)
        own = self.tree.heading(node, element.level) if element.inlines or label else node
        slugs = set_paragraph(self, element.inlines, look, column, own, element.source, label)
        if element.bookmark or title:
            anchored(slugs, Anchor(element.bookmark, title, element.level if title else 0))
        return slugs

    def caption(self, element: TextElement, column: Column, node: int) -> list[Slug]:
        """Return the slugs of a caption that belongs to `node`."""
        own = self.tree.add("Caption", node)
        slugs = set_paragraph(self, element.inlines, element.look, column, own, element.source)
        return anchored(slugs, Anchor(element.bookmark))

    def note(self, mark: NoteMark, node: int, name: str) -> list[Slug]:
        """Return the slugs of a footnote whose mark stands in the structure element `node`."""
        return set_note(self, mark, node, name)

    def typeface(self, look: TextStyle, words: Words = _NO_WORDS, size: float = 0) -> Typeface:
        """Return the typeface of words in a look, of another size where one is given.

        Raises:
            FontError: The look's family has no twin.
        """
        return typeface(
            look.font or self.family,
            size or look.size,
            look.bold or words.bold,
            look.italic != words.italic,
            words.code,
            self.hyphenate and not words.code and not words.url,
        )

    def chunks(self, face: Typeface, text: str) -> list[Chunk]:
        """Return the chunks of a text without controls.

        Raises:
            FontError: No face has one of the characters; the sentence quotes the words around it.
        """
        try:
            return face.chunks(text)
        except FontError:
            face.faces.split(text)  # fails too, and knows more than one word
            raise


def _is_caption_of(before: Element | None, element: Element) -> bool:
    """Tell whether an element is the caption of what stands above it, where the template wants it there."""
    captioned = isinstance(before, TableElement | FigureElement | ListingElement)
    return captioned and isinstance(element, TextElement) and element.style in _CAPTIONS


def _set_text(flow: Flow, element: TextElement, column: Column, node: int) -> list[Slug]:
    return flow.text(element, column, node)


def _set_quotation(flow: Flow, element: QuotationElement, column: Column, node: int) -> list[Slug]:
    return flow.slugs(element.elements, column, flow.tree.add("BlockQuote", node))


_SETTERS: Final[dict[type, Callable[[Flow, Any, Column, int], list[Slug]]]] = {
    TextElement: _set_text,
    QuotationElement: _set_quotation,
    ListElement: set_list,
    TableElement: set_table,
    FigureElement: set_figure,
    FormulaElement: set_formula,
    ListingElement: set_listing,
}
