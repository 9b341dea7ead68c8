"""COLL001 and COLL002: numbers and pages of entries side by side."""

from __future__ import annotations

import pytest

from proceedings_editor.model.entry import Entry
from proceedings_editor.rules.facts import Facts
from tests.rules.sample import entry, found, mended, only, reading, texts, workspace


def numbered(*numbers: int | None, **facts: object) -> list[Entry]:
    return [
        entry(id=f"e{index}", number=number, first_page=None, last_page=None, **facts)
        for index, number in enumerate(numbers)
    ]


def paged(*ranges: tuple[int | None, int | None], numbers: tuple[int | None, ...] = ()) -> list[Entry]:
    given = numbers or tuple(range(1, len(ranges) + 1))
    return [
        entry(id=f"e{index}", number=number, first_page=first, last_page=last)
        for index, ((first, last), number) in enumerate(zip(ranges, given, strict=True))
    ]


@pytest.mark.parametrize("numbers", [(70, 71, 72), (1, 5), (None, None, 3), ()])
def test_numbers_given_once_are_right(numbers: tuple[int | None, ...]) -> None:
    assert not found("COLL001", workspace(*numbered(*numbers)))


def test_a_number_given_twice_is_an_error_of_the_later_entry() -> None:
    spoilt = workspace(*numbered(70, 71, 70, 70))
    findings = found("COLL001", spoilt)
    assert [(finding.entry, finding.also) for finding in findings] == [("e2", ("e0", "e3")), ("e3", ("e0", "e2"))]
    assert {(finding.severity, finding.text, finding.place.field) for finding in findings} == {
        ("error", "070", "number")
    }
    for finding in findings:
        spoilt = mended(finding, spoilt)
    assert [each.number for each in spoilt.entries] == [70, 71, 72, 73]
    assert not found("COLL001", spoilt)


@pytest.mark.parametrize(("words", "number", "digits"), [("70", 70, "70"), ("№ 7", 7, "7"), ("07.", 7, "07")])
def test_a_number_found_without_its_zeros_is_a_warning(words: str, number: int, digits: str) -> None:
    spoilt = entry(number=number, readings=(reading("number", words, "table row 6"),))
    finding = only("COLL001", spoilt)
    assert (finding.severity, finding.entry, finding.place.field, finding.text) == (
        "warning",
        "e1",
        "readings.0.text",
        digits,
    )
    assert not mended(finding, spoilt).entries[0].readings


@pytest.mark.parametrize(("words", "number"), [("070", 70), ("№ 070", 70), ("жоқ", 7), ("71", 70), ("1234", 1234)])
def test_a_number_found_padded_or_another_one_is_silent(words: str, number: int) -> None:
    assert not found("COLL001", entry(number=number, readings=(reading("number", words, "table row 6"),)))


def test_gaps_count_only_in_the_book_and_among_accepted_entries() -> None:
    entries = (*numbered(2, 3, 5, state="accepted"), entry(id="x", number=4, first_page=None, state="returned"))
    assert not found("COLL001", workspace(*entries))
    findings = found("COLL001", workspace(*entries), Facts(book=True))
    assert [(finding.severity, finding.text) for finding in findings] == [("warning", "002"), ("warning", "005")]
    assert not found("COLL001", workspace(*numbered(1, 2, 3, state="published")), Facts(book=True))


@pytest.mark.parametrize(
    "ranges",
    [
        ((323, 329), (330, 335)),
        ((5, 5), (7, 9)),
        ((5, None), (6, 6)),
        ((None, None), (None, 7), (1, 2)),
    ],
)
def test_ranges_that_ascend_are_right(ranges: tuple[tuple[int | None, int | None], ...]) -> None:
    assert not found("COLL002", workspace(*paged(*ranges)))


def test_a_reversed_range_is_an_error_and_exchanged_after_asking() -> None:
    spoilt = workspace(*paged((329, 323), (330, 335)))
    finding = only("COLL002", spoilt)
    assert (finding.severity, finding.entry, finding.text) == ("error", "e0", "329–323")
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt)
    assert (after.entries[0].first_page, after.entries[0].last_page) == (323, 329)
    assert not found("COLL002", after)


@pytest.mark.parametrize(
    ("ranges", "wrong"),
    [
        (((323, 329), (329, 335)), ["329–335"]),
        (((330, 335), (323, 329)), ["323–329"]),
        (((1, 50), (10, 20), (30, 40)), ["10–20", "30–40"]),
    ],
)
def test_ranges_that_meet_or_go_down_are_errors(ranges: tuple[tuple[int, int], ...], wrong: list[str]) -> None:
    spoilt = workspace(*paged(*ranges))
    findings = found("COLL002", spoilt)
    assert texts(findings) == wrong
    assert findings[0].also == ("e0",)
    after = mended(findings[0], spoilt).entries[1]
    before = ranges[0][1]
    assert (after.first_page, after.last_page) == (before + 1, before + 1 + ranges[1][1] - ranges[1][0])


def test_entries_without_a_number_may_stand_anywhere_but_not_on_anothers_pages() -> None:
    assert not found("COLL002", workspace(*paged((10, 20), (1, 9), numbers=(1, None))))
    finding = only("COLL002", workspace(*paged((10, 20), (20, 25), (26, 27), numbers=(1, None, None))))
    assert (finding.entry, finding.also) == ("e1", ("e0",))
