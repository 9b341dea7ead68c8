from __future__ import annotations

import pytest

from proceedings_editor.model.body import Figure, LineBreak, Note, Paragraph, Span
from proceedings_editor.model.local import LocalText, LocalWords
from proceedings_editor.rules.passage import block_passage, key_of, passages_of, passages_of_collection
from tests.rules.sample import COLLECTION, author, entry, paragraph, reading


def test_every_text_of_an_entry_comes_with_its_place_and_key() -> None:
    some = entry(
        keywords=LocalWords(ru=("вода", "степь")),
        readings=(reading("authors.0.surname", "Сарсенова"),),
        authors=(author(status="тыңдаушы", line=LocalText(en="Student")),),
    )
    found = {passage.place.field or passage.place.block: passage for passage in passages_of(some)}
    assert (found["keywords.ru.1"].text, found["keywords.ru.1"].language) == ("степь", "ru")
    assert found["keywords.ru.1"].key == "keywords.ru"
    assert found["authors.0.affiliations.0.city.kk"].key == "authors.affiliations.city.kk"
    assert found["authors.0.line.en"].language == "en"
    assert found["authors.0.status"].text == "тыңдаушы"
    assert (found["readings.0.text"].kind, found["readings.0.text"].key) == ("reading", "authors.surname")
    assert found["readings.0.text"].field == "authors.0.surname"
    assert found["references.1"].key == "references"
    assert found[(0,)].key == "body"
    assert not {"section", "language", "state", "number"} & set(found)


def test_notes_in_notes_are_read_at_the_outer_mark() -> None:
    inner = Note((paragraph("ішкі"),))
    outer = Note((Paragraph((Span("сыртқы"), inner)),))
    some = entry(body=(Figure("a.png", (Span("Сурет"), LineBreak(), outer)),))
    notes = [passage for passage in passages_of(some) if passage.kind == "note"]
    assert [note.text for note in notes] == ["сыртқы\ufffc", "ішкі"]
    assert {(note.place.block, note.place.start, note.place.end) for note in notes} == {((0,), 6, 7)}


def test_every_text_of_the_collection_comes_with_its_path() -> None:
    found = {passage.place.field: passage.text for passage in passages_of_collection(COLLECTION)}
    assert found["collection.name.ru"] == "Степь и вода"
    assert found["collection.sections.0.number"] == "IV"
    assert found["collection.sections.0.sections.1.name.en"] == "Land law"
    assert key_of("collection.sections.0.sections.1.name.en") == "collection.sections.sections.name.en"


def test_code_and_objects_are_blanked_out_at_their_places() -> None:
    note = Note((paragraph("x"),))
    some = entry(body=(Paragraph((Span("аб "), Span("a[1]", code=True), note, Span(" в"))),))
    (passage,) = [passage for passage in passages_of(some) if passage.kind == "block"]
    assert passage.prose() == "аб " + "\ufffc" * 5 + " в"
    assert len(passage.prose()) == len(passage.text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Су тасқыны – сондай-ақ 39-бап, О’Нил.", ["Су", "тасқыны", "сондай-ақ", "39-бап", "О’Нил"]),
        ("и\u0306од, 2014-2016 жж.", ["и\u0306од", "2014-2016", "жж"]),
        ("- , –", []),
    ],
)
def test_words_keep_their_hyphens_and_marks(text: str, words: list[str]) -> None:
    passage = block_passage((0,), (Span(text),), "kk")
    assert [word[0] for word in passage.words()] == words
    assert [passage.text[word.start() : word.end()] for word in passage.words()] == words


def test_program_code_has_no_words() -> None:
    passage = block_passage((0,), (Span("мына "), Span("make test", code=True), Span(" жолы")), "kk")
    assert [(word.start(), word[0]) for word in passage.words()] == [(0, "мына"), (15, "жолы")]
