"""BODY001–BODY005: paragraphs, sentences, abbreviations, heading levels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.app.fixing import fix_workspace
from proceedings_editor.model.body import (
    Block,
    DisplayFormula,
    FormulaSource,
    Heading,
    LineBreak,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Quotation,
    Span,
    plain_text,
)
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.walk import text_of
from tests.rules.sample import (
    body,
    entry,
    found,
    in_language,
    mended,
    only,
    paragraph,
    texts,
    with_rule,
    workspace,
)


def of(*blocks: Block, language: Language = "kk") -> Entry:
    return entry(body=blocks, language=language)


def words(spoilt: Entry, code: str) -> list[str]:
    """The texts of the top blocks after the rule's one fix."""
    (after,) = mended(only(code, spoilt), spoilt).entries
    return [plain_text(text_of(block)) for block in after.body]


# ---- BODY001 -------------------------------------------------------------------------------------------------------

TORN = [
    ("Кеңес тренингтер жүргізеді және", "жаңа жобалар әзірлейді.", "kk"),
    ("Өзен деңгейі көтерілгенде,", "жайылмаға су шығады.", "kk"),
    ("Су қоры 2020 жылдан бастап", "азайып келеді.", "kk"),
    ("Весной реки разливаются, а", "летом мелеют.", "ru"),
    ("Уровень озера зависит от", "испарения и осадков.", "ru"),
    ("Измерения велись в 2020", "и повторены позже.", "ru"),
    ("In spring the rivers flood and", "in summer they dry up.", "en"),
]


@pytest.mark.parametrize(("first", "second", "language"), TORN)
def test_a_sentence_over_two_paragraphs_is_joined(first: str, second: str, language: Language) -> None:
    spoilt = of(paragraph(first), paragraph(second), language=language)
    finding = only("BODY001", spoilt)
    assert (finding.severity, finding.place.block) == ("warning", (0,))
    assert finding.fix is not None
    assert not finding.fix.safe
    assert words(spoilt, "BODY001") == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Өзендер тасиды.", "су азаяды."),
        ("Мыналар өлшенді:", "су деңгейі;"),
        ("Кіріспе", "Өзендер тасиды."),
        ("Есептеу формуласы", "мұндағы h – тереңдік."),
        ("су деңгейі", "ағын жылдамдығы"),
        ("Қарағаш университеті, Қазақстан,", "e-mail: a@dala.kz"),
        ("Реки разливаются.", "Летом мелеют."),
        ("Измерялись две величины:", "уровень воды;"),
        ("Расход вычисляется как", "где h – глубина."),
        ("Порядок работы", "а) отбор проб;"),
        ("МРНТИ 10.15.01", "исследование степных почв"),
        ("ӘОЖ 556.5", "дала өзендерінің суы"),
        ("Қ. Есенов, Ә. Сәрсенова", "әл-Фараби атындағы университет"),
        ("K. Yessenov, A. Sarsenova", "al-Farabi University"),
        ("Вызов процедуры", "struct river { int depth; }"),
    ],
)
def test_whole_paragraphs_items_and_signs_of_formulas_are_no_broken_sentences(first: str, second: str) -> None:
    assert not found("BODY001", of(paragraph(first), paragraph(second)))


def test_a_formula_between_two_halves_of_a_sentence_is_right() -> None:
    formula = DisplayFormula(FormulaSource("a = b"))
    assert not found("BODY001", of(paragraph("Расход равен"), formula, paragraph("и мал летом.")))


def test_a_word_broken_at_the_end_is_put_together() -> None:
    assert words(of(paragraph("Су құқық-"), paragraph("тық негізі.")), "BODY001") == ["Су құқықтық негізі."]


def test_marks_stay_when_paragraphs_are_joined() -> None:
    spoilt = of(Paragraph((Span("Су "), Span("мен", bold=True))), Paragraph((Span("жер заңы.", italic=True),)))
    (after,) = mended(only("BODY001", spoilt), spoilt).entries
    assert after.body == (Paragraph((Span("Су "), Span("мен", bold=True), Span(" "), Span("жер заңы.", italic=True))),)


def test_an_empty_paragraph_is_taken_out_also_in_a_quotation() -> None:
    assert words(of(paragraph("Су."), paragraph(" "), paragraph("Жер.")), "BODY001") == ["Су.", "Жер."]
    spoilt = of(Quotation((paragraph("Су."), Paragraph())))
    (after,) = mended(only("BODY001", spoilt), spoilt).entries
    assert after.body == (Quotation((paragraph("Су."),)),)


def test_a_line_break_inside_a_sentence_becomes_a_space() -> None:
    torn = Paragraph((Span("Өзен суы "), LineBreak(), Span("көктемде тасиды.")))
    assert words(of(torn), "BODY001") == ["Өзен суы көктемде тасиды."]
    whole = Paragraph((Span("Өзен суы."), LineBreak(), Span("Көл суы.")))
    assert not found("BODY001", of(whole))


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        ((paragraph("Су."), PageBreak(), paragraph("Жер.")), 0),
        ((paragraph("Су мен"), PageBreak(), paragraph("жер.")), 1),
        ((PageBreak(), paragraph("Су.")), 1),
        ((paragraph("Су."), PageBreak()), 0),  # the reference list follows
        ((paragraph("Су."), PageBreak(), PageBreak(), paragraph("Жер.")), 1),
    ],
)
def test_a_page_break_that_parts_nothing_whole_is_reported(blocks: tuple[Block, ...], count: int) -> None:
    assert len(found("BODY001", of(*blocks))) == count


def test_a_page_break_at_the_very_end_parts_nothing() -> None:
    assert found("BODY001", replace(of(paragraph("Су."), PageBreak()), references=()))


def test_fixes_that_move_blocks_do_not_put_other_fixes_into_wrong_places() -> None:
    spoilt = of(
        paragraph("Су мен"), paragraph("жер заңы[1]."), paragraph("Көл мен"), paragraph("өзен[1]."), paragraph("Ой[1].")
    )
    report = fix_workspace(workspace(spoilt), lambda one: one.code in ("BODY001", "CITE005") and one.fix is not None)
    (after,) = report.workspace.entries
    assert [plain_text(text_of(block)) for block in after.body] == [
        "Су мен жер заңы [1].",
        "Көл мен өзен [1].",
        "Ой [1].",
    ]


# ---- BODY002 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(("length", "count"), [(1199, 0), (1200, 0), (1201, 1), (3000, 1)])
def test_a_paragraph_over_the_limit_is_long(language: Language, length: int, count: int) -> None:
    letters = {"kk": "қарға ", "ru": "ворон ", "en": "raven "}[language]
    findings = found("BODY002", in_language(language, (letters * length)[:length]))
    assert [finding.severity for finding in findings] == ["information"] * count


def test_the_limit_may_be_set_and_only_a_beginning_is_marked() -> None:
    template = with_rule("BODY002", most=50)
    finding = only("BODY002", workspace(of(paragraph("Дала өзені " * 20)), template=template))
    assert finding.text == "Дала өзені Дала өзені Дала өзені Дала өзені Дала өзені Дала"
    assert "220" in str(finding.message)


# ---- BODY003 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("Дала зерттеу орталығы (бұдан әрі – ДЗО) құрылды. ДЗО кеңейді.", []),
        ("ДЗО (Дала зерттеу орталығы) құрылды.", []),
        ("ДЗО – Дала зерттеу орталығы.", []),
        ("АҚШ, ТМД және ЮНЕСКО, XXI ғасыр, ӘОЖ.", []),
        ("Бұл заң ЕМЕС, тек ой, емес пе?", []),
        ("Жоба ДЗО-ның қаржысымен орындалды, ДЗО мен СҒИ.", ["ДЗО-ның", "СҒИ"]),
        ("СҒИ деректері. Су ғылыми институты (СҒИ) ашылды.", ["СҒИ"]),
        ("БҰҰ-ға БАҚ жазды.", ["БҰҰ-ға", "БАҚ"]),
        ("Центр степных исследований (далее – ЦСИ) создан. ЦСИ работает.", []),
        ("По ГОСТ и СНиП, в СССР и РК, код A4B, файл TEST_RUN.", []),
        ("Работу вёл ЦСИ.", ["ЦСИ"]),
        ("ЦСИ и НИИ воды.", ["ЦСИ", "НИИ"]),
        ("Данные МЧС за 2020 год.", ["МЧС"]),
        ("The steppe research centre (SRC) is new.", []),
        ("The survey was made by the SRC.", ["SRC"]),
    ],
)
def test_the_first_use_of_an_abbreviation_is_explained(words: str, unknown: list[str]) -> None:
    assert texts(found("BODY003", of(paragraph(words)))) == unknown


def test_text_in_capitals_has_no_abbreviations() -> None:
    assert not found("BODY003", of(Heading((Span("СУ МЕН ЖЕР ЗАҢЫ"),))))


def test_what_is_explained_later_is_told_so() -> None:
    finding = only("BODY003", of(paragraph("СҒИ деректері."), paragraph("Су ғылыми институты (СҒИ).")))
    assert "only later" in str(finding.message)
    assert finding.place.block == (0,)


def test_a_collection_may_know_more_abbreviations() -> None:
    spoilt = of(paragraph("ДЗО жобасы."))
    assert not found("BODY003", workspace(spoilt, template=with_rule("BODY003", known=["ДЗО"])))


# ---- BODY004 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "mended_words"),
    [
        ("Жоба бітті (2014–2016 жж.) Аталған жоба.", "Жоба бітті (2014–2016 жж.). Аталған жоба."),
        ("Оның аты «Дала» Бұл кітап белгілі.", "Оның аты «Дала». Бұл кітап белгілі."),
        ("Су азайды (1-сурет) Сондықтан көл кепті.", "Су азайды (1-сурет). Сондықтан көл кепті."),
        (
            "Проект закрыт (2014–2016 гг.) Однако данные остались.",
            "Проект закрыт (2014–2016 гг.). Однако данные остались.",
        ),
        ("Вышла книга «Степь» Она известна.", "Вышла книга «Степь». Она известна."),
        ("Уровень упал (рис. 2) При этом озеро цело.", "Уровень упал (рис. 2). При этом озеро цело."),
        ("The project ended (2016) However, data remain.", "The project ended (2016). However, data remain."),
    ],
)
def test_a_missing_full_stop_is_proposed(words: str, mended_words: str) -> None:
    spoilt = of(paragraph(words))
    assert not only("BODY004", spoilt).fix.safe  # type: ignore[union-attr]
    (after,) = mended(only("BODY004", spoilt), spoilt).entries
    assert plain_text(text_of(after.body[0])) == mended_words
    assert not found("BODY004", after)


@pytest.mark.parametrize(
    "words",
    [
        "Жоба бітті (2014–2016 жж.). Аталған жоба.",
        "«Дала» (1998) Халықаралық сыйлығы.",
        "Ол айтты. (Қараңыз: 1-сурет.) Бұл дұрыс.",
        "«Су азайды.» Бұл оның сөзі.",
        "1) Бұл бірінші; 2) Ол екінші.",
        "Проект (2014 г.) Ахметова закрыт.",
        "Журнал «Степь» Казахстана.",
        "«Реки мелеют!» Это он сказал.",
        "The «Steppe» Journal (2016) Almaty.",
    ],
)
def test_names_and_whole_sentences_in_brackets_are_right(words: str) -> None:
    assert not found("BODY004", of(paragraph(words)))


# ---- BODY005 -------------------------------------------------------------------------------------------------------


def with_levels(*levels: int) -> Entry:
    return of(*(Heading((Span(f"{number}-бөлім"),), level) for number, level in enumerate(levels)))


@pytest.mark.parametrize(
    ("levels", "closed", "count"),
    [
        ((1, 3), (1, 2), 1),
        ((2, 2, 3), (1, 1, 2), 1),
        ((1, 3, 3, 2), (1, 2, 2, 2), 1),
        ((1, 4, 1, 3), (1, 2, 1, 2), 2),
        ((3, 1, 2), (1, 1, 2), 1),
    ],
)
def test_a_skipped_level_is_closed_up(levels: tuple[int, ...], closed: tuple[int, ...], count: int) -> None:
    spoilt = with_levels(*levels)
    findings = found("BODY005", spoilt)
    assert len(findings) == count
    assert all(finding.fix and finding.fix.safe for finding in findings)
    (after,) = mended(findings[0], spoilt).entries
    assert tuple(block.level for block in after.body if isinstance(block, Heading)) == closed
    assert not found("BODY005", after)


@pytest.mark.parametrize("levels", [(), (1,), (1, 2, 3, 1), (1, 1, 2, 2, 3, 2)])
def test_levels_one_by_one_are_right(levels: tuple[int, ...]) -> None:
    assert not found("BODY005", with_levels(*levels))


def test_headings_in_lists_are_outside_the_levels() -> None:
    item = ListItem((Heading((Span("Су"),), 4),))
    assert not found("BODY005", of(Heading((Span("Дала"),)), ListBlock((item,))))


def test_a_clean_entry_has_no_finding() -> None:
    clean = entry(body=body("Өзендер тасиды [1]. Су азаяды [2;50]."))
    for code in ("BODY001", "BODY002", "BODY003", "BODY004", "BODY005"):
        assert not found(code, clean)
