from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from proceedings_editor.errors import TemplateError
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.template import HeadElement
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.registry import RULES
from proceedings_editor.rules.setting import settings_of
from tests.rules.sample import (
    COLLECTION,
    author,
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

UNIVERSITY = LocalText("Қарағаш дала университеті", "Карагашский степной университет")
CITY = LocalText("Қарағаш", "Карагаш")
COUNTRY = LocalText("Қазақстан", "Казахстан")
WHOLE = Affiliation(UNIVERSITY, city=CITY, country=COUNTRY)


def at(*affiliations: Affiliation, **facts: object) -> Entry:
    return entry(authors=(author(affiliations=affiliations, **facts),))


def line(**versions: str) -> Entry:
    return at(WHOLE, line=LocalText(**versions))


def field_of(found_entry: Entry, path: str) -> str:
    return str(getattr(found_entry.authors[0].line, path))


# ---------------------------------------------------------------------------------------------------- AFF001: complete


def test_what_is_missing_is_named_part_by_part() -> None:
    findings = found("AFF001", at(WHOLE, Affiliation(UNIVERSITY)))
    assert [finding.place.field for finding in findings] == [
        "authors.0.affiliations.1.city",
        "authors.0.affiliations.1.country",
    ]
    assert {finding.severity for finding in findings} == {"warning"}


def test_another_affiliation_tells_city_and_country() -> None:
    supervisor = Supervisor(surname="Есенов", given_name="Қ.", patronymic="Т.", affiliations=(WHOLE,))
    spoilt = replace(at(Affiliation(UNIVERSITY)), supervisors=(supervisor,))
    finding = only("AFF001", replace(spoilt, authors=(author(affiliations=(replace(WHOLE, city=LocalText()),)),)))
    assert finding.fix is not None
    assert (finding.fix.safe, finding.fix.after) == (False, "Қарағаш")
    first, _ = found("AFF001", spoilt)
    assert mended(first, spoilt).entries[0].authors[0].affiliations[0].city == CITY


@pytest.mark.parametrize(
    "words",
    [
        "Қарағаш дала университетінің студенті, Қарағаш қаласы, Қазақстан Республикасы",
        "студент Карагашского степного университета, г. Карагаш, Казахстан",
        "student, Karagash Steppe University, Karagash, Kazakhstan",
    ],
)
def test_what_the_authors_own_line_says_counts(words: str) -> None:
    assert not found("AFF001", at(line=LocalText(ru=words)))
    assert not found("AFF001", at(Affiliation(UNIVERSITY), line=LocalText(ru=words)))


def test_an_author_of_nowhere_is_reported_once_and_an_independent_one_never() -> None:
    assert only("AFF001", at()).place.field == "authors.0.affiliations"
    assert not found("AFF001", at(status="independent"))
    assert not found("AFF001", entry(authors=(Author(),)))


def test_nothing_is_wanted_where_nothing_is_printed() -> None:
    article = tuple(element for element in template().article if element.kind != "affiliations")
    assert not found("AFF001", workspace(at(), template=template(article=(*article, HeadElement("dates")))))


@pytest.mark.parametrize(
    ("words", "form", "right"),
    [
        ("«Қарағаш дала университеті» КеАҚ", "КеАҚ", "Қарағаш дала университеті"),
        ("КеАҚ «Қарағаш дала университеті»", "КеАҚ", "Қарағаш дала университеті"),
        ("НАО «Карагашский университет»", "НАО", "Карагашский университет"),
        ("ФГБОУ ВО Степной институт", "ФГБОУ ВО", "Степной институт"),
        ("Некоммерческое акционерное общество «Академия»", "Некоммерческое акционерное общество", "Академия"),
        ("ТОО «Дала»", "ТОО", "«Дала»"),
        ("Karagash University NJSC", "NJSC", "Karagash University"),
        ("Филиал ТОО «Дала»", "ТОО", "Филиал «Дала»"),
        ("«Дала» АҚ, зертхана", "АҚ", "«Дала», зертхана"),
        ("Дала, АҚ, зертхана", "АҚ", "Дала, зертхана"),
    ],
)
def test_a_legal_form_is_taken_out_after_asking(words: str, form: str, right: str) -> None:
    spoilt = at(replace(WHOLE, organisation=LocalText(kk=words)))
    finding = only("AFF001", spoilt)
    assert finding.fix is not None
    assert (finding.severity, finding.text, finding.fix.safe) == ("warning", form, False)
    assert mended(finding, spoilt).entries[0].authors[0].affiliations[0].organisation.kk == right


@pytest.mark.parametrize(
    "words",
    [
        "Қарағаш дала университеті", "НАОС институты", "Карагашский ТООН", "КГУ им. А. Дала", "«АО» журналы",
        "Institute of LLPs", "Ұлттық академия",
    ],
)  # fmt: skip
def test_names_without_a_legal_form_are_silent(words: str) -> None:
    assert not found("AFF001", at(replace(WHOLE, organisation=LocalText(kk=words))))


def test_a_shared_paragraph_of_the_manuscript_is_laid_aside_after_asking() -> None:
    shared = replace(reading("authors.0.line.kk", "Қарағаш дала университетінің студенті  ", "head"), line=7)
    below = replace(reading("supervisors.0.line.kk", "Жетекшісі: Есенов Қ. Т.", "head"), line=8)
    spoilt = entry(readings=(shared, below))
    finding = only("AFF001", spoilt)
    assert (finding.severity, finding.place.field, finding.text) == ("warning", "readings.1.text", below.text)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert mended(finding, spoilt).entries[0].readings == (below,)
    assert not found("AFF001", entry(readings=(replace(shared, text=shared.text.rstrip()), below)))


# ------------------------------------------------------------------------------------------------- AFF002: name and day

OLD = "Е. А. Бөкетов атындағы Қарағанды университеті"
NEW = "Е. А. Бөкетов атындағы Қарағанды зерттеу университеті"


def on(day: date | None, words: str) -> Workspace:
    spoilt = at(replace(WHOLE, organisation=LocalText(kk=words)))
    return workspace(spoilt, collection=replace(COLLECTION, first_day=day))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 4, 7), NEW), (date(2024, 4, 20), OLD), (date(2024, 4, 20), NEW), (date(2020, 1, 1), OLD),
        (None, OLD), (date(2026, 1, 1), "Қарағанды техникалық университеті"), (date(2026, 1, 1), "Степной университет"),
    ],
)  # fmt: skip
def test_a_name_valid_on_the_day_is_silent(day: date | None, words: str) -> None:
    assert not found("AFF002", on(day, words))


@pytest.mark.parametrize(("day", "words"), [(date(2026, 4, 7), NEW), (date(2026, 4, 7), OLD), (date(2020, 1, 1), NEW)])
def test_a_name_of_another_time_is_information(day: date, words: str) -> None:
    finding = only("AFF002", on(day, f"Академик {words}"))
    assert (finding.severity, finding.text) == ("information", words)


def test_the_name_of_the_day_is_proposed_with_the_ending_kept() -> None:
    spoilt = on(date(2025, 4, 7), "")
    person = author(affiliations=(WHOLE,), line=LocalText(kk=f"Академик {OLD.replace('Е. А.', 'Е.А.')}нің студенті"))
    spoilt = replace(spoilt, entries=(entry(authors=(person,)),))
    finding = only("AFF002", spoilt)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert mended(finding, spoilt).entries[0].authors[0].line.kk == f"Академик {NEW}нің студенті"


def test_a_template_may_name_further_changes() -> None:
    change = "2025-06-01: Дала институты > Дала университеті"
    ruled = with_rule("AFF002", renamed=[change])
    late = replace(on(date(2026, 4, 7), "Дала институты"), template=ruled)
    finding = only("AFF002", late)
    assert (finding.text, finding.fix and finding.fix.after) == ("Дала институты", "Дала университеті")
    assert not found("AFF002", replace(on(date(2025, 4, 7), "Дала институты"), template=ruled))
    assert found("AFF002", replace(on(date(2025, 5, 31), "Дала университеті"), template=ruled))


@pytest.mark.parametrize("change", ["Дала институты > Дала университеті", "2025-13-01: Дала > Дала университеті", "х"])
def test_a_change_that_cannot_be_read_is_one_sentence(change: str) -> None:
    with pytest.raises(TemplateError, match="AFF002 must be a list of changes like “2024-04-01: old name > new name”"):
        settings_of(with_rule("AFF002", renamed=[change]), RULES)


# ------------------------------------------------------------------------------------------------- AFF003: study groups


@pytest.mark.parametrize(
    ("version", "words", "code", "right"),
    [
        ("kk", "Дала университетінің К-31к-22 студенті, Қарағаш", "К-31к-22", "Дала университетінің студенті, Қарағаш"),
        ("kk", "Дала университетінің ЮР-21 тобының студенті", "ЮР-21", "Дала университетінің студенті"),
        ("kk", "студент, ИС-20-1, Қарағаш", "ИС-20-1", "студент, Қарағаш"),
        ("ru", "студент группы ЭК-23-1 Степного университета", "ЭК-23-1", "студент Степного университета"),
        ("ru", "студентка, гр. ЮП-22, Карагаш", "ЮП-22", "студентка, Карагаш"),
        ("ru", "магистрант (гр. МЮР-21)", "МЮР-21", "магистрант"),
        ("en", "student of group IT-2203, Steppe University", "IT-2203", "student, Steppe University"),
    ],
)
def test_a_groups_code_goes_to_its_field(version: str, words: str, code: str, right: str) -> None:
    spoilt = line(**{version: words})
    finding = only("AFF003", spoilt)
    assert finding.fix is not None
    assert (finding.severity, finding.text, finding.fix.safe) == ("information", code, False)
    after = mended(finding, spoilt).entries[0]
    assert (field_of(after, version), after.authors[0].group) == (right, code)
    assert not found("AFF003", after)


@pytest.mark.parametrize(
    "words",
    [
        "Дала университетінің 3-курс студенті", "№12 мектеп-лицейінің оқушысы", "2-курс магистранты, PhD",
        "студент 3-го курса", "ученик школы № 5, Карагаш", "ТОО «Завод АТ-12», инженер", "third-year student",
        "Т-34 музейінің қызметкері",
    ],
)  # fmt: skip
def test_courses_schools_and_things_are_silent(words: str) -> None:
    assert not found("AFF003", line(kk=words))


def test_a_group_in_its_own_field_is_kept_and_not_reported() -> None:
    spoilt = at(WHOLE, group="ЭК-23-1", line=LocalText(ru="студент группы ЭК-23-1"))
    assert texts(found("AFF003", spoilt)) == ["ЭК-23-1"]
    assert mended(only("AFF003", spoilt), spoilt).entries[0].authors[0].group == "ЭК-23-1"
    assert not found("AFF003", at(WHOLE, group="ЭК-23-1"))
