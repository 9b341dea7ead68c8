"""The article's body: a tuple of typed blocks whose text is a tuple of typed runs.

Everything here says what a piece of text *is*, never how it looks: looks belong to the template. Numbers of figures,
tables, formulas and notes follow from their order and are not stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

OBJECT: Final = "\ufffc"
"""What an inline object (a note, a formula) counts as in the plain text of its block."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of characters with the same marks.

    Attributes:
        text: The characters; never empty in a canonical text, never containing a line break.
        href: The address a link leads to, "" without one.
        language: BCP 47 tag where it differs from the entry's main language ("ru" inside a Kazakh text), else "".
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    subscript: bool = False
    code: bool = False
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class FormulaSource:
    """A formula as written: LaTeX or, where that cannot say it, presentation MathML."""

    source: str
    notation: Literal["latex", "mathml"] = "latex"


@dataclass(frozen=True, slots=True)
class InlineFormula:
    """A formula standing in a line of text."""

    formula: FormulaSource


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark stands where the run stands, its text is its blocks."""

    blocks: tuple[Block, ...]


Run = Span | LineBreak | InlineFormula | Note
RichText = tuple[Run, ...]
Alignment = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `align` is "" for the template's alignment."""

    text: RichText = ()
    align: Alignment = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the article; `level` counts from 1 (the article's own title stands above level 1)."""

    text: RichText
    level: int = 1


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; a nested list is a block of its item. `marker` is the one typed where it differs from the list's."""

    blocks: tuple[Block, ...]
    marker: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list. The typed marker is kept (rules look at it), the printed one is the template's.

    Attributes:
        marker: As typed: "–", "-", "•" for an unordered list; "1.", "1)", "a)", "I." (the form of the first) for an
            ordered one.
        start: The first item's number in an ordered list.
    """

    items: tuple[ListItem, ...]
    ordered: bool = False
    marker: str = "–"
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set apart from the text."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell covering `columns` x `rows` grid places."""

    blocks: tuple[Block, ...] = ()
    columns: int = 1
    rows: int = 1
    align: Alignment = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Each row lists the cells that begin in it; together the cells tile the grid.

    Attributes:
        header_rows: How many first rows name the columns (0: the author gave none).
        widths: Relative column widths, empty for widths found from the contents.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    caption: RichText = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture kept in the entry's figures folder.

    Attributes:
        file: Name of the file below `figures/<entry id>/`.
        alt: Alternative text for those who cannot see the picture, "" if the author gave none.
        width: Printed width in cm, 0 for the picture's own size (never wider than the column).
    """

    file: str
    caption: RichText = ()
    alt: str = ""
    width: float = 0


@dataclass(frozen=True, slots=True)
class DisplayFormula:
    """A formula on a line of its own; numbered ones get their number at the right."""

    formula: FormulaSource
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """Program text, kept letter for letter."""

    text: str
    caption: RichText = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page break the author insisted on."""


Block = Paragraph | Heading | ListBlock | Quotation | Table | Figure | DisplayFormula | Listing | PageBreak
Body = tuple[Block, ...]


def plain_text(text: RichText) -> str:
    r"""Return the text findings count in: a line break is "\\n", a note or formula is one `OBJECT`."""
    return "".join(
        run.text if isinstance(run, Span) else "\n" if isinstance(run, LineBreak) else OBJECT for run in text
    )
