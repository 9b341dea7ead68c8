"""From a citation in the text to its references."""

from __future__ import annotations

from proceedings_editor.language.citation import find_citations
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.body_edit.line import text_of_leaf
from proceedings_editor.model.place import Place
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.position import spot_at


def cited_at(desk: BodyDesk, position: int) -> tuple[int, ...]:
    """Return the numbers of the references that the citation at a position names; () where there is none.

    Numbers that the list does not have are left out.
    """
    entry = desk.session.entry(desk.entry_id)
    if entry is None or not entry.references:
        return ()
    spot = spot_at(desk.sync.document, position)
    words = plain_text(text_of_leaf(desk.sync.line(spot.line).leaf) or ())
    for one in find_citations(words, desk.session.workspace.template.citations.form):
        if one.start <= spot.offset < one.end:
            return tuple(number for number in one.sources if 0 < number <= len(entry.references))
    return ()


def reference_at(desk: BodyDesk, position: int) -> Place | None:
    """Return the place of the first reference that the citation at a position names; None where there is none."""
    cited = cited_at(desk, position)
    return Place(field=f"references.{cited[0] - 1}") if cited else None
