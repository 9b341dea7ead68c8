from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.errors import WriteError
from proceedings_editor.templates.node import Scalar, Source, parse
from proceedings_editor.templates.typed_yaml import Schema
from proceedings_editor.templates.yaml_text import Unquoted, rendered
from tests.strategies import ANY_TEXT, extras

SOURCE = Source("a.yaml")
LINES = st.lists(st.text("ab \t#:-|\"'ә", max_size=6), max_size=6).map("\n".join)


@given(ANY_TEXT | LINES)
def test_every_text_reads_back_equal(words: str) -> None:
    for tree in ({"a": words}, {"a": [words]}, {"a": [[{"b": words}, words]]}, {"a": {"b": words, "c": "end"}}):
        text = rendered(tree)
        assert words in _scalars(text)
        assert text.endswith("\n")
        assert not text.endswith("\n\n") or words.endswith("\n")


@given(ANY_TEXT | LINES)
def test_other_yaml_readers_see_the_same_text(words: str) -> None:
    assert yaml.safe_load(rendered({"a": words, "b": [words]})) == {"a": words, "b": [words]}


@given(extras())
def test_values_of_other_programs_read_back_equal(tree: dict[str, object]) -> None:
    text = rendered({"extra": tree}) if tree else "extra: {}\n"
    again = Schema().codec(object).read(parse(text, SOURCE), SOURCE)
    assert again == {"extra": tree}
    assert rendered(again) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Өзен – «ырыс» [1].", "Өзен – «ырыс» [1]."),
        ("<b>x</b>", "<b>x</b>"),
        ("2025 жылы", "2025 жылы"),
        ("070", '"070"'),
        ("2025-04-07", '"2025-04-07"'),
        ("no", '"no"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("– тізім", "– тізім"),
        ("- тізім", '"- тізім"'),
        ("[1] сілтеме", '"[1] сілтеме"'),
        ("a #b", '"a #b"'),
        ("a#b", "a#b"),
        ('"a"', '"\\"a\\""'),
        ("\\frac{a}{b}", "\\frac{a}{b}"),
        ("сөз\u00ad\u2028\x00", '"сөз\\xAD\\u2028\\0"'),
        ("a\u00a0b", "a\u00a0b"),
        ("x ", '"x "'),
        ("a\nb", "|2-\n  a\n  b"),
        ("a\n\n", "|2+\n  a\n"),
        (" a\nb\n", "|2\n   a\n  b"),
        ("\n", '"\\n"'),
        (7, "7"),
        (True, "true"),
        (None, "null"),
        (1.5, "1.5"),
        (Decimal("76.50"), "76.50"),
        (date(2025, 4, 7), "2025-04-07"),
        ({}, "{}"),
        ([], "[]"),
        (Unquoted("010"), "010"),
    ],
)
def test_each_value_has_one_form(value: object, written: str) -> None:
    assert rendered({"a": value}) == f"a: {written}\n"


def test_containers_are_indented_by_two() -> None:
    tree = {"a": [{"b": ["x", ["u", "z"]], "c": "w"}], "d": {"e": "f"}}
    assert rendered(tree, "one\ntwo") == (
        "# one\n# two\na:\n  - b:\n      - x\n      - - u\n        - z\n    c: w\nd:\n  e: f\n"
    )


@pytest.mark.parametrize(
    "tree", [{"a": "\ud800"}, {"\udc00": 1}, {"a": float("nan")}, {"a": float("inf")}, {"a": Decimal("Infinity")}]
)
def test_what_no_file_can_hold_is_refused(tree: dict[str, object]) -> None:
    with pytest.raises(WriteError, match="nothing was written"):
        rendered(tree)


def _scalars(text: str) -> set[str]:
    found, open_ = set(), [parse(text, SOURCE)]
    while open_:
        one = open_.pop()
        if isinstance(one, Scalar):
            found.add(one.value)
        else:
            open_ += one.items if hasattr(one, "items") else one.values.values()
    return found
