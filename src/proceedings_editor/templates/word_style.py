"""The paragraph styles of a Word document that stand for the template's styles; one table to write and to read by."""

from __future__ import annotations

from typing import Final

from proceedings_editor.model.template import StyleName

STYLE_IDS: Final[dict[StyleName, tuple[str, str]]] = {
    "top_heading": ("TopHeading", "Top Heading"),
    "information_heading": ("InformationHeading", "Information Heading"),
    "information_label": ("InformationLabel", "Information Label"),
    "information_value": ("InformationValue", "Information Value"),
    "information_note": ("InformationNote", "Information Note"),
    "section": ("SectionHeading", "Section Heading"),
    "subsection": ("SubsectionHeading", "Subsection Heading"),
    "code": ("ClassificationCode", "Classification Code"),
    "title": ("Heading1", "heading 1"),
    "author": ("Author", "Author"),
    "email": ("Email", "E-mail Address"),
    "affiliation": ("Affiliation", "Affiliation"),
    "supervisor": ("Supervisor", "Supervisor"),
    "abstract": ("Abstract", "Abstract"),
    "keywords": ("Keywords", "Keywords"),
    "text": ("Normal", "Normal"),
    "heading_1": ("Heading2", "heading 2"),
    "heading_2": ("Heading3", "heading 3"),
    "heading_3": ("Heading4", "heading 4"),
    "heading_4": ("Heading5", "heading 5"),
    "list": ("ListParagraph", "List Paragraph"),
    "quotation": ("Quote", "Quote"),
    "table_caption": ("TableCaption", "Table Caption"),
    "table_header": ("TableHeader", "Table Header"),
    "table_cell": ("TableCell", "Table Cell"),
    "figure": ("Figure", "Figure"),
    "figure_caption": ("FigureCaption", "Figure Caption"),
    "formula": ("Formula", "Formula"),
    "listing": ("Listing", "Listing"),
    "listing_caption": ("ListingCaption", "Listing Caption"),
    "footnote": ("FootnoteText", "footnote text"),
    "reference_heading": ("ReferenceHeading", "Reference Heading"),
    "reference": ("Bibliography", "Bibliography"),
    "page_number": ("Footer", "footer"),
    "page_head": ("Header", "header"),
}
"""Template style -> (style id, style name). Ids are the English ones Word uses, whatever language it runs in."""
