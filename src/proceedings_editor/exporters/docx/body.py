"""Elements as the block-level content of a document, a cell or a note."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proceedings_editor.exporters.composition.element import (
    Element,
    FigureElement,
    FormulaElement,
    ListElement,
    ListingElement,
    PageBreakElement,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)
from proceedings_editor.exporters.docx.figure import Pictures
from proceedings_editor.exporters.docx.link import Links
from proceedings_editor.exporters.docx.note import Notes
from proceedings_editor.exporters.docx.numbering import Numberings
from proceedings_editor.exporters.docx.style import (
    OUTLINE_LEVELS,
    paragraph_properties,
)
from proceedings_editor.exporters.docx.table import table_xml
from proceedings_editor.exporters.docx.text import formula_xml, runs_xml
from proceedings_editor.exporters.docx.xml import twips
from proceedings_editor.model.template import StyleName, TextStyle
from proceedings_editor.templates.word_style import STYLE_IDS

_CELL_PADDING = 8.0
"""Points a cell's left and right margins take together (see the table style)."""

_GAP = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
"""Stands after every table: Word makes one of two that touch, and a cell must not end with one."""


@dataclass(frozen=True)
class Body:
    """Writes elements into one part of a document.

    Attributes:
        looks: The template's style looks; an element whose look differs says so itself.
        width: Column width in points.
    """

    links: Links
    notes: Notes
    numberings: Numberings
    pictures: Pictures
    looks: dict[StyleName, TextStyle]
    width: float

    def xml(self, elements: tuple[Element, ...]) -> str:
        """Return the elements one after the other."""
        return "".join(self._element(element) for element in elements)

    def _element(self, element: Element) -> str:
        match element:
            case TextElement():
                return self._text(element)
            case ListElement():
                return self._list(element)
            case QuotationElement():
                return self.xml(element.elements)
            case TableElement():
                return self._table(element)
            case FigureElement():
                return self._figure(element)
            case FormulaElement():
                return self._formula(element)
            case ListingElement():
                return self._listing(element)
            case PageBreakElement():
                return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _text(self, element: TextElement, numbering: str = "", bookmark: str = "") -> str:
        runs = runs_xml(element.inlines, self.links, self.notes)
        content = self.links.marked(bookmark or element.bookmark, runs)
        return self._paragraph(element.style, element.look, content, numbering=numbering, level=element.level)

    def _paragraph(
        self,
        style: StyleName,
        look: TextStyle,
        content: str,
        *,
        numbering: str = "",
        level: int = 0,
        tabs: str = "",
    ) -> str:
        own_level = level if level != OUTLINE_LEVELS.get(style, 0) else 0
        if look == self.looks.get(style):
            direct = numbering + tabs + (f'<w:outlineLvl w:val="{own_level - 1}"/>' if own_level else "")
        else:
            direct = paragraph_properties(look, numbering=numbering, level=own_level, tabs=tabs)
        return f'<w:p><w:pPr><w:pStyle w:val="{STYLE_IDS[style][0]}"/>{direct}</w:pPr>{content}</w:p>'

    def _list(self, element: ListElement) -> str:
        number = self.numberings.add(element)
        numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        written: list[str] = []
        for index, item in enumerate(element.items):
            bookmark = element.bookmarks[index] if element.bookmarks else ""
            first, rest = item.elements[:1], item.elements[1:]
            if first and isinstance(first[0], TextElement):
                written.append(self._text(first[0], numbering, bookmark))
            else:
                label = self.links.marked(bookmark, "")
                written.append(self._paragraph(element.style, element.look, label, numbering=numbering))
                rest = item.elements
            written.append(self.xml(rest))
        return "".join(written)

    def _table(self, element: TableElement) -> str:
        caption = self._caption(element.caption, element.bookmark, keep=True)
        place = "" if element.caption else self._place(element.bookmark)
        return caption + place + table_xml(element, self.width, self._cell) + _GAP

    def _cell(self, elements: tuple[Element, ...], width: float) -> str:
        """A cell must end with a paragraph."""
        inside = replace(self, width=max(width - _CELL_PADDING, 1))
        return inside.xml(elements) or self._empty()

    def _caption(self, caption: TextElement | None, bookmark: str, *, keep: bool = False) -> str:
        if caption is None:
            return ""
        look = replace(caption.look, keep_with_next=True) if keep else caption.look
        return self._text(replace(caption, look=look), bookmark=bookmark)

    def _place(self, bookmark: str) -> str:
        """An empty line that a link can lead to, where no caption carries the bookmark."""
        return f"<w:p><w:pPr/>{self.links.marked(bookmark, '')}</w:p>" if bookmark else ""

    def _empty(self) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{STYLE_IDS["table_cell"][0]}"/></w:pPr></w:p>'

    def _figure(self, element: FigureElement) -> str:
        picture = self.pictures.xml(element, self.width)
        if not picture:
            picture = runs_xml((Words(element.placeholder or element.alt),), self.links, self.notes)
        own = "" if element.caption else element.bookmark
        look = replace(element.look, keep_with_next=element.caption is not None)
        figure = self._paragraph("figure", look, self.links.marked(own, picture))
        return figure + self._caption(element.caption, element.bookmark)

    def _formula(self, element: FormulaElement) -> str:
        formula = formula_xml(element.formula, display=True)
        if not element.number:
            content = f"<m:oMathPara>{formula}</m:oMathPara>"
            return self._paragraph("formula", element.look, self.links.marked(element.bookmark, content))
        tabs = (
            f'<w:tabs><w:tab w:val="center" w:pos="{twips(self.width / 2)}"/>'
            f'<w:tab w:val="right" w:pos="{twips(self.width)}"/></w:tabs>'
        )
        number = runs_xml((Words(element.number),), self.links, self.notes)
        content = f"<w:r><w:tab/></w:r>{formula}<w:r><w:tab/></w:r>{number}"
        look = replace(element.look, align="left", indent=0)
        return self._paragraph("formula", look, self.links.marked(element.bookmark, content), tabs=tabs)

    def _listing(self, element: ListingElement) -> str:
        caption = self._caption(element.caption, element.bookmark, keep=True)
        own = "" if element.caption else element.bookmark
        code = not element.look.font  # a style that names no font gets the fixed-width one
        lines = "".join(
            self._paragraph(
                "listing", element.look, self.links.marked(own if index == 0 else "", self._code(line, code))
            )
            for index, line in enumerate(element.lines)
        )
        return caption + lines

    def _code(self, line: str, code: bool) -> str:
        return runs_xml((Words(line, code=code),), self.links, self.notes) if line else ""
