from __future__ import annotations

import pytest

from proceedings_editor.app.visible import told, visible
from proceedings_editor.texts import text


@pytest.mark.parametrize(
    ("words", "shown"),
    [("№\u00a05", "№⍽5"), ("№ 5", "№ 5"), ("  ", "␣␣"), ("а\nб", "а⏎б"), ("са\u00adла", "са¬ла"), ("", "")],
)
def test_what_cannot_be_seen_is_a_sign(words: str, shown: str) -> None:
    assert visible(words) == shown


def test_a_side_of_a_fix_is_never_blank_and_speaks_the_readers_language() -> None:
    assert told("", "en") == "(empty)"
    assert told("№\u00a05", "ru") == "№⍽5"
    assert [told(text("{width} cm", width=10.1), one) for one in ("kk", "ru", "en")] == [
        "10,1 см",
        "10,1 см",
        "10.1 cm",
    ]
