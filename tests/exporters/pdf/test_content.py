"""What is drawn stands where the layout put it, measured on the page by PDFium."""

from __future__ import annotations

import pypdfium2
import pytest
from pypdfium2 import raw

from proceedings_editor.exporters.pdf.font import load_face
from proceedings_editor.exporters.pdf.paint import paint
from proceedings_editor.exporters.pdf.placed import FormulaMark, Layout, RuleMark
from proceedings_editor.exporters.pdf.raster import Raster, render_page
from tests.exporters.pdf.sheet import BOLD, REGULAR, Sheet, composition


def painted(layout: Layout) -> bytes:
    return paint(layout, composition(), archival=True)


def dark(raster: Raster, x: float, y: float) -> bool:
    """Whether the pixel at a point of the page is dark; one pixel a point, y from below."""
    place = (raster.height - 1 - int(y)) * raster.stride + 4 * int(x)
    return raster.data[place] < 160


def origins(data: bytes) -> dict[str, tuple[float, float]]:
    """Where each character begins on the first page; the last one of its kind counts."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        text = page.get_textpage()
        found = {}
        for index, letter in enumerate(text.get_text_range()):
            x, y = raw.c_double(), raw.c_double()
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            found[letter] = (x.value, y.value)
        text.close()
        page.close()
    return found


@pytest.mark.parametrize("spaces", [" ", "\xa0"])
def test_a_justified_line_ends_at_the_right_edge_whatever_its_spaces_are(spaces: str) -> None:
    words = f"Бес{spaces}сөзден{spaces}тұратын{spaces}жол{spaces}я"
    edge, left = 538.0, 57.0
    stretch = (edge - left - load_face(REGULAR).width_of(words, 12)) / 4
    sheet = Sheet()
    sheet.text(sheet.node("P"), left, 700, words, word_space=stretch)
    x, y = origins(painted(sheet.layout()))["я"]
    assert x + load_face(REGULAR).width_of("я", 12) == pytest.approx(edge, abs=0.03)
    assert y == 700


def test_word_space_of_one_line_does_not_reach_the_next() -> None:
    sheet = Sheet()
    node = sheet.node("P")
    sheet.text(node, 57, 700, "бір екі", word_space=30)
    end = sheet.text(node, 57, 680, "үш төр", BOLD)
    sheet.text(node, end, 680, "Ө")
    before = load_face(BOLD).width_of("үш төр", 12)
    assert origins(painted(sheet.layout()))["Ө"][0] == pytest.approx(57 + before, abs=0.02)


def test_a_line_below_words_goes_through_the_space_between_them_but_not_past_the_last() -> None:
    sheet = Sheet()
    node = sheet.node("P")
    middle = sheet.text(node, 100, 700, "бір ", size=40, underline=True)
    end = sheet.text(node, middle, 700, "екі", BOLD, size=40, underline=True)
    sheet.text(node, end, 700, "      ", size=40, underline=True)
    raster = render_page(painted(sheet.layout()), 0, 1)
    assert dark(raster, middle - 4, 700 - 4.4)
    assert not dark(raster, end + 20, 700 - 4.4)


def test_rules_are_as_thick_as_asked_for() -> None:
    sheet = Sheet()
    sheet.marks += [RuleMark(-1, 100, 700, 200, 700, 6), RuleMark(-1, 100, 600, 100, 650, 2)]
    raster = render_page(painted(sheet.layout()), 0, 1)
    assert dark(raster, 150, 702)
    assert dark(raster, 150, 698)
    assert not dark(raster, 150, 705)
    assert dark(raster, 100, 625)
    assert not dark(raster, 104, 625)


def test_a_formula_stands_on_its_baseline() -> None:
    sheet = Sheet()
    formula = sheet.node("Formula", alt="минус")
    sheet.marks.append(FormulaMark(formula, 100, 500, "latex", "-", 100))
    raster = render_page(painted(sheet.layout()), 0, 1)
    inked = [y for y in range(400, 620) if any(dark(raster, x, y) for x in range(100, 180, 4))]
    assert 500 < min(inked) <= max(inked) < 550
