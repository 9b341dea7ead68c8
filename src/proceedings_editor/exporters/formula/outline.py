"""Turns the SVG elements that ziamath draws into filled outlines, y up from the baseline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import hypot
from typing import Final
from xml.etree.ElementTree import Element

Points = tuple[str, *tuple[float, ...]]

_PATH: Final = re.compile(r"([MLQCZ])|(-?\d+(?:\.\d+)?)")
_COUNTS: Final = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
_ARC: Final = 0.5523  # how far the handles of a quarter circle reach, in radii


def outlines(svg: Element) -> Iterator[tuple[Points, ...]]:
    """Yield the contours of every glyph, rule and frame below `svg`; y is turned to go up."""
    for element in svg.iter():
        reader = _READERS.get(element.tag)
        contours = reader(element) if reader else ()
        if contours:
            yield tuple((sign, *_turned(values)) for sign, *values in contours)


def _turned(values: list[float]) -> tuple[float, ...]:
    return tuple(-value if index % 2 else value for index, value in enumerate(values))


def _number(element: Element, name: str) -> float:
    return float(element.get(name, "0"))


def _path(element: Element) -> tuple[Points, ...]:
    if element.get("stroke"):
        return _stroke(element)
    found: list[Points] = []
    here = (0.0, 0.0)
    for sign, values in _commands(element.get("d", "")):
        found.append(("C", *_cubic(here, values)) if sign == "Q" else (sign, *values))
        here = (values[-2], values[-1]) if values else here
    return tuple(found)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    words = iter(_PATH.findall(data))
    for sign, _ in words:
        yield sign, [float(next(words)[1]) for _ in range(_COUNTS[sign])]


def _cubic(start: tuple[float, float], values: list[float]) -> list[float]:
    """Return the cubic curve that equals the quadratic one from `start`."""
    x, y, end_x, end_y = values
    return [
        start[0] + 2 / 3 * (x - start[0]),
        start[1] + 2 / 3 * (y - start[1]),
        end_x + 2 / 3 * (x - end_x),
        end_y + 2 / 3 * (y - end_y),
        end_x,
        end_y,
    ]


def _stroke(element: Element) -> tuple[Points, ...]:
    """Return the line of a strike as a thin four-sided area."""
    (_, (x1, y1)), (_, (x2, y2)) = list(_commands(element.get("d", "")))[:2]
    half, length = _number(element, "stroke-width") / 2, hypot(x2 - x1, y2 - y1) or 1
    dx, dy = half * (y2 - y1) / length, half * (x1 - x2) / length
    corners = ((x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy))
    return _polygon(corners)


def _polygon(corners: tuple[tuple[float, float], ...]) -> tuple[Points, ...]:
    return (("M", *corners[0]), *(("L", *corner) for corner in corners[1:]), ("Z",))


def _rectangle(element: Element) -> tuple[Points, ...]:
    x, y = _number(element, "x"), _number(element, "y")
    width, height = _number(element, "width"), _number(element, "height")
    if not element.get("stroke"):
        return _box(x, y, width, height) if width > 0 and height > 0 else ()
    line = _number(element, "stroke-width")
    inner = _box(x + line, y + line, width - 2 * line, height - 2 * line)
    return (*_box(x, y, width, height), *_backwards(inner))


def _box(x: float, y: float, width: float, height: float) -> tuple[Points, ...]:
    return _polygon(((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def _backwards(contour: tuple[Points, ...]) -> tuple[Points, ...]:
    """Return a polygon walked the other way round, which makes it a hole."""
    corners = tuple((float(values[0]), float(values[1])) for _, *values in contour if values)
    return _polygon(corners[::-1])


def _ellipse(element: Element) -> tuple[Points, ...]:
    x, y = _number(element, "cx"), _number(element, "cy")
    a, b, line = _number(element, "rx"), _number(element, "ry"), _number(element, "stroke-width")
    return (*_oval(x, y, a, b), *_oval(x, y, a - line, -(b - line)))


def _oval(x: float, y: float, a: float, b: float) -> tuple[Points, ...]:
    """Return an ellipse; a negative `b` walks it the other way round."""
    p, q = a * _ARC, b * _ARC
    return (
        ("M", x + a, y),
        ("C", x + a, y + q, x + p, y + b, x, y + b),
        ("C", x - p, y + b, x - a, y + q, x - a, y),
        ("C", x - a, y - q, x - p, y - b, x, y - b),
        ("C", x + p, y - b, x + a, y - q, x + a, y),
        ("Z",),
    )


_READERS: Final[dict[str, Callable[[Element], tuple[Points, ...]]]] = {
    "path": _path,
    "rect": _rectangle,
    "ellipse": _ellipse,
}
