"""PDF's spelling of values, read back by pikepdf."""

from __future__ import annotations

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.exporters.pdf.syntax import dictionary, moment, name, name_tree, real, rectangle, text_string

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(WORDS)
def test_a_text_string_reads_back_as_it_was(words: str) -> None:
    assert str(pikepdf.Object.parse(text_string(words).encode("ascii"))) == words


@given(WORDS.filter(bool))
def test_a_name_reads_back_as_it_was(word: str) -> None:
    assert pikepdf.Object.parse(name(word).encode("ascii")) == pikepdf.Name("/" + word)


def test_an_unpaired_surrogate_does_not_stop_the_writer() -> None:
    assert text_string("а\ud800").startswith("<FEFF")


@given(st.dictionaries(WORDS.filter(bool), st.just("1"), min_size=1, max_size=12))
def test_a_name_tree_is_sorted_by_the_bytes_of_its_keys(entries: dict[str, str]) -> None:
    tree = pikepdf.Object.parse(name_tree(entries).encode("ascii"))
    keys = [bytes(key) for key in list(tree.Names)[::2]]  # type: ignore[attr-defined]
    assert keys == sorted(keys)
    assert len(keys) == len(entries)


@given(st.floats(-14_400, 14_400))
def test_a_length_keeps_a_hundredth_of_a_point(value: float) -> None:
    assert abs(float(real(value)) - value) <= 0.00501


def test_values_that_are_empty_leave_their_key_out() -> None:
    assert dictionary({"A": "1", "B": ""}) == "<</A 1>>"


def test_a_rectangle_and_a_day_are_spelled_for_readers() -> None:
    assert rectangle((0, 1.5, 595.28, 20)) == "[0 1.5 595.28 20]"
    assert moment("2025-04-07") == "(D:20250407000000Z)"
