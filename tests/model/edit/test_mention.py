"""Mentions follow the numbers of figures, tables and formulas when something is put in before them."""

from __future__ import annotations

from proceedings_editor.model.body import Body, Cell, DisplayFormula, Figure, FormulaSource, Paragraph, Span, Table
from proceedings_editor.model.edit.mention import with_mentions_of


def words(said: str) -> Paragraph:
    return Paragraph((Span(said),))


def formula(latex: str) -> DisplayFormula:
    return DisplayFormula(FormulaSource(latex), numbered=True)


def test_each_kind_follows_its_own_numbers() -> None:
    figure, table, last = Figure("а.png"), Table(((Cell(),),)), formula("a")
    said = words("1-сурет, 1-кесте және (1) формула; Рисунок 1; Table 1")
    before: Body = (figure, table, last, said)
    after = with_mentions_of(before, (Figure("ә.png"), *before))
    assert after[-1] == words("2-сурет, 1-кесте және (1) формула; Рисунок 2; Table 1")
    after = with_mentions_of(before, (formula("b"), *before))
    assert after[-1] == words("1-сурет, 1-кесте және (2) формула; Рисунок 1; Table 1")


def test_what_comes_behind_changes_nothing() -> None:
    before: Body = (Figure("а.png"), words("1-сурет"))
    after = (*before, Figure("ә.png"))
    assert with_mentions_of(before, after) is after


def test_a_table_in_whose_cell_something_is_put_keeps_its_number() -> None:
    first, said = Table(((Cell((words("а"),)),),)), words("1-кесте және 1-сурет")
    before: Body = (first, Figure("а.png"), said)
    inner = Table(((Cell((words("а"), Figure("ә.png"))),),))
    after = with_mentions_of(before, (inner, before[1], said))
    assert after[-1] == words("1-кесте және 2-сурет")


def test_what_is_exchanged_for_something_without_a_number_is_told() -> None:
    old, said = formula("a"), words("(1) формула және (2) формула")
    before: Body = (old, formula("b"), said)
    new = DisplayFormula(FormulaSource("a"))
    after = with_mentions_of(before, (new, *before[1:]), {id(old): new})
    assert after[-1] == words("(?) формула және (1) формула")


def test_a_mention_of_what_is_gone_is_left_alone() -> None:
    before: Body = (Figure("а.png"), Figure("ә.png"), words("1-сурет, 2-сурет"))
    after = before[2:]
    assert with_mentions_of(before, after) is after
