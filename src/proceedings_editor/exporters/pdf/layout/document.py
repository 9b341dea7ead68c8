"""The door of layout: a composition becomes pages of placed marks, their meaning, and the map of what stands where."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from proceedings_editor.exporters.composition.element import Composition, PageStyle, Part
from proceedings_editor.exporters.pdf.layout.column import NARROWEST, Column
from proceedings_editor.exporters.pdf.layout.flow import Flow
from proceedings_editor.exporters.pdf.layout.margin import draw_margins, margin_heights
from proceedings_editor.exporters.pdf.layout.page import LayoutError, Paginator
from proceedings_editor.exporters.pdf.layout.sheet import Sheet
from proceedings_editor.exporters.pdf.layout.tree import Tree
from proceedings_editor.exporters.pdf.placed import Layout, Page
from proceedings_editor.language.section_number import to_roman
from proceedings_editor.texts import text

_PAPER: Final = (595.28, 841.89)
"""A4: what a document without parts has one empty page of, because a PDF has at least one."""


def lay_out(composition: Composition) -> Layout:
    """Return the pages of a composition.

    Raises:
        FontError: A family has no twin, or no face has a character.
        FormulaError: A formula cannot be drawn.
        LayoutError: There would be too many pages, or elements stand in each other too deeply.
    """
    tree = Tree()
    root = tree.add("Document", -1)
    sheets: list[Sheet] = []
    pages: list[Page] = []
    first_pages: list[tuple[int, str]] = []
    for part in composition.parts:
        first_pages.append((len(sheets), part.name))
        language = part.language if part.language != composition.language else ""
        made = _sheets(part, composition.font, tree, tree.section(root, language), len(sheets))
        pages += [_page(part, sheet, number) for number, sheet in enumerate(made)]
        sheets += made
    return Layout(
        tuple(pages or [Page(*_PAPER, 1, "1", ())]),
        tuple(tree.nodes),
        tuple(spot for sheet in sheets for spot in sheet.spots),
        {name: place for sheet in reversed(sheets) for name, place in sheet.bookmarks.items()},
        tuple(item for sheet in sheets for item in sheet.outline),
        tuple(first_pages),
    )


def _sheets(part: Part, family: str, tree: Tree, node: int, before: int) -> list[Sheet]:
    """Lay out one part; `before` is the number of pages in front of it."""
    style = part.page
    left, right = _sides(style)
    width = right - left
    flow = Flow(tree, family, Column(0, width, style.height), style.hyphenation)
    top, bottom = _ends(style, *margin_heights(flow, style))
    height = top - bottom
    flow = replace(flow, page=Column(0, width, height))
    try:
        slugs = flow.slugs(part.elements, flow.page, node)
        filled = Paginator(height).pages(slugs)
    except RecursionError as error:
        raise LayoutError(
            text("Lists, tables or quotations stand in each other too deeply; take some of them out.")
        ) from error
    sheets: list[Sheet] = []
    for number, page in enumerate(filled):
        folio = style.first_folio + number
        x = style.width - right if style.mirrored and folio % 2 == 0 else left
        sheet = Sheet(before + number, part.entry)
        draw_margins(flow, style, sheet, folio, x)
        page.draw(sheet, x, top, bottom, width)
        sheets.append(sheet)
    return sheets


def _page(part: Part, sheet: Sheet, number: int) -> Page:
    folio = part.page.first_folio + number
    label = str(folio) if part.page.number[0] != "none" else to_roman(number + 1).lower()
    return Page(part.page.width, part.page.height, folio, label, sheet.all_marks())


def _sides(style: PageStyle) -> tuple[float, float]:
    """Return left and right edge of the text; margins that leave no room shrink."""
    room = max(style.width - 2 * NARROWEST, 0.0)
    scale = min(1.0, room / max(style.left + style.right, 1.0))
    return style.left * scale, style.width - style.right * scale


def _ends(style: PageStyle, head: float, foot: float) -> tuple[float, float]:
    """Return upper and lower edge of the text; margins too low for what stands in them grow.

    Those that leave no room shrink.
    """
    above, below = max(style.top, head), max(style.bottom, foot)
    room = max(style.height - 6 * NARROWEST, 0.0)
    scale = min(1.0, room / max(above + below, 1.0))
    return style.height - above * scale, below * scale
