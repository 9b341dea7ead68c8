from __future__ import annotations

import pytest

from proceedings_editor.ui.body.digit_key import digit_at


@pytest.mark.parametrize(("platform", "first"), [("xcb", 10), ("wayland", 10), ("windows", 2)])
def test_the_keys_above_the_letters_have_digits_on_every_layout(platform: str, first: int) -> None:
    assert [digit_at(code, platform) for code in range(first - 1, first + 11)] == ["", *"1234567890", ""]


def test_a_window_system_whose_codes_are_unknown_gives_none() -> None:
    assert digit_at(10, "offscreen") == ""
