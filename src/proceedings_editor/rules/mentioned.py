"""Mentions of figures, tables and formulas in a passage, found once for the rules about their numbers."""

from __future__ import annotations

from proceedings_editor.language.mention import Mention, find_mentions
from proceedings_editor.rules.passage import Passage


def mentioned(passage: Passage) -> tuple[Mention, ...]:
    """Return the mentions of a passage; ask with `passage.once(mentioned)`."""
    return find_mentions(passage.prose())
