"""Keeping the objects of what did not change, so that comparing and remembering bodies stays cheap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from proceedings_editor.model.body import (
    Block,
    Body,
    Cell,
    Figure,
    Heading,
    ListBlock,
    Listing,
    ListItem,
    Paragraph,
    Quotation,
    RichText,
    Table,
)
from proceedings_editor.model.splice import joined

_T = TypeVar("_T")


def shared(old: Body, new: Body) -> Body:
    """Return `new` made of the objects of `old` wherever the two say the same."""
    found = _aligned(old, new, shared_block)
    return old if len(found) == len(old) and all(a is b for a, b in zip(found, old, strict=True)) else found


def shared_block(old: Block, new: Block) -> Block:
    """Return `old` where the two say the same, else `new` with the parts they have in common.

    Two texts say the same when their canonical forms are equal: an editor cannot see where equal spans were parted.
    """
    if old is new or old == new:
        return old
    match old, new:
        case (Paragraph() | Heading(), Paragraph() | Heading()) if type(old) is type(new):
            return old if replace(old, text=joined(old.text)) == new else new
        case (Figure(), Figure()) | (Listing(), Listing()):
            return _caption_shared(old, new)
        case Quotation(), Quotation():
            return _kept(old, replace(new, blocks=shared(old.blocks, new.blocks)))
        case ListBlock(), ListBlock():
            return _kept(old, replace(new, items=_aligned(old.items, new.items, _shared_item)))
        case Table(), Table():
            return _shared_table(old, new)
        case _:
            return new


def canonical(text: RichText) -> RichText:
    """Return the canonical form of a text; the same object where it is canonical."""
    found = joined(text)
    return text if found == text else found


def _kept(old: _T, new: _T) -> _T:
    return old if old == new else new


def _caption_shared(old: Block, new: Block) -> Block:
    assert isinstance(old, Figure | Listing)
    return old if replace(old, caption=joined(old.caption)) == new else new


def _shared_item(old: ListItem, new: ListItem) -> ListItem:
    if old is new or old == new:
        return old
    return _kept(old, replace(new, blocks=shared(old.blocks, new.blocks)))


def _shared_table(old: Table, new: Table) -> Table:
    if [len(row) for row in old.rows] == [len(row) for row in new.rows]:
        pairs = zip(old.rows, new.rows, strict=True)
        rows = tuple(_kept_row(before, tuple(map(_shared_cell, before, after))) for before, after in pairs)
        new = replace(new, rows=rows)
    if joined(old.caption) == new.caption:
        new = replace(new, caption=old.caption)
    return _kept(old, new)


def _kept_row(old: tuple[Cell, ...], new: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return old if all(a is b for a, b in zip(old, new, strict=True)) else new


def _shared_cell(old: Cell, new: Cell) -> Cell:
    if old is new or old == new:
        return old
    return _kept(old, replace(new, blocks=shared(old.blocks, new.blocks)))


def _aligned(old: Sequence[_T], new: Sequence[_T], one: Callable[[_T, _T], _T]) -> tuple[_T, ...]:
    """Share a common beginning, a common end, and what stands between one by one where the lengths agree."""
    head: list[_T] = []
    while len(head) < min(len(old), len(new)):
        index = len(head)
        if (found := one(old[index], new[index])) is not old[index]:
            break
        head.append(found)
    tail: list[_T] = []
    most = min(len(old), len(new)) - len(head)
    while len(tail) < most:
        index = -1 - len(tail)
        if (found := one(old[index], new[index])) is not old[index]:
            break
        tail.append(found)
    before, after = old[len(head) : len(old) - len(tail)], new[len(head) : len(new) - len(tail)]
    same = len(before) == len(after)
    middle = [one(a, b) for a, b in zip(before, after, strict=True)] if same else list(after)
    return (*head, *middle, *reversed(tail))
