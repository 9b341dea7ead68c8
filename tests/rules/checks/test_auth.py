from __future__ import annotations

import pytest

from proceedings_editor.model.entry import Entry
from proceedings_editor.model.person import Author, Supervisor
from proceedings_editor.model.template import Limits, Range, TextStyle
from proceedings_editor.model.workspace import Workspace
from tests.rules.sample import author, entry, found, mended, only, reading, template, texts, with_rule, workspace


def named(surname: str, given_name: str = "", patronymic: str = "", **facts: object) -> Author:
    return author(surname=surname, given_name=given_name, patronymic=patronymic, email="", orcid="", **facts)


def by(*authors: Author, **facts: object) -> Entry:
    return entry(authors=authors, **facts)


# --------------------------------------------------------------------------------------------------- AUTH001: spelling


@pytest.mark.parametrize(
    ("field", "known", "words"),
    [
        ("surname", "Құрманғали", "ҚҰРМАНҒАЛИ"), ("given_name", "Дариға", "Д."), ("patronymic", "Нұрболқызы", ""),
        ("surname", "Семёнова", "Семенова"), ("given_name", "Пётр", "Петр"), ("patronymic", "Андреевич", "А."),
        ("surname", "Smith", "SMITH"),
    ],
)  # fmt: skip
def test_what_people_take_for_the_same_name_is_silent(field: str, known: str, words: str) -> None:
    facts = {"surname": "Ким", field: known}
    assert not found("AUTH001", by(named(**facts), readings=(reading(f"authors.0.{field}", words),)))


@pytest.mark.parametrize(
    ("known", "words"),
    [("Құрманғали", "Курмангали"), ("Әбдірахман", "Абдирахман"), ("Үсенова", "Усенова"), ("Вороніна", "Воронина")],
)
def test_the_spelling_with_kazakh_letters_is_proposed_whichever_the_field_has(known: str, words: str) -> None:
    for field, other in ((known, words), (words, known)):
        spoilt = by(named(field), readings=(reading("authors.0.surname", other),))
        finding = only("AUTH001", spoilt)
        assert (finding.severity, finding.text, finding.place.field) == ("error", other, "readings.0.text")
        assert finding.fix is not None
        assert not finding.fix.safe
        after = mended(finding, spoilt).entries[0]
        assert (after.authors[0].surname, after.readings) == (known, ())


@pytest.mark.parametrize(
    ("known", "words"),
    [("Воронина", "Воронцова"), ("Тарасенко", "Тарасенка"), ("Есенов", "Жұмабаев"), ("Smith", "Smyth")],
)
def test_where_nobody_can_tell_there_is_no_proposal(known: str, words: str) -> None:
    finding = only("AUTH001", by(named(known), readings=(reading("authors.0.surname", words),)))
    assert (finding.severity, finding.fix) == ("error", None)


def test_of_two_places_only_the_one_that_differs_is_reported() -> None:
    table, head = reading("authors.0.surname", "Құрманғали"), reading("authors.0.surname", "Курмангали", "head")
    assert texts(found("AUTH001", by(named("Құрманғали"), readings=(table, head)))) == ["Курмангали"]


@pytest.mark.parametrize("words", ["Құрманғали Д. Н.", "Дариға Құрманғали", "Құрманғали Дариға Нұрболқызының"])
def test_a_whole_name_is_compared_by_its_parts(words: str) -> None:
    whole = named("Құрманғали", "Дариға", "Нұрболқызы")
    assert not found("AUTH001", by(whole, readings=(reading("authors.0", words),)))
    assert found("AUTH001", by(whole, readings=(reading("authors.0", words.replace("Дариға", "Мұрат") + "ч"),)))


def test_a_row_of_names_and_a_reading_of_nobody_are_silent() -> None:
    readings = (reading("authors", "Құрманғали Д., Ким А."), reading("authors.7.surname", "Ким"))
    assert not found("AUTH001", by(named("Әлиев"), readings=readings))


# --------------------------------------------------------------------------------------------- AUTH002: order and case


@pytest.mark.parametrize(
    "parts",
    [
        ("Сейдахан", "Әсем", "Болатқызы"), ("Құрманғали", "Д.", "Н."), ("Нұрлан", "Әлия", ""),
        ("Римская-Корсакова", "Анна", "Петровна"), ("фон Берг", "П.", "А."), ("Ким", "Ю.", ""),
        ("MacDonald", "Anna", ""), ("van Berg", "A.", "N."), ("Маратұлы", "Асқар", ""), ("Болат", "Әсем", "Болат қызы"),
    ],
)  # fmt: skip
def test_usual_names_are_silent(parts: tuple[str, str, str]) -> None:
    assert not found("AUTH002", by(named(*parts)))


@pytest.mark.parametrize(
    ("parts", "field", "right"),
    [
        (("СЕЙДАХАН", "Әсем", "Болатқызы"), "surname", "Сейдахан"),
        (("Сейдахан", "әсем", "Болатқызы"), "given_name", "Әсем"),
        (("Сейдахан", "Әсем", "БОЛАТҚЫЗЫ"), "patronymic", "Болатқызы"),
        (("РИМСКАЯ-КОРСАКОВА", "А.", "П."), "surname", "Римская-Корсакова"),
        (("Воронин", "павел", "Андреевич"), "given_name", "Павел"),
        (("Воронин", "Павел", "андреевич"), "patronymic", "Андреевич"),
        (("SMITH", "Anna", ""), "surname", "Smith"),
    ],
)
def test_usual_capitals_are_proposed(parts: tuple[str, str, str], field: str, right: str) -> None:
    finding = only("AUTH002", by(named(*parts)))
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == ("warning", False)
    assert getattr(mended(finding, by(named(*parts))).entries[0].authors[0], field) == right


@pytest.mark.parametrize(
    ("parts", "right"),
    [
        (("Ә.", "Сейдахан", ""), ("Сейдахан", "Ә.", "")),
        (("Анна", "Королёва", ""), ("Королёва", "Анна", "")),
        (("Есен", "Бекқызы", "Әлия"), ("Есен", "Әлия", "Бекқызы")),
        (("Ким", "Петровна", "Анна"), ("Ким", "Анна", "Петровна")),
    ],
)
def test_exchanged_parts_are_exchanged_back(parts: tuple[str, str, str], right: tuple[str, str, str]) -> None:
    spoilt = by(named(*parts))
    after = mended(only("AUTH002", spoilt), spoilt).entries[0].authors[0]
    assert (after.surname, after.given_name, after.patronymic) == right
    assert not found("AUTH002", by(after))


def test_capitals_the_template_prints_are_right() -> None:
    shipped = template()
    styles = {**shipped.styles, "author": TextStyle(capitals=True)}
    spoilt = by(named("СЕЙДАХАН", "ӘСЕМ"))
    assert len(found("AUTH002", workspace(spoilt))) == 2
    assert not found("AUTH002", workspace(spoilt, template=template(styles=styles)))


def test_supervisors_have_names_too() -> None:
    spoilt = entry(supervisors=(Supervisor(surname="ВОРОНИН", given_name="П.", patronymic="Андрей ұлы"),))
    assert only("AUTH002", spoilt).place.field == "supervisors.0.surname"
    assert only("AUTH003", spoilt).place.field == "supervisors.0.patronymic"


# ------------------------------------------------------------------------------------------------- AUTH003: patronymics


@pytest.mark.parametrize(
    "patronymic", ["Болатқызы", "Маратұлы", "Б.", "", "Болатовна", "Андреевич", "Болат кызы", "Мамед оглы", "Болатулы"]
)
def test_patronymics_of_the_document_stay(patronymic: str) -> None:
    assert not found("AUTH003", by(named("Ким", "Анна", patronymic)))


@pytest.mark.parametrize(
    ("patronymic", "right"),
    [
        ("Болат қызы", "Болатқызы"), ("Марат ұлы", "Маратұлы"), ("Болат-ұлы", "Болатұлы"), ("БолатҚызы", "Болатқызы"),
        ("Болат Қызы", "Болатқызы"),
    ],
)  # fmt: skip
def test_kazakh_endings_are_joined(patronymic: str, right: str) -> None:
    spoilt = by(named("Ким", "Анна", patronymic))
    finding = only("AUTH003", spoilt)
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == ("information", False)
    assert mended(finding, spoilt).entries[0].authors[0].patronymic == right


# ----------------------------------------------------------------------------------------------------- AUTH004: number


def limited(*authors: Author, least: int = 0, most: int = 0) -> Workspace:
    return workspace(by(*authors), template=template(limits=Limits(authors=Range(least, most))))


PEOPLE = tuple(named(name, "Анна") for name in ("Ахметова", "Воронина", "Сейдахан", "Тарасенко"))


def test_the_number_of_authors_keeps_the_limits() -> None:
    assert not found("AUTH004", limited(*PEOPLE[:3], least=1, most=3))
    assert not found("AUTH004", limited(*PEOPLE))
    over = only("AUTH004", limited(*PEOPLE, most=3))
    assert (over.severity, over.text, over.place.field, over.fix) == ("warning", "Тарасенко", "authors.3.surname", None)
    assert only("AUTH004", limited(PEOPLE[0], least=2)).place.field == "authors"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (named("Семёнова", "Анна"), named("СЕМЕНОВА", "Анна")),
        (named("Есенов", "Қайрат", "Тұрарұлы"), named("Қайрат", "Есенов", "Тұрарұлы")),
        (
            author(surname="Ким", given_name="А.", patronymic=""),
            author(surname="Ким", given_name="Анна", patronymic=""),
        ),
    ],
)
def test_nobody_is_an_author_twice(first: Author, second: Author) -> None:
    assert only("AUTH004", by(first, PEOPLE[1], second)).place.field == "authors.2.surname"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (named("Есенов", "Қ."), named("Есенов", "Қайрат")),
        (named("Есенов", "Қайрат"), named("Есенова", "Қайрат")),
        (author(surname="Ким", orcid="0000-0003-4616-0758"), author(surname="Ким", orcid="0000-0002-1694-233X")),
        (Author(), Author()),
    ],
)
def test_two_people_are_two(first: Author, second: Author) -> None:
    assert not found("AUTH004", by(first, second))


# ------------------------------------------------------------------------------------------------------ AUTH005: Latin


def latin(words: str) -> Entry:
    return by(named("Жүсіпов", "Әлишер", "Ғаниұлы", latin=words))


@pytest.mark.parametrize("words", ["Zhusipov A. Gh.", "Jüsipov Alisher", "Zhussupov A.", "Zhusipov, A. G.", ""])
def test_a_persons_own_spelling_is_silent(words: str) -> None:
    assert not found("AUTH005", latin(words))


@pytest.mark.parametrize("words", ["Жүсіпов Ә. Ғ.", "Zhusіpov A.", "Zhusipov", "A. Gh. Zhusipov", "Kim O. L."])
def test_what_is_no_latin_form_is_a_warning(words: str) -> None:
    finding = only("AUTH005", latin(words))
    assert finding.fix is not None
    assert (finding.severity, finding.fix.safe) == ("warning", False)
    assert mended(finding, latin(words)).entries[0].authors[0].latin == "Zhusipov A. Gh."


def test_an_empty_form_counts_where_it_is_wanted() -> None:
    wanted = with_rule("AUTH005", wanted=True)
    assert only("AUTH005", workspace(latin(""), template=wanted)).place.field == "authors.0.latin"
    assert not found("AUTH005", workspace(latin("Zhusipov A. G."), template=wanted))
    assert not found("AUTH005", workspace(by(named("Smith", "Anna")), template=wanted))
