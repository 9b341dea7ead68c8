"""SEC002 and SEC003: the form of a section's number and the mark between languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.collection import Section
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.workspace import Workspace
from tests.rules.sample import COLLECTION, entry, found, mended, only, reading, texts, workspace


def naming(words: str, place: str = "table row 9", **facts: object) -> Entry:
    return entry(readings=(reading("section", words, place),), **facts)


def numbered(number: str) -> Workspace:
    sections = (Section("iv-ii", number, LocalText("Су құқығы", "Водное право")),)
    return workspace(collection=replace(COLLECTION, sections=sections))


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Секция IV. II Су құқығы / Водное право", "IV. II"),
        ("Секция IV II. Су құқығы", "IV II."),
        ("IV. II. Су құқығы", "IV. II."),
        ("Секция IV. II Водное право", "IV. II"),
        ("СЕКЦИЯ IV: II. ВОДНОЕ ПРАВО", "IV: II."),
        ("Section IV. II. Water law", "IV. II."),
    ],
)
def test_numbers_in_another_form_are_a_warning(words: str, form: str) -> None:
    spoilt = naming(words)
    finding = only("SEC002", spoilt)
    assert (finding.severity, finding.text, finding.place.field) == ("warning", form, "readings.0.text")
    assert words[finding.place.start : finding.place.end] == form
    assert "IV.II." in str(finding.message)
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt).entries[0]
    assert (after.section, after.readings) == ("iv-ii", ())


@pytest.mark.parametrize(
    "words",
    [
        "Секция IV.II. Су құқығы / Водное право",
        "IV.II. Водное право",
        "СЕКЦИЯ IV. ҚҰҚЫҚ / ПРАВО",
        "Section IV.II. Water law",
        "Су құқығы",
        "Секция VII. II Өзендер",
        "",
    ],
)
def test_numbers_in_the_templates_form_or_of_another_section_are_silent(words: str) -> None:
    assert not found("SEC002", naming(words))


@pytest.mark.parametrize("number", ["IV", "II", "4", "12"])
def test_a_numeral_alone_is_right(number: str) -> None:
    assert not found("SEC002", numbered(number))


@pytest.mark.parametrize(("number", "right"), [("IV.", "IV"), ("ІV", "IV"), ("ХІ", "XI"), ("№ 4", "4"), ("iv", "IV")])
def test_a_number_with_signs_or_russian_letters_is_proposed_alone(number: str, right: str) -> None:
    spoilt = numbered(number)
    finding = only("SEC002", spoilt)
    assert (finding.severity, finding.text) == ("warning", number)
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt)
    assert after.collection.sections[0].number == right
    assert not found("SEC002", after)


@pytest.mark.parametrize("number", ["IIII", "A", "бірінші"])
def test_what_is_no_number_is_told_without_a_proposal(number: str) -> None:
    assert only("SEC002", numbered(number)).fix is None


@pytest.mark.parametrize(
    ("words", "slashes"),
    [
        ("Секция IV.II. Су құқығы/ Водное право", ["/ "]),
        ("Секция IV.II. Су құқығы / / Водное право", [" / / "]),
        ("IV.II. Су құқығы //Водное право", [" //"]),
        ("Секция IV.II. Водное право /Water law", [" /"]),
        ("Водное право/ Су құқығы", ["/ "]),
        ("Су құқығы/ Водное право /Water law", ["/ ", " /"]),
    ],
)
def test_another_mark_between_languages_is_mentioned(words: str, slashes: list[str]) -> None:
    findings = found("SEC003", naming(words))
    assert texts(findings) == slashes
    assert {finding.severity for finding in findings} == {"information"}
    for finding in findings:
        assert words[finding.place.start : finding.place.end] == finding.text


@pytest.mark.parametrize(
    "words",
    [
        "Секция IV.II. Су құқығы / Водное право",
        "Су құқығы / Водное право / Water law",
        "Секция IV.II. Су құқығы",
        "Водное/речное право",
        "A/B testing",
        "",
    ],
)
def test_the_right_mark_and_a_slash_inside_a_name_are_silent(words: str) -> None:
    assert not found("SEC003", naming(words))


def test_a_heading_that_says_what_is_printed_is_laid_aside() -> None:
    spoilt = naming("Секция IV. II Су құқығы/ / Водное право / Water law")
    finding = only("SEC003", spoilt)
    assert finding.fix is not None
    assert finding.fix.safe
    assert not mended(finding, spoilt).entries[0].readings
    top = naming("СЕКЦИЯ IV. ҚҰҚЫҚ/ ПРАВО / LAW", "section heading")
    finding = only("SEC003", top)
    assert finding.fix is not None
    assert not mended(finding, top).entries[0].readings


def test_a_heading_of_another_section_has_to_be_settled_first() -> None:
    assert only("SEC003", naming("Секция IV.III. Жер құқығы/ Земельное право")).fix is None
