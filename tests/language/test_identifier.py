from __future__ import annotations

from collections.abc import Callable

import pytest

from proceedings_editor.language import identifier
from proceedings_editor.texts import Text

Check = Callable[[str], Text | None]

RIGHT = [
    (identifier.check_isbn, "978-601-04-1234-7"),
    (identifier.check_isbn, "ISBN 978-0-306-40615-7"),
    (identifier.check_isbn, "9780306406157"),
    (identifier.check_isbn, "978–0–306–40615–7"),
    (identifier.check_isbn, "0-306-40615-2"),
    (identifier.check_isbn, "0-8044-2957-X"),
    (identifier.check_isbn, "0-8044-2957-Х"),
    (identifier.check_issn, "1991-3494"),
    (identifier.check_issn, "ISSN 2434-561X"),
    (identifier.check_doi, "10.1000/abc.def-(1)"),
    (identifier.check_doi, "https://doi.org/10.1000/182"),
    (identifier.check_doi, "DOI: 10.1000/182"),
    (identifier.check_orcid, "0000-0002-1825-0097"),
    (identifier.check_orcid, "https://orcid.org/0000-0002-1694-233X"),
    (identifier.check_orcid, "ORCID iD: 0000000218250097"),
    (identifier.check_spin, "SPIN-код: 1234-5678"),
    (identifier.check_edn, "EDN ABCXYZ"),
    (identifier.check_irsti, "ҒТАМР 10.15.01"),
    (identifier.check_irsti, "МРНТИ 10.15"),
    (identifier.check_irsti, "10"),
]

WRONG = [
    (identifier.check_isbn, "978-0-306-40615-8", "would be 7"),
    (identifier.check_isbn, "0-306-40615-1", "would be 2"),
    (identifier.check_isbn, "977-0-306-40615-7", "978 or 979"),
    (identifier.check_isbn, "978-0-306", "13 digits"),
    (identifier.check_isbn, "", "13 digits"),
    (identifier.check_issn, "1991-3949", "would be X"),
    (identifier.check_issn, "1991", "1234-5679"),
    (identifier.check_doi, "doi:10.1000", "not a DOI"),
    (identifier.check_doi, "11.1000/182", "not a DOI"),
    (identifier.check_doi, "10.1000/182.", "punctuation"),
    (identifier.check_doi, "10.1000/18 2", "not a DOI"),
    (identifier.check_orcid, "0000-0002-1825-0079", "does not fit"),
    (identifier.check_orcid, "0000-0002-1825", "not an ORCID"),
    (identifier.check_spin, "1234567", "not a SPIN"),
    (identifier.check_edn, "ABCDE1", "six Latin letters"),
    (identifier.check_edn, "АБВГДЕ", "six Latin letters"),
    (identifier.check_irsti, "10-15-1", "10.15.01"),
    (identifier.check_irsti, "01.10", "no rubric 01"),
]


@pytest.mark.parametrize(("check", "text"), RIGHT)
def test_a_right_identifier_passes(check: Check, text: str) -> None:
    assert check(text) is None


@pytest.mark.parametrize(("check", "text", "reason"), WRONG)
def test_a_wrong_identifier_says_what_is_wrong(check: Check, text: str, reason: str) -> None:
    assert reason in str(check(text))


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("ISBN 978-0-306-40615-7", "ISBN", "978-0-306-40615-7"),
        ("ISBN: 978-0-306-40615-7", "ISBN", "978-0-306-40615-7"),
        ("ISBN-13 – 9780306406157", "ISBN-13", "9780306406157"),
        ("ҒТАМР 10.15.01", "ҒТАМР", "10.15.01"),
        ("МҒТАР 10.15.01", "МҒТАР", "10.15.01"),
        ("978-0-306-40615-7", "", "978-0-306-40615-7"),
        ("EDNA", "", "EDNA"),
    ],
)
def test_a_label_is_taken_off(text: str, label: str, value: str) -> None:
    assert identifier.split_label(text) == (label, value)


def test_usual_forms() -> None:
    assert identifier.normal_isbn("ISBN 978-03-06406157") == "978-0-306-40615-7"
    assert identifier.normal_isbn("978-60-104-1234-7") == "978-601-04-1234-7"
    assert identifier.normal_isbn("wrong") == "wrong"
    assert identifier.normal_issn("ISSN 19913494") == "1991-3494"
    assert identifier.normal_doi("https://dx.doi.org/10.1000/182.") == "10.1000/182"
    assert identifier.doi_address("doi:10.1000/182") == "https://doi.org/10.1000/182"
    assert identifier.normal_orcid("0000000218250097") == "0000-0002-1825-0097"
    assert identifier.orcid_address("0000-0002-1825-0097") == "https://orcid.org/0000-0002-1825-0097"
    assert identifier.normal_spin("12345678") == "1234-5678"
    assert identifier.normal_edn("abcxyz") == "ABCXYZ"
    assert identifier.normal_irsti("МРНТИ 10-15-01") == "10.15.01"


def test_a_normal_form_is_normal() -> None:
    for name in ("isbn", "issn", "doi", "orcid", "spin", "edn", "irsti"):
        check, normal = getattr(identifier, f"check_{name}"), getattr(identifier, f"normal_{name}")
        texts = [text for other, text in RIGHT if other is check]
        assert texts
        for text in texts:
            assert check(normal(text)) is None
            assert normal(normal(text)) == normal(text)


def test_the_rubrics_of_irsti_are_those_of_the_first_level() -> None:
    known = [code for code in (f"{n:02}" for n in range(100)) if identifier.check_irsti(code) is None]
    assert len(known) == 69
