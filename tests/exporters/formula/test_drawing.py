"""Formulas as outlines: where they stand on the line, how they scale, and whose glyphs they use."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from proceedings_editor.exporters.formula import FormulaError
from proceedings_editor.exporters.formula.drawing import FormulaDrawing, Path, to_drawing
from proceedings_editor.resources import shipped
from tests.exporters.formula.table import LATEX, MATHML

COUNTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def box(path: Path) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of everything a path mentions."""
    xs = [value for _, *values in path.segments for value in values[::2]]
    ys = [value for _, *values in path.segments for value in values[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def check(drawing: FormulaDrawing) -> None:
    assert drawing.paths
    assert 0 < drawing.width < 400
    assert 0 < drawing.total_height < 120
    assert drawing.depth >= 0
    for path in drawing.paths:
        assert path.segments[0][0] == "M"
        assert path.segments[-1] == ("Z",)
        assert all(len(values) == COUNTS[sign] for sign, *values in path.segments)
        left, bottom, right, top = box(path)
        assert left >= -0.01
        assert right <= drawing.width + 0.01
        assert bottom >= -drawing.depth - 0.01
        assert top <= drawing.height + 0.01


@pytest.mark.parametrize("source", LATEX)
def test_every_latex_formula_is_drawn_inside_its_box(source: str) -> None:
    check(to_drawing("latex", source, 12))
    check(to_drawing("latex", source, 12, display=False))


@pytest.mark.parametrize("source", MATHML)
def test_every_mathml_formula_is_drawn_inside_its_box(source: str) -> None:
    check(to_drawing("mathml", source, 12))


def test_letters_stand_on_the_baseline_and_scripts_below_it() -> None:
    assert to_drawing("latex", "H", 12).depth < 0.1
    assert to_drawing("latex", "H_2", 12).depth > 1
    fraction = to_drawing("latex", r"\frac{a}{b}", 12)
    assert fraction.depth > 5
    assert fraction.height > 10


def test_the_size_scales_everything() -> None:
    small, large = to_drawing("latex", r"\sqrt{x_1}", 10), to_drawing("latex", r"\sqrt{x_1}", 20)
    assert large.width == pytest.approx(2 * small.width)
    assert large.depth == pytest.approx(2 * small.depth)
    assert box(large.paths[0]) == pytest.approx([2 * value for value in box(small.paths[0])])


def test_capital_letters_are_as_tall_as_the_text_around_them() -> None:
    assert to_drawing("latex", "H", 12).height == pytest.approx(12 * 0.66, rel=0.05)


def test_a_formula_in_running_text_is_lower_than_one_on_its_own() -> None:
    source = r"\sum_{i=1}^{n} \frac{x_i}{n}"
    assert (
        to_drawing("latex", source, 12, display=False).total_height < 0.7 * to_drawing("latex", source, 12).total_height
    )


@pytest.mark.parametrize("letter", "әғқңөұүһіӘҒҚҢӨҰҮҺІжЁё₸")
def test_kazakh_letters_are_the_glyphs_of_the_documents_font(letter: str) -> None:
    with TTFont(shipped("fonts", "Tinos-Regular.ttf")) as font:
        glyphs = font.getGlyphSet()
        pen = BoundsPen(glyphs)
        glyphs[font.getBestCmap()[ord(letter)]].draw(pen)
        scale = 12 / font["head"].unitsPerEm
    drawing = to_drawing("latex", rf"\text{{{letter}}}", 12)
    assert len(drawing.paths) == 1
    assert drawing.height == pytest.approx(pen.bounds[3] * scale, abs=0.05)
    assert drawing.depth == pytest.approx(max(0, -pen.bounds[1] * scale), abs=0.05)


def test_words_are_as_wide_as_in_the_document() -> None:
    with TTFont(shipped("fonts", "Tinos-Regular.ttf")) as font:
        names, advances = font.getBestCmap(), font["hmtx"]
        width = sum(advances[names[ord(char)]][0] for char in "жалпы сан") * 12 / font["head"].unitsPerEm
    assert to_drawing("latex", r"\text{жалпы сан}", 12).width == pytest.approx(width, abs=0.05)


def test_a_function_with_scripts_keeps_its_distance_from_the_argument() -> None:
    apart, scripted = to_drawing("latex", r"\log_2 8", 12), to_drawing("latex", r"\log_2", 12)
    left = box(apart.paths[-1])[0]
    assert left - scripted.width > 12 / 8


def test_a_character_no_font_has_is_named() -> None:
    with pytest.raises(FormulaError, match="no shipped font has the character “漢”"):
        to_drawing("latex", r"\text{漢}", 12)


def test_the_colour_is_handed_on() -> None:
    assert to_drawing("latex", "x", 12, "#336699").color == "#336699"
    assert to_drawing("latex", "x", 12).color == "black"


def test_a_frame_is_an_outline_with_a_hole() -> None:
    frame = max(to_drawing("latex", r"\boxed{x}", 12).paths, key=lambda path: box(path)[2] - box(path)[0])
    assert [sign for sign, *_ in frame.segments].count("M") == 2


def test_threads_may_draw_at_the_same_time() -> None:
    sources = [rf"\sum_{{i={number}}}^n \text{{сан}}_{number}" for number in range(24)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda source: to_drawing("latex", source, 12), sources))
    alone = [to_drawing("latex", f"{source} ", 12) for source in sources]  # the blank keeps the cache out of it
    assert [drawing.paths for drawing in together] == [drawing.paths for drawing in alone]


def test_importing_the_doors_does_not_import_the_formula_libraries() -> None:
    program = (
        "import sys\n"
        "from proceedings_editor.exporters.formula import drawing, mathml, omml, speech\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'ziamath', 'ziafont', 'latex2mathml'}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
