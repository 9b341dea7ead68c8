"""From a citation in the text to its reference."""

from __future__ import annotations

from proceedings_editor.language.citation import find_citations
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.body_edit.line import text_of_leaf
from proceedings_editor.model.place import Place
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.position import spot_at


def reference_at(desk: BodyDesk, position: int) -> Place | None:
    """Return the place of the first reference that the citation at a position names; None where there is none."""
    spot, entry = spot_at(desk.sync.document, position), desk.session.entry(desk.entry_id)
    words = plain_text(text_of_leaf(desk.sync.line(spot.line).leaf) or ())
    for one in find_citations(words, desk.session.workspace.template.citations.form):
        if entry and one.start <= spot.offset < one.end and one.sources:
            is_known = 0 < one.sources[0] <= len(entry.references)
            return Place(field=f"references.{one.sources[0] - 1}") if is_known else None
    return None
