from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.mention import find_mentions, renumber


def read(text: str) -> list[tuple[str, tuple[int, ...], str]]:
    return [(found.kind, found.numbers, text[found.start : found.end]) for found in find_mentions(text)]


@pytest.mark.parametrize(
    ("wording", "kind", "numbers"),
    [
        ("1-сурет", "figure", (1,)),
        ("1-суретте", "figure", (1,)),
        ("1 - сурет", "figure", (1,)),
        ("1–3-суреттерде", "figure", (1, 2, 3)),
        ("1, 2 және 4-суреттер", "figure", (1, 2, 4)),
        ("№2 суретте", "figure", (2,)),
        ("2-кестеде", "table", (2,)),
        ("11-кесте", "table", (11,)),
        ("(3)-формула", "formula", (3,)),
        ("(3) формула", "formula", (3,)),
        ("(1) және (2) формулалар", "formula", (1, 2)),
        ("(4)-теңдеуден", "formula", (4,)),
        ("рис. 1", "figure", (1,)),
        ("рис.1", "figure", (1,)),
        ("рис. 1а", "figure", (1,)),
        ("рисунке 2", "figure", (2,)),
        ("Рисунок 10", "figure", (10,)),
        ("рисунках 1 и 2", "figure", (1, 2)),
        ("рисунки 1 – 3", "figure", (1, 2, 3)),
        ("таблица 1", "table", (1,)),
        ("таблице № 4", "table", (4,)),
        ("табл. 2", "table", (2,)),
        ("таблицах 1, 2", "table", (1, 2)),
        ("формула (3)", "formula", (3,)),
        ("формуле 3", "formula", (3,)),
        ("уравнением (2)", "formula", (2,)),
        ("формулам (1) и (2)", "formula", (1, 2)),
        ("Figure 1", "figure", (1,)),
        ("Figure 1a", "figure", (1,)),
        ("Fig. 2", "figure", (2,)),
        ("Figs. 1–3", "figure", (1, 2, 3)),
        ("Table 3", "table", (3,)),
        ("Tables 1, 2 and 4", "table", (1, 2, 4)),
        ("Eq. (1)", "formula", (1,)),
        ("Eqs. (1)–(3)", "formula", (1, 2, 3)),
        ("equation (2)", "formula", (2,)),
        ("Table\u00a03", "table", (3,)),
    ],
)
def test_a_mention_is_found(wording: str, kind: str, numbers: tuple[int, ...]) -> None:
    assert read(f"Сөз, {wording}, соңы.") == [(kind, numbers, wording)]


def test_a_list_after_an_abbreviation_must_end_at_a_mark() -> None:
    assert read("(рис. 1, 2)") == [("figure", (1, 2), "рис. 1, 2")]
    assert read("рис. 1, 5 адам") == [("figure", (1,), "рис. 1")]
    assert read("в таблице 1, 15 студентов") == [("table", (1,), "таблице 1")]


def test_a_number_before_the_list_belongs_to_the_sentence() -> None:
    assert read("ұзындығы 5, 2-кестеде") == [("table", (2,), "2-кестеде")]


def test_a_kazakh_noun_before_its_number_counts_only_where_it_closes() -> None:
    assert read("(сурет 1)") == [("figure", (1,), "сурет 1")]
    assert read("Кесте 3 бағаннан тұрады") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3 кесте бар",
        "2 figures",
        "рис. 1.2",
        "5.1-сурет",
        "кестеде 3 баған",
        "2-суретші",
        "2024-сурет",
        "рис. 0",
        "адрис. 1",
        "формула",
        "[1]",
        "comfortable 3",
    ],
)
def test_what_only_resembles_a_mention_is_left_out(text: str) -> None:
    assert read(text) == []


def test_the_places_of_the_numbers_are_told() -> None:
    text = "рисунках 1–3 и 5"
    spans = [span for found in find_mentions(text) for span in found.spans]
    assert [text[span.start : span.end] for span in spans] == ["1–3", "5"]


def test_renumbering_touches_one_kind_only() -> None:
    text = "1-сурет пен 1-кесте, рис. 1–2, [1], Fig. 1"
    assert renumber(text, "figure", {1: 2, 2: 3}) == "2-сурет пен 1-кесте, рис. 2–3, [1], Fig. 2"
    assert renumber(text, "table", {1: 4}) == "1-сурет пен 4-кесте, рис. 1–2, [1], Fig. 1"


def test_what_was_deleted_becomes_a_question_mark() -> None:
    assert renumber("1-сурет, рис. 1–3", "figure", {1: None, 2: 1, 3: 2}) == "?-сурет, рис. 1–2"
    assert renumber("Eqs. (1)–(3)", "formula", {2: 5}) == "Eqs. (1), (3), (5)"


pieces = st.sampled_from(
    ["1-сурет", "рис. 2", " ", ", ", "3 ", "таблице 4", "(5) формула", "Eqs. (1)–(3)", "Fig. 7", "–", "№", "сөз"]
)


@given(st.lists(pieces, max_size=12).map("".join), st.sampled_from(("figure", "table", "formula")))
def test_renumbering_by_nothing_changes_nothing(text: str, kind: str) -> None:
    assert renumber(text, kind, {}) == text
    assert renumber(text, kind, {number: number for number in range(1, 20)}) == text


@given(st.lists(pieces, max_size=12).map("".join), st.integers(1, 9))
def test_renumbering_there_and_back_is_nothing(text: str, by: int) -> None:
    there = {number: number + by for number in range(1, 900)}
    back = {new: old for old, new in there.items()}
    assert renumber(renumber(text, "figure", there), "figure", back) == text


@given(st.lists(pieces, max_size=12).map("".join))
def test_mentions_stand_in_order_and_apart(text: str) -> None:
    found = find_mentions(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(text[span.start : span.end].startswith(str(span.first)) for one in found for span in one.spans)
