"""Office Math: what the formulas become, and that the schema accepts every one of them."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from proceedings_editor.exporters.formula.omml import to_omml
from proceedings_editor.exporters.formula.omml_part import MATH, WORD
from tests.conftest import Need
from tests.exporters.formula.table import LATEX, MATHML

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD_MAIN}"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def brief(source: str, notation: str = "latex") -> str:
    """Return the Office Math without namespaces and without the runs' fonts."""
    whole = etree.tostring(to_omml(notation, source), encoding="unicode")
    whole = re.sub(r"<w:rPr>.*?</w:rPr>", "", re.sub(r' xmlns:\w+="[^"]*"', "", whole))
    return whole.replace("m:", "").replace("<oMath>", "").replace("</oMath>", "")


def written(path: Path, formulas: list[etree._Element]) -> Path:
    """Write the smallest DOCX that holds the formulas, a paragraph each."""
    root = etree.fromstring(f'<w:document xmlns:w="{WORD}"><w:body/></w:document>')
    for formula in formulas:
        etree.SubElement(root[0], f"{{{WORD}}}p").append(formula)
    etree.SubElement(root[0], f"{{{WORD}}}sectPr")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", etree.tostring(root))
    return path


def complaints(need: Need, path: Path) -> list[object]:
    done = subprocess.run([*need("ooxml-validator"), str(path)], capture_output=True, check=False)
    found: list[object] = json.loads(done.stdout)["errors"]
    return found


def test_the_schema_accepts_every_formula_in_both_styles(need: Need, tmp_path: Path) -> None:
    formulas = [to_omml("latex", source, display=display) for source in LATEX for display in (True, False)]
    formulas += [to_omml("mathml", source) for source in MATHML]
    assert complaints(need, written(tmp_path / "formulas.docx", formulas)) == []


def test_the_validator_would_notice_a_wrong_order(need: Need, tmp_path: Path) -> None:
    fraction = to_omml("latex", r"\frac{a}{b}")
    fraction[0].append(fraction[0][1])  # the numerator after the denominator
    assert complaints(need, written(tmp_path / "wrong.docx", [fraction])) != []


@pytest.mark.parametrize("source", LATEX)
def test_every_run_holds_text(source: str) -> None:
    root = to_omml("latex", source)
    assert root.tag == f"{{{MATH}}}oMath"
    assert all(held.text for held in root.iter(f"{{{MATH}}}t"))


def test_a_fraction_with_a_line_and_a_binomial_without() -> None:
    assert brief(r"\frac{a}{b}") == (
        '<f><fPr><type val="bar"/></fPr><num><r><t>a</t></r></num><den><r><t>b</t></r></den></f>'
    )
    assert '<d><dPr><begChr val="("/><endChr val=")"/></dPr><e><f><fPr><type val="noBar"/>' in brief(r"\binom{n}{k}")


def test_a_root_without_degree_hides_the_degree() -> None:
    assert brief(r"\sqrt{x}") == '<rad><radPr><degHide val="1"/></radPr><deg/><e><r><t>x</t></r></e></rad>'
    assert brief(r"\sqrt[3]{x}") == "<rad><deg><r><t>3</t></r></deg><e><r><t>x</t></r></e></rad>"


def test_a_sum_holds_what_it_sums_up_to_the_next_relation() -> None:
    assert brief(r"\sum_{i=1}^{n} x_i = 1") == (
        '<nary><naryPr><chr val="∑"/><limLoc val="undOvr"/></naryPr><sub><r><t>i=1</t></r></sub>'
        "<sup><r><t>n</t></r></sup><e><sSub><e><r><t>x</t></r></e><sub><r><t>i</t></r></sub></sSub></e></nary>"
        "<r><t>=1</t></r>"
    )


def test_a_sum_in_running_text_has_its_limits_beside() -> None:
    inline = etree.tostring(to_omml("latex", r"\sum_{i}^{n} x", display=False), encoding="unicode")
    assert 'limLoc m:val="subSup"' in inline


def test_an_operand_in_parentheses_is_not_cut_at_its_plus() -> None:
    assert brief(r"\int (x+1)\,dx").count("<nary>") == 1
    assert "(x+1)\u2009dx</t></r></e></nary>" in brief(r"\int (x+1)\,dx")


def test_a_sum_of_nothing_gets_no_dotted_box() -> None:
    assert "<e><r><t>\u200b</t></r></e></nary>" in brief(r"\oint_C")


def test_a_function_holds_its_argument_and_a_limit_stands_below() -> None:
    assert brief(r"\sin x") == (
        '<func><fName><r><rPr><sty val="p"/></rPr><t>sin</t></r></fName><e><r><t>x</t></r></e></func>'
    )
    assert "<func><fName><limLow><e>" in brief(r"\lim_{x\to 0} f")
    assert "<e><r><t>(x+y)</t></r></e></func>" in brief(r"\cos (x+y)z")


def test_accents_bars_and_braces_have_structures_of_their_own() -> None:
    assert '<acc><accPr><chr val="\u20d7"/></accPr>' in brief(r"\vec{a}")
    assert '<bar><barPr><pos val="top"/></barPr>' in brief(r"\overline{ab}")
    assert '<bar><barPr><pos val="bot"/></barPr>' in brief(r"\underline{ab}")
    assert '<limLow><e><groupChr><groupChrPr><chr val="⏟"/><pos val="bot"/>' in brief(r"\underbrace{a}_{n}")


def test_a_fence_that_is_not_drawn_is_an_empty_character() -> None:
    assert '<begChr val=""/><endChr val="|"/>' in brief(r"\left. x\right|_0")
    assert '<begChr val="{"/><endChr val=""/>' in brief(r"\begin{cases}a&b\end{cases}")
    assert '<begChr val="("/><sepChr val="|"/><endChr val=")"/>' in brief(r"\left(a\middle|b\right)")


def test_aligned_lines_are_an_array_of_equations_and_matrices_are_matrices() -> None:
    assert brief(r"\begin{aligned}a&=b\\c&=d\end{aligned}") == (
        "<eqArr><e><r><t>a&amp;=b</t></r></e><e><r><t>c&amp;=d</t></r></e></eqArr>"
    )
    matrix = brief(r"\begin{array}{lr}a&b\\c\end{array}")
    assert re.findall(r'<mcJc val="(\w+)"/>', matrix) == ["left", "right"]
    assert [row.count("<e>") for row in matrix.split("<mr>")[1:]] == [2, 2]


def test_text_is_in_the_documents_font_and_mathematics_in_the_mathematical_one() -> None:
    word, letter = to_omml("latex", r"\text{сан}x")
    assert [child.tag for child in word[0]] == [f"{{{MATH}}}nor"]
    assert word.find(f".//{{{WORD}}}rFonts") is None
    fonts = letter.find(f".//{{{WORD}}}rFonts")
    assert fonts is not None
    assert fonts.get(f"{{{WORD}}}ascii") == "Cambria Math"


def test_styled_letters_become_plain_letters_with_a_style() -> None:
    assert brief(r"\mathbb{R}") == '<r><rPr><scr val="double-struck"/><sty val="p"/></rPr><t>R</t></r>'
    assert brief(r"\mathbf{v}") == '<r><rPr><sty val="b"/></rPr><t>v</t></r>'
    assert brief(r"\mathrm{d}x") == '<r><rPr><sty val="p"/></rPr><t>d</t></r><r><t>x</t></r>'


def test_blanks_at_the_edge_of_a_run_are_kept() -> None:
    assert '<t xml:space="preserve">барлығы </t>' in brief(r"\text{барлығы }")


def test_the_tree_given_out_is_the_callers_own() -> None:
    to_omml("latex", "a+b").clear()
    assert brief("a+b") == "<r><t>a+b</t></r>"
