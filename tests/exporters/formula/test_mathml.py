"""The canonical MathML tree, and what is refused on the way to it."""

from __future__ import annotations

import pickle
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from proceedings_editor.exporters.formula import FormulaError
from proceedings_editor.exporters.formula.drawing import to_drawing
from proceedings_editor.exporters.formula.mathml import to_mathml
from proceedings_editor.exporters.formula.omml import to_omml
from proceedings_editor.exporters.formula.speech import to_text
from tests.exporters.formula.table import LATEX

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
HEAD = f'<math xmlns="{NAMESPACE}">'
VOCABULARY = {
    *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mstyle", "mphantom", "menclose"),
    *("mfrac", "msqrt", "mroot", "msup", "msub", "msubsup", "munder", "mover", "munderover"),
    *("mtable", "mtr", "mtd"),
}


def written(source: str, *, display: bool = True, notation: str = "latex") -> str:
    """Return the canonical tree's content as text, without the namespace."""
    whole = etree.tostring(to_mathml(notation, source, display=display), encoding="unicode")
    return re.sub(r"^<math[^>]*>|</math>$", "", whole)


@pytest.mark.parametrize("source", LATEX)
def test_every_formula_becomes_mathml_of_the_known_elements(source: str) -> None:
    root = to_mathml("latex", source)
    assert root.tag == f"{{{NAMESPACE}}}math"
    assert {etree.QName(element).namespace for element in root.iter()} == {NAMESPACE}
    assert {etree.QName(element).localname for element in root.iter()} <= VOCABULARY


@pytest.mark.parametrize("source", LATEX)
def test_canonical_mathml_read_again_says_the_same(source: str) -> None:
    once = etree.tostring(to_mathml("latex", source), encoding="unicode")
    assert to_text("mathml", once) == to_text("latex", source)


def test_the_tree_given_out_is_the_callers_own() -> None:
    to_mathml("latex", "a+b").clear()
    assert written("a+b") == "<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"


def test_limits_stand_above_in_a_line_of_their_own_and_beside_in_running_text() -> None:
    assert "<munderover>" in written(r"\sum_{i}^{n} x")
    assert "<msubsup>" in written(r"\sum_{i}^{n} x", display=False)
    assert "<munder>" in written(r"\lim_{n} x")
    assert "<msub>" in written(r"\lim_{n} x", display=False)


def test_limits_inside_a_fraction_stand_beside() -> None:
    assert "<msubsup>" in written(r"\frac{\sum_{i}^{n} x}{2}")


def test_integrals_keep_their_limits_beside() -> None:
    assert "<msubsup>" in written(r"\int_0^1 x")
    assert "<munderover>" in written(r"\int\limits_0^1 x")


def test_cyrillic_letters_outside_of_text_are_one_word() -> None:
    assert written("v_{орташа}") == "<msub><mi>v</mi><mtext>орташа</mtext></msub>"


def test_a_decimal_comma_belongs_to_its_number_and_a_listing_comma_does_not() -> None:
    assert written("3,14") == "<mn>3,14</mn>"
    assert written("3{,}14") == "<mn>3,14</mn>"
    assert written("3, 14") == "<mrow><mn>3</mn><mo>,</mo><mn>14</mn></mrow>"


def test_a_single_upright_letter_stays_upright() -> None:
    assert written(r"\mathrm{d}") == '<mi mathvariant="normal">d</mi>'


def test_the_signs_of_markup_are_text_inside_of_text() -> None:
    assert written(r"\text{a < b \& 5\%}") == "<mtext>a\u00a0&lt;\u00a0b\u00a0&amp;\u00a05%</mtext>"


def test_lines_of_an_environment_are_not_numbered_by_the_formula() -> None:
    assert to_text("latex", r"\begin{align}a&=1\\b&=2\end{align}") == "a = 1; b = 2"


def test_colours_links_and_scripts_do_not_survive() -> None:
    source = HEAD + '<mi mathcolor="red" href="javascript:x" onclick="x" style="a:b">x</mi></math>'
    assert written(source, notation="mathml") == "<mi>x</mi>"


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("", "it is empty"),
        (" \n ", "it is empty"),
        ("{}", "it is empty"),
        (r"\quad", "it is empty"),
        ("$$", "it is empty"),
        (r"\foo + x", r"the command \foo is not known"),
        (r"\text{\foo}", r"the command \foo is not known"),
        (r"\mathbf{\foo}", r"the command \foo is not known"),
        (r"\def\a{\a\a}\a", r"the command \def is not allowed"),
        (r"\newcommand{\a}{x}\a", r"the command \newcommand is not allowed"),
        (r"\href{http://example.org}{x}", r"the command \href is not allowed"),
        (r"\frac{a}{b", "an opening or closing brace is missing"),
        ("a}", "an opening or closing brace is missing"),
        (r"\frac{a}", "lacks one of its parts"),
        ("x^", "LaTeX cannot read it"),
        (r"\left( x", "LaTeX cannot read it"),
        ("a & b", "the sign & stands where it has no meaning"),
        ("a $ b", "the sign $ stands where it has no meaning"),
        (r"\begin{tikz}x\end{tikz}", "the environment “tikz” is not known"),
        (r"\begin{matrix}a", "LaTeX cannot read it"),
        ("x" * 10_001, "longer than 10000 characters"),
        ("x" * 5_000, "too large or nested too deeply"),
        ("{" * 50 + "x" + "}" * 50, "nested too deeply"),
        (r"\sqrt" * 1500 + "x", "LaTeX cannot read it"),
        ("x\0", "control characters"),
    ],
)
def test_unusable_latex_is_refused_in_one_sentence(source: str, complaint: str) -> None:
    with pytest.raises(FormulaError) as caught:
        to_mathml("latex", source)
    assert complaint in str(caught.value)
    assert str(caught.value).startswith("The formula “")
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<math>", "not well-formed"),
        ("<svg/>", "must begin with the element <math>"),
        ('<math xmlns="http://www.w3.org/2000/svg"><mi>x</mi></math>', "must begin"),
        ('<!DOCTYPE m [<!ENTITY a "b">]><math><mi>&a;</mi></math>', "declaration is not allowed"),
        ('<!DOCTYPE m SYSTEM "http://example.org/x.dtd"><math><mi>x</mi></math>', "declaration is not allowed"),
        (HEAD + "<mi>&nothing;</mi></math>", "not well-formed"),
        (HEAD + "<script>x</script></math>", "the element <script> is not known"),
        (HEAD + '<mtext><b xmlns="http://www.w3.org/1999/xhtml">x</b></mtext></math>', "the element <b> is not MathML"),
        (HEAD + "<mfrac><mi>x</mi></mfrac></math>", "lacks one of its parts"),
        (HEAD + "<mtable><mi>x</mi></mtable></math>", "not a row"),
        (HEAD + "<mtable><mtr><mi>x</mi></mtr></mtable></math>", "not a cell"),
        (HEAD + "<mrow>" * 200 + "<mi>x</mi>" + "</mrow>" * 200 + "</math>", "nested too deeply"),
        (HEAD + "</math>", "it is empty"),
    ],
)
def test_unusable_mathml_is_refused_in_one_sentence(source: str, complaint: str) -> None:
    with pytest.raises(FormulaError) as caught:
        to_mathml("mathml", source)
    assert complaint in str(caught.value)


def test_an_unknown_notation_is_refused() -> None:
    with pytest.raises(FormulaError, match="notation “typst” is not known"):
        to_mathml("typst", "x")


def test_the_error_has_the_exit_code_of_unreadable_input_and_survives_pickling() -> None:
    with pytest.raises(FormulaError) as caught:
        to_mathml("latex", r"\foo")
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (copied.exit_code, str(copied)) == (3, str(caught.value))


def outcome(notation: str, source: str) -> None:
    """Send a source through all doors; anything but `FormulaError` is a failure of the test."""
    for door in (to_mathml, to_omml, to_text):
        try:
            door(notation, source)
        except FormulaError:
            continue
    try:
        to_drawing(notation, source, 12)
    except FormulaError:
        return


WORDS = ["{", "}", "_", "^", "&", r"\\", "$", "%", "'", " ", "x", "1", "ә", "<", r"\text{", r"\not", r"\begin{matrix}"]
WORDS += [word for source in LATEX for word in re.findall(r"\\[A-Za-z]+|\\.|.", source)]


@given(st.text(max_size=200))
def test_arbitrary_text_gives_a_formula_or_a_formula_error(source: str) -> None:
    outcome("latex", source)


@given(st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join))
def test_arbitrary_commands_give_a_formula_or_a_formula_error(source: str) -> None:
    outcome("latex", source)


NAMES = [*sorted(VOCABULARY), "mpadded", "mfenced", "mmultiscripts", "mprescripts", "none", "ms", "semantics", "foo"]


def _element(name: str, content: list[str]) -> str:
    return f"<{name} stretchy='true' width='2em' open='['>{''.join(content)}</{name}>"


MARKUP = st.recursive(
    st.sampled_from(["<mi>x</mi>", "<mo>∑</mo>", "<mo>(</mo>", "<mo>)</mo>", "<mtext>ұ</mtext>", "<mn/>", "<mspace/>"]),
    lambda inner: st.builds(_element, st.sampled_from(NAMES), st.lists(inner, max_size=4)),
    max_leaves=12,
)


@given(st.one_of(st.text(max_size=60), MARKUP).map(lambda content: f"<math>{content}</math>"))
def test_arbitrary_markup_gives_a_formula_or_a_formula_error(source: str) -> None:
    outcome("mathml", source)


@pytest.mark.parametrize(
    "source",
    [
        r"\left(" * 30 + "x" + r"\right)" * 30,
        r"\frac{1}{1+" * 20 + "x" + "}" * 20,
        "x^{" * 39 + "x" + "}" * 39,
        r"\begin{pmatrix}a&" * 8 + "x" + r"\end{pmatrix}" * 8,
        r"\operatorname{" + "a " * 4900 + "1}",
    ],
)
def test_nesting_does_not_take_exponential_time(source: str) -> None:
    begun = time.process_time()
    outcome("latex", source)
    assert time.process_time() - begun < 20  # seconds; without the cache of measured rows the first takes hours
