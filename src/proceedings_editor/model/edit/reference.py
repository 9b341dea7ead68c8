"""Moving items of the reference list and taking them out; the citations in the text follow in the same step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from proceedings_editor.language.citation import find_citations, renumber
from proceedings_editor.model.body import (
    Block,
    Body,
    Figure,
    Heading,
    Listing,
    Note,
    Paragraph,
    RichText,
    Run,
    Table,
    plain_text,
)
from proceedings_editor.model.edit.edit import EditError, with_entry
from proceedings_editor.model.edit.replace import with_children
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.splice import spliced
from proceedings_editor.model.walk import children
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text

TextChange = Callable[[RichText], RichText]


@dataclass(frozen=True, slots=True)
class ReorderReferences:
    """Give the reference list another order; `order` names the old places, and what it leaves out goes.

    The number of a source that went becomes "?" in a citation, which the rules then find.
    """

    entry: str
    order: tuple[int, ...]
    label: Text
    place: Place

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        form = workspace.template.citations.form
        return with_entry(workspace, self.entry, lambda entry: self._change(entry, form))

    def _change(self, entry: Entry, form: str) -> Entry:
        count = len(entry.references)
        if len(set(self.order)) != len(self.order) or not all(0 <= old < count for old in self.order):
            raise EditError(f"no such order of {count} references: {self.order}")
        return _reordered(entry, self.order, {}, form)


@dataclass(frozen=True, slots=True)
class MergeReferences:
    """Take the item `gone` out of the reference list, which names the same source as `kept`; both count from 0.

    What cited the one cites the other.
    """

    entry: str
    kept: int
    gone: int
    label: Text
    place: Place

    def apply(self, workspace: Workspace) -> Workspace:
        """See `Edit.apply`."""
        form = workspace.template.citations.form
        return with_entry(workspace, self.entry, lambda entry: self._change(entry, form))

    def _change(self, entry: Entry, form: str) -> Entry:
        count = len(entry.references)
        if self.kept == self.gone or max(self.kept, self.gone) >= count:
            raise EditError(f"no two of {count} references: {self.kept}, {self.gone}")
        order = tuple(index for index in range(count) if index != self.gone)
        return _reordered(entry, order, {self.gone + 1: order.index(self.kept) + 1}, form)


def _reordered(entry: Entry, order: tuple[int, ...], instead: dict[int, int], form: str) -> Entry:
    """Give the list another order; `instead` are the new numbers of what is cited for items that go."""
    numbers: dict[int, int | None] = dict.fromkeys(range(1, len(entry.references) + 1))
    numbers |= {old + 1: new for new, old in enumerate(order, start=1)} | instead
    moved = {old: new for old, new in numbers.items() if old != new}
    references = tuple(entry.references[old] for old in order)
    body = with_texts(entry.body, lambda text: _renumbered(text, moved, form)) if moved else entry.body
    return replace(entry, references=references, body=body)


def with_texts(body: Body, change: TextChange) -> Body:
    """Return the body with every text changed, those of notes too; what does not change stays the same object."""
    changed = tuple(_with_texts(block, change) for block in body)
    return body if all(new is old for new, old in zip(changed, body, strict=True)) else changed


def _with_texts(block: Block, change: TextChange) -> Block:
    inner = children(block)
    within = with_texts(inner, change) if inner else inner
    if within is not inner:
        block = with_children(block, within)
    match block:
        case Paragraph(text=text) | Heading(text=text):
            new = _with_notes(text, change)
            return block if new is text else replace(block, text=new)
        case Table(caption=text) | Figure(caption=text) | Listing(caption=text):
            new = _with_notes(text, change)
            return block if new is text else replace(block, caption=new)
        case _:
            return block


def _with_notes(text: RichText, change: TextChange) -> RichText:
    runs: tuple[Run, ...] = tuple(_with_note(run, change) if isinstance(run, Note) else run for run in text)
    same = all(new is old for new, old in zip(runs, text, strict=True))
    return change(text if same else runs)


def _with_note(note: Note, change: TextChange) -> Note:
    blocks = with_texts(note.blocks, change)
    return note if blocks is note.blocks else Note(blocks)


def _renumbered(text: RichText, moved: dict[int, int | None], form: str) -> RichText:
    """Rewrite the citations from the last to the first, so that places stay true."""
    words = plain_text(text)
    for citation in reversed(find_citations(words, form)):
        if moved.keys().isdisjoint(citation.sources):
            continue
        old = words[citation.start : citation.end]
        new = renumber(old, moved, form)
        if new != old:
            text = spliced(text, citation.start, citation.end, new)
    return text
