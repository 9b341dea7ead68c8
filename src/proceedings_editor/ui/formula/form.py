"""Common forms of formulas by groups, and how one is put into LaTeX at the cursor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from proceedings_editor.texts import Text, text
from proceedings_editor.ui.symbol.table import GREEK, NAMES, capital

SLOT: Final = "□"
"""A place still to be filled in; typed over by whoever fills it."""

_SCRIPT: Final = re.compile(rf"{SLOT}[\^_]")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+\Z")
_TOKEN: Final = re.compile(
    r"(?P<opens>\\left\s*(?:\\[A-Za-z]+|\\.|.)|\\begin\{[^}]*\}|\{)"
    r"|(?P<closes>\\right\s*(?:\\[A-Za-z]+|\\.|.)|\\end\{[^}]*\}|\})|\\(?:[A-Za-z]+|.)",
    re.DOTALL,
)
"""What opens and closes structures; other commands are tokens too, so that “\\{” opens nothing."""
_FURTHER: Final = re.compile(r"\s*[\^_]?\{")
"""Another argument or script of the same structure."""
_OPERAND: Final = re.compile(r"[\w)}\]]\Z")


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its LaTeX with a `SLOT` at each place to fill in, and what it is called."""

    latex: str
    name: Text


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Forms that are looked for together."""

    id: str
    name: Text
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Put:
    """LaTeX to insert, and where in it the cursor selects from and to."""

    latex: str
    start: int
    end: int


def put(form: Form, before: str, chosen: str) -> Put:
    """Return what a form becomes at the cursor.

    What was chosen fills the first slot; the next slot, or the first where nothing was chosen, is selected. A script
    without anything chosen belongs to what stands before the cursor.

    Args:
        form: The form.
        before: The LaTeX before the cursor.
        chosen: The LaTeX that is selected and gives way.
    """
    latex = form.latex
    if _SCRIPT.match(latex):
        if not chosen and _OPERAND.search(before):
            latex = latex[len(SLOT) :]
        elif len(chosen) > 1:
            chosen = f"{{{chosen}}}"
    filled = latex.replace(SLOT, chosen, 1) if chosen else latex
    if _COMMAND.search(filled):
        filled += " "
    slot = filled.find(SLOT, (latex.find(SLOT) + len(chosen)) if chosen and SLOT in latex else 0)
    return Put(filled, *((slot, slot + len(SLOT)) if slot >= 0 else (len(filled), len(filled))))


def behind_structure(latex: str, here: int) -> int | None:
    """Return the place behind the structure around a place: its brace, bracket or environment, with what belongs on.

    Args:
        latex: The whole formula.
        here: A place in it.

    Returns:
        The place, None where nothing is open there.
    """
    end = _closed(latex, here)
    while end is not None and (further := _FURTHER.match(latex, end)):
        end = _closed(latex, further.end())
    return end


def _closed(latex: str, inside: int) -> int | None:
    """Return the end of what closes the innermost structure that is open at a place, None without one."""
    depth = 1
    for token in _TOKEN.finditer(latex, inside):
        depth += (token.lastgroup == "opens") - (token.lastgroup == "closes")
        if not depth:
            return token.end()
    return None


def _named(latex: str, char: str) -> Form:
    """Return the form of a sign that has its name from the table of symbols."""
    return Form(latex, NAMES[char])


_STRUCTURES: Final = (
    Form(r"\frac{□}{□}", text("fraction")),
    Form(r"\sqrt{□}", text("square root")),
    Form(r"\sqrt[□]{□}", text("root of a degree")),
    Form("□^{□}", text("superscript, power")),
    Form("□_{□}", text("subscript, index")),
    Form("□_{□}^{□}", text("subscript and superscript")),
    Form(r"\left( □ \right)", text("round brackets that grow")),
    Form(r"\left[ □ \right]", text("square brackets that grow")),
    Form(r"\left\{ □ \right\}", text("braces that grow")),
    Form(r"\left| □ \right|", text("absolute value")),
    Form(r"\left\| □ \right\|", text("norm")),
    Form(r"\binom{□}{□}", text("binomial coefficient")),
    Form(r"\overline{□}", text("line above")),
    Form(r"\underbrace{□}_{□}", text("brace below with words")),
    Form(r"\overbrace{□}^{□}", text("brace above with words")),
    Form(r"\text{□}", text("words inside a formula")),
)

_ANALYSIS: Final = (
    Form(r"\sum_{□}^{□} □", text("sum with limits")),
    Form(r"\sum_{□} □", text("sum over an index")),
    Form(r"\prod_{□}^{□} □", text("product with limits")),
    Form(r"\int □ \, d□", text("integral")),
    Form(r"\int_{□}^{□} □ \, d□", text("integral with limits")),
    Form(r"\iint_{□} □", text("double integral")),
    Form(r"\iiint_{□} □", text("triple integral")),
    Form(r"\oint_{□} □", text("contour integral")),
    Form(r"\lim_{□ \to □} □", text("limit")),
    Form(r"\max_{□} □", text("maximum")),
    Form(r"\min_{□} □", text("minimum")),
    Form(r"\frac{d □}{d □}", text("derivative")),
    Form(r"\frac{\partial □}{\partial □}", text("partial derivative")),
    Form(r"\frac{\partial^{2} □}{\partial □^{2}}", text("second partial derivative")),
)

_MATRICES: Final = (
    Form(r"\begin{pmatrix} □ & □ \\ □ & □ \end{pmatrix}", text("matrix of two rows")),
    Form(r"\begin{pmatrix} □ & □ & □ \\ □ & □ & □ \\ □ & □ & □ \end{pmatrix}", text("matrix of three rows")),
    Form(r"\begin{bmatrix} □ & □ \\ □ & □ \end{bmatrix}", text("matrix in square brackets")),
    Form(r"\begin{vmatrix} □ & □ \\ □ & □ \end{vmatrix}", text("determinant")),
    Form(r"\begin{pmatrix} □ \\ □ \end{pmatrix}", text("column vector")),
    Form(r"\begin{cases} □, & □ \\ □, & □ \end{cases}", text("cases")),
    Form(r"\left\{ \begin{aligned} □ &= □ \\ □ &= □ \end{aligned} \right.", text("system of equations")),
    Form(r"\begin{aligned} □ &= □ \\ &= □ \end{aligned}", text("equations below each other")),
)

_LETTERS: Final = (
    Form(r"\vec{□}", text("vector")),
    Form(r"\overrightarrow{□}", text("arrow above several letters")),
    Form(r"\hat{□}", text("hat: an estimate")),
    Form(r"\bar{□}", text("bar: a mean")),
    Form(r"\tilde{□}", text("tilde")),
    Form(r"\dot{□}", text("dot: derivative by time")),
    Form(r"\ddot{□}", text("two dots: second derivative by time")),
    Form("□'", text("prime: derivative")),
    Form(r"\mathbf{□}", text("bold letter")),
    Form(r"\mathrm{□}", text("upright letters")),
    Form(r"\mathcal{□}", text("script letter")),
    Form(r"\mathbb{N}", text("natural numbers")),
    Form(r"\mathbb{Z}", text("whole numbers")),
    Form(r"\mathbb{Q}", text("rational numbers")),
    Form(r"\mathbb{R}", text("real numbers")),
    Form(r"\mathbb{C}", text("complex numbers")),
)

_FUNCTIONS: Final = (
    Form(r"\sin □", text("sine")),
    Form(r"\cos □", text("cosine")),
    Form(r"\operatorname{tg} □", text("tangent")),
    Form(r"\operatorname{ctg} □", text("cotangent")),
    Form(r"\arcsin □", text("arcsine")),
    Form(r"\arccos □", text("arccosine")),
    Form(r"\operatorname{arctg} □", text("arctangent")),
    Form(r"\ln □", text("natural logarithm")),
    Form(r"\lg □", text("decimal logarithm")),
    Form(r"\log_{□} □", text("logarithm to a base")),
    Form(r"\exp □", text("exponential function")),
    Form(r"□ \cdot 10^{□}", text("number with a power of ten")),
    Form(r"□^{\circ}", text("degrees")),
    Form(r"□\,\%", text("per cent of a number")),
)

_RELATIONS: Final = (
    _named(r"\ne", "≠"),
    _named(r"\approx", "≈"),
    _named(r"\equiv", "≡"),
    _named(r"\sim", "∼"),
    _named(r"\le", "≤"),
    _named(r"\ge", "≥"),
    Form(r"\ll", text("much less")),
    Form(r"\gg", text("much greater")),
    _named(r"\propto", "∝"),
    _named(r"\pm", "±"),
    _named(r"\mp", "∓"),
    _named(r"\times", "×"),
    _named(r"\cdot", "⋅"),
    _named(r"\infty", "∞"),
    _named(r"\in", "∈"),
    _named(r"\notin", "∉"),
    _named(r"\subset", "⊂"),
    _named(r"\subseteq", "⊆"),
    _named(r"\cup", "∪"),
    _named(r"\cap", "∩"),
    _named(r"\emptyset", "∅"),
    _named(r"\forall", "∀"),
    _named(r"\exists", "∃"),
    _named(r"\wedge", "∧"),
    _named(r"\vee", "∨"),
    _named(r"\neg", "¬"),
    _named(r"\partial", "∂"),
    _named(r"\nabla", "∇"),
    _named(r"\angle", "∠"),
    _named(r"\perp", "⊥"),
    _named(r"\parallel", "∥"),
    Form(r"\ldots", text("dots at the foot")),
    Form(r"\cdots", text("dots in the middle")),
)

_ARROWS: Final = (
    _named(r"\to", "→"),
    _named(r"\leftarrow", "←"),
    _named(r"\leftrightarrow", "↔"),
    _named(r"\uparrow", "↑"),
    _named(r"\downarrow", "↓"),
    _named(r"\Rightarrow", "⇒"),
    _named(r"\Leftarrow", "⇐"),
    _named(r"\Leftrightarrow", "⇔"),
    _named(r"\mapsto", "↦"),
    Form(r"\xrightarrow{□}", text("arrow with words above")),
    Form(r"\rightleftharpoons", text("arrows of an equilibrium")),
)

_SPELLED: Final = {"ε": "varepsilon", "φ": "varphi", "ο": "omicron"}
"""Letters whose usual form has another command than their name."""
_LATIN: Final = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
"""Capital letters that look like Latin ones; LaTeX has no commands for them."""


def _greek() -> tuple[Form, ...]:
    small = [(Form(f"\\{_SPELLED.get(char, name.key)}", name)) for char, _, name in GREEK if char != "ο"]
    more = [Form(r"\epsilon", text("epsilon, another form")), Form(r"\phi", text("phi, another form"))]
    large = [Form(f"\\{name.key.capitalize()}", capital(name)) for _, char, name in GREEK if char not in _LATIN]
    return (*small, *more, *large)


FORM_GROUPS: Final = (
    FormGroup("structures", text("Fractions, roots, scripts, brackets"), _STRUCTURES),
    FormGroup("analysis", text("Sums, integrals, limits"), _ANALYSIS),
    FormGroup("matrices", text("Matrices, systems, cases"), _MATRICES),
    FormGroup("letters", text("Vectors, marks, kinds of letters"), _LETTERS),
    FormGroup("functions", text("Functions, numbers"), _FUNCTIONS),
    FormGroup("greek", text("Greek letters"), _greek()),
    FormGroup("relations", text("Relations, operations"), _RELATIONS),
    FormGroup("arrows", text("Arrows"), _ARROWS),
)
