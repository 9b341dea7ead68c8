from __future__ import annotations

import pytest

from proceedings_editor.model.body import plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.template import HeadElement
from proceedings_editor.model.walk import text_of
from tests.rules.sample import author, body, entry, found, mended, only, reading, reference, template, texts, workspace

IIN = "000101500001"


def line(words: str) -> Entry:
    return entry(authors=(author(line=LocalText(ru=words)),))


def in_text(words: str) -> Entry:
    return entry(body=(*entry().body, *body(words)))


def private(where: Entry) -> tuple[Finding, ...]:
    return found("PRIV001", where)


@pytest.mark.parametrize(
    ("words", "value", "right"),
    [
        ("студент, тел.: +7 701 000 00 00, Қарағаш", "+7 701 000 00 00", "студент, Қарағаш"),
        ("студенті (ұялы тел. 8 (701) 000-00-00)", "8 (701) 000-00-00", "студенті"),
        ("+77010000000, дала университеті", "+77010000000", "дала университеті"),
        ("студент, моб. тел.: 8-701-000-00-00", "8-701-000-00-00", "студент"),
        ("студент; телефон 87010000000; Карагаш", "87010000000", "студент; Карагаш"),
        ("Phone: +7 (7212) 00-00-00, student", "+7 (7212) 00-00-00", "student"),
        ("студентка +998 90 000 00 00", "+998 90 000 00 00", "студентка"),
    ],
)
def test_a_phone_goes_from_the_line_to_its_own_field(words: str, value: str, right: str) -> None:
    finding = only("PRIV001", line(words))
    assert finding.fix is not None
    assert (finding.severity, finding.text, finding.fix.safe) == ("error", value, True)
    after = mended(finding, line(words)).entries[0].authors[0]
    assert (after.line.ru, after.phone) == (right, value)


def test_a_phone_that_is_known_stays_known() -> None:
    spoilt = entry(authors=(author(phone="+7 702", line=LocalText(ru="студент, +7 701 000 00 00")),))
    assert mended(only("PRIV001", spoilt), spoilt).entries[0].authors[0].phone == "+7 702"


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (f"Азаматтың ЖСН {IIN}, жасы 25.", "Азаматтың, жасы 25."),
        (f"Гражданин (ИИН: {IIN}) обратился.", "Гражданин обратился."),
        (f"The number {IIN} is hers.", "The number is hers."),
        ("Мұрат Есенов. Байланыс: +7 701 000 00 00.", "Мұрат Есенов."),
    ],
)
def test_what_stands_in_the_text_is_taken_out(words: str, right: str) -> None:
    spoilt = in_text(words)
    finding = only("PRIV001", spoilt)
    assert finding.fix is not None
    assert finding.fix.safe
    after = mended(finding, spoilt).entries[0]
    assert plain_text(text_of(after.body[-1])) == right
    assert not private(after)


@pytest.mark.parametrize(
    ("words", "address", "right"),
    [
        ("студент, домашний адрес: ул. Степная, 5, кв. 7", "ул. Степная, 5, кв. 7", "студент"),
        ("студент, Карагаш, ул. Степная, д. 5, кв. 7", "ул. Степная, д. 5, кв. 7", "студент, Карагаш"),
        ("үй мекенжайы: Қарағаш қ., Дала көшесі 5; студент", "Қарағаш қ., Дала көшесі 5", "студент"),
        ("студент, Дала көшесі 5, 7-пәтер", "Дала көшесі 5, 7-пәтер", "студент"),
        ("student, home address: 5 Steppe street", "5 Steppe street", "student"),
    ],
)
def test_a_home_address_is_taken_out_after_asking(words: str, address: str, right: str) -> None:
    finding = only("PRIV001", line(words))
    assert finding.fix is not None
    assert (finding.severity, finding.text, finding.fix.safe) == ("error", address, False)
    assert mended(finding, line(words)).entries[0].authors[0].line.ru == right


@pytest.mark.parametrize(
    "words",
    [
        "2014–2016 жылдары 8 700 000 теңге бөлінді", "Ауданда 8 701 000 тұрғын бар", "ISBN 978-601-262-587-5",
        "БСН 000140500001", "000101500002", "ул. Университетская, 28", "Дала көшесі, 28", "DOI 10.1515/000101500001",
        "https://example.kz/000101500001", "Домашний адрес относится к персональным данным.", "102 және 112 нөмірлері",
        "1234 5678 9012", "телефон арқылы сұрау салынды", "+5 °C пен +12 °C", "[2;5], [8;6]", "№ 70-IV 2008",
        "В 2010, 2011, 2012 и 2013 гг.", "phone survey of 1500 people", "8 800 555 20 20 21",
    ],
)  # fmt: skip
def test_other_numbers_and_addresses_are_silent(words: str) -> None:
    assert not private(in_text(words))
    assert not private(line(words))


def test_references_titles_and_keywords_are_public_too() -> None:
    spoilt = entry(
        title=LocalText("Дала", "Степь, тел. +7 701 000 00 00"),
        references=(reference(f"Есенов Қ. Т. Дала [1]. ИИН {IIN}."), *entry().references[1:]),
    )
    assert texts(private(spoilt)) == ["+7 701 000 00 00", IIN]


def test_what_is_never_printed_is_silent() -> None:
    kept = author(phone="+7 701 000 00 00")
    assert not private(entry(authors=(kept,), readings=(reading("authors.0.phone", "+7 701 000 00 00"),)))


@pytest.mark.parametrize("address", ["aliya@mail.ru", "aliya@gmail.com", "ALIYA@YANDEX.KZ"])
def test_a_personal_mailbox_is_asked_about_once(address: str) -> None:
    spoilt = entry(authors=(author(email=address),), readings=(reading("authors.0.email", address),))
    finding = only("PRIV001", spoilt)
    assert (finding.severity, finding.text, finding.fix) == ("information", address, None)


@pytest.mark.parametrize("address", ["aliya@example.kz", "aliya@student.mai.ru", "aliya@mai.ru", ""])
def test_mailboxes_of_organisations_are_silent(address: str) -> None:
    assert not private(entry(authors=(author(email=address),)))


def test_a_mailbox_that_is_not_printed_is_silent() -> None:
    bare = template(article=(HeadElement("title"), HeadElement("body")))
    assert not found("PRIV001", workspace(entry(authors=(author(email="aliya@mail.ru"),)), template=bare))
