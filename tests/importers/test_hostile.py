"""Sources made to hurt: each must come in within seconds and without a traceback."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from proceedings_editor.importers.result import Imported

MANY = 30_000
SECONDS = 20
"""Far above what is needed (most take less than one), far below what a quadratic reader would take."""

SOURCES = {
    "brackets": "[" * 100_000,
    "pictures": "![" * MANY,
    "footnotes": "[^a]: x\n\n" + "[^" * MANY,
    "quotations": ">" * 100_000,
    "deep quotations": "\n".join(">" * depth + " а" for depth in range(200)),
    "deep lists": "".join("  " * depth + "- а\n" for depth in range(200)),
    "stars": "*а " * MANY,
    "backticks": "".join("`" * (i % 300) + "а" for i in range(MANY // 100)),
    "tags": "<a " * MANY,
    "formulas": "$$а\n" * MANY,
    "entities": "&" * MANY,
    "table": "|а" * 100 + "\n" + "|-" * 100 + "\n" + "|а\n" * 300,
    "slashes in a heading": "# СЕКЦИЯ I " + "/ " * MANY,
    "quotes in a row": "Автор\tА\nConference\tx" + " «" * MANY,
    "numbers in a row": "Автор\tА\nPages\t" + "9" * MANY,
    "dates in a row": "Автор\tА\nDate\t" + "1-" * MANY,
    "many lines": "университет, а\n" * (MANY // 5),
    "forced breaks": "а\\\n" * (MANY // 5),
    "one word": "а" * MANY,
    "surrogates and controls": "\ud800\x00\x0b\u202e" * 100,
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_hostile_source_comes_in_soon(imported: Callable[[str], Imported], name: str) -> None:
    start = time.process_time()
    page = imported(SOURCES[name])
    assert time.process_time() - start < SECONDS
    assert page.entry.body or page.doubts or page.entry.title
