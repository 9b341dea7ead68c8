"""Lists: making items of lines, lines of items, moving items a level in or out, numbering."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from proceedings_editor.model.body import Body
from proceedings_editor.model.body_edit.line import Caption, CellStep, Ids, ItemStep, Line, Steps
from proceedings_editor.model.body_edit.spot import innermost, on_lines

BULLET = "–"
NUMBER = "1."


def listed(body: Body, lines: Sequence[int], *, ordered: bool) -> Body:
    """Make items of the given lines; those already in a list make their whole list ordered or not.

    New items join the list that ends right above them where it is of the same kind.
    """
    chosen = frozenset(lines)

    def edit(found: list[Line], ids: Ids) -> list[Line]:
        lists = {step.list for index in chosen if (step := item_of(found[index]))}
        result: list[Line] = []
        number = next(ids)
        for index, line in enumerate(found):
            if index in chosen and item_of(line) is None and not _is_table_caption(line):
                line = _new_item(line, result[-1] if result else None, number, ids, ordered)
            result.append(replace(line, steps=tuple(_ordered(step, lists, ordered) for step in line.steps)))
        return result

    return on_lines(body, edit)


def unlisted(body: Body, lines: Sequence[int]) -> Body:
    """Take the items of the given lines out of their list."""

    def edit(found: list[Line], _ids: Ids) -> list[Line]:
        items = _outer_items(found, lines)
        return [replace(line, steps=_without(line.steps, items)) for line in found]

    return on_lines(body, edit)


def level_in(body: Body, lines: Sequence[int]) -> Body:
    """Put the items of the given lines a level deeper, into the item before each; a list's first item stays."""

    def edit(found: list[Line], ids: Ids) -> list[Line]:
        for item in _outer_items(found, lines):
            found = _deeper(found, item, ids)
        return found

    return on_lines(body, edit)


def level_out(body: Body, lines: Sequence[int]) -> Body:
    """Put the items of the given lines a level higher; what follows in the same outer item goes with them."""

    def edit(found: list[Line], ids: Ids) -> list[Line]:
        for item in _outer_items(found, lines):
            found = _higher(found, item, ids)
        return found

    return on_lines(body, edit)


def numbered_from(body: Body, line: int, start: int) -> Body:
    """Let the list count from `start` at the item of `line`, which begins a list of its own there."""

    def edit(found: list[Line], ids: Ids) -> list[Line]:
        step = item_of(found[line])
        if step is None:
            return found
        first = next(index for index, other in enumerate(found) if _has_item(other, step.item))
        number = next(ids)
        return [
            replace(other, steps=tuple(_restarted(each, step.list, number, start) for each in other.steps))
            if index >= first
            else other
            for index, other in enumerate(found)
        ]

    return on_lines(body, edit)


def item_of(line: Line) -> ItemStep | None:
    """Return the innermost item a line stands in, None outside of lists."""
    index = innermost(line.steps)
    step = None if index is None else line.steps[index]
    return step if isinstance(step, ItemStep) else None


# ------------------------------------------------------------------------------------------------------------- pieces


def _is_table_caption(line: Line) -> bool:
    return isinstance(line.leaf, Caption)


def _new_item(line: Line, above: Line | None, number: int, ids: Ids, ordered: bool) -> Line:
    step = ItemStep(number, next(ids), ordered, NUMBER if ordered else BULLET)
    depth = len(line.steps)
    if above is not None and above.steps[:depth] == line.steps and len(above.steps) > depth:
        last = above.steps[depth]
        if isinstance(last, ItemStep) and last.ordered == ordered:
            step = replace(last, item=step.item, own_marker="")
    elif any(isinstance(one, CellStep) for one in line.steps):
        step = replace(step, list=next(ids)) if above is None or above.steps[:depth] != line.steps else step
    return replace(line, steps=(*line.steps, step))


def _ordered(step: object, lists: set[int], ordered: bool) -> ItemStep:
    if isinstance(step, ItemStep) and step.list in lists and step.ordered != ordered:
        return replace(step, ordered=ordered, marker=NUMBER if ordered else BULLET, start=1, own_marker="")
    return step  # type: ignore[return-value]  # any other step goes through as it is


def _outer_items(lines: Sequence[Line], chosen: Iterable[int]) -> list[int]:
    """Return the items of the chosen lines in order, without those that stand inside another of them."""
    wanted = {step.item for index in chosen if (step := item_of(lines[index]))}
    found: dict[int, None] = {}
    for index in chosen:
        step = item_of(lines[index])
        outer = [one.item for one in lines[index].steps if isinstance(one, ItemStep)][:-1]
        if step and wanted.isdisjoint(outer):
            found[step.item] = None
    return list(found)


def _has_item(line: Line, item: int) -> bool:
    return any(isinstance(step, ItemStep) and step.item == item for step in line.steps)


def _without(steps: Steps, items: Sequence[int]) -> Steps:
    return tuple(step for step in steps if not (isinstance(step, ItemStep) and step.item in items))


def _at(line: Line, item: int) -> int:
    return next(i for i, step in enumerate(line.steps) if isinstance(step, ItemStep) and step.item == item)


def _deeper(lines: list[Line], item: int, ids: Ids) -> list[Line]:
    first = next(index for index, line in enumerate(lines) if _has_item(line, item))
    depth = _at(lines[first], item)
    step, above = lines[first].steps[depth], lines[first - 1] if first else None
    assert isinstance(step, ItemStep)
    outer = (
        above.steps[depth]
        if above and above.steps[:depth] == lines[first].steps[:depth] and len(above.steps) > depth
        else None
    )
    if above is None or not isinstance(outer, ItemStep) or outer.list != step.list:
        return lines
    inner = above.steps[depth + 1] if len(above.steps) > depth + 1 else None
    fresh = replace(step, list=next(ids), start=1)
    new = replace(inner, item=step.item, own_marker=step.own_marker) if isinstance(inner, ItemStep) else fresh
    return [
        replace(line, steps=(*line.steps[:depth], outer, new, *line.steps[depth + 1 :]))
        if _has_item(line, item)
        else line
        for line in lines
    ]


def _higher(lines: list[Line], item: int, ids: Ids) -> list[Line]:
    first = next(index for index, line in enumerate(lines) if _has_item(line, item))
    depth = _at(lines[first], item)
    outside = next((i for i in reversed(range(depth)) if isinstance(lines[first].steps[i], ItemStep)), None)
    if outside is None:
        return [replace(line, steps=_without(line.steps, [item])) for line in lines]
    outer = lines[first].steps[outside]
    assert isinstance(outer, ItemStep)
    new = replace(outer, item=next(ids), own_marker="")

    def moved(index: int, line: Line) -> Line:
        if index < first or not _has_item(line, outer.item):
            return line
        rest = line.steps[depth + 1 :] if _has_item(line, item) else line.steps[outside + 1 :]
        return replace(line, steps=(*line.steps[:outside], new, *rest))

    return [moved(index, line) for index, line in enumerate(lines)]


def _restarted(step: object, old: int, number: int, start: int) -> ItemStep:
    if isinstance(step, ItemStep) and step.list == old:
        return replace(step, list=number, start=start)
    return step  # type: ignore[return-value]  # any other step goes through as it is
