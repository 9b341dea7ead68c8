"""Every form of the palette can be printed, in the PDF and in the DOCX, and goes in where the cursor stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.exporters.formula.drawing import to_drawing
from proceedings_editor.exporters.formula.omml import to_omml
from proceedings_editor.exporters.formula.speech import to_text
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.ui.formula.form import FORM_GROUPS, SLOT, Form, Put, behind_structure, put
from proceedings_editor.ui.symbol.table import NAMES

EVERY = [form for group in FORM_GROUPS for form in group.forms]
READ = {"∼": "~", "⋅": "·", "⊥": "⟂"}
"""Signs that the plain reading of a formula writes as another one."""
BY_LATEX = {form.latex: form for form in EVERY}


@pytest.mark.parametrize("latex", sorted(BY_LATEX))
def test_a_form_is_printed_empty_and_filled(latex: str) -> None:
    for source in (latex, latex.replace(SLOT, "x")):
        assert to_drawing("latex", source, 12).paths
        assert len(to_omml("latex", source))
        assert to_text("latex", source)


def test_a_form_named_after_a_sign_is_that_sign() -> None:
    """Their names come from the table of symbols; the command must mean the same sign."""
    by_name = {name.key: char for char, name in NAMES.items()}
    for form in EVERY:
        sign = by_name.get(form.name.key) if form.latex.startswith("\\") and SLOT not in form.latex else None
        if sign and not sign.isalpha():
            assert to_text("latex", form.latex).strip() == READ.get(sign, sign), form


def test_greek_letters_are_those_of_their_names() -> None:
    greek = next(group for group in FORM_GROUPS if group.id == "greek")
    read = "".join(to_text("latex", form.latex) for form in greek.forms)
    assert read == "αβγδεζηθικλμνξπρστυφχψω" + "ϵϕ" + "ΓΔΘΛΞΠΣΦΨΩ"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_a_group_has_a_name_of_its_own(language: str) -> None:
    for group in FORM_GROUPS:
        names = [form.name.in_language(language) for form in group.forms]
        assert len(set(names)) == len(names), group.id


@pytest.mark.parametrize(
    ("latex", "before", "chosen", "made"),
    [
        (r"\frac{□}{□}", "y = ", "", Put(r"\frac{□}{□}", 6, 7)),
        (r"\frac{□}{□}", "y = ", "a+b", Put(r"\frac{a+b}{□}", 11, 12)),
        (r"\sqrt{□}", "", "x", Put(r"\sqrt{x}", 8, 8)),
        ("□^{□}", "x", "", Put("^{□}", 2, 3)),
        ("□^{□}", "2 + ", "", Put("□^{□}", 0, 1)),
        ("□^{□}", "", "ab", Put("{ab}^{□}", 6, 7)),
        ("□_{□}^{□}", "x_1", "x", Put("x_{□}^{□}", 3, 4)),
        (r"\ne", "a", "", Put(r"\ne ", 4, 4)),
        (r"\ne", "a", "b", Put(r"\ne ", 4, 4)),
        (r"\left( □ \right)", "", "", Put(r"\left( □ \right)", 7, 8)),
    ],
)
def test_what_is_chosen_fills_the_first_place_and_the_next_is_selected(
    latex: str, before: str, chosen: str, made: Put
) -> None:
    assert put(Form(latex, EVERY[0].name), before, chosen) == made


@given(st.sampled_from(EVERY), st.sampled_from(["", "x", "x^2", "\\alpha", "a+b"]), st.sampled_from(["", "y", "(y)"]))
def test_what_was_chosen_is_never_lost_where_there_is_a_place_for_it(form: Form, chosen: str, before: str) -> None:
    made = put(form, before, chosen)
    if SLOT in form.latex:
        assert chosen in made.latex
    assert made.latex[made.start : made.end] in ("", SLOT)


@pytest.mark.parametrize(
    ("latex", "onward"),
    [
        ("T_{a|}", "T_{a}|"),
        (r"\frac{a|}{b}", r"\frac{a}{b}|"),
        (r"x_{a|}^{2} + y", r"x_{a}^{2}| + y"),
        (r"\sqrt{\frac{a}{b|} + c}", r"\sqrt{\frac{a}{b}| + c}"),
        (r"\left( a| \right) b", r"\left( a \right)| b"),
        (r"\left\{ a| \right. b", r"\left\{ a \right.| b"),
        (r"\begin{pmatrix} a| & b \end{pmatrix}", r"\begin{pmatrix} a & b \end{pmatrix}|"),
        (r"{a| \} b} c", r"{a \} b}| c"),
    ],
)
def test_the_way_out_leads_behind_the_structure(latex: str, onward: str) -> None:
    assert behind_structure(latex.replace("|", ""), latex.index("|")) == onward.index("|")


@pytest.mark.parametrize("latex", ["a", "", r"\frac{a}{b}", "a { b", "} a", r"\}"])
def test_where_nothing_is_open_there_is_no_way_out(latex: str) -> None:
    assert behind_structure(latex, len(latex)) is None


@given(st.text(alphabet="{}\\^_ab", max_size=12), st.integers(0, 12))
def test_the_way_out_always_leads_on(latex: str, here: int) -> None:
    found = behind_structure(latex, here)
    assert found is None or here < found <= len(latex)
