"""TITL001 to TITL004: capitals, stops, length and agreement of titles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.body import Heading, Span
from proceedings_editor.model.collection import Section
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language, LocalText
from proceedings_editor.model.template import TextStyle
from proceedings_editor.model.template.requirement import Limits, Range
from tests.rules.sample import (
    COLLECTION,
    body,
    entry,
    found,
    mended,
    only,
    reading,
    template,
    texts,
    with_rule,
    workspace,
)

SMALL = template(styles={**template().styles, "title": TextStyle(capitals=False)})


def titled(words: str, language: Language = "kk", *found: str, **facts: object) -> Entry:
    readings = tuple(reading(f"title.{language}", text, "head") for text in found)
    return entry(language=language, title=LocalText().with_version(language, words), readings=readings, **facts)


@pytest.mark.parametrize(
    ("language", "title", "found_as"),
    [
        ("kk", "Дала өзендерінің суы", "Дала өзендерінің суы"),
        ("kk", "Дала өзендерінің суы", "Дала Өзендерінің Суы"),
        ("ru", "Вода степных рек", "Вода степных рек"),
        ("ru", "ВОДА СТЕПНЫХ РЕК", "Вода степных рек"),
        ("en", "pH of steppe rivers", "pH of steppe rivers"),
    ],
)
def test_a_title_found_in_other_capitals_is_laid_aside(language: Language, title: str, found_as: str) -> None:
    spoilt = titled(title, language, found_as)
    finding = only("TITL001", spoilt)
    assert (finding.severity, finding.text, finding.place.field) == ("warning", found_as, "readings.0.text")
    assert finding.fix is not None
    assert finding.fix.safe
    after = mended(finding, spoilt).entries[0]
    assert (after.title[language], after.readings) == (title, ())


@pytest.mark.parametrize(
    ("language", "found_as"),
    [
        ("kk", "ДАЛА ӨЗЕНДЕРІНІҢ СУЫ"),
        ("kk", "БАСҚА АТАУ"),
        ("kk", "басқа атау"),
        ("ru", "ВОДА СТЕПНЫХ РЕК"),
        ("ru", "Другое название"),
        ("ru", ""),
        ("en", "WATER OF STEPPE RIVERS"),
    ],
)
def test_a_title_in_the_templates_capitals_or_another_title_is_silent(language: Language, found_as: str) -> None:
    titles = {"kk": "Дала өзендерінің суы", "ru": "Вода степных рек", "en": "Water of steppe rivers"}
    assert not found("TITL001", titled(titles[language], language, found_as))


def test_words_with_a_capital_inside_keep_it() -> None:
    assert not found("TITL001", titled("Дала суының pH деңгейі", "kk", "ДАЛА СУЫНЫҢ pH ДЕҢГЕЙІ"))


@pytest.mark.parametrize(
    ("language", "title", "small"),
    [
        ("kk", "ДАЛА ӨЗЕНДЕРІНІҢ СУЫ", "Дала өзендерінің суы"),
        ("ru", "ВОДА СТЕПНЫХ РЕК", "Вода степных рек"),
        ("en", "STEPPE RIVERS", "Steppe rivers"),
    ],
)
def test_a_title_typed_in_capitals_is_proposed_small_where_it_is_printed_as_typed(
    language: Language, title: str, small: str
) -> None:
    spoilt = workspace(titled(title, language), template=SMALL)
    finding = only("TITL001", spoilt)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert mended(finding, spoilt).entries[0].title[language] == small


@pytest.mark.parametrize("title", ["Дала өзендерінің суы", "Вода США", "STEM", "Основы CLIL и STEM", "ДНҚ"])
def test_a_title_with_small_letters_or_one_word_is_silent(title: str) -> None:
    assert not found("TITL001", workspace(titled(title), template=SMALL))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("kk", "Дала өзендерінің суы."),
        ("kk", "Дала және «Су»."),
        ("kk", "ДАЛА ӨЗЕНДЕРІНІҢ СУЫ. "),
        ("ru", "Вода степных рек."),
        ("ru", "Реки (обзор)."),
        ("ru", "ВОДА СТЕПНЫХ РЕК ."[:-2] + "."),
        ("en", "Water of the steppe rivers."),
    ],
)
def test_a_stop_at_the_end_is_taken_away(language: Language, title: str) -> None:
    spoilt = titled(title, language)
    finding = only("TITL002", spoilt)
    assert (finding.severity, finding.text) == ("warning", ".")
    assert finding.fix is not None
    assert finding.fix.safe
    after = mended(finding, spoilt)
    assert after.entries[0].title[language].rstrip() == title.rstrip()[:-1]
    assert not found("TITL002", after)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("kk", "Дала өзендерінің суы"),
        ("kk", "Дала XX ғ."),
        ("kk", "Өзендер, көлдер т.б."),
        ("kk", "Су қайда кетті?"),
        ("ru", "Реки степи в XX в."),
        ("ru", "Озёра, реки и др."),
        ("ru", "Куда ушла вода..."),
        ("en", "Rivers, lakes, etc."),
        ("en", "Where to?"),
    ],
)
def test_an_abbreviation_or_another_mark_keeps_its_stop(language: Language, title: str) -> None:
    assert not found("TITL002", titled(title, language))


def test_a_title_found_with_a_stop_is_laid_aside_where_it_says_the_same() -> None:
    spoilt = titled("Дала өзендерінің суы", "kk", "ДАЛА ӨЗЕНДЕРІНІҢ СУЫ.", "Басқа атау.")
    same, other = found("TITL002", spoilt)
    assert same.fix is not None
    assert same.fix.safe
    assert texts([same, other]) == [".", "."]
    assert other.fix is None
    assert [left.text for left in mended(same, spoilt).entries[0].readings] == ["Басқа атау."]


def test_headings_and_sections_end_without_a_stop_too() -> None:
    heading = Heading((Span("Кіріспе."),))
    spoilt = entry(body=(*entry().body, heading))
    finding = only("TITL002", spoilt)
    assert (finding.place.block, finding.place.start) == ((1,), 7)
    assert mended(finding, spoilt).entries[0].body[1] == Heading((Span("Кіріспе"),))
    sections = (Section("iv-ii", "II", LocalText("Су құқығы.", "Водное право")),)
    named = workspace(collection=replace(COLLECTION, sections=sections))
    finding = only("TITL002", named)
    assert mended(finding, named).collection.sections[0].name.kk == "Су құқығы"


def test_words_of_the_title_stay_within_the_limits() -> None:
    limits = template(limits=Limits(title_words=Range(2, 4)))
    for language, title in [("kk", "Дала мен су өзендері"), ("ru", "Вода степных рек"), ("en", "Steppe water")]:
        assert not found("TITL003", workspace(titled(title, language), template=limits))
    for language, title, count in [("kk", "Дала", "1"), ("ru", "Вода", "1"), ("ru", "О воде рек и озёр", "5")]:
        finding = only("TITL003", workspace(titled(title, language), template=limits))
        assert (finding.severity, finding.text, finding.fix) == ("information", title, None)
        assert count in str(finding.message)


@pytest.mark.parametrize(
    ("language", "title", "word"),
    [
        ("kk", "ДӨҚ жұмысының негіздері", "ДӨҚ"),
        ("kk", "Өзен суы: БТК әдісі", "БТК"),
        ("kk", "Дала суы (ЖСҚ)", "ЖСҚ"),
        ("ru", "Основы работы СВК", "СВК"),
        ("ru", "Метод ОПРС в степи", "ОПРС"),
        ("ru", "ВКР и степь", "ВКР"),
        ("en", "Legal basis of the SWC", "SWC"),
    ],
)
def test_an_abbreviation_in_a_title_is_mentioned(language: Language, title: str, word: str) -> None:
    assert texts(found("TITL003", titled(title, language))) == [word]
    assert not found("TITL003", workspace(titled(title, language), template=with_rule("TITL003", accept=[word])))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("kk", "ҚР заңдары мен дала"),
        ("kk", "XXI ғасырдағы дала"),
        ("kk", "Дала өзендерінің суы"),
        ("ru", "Вода степных рек США"),
        ("ru", "Степь в XVIII веке"),
        ("ru", "Анализ ДНК рыб"),
        ("en", "DNA of steppe fishes"),
    ],
)
def test_what_everybody_knows_is_no_abbreviation(language: Language, title: str) -> None:
    assert not found("TITL003", titled(title, language))


def test_in_a_title_in_capitals_the_article_tells_what_is_an_abbreviation() -> None:
    capitals = "ДӨҚ ЖҰМЫСЫ МЕН СУ"
    assert not found("TITL003", titled(capitals))
    told = titled(capitals, body=body("Бұл ДӨҚ туралы [1]. Тағы [2;5]."))
    assert texts(found("TITL003", told)) == ["ДӨҚ"]


@pytest.mark.parametrize(
    ("language", "title", "found_as"),
    [
        ("kk", "Дала өзендерінің суы", "Дала өзендерінің сулары"),
        ("kk", "Дала өзендерінің суы", "ДАЛА ӨЗЕНДЕРІНІҢ"),
        ("kk", "Жайық", "Жаиық"),
        ("ru", "Вода степных рек", "Воды степных рек"),
        ("ru", "Вода степных рек", "Вода степных рек и озёр."),
        ("ru", "Вода", "ВОДЫ"),
        ("en", "Steppe rivers", "Steppe river"),
    ],
)
def test_another_title_is_an_error_and_may_be_taken(language: Language, title: str, found_as: str) -> None:
    spoilt = titled(title, language, found_as)
    finding = only("TITL004", spoilt)
    assert (finding.severity, finding.text, finding.place.field) == ("error", found_as, "readings.0.text")
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt).entries[0]
    assert (after.title[language], after.readings) == (found_as.removesuffix("."), ())


@pytest.mark.parametrize("found_as", ["Дала  өзендерінің суы", "ДАЛА ӨЗЕНДЕРІНІҢ СУЫ.", "дала өзендерінің\nсуы"])
def test_capitals_spaces_and_a_stop_make_no_other_title(found_as: str) -> None:
    assert not found("TITL004", titled("Дала өзендерінің суы", "kk", found_as))


@pytest.mark.parametrize("found_as", ["Вода, степных рек", "«Вода» степных рек", "ВОДА – СТЕПНЫХ РЕК"])
def test_other_marks_between_the_words_are_only_mentioned(found_as: str) -> None:
    assert only("TITL004", titled("Вода степных рек", "ru", found_as)).severity == "information"
