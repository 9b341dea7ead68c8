"""The vocabulary between composition and the writers: plain frozen elements that hold no policy and need none.

Composition has already decided order, wording, numbers, capitals, labels, links and looks; a writer only has to know
how its format says each of these things. Lengths are points (1/72 inch) unless a docstring says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from proceedings_editor.model.body import FormulaSource
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import StyleName, TextStyle

# ---------------------------------------------------------------------------------------------------------- inlines


@dataclass(frozen=True, slots=True)
class Words:
    """Characters with the same marks.

    Attributes:
        url: Address of a link to the outside, "" without one.
        target: Name of a `bookmark` inside the document the words lead to, "" without one.
        language: BCP 47 tag where it differs from the part's, else "".
        source_start: Where the words begin in the plain text of their source place, -1 for words that composition
            added (labels, numbers). Words of one source text keep their order.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    subscript: bool = False
    code: bool = False
    url: str = ""
    target: str = ""
    language: str = ""
    source_start: int = -1


@dataclass(frozen=True, slots=True)
class NewLine:
    """A forced new line."""


@dataclass(frozen=True, slots=True)
class InlineMath:
    """A formula in the line."""

    formula: FormulaSource


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote's mark with the note itself; `number` runs through the article."""

    number: int
    elements: tuple[Element, ...]


Inline = Words | NewLine | InlineMath | NoteMark

# --------------------------------------------------------------------------------------------------------- elements


@dataclass(frozen=True, slots=True)
class TextElement:
    """One paragraph-like piece: a head line, a paragraph, a heading, a caption.

    Attributes:
        style: Name of the template's style; the DOCX makes a real paragraph style of it.
        look: That style's look with what this place changes (alignment).
        level: 0 for a paragraph, 1-6 for a heading in the document's outline (levels never skip here).
        bookmark: Name that links may lead to, "" without one.
        source: Where the words come from.
    """

    inlines: tuple[Inline, ...]
    style: StyleName
    look: TextStyle
    level: int = 0
    bookmark: str = ""
    source: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class ItemElement:
    """One list item: its printed label ("–", "3.") and its contents."""

    label: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class ListElement:
    """A list, or the reference list.

    Attributes:
        marker: "–" or another character for an unordered list; "1.", "1)", "[1]", "a)", "I." for an ordered one.
        depth: 0 for a list that stands in no other.
        bookmarks: One name per item, or () where nothing leads to the items.
    """

    items: tuple[ItemElement, ...]
    ordered: bool
    marker: str
    start: int
    style: StyleName
    look: TextStyle
    depth: int = 0
    bookmarks: tuple[str, ...] = ()
    source: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class QuotationElement:
    """A quotation set apart."""

    elements: tuple[Element, ...]
    source: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class CellElement:
    """A cell covering `columns` x `rows` grid places; a header cell names its row or its column."""

    elements: tuple[Element, ...]
    columns: int = 1
    rows: int = 1
    header: Literal["", "row", "column"] = ""


@dataclass(frozen=True, slots=True)
class TableElement:
    """A table with its caption above it.

    Attributes:
        header_rows: How many first rows are repeated on each page.
        widths: Shares of the column width, one per grid column, adding up to 1.
        ruled: With lines around the cells (the information table has them too when the template says so).
        summary: What the table shows, for those who cannot see it.
    """

    rows: tuple[tuple[CellElement, ...], ...]
    widths: tuple[float, ...]
    header_rows: int = 0
    caption: TextElement | None = None
    ruled: bool = True
    summary: str = ""
    bookmark: str = ""
    source: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class FigureElement:
    """A picture with its caption below it.

    Attributes:
        path: The picture file, None where it is missing: then the writers print `placeholder` in a frame.
        width: Wanted width in points, 0 for the picture's own size; never wider than the column, never higher than
            the page.
        alt: Alternative text, never empty.
    """

    path: Path | None
    alt: str
    look: TextStyle
    width: float = 0
    placeholder: str = ""
    caption: TextElement | None = None
    bookmark: str = ""
    source: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class FormulaElement:
    """A formula on its own line, its printed number ("(1)") at the right or ""."""

    formula: FormulaSource
    look: TextStyle
    number: str = ""
    bookmark: str = ""
    source: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class ListingElement:
    """Program text, line for line, its caption above it."""

    lines: tuple[str, ...]
    look: TextStyle
    caption: TextElement | None = None
    bookmark: str = ""
    source: Place = field(default_factory=Place)


@dataclass(frozen=True, slots=True)
class PageBreakElement:
    """What follows begins on a new page."""


Element = (
    TextElement
    | ListElement
    | QuotationElement
    | TableElement
    | FigureElement
    | FormulaElement
    | ListingElement
    | PageBreakElement
)

# ------------------------------------------------------------------------------------------------------------ parts


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Geometry of a part's pages in points, and what stands outside the text.

    Attributes:
        mirrored: On even folios left and right margins change places.
        number: Where the folio stands: ("none" | "bottom" | "top", "left" | "center" | "right" | "outside").
        first_folio: Number of the part's first page.
        head: A line in every page's head (the draft mark), "" without one.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    mirrored: bool
    number: tuple[str, str]
    number_look: TextStyle
    first_folio: int = 1
    head: str = ""
    head_look: TextStyle = field(default_factory=TextStyle)
    hyphenation: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A run of pages of one style: the information page, the article. A part begins on a new page.

    Attributes:
        name: "information" or "article".
        language: BCP 47 tag of the part's text.
        entry: Id of the entry it shows.
    """

    name: str
    language: str
    page: PageStyle
    elements: tuple[Element, ...]
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Composition:
    """A whole document: its parts and what its metadata say.

    Attributes:
        title: Document title.
        authors: Names for the author field.
        subject, keywords: For the metadata; may be empty.
        language: Main language of the document.
        font: The template's font family.
        styles: Look of every named style, from which the DOCX makes its style part.
        day: Date the document's metadata name, ISO "2025-04-07", "" for none: never "now", because the same input
            must give the same bytes.
    """

    parts: tuple[Part, ...]
    title: str
    authors: tuple[str, ...]
    language: str
    font: str
    styles: tuple[tuple[StyleName, TextStyle], ...]
    subject: str = ""
    keywords: tuple[str, ...] = ()
    day: str = ""
