"""References put together from parts: kind by kind, standard by standard, language by language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language import source_description
from proceedings_editor.language.author_list import read_authors
from proceedings_editor.language.source_description import STANDARDS
from proceedings_editor.language.source_kind import KINDS, PARTS, lacking
from tests.language.source import SOURCES


def describe(kind: str, parts: Mapping[str, str], standard: str, language: str, *, with_content: bool = False) -> str:
    """Return a reference with its no-break spaces made plain, so that it can be read here."""
    words = source_description.describe(kind, parts, standard, language, with_content=with_content)
    return words.replace("\u00a0", " ")


GOLDEN = [
    line.split("\t")
    for line in Path(__file__).with_name("source_descriptions.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("kind", "standard", "language", "words"), GOLDEN, ids=[".".join(row[:3]) for row in GOLDEN])
def test_every_kind_in_every_form_and_language(kind: str, standard: str, language: str, words: str) -> None:
    assert describe(kind, SOURCES[language], standard, language) == words


def test_every_kind_form_and_language_is_looked_at() -> None:
    wanted = {(kind, standard, language) for kind in KINDS for standard in STANDARDS for language in SOURCES}
    assert {tuple(row[:3]) for row in GOLDEN} == wanted


AUTHORS = ["Есенов Қ. Т.", "Сандықбай Р. О.", "Құланов А. Н.", "Бозторғаев Е. С.", "Шағалаев М. Д."]


@pytest.mark.parametrize(
    ("count", "standard", "words"),
    [
        (3, "gost-7.1", "Есенов, Қ. Т. Су / Қ. Т. Есенов, Р. О. Сандықбай, А. Н. Құланов."),
        (4, "gost-7.1", "Су / Қ. Т. Есенов [және т. б.]."),
        (4, "gost-r-7.0.100", "Су / Қ. Т. Есенов, Р. О. Сандықбай, А. Н. Құланов, Е. С. Бозторғаев."),
        (5, "gost-r-7.0.100", "Су / Қ. Т. Есенов, Р. О. Сандықбай, А. Н. Құланов [және т. б.]."),
        (3, "gost-r-7.0.5", "Есенов Қ. Т., Сандықбай Р. О., Құланов А. Н. Су."),
        (4, "gost-r-7.0.5", "Су / Қ. Т. Есенов [және т. б.]."),
        (0, "gost-7.1", "Су."),
    ],
)
def test_how_many_authors_are_told(count: int, standard: str, words: str) -> None:
    assert describe("book", {"authors": "; ".join(AUTHORS[:count]), "title": "Су"}, standard, "kk") == words


def test_an_author_of_a_thesis_is_told_in_full() -> None:
    parts = {"authors": "Граников Дмитрий Олегович", "title": "Снег", "thesis": "дис. … канд. биол. наук"}
    words = "Граников, Д. О. Снег : дис. … канд. биол. наук / Граников Дмитрий Олегович."
    assert describe("thesis", parts, "gost-7.1", "ru") == words


def test_an_organisation_is_an_author_as_it_is_called() -> None:
    parts = {"authors": "Дала институты", "title": "Есеп", "place": "Алматы", "year": "2020"}
    assert describe("book", parts, "gost-7.1", "kk") == "Дала институты. Есеп / Дала институты. – Алматы, 2020."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("book", "Снег. – 2019. – Текст : непосредственный."),
        ("article", "Снег. – Текст : непосредственный // Степь. – 2019."),
        ("act", "Снег. – 2019. – Текст : непосредственный."),
    ],
)
def test_kind_of_content_stands_where_the_standard_puts_it(kind: str, words: str) -> None:
    parts = {"title": "Снег", "journal": "Степь", "year": "2019"}
    assert describe(kind, parts, "gost-r-7.0.100", "ru", with_content=True) == words
    assert "непосредственный" not in describe(kind, parts, "gost-7.1", "ru", with_content=True)


def test_what_is_seen_on_the_web_is_electronic() -> None:
    parts = {"title": "Snow", "site": "Steppe", "url": "https://steppe.example/1"}
    words = describe("page", parts, "gost-r-7.0.100", "en", with_content=True)
    assert words == "Snow. – Text : electronic // Steppe. – URL: https://steppe.example/1."


@pytest.mark.parametrize(
    ("typed", "headings"),
    [
        ("Есенов Қ. Т., Сандықбай Р. О.", ["Есенов, Қ. Т.", "Сандықбай, Р. О."]),
        ("Есенов, Қ.Т., Сандықбай, Р.О.", ["Есенов, Қ. Т.", "Сандықбай, Р. О."]),
        ("Есенов Қайрат Тұрсынұлы; Дала институты, Алматы", ["Есенов, Қ. Т.", "Дала институты, Алматы"]),
        ("Қ. Т. Есенов", ["Есенов, Қ. Т."]),
        (" ; ,", []),
    ],
)
def test_authors_are_typed_one_after_another(typed: str, headings: list[str]) -> None:
    assert [one.heading(",") for one in read_authors(typed)] == headings


@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(st.sampled_from(sorted(PARTS)), st.text(max_size=30)),
    st.sampled_from(sorted(STANDARDS)),
    st.sampled_from(["kk", "ru", "en"]),
    st.booleans(),
)
def test_anything_may_be_typed(kind: str, parts: dict[str, str], standard: str, language: str, content: bool) -> None:
    words = describe(kind, parts, standard, language, with_content=content)
    assert words == "" or words.endswith((".", "…"))
    assert "\n" not in words and not words.startswith(" ")


def test_lines_do_not_end_before_a_dash_or_inside_a_name() -> None:
    parts = {
        "authors": "Есенов Қ. Т.",
        "title": "Дала",
        "journal": "Дала",
        "year": "2020",
        "number": "2",
        "pages": "5-9",
    }
    words = source_description.describe("article", parts, "gost-7.1", "kk")
    assert words.replace("\u00a0", "_") == "Есенов, Қ._Т._Дала / Қ._Т._Есенов // Дала._– 2020._– №_2._– Б._5–9."


@pytest.mark.parametrize(
    ("standard", "words"),
    [
        ("gost-7.1", "Су. – DOI: https://doi.org/10.5555/12 (қаралған күні: 07.04.2025)."),
        ("gost-r-7.0.100", "Су. – DOI 10.5555/12."),
    ],
)
def test_a_doi_that_was_seen_is_an_address(standard: str, words: str) -> None:
    parts = {"title": "Су", "doi": "doi:10.5555/12", "accessed": "07.04.2025"}
    assert describe("book", parts, standard, "kk") == words
    assert describe("book", parts | {"accessed": ""}, standard, "kk") == "Су. – DOI 10.5555/12."


def test_what_a_description_lacks() -> None:
    assert lacking("article", {"title": "Су", "journal": " ", "url": "https://dala.kz"}) == (
        "journal",
        "year",
        "pages",
        "accessed",
    )
    assert all(lacking(kind, SOURCES["kk"]) == () for kind in KINDS)
    assert all(set(row.parts) <= PARTS.keys() and row.needed <= set(row.parts) for row in KINDS.values())
