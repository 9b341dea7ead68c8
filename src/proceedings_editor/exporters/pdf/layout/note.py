"""Footnotes: laid out where their mark is met, drawn at the foot of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from proceedings_editor.exporters.composition.element import NoteMark, TextElement
from proceedings_editor.exporters.pdf.layout.paragraph import Label, set_paragraph
from proceedings_editor.exporters.pdf.layout.sheet import Anchor
from proceedings_editor.exporters.pdf.layout.slug import Slug, anchored
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import TextStyle

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.layout.flow import Flow

_LOOK: Final = TextStyle(size=10)
"""Of a note that begins with something else than words."""
_PICTURE_SHARE: Final = 0.4
"""Of a page, that a picture in a footnote takes at most."""


def set_note(flow: Flow, mark: NoteMark, node: int, name: str) -> list[Slug]:
    """Return the slugs of a footnote, those of the notes inside it behind its own.

    Its element stands behind the paragraph that has the mark, not inside: a reader who listens hears the sentence to
    its end. A caption keeps it, because a table has no room for it between its rows.

    Args:
        flow: Has the column footnotes stand in.
        mark: Number and contents.
        node: Structure element the mark stands in.
        name: The note's id.
    """
    owner = flow.tree.nodes[node]
    beside = owner.parent if owner.role == "P" or owner.role.startswith("H") else node
    own = flow.tree.note(beside, name)
    label = Label(str(mark.number), flow.tree.add("Lbl", own), raised=True)
    column = flow.page._replace(height=flow.page.height * _PICTURE_SHARE)
    first, *rest = mark.elements or (TextElement((), "footnote", _LOOK),)
    if isinstance(first, TextElement):
        slugs = flow.text(first, column, own, label)
    else:
        slugs = set_paragraph(flow, (), _LOOK, column, own, Place(), label)
        rest = [first, *rest]
    slugs += flow.slugs(rest, column, own)
    for slug in slugs:
        slug.new_page = False
    inner = [one for slug in slugs for note in slug.notes for one in note]
    return anchored([*slugs, *inner], Anchor(name))
