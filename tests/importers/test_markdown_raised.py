"""Signs above and below the line, as pandoc writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from proceedings_editor.importers.result import Imported
from proceedings_editor.model.body import Paragraph, Span

Import = Callable[[str], Imported]


def spans(page: Imported) -> list[tuple[str, str]]:
    (block,) = page.entry.body
    assert isinstance(block, Paragraph)
    runs = [run for run in block.text if isinstance(run, Span)]
    return [(run.text, "^" * run.superscript + "~" * run.subscript + "*" * run.bold) for run in runs]


def test_marks_raise_and_lower_what_stands_between_them(imported: Import) -> None:
    page = imported("Area in m^2^, H~2~O, note^**a**^ and ^\\*^ here.")
    assert spans(page) == [
        ("Area in m", ""),
        ("2", "^"),
        (", H", ""),
        ("2", "~"),
        ("O, note", ""),
        ("a", "^*"),
        (" and ", ""),
        ("*", "^"),
        (" here.", ""),
    ]
    assert page.doubts == ()


@pytest.mark.parametrize(
    "words",
    [
        "From 2^10 to 2^20 of them.",
        "Kept: 2\\^10\\^ so.",
        "Struck ~~out~~ words.",
        "About ~5 or ~7 of them.",
        "a ^ b ^ c",
    ],
)
def test_other_marks_stay_as_typed(imported: Import, words: str) -> None:
    assert spans(imported(words)) == [(words.replace("\\", ""), "")]


def test_a_line_of_marks_takes_no_time(imported: Import) -> None:
    assert imported("^" * 50_000 + "\n\n" + "^~a" * 50_000).doubts == ()
