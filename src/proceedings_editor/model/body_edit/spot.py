"""Spots and stretches of a body in lines, and the frame of every edit on lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from proceedings_editor.model.body import Body
from proceedings_editor.model.body_edit.line import Ids, ItemStep, Line, Steps, body_of, lines_of, new_ids
from proceedings_editor.model.body_edit.share import shared


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place between characters: a line, counted through the whole body, and code points of its plain text."""

    line: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one line, in code points of its plain text."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Result:
    """A changed body and where the cursor belongs in it."""

    body: Body
    spot: Spot


LineEdit = Callable[[list[Line], Ids], list[Line]]


def on_lines(body: Body, edit: LineEdit) -> Body:
    """Return the body with `edit` made on its lines; what did not change stays the same objects.

    Parts of a list that other lines now stand between become lists of their own that count on where the part before
    stopped.
    """
    ids = new_ids()
    lines = edit(lines_of(body, ids), ids)
    return shared(body, body_of(list(_continued(lines, ids))))


def _continued(lines: Iterable[Line], ids: Ids) -> Iterator[Line]:
    seen: dict[int, list[int]] = {}  # list -> its items so far
    moved: dict[int, tuple[int, int]] = {}  # torn list -> number and start of its present part
    before: Steps = ()
    for line in lines:
        present = {step.list for step in before if isinstance(step, ItemStep)}
        steps = tuple(
            _counted(step, present, seen, moved, ids) if isinstance(step, ItemStep) else step for step in line.steps
        )
        before = line.steps
        yield line if steps == line.steps else replace(line, steps=steps)


def _counted(
    step: ItemStep, present: set[int], seen: dict[int, list[int]], moved: dict[int, tuple[int, int]], ids: Ids
) -> ItemStep:
    """Return the step as it is, or as part of the list that goes on after what tore it."""
    items = seen.setdefault(step.list, [])
    if items and step.list not in present:
        moved[step.list] = (next(ids), step.start + len(items))
    if step.item not in items:
        items.append(step.item)
    if step.list not in moved:
        return step
    number, start = moved[step.list]
    return replace(step, list=number, start=start if step.ordered else step.start)


def is_item(step: object) -> bool:
    """Say whether a step is that of a list item."""
    return isinstance(step, ItemStep)


def innermost(steps: Steps) -> int | None:
    """Return the index of the innermost item among the steps, None outside of lists."""
    return next((index for index in reversed(range(len(steps))) if is_item(steps[index])), None)
