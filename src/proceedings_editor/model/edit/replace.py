"""Replacing words in place: the edit of most quick fixes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from operator import is_
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
    Table,
)
from proceedings_editor.model.edit.edit import EditError, with_entry
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.path import value_at, with_value
from proceedings_editor.model.place import Place
from proceedings_editor.model.splice import spliced
from proceedings_editor.model.walk import Path, children, text_of
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text

_Holder = TypeVar("_Holder", ListItem, Quotation, Cell)


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Replace the characters of a place (a block's text, a reference, a field of one line) by `words`."""

    entry: str
    place: Place
    words: str
    label: Text

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        return with_entry(workspace, self.entry, self._change)

    def _change(self, entry: Entry) -> Entry:
        if self.place.block:
            return replace(entry, body=with_block(entry.body, self.place.block, self._in_block))
        return self._in_field(entry)

    def _in_block(self, block: Block) -> Block:
        text = spliced(text_of(block), self.place.start, self.place.end, self.words)
        match block:
            case Paragraph() | Heading():
                return replace(block, text=text)
            case Table() | Figure() | Listing():
                return replace(block, caption=text)
            case _:
                raise EditError(f"{type(block).__name__} has no text of its own")

    def _in_field(self, entry: Entry) -> Entry:
        try:
            value = value_at(entry, self.place.field)
        except (LookupError, ValueError) as error:
            raise EditError(f"no field {self.place.field}") from error
        changed: object
        match value:
            case str():
                changed = value[: self.place.start] + self.words + value[self.place.end :]
            case Reference():
                changed = Reference(spliced(value.text, self.place.start, self.place.end, self.words))
            case _:
                raise EditError(f"{self.place.field} is no text")
        result: Entry = with_value(entry, self.place.field, changed)
        return result


def with_block(body: Body, path: Path, change: Callable[[Block], Block]) -> Body:
    """Return the body with the block at `path` changed.

    Raises:
        EditError: the body has no such block.
    """
    index, rest = path[0], path[1:]
    if index >= len(body):
        raise EditError(f"no block {path}")
    block = body[index]
    if rest:
        inner = with_block(children(block), rest, change)
        changed = with_children(block, inner)
    else:
        changed = change(block)
    return (*body[:index], changed, *body[index + 1 :])


def with_children(block: Block, inner: tuple[Block, ...]) -> Block:
    """Return the block with the blocks inside it exchanged one for one, in the order of `walk.children`.

    Items and cells in which nothing is exchanged stay the same objects.
    """
    supply = iter(inner)

    def filled(holder: _Holder) -> _Holder:
        blocks = tuple(islice(supply, len(holder.blocks)))
        return holder if all(map(is_, blocks, holder.blocks)) else replace(holder, blocks=blocks)

    match block:
        case ListBlock():
            return replace(block, items=tuple(map(filled, block.items)))
        case Quotation():
            return filled(block)
        case Table():
            return replace(block, rows=tuple(tuple(map(filled, row)) for row in block.rows))
        case _:
            raise EditError(f"{type(block).__name__} holds no blocks")
