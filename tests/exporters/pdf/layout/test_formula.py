from __future__ import annotations

import pytest

from proceedings_editor.exporters.composition.element import FormulaElement
from proceedings_editor.exporters.formula.error import FormulaError
from proceedings_editor.exporters.pdf.box import box_of
from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.exporters.pdf.placed import FormulaMark, Layout
from proceedings_editor.model.body import FormulaSource
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import TextStyle
from tests.exporters.pdf.layout.sample import A4, MARGIN, composed, paragraph, texts

_LOOK = TextStyle(align="center", space_before=6, space_after=6)


def _formula(latex: str = r"E = mc^2", look: TextStyle = _LOOK, **facts: object) -> FormulaElement:
    return FormulaElement(FormulaSource(latex), look, **facts)


def _mark(layout: Layout) -> FormulaMark:
    (mark,) = (mark for page in layout.pages for mark in page.marks if isinstance(mark, FormulaMark))
    return mark


def test_a_formula_stands_in_the_middle_and_its_number_at_the_right_on_its_baseline() -> None:
    layout = lay_out(composed(_formula(number="(12)")))
    left, _, right, _ = box_of(_mark(layout))
    (number,) = texts(layout)
    assert (left + right) / 2 == pytest.approx(A4[0] / 2, abs=0.5)
    assert number.x + number.width == pytest.approx(A4[0] - MARGIN)
    assert number.y == pytest.approx(_mark(layout).y)


def test_a_formula_has_its_words_and_its_places() -> None:
    layout = lay_out(composed(_formula(number="(1)", bookmark="eq-1", source=Place(block=(5,)))))
    node = layout.nodes[_mark(layout).node]
    assert (node.role, layout.nodes[node.parent].role) == ("Formula", "P")
    assert node.alt
    assert layout.bookmarks["eq-1"][0] == 0
    assert [spot.source for spot in layout.spots] == [Place(block=(5,))]


def test_what_stands_above_and_below_keeps_off() -> None:
    tall = r"\frac{\frac{a}{b}}{\sqrt{\frac{c}{d}}}"
    layout = lay_out(composed(paragraph("жоғары"), _formula(tall), paragraph("төмен")))
    above, below = texts(layout)
    _, bottom, _, top = box_of(_mark(layout))
    assert top <= box_of(above)[1]
    assert bottom >= box_of(below)[3]


def test_a_formula_wider_than_the_column_is_drawn_smaller_and_leaves_its_number_room() -> None:
    layout = lay_out(composed(_formula("+".join(f"x_{{{n}}}" for n in range(80)), number="(1)")))
    (number,) = texts(layout)
    assert box_of(_mark(layout))[2] < number.x
    assert box_of(_mark(layout))[0] >= MARGIN - 0.5


def test_a_number_too_long_for_the_line_stands_below() -> None:
    layout = lay_out(composed(_formula(number="(" + "1" * 200 + ")")))
    assert "".join(mark.text for mark in texts(layout)) == "(" + "1" * 200 + ")"
    assert all(mark.y < _mark(layout).y for mark in texts(layout))


@pytest.mark.parametrize(("align", "edge"), [("left", MARGIN), ("right", A4[0] - MARGIN)])
def test_a_formula_may_stand_at_either_side(align: str, edge: float) -> None:
    left, _, right, _ = box_of(_mark(lay_out(composed(_formula(look=TextStyle(align=align))))))
    assert min(abs(left - edge), abs(right - edge)) < 1


def test_a_formula_that_cannot_be_drawn_is_an_error_with_its_beginning() -> None:
    with pytest.raises(FormulaError, match="frac"):
        lay_out(composed(_formula(r"\frac{a")))
