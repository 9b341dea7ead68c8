"""Giving a formula its number or taking it away; mentions of the formulas behind it follow in the same step."""

from __future__ import annotations

from dataclasses import dataclass, replace

from proceedings_editor.language.mention import FORMULA, find_mentions
from proceedings_editor.language.mention import renumber as renumbered
from proceedings_editor.model.body import Block, Body, DisplayFormula, RichText, plain_text
from proceedings_editor.model.edit.edit import EditError, with_entry
from proceedings_editor.model.edit.reference import with_texts
from proceedings_editor.model.edit.replace import with_block
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.splice import spliced
from proceedings_editor.model.walk import walk
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class SetNumbered:
    """Number the formula at `place`, or print it without a number."""

    entry: str
    place: Place
    numbered: bool
    label: Text

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        return with_entry(workspace, self.entry, self._change)

    def _change(self, entry: Entry) -> Entry:
        before = _numbers(entry.body)
        body = with_block(entry.body, self.place.block, self._in_block)
        after = _numbers(body)
        moved = {old: after.get(path) for path, old in before.items() if after.get(path) != old}
        return replace(entry, body=with_texts(body, lambda text: _following(text, moved)) if moved else body)

    def _in_block(self, block: Block) -> Block:
        if not isinstance(block, DisplayFormula):
            raise EditError(f"{type(block).__name__} is no formula")
        return replace(block, numbered=self.numbered)


def _numbers(body: Body) -> dict[tuple[int, ...], int]:
    """Return the numbers of the formulas by their paths."""
    numbered = (path for path, block in walk(body) if isinstance(block, DisplayFormula) and block.numbered)
    return {path: number for number, path in enumerate(numbered, start=1)}


def _following(text: RichText, moved: dict[int, int | None]) -> RichText:
    words = plain_text(text)
    for mention in reversed(find_mentions(words)):
        if mention.kind == FORMULA and not moved.keys().isdisjoint(mention.numbers):
            old = words[mention.start : mention.end]
            text = spliced(text, mention.start, mention.end, renumbered(old, FORMULA, moved))
    return text
