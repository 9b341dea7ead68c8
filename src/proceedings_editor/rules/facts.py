"""Facts from outside the workspace, gathered by `app`; an absent fact means that no rule says anything about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules may know beyond the workspace.

    Attributes:
        pages: Entry id -> number of laid-out article pages.
        missing_figures: Entry id -> names of figure files that are not in its folder; absent when nobody looked.
        book: The collection is being assembled into the book, so its numbers must have no gaps.
    """

    pages: Mapping[str, int] = field(default_factory=dict)
    missing_figures: Mapping[str, frozenset[str]] = field(default_factory=dict)
    book: bool = False
