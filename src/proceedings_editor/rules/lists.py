"""The lists of an article as rules look at them: each with its index path, its depth, and what stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proceedings_editor.model.body import Block, Body, ListBlock, ListItem, Paragraph, plain_text
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import Path, children, text_of, walk
from proceedings_editor.rules.scope import EntryScope


@dataclass(frozen=True, slots=True)
class FoundList:
    """One list.

    Attributes:
        depth: Lists around it.
        before, after: The block before and behind it in the same text, None at the ends.
    """

    path: Path
    block: ListBlock
    depth: int
    before: Block | None = None
    after: Block | None = None

    def first_words(self, index: int) -> tuple[Place, str]:
        """Return where an item's first words stand, and the words; the list and "" for an item without any."""
        skipped = sum(len(item.blocks) for item in self.block.items[:index])
        for inner, block in walk(self.block.items[index].blocks):
            if words := plain_text(text_of(block)):
                return Place(block=(*self.path, skipped + inner[0], *inner[1:]), end=len(words)), words
        return Place(block=self.path), ""

    def words(self, index: int) -> str:
        """Return the words of an item's first paragraph, "" where it begins with something else."""
        blocks = self.block.items[index].blocks
        return plain_text(blocks[0].text) if blocks and isinstance(blocks[0], Paragraph) else ""

    def marker(self, item: ListItem) -> str:
        """Return the marker typed before an item."""
        return item.marker or self.block.marker


def lists_of(scope: EntryScope) -> tuple[FoundList, ...]:
    """Return the lists of the article that have items, outer ones first; worked out once for all rules."""
    return scope.once(_lists)


def _lists(scope: EntryScope) -> tuple[FoundList, ...]:
    return tuple(_found(scope.entry.body, (), 0))


def _found(body: Body, above: Path, depth: int) -> Iterator[FoundList]:
    for index, block in enumerate(body):
        path, inside = (*above, index), children(block)
        if isinstance(block, ListBlock) and block.items:
            before = body[index - 1] if index else None
            after = body[index + 1] if index + 1 < len(body) else None
            yield FoundList(path, block, depth, before, after)
        if inside:
            yield from _found(inside, path, depth + isinstance(block, ListBlock))
