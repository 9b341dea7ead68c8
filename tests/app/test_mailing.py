"""Planning mails: to whom, in which words, and what speaks against one."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.drafting import mark_sent, shown_draft
from proceedings_editor.app.mailing import (
    KINDS,
    Mail,
    chosen_mails,
    kind_of,
    plan_mails,
    recipients_of,
    sent_edit,
    with_text,
)
from proceedings_editor.app.privacy import private_words
from proceedings_editor.errors import Cancelled, UsageError
from proceedings_editor.exporters.mail.draft import Draft, Recipient, draft_bytes
from proceedings_editor.language.mailbox import normal_mailbox
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import NeverCancelled, NoProgress
from tests.app.post import DAY, NOW, SPOILT, WORDS, collection, planned, prepared
from tests.rules.sample import COLLECTION, another, author, body, entry, workspace

HEADERS = {"mime-version", "x-unsent", "to", "subject", "content-type"}


def only(folder: Path, letter: str, *names: str) -> Mail:
    (mail,) = planned(folder, letter, *names)
    return mail


def test_a_mail_has_recipient_subject_text_and_names_of_files(tmp_path: Path) -> None:
    mail = only(collection(tmp_path / "c", entry(**SPOILT)), "returned")
    assert mail.is_ready
    assert mail.recipients == (Recipient("aliya@example.kz", "Сәрсенова Әлия Бекқызы"),)
    assert mail.subject == "[Жинақ] 012 Сәрсенова Ә. Б. – түзетулер"
    assert mail.text.startswith("Құрметті Әлия Бекқызы!")
    assert (mail.stem, mail.name) == ("012_sarsenova_ab_draft", "012_sarsenova_ab_returned")


@pytest.mark.parametrize(
    ("language", "letter", "subject"),
    [
        ("kk", "accepted", "[Жинақ] 012 Сәрсенова Ә. Б. – қабылданды"),
        ("ru", "accepted", "[Сборник] 012 Сәрсенова Ә. Б. – статья принята"),
        ("en", "accepted", "[Proceedings] 012 Сәрсенова Ә. Б. – accepted"),
        ("kk", "published", "[Жинақ] 012 Сәрсенова Ә. Б. – жарияланды"),
        ("ru", "published", "[Сборник] 012 Сәрсенова Ә. Б. – статья опубликована"),
        ("en", "published", "[Proceedings] 012 Сәрсенова Ә. Б. – published"),
    ],
)
def test_each_letter_is_in_the_language_of_its_entry(language: str, letter: str, subject: str, tmp_path: Path) -> None:
    mail = only(collection(tmp_path / "c", entry(language=language)), letter)
    assert mail.subject == subject
    assert entry().title.best(mail.entry.language) in mail.text
    assert ("45–46" in mail.text) == (letter == "published")
    assert "{" not in mail.text


def test_a_deadline_is_told_where_there_is_one(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry())
    (mail,) = planned(folder, "accepted", deadline=date(2026, 6, 1))
    assert "1 маусым 2026" in mail.text
    assert "мерзімі" not in only(folder, "accepted").text


def test_every_kind_of_letter_is_shipped_in_every_language(tmp_path: Path) -> None:
    languages = ("kk", "ru", "en")
    entries = [entry(id=f"e{language}", language=language, number=None) for language in languages]
    folder = collection(tmp_path / "c", *entries)
    for kind in KINDS:
        assert all((folder / "letters" / language / f"{kind.name}.txt").is_file() for language in languages)
        assert all(mail.subject and mail.text for mail in planned(folder, kind.name))


def test_the_corresponding_author_comes_first_and_others_stand_in_for_a_bad_address() -> None:
    one = author(email="a@mail.kz")
    two = author(surname="Оспан", email="mailto:b@mail.kz", corresponding=True)
    assert [to.address for to in recipients_of(entry(authors=(one, two)))[0]] == ["b@mail.kz"]
    bad = replace(two, email="b@@mail.kz")
    assert [to.address for to in recipients_of(entry(authors=(one, bad)))[0]] == ["a@mail.kz"]
    both = recipients_of(entry(authors=(one, replace(two, corresponding=False))))[0]
    assert [to.address for to in both] == ["a@mail.kz", "b@mail.kz"]


def test_an_entry_without_a_usable_address_is_listed_with_the_reason(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry(authors=(author(email="aliya at example"),)), another())
    first, second = planned(folder, "accepted")
    assert first.recipients == ()
    assert any("e-mail address that can be used" in str(one) for one in first.obstacles)
    assert second.recipients
    assert first not in chosen_mails((first, second), named=True)


def test_a_mistyped_mail_service_waits_for_a_person(tmp_path: Path) -> None:
    mail = only(collection(tmp_path / "c", entry(authors=(author(email="a@mail.ri"),), **SPOILT)), "returned")
    assert any("mail.ru" in str(one) for one in mail.doubts)
    assert chosen_mails((mail,), named=False) == ()
    assert chosen_mails((mail,), named=True) == (mail,)


def test_open_errors_stop_the_final_files_but_not_the_return(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry(**SPOILT))
    for letter in ("accepted", "published"):
        (said,) = only(folder, letter).obstacles
        assert str(said).startswith("1 error is open")
    assert only(folder, "returned").is_ready


def test_an_author_with_nothing_to_correct_gets_a_return_only_when_asked_for(tmp_path: Path) -> None:
    mail = only(collection(tmp_path / "c", entry()), "returned")
    assert [str(one) for one in mail.doubts] == ["The author has nothing to correct."]


def test_what_was_sent_is_marked_and_does_not_go_out_again_by_itself(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry(**SPOILT))
    (done,) = prepared(folder, only(folder, "returned"))
    again = only(folder, "returned")
    assert again.record == done.record
    assert again.is_ready  # prepared, not sent
    assert again.name == "012_sarsenova_ab_returned"
    assert done.record
    mark_sent(folder, [done.record], NOW)
    again = only(folder, "returned")
    assert again.is_sent
    assert [str(one) for one in again.doubts] == ["Sent already, on 12.05.2026."]
    (second,) = prepared(folder, again)
    assert second.record
    assert second.record.folder == "012_sarsenova_ab_returned-2"  # what was sent stays as it was
    assert shown_draft(folder, done.record).text == again.text


def test_a_letter_with_a_mistake_stops_the_mails_in_its_language_only(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry(), another(language="ru"))
    (folder / "letters" / "kk" / "accepted.txt").write_text("{titel}\n\nx\n", encoding="utf-8")
    kazakh, russian = planned(folder, "accepted")
    assert any("letters/kk/accepted.txt, line 1" in str(one) for one in kazakh.obstacles)
    assert russian.is_ready


def test_a_fact_that_is_missing_is_told(tmp_path: Path) -> None:
    mail = only(collection(tmp_path / "c", entry(first_page=None, last_page=None)), "published")
    assert [str(one) for one in mail.notes] == ["Nothing is known for {pages}; the letter says nothing of it."]


@pytest.mark.parametrize("printed", ["+7 701 222 33 44", "8 (701) 222-33-44", "87012223344", "701 222 33 44"])
def test_a_private_field_never_leaves_however_it_is_written(printed: str, tmp_path: Path) -> None:
    person = author(phone="+7 (701) 222-33-44")
    folder = collection(tmp_path / "c", entry(authors=(person,), title=LocalText(f"Дала суы {printed}")))
    for kind in KINDS:
        (mail,) = planned(folder, kind.name)
        assert any("private" in str(one) for one in mail.obstacles)
    assert "701" not in planned(collection(tmp_path / "d", entry(authors=(person,))), "accepted")[0].text


def test_a_phone_in_the_article_stops_its_return_too(tmp_path: Path) -> None:
    words = body("Байланыс телефоны: +7 701 000 11 22.", "[1] [2]")
    mail = only(collection(tmp_path / "c", entry(body=words)), "returned")
    assert any("+7 701 000 11 22" in str(one) for one in mail.obstacles)


def test_the_committee_may_give_its_own_phone_in_the_letter(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry())
    letter = folder / "letters" / "kk" / "accepted.txt"
    letter.write_text("Тақырып\n\nТел.: +7 712 000 11 22\n", encoding="utf-8")
    assert only(folder, "accepted").is_ready


def test_words_a_person_typed_are_scanned_for_private_fields_and_stay_on_one_line(tmp_path: Path) -> None:
    someone = entry(authors=(author(phone="87012223344"),))
    mail = only(collection(tmp_path / "c", someone), "accepted")
    private = private_words([someone])
    wrong = with_text(mail, mail.subject, "Телефоныңыз 8 701 222 33 44 ме?", private)
    assert any("8 701 222 33 44" in str(one) for one in wrong.obstacles)
    right = with_text(wrong, "Тақырып\r\nBcc: a@b.kz", "Рақмет!", private)
    assert right.obstacles == mail.obstacles
    assert right.subject == "Тақырып Bcc: a@b.kz"
    assert right.text == "Рақмет!"


def test_sending_gives_the_entry_its_state_and_day() -> None:
    after = {}
    for kind in KINDS:
        edit = sent_edit(kind, [entry()], DAY)
        assert edit
        (after[kind.name],) = edit.apply(workspace(entry())).entries
        assert sent_edit(kind, [after[kind.name]], DAY) is None
    assert (after["returned"].state, after["returned"].returned) == ("returned", DAY)
    assert (after["accepted"].state, after["accepted"].accepted) == ("accepted", DAY)
    assert after["published"].state == "published"


def test_the_day_of_acceptance_stays_when_the_letter_comes_later() -> None:
    early = entry(accepted=date(2026, 4, 1))
    edit = sent_edit(kind_of("accepted"), [early], DAY)
    assert edit
    assert edit.apply(workspace(early)).entries[0].accepted == date(2026, 4, 1)


def test_an_unknown_letter_is_a_sentence() -> None:
    with pytest.raises(UsageError, match="choose returned, accepted, published"):
        kind_of("../../etc/passwd")


def test_planning_stops_when_the_person_wants(tmp_path: Path) -> None:
    class Now(NeverCancelled):
        cancelled = True

    folder = collection(tmp_path / "c", entry())
    with pytest.raises(Cancelled):
        plan_mails(folder, open_collection(folder), (), kind_of("returned"), DAY, NoProgress(), Now())


@settings(max_examples=60)
@given(
    st.builds(
        entry,
        title=st.builds(LocalText, WORDS, WORDS),
        authors=st.lists(
            st.builds(author, surname=WORDS, given_name=WORDS, patronymic=WORDS, email=WORDS | st.just("a@b.kz")),
            max_size=3,
        ).map(tuple),
        language=st.sampled_from(("kk", "ru", "en")),
    ),
    WORDS,
    WORDS,
    st.sampled_from([kind.name for kind in KINDS]),
)
@example(entry(authors=(author(email="a@b.kz\r\nBcc: x@y.kz"),)), "{title}", "{name}", "accepted")
@example(entry(title=LocalText("a\r\nBcc: x@y.kz")), "{title}", "{title}", "accepted")
def test_nothing_that_is_typed_anywhere_becomes_a_header(some: Entry, subject: str, words: str, letter: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = collection(Path(place) / "c", entry())
        text = f"{subject} {{title}} {{author}}\n\n{words}\n{{name}} {{conference}}\n"
        path = folder / "letters" / some.language / f"{letter}.txt"
        path.write_text(text.replace("\r", " "), encoding="utf-8", newline="\n")
        opened = replace(open_collection(folder), workspace=Workspace(COLLECTION, workspace().template, (some,)))
        (mail,) = plan_mails(folder, opened, (), kind_of(letter), DAY, NoProgress(), NeverCancelled(), None, 1)
    if not mail.recipients or not mail.subject:
        return
    head = draft_bytes(Draft(mail.recipients, mail.subject, mail.text)).split(b"\r\n\r\n")[0].decode("ascii")
    lines = [line for line in head.split("\r\n") if not line.startswith(" ")]
    assert {line.partition(":")[0].casefold() for line in lines} == HEADERS
    assert len(lines) == len(HEADERS)
    assert not any(sign in head.replace("\r\n ", "") for sign in ("\nBcc", "\rBcc", "\nCc"))
    typed = {normal_mailbox(one.email) for one in some.authors}
    assert {to.address for to in mail.recipients} <= typed
