"""Program text: line for line in a fixed-width face, every space kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from proceedings_editor.exporters.composition.element import Inline, ListingElement, NewLine, Words
from proceedings_editor.exporters.pdf.layout.column import Column
from proceedings_editor.exporters.pdf.layout.paragraph import set_paragraph
from proceedings_editor.exporters.pdf.layout.sheet import Anchor
from proceedings_editor.exporters.pdf.layout.slug import FREE, TOGETHER, WHOLE, Slug, anchored

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.layout.flow import Flow

_TAB: Final = 4


def set_listing(flow: Flow, element: ListingElement, column: Column, node: int) -> list[Slug]:
    """Return the slugs of a listing, its caption above it."""
    caption = flow.caption(element.caption, column, node) if element.caption else []
    own = flow.tree.add("P", node)
    look = replace(element.look, align="left", indent=0, space_before=0, space_after=0, keep_with_next=False)
    inlines: list[Inline] = []
    for line in element.lines:
        inlines += (Words(_indented(line.expandtabs(_TAB)), code=True), NewLine())
    lines = set_paragraph(flow, inlines[:-1], look, column, own, element.source) if inlines else []
    for index, slug in enumerate(lines):
        slug.tie = TOGETHER if index in (0, len(lines) - 2) else FREE
    if lines:
        lines[0].before, lines[-1].after = (
            column.space(element.look.space_before),
            column.space(element.look.space_after),
        )
        lines[-1].tie = FREE
        for slug in caption:
            slug.tie = WHOLE
    return anchored([*caption, *lines], Anchor(element.bookmark))


def _indented(line: str) -> str:
    """Return a line with no-break spaces before its first word: no line ends among them, and none is dropped."""
    words = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(words)) + words
