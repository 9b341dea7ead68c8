"""Which words are looked up, and in which language."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from proceedings_editor.app.vocabulary import Vocabulary, words_to_mark
from proceedings_editor.language.spelling import is_word
from proceedings_editor.model.body import FormulaSource as Formula
from proceedings_editor.model.body import InlineFormula, Span
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.ignored import Ignored
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.model.person import Author
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.passage import Passage, block_passage, field_passage, passages_of, reference_passage
from proceedings_editor.rules.spelling import Unknown, languages_of, unknown_words
from tests.rules.sample import entry, found, paragraph, with_rule, workspace
from tests.strategies import entries


def unknown(
    words: str | tuple[Span | InlineFormula, ...], language: Language = "ru", some: Entry | None = None
) -> list[str]:
    rich = (Span(words),) if isinstance(words, str) else words
    return [word.word for word in unknown_words(block_passage((0,), rich, language), some, is_word)]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Превественный ответ", ["Превественный"]),
        ("Это ответ. Превественный вопрос", ["Превественный"]),
        ("Здесь Кенжебаев и Абай", []),
        ("проф. Кенжебаев", []),
        ("малако", ["малако"]),
        ("малако-завод", ["малако"]),
        ("историко-культурный", []),
        ("кто-то сделал красно-синйи шар", ["синйи"]),
        ("см. рисю 5", ["рисю"]),
        ("и т.д. и т.п. 5 тыс. руб. на га", []),
        ("39-й, 2020-х, CO2, 10-ти", []),
        ("ЕНУ КазНУ ЮНЕСКО ГОСТа", []),
        ("ИССЛОДОВАНИЕ", ["ИССЛОДОВАНИЕ"]),
        ("http://малако.kz/рисю и a.рисю@малако.kz", []),
        ("Google и Сәрсенов", []),
        ("за\u0301мок иссле\u00adдование", []),
        ("", []),
    ],
)
def test_russian_words(words: str, named: list[str]) -> None:
    assert unknown(words) == named


@pytest.mark.parametrize(
    ("language", "words", "named"),
    [
        ("en", "The organisation’s reserch isn’t in color", ["reserch"]),
        ("en", "state-of-the-art rivver-bed", ["rivver"]),
        ("en", "степь и reserch", ["reserch"]),
        ("kk", "Дала өзіндерім мектебб", ["мектебб"]),
        ("kk", "ЖОО-ның, АҚШ-тың, 39-бап, 2020-жылы", []),
    ],
)
def test_words_of_other_languages(language: Language, words: str, named: list[str]) -> None:
    assert unknown(words, language) == named


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("A Low-Cost Soil Mositure Sensor for Stepe Farms", ["Mositure", "Stepe"]),
        ("A low-cost sensor of Kenzhebaev for farms and gardens", []),
    ],
)
def test_capitals_throughout_an_english_title_tell_no_names(title: str, named: list[str]) -> None:
    passage = field_passage("title.en", title, "en")
    assert [word.word for word in unknown_words(passage, None, is_word)] == named


def test_the_language_of_a_run_decides() -> None:
    runs = (
        Span("степная река "),
        Span("steppe rivver", language="en-GB"),
        Span(" рика "),
        Span("Flusz", language="de"),
    )
    assert unknown(runs) == ["rivver", "рика"]
    assert languages_of(block_passage((0,), runs, "ru")) == {"ru", "en", "de"}


def test_only_chosen_languages_are_looked_up() -> None:
    passage = block_passage((0,), (Span("рика "), Span("rivver", language="en")), "ru")
    assert [word.word for word in unknown_words(passage, None, is_word, ("en",))] == ["rivver"]


def test_formulas_and_program_code_are_no_words() -> None:
    runs = (Span("рика "), InlineFormula(Formula("x")), Span("printff", code=True), Span(" малако"))
    passage = block_passage((0,), runs, "ru")
    assert [(word.word, word.start) for word in unknown_words(passage, None, is_word)] == [("рика", 0), ("малако", 14)]


def test_the_people_of_an_entry_are_known_with_any_ending() -> None:
    some = Entry("e", authors=(Author(surname="Жолдыбекова", given_name="Індіра", latin="Zholdybekova I."),))
    assert unknown("Жолдыбековой сделано. Жолдыбекову видно", "ru") == ["Жолдыбековой", "Жолдыбекову"]
    assert unknown("Жолдыбековой сделано. Жолдыбекову видно", "ru", some) == []
    assert unknown("Zholdybekova’s way", "en", some) == []


def test_references_codes_and_readings_are_left_alone() -> None:
    some = entry()
    assert not [*unknown_words(reference_passage(some, 0), some, lambda *_: False)]
    assert not [*unknown_words(field_passage("udc", "малако", "ru"), some, lambda *_: False)]
    assert [*unknown_words(field_passage("title.ru", "малако", "ru"), some, is_word)]


@given(entries(wild=True))
def test_what_is_named_stands_there(some: Entry) -> None:
    for passage in passages_of(some):
        for word in unknown_words(passage, some, lambda word, _: len(word) % 2 == 0):
            assert passage.text[word.start : word.end] == word.word
            assert word.language in LANGUAGES


@given(entries(wild=True))
def test_the_rule_and_the_underlines_agree(some: Entry) -> None:
    vocabulary = Vocabulary(frozenset(("дала",)))
    where = workspace(some, template=with_rule("LANG004", "information"))
    told = [(one.place, one.text) for one in found("LANG004", where, Facts(is_word=vocabulary)) if one.entry == some.id]
    marked = [(passage.at(word.start, word.end), word.word) for passage, word in _marked(some, vocabulary)]
    assert sorted(map(str, told)) == sorted(map(str, marked))


def test_a_word_left_as_it_is_loses_its_underline() -> None:
    passage = block_passage((0,), (Span("Это малако. Там малако."),), "ru")
    decided = Ignored("LANG004", "paragraph", "малако", "Это малако.", "so it is called", date(2026, 5, 12))
    some = Entry("e", language="ru", body=(paragraph("Это малако. Там малако."),), ignored=(decided,))
    assert words_to_mark(passage, some, Vocabulary(), LANGUAGES) == ()
    assert words_to_mark(block_passage((0,), (Span("Там малако."),), "ru"), some, Vocabulary(), LANGUAGES)


def _marked(some: Entry, vocabulary: Vocabulary) -> list[tuple[Passage, Unknown]]:
    return [(one, word) for one in passages_of(some) for word in words_to_mark(one, some, vocabulary, LANGUAGES)]
