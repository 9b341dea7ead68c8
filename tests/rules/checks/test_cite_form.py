"""CITE003–CITE006: order and form of citations, what stands around them, quotations without one."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from proceedings_editor.model.body import (
    Block,
    DisplayFormula,
    FormulaSource,
    Note,
    Paragraph,
    Quotation,
    Span,
    plain_text,
)
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.template import Citations
from proceedings_editor.model.walk import text_of
from proceedings_editor.model.workspace import Workspace
from tests.rules.sample import body, entry, found, mended, only, paragraph, reference, template, texts, workspace

Form = Literal["plain", "comma-page", "semicolon-page", "colon-page", "point-page"]
ITEMS = tuple(reference(f"Дала сулары, {number}-кітап.") for number in range(1, 6))


def of(*blocks: Block, form: Form = "comma-page", language: Language = "kk") -> Workspace:
    spoilt = entry(body=blocks, references=ITEMS, language=language)
    return workspace(spoilt, template=template(citations=Citations(form)))


def said(*paragraphs: str, form: Form = "comma-page", language: Language = "kk") -> Workspace:
    return of(*body(*paragraphs), form=form, language=language)


def first_text(after: Workspace) -> str:
    return plain_text(text_of(after.entries[0].body[0]))


def titles(after: Entry) -> list[str]:
    return [plain_text(one.text) for one in after.references]


# ---- CITE003 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Өзен [1]. Көл [2, 3]. Тағы [1].",),
        ("Өзен [1, б. 4]. Көл [3].",),
        ("Өзен [2, 1]. Көл [3].",),
        ("Реки [1–3], озёра [4].",),
        ("Реки [1].", "Озёра [2]; [1]."),
        ("Rivers [1; 2], lakes [9].",),
    ],
)
def test_first_citations_in_order_are_right(paragraphs: tuple[str, ...]) -> None:
    assert not found("CITE003", said(*paragraphs))


@pytest.mark.parametrize(
    ("words", "marked", "order", "mended_words"),
    [
        ("Өзен [1]. Көл [3]. Су [2].", "[2]", [1, 3, 2, 4, 5], "Өзен [1]. Көл [2]. Су [3]."),
        ("Өзен [2, б. 7]. Көл [1].", "[1]", [2, 1, 3, 4, 5], "Өзен [1, б. 7]. Көл [2]."),
        ("Су [5]. Жер [4].", "[4]", [5, 4, 1, 2, 3], "Су [1]. Жер [2]."),
        ("Реки [2], озёра [1].", "[1]", [2, 1, 3, 4, 5], "Реки [1], озёра [2]."),
        ("Реки [3; 4], озёра [1, с. 2].", "[1, с. 2]", [3, 4, 1, 2, 5], "Реки [1; 2], озёра [3, с. 2]."),
        ("Вода [1], почва [4], снег [3].", "[3]", [1, 4, 3, 2, 5], "Вода [1], почва [2], снег [3]."),
        ("Rivers [2]. Lakes [1].", "[1]", [2, 1, 3, 4, 5], "Rivers [1]. Lakes [2]."),
    ],
)
def test_sources_are_numbered_as_they_are_cited(words: str, marked: str, order: list[int], mended_words: str) -> None:
    spoilt = said(words)
    finding = only("CITE003", spoilt)
    assert (finding.text, finding.severity) == (marked, "warning")
    after = mended(finding, spoilt)
    assert first_text(after) == mended_words
    assert titles(after.entries[0]) == [f"Дала сулары, {number}-кітап." for number in order]
    assert not found("CITE003", after)


def by_alphabet(*items: str) -> Workspace:
    spoilt = entry(references=tuple(map(reference, items)), body=body("Су [2]. Жер [1]."))
    return workspace(spoilt, template=template(citations=Citations("comma-page", order="alphabet")))


@pytest.mark.parametrize(
    "items",
    [
        ("Ахметов А. Су.", "Әлиев Б. Жер.", "Қасым С. Көл.", "Orvelin P. Snow."),
        ("Қазақстан Республикасының Су кодексі.", "Ахметов А. Су."),
        ("Граников Д. О. Снег.", "Ошуркова И. Н. Вода."),
    ],
)
def test_a_list_in_the_alphabet_is_right(items: tuple[str, ...]) -> None:
    assert not found("CITE003", by_alphabet(*items))


@pytest.mark.parametrize(
    ("items", "order"),
    [
        (("Қасым С. Көл.", "Ахметов А. Су."), ["Ахметов А. Су.", "Қасым С. Көл."]),
        (("Orvelin P. Snow.", "Ошуркова И. Н. Вода."), ["Ошуркова И. Н. Вода.", "Orvelin P. Snow."]),
        (("Ә кітабы.", "Я кітабы.", "А кітабы."), ["А кітабы.", "Ә кітабы.", "Я кітабы."]),
    ],
)
def test_a_list_out_of_the_alphabet_is_sorted(items: tuple[str, ...], order: list[str]) -> None:
    spoilt = by_alphabet(*items)
    after = mended(only("CITE003", spoilt), spoilt)
    assert titles(after.entries[0]) == order
    assert not found("CITE003", after)


# ---- CITE004 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("semicolon-page", "Су азаяды [2;5], [3], [8;1]."),
        ("comma-page", "Су азаяды [2, б. 5]. Тағы [1; 3–5] мен [2; 5]."),
        ("colon-page", "Су [2:15, 16]."),
        ("point-page", "Су [1.23]."),
        ("plain", "Су [1, 2]. Аралық [0; 15) және [a; b]. [мәтін]"),
        ("comma-page", "Реки [2, с. 5; 3, с. 7] мелеют [1]."),
        ("comma-page", "Источник удалён [?]."),
        ("comma-page", "Rivers [2, p. 5]."),
    ],
)
def test_the_form_of_the_template_is_right(form: Form, words: str) -> None:
    assert not found("CITE004", said(words, form=form))


@pytest.mark.parametrize(
    ("form", "language", "words", "right"),
    [
        ("comma-page", "kk", "[2;5]", "[2, б. 5]"),
        ("comma-page", "kk", "[З]", "[3]"),
        ("comma-page", "kk", "[2:15]", "[2, б. 15]"),
        ("semicolon-page", "kk", "[2, б. 5]", "[2;5]"),
        ("comma-page", "ru", "[2;5]", "[2, с. 5]"),
        ("comma-page", "ru", "[1.23]", "[1, с. 23]"),
        ("colon-page", "ru", "[2, с. 5; 3, с. 7]", "[2:5; 3:7]"),
        ("comma-page", "ru", "[5–3]", ""),
        ("comma-page", "en", "[2;5]", "[2, p. 5]"),
        ("plain", "en", "[2, p. 5]", "[2]"),
        ("comma-page", "en", "[2", ""),
    ],
)
def test_another_form_is_proposed_in_the_template_s(form: Form, language: Language, words: str, right: str) -> None:
    spoilt = said(f"Су азаяды {words} тағы.", form=form, language=language)
    finding = only("CITE004", spoilt)
    assert finding.severity == "warning"
    if not right:
        assert finding.fix is None
        return
    assert finding.fix is not None
    assert not finding.fix.safe
    assert first_text(mended(finding, spoilt)) == f"Су азаяды {right} тағы."


# ---- CITE005 -------------------------------------------------------------------------------------------------------

LONG = "Бұл абзацта дала өзендерінің суы мен оның жыл мезгілдері бойынша өзгеруі туралы айтылады"


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Нормативтік акт[3]. Тағы.", "Нормативтік акт [3]. Тағы."),
        ("Бұл акт. [3] Келесі сөйлем.", "Бұл акт [3]. Келесі сөйлем."),
        ("Ол «Дала»[3] туралы.", "Ол «Дала» [3] туралы."),
        (f"{LONG} [2]", f"{LONG} [2]."),
        ("Нормативный акт[3], а не закон.", "Нормативный акт [3], а не закон."),
        ("Это нормативный акт.[3]", "Это нормативный акт [3]."),
        ("По данным (2020)[1] вода убывает.", "По данным (2020) [1] вода убывает."),
        ("A legal act[3].", "A legal act [3]."),
    ],
)
def test_a_citation_is_set_off_and_the_stop_moved(words: str, right: str) -> None:
    spoilt = said(words, language="en" if words.isascii() else "kk")
    finding = only("CITE005", spoilt)
    assert (finding.severity, finding.fix and finding.fix.safe) == ("warning", True)
    after = mended(finding, spoilt)
    assert first_text(after) == right
    assert not found("CITE005", after)


@pytest.mark.parametrize(
    "words",
    [
        "Бұл акт [3]. Келесі.",
        "Өзен, көл және т.б. [3] Келесі сөйлем.",
        "Мұнда 5 млн. [3] Келесі сөйлем.",
        "Массив x[1] пен Array[2] мәні.",
        "Сөйлем аяқталды [3] және жалғасты.",
        "Это акт [3], [4].",
        "Смотри [1][2].",
        "И др. [3] Однако.",
        "Действительно ([3]) так.",
    ],
)
def test_abbreviations_rows_and_set_off_citations_are_right(words: str) -> None:
    assert not found("CITE005", said(words))


@pytest.mark.parametrize("last", ["Өзен суы [2]", f"Сурет. {LONG} [2]", f"{LONG}: [2]"])
def test_headings_captions_and_lead_ins_need_no_stop(last: str) -> None:
    assert not found("CITE005", said(last))


def test_a_lead_in_to_a_formula_needs_no_stop() -> None:
    formula = DisplayFormula(FormulaSource("a = b"))
    assert not found("CITE005", of(paragraph(f"{LONG} [2]"), formula))


# ---- CITE006 -------------------------------------------------------------------------------------------------------

KK = "Дала өзені көктемде ғана тасиды, ал жазда оның арнасы кеуіп, тек иірімдерде су қалады"
RU = "Степная река живёт только весной, а летом её русло сохнет и вода остаётся в омутах"
EN = "a steppe river lives in spring only, and in summer its bed dries up except for pools"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (f"Ол жазды: «{KK}».", 14),
        (f"«{KK}» деді ол.", 14),
        (f"Заңда былай делінген: «{KK}».", 14),
        (f"Он писал: «{RU}».", 15),
        (f"По его словам, „{RU}“.", 15),
        (f"«{RU}», – сказал он.", 15),
        (f"He wrote: “{EN}”.", 17),
    ],
)
def test_a_long_quotation_needs_a_citation(words: str, count: int) -> None:
    finding = only("CITE006", said(words))
    assert (finding.severity, finding.fix) == ("warning", None)
    assert str(count) in str(finding.message)


@pytest.mark.parametrize(
    "words",
    [
        f"Ол жазды: «{KK}» [1].",
        "Ол жазды: «Дала өзені көктемде тасиды».",
        f"«{KK}» атты мақалада.",
        f"«{KK} туралы» Заңы қабылданды.",
        f"Он писал: «{RU}» [2, с. 5].",
        f"В статье «{RU}» сказано.",
        f"Закон РК «О том, что {RU}» принят.",
        "Он писал: «Степная река живёт весной».",
        f"№ BR12345678 «{KK}» жобасы аясында.",
        f"№ BR12345678 «{KK}».",
        "директор «Степного научно-исследовательского института охраны почв и вод при Академии наук областей»",
        "«Су және жер ресурстарын зерттеу институты жанындағы дала өзендерінің жай-күйін бақылайтын аймақтық орталық»",
        "the «Steppe research institute for the protection of soils and waters of the Academy of Science».",
        "The table “Number of Registered Legal Entities of the Republic by Sectors of the National Economy in 2020”.",
    ],
)
def test_cited_and_short_quotations_and_titles_are_right(words: str) -> None:
    assert not found("CITE006", said(words))


def test_a_footnote_and_a_quotation_set_apart_are_citations_enough() -> None:
    noted = Paragraph((Span(f"Ол жазды: «{KK}»"), Note((paragraph("Дала, 5-б."),))))
    assert not found("CITE006", of(noted))
    assert not found("CITE006", of(Quotation((paragraph(f"«{KK}»"),))))


def test_the_number_of_words_may_be_set() -> None:
    where = said("Ол жазды: «Дала өзені көктемде тасиды».")
    assert not found("CITE006", where)
    from tests.rules.sample import with_rule

    rules = with_rule("CITE006", words=3).rules
    strict = replace(where, template=replace(where.template, rules=rules))
    assert texts(found("CITE006", strict)) == ["«Дала өзені көктемде тасиды»"]
