"""FILE001–FILE004: names, formats, sizes and pages of files."""

from __future__ import annotations

import pytest

from proceedings_editor.rules.facts import Facts
from tests.rules.sample import author, entry, found, only, template, with_rule, workspace


@pytest.mark.parametrize("pattern", ["{number}_{surname}_{initials}", "{surname}-{number}", "{number}[_{language}]"])
def test_a_safe_pattern_is_right(pattern: str) -> None:
    assert not found("FILE001", workspace(template=template(file_name=pattern)))


@pytest.mark.parametrize("pattern", ["мақала {number}", "Article-{number}", "{number} (2)", "статья_{number}"])
def test_a_pattern_with_other_characters_is_a_warning(pattern: str) -> None:
    finding = only("FILE001", workspace(template=template(file_name=pattern)))
    assert (finding.entry, finding.text, finding.severity) == ("", pattern, "warning")


def test_two_entries_with_one_name_are_told() -> None:
    where = workspace(entry(id="a", number=None), entry(id="b", number=None), entry(id="c", number=3))
    finding = only("FILE001", where)
    assert (finding.entry, finding.also, finding.text) == ("b", ("a",), "sarsenova_ab")


def test_names_differ_by_number() -> None:
    assert not found("FILE001", workspace(entry(id="a", number=1), entry(id="b", number=2)))


def test_a_name_without_a_surname_is_told() -> None:
    finding = only("FILE001", workspace(entry(authors=(author(surname=""),))))
    assert "without a surname" in str(finding.message)


@pytest.mark.parametrize(
    ("file", "severity"),
    [
        ("мақала.docx", ""),
        ("Статья Ивановой.DOCX", ""),
        ("article.md", ""),
        ("мақала.doc", "information"),
        ("статья.rtf", "information"),
        ("мақала.pdf", "warning"),
        ("статья.odt", "warning"),
        ("мақала", "warning"),
        ("photo.jpeg", "warning"),
    ],
)
def test_a_manuscript_has_an_accepted_format(file: str, severity: str) -> None:
    where = workspace(entry(manuscripts=(file,)), template=template(formats=("docx", "doc", "rtf")))
    findings = found("FILE002", where)
    assert [finding.severity for finding in findings] == ([severity] if severity else [])
    assert all(finding.place.field == "manuscripts.0" for finding in findings)


def test_an_old_format_the_template_does_not_name_is_a_warning() -> None:
    where = workspace(entry(manuscripts=("мақала.doc",)), template=template(formats=("docx",)))
    assert only("FILE002", where).severity == "warning"


@pytest.mark.parametrize(
    ("size", "severity"), [(0, ""), (9_900_000, ""), (10_100_000, "information"), (18_100_000, "warning")]
)
def test_files_are_small_enough_for_a_letter(size: int, severity: str) -> None:
    findings = found("FILE003", workspace(), Facts(attachments={"e1": size}))
    assert [finding.severity for finding in findings] == ([severity] if severity else [])


def test_the_greatest_size_may_be_set() -> None:
    where = workspace(template=with_rule("FILE003", most=2.5, large=1.0))
    (finding,) = found("FILE003", where, Facts(attachments={"e1": 3_000_000}))
    assert "3 MB" in str(finding.message)
    assert "2.5 MB" in str(finding.message)


@pytest.mark.parametrize(("pages", "shown", "count"), [(8, True, 0), (7, True, 1), (9, True, 1), (7, False, 0)])
def test_the_site_s_pdf_has_the_article_and_the_information_page(pages: int, shown: bool, count: int) -> None:
    from dataclasses import replace

    chosen = template()
    chosen = replace(chosen, information=replace(chosen.information, shown=shown))
    where = workspace(entry(first_page=323, last_page=329), template=chosen)
    assert len(found("FILE004", where, Facts(site_pages={"e1": pages}))) == count


def test_without_printed_pages_the_laid_out_ones_count() -> None:
    where = workspace(entry(first_page=None, last_page=None))
    assert not found("FILE004", where, Facts(site_pages={"e1": 5}))
    assert not found("FILE004", where, Facts(site_pages={"e1": 5}, pages={"e1": 4}))
    assert found("FILE004", where, Facts(site_pages={"e1": 5}, pages={"e1": 5}))
