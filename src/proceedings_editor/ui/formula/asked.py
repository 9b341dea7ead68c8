"""What the dialog of a formula asks and answers."""

from __future__ import annotations

from dataclasses import dataclass

from proceedings_editor.model.body import FormulaSource


@dataclass(frozen=True, slots=True)
class AskedFormula:
    """A formula as it is wanted.

    Attributes:
        display: It stands in a line of its own.
        numbered: It has a number; only in a line of its own.
    """

    source: FormulaSource
    display: bool = False
    numbered: bool = False
