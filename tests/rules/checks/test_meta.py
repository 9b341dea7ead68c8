"""META002 to META005: labels in values, two facts in a field, language versions, fixed texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.model.collection import Section
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language, LocalText, LocalWords
from proceedings_editor.model.person import Affiliation
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.place_name import place_name
from tests.rules.sample import COLLECTION, author, entry, found, mended, only, reading, template, texts, workspace


def read(field: str, words: str, place: str = "table row 9", **facts: object) -> Entry:
    return entry(readings=(reading(field, words, place),), **facts)


@pytest.mark.parametrize(
    ("facts", "label", "after"),
    [
        ({"udc": ("ӘОЖ 556.5(574)",)}, "ӘОЖ ", "556.5(574)"),
        ({"udc": ("УДК: 556.5(574)",)}, "УДК: ", "556.5(574)"),
        ({"udc": ("UDC 556.5(574)",)}, "UDC ", "556.5(574)"),
        ({"irsti": ("ҒТАМР 70.27.11",)}, "ҒТАМР ", "70.27.11"),
        ({"title": LocalText("Мақала атауы: Дала суы")}, "Мақала атауы: ", "Дала суы"),
        ({"title": LocalText(ru="Название статьи: Вода")}, "Название статьи: ", "Вода"),
        ({"abstract": LocalText("Аңдатпа. Дала туралы.")}, "Аңдатпа. ", "Дала туралы."),
        ({"abstract": LocalText(ru="Аннотация: О степи.")}, "Аннотация: ", "О степи."),
        ({"abstract": LocalText(en="Abstract. On rivers.")}, "Abstract. ", "On rivers."),
        ({"keywords": LocalWords(("Түйін сөздер: дала", "су"))}, "Түйін сөздер: ", "дала"),
        ({"keywords": LocalWords(ru=("Ключевые слова: степь",))}, "Ключевые слова: ", "степь"),
    ],
)
def test_a_label_is_taken_off_a_field(facts: dict[str, object], label: str, after: str) -> None:
    spoilt = entry(**facts)
    finding = only("META002", spoilt)
    assert (finding.severity, finding.text) == ("information", label)
    assert finding.fix is not None
    assert finding.fix.safe
    mended_entry = mended(finding, spoilt).entries[0]
    assert not found("META002", mended_entry)
    assert after in str(getattr(mended_entry, next(iter(facts))))


@pytest.mark.parametrize(
    "facts",
    [
        {"title": LocalText("Мақала атауы туралы", "Автор и читатель", "Title deeds of land")},
        {"title": LocalText("Секция жұмысы", "Раздел имущества", "Sections of rivers")},
        {"abstract": LocalText("Аңдатпа жазу жолдары", "Резюме соискателя", "Summary statistics of rivers")},
        {"keywords": LocalWords(("дала",), ("авторы",), ("title",))},
        {"udc": ("556.5(574)",)},
    ],
)
def test_a_word_that_only_looks_like_a_label_is_silent(facts: dict[str, object]) -> None:
    assert not found("META002", entry(**facts))


def test_quotation_marks_the_template_prints_are_taken_off_the_conference() -> None:
    spoilt = workspace(collection=replace(COLLECTION, name=LocalText("Дала", "«Степь»", "“Steppe”")))
    first, second = found("META002", spoilt)
    assert (first.severity, first.place.field, first.text) == ("information", "collection.name.ru", "«Степь»")
    assert not found("META004", spoilt)
    after = mended(second, mended(first, spoilt))
    assert after.collection.name == LocalText("Дала", "Степь", "Steppe")
    assert first.fix is not None
    assert first.fix.safe
    assert not found("META002", after)


def test_quotation_marks_stay_where_the_template_prints_none_or_they_are_the_names_own() -> None:
    own = workspace(collection=replace(COLLECTION, name=LocalText("«Дала» және «Су»", "«Степь» и «Вода»")))
    assert not found("META002", own)
    bare = replace(own.template.wording, conference=LocalText("{name}", "{name}", "{name}"))
    typed = replace(COLLECTION, name=LocalText("«Дала»", "«Степь»"))
    assert not found("META002", workspace(collection=typed, template=replace(own.template, wording=bare)))


@pytest.mark.parametrize(
    ("field", "words", "label"),
    [
        ("udc", "ӘОЖ 556.5(574)", "ӘОЖ "),
        ("udc", "ӘОЖ/УДК/UDC 556.5(574)", "ӘОЖ/УДК/UDC "),
        ("section", "Секция IV.II. Су құқығы / Водное право / Water law", "Секция "),
        ("section", "Секция IV. II Су құқығы/ / Водное право / Water law", "Секция "),
        ("first_page", "Беттері: 45-46", "Беттері: "),
        ("first_page", "Страницы 45–46", "Страницы "),
        ("collection.isbn", "ISBN 978-601-262-587-5", "ISBN "),
    ],
)
def test_a_row_that_repeats_its_label_is_laid_aside(field: str, words: str, label: str) -> None:
    spoilt = read(field, words)
    finding = only("META002", spoilt)
    assert (finding.text, finding.place.field) == (label, "readings.0.text")
    assert finding.fix is not None
    assert finding.fix.safe
    assert not mended(finding, spoilt).entries[0].readings


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("udc", "ӘОЖ 342.4"),
        ("section", "Секция VII. Өзендер"),
        ("supervisors.0.line.kk", "Ғылыми жетекшісі, Қарағаш дала"),
        ("supervisors.0.line.kk", "Научный руководитель: Петров"),
    ],
)
def test_a_row_that_says_something_else_has_to_be_settled_first(field: str, words: str) -> None:
    assert only("META002", read(field, words)).fix is None


@pytest.mark.parametrize(
    ("field", "words", "place"),
    [
        ("udc", "ӘОЖ 556.5(574)", "head"),
        ("section", "СЕКЦИЯ IV. ҚҰҚЫҚ", "section heading"),
        ("supervisors.0.line.kk", "Ғылыми жетекшісі: Есенов Қ. Т.", "head"),
        ("section", "Секция", "table row 9"),
        ("udc", "556.5(574)", "table row 8"),
    ],
)
def test_the_head_is_printed_with_its_labels(field: str, words: str, place: str) -> None:
    assert not found("META002", read(field, words, place))


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("7 сәуір 2025, Қарағаш", "Қарағаш"),
        ("2025 жылғы 7 сәуір, Қарағаш қ.", "Қарағаш қ"),
        ("Қарағаш, 7 сәуір 2025 ж.", "Қарағаш"),
        ("7 апреля 2025 г., г. Карагаш", "г. Карагаш"),
        ("7–8 апреля 2025 года (Карагаш)", "Карагаш"),
        ("Карагаш, 07.04.2025", "Карагаш"),
        ("7 April 2025, Qaraghash", "Qaraghash"),
    ],
)
def test_a_place_beside_the_date_is_mentioned_and_put_into_its_field(words: str, rest: str) -> None:
    spoilt = read("collection.first_day", words, "table row 4")
    finding = only("META003", spoilt)
    assert (finding.severity, finding.text) == ("information", rest)
    assert finding.fix is not None
    assert not finding.fix.safe
    after = mended(finding, spoilt)
    assert (after.collection.place.kk, after.entries[0].readings) == (rest, ())
    assert after.collection.first_day is not None


@pytest.mark.parametrize(
    "words", ["7 сәуір 2025", "2025 жылғы 7 сәуір", "7 сәуір 2025 ж.", "7 апреля 2025 года", "7 April 2025", "2025", ""]
)
def test_a_date_alone_is_one_fact(words: str) -> None:
    assert not found("META003", read("collection.first_day", words, "table row 4"))


def test_facts_that_are_known_only_lay_the_row_aside() -> None:
    known = replace(COLLECTION, place=LocalText("Қарағаш"))
    spoilt = workspace(read("collection.first_day", "7 сәуір 2025, Қарағаш"), collection=known)
    after = mended(only("META003", spoilt), spoilt)
    assert (after.collection.place, after.entries[0].readings) == (known.place, ())


@pytest.mark.parametrize(
    ("language", "city", "right", "country"),
    [
        ("kk", "Қарағаш, Қазақстан", "Қарағаш", "Қазақстан"),
        ("ru", "Карагаш, Казахстан", "Карагаш", "Казахстан"),
        ("en", "Qaraghash , Kazakhstan", "Qaraghash", "Kazakhstan"),
    ],
)
def test_a_country_beside_the_city_goes_into_its_field(language: Language, city: str, right: str, country: str) -> None:
    place = Affiliation(city=LocalText().with_version(language, city))
    spoilt = entry(authors=(author(affiliations=(place,)),))
    finding = only("META003", spoilt)
    after = mended(finding, spoilt).entries[0].authors[0].affiliations[0]
    assert (after.city[language], after.country[language]) == (right, country)
    other = replace(place, country=LocalText().with_version(language, "Өзбекстан"))
    assert only("META003", entry(authors=(author(affiliations=(other,)),))).fix is None


@pytest.mark.parametrize("words", ["Есенов А., Серікова Б.", "Петров Иван; Орлова Анна"])
def test_two_people_in_a_name_are_mentioned(words: str) -> None:
    finding = only("META003", entry(authors=(author(surname=words),)))
    assert (finding.text, finding.fix) == (words, None)


def test_a_date_in_the_place_is_mentioned() -> None:
    spoilt = workspace(collection=replace(COLLECTION, place=LocalText("Қарағаш, 7 сәуір 2025 ж.")))
    finding = only("META003", spoilt)
    assert finding.text.startswith("7 сәуір 2025")
    assert mended(finding, spoilt).collection.place.kk == "Қарағаш"
    assert not found("META003", workspace(collection=replace(COLLECTION, place=LocalText("Қарағаш қ., Дала ауданы"))))


@pytest.mark.parametrize(
    ("kk", "ru", "en"),
    [
        ("«Дала» әндері", "Песни «Степи»", "Songs of “Steppe”"),
        ("XXI ғасыр даласы", "Степь XXI века", "Steppe of the 21st century"),
        ("Даланың 3 қыры", "Три грани степи", "Three sides"),
        ("Дала 2020–2022", "Степь 2020–2022", ""),
        ("Дала", "", ""),
        ("", "", ""),
    ],
)
def test_versions_that_agree_are_right(kk: str, ru: str, en: str) -> None:
    assert not found("META004", entry(title=LocalText(kk, ru, en)))


@pytest.mark.parametrize(
    ("versions", "field"),
    [
        (LocalText("«Дала» әндері", "Песни Степи"), "title.ru"),
        (LocalText("Дала әндері", "Песни «Степи»", "Songs of the Steppe"), "title.ru"),
        (LocalText("Дала 2020", "Степь 2021", "Steppe 2020"), "title.ru"),
        (LocalText("Дала 2019", "Степь 2020", "Steppe 2020"), "title.kk"),
        (LocalText("XXI ғасыр", "XX век"), "title.ru"),
        (LocalText("", "Степь за 15 лет", "Steppe in 25 years"), "title.en"),
    ],
)
def test_versions_that_differ_are_mentioned_once(versions: LocalText, field: str) -> None:
    finding = only("META004", entry(title=versions))
    assert (finding.severity, finding.place.field, finding.fix) == ("information", field, None)


def test_facts_of_the_collection_are_compared_too() -> None:
    section = Section("iv", "IV", LocalText("Құқық", "Право"), (Section("iv-ii", "II", LocalText("«Су»", "Вода")),))
    spoilt = replace(COLLECTION, name=LocalText("Дала 2025", "Степь 2026"), sections=(section,))
    findings = found("META004", workspace(collection=spoilt))
    assert [finding.place.field for finding in findings] == [
        "collection.name.ru",
        "collection.sections.0.sections.0.name.ru",
    ]


@pytest.mark.parametrize(
    ("field", "words", "printed"),
    [
        ("template.information.top_heading", "МАЗМҰНЫ / СОДЕРЖАНИЕ / CONTENT", "МАЗМҰНЫ / СОДЕРЖАНИЕ / CONTENTS"),
        ("template.information.heading", "Мақала туралы мәліметтер", "Мақала туралы мәлімет"),
        ("template.wording.references.kk", "Пайдаланылған әдебиеттер", "Қолданылған әдебиеттер тізімі"),
        ("template.information.rows.3.label", "Өткізілген күндері", "Өткізілген күні"),
    ],
)
def test_a_fixed_text_in_other_words_is_laid_aside(field: str, words: str, printed: str) -> None:
    spoilt = read(field, words, "head")
    finding = only("META005", spoilt)
    assert (finding.severity, finding.text) == ("information", words)
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.after) == (True, printed)
    assert not mended(finding, spoilt).entries[0].readings
    assert "template" not in str(place_name(finding.place, spoilt))


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("template.information.top_heading", "МАЗМҰНЫ / СОДЕРЖАНИЕ / CONTENTS"),
        ("template.information.top_heading", "СОДЕРЖАНИЕ"),
        ("template.information.heading", "МАҚАЛА ТУРАЛЫ МӘЛІМЕТ"),
        ("template.wording.references.ru", "Список использованной литературы"),
        ("template.information.rows", "Қаржы"),
    ],
)
def test_the_templates_words_are_right_in_any_language_and_capitals(field: str, words: str) -> None:
    assert not found("META005", read(field, words, "head"))


@pytest.mark.parametrize("place", ["head", "table row 8"])
def test_a_wrong_label_of_the_udc_is_mentioned(place: str) -> None:
    spoilt = read("udc", "ӘӨЖ 556.5(574)", place)
    finding = only("META005", spoilt)
    assert finding.text == "ӘӨЖ"
    assert not mended(finding, spoilt).entries[0].readings
    assert not found("META005", read("udc", "ӘОЖ 556.5(574)", place))
    assert only("META005", read("udc", "ӘӨЖ 34", place)).fix is None


def test_a_wrong_label_in_the_template_is_told_of_the_collection() -> None:
    own: Workspace = workspace(template=template(wording=replace(template().wording, udc=LocalText("ӘӨЖ"))))
    assert texts(found("META005", own)) == ["ӘӨЖ"]
