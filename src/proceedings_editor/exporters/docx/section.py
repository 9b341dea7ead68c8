"""Sections: a part's page geometry, its page number and its head line."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from proceedings_editor.exporters.composition.element import PageStyle
from proceedings_editor.exporters.docx.style import paragraph_properties
from proceedings_editor.exporters.docx.xml import DECLARATIONS, twips, xml_text
from proceedings_editor.model.template import TextStyle
from proceedings_editor.templates.word_style import STYLE_IDS

HEADER_DISTANCE: Final = 0.5
"""Where header and footer stand: this share of the margin from the paper's edge."""

_FIELD: Final = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{folio}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def section_xml(page: PageStyle, references: str, *, restarts: bool) -> str:
    """Return the `w:sectPr` of a part; `references` are its header and footer references."""
    start = f'<w:pgNumType w:start="{page.first_folio}"/>' if restarts else ""
    orientation = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{orientation}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" '
        f'w:left="{twips(page.left)}" w:header="{twips(page.top * HEADER_DISTANCE)}" '
        f'w:footer="{twips(page.bottom * HEADER_DISTANCE)}" w:gutter="0"/>{start}</w:sectPr>'
    )


def header_xml(page: PageStyle, side: str) -> bytes:
    """Return the header part for odd ("default") or "even" pages."""
    head = _line("page_head", page.head_look, f"<w:r><w:t>{xml_text(page.head)}</w:t></w:r>") if page.head else ""
    return _part("hdr", head + _number(page, "top", side))


def footer_xml(page: PageStyle, side: str) -> bytes:
    """Return the footer part for odd ("default") or "even" pages."""
    return _part("ftr", _number(page, "bottom", side))


def has_two_sides(page: PageStyle) -> bool:
    """Return whether odd and even pages differ in their header or footer."""
    return page.number[0] != "none" and page.number[1] == "outside"


def _number(page: PageStyle, place: str, side: str) -> str:
    where, align = page.number
    if where != place:
        return ""
    sides = {"outside": "left" if side == "even" else "right"}
    content = _FIELD.format(folio=page.first_folio)
    return _line("page_number", _aligned(page.number_look, sides.get(align, align)), content)


def _aligned(look: TextStyle, align: str) -> TextStyle:
    return replace(look, align=align)  # type: ignore[arg-type]  # one of the three alignments of a page number


def _line(style: str, look: TextStyle, content: str) -> str:
    identity = STYLE_IDS[style][0]  # type: ignore[index]  # both callers name a style of the table
    return f'<w:p><w:pPr><w:pStyle w:val="{identity}"/>{paragraph_properties(look)}</w:pPr>{content}</w:p>'


def _part(tag: str, content: str) -> bytes:
    inside = content or "<w:p/>"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} {DECLARATIONS}>{inside}</w:{tag}>'
    ).encode()
