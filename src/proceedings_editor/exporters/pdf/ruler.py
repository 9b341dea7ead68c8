"""Where on a laid-out line some of its characters stand: layout notes lines, and nobody needs every letter's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from proceedings_editor.exporters.pdf.font import load_face
from proceedings_editor.exporters.pdf.placed import FormulaMark, Mark, Spot, TextMark

_SLACK: Final = 0.5
"""Points by which a mark may stand out of its line's rectangle."""
_STRETCHED: Final = " \u00a0"
"""What justifying widens."""


def stretch_on(spot: Spot, marks: Sequence[Mark], start: int, end: int) -> tuple[float, float]:
    """Return where a stretch begins on a line and how wide it is, in points.

    Where the line prints other characters than its source has (capitals of two letters, a number for a note), every
    character counts for equally wide.

    Args:
        spot: The line.
        marks: All marks of its page.
        start: Code point of the source's plain text.
        end: The same; what stands on other lines is left out.
    """
    length = max(spot.source.end - spot.source.start, 1)
    edges = _edges(spot, marks)
    if len(edges) - 1 not in (length, length + 1):  # a line of running text may end with a space it does not show
        edges = [spot.x + spot.width * place / length for place in range(length + 1)]
    first = min(max(start - spot.source.start, 0), length - 1)
    last = min(max(end - spot.source.start, first + 1), length)
    return edges[first], max(edges[last] - edges[first], 0.0)


def _edges(spot: Spot, marks: Sequence[Mark]) -> list[float]:
    """Return where every character of the line begins, and where the last one ends."""
    line = [mark for mark in marks if isinstance(mark, TextMark | FormulaMark) and _stands_on(spot, mark)]
    edges = [x for mark in line for x in _beginnings(mark)]
    return [*edges, spot.x + spot.width]


def _beginnings(mark: TextMark | FormulaMark) -> Iterator[float]:
    x = mark.x
    if isinstance(mark, FormulaMark):  # one character of the source
        yield x
        return
    widths = load_face(mark.face).widths
    for character in mark.text:
        yield x
        x += widths[ord(character)] * mark.size / 1000 + (mark.word_space if character in _STRETCHED else 0.0)


def _stands_on(spot: Spot, mark: TextMark | FormulaMark) -> bool:
    is_level = spot.y <= mark.y <= spot.y + spot.height
    return is_level and spot.x - _SLACK <= mark.x < spot.x + spot.width + _SLACK
