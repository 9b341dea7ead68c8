"""FORM001: numbers of formulas."""

from __future__ import annotations

import pytest

from proceedings_editor.app.fixing import fix_workspace
from proceedings_editor.model.body import (
    Block,
    DisplayFormula,
    FormulaSource,
    InlineFormula,
    Paragraph,
    RichText,
    Span,
    plain_text,
)
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.walk import text_of
from proceedings_editor.rules.facts import Facts
from tests.rules.sample import entry, found, mended, only, paragraph, workspace


def of(*blocks: str | Block) -> Entry:
    return entry(body=tuple(paragraph(block) if isinstance(block, str) else block for block in blocks))


def formula(source: str = "E = mc^2", *, numbered: bool = True) -> DisplayFormula:
    return DisplayFormula(FormulaSource(source), numbered)


def words(spoilt: Entry) -> list[str]:
    return [plain_text(text_of(block)) for block in spoilt.body if not isinstance(block, DisplayFormula)]


@pytest.mark.parametrize(
    "blocks",
    [
        ("(1) формула бойынша.", formula()),
        ("Қарапайым теңдік.", formula(numbered=False)),
        ("1-формула мен 2-формула.", formula(), formula()),
        ("По формуле (1) получим.", formula()),
        ("Подставим (1) в (2).", formula(), formula()),
        ("Формулы (1)–(2).", formula(), formula()),
        ("By equation (1) we get.", formula()),
        ("f(1) мәні, p (1).", formula("f (1)", numbered=False)),
        ("Формуласыз мәтін.",),
    ],
)
def test_formulas_the_text_refers_to_are_right(blocks: tuple[str | Block, ...]) -> None:
    assert not found("FORM001", of(*blocks))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["Алдымен.", "(2) формула бойынша.", "3-формула."], ["Алдымен.", "(1) формула бойынша.", "2-формула."]),
        (["Сначала.", "По формуле (2).", "Из формул (2)–(3)."], ["Сначала.", "По формуле (1).", "Из формул (1)–(2)."]),
        (["First.", "By equation (2).", "See equation (3)."], ["First.", "By equation (1).", "See equation (2)."]),
    ],
)
def test_an_unused_number_goes_and_the_mentions_follow(before: list[str], after: list[str]) -> None:
    spoilt = of(before[0], formula("a"), before[1], formula("b"), before[2], formula("c"))
    finding = only("FORM001", spoilt)
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe, finding.place.block) == ("warning", False, (1,))
    (mended_entry,) = mended(finding, spoilt).entries
    assert words(mended_entry) == after
    numbered = [block.numbered for block in mended_entry.body if isinstance(block, DisplayFormula)]
    assert numbered == [False, True, True]
    assert not found("FORM001", mended_entry)


def test_all_unused_numbers_go_one_after_the_other() -> None:
    spoilt = of("Су.", formula("a"), "Жер.", formula("b"), "(3) формула.", formula("c"))
    report = fix_workspace(workspace(spoilt), lambda one: one.code == "FORM001")
    (after,) = report.workspace.entries
    assert words(after) == ["Су.", "Жер.", "(1) формула."]
    assert not found("FORM001", after)


def test_a_bare_number_behind_stops_the_fix() -> None:
    spoilt = of("Подставим (2).", formula("a"), formula("b"))
    assert only("FORM001", spoilt).fix is None


@pytest.mark.parametrize(
    ("text", "count"), [("(2) формула бойынша.", 1), ("По формуле (5).", 1), ("By equation (7).", 1)]
)
def test_a_mentioned_formula_exists(text: str, count: int) -> None:
    assert len(found("FORM001", of(text))) == count
    findings = found("FORM001", of(text, "(1) формула.", formula()))
    assert [finding.place.block for finding in findings] == [(0,)]


@pytest.mark.parametrize(
    "line",
    [
        (InlineFormula(FormulaSource("F = ma")), Span(" (1)")),
        (InlineFormula(FormulaSource("F = ma")), Span(", мұндағы m – масса (1).")),
        (Span("F = ma  (1)"),),
    ],
)
def test_a_number_typed_behind_a_formula_in_a_line_may_be_mentioned(line: RichText) -> None:
    assert not found("FORM001", of(Paragraph(line), "(1) формула бойынша."))
    assert found("FORM001", of(Paragraph(line), "(2) формула бойынша."))


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        (r"E = mc^2 \tag{1}", "E = mc^2"),
        (r"E = mc^2 \qquad (1)", "E = mc^2"),
        (r"E = mc^2 \quad [1]", "E = mc^2"),
        ("a = b   (12)", "a = b"),
        (r"a = b \tag*{(2.1)}", "a = b"),
    ],
)
def test_a_typed_number_becomes_the_program_s(source: str, bare: str) -> None:
    spoilt = of("(1) формула.", formula(source, numbered=False))
    finding = only("FORM001", spoilt)
    assert finding.fix is not None
    assert finding.fix.safe
    (after,) = mended(finding, spoilt).entries
    assert after.body[1] == formula(bare)
    assert not found("FORM001", after)


@pytest.mark.parametrize("source", ["y = f(1)", "y = f (2)", r"x \in [1]", r"y = \left( 1 \right)", "a_{(1)}"])
def test_factors_and_arguments_are_no_numbers(source: str) -> None:
    assert not found("FORM001", of("Су.", formula(source, numbered=False)))


def test_a_formula_that_cannot_be_read_is_an_error() -> None:
    spoilt = workspace(of("Су.", formula(r"\frac{", numbered=False)))
    (finding,) = found("FORM001", spoilt, Facts(unreadable_formulas={"e1": frozenset({(1,)})}))
    assert (finding.severity, finding.place.block) == ("error", (1,))
