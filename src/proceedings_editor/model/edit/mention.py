"""Mentions of figures, tables and formulas that follow the numbers of what they mention."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from proceedings_editor.language.mention import FIGURE, FORMULA, TABLE, find_mentions, renumber
from proceedings_editor.model.body import Block, Body, DisplayFormula, Figure, RichText, Table, plain_text
from proceedings_editor.model.edit.reference import with_texts
from proceedings_editor.model.splice import spliced
from proceedings_editor.model.walk import walk

Moved = Mapping[str, Mapping[int, int | None]]
"""Kind -> number before -> number now, None for what is gone; only numbers that changed."""

_NONE: Final[Mapping[int, Block]] = MappingProxyType({})


def with_mentions_of(before: Body, after: Body, exchanged: Mapping[int, Block] = _NONE) -> Body:
    """Return a changed body in which mentions follow the numbers of figures, tables and formulas.

    Meant for edits that put something in or exchange it. A mention of what is found in neither is left as it is.

    Args:
        before: The body as it was.
        after: The body as it is to be; what did not change is the same objects.
        exchanged: Identity of a block -> the one in its place.
    """
    moved = {kind: _moved(before, after, kind, exchanged) for kind in (FIGURE, TABLE, FORMULA)}
    return with_texts(after, lambda text: _following(text, moved)) if any(moved.values()) else after


def _moved(before: Body, after: Body, kind: str, exchanged: Mapping[int, Block]) -> dict[int, int | None]:
    old, new = _numbers(before, kind), _numbers(after, kind)
    gone, come = [key for key in old if key not in new], [key for key in new if key not in old]
    same = {key: key for key in old if key in new}
    if len(gone) == len(come):  # a table in whose cell something changed is another object
        same |= zip(gone, come, strict=True)
    same |= {key: id(block) for key, block in exchanged.items() if key in old}
    return {old[key]: new.get(now) for key, now in same.items() if new.get(now) != old[key]}


def _numbers(body: Body, kind: str) -> dict[int, int]:
    """Return the numbers of the blocks of a kind by their identities."""
    counted = (block for _, block in walk(body) if _kind_of(block) == kind)
    return {id(block): number for number, block in enumerate(counted, start=1)}


def _kind_of(block: Block) -> str:
    match block:
        case Figure():
            return FIGURE
        case Table():
            return TABLE
        case DisplayFormula(numbered=True):
            return FORMULA
        case _:
            return ""


def _following(text: RichText, moved: Moved) -> RichText:
    words = plain_text(text)
    for mention in reversed(find_mentions(words)):
        numbers = moved.get(mention.kind, {})
        if not numbers.keys().isdisjoint(mention.numbers):
            old = words[mention.start : mention.end]
            text = spliced(text, mention.start, mention.end, renumber(old, mention.kind, numbers))
    return text
