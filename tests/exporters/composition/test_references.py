from __future__ import annotations

from dataclasses import replace

from proceedings_editor.exporters.composition.element import Element, ListElement, TextElement
from proceedings_editor.model.body import Note, Span
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.template import HeadElement, References, Template
from tests.exporters.composition.sample import ENTRY, composed, conference, paragraph
from tests.exporters.composition.tree import part, said

LIST_ONLY = replace(conference(), article=(HeadElement("title", ("kk",)), HeadElement("references")))


def _list(entry: Entry = ENTRY, template: Template = LIST_ONLY) -> tuple[Element, ...]:
    return part(composed(entry, template), "article")[1:]


def test_the_heading_stands_in_the_outline_below_the_title() -> None:
    heading, _ = _list()
    assert isinstance(heading, TextElement)
    assert (said(heading), heading.level) == ("ҚОЛДАНЫЛҒАН ӘДЕБИЕТТЕР ТІЗІМІ", 2)
    assert said(_list(replace(ENTRY, language="en"))[0]) == "REFERENCES"


def test_each_reference_is_an_item_that_links_can_lead_to() -> None:
    _, items = _list()
    assert isinstance(items, ListElement)
    assert [item.label for item in items.items] == ["1.", "2."]
    assert items.bookmarks == ("ref-1", "ref-2")
    assert (items.marker, items.ordered, items.style) == ("1.", True, "reference")
    bracketed = replace(LIST_ONLY, references=References(numbering="[1]"))
    assert [item.label for item in _list(template=bracketed)[1].items] == ["[1]", "[2]"]


def test_words_of_a_reference_lead_back_to_it_and_brackets_in_it_cite_nothing() -> None:
    cites = replace(ENTRY, references=(Reference((Span("Шолу [1]"),)), *ENTRY.references[1:]))
    first, second = (item.elements[0] for item in _list(cites)[1].items)
    assert first.source.field == "references.0"
    assert [word.target for word in first.inlines] == [""]
    assert [(word.url, word.source_start) for word in second.inlines] == [("", 0), ("https://example.kz/s", 6)]


def test_an_empty_reference_keeps_the_numbers_behind_it() -> None:
    entry = replace(ENTRY, references=(Reference(()), Reference((Span("б"),))))
    items = _list(entry)[1].items
    assert [(item.label, said(item.elements[0])) for item in items] == [("1.", ""), ("2.", "б")]


def test_a_note_of_a_reference_leads_back_to_it() -> None:
    noted = Reference((Span("а"), Note((paragraph("н"),))))
    _, mark = _list(replace(ENTRY, references=(noted,)))[1].items[0].elements[0].inlines
    assert mark.number == 1
    assert mark.elements[0].source.field == "references.0"


def test_an_article_without_references_has_no_heading_of_them() -> None:
    assert _list(replace(ENTRY, references=())) == ()
