"""CITE001 and CITE002: two sides of the same thing."""

from __future__ import annotations

from typing import Literal

import pytest

from proceedings_editor.model.body import Figure, ListBlock, ListItem, Note, Paragraph, Span
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import Citations
from proceedings_editor.model.workspace import Workspace
from tests.rules.sample import body, entry, found, only, paragraph, reference, template, texts, workspace

Form = Literal["plain", "comma-page", "semicolon-page", "colon-page", "point-page"]


def citing(*words: str, references: int = 3) -> Entry:
    items = tuple(reference(f"Дала сулары, {number}-кітап.") for number in range(1, references + 1))
    return entry(body=body(*words), references=items)


def in_form(form: Form, *words: str) -> Workspace:
    return workspace(citing(*words), template=template(citations=Citations(form)))


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("semicolon-page", "Өзендер тасиды [1]. Су азаяды [2;50], [3;4]."),
        ("comma-page", "Суы азаяды [1, б. 50; 2, б. 7; 3]."),
        ("comma-page", "Реки разливаются [1–3]."),
        ("colon-page", "Реки мелеют [1:50], [2; 3]."),
        ("plain", "Rivers flood [1], [2, 3]."),
        ("semicolon-page", "Дереккөздер [1], [2], [3] және аралық [0; 15)."),
    ],
)
def test_what_is_listed_and_cited_is_right(form: Form, words: str) -> None:
    assert not found("CITE001", in_form(form, words))
    assert not found("CITE002", in_form(form, words))


@pytest.mark.parametrize(
    ("form", "words", "cited"),
    [
        ("semicolon-page", "Өзендер тасиды [9;4].", ["[9;4]"]),
        ("semicolon-page", "Су азаяды[4]. Тағы [5;1]", ["[4]", "[5;1]"]),
        ("comma-page", "Реки разливаются [1–4].", ["[1–4]"]),
        ("comma-page", "Реки мелеют [2, с. 5; 7, с. 9].", ["[2, с. 5; 7, с. 9]"]),
        ("plain", "Rivers flood [4, 5].", ["[4, 5]"]),
        ("plain", "Источник удалён [?].", ["[?]"]),
    ],
)
def test_what_is_cited_but_not_listed_is_an_error(form: Form, words: str, cited: list[str]) -> None:
    findings = found("CITE001", in_form(form, words))
    assert texts(findings) == cited
    assert {(finding.severity, finding.fix) for finding in findings} == {("error", None)}


@pytest.mark.parametrize(
    ("words", "lost"),
    [("Өзендер [1]. Су [3].", [1]), ("Реки [2, с. 1].", [0, 2]), ("Код [1–2].", [2])],
)
def test_what_is_listed_but_not_cited_is_a_warning(words: str, lost: list[int]) -> None:
    findings = found("CITE002", in_form("comma-page", words))
    assert [finding.place.field for finding in findings] == [f"references.{index}" for index in lost]
    assert {finding.severity for finding in findings} == {"warning"}


@pytest.mark.parametrize("words", ["Өзендер тасиды.", "Реки разливаются.", "Rivers flood."])
def test_an_article_that_cites_nothing_is_told_once(words: str) -> None:
    finding = only("CITE002", in_form("comma-page", words))
    assert (finding.place.field, finding.severity) == ("references", "warning")
    assert str(finding.message) == "The article cites none of its 3 sources; cite each where it was used."


def test_the_second_number_of_an_ambiguous_citation_is_no_certain_source() -> None:
    assert not found("CITE001", in_form("comma-page", "Су азаяды [2;50]."))
    assert found("CITE001", in_form("comma-page", "Су азаяды [5;2]."))


def test_without_a_list_every_citation_is_an_error() -> None:
    assert "no reference list" in str(only("CITE001", citing("Су [1].", references=0)).message)


def test_captions_lists_and_notes_cite_too() -> None:
    note = Note((paragraph("Қараңыз: [3], [8]."),))
    blocks = (
        Figure("сызба.png", (Span("Өзен [1]"),)),
        ListBlock((ListItem((paragraph("су [2];"),)),)),
        Paragraph((Span("Сөз"), note)),
    )
    spoilt = entry(body=blocks, references=citing("").references)
    assert not found("CITE002", spoilt)
    finding = only("CITE001", spoilt)
    assert (finding.text, finding.place.block, finding.place.start) == ("[8]", (2,), 3)


def test_program_code_does_not_cite() -> None:
    code = Paragraph((Span("Массив "), Span("a[9]", code=True), Span(" және [1].")))
    spoilt = entry(body=(code,), references=entry().references[:1])
    assert not found("CITE001", spoilt)
    assert not found("CITE002", spoilt)
