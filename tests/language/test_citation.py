from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.language.citation import FORMS, find_citations, renumber, repaired, write_citation

Parts = list[tuple[tuple[int, ...], str]]


def read(text: str, form: str = "plain") -> list[tuple[str, str, Parts]]:
    return [
        (text[found.start : found.end], found.form, [(part.numbers, part.locator) for part in found.parts])
        for found in find_citations(text, form)
    ]


@pytest.mark.parametrize(
    ("wording", "form", "parts"),
    [
        ("[2]", "plain", [((2,), "")]),
        ("[ 2 ]", "plain", [((2,), "")]),
        ("[1, 3]", "plain", [((1, 3), "")]),
        ("[1; 3]", "plain", [((1,), ""), ((3,), "")]),
        ("[3–5]", "plain", [((3, 4, 5), "")]),
        ("[3-5]", "plain", [((3, 4, 5), "")]),
        ("[1-3, 5]", "plain", [((1, 2, 3, 5), "")]),
        ("[1 и 3]", "plain", [((1, 3), "")]),
        ("[1 және 3]", "plain", [((1, 3), "")]),
        ("[2, б. 5]", "comma-page", [((2,), "б. 5")]),
        ("[2, с. 5]", "comma-page", [((2,), "с. 5")]),
        ("[2, С. 5–7]", "comma-page", [((2,), "С. 5–7")]),
        ("[2, p. 5]", "comma-page", [((2,), "p. 5")]),
        ("[2, 15-б.]", "comma-page", [((2,), "15-б.")]),
        ("[2, 15 бет; 3, 7 б.]", "comma-page", [((2,), "15 бет"), ((3,), "7 б.")]),
        ("[2, т. II, б. 5, 6]", "comma-page", [((2,), "т. II, б. 5, 6")]),
        ("[2, § 4]", "comma-page", [((2,), "§ 4")]),
        ("[1, 3, б. 5]", "comma-page", [((1,), ""), ((3,), "б. 5")]),
        ("[см.: 2, с. 5]", "comma-page", [((2,), "с. 5")]),
        ("[қараңыз: 2]", "plain", [((2,), "")]),
        ("[2:15, 16]", "colon-page", [((2,), "15, 16")]),
        ("[2: 15; 3: 7–9]", "colon-page", [((2,), "15"), ((3,), "7–9")]),
        ("[1.23]", "point-page", [((1,), "23")]),
        ("[1.23; 2.5]", "point-page", [((1,), "23"), ((2,), "5")]),
        ("[1.23, 2.5]", "point-page", [((1,), "23"), ((2,), "5")]),
        ("[1:5; 2, б. 6]", "mixed", [((1,), "5"), ((2,), "б. 6")]),
    ],
)
def test_a_citation_is_taken_apart(wording: str, form: str, parts: Parts) -> None:
    text = f"Сөз {wording}. Соңы"
    assert read(text) == [(wording, form, parts)]


@pytest.mark.parametrize(
    ("wording", "parts"),
    [
        ("[2;5]", [((2,), "5")]),
        ("[2; 5–7]", [((2,), "5–7")]),
        ("[1, 2;5]", [((1,), ""), ((2,), "5")]),
        ("[2;5, 3;7]", [((2,), "5"), ((3,), "7")]),
        ("[2;5, 6]", [((2,), "5, 6")]),
    ],
)
def test_a_semicolon_begins_the_page_when_the_template_says_so(wording: str, parts: Parts) -> None:
    assert read(wording, "semicolon-page") == [(wording, "semicolon-page", parts)]


@pytest.mark.parametrize("form", [form for form in FORMS if form != "semicolon-page"])
def test_a_semicolon_parts_sources_in_every_other_form(form: str) -> None:
    assert read("[2;5]", form) == [("[2;5]", "plain", [((2,), ""), ((5,), "")])]


def test_several_semicolons_part_sources_even_then() -> None:
    assert read("[1; 3; 5]", "semicolon-page") == [("[1; 3; 5]", "plain", [((1,), ""), ((3,), ""), ((5,), "")])]


def test_only_a_bare_pair_is_ambiguous() -> None:
    assert [found.ambiguous for found in find_citations("[2;5] [2, б. 5] [1; 2; 3] [2]")] == [True, False, False, False]


@pytest.mark.parametrize("wording", ["[З]", "[1О]", "[З, с. 4]", "[?]", "[?, б. 5]"])
def test_a_broken_citation_is_reported_without_sources(wording: str) -> None:
    assert read(f"Сөз {wording}.") == [(wording, "broken", [])]


def test_what_can_be_read_of_a_broken_citation_is_kept() -> None:
    assert read("[1, ?]") == [("[1, ?]", "broken", [((1,), "")])]
    assert read("[5-3]") == [("[5-3]", "broken", [((5, 3), "")])]


@pytest.mark.parametrize(("text", "wording"), [("акт [3 және тағы", "[3"), ("акт 3]. Соңы", "3]"), ("акт [3", "[3")])
def test_a_bracket_left_open_is_broken(text: str, wording: str) -> None:
    assert read(text) == [(wording, "broken", [])]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "мәтін",
        "[мәтін]",
        "[0]",
        "[0, 1]",
        "[2024]",
        "[1, n]",
        "[2 tabs]",
        "[]",
        "[1; 2) аралығы",
        "(0, 2] аралығы",
        "x[i]",
        "[Сейітов, 2020]",
        "[https://example.org/1]",
        "[–]",
        "[0.5]",
    ],
)
def test_other_brackets_do_not_cite(text: str) -> None:
    assert read(text) == []


def test_sources_and_their_places_in_the_text_are_told() -> None:
    text = "Бірінші [1] және [3–5, б. 7]"
    sources = [number for found in find_citations(text) for number in found.sources]
    assert sources == [1, 3, 4, 5]
    spans = [span for found in find_citations(text) for span in found.spans]
    assert [text[span.start : span.end] for span in spans] == ["1", "3–5"]


def test_neighbouring_citations_are_separate() -> None:
    assert [wording for wording, _, _ in read("a [2][3], [4]")] == ["[2]", "[3]", "[4]"]


@pytest.mark.parametrize(
    ("text", "form", "result"),
    [
        ("[2], 2 сурет [2, б. 2]", "comma-page", "[3], 2 сурет [3, б. 2]"),
        ("[2;2] [2; 7]", "semicolon-page", "[3;2] [3; 7]"),
        ("[2;2]", "plain", "[3;3]"),
        ("[2:2, 16]", "colon-page", "[3:2, 16]"),
        ("[2.2]", "point-page", "[3.2]"),
        ("[1–2]", "plain", "[1, 3]"),
        ("[1–2]", "comma-page", "[1; 3]"),
        ("[5-2] [2, ?]", "plain", "[5-3] [3, ?]"),
    ],
)
def test_renumbering_rewrites_source_numbers_and_nothing_else(text: str, form: str, result: str) -> None:
    assert renumber(text, {2: 3}, form) == result


def test_a_deleted_source_leaves_a_question_mark_that_is_reported() -> None:
    mapping = {4: None, 5: 4}
    text = renumber("[3–5] [4, б. 7] [1, 4] [5]", mapping)
    assert text == "[3–4] [?, б. 7] [1, ?] [4]"
    assert [found.form for found in find_citations(text)] == ["plain", "broken", "broken", "plain"]
    assert renumber("[?;5]", {5: 9}, "semicolon-page") == "[?;5]"


@pytest.mark.parametrize(
    ("wording", "right"), [("[З]", "[3]"), ("[1О, с. 4]", "[10, с. 4]"), ("[5-3]", ""), ("[2]", "")]
)
def test_letters_for_digits_can_be_repaired(wording: str, right: str) -> None:
    assert repaired(wording) == right


@pytest.mark.parametrize(
    ("parts", "form", "language", "written"),
    [
        ([((2,), "5")], "comma-page", "kk", "[2, б. 5]"),
        ([((2,), "с. 5–7")], "comma-page", "en", "[2, p. 5–7]"),
        ([((2,), "15-б.")], "comma-page", "ru", "[2, с. 15]"),
        ([((2,), "б. 5")], "semicolon-page", "kk", "[2;5]"),
        ([((2,), "5 бет")], "colon-page", "kk", "[2:5]"),
        ([((1,), "23"), ((2, 3), "")], "comma-page", "kk", "[1, б. 23; 2, 3]"),
        ([((2,), "5")], "plain", "kk", "[2]"),
    ],
)
def test_a_citation_is_written_in_the_templates_form(parts: Parts, form: str, language: str, written: str) -> None:
    assert write_citation(parts, form, language) == written


numbers = st.integers(1, 99)
parts_of_one = st.lists(numbers, min_size=1, max_size=4, unique=True)


@given(numbers, st.integers(1, 400), st.sampled_from(FORMS[1:]), st.sampled_from(("kk", "ru", "en")))
def test_a_written_citation_is_read_back(source: int, page: int, form: str, language: str) -> None:
    (found,) = find_citations(write_citation([((source,), str(page))], form, language), form)
    assert (found.form, found.sources) == (form, (source,))
    assert found.parts[0].locator.endswith(str(page))


pieces = st.sampled_from(
    ["[1]", "[2, б. 3]", "[4–6]", "[2;5]", "[7:8]", "[1.2]", "сөз 5 ", "[З]", "[", "]", "7", " – ", "?"]
)


@given(st.lists(pieces, max_size=12).map("".join), st.sampled_from(FORMS))
def test_renumbering_by_nothing_changes_nothing(text: str, form: str) -> None:
    assert renumber(text, {}, form) == text
    assert renumber(text, {number: number for number in range(1, 20)}, form) == text


@given(st.lists(pieces, max_size=12).map("".join), st.sampled_from(FORMS), st.permutations(range(1, 10)))
def test_renumbering_keeps_all_but_the_source_numbers(text: str, form: str, order: list[int]) -> None:
    mapping = dict(enumerate(order, 1))
    result = renumber(text, mapping, form)
    outside = re.sub(r"\[[^\[\]]*\]", "[]", text)
    assert re.sub(r"\[[^\[\]]*\]", "[]", result) == outside
    before = sorted(mapping.get(n, n) for found in find_citations(text, form) for n in found.sources)
    after = sorted(n for found in find_citations(result, form) for n in found.sources)
    assert before == after
