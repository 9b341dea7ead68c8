"""A draft is read again by our own reader, and by the standard library's as a second witness."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from proceedings_editor.errors import ProceedingsError, ReadError
from proceedings_editor.exporters.mail.draft import Attachment, Draft, Recipient, draft_bytes, one_line
from proceedings_editor.exporters.mail.readback import read_draft, require_same

PDF = "application/pdf"
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=120)
NAMES = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,30}\.(pdf|docx)", fullmatch=True)
ADDRESSES = st.sampled_from(("a@example.kz", "aliya.s@mail.example.com"))
DRAFTS = st.builds(
    Draft,
    st.lists(
        st.builds(Recipient, st.sampled_from(("a@example.kz", "aliya.s@mail.example.com")), WORDS),
        min_size=1,
        max_size=3,
    ).map(tuple),
    WORDS,
    WORDS,
    st.lists(st.builds(Attachment, NAMES, st.just(PDF), st.binary(max_size=200)), max_size=3).map(tuple),
)
KAZAKH = Draft(
    (Recipient("aliya@example.kz", "Сәрсенова Әлия Бекқызы"),),
    "[Жинақ] 070 Сәрсенова Ә. Б. – түзетулер",
    "Құрметті Әлия!\n\nӘңгіме ұзақ.\n--\nХатшы\n",
    (Attachment("070_sarsenova_ab.pdf", PDF, bytes(range(256)) * 40),),
)


def parsed(data: bytes) -> EmailMessage:
    return cast(EmailMessage, BytesParser(policy=policy.default).parsebytes(data))


@given(DRAFTS)
@example(KAZAKH)
def test_a_draft_says_to_every_reader_what_was_meant(draft: Draft) -> None:
    data = draft_bytes(draft)
    require_same(draft, data)
    mail = parsed(data)
    assert mail["X-Unsent"] == "1"
    assert [one.addr_spec for one in mail["To"].addresses] == [one.address for one in draft.recipients]
    files = list(mail.iter_attachments())
    assert [one.get_filename() for one in files] == [one.name for one in draft.attachments]
    assert [one.get_content() for one in files] == [one.content for one in draft.attachments]
    body = mail.get_body()
    assert body is not None
    assert body.get_payload(decode=True).decode() == draft.text.replace("\r\n", "\n").replace("\n", "\r\n")


def test_kazakh_names_and_subjects_arrive_whole() -> None:
    mail = parsed(draft_bytes(KAZAKH))
    assert mail["Subject"] == KAZAKH.subject
    assert [one.display_name for one in mail["To"].addresses] == ["Сәрсенова Әлия Бекқызы"]


def test_no_line_is_longer_than_the_standard_allows() -> None:
    long = Draft((Recipient("a@example.kz", "Ә" * 300),), "Тақырып " * 60, "сөз " * 5000, KAZAKH.attachments)
    assert max(map(len, draft_bytes(long).split(b"\r\n"))) <= 78


@given(WORDS, WORDS)
@example("a\r\nBcc: thief@example.com", "x\nBcc: thief@example.com")
@example("=?utf-8?b?0=?=", "=?utf-8?q?=0D=0ABcc:_x?=")
def test_nothing_can_be_smuggled_into_a_header(name: str, subject: str) -> None:
    draft = Draft((Recipient("a@example.kz", name),), subject, "text")
    mail = parsed(draft_bytes(draft))
    assert sorted(mail.keys()) == sorted(("MIME-Version", "X-Unsent", "To", "Subject", "Content-Type"))
    assert len(mail["To"].addresses) == 1
    assert one_line(subject) == read_draft(draft_bytes(draft)).subject


@pytest.mark.parametrize(
    "address", ["", "a", "a@b\r\nBcc: c@d", "a@b, c@d", "<a@b>", "Ә@b.kz", "a@b>", 'a"b@c', "a@b;c@d", "a b@c.kz"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ProceedingsError):
        draft_bytes(Draft((Recipient(address),), "s", "t"))


@pytest.mark.parametrize("name", ["мақала.pdf", "a b.pdf", '"a".pdf', "../a.pdf", "a\r\n.pdf", "", "a" * 90 + ".pdf"])
def test_an_attachment_has_a_plain_name(name: str) -> None:
    with pytest.raises(ProceedingsError):
        draft_bytes(Draft((Recipient("a@b.kz"),), "s", "t", (Attachment(name, PDF, b""),)))


@given(st.data())
def test_a_damaged_draft_is_not_taken_for_the_right_one(data: st.DataObject) -> None:
    whole = draft_bytes(KAZAKH)
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(ReadError):
        require_same(KAZAKH, whole[:cut])
    changed = bytearray(whole)
    changed[cut] ^= data.draw(st.integers(1, 127))
    try:
        read = read_draft(bytes(changed))
    except ReadError:
        return
    if read == KAZAKH:
        return  # a header that says nothing of the content
    with pytest.raises(ReadError):
        require_same(KAZAKH, bytes(changed))


def test_the_same_draft_is_the_same_file() -> None:
    assert draft_bytes(KAZAKH) == draft_bytes(KAZAKH)
