from __future__ import annotations

import pytest

from proceedings_editor.language.mailbox import check_mailbox, normal_mailbox, suggested_mailbox


@pytest.mark.parametrize(
    "address",
    ["a@mail.ru", "a.b-c@yandex.kz", "x_1@kokzhar.edu.kz", "a@bk.ru", "a@mail.uz", "a@rk.ru", "a@example.org"],
)
def test_a_right_address_passes(address: str) -> None:
    assert check_mailbox(address) is None
    assert suggested_mailbox(address) == ""


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("", "is empty"),
        ("a@b,kz", "has the form"),
        ("a@mail", "has the form"),
        ("@mail.ru", "has the form"),
        ("a..b@mail.ru", "has the form"),
        ("a b@mail.ru", "has a space"),
        (" a@mail.ru", "has a space"),
        ("a@@mail.ru", "exactly one @"),
        ("mail.ru", "exactly one @"),
        ("әсел@mail.ru", "“ә”, which is not a Latin letter"),
        ("a@почта.рф", "not a Latin letter"),
        ("а@mail.ru", "“а”, which is not a Latin letter"),
        ("a" * 300 + "@mail.ru", "at most 254"),
    ],
)
def test_a_wrong_address_says_what_is_wrong(address: str, reason: str) -> None:
    assert reason in str(check_mailbox(address))


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("a@mail.ri", "a@mail.ru"),
        ("a@mial.ru", "a@mail.ru"),
        ("a@gmail.con", "a@gmail.com"),
        ("a@gmial.com", "a@gmail.com"),
        ("a@gmail.ru", "a@gmail.com"),
        ("a@yandx.ru", "a@yandex.ru"),
        ("a@inbo.ru", "a@inbox.ru"),
        ("a@lst.ru", "a@list.ru"),
        ("a@bk.ry", "a@bk.ru"),
        ("A@Mail.Ri", "A@mail.ru"),
    ],
)
def test_a_domain_one_letter_off_is_suspected(address: str, meant: str) -> None:
    assert suggested_mailbox(address) == meant
    assert meant in str(check_mailbox(address))


@pytest.mark.parametrize(
    "text", ["a@mail.ru", " <mailto:a@mail.ru>, ", "MAILTO:a@mail.ru", "a@mail.ru.", "<a@mail.ru>"]
)
def test_what_stands_around_an_address_is_taken_off(text: str) -> None:
    assert normal_mailbox(text) == "a@mail.ru"
