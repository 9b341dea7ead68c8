from __future__ import annotations

import pytest

from proceedings_editor.exporters.composition.marker import item_label


@pytest.mark.parametrize(
    ("form", "number", "label"),
    [
        ("1.", 12, "12."),
        ("1)", 3, "3)"),
        ("[1]", 7, "[7]"),
        ("a)", 3, "c)"),
        ("a)", 27, "aa)"),
        ("A.", 2, "B."),
        ("I.", 4, "IV."),
        ("i)", 1994, "mcmxciv)"),
        ("I.", 0, "0."),
        ("a)", 10**9, "1000000000)"),
        ("–", 3, "–"),
    ],
)
def test_labels_count_in_their_form(form: str, number: int, label: str) -> None:
    assert item_label(form, number) == label
