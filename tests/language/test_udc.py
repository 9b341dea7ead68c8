from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.udc import check_udc, regrouped, split_udc

VALID = """
34:342.4(574)|622+669|73/75|(410)(051)"20"|=111(02.053.2)53|(02.053.2)=111:53
629.734/.735|17:7|77.04::355.4|061.2(100)::[54+66]IUPAC
329.17'23'12|547.426.24'117|663.4(493)(075)=112.5|53(035)=111=112.2=133.1|37.02-028.26|37.02(086.8)
336.23[633.73+633.77]|908(470+571)|908(470.1/.6)|622(410).333|347.78(410)1
546.42.027*90|523.44*433|625.711.1(4)*E4|66-97*C150|005.71-027.563(430)AEG|62-52|621.979-52|66.011|661.25.011
599.744.211|911(410)|551.7.065.1(73)"628.62ILL"|541.18|616.12-008.331.1+616.37-002:577.1
616.45-001.1/.3:577.1|616-001.14-06|611.41:57.017.6:616-097.1(043.2)
(44+460)|"19/20"|821.112.5(492.83Utrecht)|821.512.122Мұқағали.06|005:[33:(574)]|314(=512.122)
""".replace("\n", "|").split("|")

INVALID = [
    ("3424(574)", "grouping", 0),
    ("342.4(574", "grammar", 5),
    ("342,4(574)", "character", 3),
    ("342.4.", "grammar", 5),
    ("342..4", "grammar", 3),
    ("34:", "grammar", 3),
    (":342.4", "grammar", 0),
    ("34.2", "grouping", 0),
    ("342.4 (574)", "character", 5),
    ("342.4(574)]", "grammar", 10),
    ("З42.4", "character", 0),
    ("342.О4", "character", 4),
    ("342.4=", "grammar", 5),
    ('342.4"2025', "grammar", 5),
    ("811.512.1223", "grouping", 8),
    ("ӘОЖ 342.4", "character", 0),
    ("342.4()", "grammar", 5),
    ("34/:347", "grammar", 3),
    ("342.4–347", "character", 5),
    ("342.4;347", "character", 5),
    ("[34:342.", "grammar", 7),
    ("[34:342", "grammar", 0),
    ("", "grammar", 0),
    ("34О2", "character", 2),
    ("342.4“2025”", "character", 5),
    ("342.4*", "grammar", 5),
    ("[" * 20 + "1" + "]" * 20, "grammar", 8),
    ("1" * 301, "grammar", 300),
]


@pytest.mark.parametrize("code", [code for code in VALID if code])
def test_a_valid_code_has_no_fault_and_its_parts_are_the_code(code: str) -> None:
    result = check_udc(code)
    assert result.faults == ()
    assert "".join(part.text for part in result.parts) == code
    assert all(code[part.start : part.end] == part.text for part in result.parts)


@pytest.mark.parametrize(("code", "kind", "position"), INVALID)
def test_an_invalid_code_has_a_fault_of_one_kind_at_its_place(code: str, kind: str, position: int) -> None:
    faults = check_udc(code).faults
    assert {fault.kind for fault in faults} == {kind}
    assert faults[0].position == position
    assert str(faults[0].reason)


def test_the_parts_are_named() -> None:
    kinds = [(part.kind, part.text) for part in check_udc('342.4(574):[33-051]"2025"=512.122').parts]
    assert kinds == [
        ("number", "342.4"),
        ("place", "(574)"),
        ("sign", ":"),
        ("sign", "["),
        ("number", "33"),
        ("hyphen", "-051"),
        ("sign", "]"),
        ("time", '"2025"'),
        ("language", "=512.122"),
    ]


def test_a_doubtful_grouping_does_not_hide_a_later_fault() -> None:
    assert [fault.kind for fault in check_udc("3424(574").faults] == ["grouping", "grammar"]


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("3424(574)", "342.4(574)"),
        ("811.512.1223", "811.512.122.3"),
        ("3424:3471", "342.4:347.1"),
        ("34:342.4(574)", "34:342.4(574)"),
        ("551.7.065.1", "551.7.065.1"),
        ("З42", "З42"),
    ],
)
def test_digits_are_grouped_in_threes(code: str, right: str) -> None:
    assert regrouped(code) == right


@pytest.mark.parametrize(
    ("line", "label", "codes"),
    [
        ("ӘОЖ 34:342.4(574)", "ӘОЖ", ("34:342.4(574)",)),
        ("ӘОЖ/УДК/UDC ӘОЖ 34:342.4(574)", "ӘОЖ/УДК/UDC ӘОЖ", ("34:342.4(574)",)),
        ("УДК 811.512; 37.02;", "УДК", ("811.512", "37.02")),
        ("UDC: 5", "UDC", ("5",)),
        ("УДК342.4", "УДК", ("342.4",)),
        ("ӘӨЖ – 5", "ӘӨЖ", ("5",)),
        ("342,4 ", "", ("342,4",)),
        ("УДК", "УДК", ()),
        ("", "", ()),
    ],
)
def test_a_line_is_split_into_label_and_codes(line: str, label: str, codes: tuple[str, ...]) -> None:
    assert split_udc(line) == (label, codes)


@given(st.text(alphabet="0123456789.:+/()[]\"=-'*AЖ ", max_size=40))
def test_any_string_is_judged_and_its_parts_cover_what_was_read(code: str) -> None:
    result = check_udc(code)
    read = "".join(part.text for part in result.parts)
    assert code.startswith(read)
    assert result.faults or read == code
    assert all(0 <= fault.position <= len(code) for fault in result.faults)


@given(st.text(alphabet="0123456789", min_size=1, max_size=15))
def test_regrouping_removes_every_doubt(digits: str) -> None:
    assert check_udc(regrouped(digits)).faults == ()
