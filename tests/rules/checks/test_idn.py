from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.body import Span
from proceedings_editor.model.entry import Reference
from proceedings_editor.model.template import References
from proceedings_editor.model.workspace import Workspace
from tests.rules.sample import COLLECTION, entry, found, mended, only, reading, reference, template, workspace


def collection(**facts: str) -> Workspace:
    return workspace(collection=replace(COLLECTION, **facts))


def with_reference(words: str) -> Workspace:
    return workspace(entry(references=(reference(words), *entry().references[1:])))


def mended_reference(words: str) -> str:
    spoilt = with_reference(words)
    run = mended(only("IDN004", spoilt), spoilt).entries[0].references[0].text[0]
    assert isinstance(run, Span)
    return run.text


# ------------------------------------------------------------------------------------------------------ ISBN: IDN002


@pytest.mark.parametrize(
    "isbn",
    [
        "978-601-262-587-5", "978-601-7999-00-1", "978-601-05-0000-6", "978-9965-400-00-1", "978-9965-9000-0-6",
        "978-5-02-013850-6", "5-02-013850-9", "ISBN 978-601-262-587-5", "", "978-60-1262-587-6", "жоқ",
    ],
)  # fmt: skip
def test_rightly_divided_and_otherwise_wrong_numbers_are_silent(isbn: str) -> None:
    assert not found("IDN002", collection(isbn=isbn))


@pytest.mark.parametrize(
    ("isbn", "right"),
    [
        ("978-60-1262-587-5", "978-601-262-587-5"), ("9786012625875", "978-601-262-587-5"),
        ("978-601-2625-87-5", "978-601-262-587-5"), ("978–601–262–587–5", "978-601-262-587-5"),
        ("ISBN: 978 601 262 587 5", "ISBN: 978-601-262-587-5"), ("978-996-540-000-1", "978-9965-400-00-1"),
    ],
)  # fmt: skip
def test_hyphens_are_set_without_asking(isbn: str, right: str) -> None:
    finding = only("IDN002", collection(isbn=isbn))
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == ("warning", True)
    after = mended(finding, collection(isbn=isbn))
    assert after.collection.isbn == right
    assert not found("IDN002", after)


def test_a_range_the_agency_never_gave_is_for_a_person() -> None:
    finding = only("IDN002", collection(isbn="979-0999-9999-9-7"))
    assert (finding.severity, finding.fix) == ("warning", None)


def test_a_reading_of_an_isbn_counts_where_it_differs() -> None:
    same, other = reading("collection.isbn", "9786012625875"), reading("collection.isbn", "9786010500006")
    finding = only("IDN002", entry(readings=(same, other)))
    assert (finding.place.field, finding.fix) == ("readings.1.text", None)


# ------------------------------------------------------------------------------------------------------ ISSN: IDN003


@pytest.mark.parametrize("issn", ["1991-3494", "2434-561X", "ISSN 1991-3494", ""])
def test_a_right_issn_is_silent(issn: str) -> None:
    assert not found("IDN003", collection(issn=issn))


@pytest.mark.parametrize("issn", ["1991-3949", "1991-349", "жоқ", "2434-5611", "ISSN 1991-3495"])
def test_a_wrong_issn_is_an_error_for_a_person(issn: str) -> None:
    finding = only("IDN003", collection(issn=issn))
    assert (finding.severity, finding.place.field, finding.fix) == ("error", "collection.issn", None)


@pytest.mark.parametrize(
    ("issn", "right"),
    [
        ("19913494", "1991-3494"),
        ("1991–3494", "1991-3494"),
        ("ISSN 1991 3494", "ISSN 1991-3494"),
        ("2434-561Х", "2434-561X"),
    ],
)
def test_the_hyphen_of_an_issn_is_set_without_asking(issn: str, right: str) -> None:
    finding = only("IDN003", collection(issn=issn))
    assert finding.fix is not None
    assert finding.fix.safe
    assert mended(finding, collection(issn=issn)).collection.issn == right


@pytest.mark.parametrize("words", ["Дала. – ISSN 1991-3494.", "Река // Вестник. ISSN: 19913494", "Steppe 1991-3949."])
def test_references_with_right_or_unlabelled_issn_are_silent(words: str) -> None:
    assert not found("IDN003", with_reference(words))


def test_a_wrong_issn_in_a_reference_is_a_warning() -> None:
    finding = only("IDN003", with_reference("Есенов Қ. Т. Дала. – ISSN 1991-3949."))
    assert (finding.severity, finding.text) == ("warning", "1991-3949")


# ------------------------------------------------------------------------------------------------------- DOI: IDN004


@pytest.mark.parametrize("doi", ["10.1515/9780295800530-005", "10.5555/steppe2026.001", "DOI 10.5555/a(b)c", ""])
def test_a_right_doi_is_silent(doi: str) -> None:
    assert not found("IDN004", entry(doi=doi))
    assert not found("IDN004", collection(doi=doi))


@pytest.mark.parametrize("doi", ["doi:10.1515", "10.1515", "10.12/abc", "жоқ", "10.5555/степь 1", "11.5555/a"])
def test_a_wrong_doi_is_an_error_for_a_person(doi: str) -> None:
    finding = only("IDN004", entry(doi=doi))
    assert (finding.severity, finding.text, finding.fix) == ("error", doi, None)


@pytest.mark.parametrize(
    "doi", ["https://doi.org/10.5555/a.1", "http://dx.doi.org/10.5555/a.1", "10.5555/a.1.", "doi: 10.5555/a.1;"]
)
def test_another_form_of_a_doi_is_mended_without_asking(doi: str) -> None:
    finding = only("IDN004", entry(doi=doi))
    assert finding.fix is not None
    assert finding.fix.safe
    assert mended(finding, entry(doi=doi)).entries[0].doi == "10.5555/a.1"


@pytest.mark.parametrize(
    "words",
    [
        "Есенов Қ. Т. Дала // Хабаршы. – 2020. – https://doi.org/10.5555/a.1.",
        "Степь. – 2019. – URL: http://dx.doi.org/10.5555/a.1 (дата обращения: 01.02.2025).",
        "What a DOI is. – 2019.",
        "Doi Inthanon 2019. – 5 p.",
        "Freedom 2011 // https://doi.org/10.1515/9780295800530-005",
    ],
)
def test_references_that_show_an_address_are_silent(words: str) -> None:
    assert not found("IDN004", with_reference(words))


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Есенов Қ. Т. Дала. – DOI: 10.5555.", "DOI: 10.5555"),
        ("Степь. – doi 1055/a", "doi 1055/a"),
        ("Steppe. – https://doi.org/10.55/a", "https://doi.org/10.55/a"),
        ("Steppe. – DOI:10.5555/j.1365- 2621", "DOI:10.5555/j.1365-"),
    ],
)
def test_a_wrong_doi_in_a_reference_is_a_warning(words: str, wrong: str) -> None:
    finding = only("IDN004", with_reference(words))
    assert (finding.severity, finding.text, finding.fix) == ("warning", wrong, None)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Дала. – 2020. – DOI: 10.5555/a.1.", "Дала. – 2020. – https://doi.org/10.5555/a.1."),
        ("Степь (doi:10.5555/a.1)", "Степь (https://doi.org/10.5555/a.1)"),
        ("Steppe. doi 10.5555/a-1, p. 5", "Steppe. https://doi.org/10.5555/a-1, p. 5"),
        ("Steppe (DOI: 10.5555/0956(95)25).", "Steppe (https://doi.org/10.5555/0956(95)25)."),
        ("Степь. DOI 10.5555/a.[на рус.]", "Степь. https://doi.org/10.5555/a.[на рус.]"),
    ],
)
def test_a_doi_in_a_reference_becomes_an_address(words: str, right: str) -> None:
    finding = only("IDN004", with_reference(words))
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == ("information", False)
    assert mended_reference(words) == right


def test_an_item_that_has_an_address_already_needs_no_question_for_its_doi() -> None:
    finding = only("IDN004", with_reference("Дала. – 2020. – DOI: 10.5555/a.1. – URL: https://a.example/1."))
    assert finding.fix is not None
    assert finding.fix.safe


def test_a_standard_that_names_the_doi_is_followed() -> None:
    references = References(standard="gost-r-7.0.100")
    where = with_reference("Дала. – 2020. – DOI 10.5555/a.1.")
    assert not found("IDN004", replace(where, template=template(references=references)))


def test_a_doi_behind_a_link_is_left_as_it_is() -> None:
    linked = Reference((Span("Дала. – "), Span("10.5555/a.1", href="https://doi.org/10.5555/a.1")))
    assert not found("IDN004", entry(references=(linked, *entry().references[1:])))


# ----------------------------------------------------------------------------------------------------- IRSTI: IDN006


@pytest.mark.parametrize("code", ["10.15.01", "10.15", "10", "90.01.05", "ҒТАМР 10.15.01", "МРНТИ: 34.35"])
def test_a_right_irsti_code_is_silent(code: str) -> None:
    assert not found("IDN006", entry(irsti=(code,)))


@pytest.mark.parametrize("code", ["10-15-1", "10.15.1", "07.15", "1015", "құқық", "право", "10.15.01.05"])
def test_a_wrong_irsti_code_is_an_error_for_a_person(code: str) -> None:
    finding = only("IDN006", entry(irsti=("34.35", code)))
    assert (finding.severity, finding.text, finding.place.field, finding.fix) == ("error", code, "irsti.1", None)


@pytest.mark.parametrize(
    ("code", "right"),
    [("10-15-01", "10.15.01"), ("10 15 01", "10.15.01"), ("10,15", "10.15"), ("МРНТИ 10-15", "МРНТИ 10.15")],
)
def test_stops_are_set_without_asking(code: str, right: str) -> None:
    finding = only("IDN006", entry(irsti=(code,)))
    assert finding.fix is not None
    assert finding.fix.safe
    assert mended(finding, entry(irsti=(code,))).entries[0].irsti == (right,)


def test_a_reading_of_a_code_the_field_has_is_silent() -> None:
    same, other = reading("irsti", "МРНТИ 10-15-01"), reading("irsti", "МРНТИ 07.15.01")
    finding = only("IDN006", entry(irsti=("10.15.01",), readings=(same, other)))
    assert finding.place.field == "readings.1.text"
