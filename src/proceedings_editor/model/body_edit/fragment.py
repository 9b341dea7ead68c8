"""Parts of a body: taking them out, copying them, putting blocks in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from proceedings_editor.model.body import Block, Body, Heading, Listing, Paragraph, RichText, Table, plain_text
from proceedings_editor.model.body_edit.line import (
    FILLER,
    Caption,
    Filler,
    Ids,
    ItemStep,
    Leaf,
    Line,
    Steps,
    body_of,
    lines_of,
    lines_of_block,
    text_of_leaf,
    with_text,
)
from proceedings_editor.model.body_edit.spot import Result, Spot, Stretch, on_lines
from proceedings_editor.model.body_edit.style import rich_of
from proceedings_editor.model.body_edit.text import cut
from proceedings_editor.model.splice import joined


def copied(body: Body, start: Spot, end: Spot) -> Body:
    """Return what stands between two spots; a table of which cells are chosen is copied whole."""
    lines = lines_of(body)
    chosen = [_part(line, index, start, end) for index, line in enumerate(lines[: end.line + 1]) if index >= start.line]
    if start.line == end.line and text_of_leaf(lines[start.line].leaf) is not None:
        text = text_of_leaf(chosen[0].leaf) or ()
        return (Paragraph(text),) if text else ()
    return tuple(block for block in body_of(_with_whole_captions(chosen)) if block != Paragraph() or len(chosen) > 1)


def pasted(body: Body, spot: Spot, fragment: Body) -> Result:
    """Put blocks in at a spot: a single paragraph joins the line, several part it."""
    if not fragment:
        return Result(body, spot)
    size = 0

    def edit(lines: list[Line], ids: Ids) -> list[Line]:
        nonlocal size
        line = lines[spot.line]
        before, inner, after = _parted(line, spot.offset, fragment, ids)
        new = [*before, *inner, *after]
        size = _caret_line(before, inner)
        return [*lines[: spot.line], *new, *lines[spot.line + 1 :]]

    single = _single(lines_of(body)[spot.line], fragment)
    if single is not None:
        return _inline(body, spot, single)
    if any(isinstance(block, Table) for block in fragment) and lines_of(body)[spot.line].steps:
        return _behind(body, spot, fragment)
    changed = on_lines(body, edit)
    return Result(changed, _end_of(changed, spot.line + size, spot, body))


def beside(body: Body, spot: Spot, fragment: Body) -> Result:
    """Put blocks beside the line of a spot, so that no sentence is torn: before it at its beginning, else behind it.

    An empty line gives them its place.
    """
    text = text_of_leaf(lines_of(body)[spot.line].leaf)
    whole = spot if text is None or not spot.offset else Spot(spot.line, len(plain_text(text)))
    return pasted(body, whole, fragment)


def with_block_behind(body: Body, index: int, block: Block) -> Body:
    """Put a block behind the one with this index; -1 for the beginning."""
    return (*body[: index + 1], block, *body[index + 1 :])


def without_blocks(body: Body, first: int, last: int) -> Body:
    """Remove whole blocks."""
    return (*body[:first], *body[last + 1 :])


def moved(body: Body, first: int, last: int, by: int) -> Body:
    """Move the blocks `first` to `last` up (`by` < 0) or down, as far as there is room."""
    rest = without_blocks(body, first, last)
    at = min(max(first + by, 0), len(rest))
    return (*rest[:at], *body[first : last + 1], *rest[at:])


def without_lines(body: Body, lines: Sequence[int]) -> Body:
    """Remove whole lines; a figure or listing goes with its caption."""
    gone = frozenset(lines)

    def edit(found: list[Line], _ids: Ids) -> list[Line]:
        kept: list[Line] = []
        for index, line in enumerate(found):
            orphan = isinstance(line.leaf, Caption) and line.leaf.of != "table" and index - 1 in gone
            if index not in gone and not orphan:
                kept.append(line)
        return kept

    return on_lines(body, edit)


def emptied(body: Body, stretches: Sequence[Stretch]) -> Body:
    """Take the stretches out of their lines; objects that are wholly inside go, program text loses its letters."""
    parts = {stretch.line: stretch for stretch in stretches}

    def one(index: int, line: Line) -> Line:
        part = parts.get(index)
        text = text_of_leaf(line.leaf)
        if part is None:
            return line
        if isinstance(line.leaf, Listing):
            words = line.leaf.text
            return replace(line, leaf=replace(line.leaf, text=words[: part.start] + words[part.end :]))
        if text is None:
            return replace(line, leaf=FILLER) if part.end > part.start else line
        return replace(line, leaf=with_text(line.leaf, joined((*cut(text, 0, part.start), *cut(text, part.end)))))

    return on_lines(body, lambda lines, _ids: [one(index, line) for index, line in enumerate(lines)])


# ------------------------------------------------------------------------------------------------------------- pieces


def _part(line: Line, index: int, start: Spot, end: Spot) -> Line:
    first = start.offset if index == start.line else 0
    last = end.offset if index == end.line else None
    text = text_of_leaf(line.leaf)
    if isinstance(line.leaf, Listing):
        return replace(line, leaf=replace(line.leaf, text=line.leaf.text[first:last]))
    if text is None:
        return line
    return replace(line, leaf=with_text(line.leaf, cut(text, first, last)))


def _with_whole_captions(lines: Sequence[Line]) -> list[Line]:
    """Drop the caption of a table that itself is not among the lines, so that it is a paragraph."""
    return [
        replace(line, leaf=Paragraph(line.leaf.text))
        if isinstance(line.leaf, Caption) and not _has_target(lines, index)
        else line
        for index, line in enumerate(lines)
    ]


def _has_target(lines: Sequence[Line], index: int) -> bool:
    leaf = lines[index].leaf
    assert isinstance(leaf, Caption)
    other = index + 1 if leaf.of == "table" else index - 1
    return 0 <= other < len(lines)


def _single(line: Line, fragment: Body) -> RichText | None:
    """Return the text that simply joins the line: one paragraph, or anything put into a caption or program text."""
    if len(fragment) == 1 and isinstance(fragment[0], Paragraph) and (text_of_leaf(line.leaf) is not None):
        return fragment[0].text
    if isinstance(line.leaf, Listing) and len(fragment) == 1 and isinstance(fragment[0], Paragraph | Listing):
        return rich_of(fragment[0])
    return None


def _inline(body: Body, spot: Spot, runs: RichText) -> Result:
    def edit(lines: list[Line], _ids: Ids) -> list[Line]:
        line = lines[spot.line]
        if isinstance(line.leaf, Listing):
            words = line.leaf.text
            new = words[: spot.offset] + plain_text(runs) + words[spot.offset :]
            lines[spot.line] = replace(line, leaf=replace(line.leaf, text=new))
            return lines
        text = text_of_leaf(line.leaf) or ()
        full = joined((*cut(text, 0, spot.offset), *runs, *cut(text, spot.offset)))
        lines[spot.line] = replace(line, leaf=with_text(line.leaf, full))
        return lines

    return Result(on_lines(body, edit), Spot(spot.line, spot.offset + len(plain_text(runs))))


def _behind(body: Body, spot: Spot, fragment: Body) -> Result:
    """Put the blocks behind the outermost block of the line: tables stand in no other block."""
    lines = lines_of(body)
    top = lines[spot.line].path[0]
    behind = (*body[: top + 1], *fragment, *body[top + 1 :])
    return Result(behind, Spot(len(lines_of(behind[: top + 1 + len(fragment)])) - 1))


def _parted(line: Line, offset: int, fragment: Body, ids: Ids) -> tuple[list[Line], list[Line], list[Line]]:
    """Return the lines before, of and behind the fragment that stand in the place of `line`."""
    text = text_of_leaf(line.leaf)
    inner = [found for index, block in enumerate(fragment) for found in lines_of_block(block, (index,), ids)]
    steps = _outside(line.steps, inner)
    inner = [replace(found, steps=(*steps, *found.steps)) for found in inner]
    if text is None or isinstance(line.leaf, Caption):
        return ([], inner, [line]) if not offset and not isinstance(line.leaf, Caption) else ([line], inner, [])
    head, tail = cut(text, 0, offset), cut(text, offset)
    before = [replace(line, leaf=_head(line.leaf, head))] if head else []
    after = [replace(line, leaf=_tail(line.leaf, tail), opens=())] if tail else []
    if before and isinstance(inner[0].leaf, Paragraph) and inner[0].steps == steps:
        before, inner = [_appended(before[0], inner[0])], inner[1:]
    if after and inner and isinstance(inner[-1].leaf, Paragraph) and inner[-1].steps == steps:
        joined_text = joined((*inner[-1].leaf.text, *tail))
        inner, after = [*inner[:-1], replace(inner[-1], leaf=replace(inner[-1].leaf, text=joined_text))], []
    if not (before or inner or after):
        return [replace(line, leaf=Paragraph())], [], []
    return before, inner, after


def _outside(steps: Steps, inner: Sequence[Line]) -> Steps:
    """Return the containers the fragment goes into: items put into an item become its neighbours' neighbours."""
    if (
        steps
        and isinstance(steps[-1], ItemStep)
        and inner
        and inner[0].steps
        and isinstance(inner[0].steps[0], ItemStep)
    ):
        return steps[:-1]
    return steps


def _head(leaf: Leaf, text: RichText) -> Leaf:
    return with_text(leaf, text)


def _tail(leaf: Leaf, text: RichText) -> Leaf:
    return Paragraph(text) if isinstance(leaf, Filler) else with_text(leaf, text)


def _appended(line: Line, other: Line) -> Line:
    text = text_of_leaf(line.leaf) or ()
    assert isinstance(other.leaf, Paragraph | Heading)
    return replace(line, leaf=with_text(line.leaf, joined((*text, *other.leaf.text))))


def _caret_line(before: Sequence[Line], inner: Sequence[Line]) -> int:
    return max(len(before) + len(inner) - 1, 0)


def _end_of(body: Body, line: int, spot: Spot, old: Body) -> Spot:
    """Return the end of what was put in, without the old text that now stands behind it in the same line.

    Behind an object, where nothing can be typed, that is the line that follows it, or the far side of its sign.
    """
    lines = lines_of(body)
    line = min(line, len(lines) - 1)
    old_text = text_of_leaf(lines_of(old)[spot.line].leaf) or ()
    tail = len(plain_text(old_text)) - spot.offset
    if text_of_leaf(lines[line].leaf) is None and not isinstance(lines[line].leaf, Listing):
        goes_on = tail > 0 or any(below.leaf == FILLER for below in lines[line + 1 : line + 2])
        return Spot(line + 1) if goes_on else Spot(line, 1)
    here = len(plain_text(text_of_leaf(lines[line].leaf) or ()))
    new_text = plain_text(text_of_leaf(lines[line].leaf) or ())
    ends_so = tail > 0 and new_text.endswith(plain_text(old_text)[spot.offset :])
    return Spot(line, here - tail if ends_so else here)
