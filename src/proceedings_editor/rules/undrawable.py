"""Pictures that no page can show: damaged ones, and the metafiles that only Word can draw, as its old formulas are."""

from __future__ import annotations

from typing import Final

from proceedings_editor.model.body import Figure
from proceedings_editor.rules.scope import EntryScope

_ONLY_WORD_DRAWS: Final = (".wmf", ".emf")


def is_undrawable(scope: EntryScope, figure: Figure) -> bool:
    """Whether a figure's file cannot be printed, whatever it shows; most of them are formulas."""
    unread = scope.facts.undrawable_figures.get(scope.entry.id, frozenset())
    return figure.file in unread or figure.file.lower().endswith(_ONLY_WORD_DRAWS)
