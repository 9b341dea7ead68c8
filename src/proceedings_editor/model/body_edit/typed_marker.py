"""Lists of lines before which somebody typed the markers: “- time”, “• place”, “2) people”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from proceedings_editor.model.body import Body, Paragraph, plain_text
from proceedings_editor.model.body_edit.item import item_of, listed
from proceedings_editor.model.body_edit.line import Ids, ItemStep, Line, lines_of
from proceedings_editor.model.body_edit.spot import on_lines
from proceedings_editor.model.body_edit.text import cut

_MARKER: Final = re.compile(r"\s*(?:[-–—•▪*·]|(?P<number>\d{1,2})(?P<mark>[.)]))[ \u00a0\t]+(?=\S)")


def typed_markers(body: Body, lines: Sequence[int]) -> dict[int, str]:
    """Return the markers typed before those of the given lines that stand in no list yet, with the spaces around."""
    found = lines_of(body)
    typed = ((index, _typed(found[index])) for index in lines)
    return {index: match[0] for index, match in typed if match}


def listed_by_marker(body: Body, lines: Sequence[int], *, ordered: bool) -> Body:
    """Make items of the given lines, whose typed markers become the list's; see `listed`.

    A numbered list begins with the number that was typed before its first item, in the way it was typed.
    """
    typed = typed_markers(body, lines)
    first = _MARKER.match(typed.get(lines[0], "") + "x") if lines else None

    def bare(found: list[Line], _ids: Ids) -> list[Line]:
        return [_without(line, len(typed.get(index, ""))) for index, line in enumerate(found)]

    made = listed(on_lines(body, bare) if typed else body, lines, ordered=ordered)
    if not ordered or first is None or not first["number"]:
        return made
    marker, start = f"1{first['mark']}", int(first["number"])
    return on_lines(made, lambda found, _ids: _counted(found, lines[0], marker, start))


def _typed(line: Line) -> re.Match[str] | None:
    if item_of(line) is not None or not isinstance(line.leaf, Paragraph):
        return None
    return _MARKER.match(plain_text(line.leaf.text))


def _without(line: Line, length: int) -> Line:
    if not length or not isinstance(line.leaf, Paragraph):
        return line
    return replace(line, leaf=replace(line.leaf, text=cut(line.leaf.text, length)))


def _counted(found: list[Line], index: int, marker: str, start: int) -> list[Line]:
    """Let the list that begins at a line count from `start`; one that began above it stays as it is."""
    item = item_of(found[index])
    if item is None or not any(number == item.start for _, number in found[index].opens):
        return found

    def one(step: object) -> object:
        is_its = isinstance(step, ItemStep) and step.list == item.list
        return replace(step, marker=marker, start=start) if is_its else step  # type: ignore[type-var]

    return [replace(line, steps=tuple(map(one, line.steps))) for line in found]  # type: ignore[arg-type]
