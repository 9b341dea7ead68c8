"""The door of layout: a composition becomes pages of placed marks, their meaning, and the map of what stands where."""

from __future__ import annotations

from typing import Final

from proceedings_editor.exporters.composition.element import Composition, PageStyle, Part
from proceedings_editor.exporters.pdf.font import find_faces
from proceedings_editor.exporters.pdf.layout.element import Galley
from proceedings_editor.exporters.pdf.layout.page import Filler, Placed, finished
from proceedings_editor.exporters.pdf.layout.tree import Tree
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Layout, Mark, OutlineItem, Page, Spot, TextMark
from proceedings_editor.language.section_number import to_roman
from proceedings_editor.model.template import TextStyle

_PICTURE_SHARE: Final = 0.9
"""The most of a page's text area a picture takes, so that its caption has room."""

_NARROWEST: Final = 20.0
"""Points of text area that are left whatever margins say."""


def lay_out(composition: Composition) -> Layout:
    """Return the pages of a composition.

    Raises:
        FontError: A family has no twin, or no face has a character.
        FormulaError: A formula cannot be drawn.
    """
    tree = Tree()
    root = tree.add("Document", -1, language=composition.language)
    placed: list[Placed] = []
    first_pages: list[tuple[int, str]] = []
    for part in composition.parts:
        first_pages.append((len(placed), part.name))
        language = part.language if part.language != composition.language else ""
        node = tree.add("Sect", root, language=language)
        placed += _pages(part, composition.font, tree, node, len(placed))
    pages: list[Page] = [one.page for one in placed]
    spots: list[Spot] = [spot for one in placed for spot in one.spots]
    outline: list[OutlineItem] = [item for one in placed for item in one.outline]
    bookmarks = {name: (index, y) for index, one in enumerate(placed) for name, y in one.bookmarks}
    return Layout(tuple(pages), tuple(tree.nodes), tuple(spots), bookmarks, tuple(outline), tuple(first_pages))


def _pages(part: Part, family: str, tree: Tree, node: int, before: int) -> list[Placed]:
    style = part.page
    width = max(style.width - style.left - style.right, _NARROWEST)
    height = max(style.height - style.top - style.bottom, _NARROWEST)
    galley = Galley(tree, family, width, height * _PICTURE_SHARE)
    filler = Filler(height)
    filler.fill(galley.slabs(part.elements, node))
    made: list[Placed] = []
    for index, sheet in enumerate(filler.sheets):
        folio = style.first_folio + index
        numbered = style.number[0] != "none"
        label = str(folio) if numbered else to_roman(index + 1).lower()
        margin = _margin(style, family, folio, numbered=numbered)
        made.append(finished(sheet, style, before + index, folio, label, part.entry, margin))
    return made


def _margin(style: PageStyle, family: str, folio: int, *, numbered: bool) -> tuple[Mark, ...]:
    """What stands outside the text area: the folio and the head line, both without meaning for readers."""
    marks: list[Mark] = []
    outer = "left" if folio % 2 == 0 else "right"
    if numbered:
        place, align = style.number
        y = style.height - style.top / 2 if place == "top" else style.bottom / 2
        marks.append(_aligned(str(folio), style.number_look, style, family, outer if align == "outside" else align, y))
    if style.head:
        look = style.head_look
        marks.append(_aligned(style.head, look, style, family, look.align, style.height - style.top / 2 + look.size))
    return tuple(marks)


def _aligned(text: str, look: TextStyle, style: PageStyle, family: str, align: str, y: float) -> Mark:
    face = find_faces(look.font or family, bold=look.bold, italic=look.italic).primary
    width = face.width_of(text, look.size)
    room = style.width - style.left - style.right - width
    x = style.left + {"center": room / 2, "right": room}.get(align, 0.0)
    return TextMark(ARTIFACT, x, y - look.size / 3, text, face.name, look.size * face.scale, width)
