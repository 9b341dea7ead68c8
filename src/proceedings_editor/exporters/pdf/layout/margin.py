"""What stands outside the text: the folio and the line in the page's head, both without meaning for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from proceedings_editor.exporters.composition.element import PageStyle
from proceedings_editor.exporters.pdf.layout.sheet import Sheet
from proceedings_editor.exporters.pdf.placed import ARTIFACT
from proceedings_editor.model.template import TextStyle

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.layout.flow import Flow

_DISTANCE: Final = 0.5
"""Share of a margin between the paper's edge and what stands in it, as in the DOCX."""
_SHARES: Final = {"left": 0.0, "center": 0.5, "justify": 0.5, "right": 1.0}


def margin_heights(flow: Flow, style: PageStyle) -> tuple[float, float]:
    """Return how far head line and folio reach into the page from above and from below, 0 where there are none."""
    place, _ = style.number
    above = _line_height(flow, style.head_look) if style.head else 0.0
    folio = _line_height(flow, style.number_look) if place != "none" else 0.0
    if place == "top":
        return style.top * _DISTANCE + above + folio, 0.0
    return (style.top * _DISTANCE + above if above else 0.0), (style.bottom * _DISTANCE + folio if folio else 0.0)


def _line_height(flow: Flow, look: TextStyle) -> float:
    return flow.typeface(look).face.leading * look.size


def draw_margins(flow: Flow, style: PageStyle, sheet: Sheet, folio: int, left: float) -> None:
    """Draw folio and head line of a page whose column begins at `left`; the head line stands above the folio."""
    place, align = style.number
    numbered = place != "none"
    depth = style.top * _DISTANCE
    if style.head:
        depth += _draw(flow, style, sheet, style.head, style.head_look, style.head_look.align, left, depth)
    if not numbered:
        return
    if align == "outside":
        align = "right" if folio % 2 else "left"
    if place == "bottom":
        depth = style.height - style.bottom * _DISTANCE - _line_height(flow, style.number_look)
    _draw(flow, style, sheet, str(folio), style.number_look, align, left, depth)


def _draw(
    flow: Flow, style: PageStyle, sheet: Sheet, line: str, look: TextStyle, align: str, left: float, depth: float
) -> float:
    """Draw a line whose upper edge lies `depth` below the paper's, smaller where it is too long; return its height."""
    width = flow.page.width
    face = flow.typeface(look)
    chunks = flow.chunks(face, line)
    natural = sum(chunk.width + chunk.gap for chunk in chunks)
    if natural > width:
        face = flow.typeface(look, size=look.size * width / natural)
        chunks = flow.chunks(face, line)
        natural = sum(chunk.width + chunk.gap for chunk in chunks)
    height = face.face.leading * face.size
    depth = min(max(depth, 0.0), style.height - height)
    x = max(left + (width - natural) * _SHARES.get(align, 0.5), 0.0)
    baseline = style.height - depth - height + face.face.descent * face.size
    for chunk in chunks:
        advance = chunk.width + chunk.gap
        sheet.text(ARTIFACT, x, baseline, chunk.text, chunk.face.name, face.size, advance)
        x += advance
    return height
