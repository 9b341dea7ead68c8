"""Figures: a picture no wider than the column and no higher than the page, its caption below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.composition.element import FigureElement, Words
from proceedings_editor.exporters.composition.picture import picture_size
from proceedings_editor.exporters.pdf.layout.column import POINTS_PER_CM, Column
from proceedings_editor.exporters.pdf.layout.paragraph import metrics_of, set_paragraph
from proceedings_editor.exporters.pdf.layout.sheet import Anchor, Sheet
from proceedings_editor.exporters.pdf.layout.slug import WHOLE, Slug, Stack, anchored
from proceedings_editor.exporters.pdf.picture import read_picture
from proceedings_editor.exporters.pdf.placed import ARTIFACT
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import TextStyle

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.layout.flow import Flow

_SHARES: Final = {"center": 0.5, "right": 1.0}
_SMALLEST: Final = 1.0
_PADDING: Final = 6.0
_SMALLER: Final = 0.8


@dataclass(slots=True, kw_only=True)
class Picture(Slug):
    """A picture file in a rectangle that begins at `x`."""

    node: int
    x: float
    width: float
    path: Path
    source: Place

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the picture."""
        sheet.anchors(self.anchors, top)
        bottom = top - self.height
        sheet.picture(self.node, x + self.x, bottom, self.width, self.height, self.path)
        sheet.spot(x + self.x, bottom, self.width, self.height, self.source)


@dataclass(slots=True, kw_only=True)
class Frame(Slug):
    """An empty frame with words, in the place of a picture there is not."""

    node: int
    x: float
    width: float
    words: Stack
    source: Place

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw frame and words."""
        sheet.anchors(self.anchors, top)
        bottom = top - self.height
        sheet.frame(self.node, x + self.x, bottom, self.width, self.height)
        count = len(self.words.slugs)
        self.words.draw(sheet, x, top - (self.height - self.words.height(0, count)) / 2, 0, count)
        sheet.spot(x + self.x, bottom, self.width, self.height, self.source)


def set_figure(flow: Flow, element: FigureElement, column: Column, node: int) -> list[Slug]:
    """Return the slugs of a figure; nothing parts picture and caption."""
    own = flow.tree.figure(node, "Figure", element.alt)
    caption: list[Slug] = []
    if element.caption is not None:
        # Beside the figure, not in it: readers put the alternative text in the place of all that is inside.
        caption = flow.caption(element.caption, column, node)
    inside = column.indented(element.look.left * POINTS_PER_CM, element.look.right * POINTS_PER_CM)
    room = (
        column.height
        - sum(slug.before + slug.height + slug.after for slug in caption)
        - column.space(element.look.space_after)
    )
    natural = _natural_size(element.path) if element.path else None
    picture = _picture(element, natural, inside, room, own) if natural else _frame(flow, element, inside, own)
    picture.before, picture.after = column.space(element.look.space_before), column.space(element.look.space_after)
    slugs = [picture, *caption]
    for slug in slugs[:-1]:
        slug.tie = WHOLE
    return anchored(slugs, Anchor(element.bookmark))


def _picture(element: FigureElement, natural: tuple[float, float], column: Column, room: float, node: int) -> Picture:
    assert element.path is not None
    width, height = natural
    scale = min((element.width or width) / width, column.width / width, max(room, column.height / 3) / height)
    width, height = max(width * scale, _SMALLEST), max(height * scale, _SMALLEST)
    x = column.left + (column.width - width) * _SHARES.get(element.look.align, 0.0)
    return Picture(height=height, node=node, x=x, width=width, path=element.path, source=element.source)


def _frame(flow: Flow, element: FigureElement, column: Column, node: int) -> Frame:
    """Return a frame with the placeholder, or with the name of a file that is no picture.

    That name is no word of the article, so it is an artifact.
    """
    width = min(element.width or column.width * 2 / 3, column.width)
    x = column.left + (column.width - width) * _SHARES.get(element.look.align, 0.0)
    padding = min(_PADDING, width / 4)
    look = replace(element.look, align="center", indent=0, left=0, right=0, space_before=0, space_after=0)
    inside = Column(x + padding, x + width - padding, max(column.height - 2 * _PADDING, _SMALLEST))
    owner, said = (ARTIFACT, element.path.name) if element.path else (node, element.placeholder)
    words = _words(flow, said, look, inside, owner)
    height = min(max(words.height(0, len(words.slugs)), 3 * sum(metrics_of(flow, look))), inside.height)
    return Frame(height=height + 2 * _PADDING, node=node, x=x, width=width, words=words, source=element.source)


def _words(flow: Flow, said: str, look: TextStyle, column: Column, node: int) -> Stack:
    """Return words no higher than the column, smaller where they must be."""
    while True:
        words = Stack(set_paragraph(flow, (Words(said),), look, column, node, Place()))
        if words.height(0, len(words.slugs)) <= column.height or look.size < _SMALLEST:
            return words
        look = replace(look, size=look.size * _SMALLER)


def _natural_size(path: Path) -> tuple[float, float] | None:
    """Return the natural width and height of a picture in points, None for a file that no PDF can show."""
    try:
        read_picture(path)
    except ReadError:
        return None
    return picture_size(path)
