from __future__ import annotations

import pytest

from proceedings_editor.model.entry import Entry
from proceedings_editor.model.person import Author, Supervisor
from tests.rules.sample import entry, found, only


def mailbox(address: str, surname: str = "Құрманғали", latin: str = "") -> Entry:
    person = Author(surname=surname, given_name="Дариға", patronymic="Нұрболқызы", email=address, latin=latin)
    return entry(authors=(person,), supervisors=(Supervisor(surname="Тарасенко", given_name="Павел", patronymic="А."),))


@pytest.mark.parametrize(
    "address",
    [
        "kurmangali@mail.ru", "qurmanghali.d@gmail.com", "dariga2003@mail.ru", "k.dariga@mail.ru", "nurbolkyzy@mail.ru",
        "77010000000@mail.ru", "dkn@mail.ru", "Kurmangaly_D@university.kz", "", "kurmangali",
    ],
)  # fmt: skip
def test_an_address_with_something_of_the_name_is_silent(address: str) -> None:
    assert not found("MAIL002", mailbox(address))


@pytest.mark.parametrize("address", ["sunnyflower@mail.ru", "zhuldyzai.bek@mail.ru", "stepnoi_veter@mail.ru"])
def test_an_address_of_nobody_is_information(address: str) -> None:
    finding = only("MAIL002", mailbox(address))
    assert (finding.severity, finding.text, finding.fix) == ("information", address, None)


@pytest.mark.parametrize("address", ["tarasenko@mail.ru", "pavel.t@university.kz", "p_tarassenko@mail.ru"])
def test_an_address_like_the_supervisors_is_a_warning(address: str) -> None:
    finding = only("MAIL002", mailbox(address))
    assert (finding.severity, finding.text) == ("warning", address)
    assert "Тарасенко" in str(finding.message)


def test_authors_spellings_and_short_names_count() -> None:
    assert not found("MAIL002", mailbox("shcherbakova@mail.ru", surname="Щербакова"))
    assert not found("MAIL002", mailbox("jumabaev@mail.ru", surname="Жұмабаев"))
    assert not found("MAIL002", mailbox("kim_2001.aa@mail.ru", surname="Ким"))
    assert not found("MAIL002", mailbox("qozhabek@mail.ru", surname="Кожабек", latin="Qozhabek A."))


def lee(address: str, surname: str = "Ли") -> Entry:
    person = Author(surname=surname, given_name="Виктор", patronymic="Андреевич", email=address)
    return entry(authors=(person,), supervisors=(Supervisor(surname="Ни", given_name="Ольга"),))


@pytest.mark.parametrize(
    "address", ["li.va@example.kz", "Lee_2001_x@mail.ru", "va-li@mail.ru", "liva@mail.ru", "avli99@mail.ru"]
)
def test_a_surname_of_two_letters_is_found_alone_or_beside_initials(address: str) -> None:
    assert not found("MAIL002", lee(address))


@pytest.mark.parametrize(
    ("surname", "address"), [("Ан", "an.box@mail.ru"), ("Хе", "he_kz@mail.ru"), ("Ие", "iye.kz@m.ru")]
)
def test_other_short_surnames_in_any_spelling(surname: str, address: str) -> None:
    assert not found("MAIL002", lee(address, surname))


@pytest.mark.parametrize("address", ["silver@mail.ru", "polina@mail.ru", "lightning@mail.ru"])
def test_two_letters_inside_other_words_are_nobodys(address: str) -> None:
    assert only("MAIL002", lee(address)).severity == "information"


def test_an_address_with_another_persons_short_surname_is_a_warning() -> None:
    assert only("MAIL002", lee("ni.olya@mail.ru")).severity == "warning"
