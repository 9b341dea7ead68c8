"""Lines of text as slugs: runs of words and formulas on one baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from proceedings_editor.exporters.pdf.font import Face
from proceedings_editor.exporters.pdf.layout.chunk import Typeface
from proceedings_editor.exporters.pdf.layout.sheet import Sheet
from proceedings_editor.exporters.pdf.layout.slug import Slug
from proceedings_editor.exporters.pdf.placed import FormulaMark
from proceedings_editor.model.place import Place

NOWHERE: Final = -1
_NO_BREAK_SPACE: Final = "\u00a0"


@dataclass(slots=True, eq=False)
class Run:
    """A stretch of a paragraph that looks and means the same.

    Attributes:
        node: Structure element it belongs to.
        rise: Of its baseline above the line's.
        formula: A formula instead of words, above and below: its height and depth.
        notes: The footnote whose mark it is.
        source: Where its first character stands in the source's plain text, -1 for words of no source.
        first: Its first chunk in the copy, -1 as long as it has none.
    """

    node: int
    face: Typeface
    rise: float = 0
    underline: bool = False
    formula: FormulaMark | None = None
    above: float = 0
    below: float = 0
    notes: tuple[tuple[Slug, ...], ...] = ()
    source: int = NOWHERE
    first: int = NOWHERE


class Piece(NamedTuple):
    """One mark of a line: `x` from the line's beginning, without what justifying adds."""

    run: Run
    text: str
    face: Face
    x: float
    width: float


@dataclass(slots=True, kw_only=True)
class Line(Slug):
    """One line of text.

    Attributes:
        x: Where it begins in its column.
        width: How far it reaches.
        depth: From its upper edge down to the baseline.
        pieces: What it shows, in order.
        label: What stands before its first word, with x from the column's edge; its spaces are never stretched.
        word_space: What justifying adds to every space.
        source: The stretch of the source it shows, None without one.
    """

    x: float
    width: float
    depth: float
    pieces: list[Piece]
    label: Sequence[Piece] = ()
    word_space: float = 0
    source: Place | None = None

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the words from left to right."""
        if self.anchors:
            sheet.anchors(self.anchors, top)
        baseline = top - self.depth
        for run, text, face, offset, width in self.label:
            sheet.text(run.node, x + offset, baseline + run.rise, text, face.name, run.face.size, width)
        left = x + self.x
        stretch = self.word_space
        for run, text, face, offset, width in self.pieces:
            if run.formula is not None:
                sheet.formula(run.formula, left + offset, baseline)
                continue
            added = stretch * count_spaces(text) if stretch else 0.0
            sheet.text(
                run.node,
                left + offset,
                baseline + run.rise,
                text,
                face.name,
                run.face.size,
                width + added,
                stretch,
                run.underline,
            )
            left += added
        if self.source is not None:
            sheet.spot(x + self.x, top - self.height, self.width, self.height, self.source)


def count_spaces(text: str) -> int:
    """Return how many spaces of a text justifying widens."""
    return text.count(" ") + text.count(_NO_BREAK_SPACE)
