from __future__ import annotations

import pytest

from tests.rules.sample import entry, found, mended, only, reading


@pytest.mark.parametrize(
    "code", ["342.4", "34:342.4(574)", '"19/20"(051)', "821.512.122Абай", "599*E4", "ӘОЖ 34", "УДК 53"]
)
def test_right_characters_are_silent(code: str) -> None:
    assert not found("UDC002", entry(udc=(code,)))


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("342.4 (574)", "342.4(574)"),
        ("(410)(051)“20”", '(410)(051)"20"'),
        ("34 : 342.4 (574)", "34:342.4(574)"),
        ("ӘОЖ 342.4\u00a0(574); 53", "ӘОЖ 342.4(574); 53"),
    ],
)
def test_spaces_and_quotes_are_mended_without_asking(code: str, right: str) -> None:
    spoilt = entry(udc=(code,))
    finding = only("UDC002", spoilt)
    assert finding.severity == "error"
    assert finding.fix is not None
    assert finding.fix.safe
    assert mended(finding, spoilt).entries[0].udc == (right,)


@pytest.mark.parametrize(
    ("code", "right", "letter"),
    [
        ("З42.4", "342.4", "З"),
        ("342.О4", "342.04", "О"),
        ("342,4(574)", "342.4(574)", ","),
        ("З42.4 (574)", "342.4(574)", "З"),
    ],
)
def test_look_alikes_are_proposed(code: str, right: str, letter: str) -> None:
    spoilt = entry(udc=(code,))
    finding = only("UDC002", spoilt)
    assert finding.text == letter
    assert finding.fix is not None
    assert not finding.fix.safe
    assert mended(finding, spoilt).entries[0].udc == (right,)


@pytest.mark.parametrize("code", ["342.4–347", "құқық", "право 34", "34&35"])
def test_what_nobody_can_guess_has_no_fix(code: str) -> None:
    assert only("UDC002", entry(udc=(code,))).fix is None


def test_a_reading_is_read_without_its_label_and_not_mended() -> None:
    finding = only("UDC002", entry(readings=(reading("udc", "УДК 342.4 (574)"),)))
    assert (finding.place.field, finding.text, finding.fix) == ("readings.0.text", " ", None)
    assert finding.place.start == len("УДК 342.4")
