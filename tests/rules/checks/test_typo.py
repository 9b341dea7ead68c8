from __future__ import annotations

import pytest

from proceedings_editor.model.body import Paragraph, Span, plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.walk import text_of
from proceedings_editor.rules.engine import Engine
from tests.rules.sample import (
    body,
    entry,
    found,
    mended,
    only,
    paragraph,
    reading,
    reference,
    texts,
    with_rule,
    workspace,
)


def alone(language: Language, words: str) -> Entry:
    """An entry with one paragraph and nothing else that is typeset."""
    return entry(language=language, body=body(words), references=(), supervisors=())


def corrected(code: str, language: Language, words: str) -> str:
    """The paragraph after all fixes of the rule."""
    where = alone(language, words)
    for finding in reversed(found(code, where)):
        if finding.fix is not None:
            where = mended(finding, where).entries[0]
    assert not [one for one in found(code, where) if one.fix and one.fix.safe]
    return plain_text(text_of(where.body[0]))


def is_safe(code: str, language: Language, words: str) -> bool:
    fix = only(code, alone(language, words)).fix
    return fix is not None and fix.safe


@pytest.mark.parametrize(
    ("code", "language", "words", "right"),
    [
        ("TYPO001", "kk", "халықаралық пакт - келісім", "халықаралық пакт – келісім"),
        ("TYPO001", "kk", "Кеңес - 2011 жылы құрылды", "Кеңес – 2011 жылы құрылды"),
        ("TYPO001", "kk", "бар дегенді - ұлтаралық дау", "бар дегенді – ұлтаралық дау"),
        ("TYPO001", "kk", "ғылыми - тәжірибелік, сондай - ақ", "ғылыми-тәжірибелік, сондай-ақ"),
        ("TYPO001", "kk", "Әл - Фараби", "Әл-Фараби"),
        ("TYPO001", "kk", "жоспарлы - болжамдық құжат", "жоспарлы-болжамдық құжат"),
        ("TYPO001", "kk", "іс - шаралар мен жай - күйі", "іс-шаралар мен жай-күйі"),
        ("TYPO001", "kk", "алдын - ала өңдеу", "алдын ала өңдеу"),
        ("TYPO001", "kk", "эколого - экономическими рисками", "эколого-экономическими рисками"),
        ("TYPO001", "ru", "река\u00a0- это жизнь", "река\u00a0– это жизнь"),
        ("TYPO001", "ru", "«Дала» -- река [1] - степь", "«Дала» – река [1] – степь"),
        ("TYPO001", "ru", "социально - экономический рост", "социально-экономический рост"),
        ("TYPO001", "ru", "далее - побочная диагональ", "далее – побочная диагональ"),
        ("TYPO001", "ru", "Северо - Казахстанская область", "Северо-Казахстанская область"),
        ("TYPO001", "en", "the river - the Ural", "the river – the Ural"),
        ("TYPO003", "kk", "(2014-2016 жж.) және 5-6-сыныптар", "(2014–2016 жж.) және 5–6-сыныптар"),
        ("TYPO003", "kk", "XIX-XX ғасырлар", "XIX–XX ғасырлар"),
        ("TYPO003", "kk", "1,5-2,5 м", "1,5–2,5 м"),
        ("TYPO003", "ru", "в 1941 - 1945 гг., 1941 – 1945", "в 1941–1945 гг., 1941–1945"),
        ("TYPO003", "ru", "глубиной 5-7 м, с. 15-20", "глубиной 5–7 м, с. 15–20"),
        ("TYPO003", "ru", "10-15%", "10–15%"),
        ("TYPO003", "en", "pages 15 - 20", "pages 15–20"),
        ("TYPO004", "kk", "Су ,жел , боран", "Су, жел, боран"),
        ("TYPO004", "kk", "( су ) туралы", "(су) туралы"),
        ("TYPO004", "kk", "Су тасыды.Көл толды,жел тұрды", "Су тасыды. Көл толды, жел тұрды"),
        ("TYPO004", "kk", "1)бірінші, 2)екінші", "1) бірінші, 2) екінші"),
        ("TYPO004", "ru", "Вода ; ветер : снег", "Вода; ветер: снег"),
        ("TYPO004", "ru", "Вода есть ? Нет ! И [3] .", "Вода есть? Нет! И [3]."),
        ("TYPO004", "ru", "(река)впадает", "(река) впадает"),
        ("TYPO004", "en", "Water,wind (snow )", "Water, wind (snow)"),
        ("TYPO006", "kk", "№5 мектеп, № 6", "№\u00a05 мектеп, №\u00a06"),
        ("TYPO006", "kk", "№№ 5, 6 және §§ 3", "№\u00a05, 6 және §\u00a03"),
        ("TYPO006", "kk", "Е. А. Бекенов – 5 км", "Е.\u00a0А.\u00a0Бекенов\u00a0– 5\u00a0км"),
        ("TYPO006", "kk", "XX ғ., 2025 ж.", "XX\u00a0ғ., 2025\u00a0ж."),
        ("TYPO006", "ru", "в г. Атырау, 20 %", "в г.\u00a0Атырау, 20\u00a0%"),
        ("TYPO006", "ru", "Сомова Л.В. в 2025 г. Рядом", "Сомова\u00a0Л.В. в 2025\u00a0г. Рядом"),
        ("TYPO006", "ru", "5 млн тенге", "5\u00a0млн тенге"),
        ("TYPO006", "en", "5 km — far", "5\u00a0km\u00a0— far"),
        ("TYPO007", "kk", '"Су туралы" заң, “Көл”', "«Су туралы» заң, «Көл»"),
        ("TYPO007", "kk", '("Су"), "Көл"-дің', "(«Су»), «Көл»-дің"),
        ("TYPO007", "kk", '„ Су “ және " көл "', "«Су» және «көл»"),
        ("TYPO007", "kk", "«Дала «Көктем» өзені»", "«Дала „Көктем“ өзені»"),
        ("TYPO007", "ru", 'закон „О воде“, экран 15"', 'закон «О воде», экран 15"'),
        ("TYPO007", "ru", '"Вода "Ак" и степь"', "«Вода „Ак“ и степь»"),
        ("TYPO007", "ru", 'закон "О воде"', "закон «О воде»"),
        ("TYPO007", "en", 'the «Water» and "Steppe" Act', "the “Water” and “Steppe” Act"),
        ("TYPO008", "kk", "70тен, 70-тан, 70–тен, 70 - тен", "70-тен, 70-тен, 70-тен, 70-тен"),
        ("TYPO008", "kk", "ҚХА–ның, БАҚқа, ҚХА-нің", "ҚХА-ның, БАҚ-қа, ҚХА-ның"),
        ("TYPO008", "kk", "39 - бабына, 1 – кесте, 20% - ға", "39-бабына, 1-кесте, 20%-ға"),
        ("TYPO008", "kk", "XX-ғасырда, № 5-мектеп", "XX ғасырда, № 5-мектеп"),
    ],
)  # fmt: skip
def test_a_place_is_put_right(code: str, language: Language, words: str, right: str) -> None:
    assert corrected(code, language, words) == right


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("TYPO001", "kk", "пакт – келісім, 39-бап, сондай-ақ"),
        ("TYPO001", "kk", "1 - наурызда, 2010 - жылы, 39 - бабы, 20% - ға"),
        ("TYPO001", "kk", "ауа- және су-"),
        ("TYPO001", "ru", "мало- и среднеснежные, 5 - 3 = 2, x - y"),
        ("TYPO001", "ru", "- пункт"),
        ("TYPO001", "ru", "| Sum -> leftValue - rightValue"),
        ("TYPO004", "ru", "expr : term\nterm : fact"),
        ("TYPO007", "ru", '"name": "river",'),
        ("TYPO007", "ru", '// открыть файл\nopen("river.txt");'),
        ("TYPO007", "ru", "например, “alert();” и “a == b”"),
        ("TYPO001", "ru", "сегодня -5 °C"),
        ("TYPO001", "en", "a well-known river; A - B"),
        ("TYPO002", "kk", "оқу-тәрбие, бір-бірі, күннен-бір, жан-жақты"),
        ("TYPO002", "kk", "Су – көл. Су-жағалау, су-жағалау. Жағалау"),
        ("TYPO002", "kk", "Ғылыми – бөлек. ғылыми-тәжірибе және тәжірибе"),
        ("TYPO002", "ru", "кто-то, социально-экономический, все-таки"),
        ("TYPO002", "ru", "Степь-Река"),
        ("TYPO002", "ru", "по-этому"),
        ("TYPO002", "en", "well-known, these-days"),
        ("TYPO003", "kk", "2014–2016 жж., № 70-15, 8-701-123-45-67"),
        ("TYPO003", "kk", "12-1-бап, [3-5], 2024-05-12, 5-3"),
        ("TYPO003", "kk", "ҚР СТ 34-2019, ЭД-20, Ю-44к-21"),
        ("TYPO003", "ru", "ГОСТ 7-2003, ISO 9001-2015, тел. 23-45"),
        ("TYPO003", "ru", "x = 3-5, 3-5=2, ISSN 1991-3494"),
        ("TYPO003", "ru", "в 2015 – 20 человек"),
        ("TYPO003", "en", "COVID-19, 10.1515/978-005, 1-0"),
        ("TYPO004", "kk", "Су, жел (боран) – т.б., 5,5 м, 14:30, оқушы(лар)дың"),
        ("TYPO004", "kk", "з.ғ.к., Л.В. Сомова, «Дала» [1]."),
        ("TYPO004", "kk", "https://a.kz/б,в:г және a@b.kz, .kz"),
        ("TYPO004", "ru", "и т.д. и т.п.; 5 : 3; 12 . 5 ..."),
        ("TYPO004", "ru", "Алматы : Ғылым, 2002. – 235 с."),
        ("TYPO004", "ru", "Он :) пришёл"),
        ("TYPO004", "en", "e.g. f(x,y), p. 5:3"),
        ("TYPO005", "kk", "Е. А. Бекенов пен Л. В. Сомова, Жданов Е. мырза"),
        ("TYPO005", "kk", "Е.А. Бекенов пен Сомова Л.В."),
        ("TYPO005", "kk", "БҰҰ. АҚШ. з.ғ.к. Қ.Р."),
        ("TYPO005", "ru", "Петров П. П., Дж. К. Роулинг"),
        ("TYPO005", "ru", "Т. 5. С. 7–9. И.О."),
        ("TYPO005", "ru", "20 N. Сила"),
        ("TYPO005", "en", "J. K. Rowling, Ph.D. Smith and the U.S. Government"),
        ("TYPO006", "kk", "№\u00a05, 5\u00a0км, Е.\u00a0А.\u00a0Бекенов\u00a0– ғалым"),
        ("TYPO006", "kk", "5 адам, 3 рет"),
        ("TYPO006", "kk", "XX ғасыр, ғ. қ."),
        ("TYPO006", "ru", "5 в озере, 5 с половиной, 3 к одному"),
        ("TYPO006", "ru", "– начало"),
        ("TYPO006", "ru", "2025\u00a0г. Алматы"),
        ("TYPO006", "en", "5 apples, I am"),
        ("TYPO007", "kk", "«Су туралы» заң, «Дала „Көктем“ өзені»"),
        ("TYPO007", "kk", 'экран 15" және О’Нил, 43°15\'20"'),
        ("TYPO007", "kk", "the “Water Act” was signed in the city of Astana"),
        ("TYPO007", "ru", "закон «О воде»"),
        ("TYPO007", "ru", 'nauchnyi s"ezd biofizikov Rossii'),
        ("TYPO007", "ru", "без кавычек"),
        ("TYPO007", "en", "the “Water ‘Act’” and don’t"),
        ("TYPO008", "kk", "70-тен, 300-ден, 5000-нан, 1500-ден, 2010-нан, 3-ші, 20-шы"),
        ("TYPO008", "kk", "39-бабы, ҚХА-ның, ЕҚЫҰ-ға, БАҚ-қа, XX ғасыр"),
        ("TYPO008", "kk", "1,5-тен, 5 000-нан, 18:00-ден, 12.05.2024-тен, 2010 – жылдағы"),
        ("TYPO008", "ru", "70-летие, ОНП–на, 39 - бап"),
        ("TYPO008", "ru", "США-да 70тен"),
        ("TYPO008", "ru", "XX-векторный"),
        ("TYPO008", "en", "5-day"),
    ],
)
def test_a_rule_is_silent_where_nothing_is_wrong(code: str, language: Language, words: str) -> None:
    assert not found(code, alone(language, words))


@pytest.mark.parametrize(
    ("language", "words", "glued"),
    [
        ("kk", "халықаралық пакт-барлық этностардың құқығы", "пакт-барлық"),
        ("kk", "Бұл пакт – келісім. Ал пакт-келісім күшіне енді.", "пакт-келісім"),
        ("kk", "көрсеткіш-бұл сан", "көрсеткіш-бұл"),
        ("ru", "Степь-это простор", "Степь-это"),
        ("ru", "Реки-все они мелеют", "Реки-все"),
        ("ru", "Здесь вода – жизнь. А вода-жизнь степи", "вода-жизнь"),
        ("en", "rivers-these are roads", "rivers-these"),
    ],
)
def test_a_glued_dash_is_asked_about(language: Language, words: str, glued: str) -> None:
    where = alone(language, words)
    finding = only("TYPO002", where)
    assert (finding.text, finding.severity) == (glued, "information")
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.after) == (False, glued.replace("-", " – "))
    assert glued.replace("-", " – ") in plain_text(text_of(mended(finding, where).entries[0].body[0]))


@pytest.mark.parametrize(
    ("language", "words", "odd", "right"),
    [
        ("kk", "Е. А. Бекенов, С. Т. Есенов пен Сомова Л.В.", "Сомова Л.В.", "Сомова\u00a0Л.\u00a0В."),
        ("kk", "Е.А. Бекенов, С.Т. Есенов пен Л. В. Сомова", "Л. В. Сомова", "Л.В.\u00a0Сомова"),
        ("kk", "Ә.Нұрланов", "Ә.Нұрланов", "Ә.\u00a0Нұрланов"),
        ("ru", "П. П. Петров и Юрьев С.А.", "Юрьев С.А.", "Юрьев\u00a0С.\u00a0А."),
        ("ru", "А.Б.Иванов", "А.Б.Иванов", "А.Б.\u00a0Иванов"),
        ("ru", "П.\u00a0П.\u00a0Петров и С.А. Юрьев", "С.А. Юрьев", "С.\u00a0А.\u00a0Юрьев"),
        ("en", "J. K. Rowling, A.A. Milne", "A.A. Milne", "A.\u00a0A.\u00a0Milne"),
    ],
)
def test_initials_are_spaced_alike(language: Language, words: str, odd: str, right: str) -> None:
    where = alone(language, words)
    finding = only("TYPO005", where)
    assert finding.text == odd
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.after) == (True, right)
    assert right in plain_text(text_of(mended(finding, where).entries[0].body[0]))


@pytest.mark.parametrize(
    "words", ["Е. А. Бекенов, С. Т. Есенов пен Сомова Л.В.", "П. П. Петров, Г. Д. Ежов и Юрьев С.А."]
)
def test_a_name_is_listed_once_and_is_whole_after_one_fix(words: str) -> None:
    where = workspace(alone("kk", words))
    places = [one.text for one in Engine(where).check_alone(where.entries[0]).findings if one.code.startswith("TYPO00")]
    assert len(places) == len(set(places)) == 3
    (odd,) = found("TYPO005", where)
    after = mended(odd, where)
    assert odd.text.replace(" ", "\u00a0") not in texts(found("TYPO006", after))
    assert len(found("TYPO006", after)) == 2


def test_a_template_may_want_one_style_of_initials() -> None:
    close = workspace(alone("kk", "Е. А. Бекенов пен Л. В. Сомова"), template=with_rule("TYPO005", style="close"))
    assert texts(found("TYPO005", close)) == ["Е. А. Бекенов", "Л. В. Сомова"]


def test_initials_of_readings_count() -> None:
    where = entry(
        body=body("Сомова Л.В. жазды"),
        readings=(reading("supervisors.0.line.kk", "Академик Е. А. Бекенов атындағы"), reading("udc", "34")),
    )
    assert only("TYPO005", where).text == "Сомова Л.В."


@pytest.mark.parametrize(
    ("code", "words", "safe"),
    [
        ("TYPO001", "пакт - келісім", True),
        ("TYPO001", "ғылыми - тәжірибелік", False),
        ("TYPO003", "2014-2016 жж.", True),
        ("TYPO004", "Су ,жел", True),
        ("TYPO006", "№5 мектеп", True),
        ("TYPO007", '"Су" заңы', True),
        ("TYPO007", "«Дала «Көктем» өзені»", False),
        ("TYPO008", "70тен астам", False),
    ],
)
def test_what_is_certain_is_done_and_the_rest_proposed(code: str, words: str, safe: bool) -> None:
    assert is_safe(code, "kk", words) is safe


@pytest.mark.parametrize(
    ("code", "words"),
    [("TYPO001", "«су - көл»"), ("TYPO003", "«2014-2016 жж.»"), ("TYPO004", "«Су ,жел»"), ("TYPO008", "«70тен астам»")],
)
def test_quotations_are_reported_and_left_as_they_are(code: str, words: str) -> None:
    assert only(code, alone("kk", words)).fix is None


@pytest.mark.parametrize("code", ["TYPO001", "TYPO002", "TYPO003", "TYPO004", "TYPO006", "TYPO007", "TYPO008"])
def test_program_code_is_no_prose(code: str) -> None:
    where = entry(body=(paragraph('a - b ,c "x" 1-5 №5 70тен пакт-барлық', code=True),), references=())
    assert not found(code, where)


def test_a_dash_keeps_the_marks_of_its_neighbours() -> None:
    where = entry(body=(Paragraph((Span("су", bold=True), Span(" - "), Span("көл", italic=True))),))
    (block,) = mended(only("TYPO001", where), where).entries[0].body
    assert text_of(block) == (Span("су", bold=True), Span(" – "), Span("көл", italic=True))


def test_a_reading_is_judged_in_the_language_of_its_field() -> None:
    where = entry(readings=(reading("collection.name.en", "Conference «Youth and Steppe»"),))
    finding = only("TYPO007", where)
    assert (finding.text, finding.severity, finding.fix) == ("«Youth and Steppe»", "warning", None)


def test_a_quotation_may_go_over_paragraphs() -> None:
    assert not found("TYPO007", entry(body=body("Ол: «Дала.", "Су.", "Көл» деді.")))
    assert texts(found("TYPO007", entry(body=body("Ол: «Дала.", "Су. Көл деді.")))) == ["«"]
    assert texts(found("TYPO007", entry(body=body("Ол: Дала» деді.")))) == ["»"]


def test_quotation_marks_in_the_reference_list_are_proposed() -> None:
    where = entry(references=(reference('Закон "О воде". – 2020.'), reference("Vestnik «Nauka», 2019.")))
    finding = only("TYPO007", where)
    assert finding.fix is not None
    assert not finding.fix.safe


def test_page_numbers_and_codes_are_no_ranges() -> None:
    where = entry(readings=(reading("first_page", "323-329"),), udc=("34-35",))
    assert not found("TYPO003", where)
