"""Formulas that cannot be read are printed as they were typed: a draft must always come out, with every letter."""

from __future__ import annotations

from proceedings_editor.exporters.composition.element import InlineMath, Words
from proceedings_editor.exporters.formula import FormulaError
from proceedings_editor.model.body import FormulaSource


def is_readable(formula: FormulaSource) -> bool:
    """Return whether the writers will be able to set the formula."""
    # The formula libraries are loaded only for entries that have formulas.
    from proceedings_editor.exporters.formula.mathml import to_mathml

    try:
        to_mathml(formula.notation, formula.source)
    except FormulaError:
        return False
    return True


def inline_formula(formula: FormulaSource) -> tuple[InlineMath | Words, ...]:
    """Return a formula in a line, or its source as code."""
    return (InlineMath(formula),) if is_readable(formula) else as_typed(formula)


def as_typed(formula: FormulaSource, number: str = "") -> tuple[Words, ...]:
    """Return a formula's source on one line, its printed number behind it; () where there is neither."""
    source = " ".join(formula.source.split())
    words = (Words(source, code=True), Words(f" {number}" if source and number else number))
    return tuple(word for word in words if word.text)
