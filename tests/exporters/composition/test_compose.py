from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.errors import UsageError
from proceedings_editor.exporters.composition.compose import compose, export_stem
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Author
from proceedings_editor.model.template import InformationPage, Template
from tests.exporters.composition.sample import COLLECTION, ENTRY, composed, conference, found, journal


def _parts(template: Template, wanted: str) -> list[str]:
    composition = compose(COLLECTION, template, ENTRY, parts=wanted, draft=False, figures=found, largest_number=7)
    return [part.name for part in composition.parts]


def test_the_parts_asked_for_are_there_in_order() -> None:
    assert _parts(conference(), "both") == ["information", "article"]
    assert _parts(conference(), "information") == ["information"]
    assert _parts(conference(), "article") == ["article"]


def test_without_an_information_page_both_is_the_article_and_the_page_alone_is_refused() -> None:
    without = replace(conference(), information=InformationPage(shown=False))
    assert _parts(without, "both") == ["article"]
    with pytest.raises(UsageError):
        _parts(without, "information")


def test_geometry_is_in_points_and_only_the_article_is_numbered() -> None:
    information, article = composed(template=journal()).parts
    assert (round(article.page.width, 2), round(article.page.left, 2)) == (595.28, 85.04)
    assert article.page.mirrored
    assert information.page.number == ("none", "outside")
    assert article.page.number == ("top", "outside")
    assert (information.page.first_folio, article.page.first_folio) == (1, 12)


def test_printed_numbers_begin_at_one_while_pages_are_unknown() -> None:
    assert composed(replace(ENTRY, first_page=None)).parts[1].page.first_folio == 1


def test_only_a_draft_is_marked_and_names_its_number() -> None:
    assert {part.page.head for part in composed().parts} == {""}
    assert all("007" in part.page.head for part in composed(draft=True).parts)
    unnumbered = composed(replace(ENTRY, number=None), draft=True).parts[0].page.head
    assert unnumbered
    assert "None" not in unnumbered


def test_the_metadata_are_plain_facts() -> None:
    composition = composed()
    assert composition.title == "Далада pH және ҚХА-ның mRNA жұлдызы"
    assert composition.authors[0] == "Төлегенова Ұлжан Ғабитқызы"
    assert composition.subject.startswith("«Дала және жұлдыз»")
    assert composition.keywords == ("жұлдыз", "дала")
    assert (composition.language, composition.day, composition.font) == ("kk", "2024-10-03", "Times New Roman")


def test_an_empty_entry_of_an_empty_collection_still_has_a_title() -> None:
    composition = composed(Entry("e"), collection=Collection())
    assert composition.title
    assert composition.authors == ()
    assert composition.parts[1].elements == ()
    assert composed(Entry("e"), Template("bare"), Collection()).title


def test_a_title_in_another_language_is_better_than_none() -> None:
    assert composed(replace(ENTRY, title=LocalText(en="A star"))).title == "A star"


def test_no_page_says_what_is_private_or_internal() -> None:
    for template in (conference(), journal()):
        shown = repr(composed(template=template, draft=True))
        assert "700 000" not in shown
        assert "ФЖ-31" not in shown


def test_file_names_follow_the_template() -> None:
    assert export_stem(conference(), ENTRY, 120) == "007_tolegenova_ugh"
    assert export_stem(conference(), replace(ENTRY, number=None), 120) == "tolegenova_ugh"
    assert export_stem(conference(), replace(ENTRY, authors=()), 1200) == "0007"
    with_language = replace(conference(), file_name="{number}_{surname}[_{language}]")
    assert export_stem(with_language, replace(ENTRY, authors=(Author(surname="Құс"),)), 9) == "007_qus_kk"
