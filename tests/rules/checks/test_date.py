"""DATE001 to DATE004: days that exist, forms of dates, dashes and hyphens before the year and the month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from proceedings_editor.model.body import plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.walk import text_of
from proceedings_editor.model.workspace import Workspace
from tests.rules.sample import (
    COLLECTION,
    entry,
    found,
    in_language,
    mended,
    only,
    reading,
    reference,
    texts,
    with_rule,
    workspace,
)


def last_words(where: Workspace) -> str:
    return plain_text(text_of(where.entries[0].body[-1]))


@pytest.mark.parametrize(
    "words",
    [
        "2024 жылғы 29 ақпан күні",
        "31 наурыз 2025 ж. болды",
        "30 апреля 2025 г.",
        "с 29 февраля 2024 года",
        "31 December 2025",
        "31.12.2025, 29.02.2024",
        "код 54.40.2013 және 31.99",
        "97 % су, 45 бет",
        "ГОСТ 7.32–2017",
    ],
)
def test_days_that_exist_and_codes_are_silent(words: str) -> None:
    assert not found("DATE001", in_language("kk", words))


@pytest.mark.parametrize(
    ("language", "words", "wrong"),
    [
        ("kk", "жиын 31 сәуір 2025 жылы өтті", "31 сәуір 2025 жылы"),
        ("kk", "2025 жылғы 29 ақпанда", "2025 жылғы 29 ақпанда"),
        ("kk", "32 мамыр 2025", "32 мамыр 2025"),
        ("ru", "собрание 31 апреля 2025 г.", "31 апреля 2025 г."),
        ("ru", "29 февраля 2025 года", "29 февраля 2025 года"),
        ("ru", "31.06.2025", "31.06.2025"),
        ("ru", "04.25.2024", "04.25.2024"),
        ("en", "on 31 June 2025", "31 June 2025"),
        ("en", "2025-02-30", "2025-02-30"),
    ],
)
def test_a_day_the_calendar_lacks_is_an_error(language: Language, words: str, wrong: str) -> None:
    finding = only("DATE001", in_language(language, words))
    assert (finding.severity, finding.text, finding.fix) == ("error", wrong, None)


def test_a_day_found_in_a_table_is_judged_too() -> None:
    spoilt = entry(readings=(reading("collection.first_day", "31 сәуір 2025, Қарағаш", "table row 4"),))
    assert only("DATE001", spoilt).place.field == "readings.0.text"


def test_the_days_of_a_conference_and_of_an_article_follow_each_other() -> None:
    day = date(2025, 4, 7)
    right = replace(COLLECTION, first_day=day, last_day=date(2025, 4, 8), year=2025)
    sound = entry(received=date(2025, 3, 1), returned=date(2025, 3, 2), accepted=date(2025, 3, 9))
    assert not found("DATE001", workspace(sound, collection=right))
    spoilt = replace(right, last_day=date(2025, 4, 6), year=2024)
    backwards = replace(sound, returned=date(2025, 2, 1), accepted=date(2024, 3, 9))
    findings = found("DATE001", workspace(backwards, collection=spoilt))
    assert [(finding.place.field, finding.text) for finding in findings] == [
        ("returned", "2025-02-01"),
        ("accepted", "2024-03-09"),
        ("collection.last_day", "2025-04-06"),
        ("collection.year", "2024"),
    ]


IN_2025 = replace(COLLECTION, first_day=date(2025, 4, 7))


def citing(words: str) -> Workspace:
    return workspace(entry(references=(entry().references[0], reference(words))), collection=IN_2025)


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("Есенов Қ. Дала сулары. – Алматы: Ғылым, 2027. – 120 б.", "2027"),
        ("Есенов Қ. Дала сулары // Хабаршы. – 2026. – № 2. – Б. 5–9.", "2026"),
        ("Петров И. Реки. – М.: Наука, 2030. – 20 с.", "2030"),
        ("Петров И. Реки // Вестник, 2026, № 3.", "2026"),
        ("Brown A. Rivers. London: Press, 2028.", "2028"),
    ],
)
def test_a_source_younger_than_the_book_is_an_error(words: str, year: str) -> None:
    finding = only("DATE001", citing(words))
    assert (finding.text, finding.place.field) == (year, "references.1")


@pytest.mark.parametrize(
    "words",
    [
        "Есенов Қ. Дала сулары. – Алматы: Ғылым, 2025. – 120 б.",
        "«Қазақстан – 2050» стратегиясы. – Астана, 2012.",
        "Дала-2050: даму жоспары, 2019 ж. – 5 б.",
        "Программа развития до 2030 года. – Астана, 2020. – 34 с.",
        "Реки (обзор). – 2019. – URL: https://a.kz/2031 (дата обращения: 07.04.2026).",
        "Water plan 2040. London, 2010.",
    ],
)
def test_a_year_inside_a_title_or_an_address_is_no_year_of_publication(words: str) -> None:
    assert not found("DATE001", citing(words))
    undated = replace(COLLECTION, first_day=None)
    future = entry(references=(reference("Есенов. Су. – Алматы, 2099."),) * 2)
    assert not found("DATE001", workspace(future, collection=undated))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "2025 жылғы 7 сәуірде басталды"),
        ("kk", "7 сәуір 2025 ж. және 8 сәуір 2025 жылы"),
        ("kk", "7 сәуірде, 1 наурыздан бастап"),
        ("kk", "8 Наурыз мерекесі"),
        ("ru", "7 апреля 2025 г. и 8 апреля 2025 года"),
        ("ru", "праздник 8 Марта и 9 Мая"),
        ("ru", "с 1 марта, 2025 год"),
        ("ru", "газета «7 Апреля 2025»"),
        ("ru", "ПРИКАЗ ОТ 7 АПРЕЛЯ 2025 ГОДА"),
        ("en", "on 7 April 2025, in May"),
        ("kk", "07.04.2025"),
    ],
)
def test_dates_in_the_form_of_their_language_are_silent(language: Language, words: str) -> None:
    assert not found("DATE002", in_language(language, words))


@pytest.mark.parametrize(
    ("language", "words", "right"),
    [
        ("kk", "жиын 7 сәуір 2025 өтті", "жиын 7 сәуір 2025 ж. өтті"),
        ("kk", "7 Сәуірде басталды", "7 сәуірде басталды"),
        ("kk", "7 Сәуір 2025 ж. болды", "7 сәуір 2025 ж. болды"),
        ("ru", "собрание 7 апреля 2025 прошло", "собрание 7 апреля 2025 г. прошло"),
        ("ru", "вышел 7 Апреля", "вышел 7 апреля"),
        ("ru", "вышел 7 апрель 2025 г.", "вышел 7 апреля 2025 г."),
        ("en", "on 7 april 2025", "on 7 April 2025"),
    ],
)
def test_another_form_of_a_date_is_proposed_rightly(language: Language, words: str, right: str) -> None:
    spoilt = in_language(language, words)
    finding = only("DATE002", spoilt)
    assert finding.severity == "information"
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt)
    assert last_words(after) == right
    assert not found("DATE002", after)


def test_a_date_of_a_table_is_mentioned_at_its_reading() -> None:
    spoilt = entry(readings=(reading("collection.first_day", "7 сәуір 2025, Қарағаш", "table row 4"),))
    finding = only("DATE002", spoilt)
    assert (finding.text, finding.place.field, finding.fix) == ("7 сәуір 2025", "readings.0.text", None)


@pytest.mark.parametrize(
    ("language", "words", "right"),
    [
        ("kk", "1995 жылғы 1 - наурызда", "1995 жылғы 1 наурызда"),
        ("kk", "Қазақстан 2010 – жылдағы төрағалығы", "Қазақстан 2010 жылдағы төрағалығы"),
        ("kk", "2021 – жылда өтті", "2021 жылда өтті"),
        ("kk", "2020 — жылдың басында", "2020 жылдың басында"),
        ("kk", "2020- жылы", "2020 жылы"),
        ("kk", "2020 -жылы", "2020 жылы"),
        ("kk", "2020–жылы", "2020 жылы"),
        ("kk", "16 – желтоқсан күні", "16 желтоқсан күні"),
        ("ru", "в 2010 – году", "в 2010 году"),
        ("ru", "с 1 - марта", "с 1 марта"),
        ("ru", "до 9 – мая 1945 года", "до 9 мая 1945 года"),
    ],
)
def test_a_dash_before_the_year_or_the_month_is_taken_away(language: Language, words: str, right: str) -> None:
    spoilt = in_language(language, words)
    finding = only("DATE003", spoilt)
    assert finding.severity == "warning"
    assert finding.fix is not None
    assert finding.fix.safe
    after = mended(finding, spoilt)
    assert last_words(after) == right
    assert not found("DATE003", after)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "2010 жылдағы, 1 наурызда"),
        ("kk", "2010 – 2012 жылдары"),
        ("kk", "2010–2012 жылдары, 5–7 сәуір"),
        ("kk", "2020-жылы, 1-наурызда"),
        ("kk", "2025 – жұмысшы мамандықтары жылы"),
        ("kk", "саны 15 – жылдам өзен"),
        ("ru", "2010 – год воды"),
        ("ru", "в 2010–2012 годах, 1–5 марта"),
        ("ru", "номер 5 – март богат водой"),
        ("en", "2010 – year of water, 1 - March"),
    ],
)
def test_ranges_sentences_and_hyphens_are_no_broken_dates(language: Language, words: str) -> None:
    assert not found("DATE003", in_language(language, words))


def test_words_in_quotation_marks_are_told_but_left_alone() -> None:
    assert only("DATE003", in_language("kk", "ол «2020 – жылдың қорытындысы» деді")).fix is None


@pytest.mark.parametrize(
    ("words", "right"),
    [("2020-жылы", "2020 жылы"), ("1-наурызда", "1 наурызда"), ("2021-жылғы 16-желтоқсан", "2021 жылғы 16 желтоқсан")],
)
def test_a_hyphen_before_the_year_is_of_the_other_tradition(words: str, right: str) -> None:
    spoilt = workspace(in_language("kk", words))
    findings = found("DATE004", spoilt)
    assert {finding.severity for finding in findings} == {"information"}
    for finding in reversed(findings):
        assert finding.fix is not None
        assert not finding.fix.safe
        spoilt = mended(finding, spoilt)
    assert last_words(spoilt) == right
    assert not found("DATE004", spoilt)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "2020 жылы, 1 наурызда"),
        ("kk", "90-жылдар, 1980-жылдары"),
        ("kk", "39-бап, 7-сынып, 70-тен"),
        ("kk", "№ 12-2020-жоба"),
        ("ru", "в 2020-м году, 8-марта"),
        ("ru", "1-апреля"),
        ("en", "a 2020-style plan"),
    ],
)
def test_decades_and_other_hyphens_are_silent(language: Language, words: str) -> None:
    assert not found("DATE004", in_language(language, words))


def test_a_template_may_want_the_hyphen() -> None:
    hyphens = with_rule("DATE004", style=2018)
    spoilt = workspace(in_language("kk", "2020 жылы мен 1 наурызда, 90-жылдары, 2021-жылы"), template=hyphens)
    findings = found("DATE004", spoilt)
    assert texts(findings) == ["2020 жылы", "1 наурызда"]
    assert last_words(mended(findings[1], spoilt)).startswith("2020 жылы мен 1-наурызда")
    broken: Entry = in_language("kk", "2020 – жылдың басы")
    both = workspace(broken, template=hyphens)
    assert last_words(mended(only("DATE003", both), both)) == "2020-жылдың басы"
