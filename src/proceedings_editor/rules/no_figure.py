"""Pictures that are no figures, and pictures no page can show: damaged ones, and the metafiles only Word can draw."""

from __future__ import annotations

from typing import Final

from proceedings_editor.model.body import Figure
from proceedings_editor.rules.scope import EntryScope

_ONLY_WORD_DRAWS: Final = (".wmf", ".emf")


_DPI: Final = 96
"""Of a picture that does not say; what Word assumes."""
_CM_PER_INCH: Final = 2.54
_LINE: Final = 1.2
"""Centimetres; what is no higher is a formula or a sign of one, pasted as a picture."""


def is_as_small_as_a_formula(scope: EntryScope, figure: Figure) -> bool:
    """Whether a picture is so low at its own size that it can hardly be a figure."""
    picture = scope.facts.pictures.get(scope.entry.id, {}).get(figure.file)
    if picture is None or figure.caption or not picture.width:
        return False
    width = figure.width or picture.width / (picture.dpi or _DPI) * _CM_PER_INCH
    return 0 < width * picture.height / picture.width <= _LINE


def is_undrawable(scope: EntryScope, figure: Figure) -> bool:
    """Whether a figure's file cannot be printed, whatever it shows; most of them are formulas."""
    unread = scope.facts.undrawable_figures.get(scope.entry.id, frozenset())
    return figure.file in unread or figure.file.lower().endswith(_ONLY_WORD_DRAWS)


def is_no_figure(scope: EntryScope, figure: Figure) -> bool:
    """Whether a figure of the body is most likely a formula; FIG002 asks about it, and it is not counted."""
    if figure.caption:
        return False
    return is_undrawable(scope, figure) or is_as_small_as_a_formula(scope, figure)
