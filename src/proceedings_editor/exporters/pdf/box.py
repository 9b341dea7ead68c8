"""How much room marks take on the page: for links that can be clicked and for the boxes of figures and formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Final

from proceedings_editor.exporters.formula.drawing import to_drawing
from proceedings_editor.exporters.pdf.font import load_face
from proceedings_editor.exporters.pdf.placed import FormulaMark, ImageMark, Mark, RuleMark, TextMark

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

_SPACE: Final = 32
_SAME_LINE: Final = 0.5
"""Marks whose baselines differ by less than this share of the larger size stand on one line (superscripts do)."""


def box_of(mark: Mark) -> Box:
    """Return the room `mark` takes, without the space that hangs over at a line's end."""
    return _BOXES[type(mark)](mark)


def union(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around `boxes`, of which there is at least one."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def visible_width(mark: TextMark) -> float:
    """Return the width of the words without trailing spaces."""
    hanging = len(mark.text) - len(mark.text.rstrip(" "))
    if not hanging:
        return mark.width
    space = load_face(mark.face).widths[_SPACE] * mark.size / 1000
    return max(mark.width - hanging * (space + mark.word_space), 0)


def line_boxes(marks: Iterable[Mark]) -> list[Box]:
    """Return one box per line the marks stand on."""
    lines: list[list[Mark]] = []
    for mark in marks:
        if lines and _on_one_line(lines[-1][-1], mark):
            lines[-1].append(mark)
        else:
            lines.append([mark])
    return [union(map(box_of, line)) for line in lines]


def _on_one_line(one: Mark, other: Mark) -> bool:
    size = max(getattr(one, "size", 0), getattr(other, "size", 0))
    return other.x >= one.x and abs(one.y - other.y) < size * _SAME_LINE


def _text_box(mark: TextMark) -> Box:
    face = load_face(mark.face)
    right = mark.x + visible_width(mark)
    return mark.x, mark.y - face.descent * mark.size, right, mark.y + face.ascent * mark.size


def _rule_box(mark: RuleMark) -> Box:
    half = mark.thickness / 2
    left, right = sorted((mark.x, mark.x2))
    bottom, top = sorted((mark.y, mark.y2))
    return left - half, bottom - half, right + half, top + half


def _image_box(mark: ImageMark) -> Box:
    return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height


def _formula_box(mark: FormulaMark) -> Box:
    width, height, depth = formula_size(mark.notation, mark.source, mark.size, mark.display)
    return mark.x, mark.y - depth, mark.x + width, mark.y + height


@lru_cache(maxsize=256)
def formula_size(notation: str, source: str, size: float, display: bool) -> tuple[float, float, float]:
    """Return width, height and depth of a formula as `to_drawing` measures it, in points.

    Raises:
        FormulaError: It cannot be drawn.
    """
    drawing = to_drawing(notation, source, size, display=display)
    return drawing.width, drawing.height, drawing.depth


_BOXES: Final[dict[type[Mark], Callable[[Any], Box]]] = {
    TextMark: _text_box,
    RuleMark: _rule_box,
    ImageMark: _image_box,
    FormulaMark: _formula_box,
}
