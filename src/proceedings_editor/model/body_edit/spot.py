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
    torn = _Torn(ids)
    before: Steps = ()
    for line in lines:
        steps = torn.counted(line.steps, before)
        before = line.steps
        yield line if steps == line.steps else replace(line, steps=steps)


class _Torn:
    """Counts the items of every list while lines go by."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._items: dict[int, list[int]] = {}
        self._moved: dict[int, tuple[int, int]] = {}  # torn list -> number and start of its present part

    def counted(self, steps: Steps, before: Steps) -> Steps:
        """Return the steps of a line whose predecessor has the steps `before`."""
        present = {(step.list, before[:index]) for index, step in enumerate(before) if isinstance(step, ItemStep)}
        return tuple(
            self._counted(step, (step.list, steps[:index]) in present) if isinstance(step, ItemStep) else step
            for index, step in enumerate(steps)
        )

    def _counted(self, step: ItemStep, continues: bool) -> ItemStep:
        items = self._items.setdefault(step.list, [])
        if items and not continues:
            self._moved[step.list] = (next(self._ids), step.start + len(items))
        if step.item not in items:
            items.append(step.item)
        if step.list not in self._moved:
            return step
        number, start = self._moved[step.list]
        return replace(step, list=number, start=start if step.ordered else step.start)


def is_item(step: object) -> bool:
    """Say whether a step is that of a list item."""
    return isinstance(step, ItemStep)


def innermost(steps: Steps) -> int | None:
    """Return the index of the innermost item among the steps, None outside of lists."""
    return next((index for index in reversed(range(len(steps))) if is_item(steps[index])), None)
