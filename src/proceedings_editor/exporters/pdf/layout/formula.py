"""Formulas on lines of their own: in the middle of the column, the number at its right edge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from proceedings_editor.exporters.composition.element import FormulaElement, Words
from proceedings_editor.exporters.formula.speech import to_text
from proceedings_editor.exporters.pdf.box import formula_size
from proceedings_editor.exporters.pdf.layout.column import POINTS_PER_CM, Column
from proceedings_editor.exporters.pdf.layout.line import Line
from proceedings_editor.exporters.pdf.layout.paragraph import metrics_of, set_paragraph
from proceedings_editor.exporters.pdf.layout.sheet import Anchor, Sheet
from proceedings_editor.exporters.pdf.layout.slug import WHOLE, Slug, anchored
from proceedings_editor.exporters.pdf.placed import FormulaMark
from proceedings_editor.model.place import Place

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.layout.flow import Flow

_SHARES: Final = {"left": 0.0, "right": 1.0}
_SMALLEST: Final = 0.1
_NUMBER_SHARE: Final = 0.35
"""Of a column, that a number beside the formula takes at most, with the space between the two."""


@dataclass(slots=True, kw_only=True)
class Formula(Slug):
    """A formula whose baseline begins at `x` and lies `depth` below the upper edge, and the line of its number."""

    mark: FormulaMark
    x: float
    depth: float
    width: float
    number: Line | None
    source: Place

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw formula and number, both on one baseline."""
        sheet.anchors(self.anchors, top)
        sheet.formula(self.mark, x + self.x, top - self.depth)
        if self.number is not None:
            self.number.draw(sheet, x, top - self.depth + self.number.depth)
        sheet.spot(x + self.x, top - self.height, self.width, self.height, self.source)


def set_formula(flow: Flow, element: FormulaElement, column: Column, node: int) -> list[Slug]:
    """Return the slug of a formula; one that is too wide is drawn smaller.

    Raises:
        FormulaError: It cannot be drawn.
    """
    look, formula = element.look, element.formula
    inside = column.indented(look.left * POINTS_PER_CM, look.right * POINTS_PER_CM)
    own = flow.tree.add("P", node)
    drawn = flow.tree.figure(own, "Formula", to_text(formula.notation, formula.source))
    number, below_it = _number(flow, element, inside, own)
    beside = number.width + look.size if number else 0.0
    centred = look.align not in _SHARES
    room = inside.width - beside * (2 if centred else 1)
    size = _fitting_size(element, room, column.height)
    width, height, depth = formula_size(formula.notation, formula.source, size, True)
    above, below = metrics_of(flow, look)
    above, below = max(above, height), max(below, depth)
    free = inside.width - width - (0.0 if centred else beside)
    slug = Formula(
        height=above + below,
        before=column.space(look.space_before),
        after=column.space(look.space_after),
        mark=FormulaMark(drawn, 0, 0, formula.notation, formula.source, size),
        x=inside.left + free * _SHARES.get(look.align, 0.5),
        depth=above,
        width=width,
        number=number,
        source=element.source,
    )
    if below_it:
        slug.tie = WHOLE
    return anchored([slug, *below_it], Anchor(element.bookmark))


def _fitting_size(element: FormulaElement, width: float, height: float) -> float:
    formula, size = element.formula, element.look.size
    wide, above, below = formula_size(formula.notation, formula.source, size, True)
    return size * min(1.0, width / max(wide, _SMALLEST), height / max(above + below, _SMALLEST))


def _number(flow: Flow, element: FormulaElement, column: Column, node: int) -> tuple[Line | None, list[Slug]]:
    """Return the number's line, or as slugs to stand below the formula where one line has no room for it."""
    look = replace(element.look, align="right", indent=0, left=0, right=0, space_before=0, space_after=0)
    words = Words(element.number.strip().replace(" ", "\u00a0"))
    slugs = set_paragraph(flow, (words,), look, column, node, Place()) if words.text else []
    if len(slugs) == 1 and isinstance(slugs[0], Line) and slugs[0].width + look.size < column.width * _NUMBER_SHARE:
        return slugs[0], []
    return None, slugs
