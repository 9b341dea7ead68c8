"""Misread text of a passage: what CHAR003 finds, and others do not count as words."""

from __future__ import annotations

from proceedings_editor.language.misreading import HINTS, Misreading, find_misreading
from proceedings_editor.rules.passage import Passage


def misreading(passage: Passage) -> Misreading | None:
    """Return what is misread in a passage; ask with `passage.once(misreading)`."""
    return None if HINTS.isdisjoint(passage.characters()) else find_misreading(passage.prose())
