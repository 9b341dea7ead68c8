"""PAGE001 to PAGE004: a page range beside the layout, its mark, the volume, a range without its end."""

from __future__ import annotations

import pytest

from proceedings_editor.model.template.requirement import Limits, Range
from proceedings_editor.rules.facts import Facts
from tests.rules.sample import body, entry, found, mended, only, reading, template, texts, workspace


@pytest.mark.parametrize(
    ("first", "last", "laid_out"), [(45, 51, 7), (45, 51, 6), (45, 51, 8), (45, 51, 0), (45, None, 7), (9, 5, 7)]
)
def test_a_range_within_a_page_of_the_layout_is_right(first: int, last: int | None, laid_out: int) -> None:
    assert not found("PAGE001", entry(first_page=first, last_page=last), Facts(pages={"e1": laid_out}))


def test_pages_that_were_not_laid_out_are_not_judged() -> None:
    assert not found("PAGE001", entry(first_page=45, last_page=99))
    assert not found("PAGE001", entry(first_page=45, last_page=99), Facts(pages={"other": 7}))


@pytest.mark.parametrize(("last", "laid_out", "right"), [(47, 7, 51), (60, 7, 51), (45, 3, 47)])
def test_a_range_that_does_not_fit_the_layout_is_a_warning(last: int, laid_out: int, right: int) -> None:
    spoilt, facts = entry(first_page=45, last_page=last), Facts(pages={"e1": laid_out})
    (finding,) = found("PAGE001", spoilt, facts)
    assert (finding.severity, finding.place.field) == ("warning", "last_page")
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt)
    assert after.entries[0].last_page == right
    assert not found("PAGE001", after, facts)


@pytest.mark.parametrize("words", ["45–46", "45", "б. 45–46", "жоқ"])
def test_a_range_with_an_en_dash_is_right(words: str) -> None:
    assert not found("PAGE002", entry(readings=(reading("first_page", words, "table row 7"),)))


@pytest.mark.parametrize("words", ["45-46", "45 - 46", "45 – 46", "45—46", "45−46", "С. 45-46"])
def test_another_mark_between_pages_is_laid_aside(words: str) -> None:
    spoilt = entry(readings=(reading("first_page", words, "table row 7"),))
    finding = only("PAGE002", spoilt)
    assert (finding.severity, finding.place.field) == ("information", "readings.0.text")
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.after) == (True, "45–46")
    assert not mended(finding, spoilt).entries[0].readings


def test_a_range_of_other_pages_has_to_be_settled_first() -> None:
    assert only("PAGE002", entry(readings=(reading("first_page", "47-49"),))).fix is None


@pytest.mark.parametrize(("pages", "words"), [(2, "only 2 pages"), (9, "9 pages"), (1, "only 1 page;")])
def test_pages_outside_the_limits_are_a_warning(pages: int, words: str) -> None:
    limited = workspace(template=template(limits=Limits(pages=Range(3, 5))))
    (finding,) = found("PAGE003", limited, Facts(pages={"e1": pages}))
    assert (finding.severity, finding.text, finding.fix) == ("warning", str(pages), None)
    assert words in str(finding.message)


@pytest.mark.parametrize("limits", [Range(3, 5), Range(4, 0), Range(0, 4), Range()])
def test_pages_within_the_limits_are_right(limits: Range) -> None:
    limited = workspace(template=template(limits=Limits(pages=limits)))
    assert not found("PAGE003", limited, Facts(pages={"e1": 4}))
    assert not found("PAGE003", limited)


def test_characters_and_words_are_counted_in_the_text() -> None:
    text = workspace(entry(body=body("Дала мен су [1].", "Степь и вода [2;5].")))
    for limits, wrong in [
        (Limits(characters=Range(35, 35), words=Range(8, 9)), []),
        (Limits(characters=Range(0, 20)), ["35"]),
        (Limits(characters=Range(40, 0)), ["35"]),
        (Limits(words=Range(0, 5)), ["9"]),
        (Limits(words=Range(10, 0)), ["9"]),
    ]:
        limited = workspace(*text.entries, template=template(limits=limits))
        assert texts(found("PAGE003", limited)) == wrong


@pytest.mark.parametrize(
    ("first", "last", "laid_out"), [(5, 8, 4), (5, 7, 4), (5, None, 1), (5, None, 0), (None, None, 4)]
)
def test_a_range_with_its_end_is_right(first: int | None, last: int | None, laid_out: int) -> None:
    assert not found("PAGE004", entry(first_page=first, last_page=last), Facts(pages={"e1": laid_out}))


@pytest.mark.parametrize(("first", "laid_out", "right"), [(5, 4, 8), (120, 2, 121), (1, 12, 12)])
def test_a_range_without_its_end_is_an_error_that_proposes_it(first: int, laid_out: int, right: int) -> None:
    spoilt, facts = entry(first_page=first, last_page=None), Facts(pages={"e1": laid_out})
    (finding,) = found("PAGE004", spoilt, facts)
    assert (finding.severity, finding.place.field, finding.text) == ("error", "last_page", str(first))
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt)
    assert after.entries[0].last_page == right
    assert not found("PAGE004", after, facts)
