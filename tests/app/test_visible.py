from __future__ import annotations

import pytest

from proceedings_editor.app.visible import visible


@pytest.mark.parametrize(
    ("words", "shown"),
    [("№\u00a05", "№⍽5"), ("№ 5", "№ 5"), ("  ", "␣␣"), ("а\nб", "а⏎б"), ("са\u00adла", "са¬ла"), ("", "")],
)
def test_what_cannot_be_seen_is_a_sign(words: str, shown: str) -> None:
    assert visible(words) == shown
