from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.body import Note, Paragraph, Span, plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.walk import text_of
from tests.rules.sample import (
    COLLECTION,
    author,
    entry,
    found,
    in_language,
    mended,
    only,
    paragraph,
    reading,
    reference,
    texts,
    with_rule,
    workspace,
)


@pytest.mark.parametrize(
    ("language", "mixed", "right"),
    [
        ("kk", "бiлiм", "білім"),
        ("kk", "Cәуір", "Сәуір"),
        ("kk", "Қазaқстан", "Қазақстан"),
        ("kk", "Сəуір", "Сәуір"),
        ("kk", "қаhарман", "қаһарман"),
        ("ru", "cистема", "система"),
        ("ru", "экономикa", "экономика"),
        ("ru", "Поccия", "Поссия"),
        ("ru", "Әлiбек", "Әлібек"),
        ("en", "еconomy", "economy"),
        ("en", "Kazаkhstan", "Kazakhstan"),
    ],
)
def test_a_word_with_one_pure_form_is_mended(language: Language, mixed: str, right: str) -> None:
    spoilt = in_language(language, f"– {mixed}, [1]")
    finding = only("CHAR001", spoilt)
    assert (finding.text, finding.severity) == (mixed, "error")
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.before, finding.fix.after) == (True, mixed, right)
    body = mended(finding, spoilt).entries[0].body
    assert plain_text(text_of(body[1])) == f"– {right}, [1]"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Білім мен ғылым IT-мамандар үшін"),
        ("kk", "XX ғасырдың II жартысында, 70-тен астам"),
        ("kk", "H2O формуласы, CO2-ның мөлшері, 5G желісі"),
        ("ru", "Excel-таблица, IV раздел, pH раствора"),
        ("ru", "Система «SMART» и ёлка"),
        ("ru", "e\u0301lite и\u0306 (é)"),
        ("en", "Economy of Kazakhstan (Қазақстан)"),
        ("en", "Ó Briain, naïve, Ñ"),
    ],
)
def test_words_of_one_alphabet_beside_each_other_are_right(language: Language, words: str) -> None:
    assert not found("CHAR001", in_language(language, words))


@pytest.mark.parametrize("words", ["Windowsтың", "Exсelдің", "XIXғасырда", "Vв."])
def test_a_word_without_a_pure_form_is_found_and_left_alone(words: str) -> None:
    assert only("CHAR001", in_language("kk", words)).fix is None


def test_a_symbol_inside_a_word_is_only_proposed() -> None:
    fix = only("CHAR001", in_language("kk", "pHметр")).fix
    assert fix is not None
    assert not fix.safe


def test_where_both_alphabets_would_do_the_one_of_most_letters_is_proposed() -> None:
    finding = only("CHAR001", in_language("kk", "аcса"))
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.after) == (False, "асса")


@pytest.mark.parametrize(
    "words", ["ternovа@mail.ru", "https://example.kz/мaқала", "www.exаmple.kz", "C:\\Құжaттар", "сaн_1"]
)
def test_addresses_are_only_proposed(words: str) -> None:
    for finding in found("CHAR001", in_language("kk", f"Сілтеме: {words} осы")):
        assert finding.fix is None or not finding.fix.safe


def test_code_and_links_are_only_proposed() -> None:
    for marks in ({"code": True}, {"href": "https://example.kz"}):
        finding = only("CHAR001", entry(body=(*entry().body, paragraph("мaссив", **marks))))
        assert finding.fix is not None
        assert not finding.fix.safe


def test_a_persons_letters_are_only_proposed() -> None:
    spoilt = entry(authors=(author(surname="Сapсeнoва"),))
    finding = only("CHAR001", spoilt)
    assert finding.place.field == "authors.0.surname"
    assert finding.fix is not None
    assert not finding.fix.safe
    assert mended(finding, spoilt).entries[0].authors[0].surname == "Сарсенова"


def test_letters_keep_their_own_marks() -> None:
    spoilt = entry(
        references=(entry().references[0],), body=(Paragraph((Span("[1] б"), Span("i", bold=True), Span("лiм"))),)
    )
    changed = mended(only("CHAR001", spoilt), spoilt)
    assert text_of(changed.entries[0].body[0]) == (Span("[1] б"), Span("і", bold=True), Span("лім"))


def test_fields_captions_references_and_the_collection_are_read() -> None:
    spoilt = entry(title=LocalText("Дaла"), references=(reference("Есeнов Қ. Т."), entry().references[1]))
    assert texts(found("CHAR001", spoilt)) == ["Дaла", "Есeнов"]
    collection = replace(COLLECTION, name=LocalText("Дaла мен су"))
    finding = only("CHAR001", workspace(collection=collection))
    assert (finding.entry, finding.place.field) == ("", "collection.name.kk")
    assert mended(finding, workspace(collection=collection)).collection.name.kk == "Дала мен су"


def test_a_note_is_read_and_its_mark_is_the_place() -> None:
    note = Note((paragraph("бiлiм"),))
    spoilt = entry(body=(*entry().body, Paragraph((Span("Сөз"), note))))
    finding = only("CHAR001", spoilt)
    assert (finding.text, finding.place.block, finding.place.start, finding.place.end) == ("бiлiм", (1,), 3, 4)
    assert finding.fix is None


def test_readings_and_mail_addresses_are_left_to_others() -> None:
    assert not found("CHAR001", entry(readings=(reading("title.kk", "бiлiм"),)))
    assert not found("CHAR001", entry(authors=(author(email="аuthor@mail.ru"),)))


def test_allowed_words_are_right() -> None:
    spoilt: Entry = in_language("kk", "Бұл Qаз мен бiлiм")
    assert texts(found("CHAR001", workspace(spoilt, template=with_rule("CHAR001", allow=["Qаз"])))) == ["бiлiм"]


@pytest.mark.parametrize(("sign", "index"), [("T", "макс"), ("К", "eff"), ("П", "p")])
@pytest.mark.parametrize("level", ["subscript", "superscript"])
def test_a_sign_may_have_an_index_in_the_other_alphabet(sign: str, index: str, level: str) -> None:
    words = Paragraph((Span("температура "), Span(sign, italic=True), Span(index, **{level: True}), Span(" өсті.")))
    assert not found("CHAR001", entry(body=(words,)))
    assert found("CHAR001", entry(body=(paragraph(f"температура {sign}{index} өсті."),)))
