"""What was learned, in the words of the person who reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from proceedings_editor.model.template import ElementKind, PageNumber, StyleName, TextStyle
from proceedings_editor.texts import Text, text

STYLE_NAMES: Final[Mapping[StyleName, Text]] = {
    "top_heading": text("Heading over the information page"),
    "information_heading": text("Heading of the information table"),
    "information_label": text("Label in the information table"),
    "information_value": text("Value in the information table"),
    "information_note": text("Note on the information page"),
    "section": text("Section"),
    "subsection": text("Subsection"),
    "code": text("Codes: UDC, IRSTI, DOI"),
    "title": text("Article title"),
    "author": text("Author"),
    "email": text("E-mail"),
    "affiliation": text("Affiliation"),
    "supervisor": text("Supervisor"),
    "abstract": text("Abstract"),
    "keywords": text("Keywords"),
    "text": text("Article text"),
    "heading_1": text("Heading of level 1"),
    "heading_2": text("Heading of level 2"),
    "heading_3": text("Heading of level 3"),
    "heading_4": text("Heading of level 4"),
    "list": text("List"),
    "quotation": text("Quotation"),
    "table_caption": text("Table caption"),
    "table_header": text("Header row of a table"),
    "table_cell": text("Table cell"),
    "figure": text("Figure"),
    "figure_caption": text("Figure caption"),
    "formula": text("Formula"),
    "listing": text("Program code"),
    "listing_caption": text("Caption of program code"),
    "footnote": text("Footnote"),
    "reference_heading": text("Heading of the references"),
    "reference": text("Reference"),
    "page_number": text("Page number"),
    "page_head": text("Head of the page"),
}
ELEMENT_NAMES: Final[Mapping[ElementKind, Text]] = {
    "section": text("Section"),
    "subsection": text("Subsection"),
    "udc": text("UDC"),
    "irsti": text("IRSTI"),
    "bbk": text("BBK"),
    "doi": text("DOI"),
    "edn": text("EDN"),
    "title": text("Article title"),
    "authors": text("Authors"),
    "emails": text("E-mail"),
    "orcids": text("ORCID"),
    "affiliations": text("Affiliations"),
    "supervisors": text("Supervisors"),
    "abstract": text("Abstract"),
    "keywords": text("Keywords"),
    "dates": text("Dates"),
    "body": text("Article text"),
    "references": text("References"),
}
_ALIGN: Final[Mapping[str, Text]] = {
    "left": text("at the left"),
    "center": text("in the centre"),
    "right": text("at the right"),
    "justify": text("justified"),
    "outside": text("at the outer edge"),
}
_PLACE: Final[Mapping[str, Text]] = {
    "none": text("none"),
    "bottom": text("at the foot of the page"),
    "top": text("at the head of the page"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value in several pieces, each a word that is translated or characters that are the same everywhere."""

    pieces: tuple[Text | str, ...]

    def in_language(self, language: str) -> str:
        """Return the pieces with commas between them."""
        return ", ".join(one if isinstance(one, str) else one.in_language(language) for one in self.pieces)


def value_of_style(style: TextStyle, family: str) -> Value:
    """Return a style's look: font and size, alignment, what is marked, spacing, first-line indent."""
    return Value(tuple(_look(style, family)))


def _look(style: TextStyle, family: str) -> Iterator[Text | str]:
    yield Text("{font} {size}", (("font", style.font or family), ("size", float(style.size))))
    yield _ALIGN[style.align]
    if style.bold:
        yield text("bold")
    if style.italic:
        yield text("italic")
    if style.capitals:
        yield text("in capitals")
    yield text("line spacing {factor}", factor=float(style.line_spacing))
    if style.indent:
        yield text("first-line indent {length} cm", length=float(style.indent))


def value_of_number(number: PageNumber) -> Value:
    """Return where pages carry their number."""
    return Value((_PLACE[number.place],) if number.place == "none" else (_PLACE[number.place], _ALIGN[number.align]))


def value_of_order(kinds: Iterable[ElementKind]) -> Value:
    """Return elements in their order."""
    return Value(tuple(ELEMENT_NAMES[kind] for kind in kinds))
