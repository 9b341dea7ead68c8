"""Every code of the classification's own descriptions and every invented wrong one, through all rules about UDC."""

from __future__ import annotations

import pytest

from tests.rules.sample import entry, found, only, reading, texts

VALID = """
34:342.4(574) 622+669 73/75 (410)(051)"20" =111(02.053.2)53 (02.053.2)=111:53 629.734/.735 17:7 77.04::355.4
061.2(100)::[54+66]IUPAC 329.17'23'12 547.426.24'117 663.4(493)(075)=112.5 53(035)=111=112.2=133.1 37.02-028.26
37.02(086.8) 336.23[633.73+633.77] 908(470+571) 908(470.1/.6) 622(410).333 347.78(410)1 546.42.027*90 523.44*433
625.711.1(4)*E4 66-97*C150 005.71-027.563(430)AEG 62-52 621.979-52 66.011 661.25.011 599.744.211 911(410)
551.7.065.1(73)"628.62ILL" 541.18 616.12-008.331.1+616.37-002:577.1 616.45-001.1/.3:577.1 616-001.14-06
611.41:57.017.6:616-097.1(043.2) (44+460) "19/20" 821.112.5(492.83Utrecht)
"""
INVALID = {
    "UDC001": [
        "3424(574)", "342.4(574", "342.4.", "342..4", "34:", ":342.4", "34.2", "342.4(574)]", "342.4=", '342.4"2025',
        "811.512.1223", "342.4()", "34/:347", "[34:342.",
    ],
    "UDC002": ["342,4(574)", "342.4 (574)", "З42.4", "342.О4", "342.4–347"],
}  # fmt: skip
REDUNDANT = {"34:342.4(574)": "34:342.4"}
CODES = ("UDC001", "UDC002", "UDC003", "UDC004")


def said(code: str) -> list[tuple[str, str]]:
    return [(rule, text) for rule in CODES for text in texts(found(rule, entry(udc=(code,))))]


@pytest.mark.parametrize("code", VALID.split())
def test_a_valid_code_is_silent_but_for_its_redundancy(code: str) -> None:
    assert said(code) == ([("UDC004", REDUNDANT[code])] if code in REDUNDANT else [])


@pytest.mark.parametrize(("rule", "code"), [(rule, code) for rule, codes in INVALID.items() for code in codes])
def test_an_invalid_code_is_found_by_one_rule(rule: str, code: str) -> None:
    assert [found_rule for found_rule, _ in said(code)] == [rule]


@pytest.mark.parametrize("code", ["342.4;347", "ӘОЖ 342.4"])
def test_several_codes_and_a_label_are_no_fault_of_the_code(code: str) -> None:
    assert said(code) == []


@pytest.mark.parametrize("code", ["81", "811.512.122", "908(44+460)", "37.02-44", "3/5", '34"40"', "53=411.16"])
def test_other_classes_and_additions_are_silent(code: str) -> None:
    assert not found("UDC003", entry(udc=(code,)))


@pytest.mark.parametrize(
    ("code", "number"), [("4", "4"), ("413", "413"), ("37:46", "46"), ("801[42]", "42"), ("41/42(574)", "41")]
)
def test_class_four_is_a_warning(code: str, number: str) -> None:
    finding, *_ = found("UDC003", entry(udc=("556.5", code)))
    assert (finding.severity, finding.text, finding.place.field, finding.fix) == ("warning", number, "udc.1", None)


def test_a_code_that_cannot_be_read_is_not_judged_further() -> None:
    assert not found("UDC003", entry(udc=("4:",)))
    assert not found("UDC004", entry(udc=("75/73(",)))


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("34:342.4", "34:342.4"), ("342.4::34", "342.4::34"), ("53:34:342.4(574)", "34:342.4"), ("34:34", "34:34"),
        ("75/73", "75/73"), ("629.735/.734", "629.735/.734"), ("616-001.3/.1", "-001.3/.1"),
        ("908(470.6/.1)", "470.6/.1"), ('34"20/19"', "20/19"),
    ],
)  # fmt: skip
def test_redundant_and_reversed_codes_are_information(code: str, place: str) -> None:
    finding = only("UDC004", entry(udc=(code,)))
    assert (finding.severity, finding.text, finding.fix) == ("information", place, None)
    assert code[finding.place.start : finding.place.end] == place


@pytest.mark.parametrize(
    "code", ["342:347", "34(574):342.4", "34+342.4", "17:7", "73/75", "341=512/35", "34:341/343", "[34]:342", "1/9"]
)
def test_what_says_something_is_silent(code: str) -> None:
    assert not found("UDC004", entry(udc=(code,)))


@pytest.mark.parametrize("rule", ["UDC003", "UDC004"])
def test_a_reading_counts_where_the_field_has_not_the_code(rule: str) -> None:
    code = {"UDC003": "41", "UDC004": "34:342"}[rule]
    same, other = reading("udc", f"ӘОЖ {code}"), reading("udc", f"УДК {code}(574)")
    spoilt = entry(udc=(code,), readings=(same, other))
    places = [finding.place.field for finding in found(rule, spoilt)]
    assert places == ["udc.0", "readings.1.text"]
