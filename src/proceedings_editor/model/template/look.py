"""How things look: the page and one style per kind of element."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, get_args

StyleName = Literal[
    "top_heading",
    "information_heading",
    "information_label",
    "information_value",
    "information_note",
    "section",
    "subsection",
    "code",
    "title",
    "author",
    "email",
    "affiliation",
    "supervisor",
    "abstract",
    "keywords",
    "text",
    "heading_1",
    "heading_2",
    "heading_3",
    "heading_4",
    "list",
    "quotation",
    "table_caption",
    "table_header",
    "table_cell",
    "figure",
    "figure_caption",
    "formula",
    "listing",
    "listing_caption",
    "footnote",
    "reference_heading",
    "reference",
    "page_number",
    "page_head",
]
STYLES: Final[tuple[StyleName, ...]] = get_args(StyleName)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of one kind of element. Sizes and spaces in points, indents in centimetres.

    Attributes:
        font: Family, "" for the template's.
        line_spacing: Factor of the font's own line height (1 = single).
        indent: First-line indent; left, right: of the whole block.
        capitals: Print everything in capitals, whatever was typed.
        keep_with_next: Never leave this alone at the foot of a page.
    """

    font: str = ""
    size: float = 12
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: Literal["left", "center", "right", "justify"] = "justify"
    line_spacing: float = 1
    indent: float = 0
    left: float = 0
    right: float = 0
    space_before: float = 0
    space_after: float = 0
    capitals: bool = False
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Captions:
    """Where a caption stands: conferences differ, most want it above a table and below a figure."""

    figure: Literal["above", "below"] = "below"
    table: Literal["above", "below"] = "above"
    listing: Literal["above", "below"] = "above"


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where an article's pages carry their number."""

    place: Literal["none", "bottom", "top"] = "bottom"
    align: Literal["left", "center", "right", "outside"] = "center"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Paper and margins in centimetres.

    Attributes:
        mirrored: Left is the inner margin: on even folios left and right change places.
        hyphenation: Break words at line ends (Russian and Kazakh rules); off by default because a broken word is lost
            to search.
    """

    width: float = 21.0
    height: float = 29.7
    top: float = 2.0
    bottom: float = 2.0
    left: float = 2.0
    right: float = 2.0
    mirrored: bool = False
    number: PageNumber = field(default_factory=PageNumber)
    hyphenation: bool = False
