from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.collection import Collection
from tests.rules.sample import entry, found, mended, only, reading, texts, workspace

RIGHT = (
    "34:342.4(574)", "622+669", "73/75", '(410)(051)"20"', "=111(02.053.2)53", "629.734/.735", "77.04::355.4",
    "061.2(100)::[54+66]IUPAC", "329.17'23'12", "663.4(493)(075)=112.5", "37.02-028.26", "336.23[633.73+633.77]",
    "908(470.1/.6)", "347.78(410)1", "546.42.027*90", "66.011", "616.12-008.331.1+616.37-002:577.1",
)  # fmt: skip


@pytest.mark.parametrize("code", RIGHT)
def test_real_codes_are_right(code: str) -> None:
    assert not found("UDC001", entry(udc=(code,)))


@pytest.mark.parametrize(
    "code",
    ["342.4(574", "342.4.", "342..4", "34:", ":342.4", "342.4(574)]", "342.4=", '342.4"2025', "342.4()", "34/:347"],
)
def test_what_cannot_be_read_is_an_error(code: str) -> None:
    finding = only("UDC001", entry(udc=("53", code)))
    assert (finding.severity, finding.text, finding.place.field, finding.fix) == ("error", code, "udc.1", None)


@pytest.mark.parametrize(
    ("code", "right"), [("3424(574)", "342.4(574)"), ("55652", "556.52"), ("1234:5678", "123.4:567.8")]
)
def test_points_between_groups_are_proposed(code: str, right: str) -> None:
    spoilt = entry(udc=(code,))
    finding = only("UDC001", spoilt)
    assert finding.severity == "warning"
    assert finding.fix is not None
    assert not finding.fix.safe
    assert mended(finding, spoilt).entries[0].udc == (right,)


def test_a_short_group_is_a_warning() -> None:
    assert only("UDC001", entry(udc=("34.2",))).severity == "warning"


@pytest.mark.parametrize("code", ["З42.4(574", "342.4 (574"])
def test_foreign_characters_are_the_matter_of_the_other_rule(code: str) -> None:
    assert not found("UDC001", entry(udc=(code,)))


@pytest.mark.parametrize("label", ["ӘОЖ ", "УДК: ", "UDC ", "ӘОЖ/УДК/UDC "])
def test_a_label_does_not_count(label: str) -> None:
    assert not found("UDC001", entry(udc=(f"{label}34:342.4(574)",)))
    finding = only("UDC001", entry(udc=(f"{label}342.4(574; 34",)))
    assert (finding.text, finding.place.start) == ("342.4(574", len(label))


def test_a_reading_that_the_field_repeats_is_silent_and_another_one_is_not() -> None:
    same = reading("udc", "ӘОЖ 34:342.4(574)")
    other = reading("udc", "ӘОЖ 34:342.4(574", "head")
    spoilt = entry(udc=("34:342.4(574)",), readings=(same, other))
    finding = only("UDC001", spoilt)
    assert (finding.place.field, finding.text, finding.fix) == ("readings.1.text", "34:342.4(574", None)
    assert texts(found("UDC001", replace(spoilt, udc=("34:342.4(574",)))) == ["34:342.4(574"]


def test_the_collections_own_code_is_checked() -> None:
    finding = only("UDC001", workspace(collection=Collection(udc="3424", sections=()), template=None))
    assert (finding.entry, finding.place.field) == ("", "collection.udc")
