"""The vocabulary between layout and painting: pages of placed marks, and the tree that says what they mean.

Layout has decided every position; painting turns marks into content streams and nodes into structure elements and
decides nothing. Coordinates are points from the page's lower left corner, y upwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from proceedings_editor.model.place import Place

ARTIFACT = -1
"""The node of marks that mean nothing: rules of tables, page numbers, the draft line."""

Role = Literal[
    "Document", "Sect", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "BlockQuote",
    "Table", "THead", "TBody", "TR", "TH", "TD", "Caption", "Figure", "Formula", "Note", "Reference", "Link", "Span",
    "Code",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Node:
    """One structure element. Its index in `Layout.nodes` is its name; children have larger indexes, in reading order.

    Attributes:
        parent: Index of the element it stands in; -1 for the root ("Document").
        language: BCP 47 tag where it differs from the parent's.
        alt: Alternative text (Figure, Formula, Link), actual: what the marks read as where they are not text.
        url, target: Where a Link leads: an address, or a bookmark of this document.
        scope: Of a TH: "Row" or "Column"; columns, rows: span of a TH or TD.
        numbering: Of an L: "None", "Decimal", "Disc" ...
        note: Of a Note: its unique id; of a Reference: the id of the Note it leads to.
    """

    role: Role
    parent: int
    language: str = ""
    alt: str = ""
    actual: str = ""
    url: str = ""
    target: str = ""
    scope: Literal["", "Row", "Column"] = ""
    columns: int = 1
    rows: int = 1
    numbering: str = ""
    summary: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TextMark:
    """A stretch of one line in one face at one baseline.

    Attributes:
        text: Characters to draw; a mark that ends a line of running text ends with a space, so that readers of the
            tree do not join two words (it hangs over the margin and shows nothing).
        width: Advance width in points including word spacing.
        word_space: Extra points at each U+0020 and U+00A0 inside `text` (justified lines).
        underline: Draw a line below.
    """

    node: int
    x: float
    y: float
    text: str
    face: str
    size: float
    width: float
    word_space: float = 0
    underline: bool = False


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight line of `thickness` points from (x, y) to (x2, y2)."""

    node: int
    x: float
    y: float
    x2: float
    y2: float
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class ImageMark:
    """A picture in a rectangle."""

    node: int
    x: float
    y: float
    width: float
    height: float
    path: Path


@dataclass(frozen=True, slots=True)
class FormulaMark:
    """A formula whose baseline begins at (x, y), drawn by `formula.drawing.to_drawing` from these values.

    Attributes:
        display: It stands on a line of its own; False inside running text.
    """

    node: int
    x: float
    y: float
    notation: str
    source: str
    size: float
    display: bool = True


Mark = TextMark | RuleMark | ImageMark | FormulaMark


@dataclass(frozen=True, slots=True)
class Page:
    """One page: marks in reading order. `folio` is the printed number, `label` what a viewer shows ("i", "323")."""

    width: float
    height: float
    folio: int
    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the source on a page: what a click finds and what an index prints.

    Attributes:
        page: Index of the page, from 0.
        x, y, width, height: Rectangle of one line (or picture, or row).
        source: Block or field; start and end are the stretch of its plain text this line shows.
    """

    entry: str
    page: int
    x: float
    y: float
    width: float
    height: float
    source: Place


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """One line of the document outline; `level` from 0."""

    title: str
    level: int
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out document: everything the painter, the preview and the page count need.

    Attributes:
        bookmarks: Name -> (page index, y of the top of the place).
        first_pages: Per part: index of its first page, and name of the part.
    """

    pages: tuple[Page, ...]
    nodes: tuple[Node, ...]
    spots: tuple[Spot, ...]
    bookmarks: dict[str, tuple[int, float]] = field(default_factory=dict)
    outline: tuple[OutlineItem, ...] = ()
    first_pages: tuple[tuple[int, str], ...] = ()

    def pages_of(self, part: str) -> int:
        """Return how many pages the parts of this name ("article") have."""
        ends = (*(first for first, _ in self.first_pages[1:]), len(self.pages))
        return sum(end - first for (first, name), end in zip(self.first_pages, ends, strict=True) if name == part)
