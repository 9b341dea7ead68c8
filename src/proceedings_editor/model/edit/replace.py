"""Replacing words in place: the edit of most quick fixes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from proceedings_editor.model.body import (
    Block,
    Body,
    Figure,
    Heading,
    ListBlock,
    Listing,
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
    """Return the block with the blocks inside it exchanged one for one, in the order of `walk.children`."""
    supply = iter(inner)

    def take(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(next(supply) for _ in blocks)

    match block:
        case ListBlock():
            return replace(block, items=tuple(replace(item, blocks=take(item.blocks)) for item in block.items))
        case Quotation():
            return replace(block, blocks=take(block.blocks))
        case Table():
            rows = tuple(tuple(replace(cell, blocks=take(cell.blocks)) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case _:
            raise EditError(f"{type(block).__name__} holds no blocks")
