"""The plain reading of formulas: for alternative texts, copying and search."""

from __future__ import annotations

import pytest

from proceedings_editor.exporters.formula.speech import to_text
from tests.exporters.formula.table import MATHML, READINGS


@pytest.mark.parametrize(("source", "reading"), READINGS.items())
def test_a_latex_formula_reads_as_one_line(source: str, reading: str) -> None:
    assert to_text("latex", source) == reading


@pytest.mark.parametrize(("source", "reading"), MATHML.items())
def test_a_mathml_formula_reads_as_one_line(source: str, reading: str) -> None:
    assert to_text("mathml", source) == reading


def test_a_formula_of_which_nothing_is_shown_reads_as_its_source() -> None:
    assert to_text("latex", r"\phantom{x}") == r"\phantom{x}"
