"""Changes of whole blocks: a fact of one, joining two paragraphs, taking one out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from proceedings_editor.model.body import Block, Body, Paragraph, Quotation, Span, plain_text
from proceedings_editor.model.edit.edit import EditError, with_entry
from proceedings_editor.model.edit.replace import with_block
from proceedings_editor.model.place import Place
from proceedings_editor.model.splice import joined, spliced
from proceedings_editor.model.walk import Path
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text

_HYPHEN: Final = "-"


@dataclass(frozen=True, slots=True)
class SetBlockFact:
    """Set what a block says of itself beside its text: a heading's level, a picture's alternative text."""

    entry: str
    place: Place
    fact: str
    value: object
    label: Text

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        path = self.place.block
        return with_entry(
            workspace, self.entry, lambda entry: replace(entry, body=with_block(entry.body, path, self._set))
        )

    def _set(self, block: Block) -> Block:
        if self.fact not in type(block).__dataclass_fields__:
            raise EditError(f"{type(block).__name__} has no {self.fact}")
        changes: dict[str, Any] = {self.fact: self.value}
        return replace(block, **changes)


@dataclass(frozen=True, slots=True)
class JoinParagraphs:
    """Make one paragraph of the one at `place` and the one behind it, in the article's text or in a quotation."""

    entry: str
    place: Place
    label: Text

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        path = self.place.block
        return with_entry(workspace, self.entry, lambda entry: replace(entry, body=_among(entry.body, path, _join)))


@dataclass(frozen=True, slots=True)
class DropBlock:
    """Take a block out of the article's text or of a quotation."""

    entry: str
    place: Place
    label: Text

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        path = self.place.block
        return with_entry(workspace, self.entry, lambda entry: replace(entry, body=_among(entry.body, path, _drop)))


def _among(body: Body, path: Path, change: Callable[[Body, int], Body]) -> Body:
    """Change the blocks a block stands among."""
    if not path or path[0] >= len(body):
        raise EditError(f"no block {path}")
    if len(path) == 1:
        return change(body, path[0])
    block = body[path[0]]
    if not isinstance(block, Quotation):
        raise EditError(f"{type(block).__name__} is no place for this")
    inner = replace(block, blocks=_among(block.blocks, path[1:], change))
    return (*body[: path[0]], inner, *body[path[0] + 1 :])


def _drop(body: Body, index: int) -> Body:
    return (*body[:index], *body[index + 1 :])


def _join(body: Body, index: int) -> Body:
    match body[index : index + 2]:
        case (Paragraph() as first, Paragraph() as second):
            return (*body[:index], _joined(first, second), *body[index + 2 :])
        case _:
            raise EditError(f"no two paragraphs at {index}")


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """A word that was broken at the paragraph's end is put together without its hyphen."""
    before, behind = plain_text(first.text), plain_text(second.text)
    kept = len(before.rstrip())
    broken = kept > 1 and before[kept - 1] == _HYPHEN and before[kept - 2].isalpha()
    begin = spliced(first.text, kept - broken, len(before), "")
    end = spliced(second.text, 0, len(behind) - len(behind.lstrip()), "")
    return replace(first, text=joined((*begin, Span("" if broken else " "), *end)))
