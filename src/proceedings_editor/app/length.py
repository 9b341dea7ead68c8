"""How long an article is: words and characters, counted again only where it changed."""

from __future__ import annotations

from dataclasses import dataclass

from proceedings_editor.model.body import Block, Body, plain_text
from proceedings_editor.model.walk import texts


@dataclass(frozen=True, slots=True)
class Length:
    """Words, and characters with the spaces between them."""

    words: int = 0
    characters: int = 0


class LengthCounter:
    """Counts a body; blocks that were there the last time are not read again."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Block, Length]] = {}  # the block is kept, so that its id stays its own

    def count(self, body: Body) -> Length:
        """Return the length of everything that can be read in it: text, captions, cells; footnotes are left out."""
        known = self._known
        self._known = {id(block): known.get(id(block)) or (block, _length(block)) for block in body}
        lengths = [self._known[id(block)][1] for block in body]
        return Length(sum(one.words for one in lengths), sum(one.characters for one in lengths))


def _length(block: Block) -> Length:
    parts = [plain_text(text) for _, text in texts((block,))]
    return Length(sum(len(part.split()) for part in parts), sum(map(len, parts)))
