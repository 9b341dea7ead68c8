"""Drafts in the outbox: what they say, what a stopped run leaves, what does not fit an e-mail."""

from __future__ import annotations

import hashlib
import os
import random
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.drafting import mark_sent, prepare_drafts, shown_draft, try_drafts
from proceedings_editor.app.mailing import Mail, plan_mails
from proceedings_editor.errors import Cancelled, ReadError, WriteError
from proceedings_editor.exporters.pdf.raster import page_count
from proceedings_editor.model.body import Figure, Span
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.person import Author
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.storage.outbox import read_log
from proceedings_editor.texts import Text
from tests.app.post import DAY, NOW, SPOILT, WORDS, collection, parsed, planned, prepared
from tests.rules.sample import COLLECTION, another, author, entry, workspace

SIDE = 1200


def names(folder: Path) -> list[str]:
    """What lies in the outbox, hidden things too."""
    return sorted(place.name for place in (folder / "outbox").iterdir())


def test_a_draft_says_to_a_stranger_what_was_planned_and_has_the_very_files(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry(**SPOILT))
    (mail,) = planned(folder, "returned")
    (done,) = prepared(folder, mail)
    assert done.record
    home = folder / "outbox" / "012_sarsenova_ab_returned"
    files = {"012_sarsenova_ab_draft.pdf", "012_sarsenova_ab_draft.docx"}
    assert {file.name for file in home.iterdir()} == {*files, "012_sarsenova_ab_returned.eml"}
    read = parsed(home / done.record.draft)
    assert (read["X-Unsent"], read["Subject"]) == ("1", mail.subject)
    assert [(one.display_name, one.addr_spec) for one in read["To"].addresses] == [
        (one.name, one.address) for one in mail.recipients
    ]
    body = read.get_body()
    assert body
    assert body.get_payload(decode=True).decode().replace("\r\n", "\n") == mail.text
    attached = {one.get_filename(): one.get_content() for one in read.iter_attachments()}
    assert attached == {name: (home / name).read_bytes() for name in files}
    assert [(file.name, file.digest) for file in done.files] == [
        (name, hashlib.sha256(attached[name]).hexdigest()) for name in sorted(files, reverse=True)
    ]
    assert done.files[0].pages == page_count(attached["012_sarsenova_ab_draft.pdf"])


def test_final_files_go_with_an_acceptance(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry())
    (done,) = prepared(folder, *planned(folder, "accepted"))
    assert [file.name for file in done.files] == ["012_sarsenova_ab.pdf", "012_sarsenova_ab.docx"]


def test_the_log_tells_to_whom_when_and_the_hash_of_what(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry(**SPOILT))
    (done,) = prepared(folder, *planned(folder, "returned"))
    (record,) = read_log(folder)
    assert record == done.record
    assert (record.when, record.to, record.what) == (NOW, ("aliya@example.kz",), "prepared")
    data = (folder / "outbox" / record.folder / record.draft).read_bytes()
    assert record.digest == hashlib.sha256(data).hexdigest()
    (noted,) = mark_sent(folder, [record], NOW)
    assert read_log(folder) == (record, noted)


def test_a_prepared_draft_is_shown_from_its_file_and_not_when_that_was_changed(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry(**SPOILT))
    (done,) = prepared(folder, *planned(folder, "returned"))
    assert done.record
    assert shown_draft(folder, done.record).text == done.mail.text
    file = folder / "outbox" / done.record.folder / done.record.draft
    file.write_bytes(file.read_bytes().replace(b"X-Unsent: 1", b"X-Unsent: 0"))
    with pytest.raises(ReadError, match="prepare it again"):
        shown_draft(folder, done.record)
    file.unlink()
    with pytest.raises(ReadError, match="prepare it again"):
        shown_draft(folder, done.record)


def test_a_try_writes_nothing_and_knows_what_would_go_out(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry(**SPOILT))
    mails = planned(folder, "returned")
    where = open_collection(folder).workspace
    (tried,) = try_drafts(folder, where, mails, NoProgress(), NeverCancelled(), jobs=1)
    assert not (folder / "outbox").exists()
    (done,) = prepared(folder, *mails)
    assert tried.files == done.files


class After:
    """Stops the work after some steps."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    @property
    def cancelled(self) -> bool:
        return self.left <= 0

    def step(self, done: int, total: int, what: Text) -> None:
        self.left -= 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_stopped_run_leaves_whole_drafts_that_the_log_knows(jobs: int, tmp_path: Path) -> None:
    entries = [entry(id=f"e{number}", number=number, **SPOILT) for number in range(1, 13)]
    folder = collection(tmp_path / "c", *entries)
    mails, watcher = planned(folder, "returned"), After(3)
    where = open_collection(folder).workspace
    with pytest.raises(Cancelled):
        prepare_drafts(folder, where, mails, NOW, watcher, watcher, jobs=jobs)
    known = sorted(record.folder for record in read_log(folder))
    assert len(known) == 3
    assert names(folder) == [*known, "log.csv"]
    for name in known:
        assert len(list((folder / "outbox" / name).iterdir())) == 3


def test_an_entry_that_cannot_be_exported_does_not_stop_the_others(tmp_path: Path) -> None:
    hidden = Author(surname="Б", email="b@example.kz")
    folder = collection(tmp_path / "c", entry(**SPOILT), another(authors=(hidden,), **SPOILT))
    first, second = planned(folder, "returned")
    nobody = replace(second, recipients=(replace(second.recipients[0], address="no address"),))
    done, failed = prepared(folder, first, nobody)
    assert done.record
    assert failed.record is None
    assert "no address" in str(failed.problem)
    assert names(folder) == [first.name, "log.csv"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights mean nothing here")
def test_an_outbox_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    folder = collection(tmp_path / "c", entry(**SPOILT))
    mails = planned(folder, "returned")
    folder.chmod(0o500)
    try:
        with pytest.raises(WriteError):
            prepared(folder, *mails)
    finally:
        folder.chmod(0o700)


@settings(max_examples=12)
@given(WORDS, WORDS, WORDS, st.booleans())
@example("a\r\nBcc: x@y.kz", '" <x@y.kz>', "\r\n\r\nwords", False)
def test_no_name_or_title_becomes_a_header_of_a_written_draft(
    surname: str, given_name: str, title: str, latin: bool
) -> None:
    person = author(surname=surname, given_name=given_name, latin=surname if latin else "")
    with tempfile.TemporaryDirectory() as place:
        folder = collection(Path(place) / "c", entry())
        (mail,) = planned(folder, "accepted")
        some = entry(authors=(person,), title=LocalText(title, title, title))
        opened = replace(open_collection(folder), workspace=Workspace(COLLECTION, workspace().template, (some,)))
        (mail,) = plan_mails(folder, opened, (), mail.kind, DAY, NoProgress(), NeverCancelled(), None, 1)
        where = opened.workspace
        (done,) = prepare_drafts(folder, where, [mail], NOW, NoProgress(), NeverCancelled(), jobs=1)
        if done.record is None:
            assert done.problem
            return
        read = parsed(folder / "outbox" / done.record.folder / done.record.draft)
    assert sorted(name.casefold() for name in read) == [
        "content-type", "mime-version", "subject", "to", "x-unsent",
    ]  # fmt: skip
    assert [one.addr_spec for one in read["To"].addresses] == ["aliya@example.kz"]
    assert len(list(read.iter_attachments())) == 2


# ------------------------------------------------------------------------------------------------------ large pictures


def pictured(folder: Path) -> tuple[Path, Sequence[Mail]]:
    """A collection whose only entry has a picture that no packing makes smaller, and a limit that is too low for it."""
    some: Entry = entry(**SPOILT, body=(*entry().body, Figure("noise.png", (Span("Шу"),), alt="Шу", width=8)))
    collection(folder, some)
    path = folder / "figures" / some.id / "noise.png"
    path.parent.mkdir(parents=True)
    Image.frombytes("RGB", (SIDE, SIDE), random.Random(1).randbytes(3 * SIDE * SIDE)).save(path, dpi=(300, 300))
    return path, planned(folder, "returned")


def with_limit(folder: Path, megabytes: float) -> None:
    template = folder / "template.yaml"
    words = template.read_text(encoding="utf-8")
    assert "\nrules:" not in words
    template.write_text(
        f"{words}\nrules:\n  FILE003: {{options: {{most: {megabytes}, large: {megabytes / 2}}}}}\n", encoding="utf-8"
    )


def test_files_that_are_too_large_wait_until_the_pictures_may_shrink(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    _, mails = pictured(folder)
    with_limit(folder, 2)
    (refused,) = prepared(folder, *mails)
    assert refused.is_too_large
    assert "more than the 2 MB" in str(refused.problem)
    assert refused.size > 4_000_000
    assert read_log(folder) == ()
    (done,) = prepared(folder, *mails, shrink=True)
    assert done.record
    assert 0 < done.size <= 2_000_000
    assert done.files[0].pages == refused.files[0].pages


def test_where_even_small_pictures_do_not_fit_that_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    _, mails = pictured(folder)
    with_limit(folder, 0.01)
    (refused,) = prepared(folder, *mails, shrink=True)
    assert refused.is_too_large
    assert refused.record is None


def test_pictures_stay_as_they_are_where_the_files_fit(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    _, mails = pictured(folder)
    (plain,), (asked,) = prepared(folder, *mails), prepared(folder, *mails, shrink=True)
    assert plain.files == asked.files


def test_the_rule_may_be_off(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    _, mails = pictured(folder)
    with_limit(folder, 2)
    where = open_collection(folder).workspace
    off = replace(where.template, rules={"FILE003": RuleSettings("off", {})})
    (done,) = prepare_drafts(folder, replace(where, template=off), mails, NOW, NoProgress(), NeverCancelled(), jobs=1)
    assert done.record
    assert author().email in done.record.to
