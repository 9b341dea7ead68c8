from __future__ import annotations

import pytest

from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.entry import Entry
from tests.rules.sample import author, entry, found, mended, only, paragraph, reading, with_rule, workspace


def with_email(email: str) -> Entry:
    return entry(authors=(author(email=email),))


@pytest.mark.parametrize(
    "email", ["a@mail.ru", "aigul.s@university.edu.kz", "b_c-2@gmail.com", "x@bk.ru", "a@enu.kz", ""]
)
def test_right_addresses_are_silent(email: str) -> None:
    assert not found("MAIL001", with_email(email))


@pytest.mark.parametrize(
    "email", ["a@b,kz", "аuthor@mail.ru", "author.mail.ru", "a b@mail.ru", "a@@mail.ru", "әлия@mail.kz", "a@mail"]
)
def test_wrong_addresses_are_errors_for_a_person(email: str) -> None:
    finding = only("MAIL001", with_email(email))
    assert (finding.severity, finding.text, finding.place.field, finding.fix) == (
        "error",
        email,
        "authors.0.email",
        None,
    )


@pytest.mark.parametrize(
    ("email", "right"),
    [
        (" a@mail.ru ", "a@mail.ru"),
        ("<a@mail.ru>;", "a@mail.ru"),
        ("mailto:a@mail.ru", "a@mail.ru"),
        ("a@mail.ru.", "a@mail.ru"),
    ],
)
def test_what_stands_around_is_taken_off(email: str, right: str) -> None:
    finding = only("MAIL001", with_email(email))
    assert finding.fix is not None
    assert finding.fix.safe
    assert mended(finding, with_email(email)).entries[0].authors[0].email == right


@pytest.mark.parametrize(
    ("email", "right"), [("a@mail.ri", "a@mail.ru"), ("a@gmial.com", "a@gmail.com"), ("a@yandx.ru", "a@yandex.ru")]
)
def test_a_mistyped_service_is_proposed(email: str, right: str) -> None:
    finding = only("MAIL001", with_email(email))
    assert finding.fix is not None
    assert not finding.fix.safe
    assert mended(finding, with_email(email)).entries[0].authors[0].email == right


def test_a_template_may_accept_a_domain() -> None:
    template = with_rule("MAIL001", accept=["mail.ri"])
    assert not found("MAIL001", workspace(with_email("a@mail.ri"), template=template))
    assert found("MAIL001", workspace(with_email("a@gmial.com"), template=template))


@pytest.mark.parametrize(
    "text",
    [
        (Span("Хат: "), Span("a@mail.ru", href="mailto:A@mail.ru")),
        (Span("a@", href="mailto:a@mail.ru"), Span("mail.ru", bold=True, href="mailto:a@mail.ru")),
        (Span("авторға жазу", href="mailto:a@mail.ru?subject=b@c"),),
        (Span("a@mail.ru", href="https://example.kz"),),
    ],
)
def test_links_that_lead_where_they_say_are_right(text: tuple[Span, ...]) -> None:
    assert not found("MAIL001", entry(body=(*entry().body, Paragraph(text))))


@pytest.mark.parametrize(
    ("shown", "href"), [("a@mail.ru", "b@mail.ru"), ("а@mail.ru", "a@mail.ru"), ("a@mail.kz", "a@mail.ru")]
)
def test_a_link_that_leads_elsewhere_is_an_error(shown: str, href: str) -> None:
    finding = only("MAIL001", entry(body=(*entry().body, paragraph(shown, href=f"mailto:{href}"))))
    assert (finding.text, finding.place.block, finding.fix) == (shown, (1,), None)


@pytest.mark.parametrize("line", ["Студент, a@mail.kz, Алматы", "студент; a@mail.kz; тел.", "Student, a@mail.kz."])
def test_a_mark_that_parts_an_address_from_its_line_is_none_of_it(line: str) -> None:
    assert not found("MAIL001", entry(readings=(reading("authors.0.email", line, "head"),)))


def test_a_reading_counts_where_it_differs() -> None:
    same = reading("authors.0.email", "mailto:aliya@example.kz", "head")
    wrong = reading("authors.0.email", "e-mail: aliya@mail.ri", "head")
    finding = only("MAIL001", entry(readings=(same, wrong)))
    assert (finding.place.field, finding.text, finding.fix) == ("readings.1.text", "aliya@mail.ri", None)
