"""Rules that lie on one another become one: drawn twice, the edge between two cells would look bolder than others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proceedings_editor.exporters.pdf.placed import ARTIFACT, RuleMark

_Line = tuple[bool, float, float]
"""Whether it is upright, its x or y to a hundredth of a point, its thickness."""


def merged(rules: Iterable[RuleMark]) -> Iterator[RuleMark]:
    """Yield meaningless rules, every stretch once; touching ones are joined, slanting ones stay as they are."""
    lines: dict[_Line, list[tuple[float, float]]] = {}
    for rule in rules:
        if rule.x == rule.x2:
            lines.setdefault((True, round(rule.x, 2), rule.thickness), []).append(_ordered(rule.y, rule.y2))
        elif rule.y == rule.y2:
            lines.setdefault((False, round(rule.y, 2), rule.thickness), []).append(_ordered(rule.x, rule.x2))
        else:
            yield rule
    for (upright, place, thickness), stretches in lines.items():
        for start, end in _joined(stretches):
            if upright:
                yield RuleMark(ARTIFACT, place, start, place, end, thickness)
            else:
                yield RuleMark(ARTIFACT, start, place, end, place, thickness)


def _ordered(one: float, other: float) -> tuple[float, float]:
    low, high = sorted((round(one, 2), round(other, 2)))
    return low, high


def _joined(stretches: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    stretches.sort()
    start, end = stretches[0]
    for low, high in stretches[1:]:
        if low > end:
            yield start, end
            start, end = low, high
        else:
            end = max(end, high)
    yield start, end
