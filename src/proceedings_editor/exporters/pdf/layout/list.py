"""Lists: every item a paragraph with its label before the first word, as a secretary sets it in Word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from proceedings_editor.exporters.composition.element import ItemElement, ListElement, TextElement
from proceedings_editor.exporters.pdf.layout.column import POINTS_PER_CM, Column
from proceedings_editor.exporters.pdf.layout.paragraph import Label, set_paragraph
from proceedings_editor.exporters.pdf.layout.sheet import Anchor
from proceedings_editor.exporters.pdf.layout.slug import TOGETHER, Slug, anchored
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import TextStyle

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.layout.flow import Flow

_STEP: Final = 0.63 * POINTS_PER_CM
"""What a list inside another one is indented by; the DOCX does the same."""


def set_list(flow: Flow, element: ListElement, column: Column, node: int) -> list[Slug]:
    """Return the slugs of a list.

    A first-line indent of the list's look is where labels stand; with a negative one they hang out to the left of the
    words.
    """
    own = flow.tree.list(node, element.marker, ordered=element.ordered)
    made: list[Slug] = []
    for index, item in enumerate(element.items):
        slugs = _item(flow, element, item, column, own)
        name = element.bookmarks[index] if index < len(element.bookmarks) else ""
        made += anchored(slugs, Anchor(name))
    return made


def _item(flow: Flow, element: ListElement, item: ItemElement, column: Column, node: int) -> list[Slug]:
    own = flow.tree.add("LI", node)
    inside = column.indented(element.depth * _STEP)
    label = _label(flow, element, item, own)
    body = flow.tree.add("LBody", own)
    first = item.elements[0] if item.elements else None
    if isinstance(first, TextElement):
        slugs = flow.text(_indented(first, element.look), inside, body, label)
        rest = item.elements[1:]
    else:
        slugs = set_paragraph(flow, (), element.look, inside, body, Place(), label)
        rest = item.elements
        slugs[-1].tie = TOGETHER if rest else slugs[-1].tie
    for following in rest:
        # A list inside counts its depth itself.
        room = column if isinstance(following, ListElement) else inside
        slugs += flow.slugs((following,), room, body)
    return slugs


def _indented(element: TextElement, look: TextStyle) -> TextElement:
    """Return an item's words with the indents of its list, which most have already."""
    own = element.look
    if (own.left, own.right, own.indent) == (look.left, look.right, look.indent):
        return element
    return replace(element, look=replace(own, left=look.left, right=look.right, indent=look.indent))


def _label(flow: Flow, element: ListElement, item: ItemElement, node: int) -> Label | None:
    text = item.label.strip()
    return Label(text, flow.tree.add("Lbl", node), hanging=element.look.indent < 0) if text else None
