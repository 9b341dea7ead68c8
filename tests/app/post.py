"""A collection in a folder, and how its mails are planned and made."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import cast

from hypothesis import strategies as st

from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.drafting import Prepared, prepare_drafts
from proceedings_editor.app.mailing import Mail, kind_of, plan_mails
from proceedings_editor.model.entry import Entry
from proceedings_editor.progress import NeverCancelled, NoProgress
from proceedings_editor.storage.folder import save_entry
from tests.rules.sample import COLLECTION

DAY = date(2026, 5, 12)
NOW = datetime(2026, 5, 12, 14, 30, 5, tzinfo=UTC)
SPOILT = {"udc": ("34:",)}
"""One error, which is the author's."""

TYPED = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
NASTY = st.sampled_from(
    (
        "\r\nBcc: thief@example.com",
        "a\nSubject: other",
        "\u2028To: x@y.kz",
        "\x85Cc: x@y.kz",
        "a@b.kz\r\n\r\nwords",
        "=?utf-8?b?DQpCY2M6IHhAeS5reg==?=",
        "x@y.kz, z@y.kz",
        '" <x@y.kz>',
        "\x0b\x0c\x1c\r",
    )
)
WORDS = TYPED | NASTY | st.tuples(TYPED, NASTY).map("".join)
"""What somebody could type or paste, and what would harm a mail."""


def collection(folder: Path, *entries: Entry) -> Path:
    """Make a collection of some entries."""
    new_collection(folder, "kz-conference", COLLECTION)
    for one in entries:
        save_entry(folder, None, one)
    return folder


def planned(folder: Path, letter: str, *names: str, deadline: date | None = None) -> tuple[Mail, ...]:
    """Plan mails."""
    opened = open_collection(folder)
    return plan_mails(folder, opened, names, kind_of(letter), DAY, NoProgress(), NeverCancelled(), deadline, 1)


def prepared(folder: Path, *mails: Mail, shrink: bool = False) -> tuple[Prepared, ...]:
    """Make the drafts."""
    where = open_collection(folder).workspace
    return prepare_drafts(folder, where, mails, NOW, NoProgress(), NeverCancelled(), shrink=shrink, jobs=1)


def parsed(file: Path) -> EmailMessage:
    """Return a draft as the standard library reads it."""
    return cast(EmailMessage, BytesParser(policy=policy.default).parsebytes(file.read_bytes()))
