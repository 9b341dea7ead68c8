"""The door from a formula's source to outlines that any canvas can fill."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from proceedings_editor.exporters.formula.error import broken
from proceedings_editor.exporters.formula.mathml import CACHED, to_mathml
from proceedings_editor.texts import text

Segment = tuple[str, *tuple[float, ...]]
"""("M", x, y) begins a contour, ("L", x, y) draws a line, ("C", x1, y1, x2, y2, x, y) a curve, ("Z",) closes."""


@dataclass(frozen=True, slots=True)
class Path:
    """One glyph or line as closed contours, to be filled by the non-zero rule; points, y up from the baseline."""

    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class FormulaDrawing:
    """A formula as filled outlines, in points; its origin is the left end of its baseline, y goes up.

    Attributes:
        width: How far it reaches to the right of the origin.
        height: How far it reaches above the baseline (not counting the depth).
        depth: How far it reaches below the baseline, as a number >= 0.
        paths: What is to be filled.
        color: The colour to fill it with, as given to `to_drawing`.
    """

    width: float
    height: float
    depth: float
    paths: tuple[Path, ...]
    color: str = "black"

    @property
    def total_height(self) -> float:
        """Height and depth together, in points."""
        return self.height + self.depth


def to_drawing(
    notation: str, source: str, size: float, color: str = "black", *, display: bool = True
) -> FormulaDrawing:
    """Return the formula as filled outlines.

    Args:
        notation: "latex" or "mathml".
        source: The formula as typed.
        size: The font size of the text it belongs to, in points.
        color: Handed on to the drawing as it is.
        display: Whether it stands in a line of its own or inside running text (limits then stand at the side).

    Raises:
        FormulaError: As `to_mathml`, and for a character that no shipped font has.
    """
    one = _unscaled(notation, source, display)
    paths = _changed(one.paths, size, 0.0)
    return FormulaDrawing(one.width * size, one.height * size, one.depth * size, paths, color)


@lru_cache(maxsize=CACHED)
def _unscaled(notation: str, source: str, display: bool) -> FormulaDrawing:
    """Return the drawing at one point per em."""
    from proceedings_editor.exporters.formula.typesetting import EM, MissingGlyph, typesetter

    root = to_mathml(notation, source, display=display)
    try:
        advance, outlines = typesetter().typeset(root)
    except MissingGlyph as missing:
        raise broken(source, text("no shipped font has the character “{char}”", char=missing.char)) from missing
    except Exception as mistake:  # the typesetting library fails with errors of its own on trees it did not foresee
        raise broken(source, text("it cannot be drawn; write it in another way")) from mistake
    return _measured(advance, tuple(map(Path, outlines)), 1 / EM)


def _measured(advance: float, paths: tuple[Path, ...], scale: float) -> FormulaDrawing:
    """Return the drawing of `paths`, scaled, its left edge at 0 and its size taken from the ink."""
    xs = [value for path in paths for _, *values in path.segments for value in values[::2]]
    ys = [value for path in paths for _, *values in path.segments for value in values[1::2]]
    left, right = min(xs, default=0.0), max(xs, default=0.0)
    moved = _changed(paths, scale, -scale * min(left, 0.0))
    width = max(right, min(advance, 2 * right)) - min(left, 0.0)
    height, depth = max(0.0, *ys, 0.0), max(0.0, -min(ys, default=0.0))
    return FormulaDrawing(width * scale, height * scale, depth * scale, moved)


def _changed(paths: tuple[Path, ...], scale: float, shift: float) -> tuple[Path, ...]:
    """Return the paths scaled and then moved to the right."""
    return tuple(
        Path(tuple((sign, *_points(values, scale, shift)) for sign, *values in path.segments)) for path in paths
    )


def _points(values: list[float], scale: float, shift: float) -> tuple[float, ...]:
    return tuple(value * scale + (0.0 if index % 2 else shift) for index, value in enumerate(values))
