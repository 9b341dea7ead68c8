"""Formulas: LaTeX or MathML in; MathML, OMML, an outline drawing and a plain-text reading out.

Every door takes a formula as `notation` ("latex" or "mathml") and `source`, raises `FormulaError` and nothing else, and
reads the source the same way: `mathml.to_mathml` makes one canonical tree that `omml.to_omml`, `drawing.to_drawing` and
`speech.to_text` render. The formula libraries (and lxml) are not imported with this package but with the doors.
"""

from __future__ import annotations

from proceedings_editor.exporters.formula.error import FormulaError

__all__ = ["FormulaError"]
