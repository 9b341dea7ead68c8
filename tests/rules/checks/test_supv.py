from __future__ import annotations

from dataclasses import replace

import pytest

from proceedings_editor.language.person_word import words_of
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Supervisor
from proceedings_editor.model.template import HeadElement
from tests.rules.sample import author, entry, found, mended, only, reading, template, texts, with_rule, workspace

LINE = "Ғылыми жетекшісі, Қарағаш дала университетінің аға оқытушысы, з.ғ.м. Есенов Қ. Т."


def under(**facts: object) -> Entry:
    """A student's entry under a supervisor with these facts."""
    return entry(supervisors=(Supervisor(**{"surname": "Есенов", "given_name": "Қ.", "patronymic": "Т."} | facts),))  # type: ignore[arg-type]


def line(**versions: str) -> Entry:
    return under(line=LocalText(**versions))


# ---------------------------------------------------------------------------------------------------- SUPV001: complete


@pytest.mark.parametrize("status", ["lecturer", "doctoral_student", ""])
def test_only_students_need_a_supervisor(status: str) -> None:
    assert not found("SUPV001", entry(authors=(author(status=status),), supervisors=()))
    assert not found("SUPV001", entry(authors=(author(), author(status=status)), supervisors=()))


@pytest.mark.parametrize("status", ["masters_student", "pupil", "student"])
def test_a_fellow_author_who_studies_too_is_no_supervisor(status: str) -> None:
    assert only("SUPV001", entry(authors=(author(), author(status=status)), supervisors=())).severity == "error"


def test_a_students_article_without_a_supervisor_is_an_error() -> None:
    finding = only("SUPV001", entry(supervisors=()))
    assert (finding.severity, finding.place.field, finding.fix) == ("error", "supervisors", None)


def test_the_template_says_who_needs_one_and_whether_it_is_printed() -> None:
    wanted = with_rule("SUPV001", statuses=["masters_student"])
    assert not found("SUPV001", workspace(entry(supervisors=()), template=wanted))
    masters = entry(authors=(author(status="masters_student"),), supervisors=())
    assert found("SUPV001", workspace(masters, template=wanted))
    bare = template(article=(HeadElement("title"), HeadElement("body")))
    assert not found("SUPV001", workspace(entry(supervisors=()), template=bare))


@pytest.mark.parametrize("words", ["Ғылыми жетекшісі: доцент", "Научный руководитель: доцент", ""])
def test_a_supervisor_without_a_name_is_an_error(words: str) -> None:
    spoilt = under(surname="", given_name="", patronymic="", line=LocalText(kk=words))
    assert only("SUPV001", spoilt).place.field == "supervisors.0.surname"


@pytest.mark.parametrize(
    "words", ["Есенов Қ. Т.", "Қ. Т. ЕСЕНОВ", "доцент Есенов", "Научный руководитель Есенов Қайрат", LINE]
)
def test_a_reading_that_names_the_supervisor_is_silent(words: str) -> None:
    assert not found("SUPV001", replace(line(kk=LINE), readings=(reading("supervisors.0.line.kk", words),)))


def test_a_row_that_is_cut_off_is_laid_aside_for_the_heads_line() -> None:
    row = reading("supervisors.0.line.kk", "Ғылыми жетекшісі, Қарағаш дала", "table row 12")
    spoilt = replace(line(kk=LINE), readings=(row,))
    finding = only("SUPV001", spoilt)
    assert (finding.severity, finding.text, finding.place.field) == ("error", row.text, "readings.0.text")
    assert "cut off" in str(finding.message)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert "Есенов Қ. Т." in finding.fix.after
    assert mended(finding, spoilt).entries[0].readings == ()


def test_a_row_that_names_somebody_else_is_an_error_too() -> None:
    row = reading("supervisors.0.line.ru", "доцент Воронин П. А.")
    finding = only("SUPV001", replace(line(kk=LINE), readings=(row,)))
    assert "Есенов" in str(finding.message)


# --------------------------------------------------------------------------------------------------- SUPV002: full name


@pytest.mark.parametrize(
    "parts",
    [("Есенов", "Қ.", "Т."), ("Есенов", "Қайрат", ""), ("Тарасенко", "Павел", "Андреевич"), ("Berg", "A.", ""),
     ("Семёнова", "Л.", "Р."), ("", "", "")],
)  # fmt: skip
def test_long_enough_names_are_silent(parts: tuple[str, str, str]) -> None:
    surname, given, patronymic = parts
    assert not found("SUPV002", under(surname=surname, given_name=given, patronymic=patronymic))


@pytest.mark.parametrize(
    ("surname", "given", "field"),
    [
        ("Есенов", "Қ.", "given_name"), ("Әлиева", "", "surname"), ("Тарасенко", "П.", "given_name"),
        ("Семёнова", "Л.", "given_name"),
    ],
)  # fmt: skip
def test_one_initial_is_a_warning(surname: str, given: str, field: str) -> None:
    finding = only("SUPV002", under(surname=surname, given_name=given, patronymic=""))
    assert (finding.severity, finding.place.field, finding.fix) == ("warning", f"supervisors.0.{field}", None)


# ----------------------------------------------------------------------------------------------------- SUPV003: degrees

ACCEPTED = {
    "kk": "з.ғ.м.|з.ғ.к.|з.ғ.д.|п.ғ.к.|ф.ғ.к.|э.ғ.к.|т.ғ.к.|заң ғыл. канд.|PhD|доцент|қауымдастырылған профессор"
    "|профессор|аға оқытушы|оқытушы|ассистент",
    "ru": "к.ю.н.|д.ю.н.|к.п.н.|магистр юр. наук|PhD|доцент|ассоциированный профессор|ст. преподаватель",
    "en": "PhD|LLM|Associate Professor|Senior Lecturer",
}


@pytest.mark.parametrize(
    ("version", "words"), [(key, form) for key, forms in ACCEPTED.items() for form in forms.split("|")]
)
def test_every_word_of_the_list_is_right_in_every_field(version: str, words: str) -> None:
    for part in ("degree", "academic_title", "post", "line"):
        assert not found("SUPV003", under(**{part: LocalText(**{version: words})}))


def test_every_shipped_degree_is_right_but_those_in_capitals() -> None:
    usual = {form for word in words_of("degree") for form in word.spellings if not (form.isupper() and form.isalpha())}
    assert not [form for form in sorted(usual) if found("SUPV003", under(degree=LocalText(kk=form)))]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("ЗҒМ", "з.ғ.м."), ("ТҒК, доцент", "т.ғ.к., доцент"), ("з.ғ.к Есенов", "з.ғ.к. Есенов"), ("П.Ғ.К.", "п.ғ.к."),
        ("К.Ю.Н.", "к.ю.н."), ("доцент, к.э.н", "доцент, к.э.н."), ("PHD", "PhD"), ("доктор phd", "доктор PhD"),
        ("llm", "LLM"), ("Mba", "MBA"),
    ],
)  # fmt: skip
def test_unusual_forms_are_mended_without_asking(words: str, right: str) -> None:
    spoilt = under(degree=LocalText(kk=words))
    finding = only("SUPV003", spoilt)
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == ("information", True)
    assert mended(finding, spoilt).entries[0].supervisors[0].degree.kk == right


@pytest.mark.parametrize(
    "words",
    [
        "ҚР БҒМ ғылым комитеті", "Воронин Д.Н., доцент", "К.ю.н., доцент", "Ким К. Ю.", "НАО, ВАК", "бас маман",
        "доцент кафедры ТГП", "IT department", "з. ғ. м.",
    ],
)  # fmt: skip
def test_ministries_initials_and_other_words_are_left_alone(words: str) -> None:
    assert not found("SUPV003", line(ru=words))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("студент", "student"),
        ("Оқушы", "pupil"),
        ("магистрант", "masters_student"),
        ("doctoral student", "doctoral_student"),
    ],
)
def test_a_typed_status_is_chosen_from_the_list(words: str, status: str) -> None:
    spoilt = entry(authors=(author(status=words),))
    finding = only("SUPV003", spoilt)
    assert finding.fix is not None
    assert finding.fix.safe
    assert mended(finding, spoilt).entries[0].authors[0].status == status


@pytest.mark.parametrize("status", ["student", "masters_student", "", "доцент", "инженер-геолог", "lecturer"])
def test_a_status_of_the_list_or_beyond_it_is_silent(status: str) -> None:
    assert not found("SUPV003", entry(authors=(author(status=status),)))


# ----------------------------------------------------------------------------------------------- SUPV004: punctuation


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("kk", "Ғылыми жетекшісі: Есенов Қ. Т."), ("kk", "Есенов Қ. Т., ғылыми жетекшісі"), ("kk", "Ғылыми жетекшісі"),
        ("ru", "Научный руководитель: доцент Воронин П. А."), ("ru", "Доцент Воронин П. А., научный руководитель"),
        ("en", "Supervisor: Berg A. N."), ("en", "A. N. Berg, supervisor"), ("ru", ""),
    ],
)  # fmt: skip
def test_the_templates_punctuation_is_silent(version: str, words: str) -> None:
    assert not found("SUPV004", line(**{version: words}))


@pytest.mark.parametrize(
    ("version", "words", "right"),
    [
        ("kk", "Ғылыми жетекшісі, доцент Есенов Қ. Т.", "Ғылыми жетекшісі: доцент Есенов Қ. Т."),
        ("kk", "Ғылыми жетекшісі – Есенов Қ. Т.", "Ғылыми жетекшісі: Есенов Қ. Т."),
        ("kk", "Жетекшісі Есенов Қ. Т.", "Жетекшісі: Есенов Қ. Т."),
        ("ru", "Научный руководитель, Воронин П. А.", "Научный руководитель: Воронин П. А."),
        ("ru", "Научный руководитель -Воронин П. А.", "Научный руководитель: Воронин П. А."),
        ("ru", "Научный руководитель:Воронин П. А.", "Научный руководитель: Воронин П. А."),
        ("en", "Scientific supervisor Berg A. N.", "Scientific supervisor: Berg A. N."),
    ],
)
def test_other_punctuation_is_mended_without_asking(version: str, words: str, right: str) -> None:
    spoilt = line(**{version: words})
    finding = only("SUPV004", spoilt)
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == ("information", True)
    assert getattr(mended(finding, spoilt).entries[0].supervisors[0].line, version) == right


def test_the_sign_is_the_templates() -> None:
    shipped = template()
    with_dash = replace(shipped.wording, supervisor_line=LocalText(kk="[{role} – ][{name}]"))
    spoilt = workspace(line(kk="Жетекшісі: Есенов Қ. Т."), template=replace(shipped, wording=with_dash))
    assert texts(found("SUPV004", spoilt)) == ["Жетекшісі: "]
    without = replace(shipped.wording, supervisor_line=LocalText(kk="[{name}]"))
    assert not found("SUPV004", workspace(line(kk="Жетекшісі, Есенов"), template=replace(shipped, wording=without)))
