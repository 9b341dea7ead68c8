from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.workspace import Workspace
from tests.rules.sample import COLLECTION, entry, found, only, reading, reference, workspace


def with_isbn(isbn: str) -> Workspace:
    return workspace(collection=replace(COLLECTION, isbn=isbn))


@pytest.mark.parametrize("isbn", ["978-601-262-587-5", "9786012625875", "ISBN 978-601-262-587-5", "5-02-013850-9", ""])
def test_a_fitting_digit_is_silent(isbn: str) -> None:
    assert not found("IDN001", with_isbn(isbn))


@pytest.mark.parametrize(
    "isbn", ["978-601-262-578-5", "978-601-262-587-6", "978-601-262-58", "5-02-013850-X", "жоқ", "123"]
)
def test_a_wrong_number_is_an_error_of_the_collection(isbn: str) -> None:
    finding = only("IDN001", with_isbn(isbn))
    assert (finding.severity, finding.entry, finding.place.field, finding.fix) == ("error", "", "collection.isbn", None)


def test_a_reading_counts_where_it_differs() -> None:
    same = reading("collection.isbn", "ISBN: 9786012625875")
    wrong = reading("collection.isbn", "978-601-262-587-4")
    finding = only("IDN001", entry(readings=(same, wrong)))
    assert (finding.entry, finding.place.field) == ("e1", "readings.1.text")


@pytest.mark.parametrize(
    "words",
    ["Дала. – ISBN 978-601-262-587-5.", "Река. ISBN-10: 5-02-013850-9", "URL: https://example.kz/978-601-262-578-5"],
)
def test_references_with_right_or_unlabelled_numbers_are_silent(words: str) -> None:
    assert not found("IDN001", entry(references=(reference(words), *entry().references[1:])))


@pytest.mark.parametrize(
    "words", ["Дала. – ISBN 978-601-262-578-5.", "Реки. ISBN 978–601–262–587–6", "Rivers. ISBN-13: 9786012625870"]
)
def test_a_wrong_number_in_a_reference_is_a_warning(words: str) -> None:
    assert only("IDN001", entry(references=(reference(words), *entry().references[1:]))).severity == "warning"
