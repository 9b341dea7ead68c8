from __future__ import annotations

import pytest

from proceedings_editor.model.entry import Entry
from tests.rules.sample import author, entry, found, mended, only, reading


def spoilt(field: str, value: str) -> Entry:
    return entry(edn=value) if field == "edn" else entry(authors=(author(**{field: value}),))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("orcid", "0000-0003-4616-0758"), ("orcid", "0000-0002-1694-233X"), ("orcid", ""), ("spin", "1234-5678"),
        ("spin", ""), ("edn", "ABCDEF"), ("edn", ""),
    ],
)  # fmt: skip
def test_right_codes_are_silent(field: str, value: str) -> None:
    assert not found("IDN005", spoilt(field, value))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("orcid", "0000-0003-4616-0785"), ("orcid", "0000-0003-4616"), ("orcid", "жоқ"), ("spin", "1234-567"),
        ("spin", "нет"), ("edn", "АБВГДЕ"), ("edn", "ABCDE1"),
    ],
)  # fmt: skip
def test_wrong_codes_are_errors_for_a_person(field: str, value: str) -> None:
    finding = only("IDN005", spoilt(field, value))
    assert (finding.severity, finding.text, finding.fix) == ("error", value, None)


@pytest.mark.parametrize(
    ("field", "value", "right"),
    [
        ("orcid", "https://orcid.org/0000-0003-4616-0758", "0000-0003-4616-0758"),
        ("orcid", "0000000346160758", "0000-0003-4616-0758"),
        ("spin", "SPIN-код: 12345678", "1234-5678"),
        ("edn", "EDN: abcdef", "ABCDEF"),
    ],
)
def test_another_form_is_mended_without_asking(field: str, value: str, right: str) -> None:
    finding = only("IDN005", spoilt(field, value))
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.after) == (True, right)
    after = mended(finding, spoilt(field, value)).entries[0]
    assert not found("IDN005", after)


def test_a_reading_counts_where_it_differs() -> None:
    same = reading("authors.0.orcid", "ORCID 0000000346160758")
    wrong = reading("authors.0.orcid", "0000-0003-4616-0785")
    assert only("IDN005", entry(readings=(same, wrong))).place.field == "readings.1.text"
