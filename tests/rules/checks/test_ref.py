"""REF001–REF009: the reference list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from proceedings_editor.app.fixing import fix_workspace
from proceedings_editor.model.body import Note, Paragraph, Span, plain_text
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.local import Language
from proceedings_editor.model.template import Limits, References
from proceedings_editor.model.template.requirement import Range
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.facts import Facts
from tests.rules.sample import body, entry, found, mended, only, reference, template, texts, workspace


def of(*items: str | Reference, language: Language = "kk") -> Entry:
    references = tuple(reference(item) if isinstance(item, str) else item for item in items)
    return entry(references=references, language=language)


def listed(after: Workspace) -> list[str]:
    return [plain_text(one.text) for one in after.entries[0].references]


def link(before: str, address: str, behind: str = "") -> Reference:
    runs = (Span(before), Span(address, href=address), Span(behind))
    return Reference(tuple(run for run in runs if run.text))


# ---- REF001 --------------------------------------------------------------------------------------------------------


def test_the_second_copy_of_a_source_goes_and_its_citations_follow() -> None:
    spoilt = replace(
        of("Дала сулары. – 2020.", "Көлдер. – 2019.", "Дала  сулары – 2020"), body=body("Су [1]. Көл [2]. Дала [3;4].")
    )
    finding = only("REF001", spoilt)
    assert (finding.severity, finding.place.field) == ("error", "references.2")
    after = mended(finding, spoilt)
    assert listed(after) == ["Дала сулары. – 2020.", "Көлдер. – 2019."]
    assert after.entries[0].body == body("Су [1]. Көл [2]. Дала [1;4].")


@pytest.mark.parametrize(
    ("item", "bare"),
    [
        ("1. Дала сулары. – 2020.", "Дала сулары. – 2020."),
        ("[3] Дала сулары. – 2020.", "Дала сулары. – 2020."),
        ("12) «Дала» сулары. – 2020.", "«Дала» сулары. – 2020."),
        ("2.Степные реки. – 2019.", "Степные реки. – 2019."),
        ("5. \tСтепные реки. – 2019.", "Степные реки. – 2019."),
        ("[1]. Steppe rivers. – 2019.", "Steppe rivers. – 2019."),
    ],
)
def test_a_typed_number_is_taken_away(item: str, bare: str) -> None:
    spoilt = of(item)
    assert listed(mended(only("REF001", spoilt), spoilt)) == [bare]


def test_an_empty_item_goes_and_the_citations_follow() -> None:
    spoilt = replace(of(" . ", "Көлдер. – 2019."), body=body("Көл [2]."))
    after = mended(only("REF001", spoilt), spoilt)
    assert listed(after) == ["Көлдер. – 2019."]
    assert after.entries[0].body == body("Көл [1].")


@pytest.mark.parametrize(
    "items",
    [
        ("Дала сулары. – 2020.", "Дала сулары. – 2021."),
        ("100 жыл дала. – 2020.", "1. 2020 жылғы есеп. – 2021."),
        ("3D модельдеу. – 2019.",),
        ("Степные реки. Т. 1. – 2019.", "Степные реки. Т. 2. – 2019."),
        ("50 лет степи. – 2019.",),
        (),
    ],
)
def test_different_sources_and_titles_with_numbers_are_right(items: tuple[str, ...]) -> None:
    assert not found("REF001", of(*items))


@pytest.mark.parametrize(("least", "most", "count"), [(2, 3, 0), (3, 0, 1), (0, 1, 1), (0, 2, 0)])
def test_the_length_of_the_list_has_limits(least: int, most: int, count: int) -> None:
    limits = Limits(references=Range(least, most))
    where = workspace(of("Су. – 2019.", "Жер. – 2020."), template=template(limits=limits))
    findings = found("REF001", where)
    assert [finding.place.field for finding in findings] == ["references"] * count


# ---- REF002 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "right"),
    [
        ("Дала сулары. – 2020", "Дала сулары. – 2020."),
        ("Дала сулары, 2020. – 120 б;", "Дала сулары, 2020. – 120 б."),
        ("Қазақ «Дала» баспасы, 1998 жыл ", "Қазақ «Дала» баспасы, 1998 жыл. "),
        ("Степные реки. – 2019", "Степные реки. – 2019."),
        ("Степные реки. – 2019,", "Степные реки. – 2019."),
        ("Реки (дата обращения: 07.04.2025)", "Реки (дата обращения: 07.04.2025)."),
        ("Steppe rivers. – DOI: 10.5555/12", "Steppe rivers. – DOI: 10.5555/12."),
    ],
)
def test_a_final_stop_is_written(item: str, right: str) -> None:
    spoilt = of(item)
    finding = only("REF002", spoilt)
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == ("information", True)
    assert listed(mended(finding, spoilt)) == [right]


@pytest.mark.parametrize("item", ["Дала сулары. – 2020.", "Не бар?", "Дала «Су.»", "Реки…", "Вода!", " "])
def test_an_item_with_its_mark_is_right(item: str) -> None:
    assert not found("REF002", of(item))


def test_the_stop_stands_outside_the_link() -> None:
    spoilt = of(link("Дала. – URL: ", "https://dala.kz/1"))
    (after,) = mended(only("REF002", spoilt), spoilt).entries[0].references
    assert after.text == (Span("Дала. – URL: "), Span("https://dala.kz/1", href="https://dala.kz/1"), Span("."))


# ---- REF003 --------------------------------------------------------------------------------------------------------


BOOK = "Есенов Қ. Т. Дала сулары. – Алматы : Дала, 2002. – 235 б."
ARTICLE = "Граников Д. О. Снег // Вестник. – 2019. – С. 5–7."


@pytest.mark.parametrize(
    ("item", "right"),
    [
        ("Қ.Т. Есенов. Дала сулары. – Алматы : Дала, 2002. – 235 б.", BOOK),
        ("Есенов Қ. Т. Дала сулары – Алматы : Дала, 2002. – 235 б.", BOOK),
        ("Дала / Қ. Есенов. – Алматы «Дала», 2002. – 235 б.", "Дала / Қ. Есенов. – Алматы : «Дала», 2002. – 235 б."),
        ("Есенов Қ. Т. Дала сулары. – Алматы : Дала, 2002 жыл. – 235 б.", BOOK),
        ("Д.О. Граников, Снег // Вестник. – 2019. – С. 5–7.", ARTICLE),
        ("Граников Д. О. Снег//Вестник. – 2019. – С. 5–7.", ARTICLE),
        ("Граников Д. О. Снег // Вестник. -2019.–С. 5–7.", ARTICLE),
        ("Граников Д. О. Снег. – М. : Степь, 1985 г. – 88 с.", "Граников Д. О. Снег. – М. : Степь, 1985. – 88 с."),
        (
            "Peter D. Orvelin Snow Behind // Steppe. – 2017. – P. 5.",
            "Orvelin P. D. Snow Behind // Steppe. – 2017. – P. 5.",
        ),
    ],
)
def test_wrong_marks_are_mended(item: str, right: str) -> None:
    spoilt = of(item)
    finding = only("REF003", spoilt)
    assert finding.severity == "warning"
    after = mended(finding, spoilt)
    assert listed(after) == [right]
    assert not found("REF003", after)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("Есенов Қ. Т. Дала. – Алматы : Дала, 2002.", "number of pages"),
        ("Есенов Қ. Т. Дала // Хабаршы. – 2002. – № 3.", "pages of the work"),
        ("Есенов Қ. Т. Дала сулары.", "no year"),
        ("А. Б. Граников, В. Г. Ошуркова. Снег. – 2019.", "surname"),
        ("Скворцов А. В. (2002). Разбиения. Томск: Степь.", "brackets"),
        ("Граников Д. О. Снег // Вестник степи. – 1985.", "pages of the work"),
    ],
)
def test_what_only_the_author_knows_is_asked_for(item: str, told: str) -> None:
    finding = only("REF003", of(item))
    assert told in str(finding.message)
    assert finding.fix is None


@pytest.mark.parametrize(
    ("item", "example"),
    [
        ("Сәрсенова Ә. Өзен // Дала хабаршысы. – 2002. – № 3.", "– Б. 12–15"),
        ("Граников Д. О. Снег // Вестник степи. – 1985.", "– С. 12–15"),
        ("Orvelin P. D. Snow // Journal of Steppe. – 1985.", "– P. 12–15"),
    ],
)
def test_a_missing_part_is_shown_in_the_language_of_the_reference(item: str, example: str) -> None:
    assert example in str(only("REF003", of(item)).message)


def test_a_year_glued_to_the_title_is_only_mentioned() -> None:
    spoilt = of("Steppe Water Agreement 1975 // https://steppe.example/a")
    finding = only("REF003", spoilt)
    assert (finding.text, finding.severity) == ("1975", "information")
    assert listed(mended(finding, spoilt)) == ["Steppe Water Agreement. – 1975 // https://steppe.example/a"]


@pytest.mark.parametrize(
    "item",
    [
        "Есенов Қ. Т. Дала сулары / Қ. Т. Есенов. – Алматы : Дала, 2002. – 235 б.",
        "Сандыбек Р. О. Топырақ / Р. О. Сандыбек // Дала. – 2018. – № 2. – Б. 11–24.",
        "Дала энциклопедиясы. Т. 2. – Алматы : Дала, 2004.",
        "Қазақстан Республикасының «Су туралы» 2008 жылғы 20 қазандағы Заңы // https://adilet.zan.kz/kaz/docs/Z080000070_",
        "Әліпов Б. Жаңалық // Дала таңы. – 2019. – 5 мамыр.",
        "Граников Д. О. Снежная мелиорация. – Костанай, 1985. – 88 с.",
        "Ошуркова И. Н. Вода [Электронный ресурс]. – URL: https://steppe.example/1",
        "ГОСТ 7.1-2003. Библиографическая запись.",
        "М. Ауэзов: энциклопедия. – Алматы : Атамура, 2011. – 688 с.",
        "Orvelin P. D. Snowdrifts // Steppe Studies. – 2017. – Vol. 4. – P. 60–74.",
        "Orvelin P. D. Snowdrifts // Steppe Studies. – 2017. – Vol. 4. – DOI: 10.5555/12",
        "Orvelin P. D. Snowdrifts // University of Steppe. – 2010.",
        "Граников Д. О. Снег : дис. ... канд. наук // Степной университет. – 2010.",
        "U.S. Department of Steppe. Report. – 2019.",
    ],
)
def test_whole_and_doubtful_descriptions_are_right(item: str) -> None:
    assert not found("REF003", of(item))


def test_by_the_standard_of_short_references_pages_may_be_left_out() -> None:
    spoilt = of("Есенов Қ. Т. Дала. – Алматы : Дала, 2002.")
    short = template(references=References(standard="gost-r-7.0.5"))
    assert not found("REF003", workspace(spoilt, template=short))


def test_marks_of_the_text_stay_when_it_is_mended() -> None:
    item = Reference((Span("Снег", italic=True), Span("//Вестник. -2019. – С. 5.")))
    report = fix_workspace(workspace(of(item)), lambda one: one.code == "REF003")
    (after,) = report.workspace.entries[0].references
    assert plain_text(after.text) == "Снег // Вестник. – 2019. – С. 5."
    assert after.text[0] == Span("Снег", italic=True)


# ---- REF004 --------------------------------------------------------------------------------------------------------

TODAY = Facts(today=date(2025, 6, 1))


@pytest.mark.parametrize(
    "item",
    [
        "Дала. – URL: https://dala.kz/1 (қаралған күні: 07.04.2025).",
        "Дала. – URL: https://dala.kz/1 (қаралды: 2025-04-07).",
        "Дала сулары. – Алматы : Дала, 2002. – 235 б.",
        "Реки. – URL: https://dala.kz/1 (дата обращения: 07.04.2025).",
        "Реки. – URL: https://dala.kz/1 [дата просмотра: 07.04.2025].",
        "Реки. Дата обращения 07.04.2025. https://dala.kz/1",
        "Rivers. – URL: https://dala.kz/1 (accessed 7 April 2025).",
    ],
)
def test_a_page_with_its_day_is_right(item: str) -> None:
    assert not found("REF004", workspace(of(item)), TODAY)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("Дала. – URL: https://dala.kz/1.", "missing"),
        ("Дала, 2019 // https://dala.kz/2019/05", "missing"),
        ("Дала. – URL: https://dala.kz/1 (қаралған күні: 31.04.2025).", "no such day"),
        ("Реки. – URL: https://dala.kz/1 (дата обращения: 07.07.2025).", "future"),
        ("Реки. – URL: https://dala.kz/1 (дата обращения: )", "missing"),
        ("Реки от 07.04.2025. – URL: www.dala.kz", "missing"),
        ("Rivers. – URL: https://doi.org/10.5555/12", "missing"),
    ],
)
def test_a_page_without_a_possible_day_is_a_warning(item: str, told: str) -> None:
    (finding,) = found("REF004", workspace(of(item)), TODAY)
    assert finding.severity == "warning"
    assert told in str(finding.message)


@pytest.mark.parametrize(
    ("language", "example"), [("kk", "қаралған күні"), ("ru", "дата обращения"), ("en", "accessed")]
)
def test_the_day_is_shown_in_the_language_of_the_article(language: Language, example: str) -> None:
    spoilt = workspace(of("Rivers. – URL: https://dala.kz/1", language=language))
    (finding,) = found("REF004", spoilt, TODAY)
    assert example in str(finding.message)


def test_without_a_today_no_day_lies_in_the_future() -> None:
    assert not found("REF004", of("Реки. – URL: https://dala.kz/1 (дата обращения: 07.07.2999)."))


# ---- REF005 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "right"),
    [
        ("Дала сулары // https://dala.kz/1", "Дала сулары. – URL: https://dala.kz/1"),
        ("Дала сулары. https://dala.kz/1", "Дала сулары. – URL: https://dala.kz/1"),
        ("Дала сулары, 2019 ж. – https://dala.kz/1", "Дала сулары, 2019 ж. – URL: https://dala.kz/1"),
        ("Степные реки - https://dala.kz/1", "Степные реки. – URL: https://dala.kz/1"),
        ("Степные реки. – Ссылка: https://dala.kz/1", "Степные реки. – URL: https://dala.kz/1"),
        ("Степные реки https://dala.kz/1", "Степные реки. – URL: https://dala.kz/1"),
        ("Steppe rivers. Available at: https://dala.kz/1", "Steppe rivers. – URL: https://dala.kz/1"),
    ],
)
def test_an_address_is_introduced(item: str, right: str) -> None:
    spoilt = of(item)
    finding = only("REF005", spoilt)
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == ("information", False)
    after = mended(finding, spoilt)
    assert listed(after) == [right]
    assert not found("REF005", after)


@pytest.mark.parametrize(
    "item",
    [
        "Дала. – URL: https://dala.kz/1",
        "Дала. – URL https://dala.kz/1",
        "https://dala.kz/1",
        "Реки. – Режим доступа: https://dala.kz/1",
        "Реки. – DOI: https://doi.org/10.5555/12",
        "Реки [Электронный ресурс]. – URL: <https://dala.kz/1>",
        "Rivers // Steppe. – 2019. – P. 5.",
    ],
)
def test_an_introduced_address_is_right(item: str) -> None:
    assert not found("REF005", of(item))


def test_the_link_stays_the_address_alone() -> None:
    spoilt = of(link("Дала сулары // ", "https://dala.kz/1"))
    (after,) = mended(only("REF005", spoilt), spoilt).entries[0].references
    assert after.text == (Span("Дала сулары. – URL: "), Span("https://dala.kz/1", href="https://dala.kz/1"))


def test_the_newest_standard_drops_the_words_for_an_electronic_resource() -> None:
    newest = template(references=References(standard="gost-r-7.0.100"))
    spoilt = workspace(of("Реки [Электронный ресурс]. – URL: https://dala.kz/1"), template=newest)
    after = mended(only("REF005", spoilt), spoilt)
    assert listed(after) == ["Реки. – URL: https://dala.kz/1"]
    assert found("REF005", workspace(of("Реки. – Режим доступа: https://dala.kz/1"), template=newest))


# ---- REF006 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("Қазақстан Республикасының «Су туралы» 2008 жылғы 20 қазандағы Заңы.", "no number"),
        ("Қазақстан Республикасының Су кодексі.", "neither"),
        ("Қазақстан Республикасының «Су туралы» № 70-IV Заңы.", "no date"),
        ("Қазақстан Республикасының Конституциясы 1995 жылы 30 тамызда қабылданды.", "no number"),
        ("Закон Республики Казахстан «О воде».", "neither"),
        ("Закон РК от 20 октября 2008 года «О воде».", "no number"),
        ("Приказ от 20 октября 2008 года № 15 «О воде» // https://adilet.zan.kz/rus/docs/V080005555_", "who adopted"),
        ("Law of the Republic of Kazakhstan “On Water” of 20 October 2008.", "no number"),
    ],
)
def test_an_act_is_named_in_full(item: str, told: str) -> None:
    finding = only("REF006", of(item))
    assert (finding.severity, finding.fix) == ("information", None)
    assert told in str(finding.message)


@pytest.mark.parametrize(
    "item",
    [
        "Қазақстан Республикасының «Су туралы» 2008 жылғы 20 қазандағы № 70-IV Заңы.",
        "Қазақстан Республикасы Үкіметінің 2008 жылғы 20 қазандағы № 70 қаулысы.",
        "Әліпов Б. Қазақстан Республикасының Конституциясы. – Алматы : Дала, 2004. – 200 б.",
        "Заңгер мамандығы. – 2019.",
        "Закон Республики Казахстан от 20 октября 2008 года № 70-IV «О воде».",
        "Приказ Министра водных ресурсов Республики Казахстан от 20 октября 2008 года № 15.",
        "Конституция Республики Казахстан: комментарий / под ред. А. Б. Ким. – Алматы, 2004. – 200 с.",
        "Закон сохранения энергии. – 2019.",
        "Law of the Republic of Kazakhstan of 20 October 2008 No. 70-IV.",
    ],
)
def test_whole_acts_and_books_about_them_are_right(item: str) -> None:
    assert not found("REF006", of(item))


# ---- REF007 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "https://adilet.zan.kz/kaz/docs/Z080000070",
        "https://www.refworld.org/legal/agreements/unga/1965/en/13974",
        "https://doi.org/10.1515/9780295800530-005",
        "https://assembly.kz/",
        "http://dala.kz:8080/a?b=1&c=2#d",
        "https://kk.wikipedia.org/wiki/Дала_(жер)",
        "https://дала.қаз/су",
        "http://192.168.0.1/x",
    ],
)
def test_a_whole_address_is_right(address: str) -> None:
    item = link("Дала. – URL: ", address, " (қаралған күні: 07.04.2025).")
    assert not found("REF007", replace(of(item), body=body(f"Қараңыз: {address}, тағы.")))


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Дала. htps:/dala.kz/1", "htps:/"),
        ("Дала. http//dala.kz/1", "http//"),
        ("Дала. https: //dala.kz/1", "https: //"),
        ("Дала. https://dala.kz/ docs/1", "https://dala.kz/ docs/1"),
        ("Дала. https://dala.kz/su-tura-", "https://dala.kz/su-tura-"),
        ("Реки. https://dala.kz/reki…", "https://dala.kz/reki…"),
        ("Реки. https://dala", "https://dala"),
        ("Реки. https://аdilet.zan.kz/1", "https://аdilet.zan.kz/1"),
        ("Rivers. https://doi.org/10.5555/", "https://doi.org/10.5555/"),
    ],
)
def test_a_broken_address_is_an_error(words: str, marked: str) -> None:
    finding = only("REF007", of(words))
    assert (finding.text, finding.severity, finding.fix) == (marked, "error", None)


def test_an_address_without_its_beginning_is_only_a_warning() -> None:
    assert only("REF007", of("Дала. www.dala.kz")).severity == "warning"


def test_a_link_leads_where_it_says() -> None:
    item = Reference((Span("https://dala.kz/1", href="https://dala.kz/2"),))
    assert texts(found("REF007", of(item))) == ["https://dala.kz/1"]
    same = Reference((Span("www.dala.kz/а", href="https://dala.kz/%D0%B0/"),))
    assert [finding.severity for finding in found("REF007", of(same))] == ["warning"]


def test_program_code_and_fractions_are_no_addresses() -> None:
    code = Paragraph((Span("fetch('htps:/x')", code=True), Span(" км/сағ, и/или, tps/2 10 // 5")))
    assert not found("REF007", entry(body=(code,)))


# ---- REF008 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("site", ["https://adilet.zan.kz/kaz/docs/", "http://adilet.zan.kz/rus/docs/"])
@pytest.mark.parametrize("name", ["Z080000070", "K950001000", "V080005555"])
def test_a_lost_low_line_is_proposed_for_words_and_link(site: str, name: str) -> None:
    spoilt = of(link("Заң // ", site + name))
    finding = only("REF008", spoilt)
    assert finding.severity == "warning"
    (after,) = mended(finding, spoilt).entries[0].references
    assert after.text == (Span("Заң // "), Span(f"{site}{name}_", href=f"{site}{name}_"))
    assert not found("REF008", mended(finding, spoilt))


@pytest.mark.parametrize(
    ("item", "count"),
    [
        ("2008 жылғы Заң // https://adilet.zan.kz/kaz/docs/Z080000070_", 0),
        ("2021 жылғы 2 қаңтардағы Кодекс // https://adilet.zan.kz/kaz/docs/K2100000400", 0),
        ("Заң // https://adilet.zan.kz/kaz/docs/Z080000070_ (қаралған күні: 07.04.2025).", 0),
        ("2009 жылғы Заң // https://adilet.zan.kz/kaz/docs/Z080000070_", 1),
        ("Закон от 20 октября 1995 года // https://adilet.zan.kz/rus/docs/K950001000_", 0),
        ("Закон от 20 октября 2005 года // https://adilet.zan.kz/rus/docs/K950001000_", 1),
        ("Закон // https://online.zakon.kz/Document/?doc_id=1005029", 0),
        ("Закон 2009 года с изменениями 2008 года // https://adilet.zan.kz/rus/docs/Z080000070_", 0),
    ],
)
def test_the_year_of_the_id_is_the_act_s(item: str, count: int) -> None:
    findings = found("REF008", of(item))
    assert [finding.fix for finding in findings] == [None] * count


# ---- REF009 --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Толығырақ https://dala.kz/ сайтынан қараңыз.", ["https://dala.kz/"]),
        ("Қараңыз (www.dala.kz).", ["www.dala.kz"]),
        ("Екеуі: http://a.kz/1, http://b.kz/2.", ["http://a.kz/1", "http://b.kz/2"]),
        ("Данные с https://dala.kz/data.", ["https://dala.kz/data"]),
        ("Данные на www.dala.kz/d и далее.", ["www.dala.kz/d"]),
        ("Пошта a@dala.kz, ұйым [3].", []),
        ("Сайт организации [3], код в.кз.", []),
        ("See the site [3].", []),
    ],
)
def test_a_bare_address_in_the_text_is_mentioned(words: str, marked: list[str]) -> None:
    findings = found("REF009", entry(body=body(words)))
    assert texts(findings) == marked
    assert {finding.severity for finding in findings} <= {"information"}


def test_links_under_words_footnotes_and_code_are_right() -> None:
    runs = (
        Span("деректер қоймасы", href="https://dala.kz/d"),
        Note((Paragraph((Span("https://dala.kz/d"),)),)),
        Span("get https://dala.kz/d", code=True),
    )
    assert not found("REF009", entry(body=(Paragraph(runs),)))
