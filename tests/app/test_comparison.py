"""Differences are told field by field, and no difference goes untold."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from proceedings_editor.app.comparison import GAP, collection_differences, entry_differences
from proceedings_editor.model.body import Figure, FormulaSource, InlineFormula, Note, Paragraph, Span
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry, ForcedExport, Reference
from proceedings_editor.model.ignored import Ignored
from proceedings_editor.model.local import LocalText, LocalWords
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.reading import Reading

SECTIONS = (Section("s1", "I", LocalText("Экология"), (Section("s2", "II", LocalText("Топырақ")),)),)
COLLECTION = Collection(sections=SECTIONS)
OTHER = {
    "language": "ru",
    "state": "accepted",
    "number": 7,
    "first_page": 3,
    "last_page": 9,
    "section": "s2",
    "udc": ("504.5",),
    "irsti": ("34.35",),
    "bbk": ("28.08",),
    "doi": "10.5555/1",
    "edn": "ABCDEF",
    "title": LocalText("Дала", "Степь"),
    "authors": (Author(surname="Сейітова", phone="+7 700", affiliations=(Affiliation(LocalText("Университет")),)),),
    "supervisors": (Supervisor(surname="Ахметов", degree=LocalText(ru="к.б.н.")),),
    "abstract": LocalText("Аңдатпа\nекі жол"),
    "keywords": LocalWords(("дала", "су")),
    "received": date(2026, 4, 1),
    "returned": date(2026, 4, 2),
    "accepted": date(2026, 4, 3),
    "originality": Decimal("81.5"),
    "manuscripts": ("мақала.docx",),
    "forced_exports": (ForcedExport(date(2026, 4, 4), ("UDC001",)),),
    "body": (Paragraph((Span("Сөз"),)),),
    "references": (Reference((Span("Кітап"),)),),
    "readings": (Reading("title.kk", "heading", "Дала"),),
    "ignored": (Ignored("UDC001", "udc", "504.", "504.", "солай", date(2026, 4, 5)),),
    "extra": {"note": "other"},
}


@pytest.mark.parametrize("name", [field.name for field in fields(Entry) if field.name != "id"])
def test_every_field_of_an_entry_that_differs_is_told(name: str) -> None:
    before = Entry("a")
    after = replace(before, **{name: OTHER[name]})  # type: ignore[arg-type]
    found = entry_differences(before, after, COLLECTION)
    assert found
    assert all(difference.saved != difference.recovered for difference in found)
    assert entry_differences(after, after, COLLECTION) == ()


def test_three_languages_are_told_apart() -> None:
    found = entry_differences(Entry("a"), Entry("a", title=LocalText("Дала", "Степь")), COLLECTION)
    assert [(one.language, one.saved, one.recovered) for one in found] == [("kk", "", "Дала"), ("ru", "", "Степь")]


def test_of_people_only_the_changed_facts_are_told_with_the_name_of_whose_they_are() -> None:
    rich = Author(surname="Сейітова", email="a@b.kz", corresponding=True, degree=LocalText("ф.д.", "к.ф.н."))
    changed = replace(rich, corresponding=False, degree=LocalText("ф.д.", "д.ф.н."))
    found = entry_differences(Entry("a", authors=(Author(), rich)), Entry("a", authors=(Author(), changed)), COLLECTION)
    assert [(str(one.label), one.saved, one.recovered, one.language) for one in found] == [
        ("Сейітова: Degree", "к.ф.н.", "д.ф.н.", "ru"),
        ("Сейітова: Corresponding author", "✓", "", ""),
    ]


def test_a_section_has_its_name() -> None:
    (found,) = entry_differences(Entry("a"), Entry("a", section="s2"), COLLECTION)
    assert found.recovered == "I Экология / II Топырақ"


def test_of_a_long_article_only_the_changed_paragraphs_are_told() -> None:
    body = tuple(Paragraph((Span(f"Абзац {number}"),)) for number in range(200))
    after = (*body[:100], Paragraph((Span("Өзгерген"),)), *body[101:])
    (found,) = entry_differences(Entry("a", body=body), Entry("a", body=after), COLLECTION)
    assert found.saved.splitlines() == [GAP, "Абзац 100", GAP]
    assert found.recovered.splitlines() == [GAP, "Өзгерген", GAP]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Paragraph((Span("Сөз"),)), Paragraph((Span("Сөз", bold=True),))),
        (Paragraph((Span("Сөз"),)), Paragraph((Span("Сөз"),), align="center")),
        (Paragraph((InlineFormula(FormulaSource("a")),)), Paragraph((InlineFormula(FormulaSource("b")),))),
        (Paragraph((Note((Paragraph((Span("бір"),)),)),)), Paragraph((Note((Paragraph((Span("екі"),)),)),))),
        (Figure("a.png", width=5), Figure("a.png", width=6)),
    ],
)
def test_a_difference_of_form_is_told_too(before: Paragraph, after: Paragraph) -> None:
    (found,) = entry_differences(Entry("a", body=(before,)), Entry("a", body=(after,)), COLLECTION)
    assert found.saved != found.recovered


@pytest.mark.parametrize(
    "after",
    [
        Collection(name=LocalText("Жастар")),
        Collection(first_day=date(2026, 4, 1)),
        Collection(editors=(LocalText("Мұсатай Ә. Р."),)),
        Collection(year=2026),
        Collection(sections=SECTIONS),
    ],
)
def test_differences_of_the_collection_are_told(after: Collection) -> None:
    (found,) = collection_differences(Collection(), after)
    assert found.saved == "" != found.recovered
