"""What the collection knows: people with all their facts, places with what goes with them, the most used first."""

from __future__ import annotations

from proceedings_editor.app.known import LEAST, Suggestion, suggestions, taken
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Owner, field_of
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.path import with_value
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace

CITY = LocalText(kk="Қостанай", ru="Костанай", en="Kostanay")
PLACE = Affiliation(
    organisation=LocalText(kk="Сарыдала университеті", ru="Сарыдалинский университет"),
    department=LocalText(kk="Экология кафедрасы"),
    city=CITY,
    country=LocalText(kk="Қазақстан"),
)
POOR = Author(surname="Жолдыбекова", given_name="Інжу")
RICH = Author(
    surname="Жолдыбекова",
    given_name="Інжу",
    email="i.zh@mail.kz",
    orcid="0000-0002-1825-0097",
    post=LocalText(kk="оқытушы"),
    affiliations=(PLACE,),
    corresponding=True,
    line=LocalText(kk="студент"),
)
NEW = Entry("new", authors=(Author(affiliations=(Affiliation(),)),), supervisors=(Supervisor(),))
WORKSPACE = Workspace(
    Collection(),
    Template("t"),
    (Entry("a", authors=(POOR,)), Entry("b", authors=(RICH,), supervisors=(Supervisor(surname="Жұмабаев"),)), NEW),
)


def found(owner: Owner, key: str, words: str, language: str = "") -> list[Suggestion]:
    return suggestions(WORKSPACE, "new", field_of(owner, key), language, words)


def typed(path: str, words: str) -> Entry:
    entry: Entry = with_value(NEW, path, words)
    return entry


def test_a_person_is_known_once_with_the_most_facts() -> None:
    (known,) = found("author", "surname", "Жолд")
    assert known.value is RICH
    assert "i.zh@mail.kz" in known.words


def test_letters_of_the_russian_keyboard_find_kazakh_names() -> None:
    assert [one.words for one in found("author", "surname", "жума")] == ["Жұмабаев"]


def test_few_letters_and_people_of_the_same_entry_suggest_nothing() -> None:
    assert found("author", "surname", "Ж"[: LEAST - 1]) == []
    assert suggestions(WORKSPACE, "b", field_of("author", "surname"), "", "Жұма") == []


def test_a_known_person_brings_all_facts_but_those_of_one_article() -> None:
    (known,) = found("author", "surname", "Жолд")
    path, value = taken(typed("authors.0.surname", "Жолд"), "authors.0.surname", known)
    assert path == "authors.0"
    assert (value.surname, value.given_name, value.email) == ("Жолдыбекова", "Інжу", "i.zh@mail.kz")
    assert (value.post.kk, value.affiliations) == ("оқытушы", (PLACE,))
    assert (value.corresponding, value.line) == (False, LocalText())


def test_facts_that_are_there_stay() -> None:
    (known,) = found("author", "surname", "Жолд")
    entry = with_value(typed("authors.0.surname", "Жолд"), "authors.0.email", "new@mail.kz")
    assert taken(entry, "authors.0.surname", known)[1].email == "new@mail.kz"


def test_an_author_can_become_a_supervisor() -> None:
    (known,) = found("supervisor", "surname", "Жолд")
    path, value = taken(typed("supervisors.0.surname", "Жолд"), "supervisors.0.surname", known)
    assert path == "supervisors.0"
    assert isinstance(value, Supervisor)
    assert (value.surname, value.post.kk, value.affiliations) == ("Жолдыбекова", "оқытушы", (PLACE,))


def test_an_organisation_brings_its_other_languages_city_and_country_but_no_department() -> None:
    (known,) = found("affiliation", "organisation", "униве", "kk")
    where = "authors.0.affiliations.0.organisation.kk"
    path, value = taken(typed(where, "униве"), where, known)
    assert path == "authors.0.affiliations.0"
    assert value.organisation == PLACE.organisation
    assert (value.city, value.country, value.department) == (CITY, PLACE.country, LocalText())


def test_a_city_brings_its_country_and_no_organisation() -> None:
    (known,) = found("affiliation", "city", "kost", "en")
    where = "authors.0.affiliations.0.city.en"
    _, value = taken(typed(where, "kost"), where, known)
    assert (value.city, value.organisation) == (CITY, LocalText())


def test_words_of_a_field_are_suggested_in_its_language_and_not_once_they_are_there() -> None:
    assert [one.words for one in found("author", "post", "оқы", "kk")] == ["оқытушы"]
    assert found("author", "post", "оқытушы", "kk") == []
    assert found("author", "post", "оқы", "ru") == []
