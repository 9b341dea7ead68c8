"""Planning mails to authors: to whom, subject, text and files of each, and why one cannot or should not go out.

Nothing is written here; `app.drafting` makes the drafts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final, Literal

from proceedings_editor.app.collection import chosen_entries
from proceedings_editor.app.exporting import Format, export_stems, pages_for_errors
from proceedings_editor.app.letter import is_for_author, letter_facts
from proceedings_editor.app.mail_check import check_alone, check_beside
from proceedings_editor.app.privacy import is_leak, leak, private_words, told_private_data
from proceedings_editor.errors import TemplateError, UsageError
from proceedings_editor.exporters.letter.letter_text import FAULTS, LetterText, read_letter
from proceedings_editor.exporters.mail.draft import Recipient, one_line
from proceedings_editor.language.mailbox import check_mailbox, is_mailbox, normal_mailbox
from proceedings_editor.model.edit import Edit, SetField, Together
from proceedings_editor.model.entry import STATE_NAMES, Entry, State
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.person import Author
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, Progress
from proceedings_editor.storage.folder import Opened
from proceedings_editor.storage.letter_file import letter_file
from proceedings_editor.storage.outbox import Record, newest, read_log
from proceedings_editor.templates.person_line import person_name
from proceedings_editor.texts import Text, plural, text

FORMATS: Final[tuple[Format, ...]] = ("pdf", "docx")
_PRIVATE: Final = "PRIV001"
_MAY_LACK: Final = frozenset({FAULTS, "deadline", "count"})


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A kind of letter.

    Attributes:
        name: Its file below `letters/`.
        label: What a person calls it.
        is_draft: Whether draft exports go with it, else final ones, which open errors forbid.
        state: What the entry is once the letter was sent.
        day: The entry's field that keeps the day, "" for none.
    """

    name: str
    label: Text
    is_draft: bool
    state: State
    day: Literal["returned", "accepted", ""] = ""


KINDS: Final = (
    LetterKind("returned", text("Returned for revision"), True, "returned", "returned"),
    LetterKind("accepted", text("Accepted"), False, "accepted", "accepted"),
    LetterKind("published", text("Published"), False, "published"),
)


@dataclass(frozen=True, slots=True)
class Mail:
    """What shall go out about one entry.

    Attributes:
        text: The letter; a person may change it before the draft is made.
        own: The letter's file, whose words are the secretary's own.
        stem: Name of its exports without ending.
        name: Name of its draft; its folder in the outbox gets a number where one of this name was sent before.
        obstacles: Why it cannot go out.
        doubts: Why it goes out only when somebody asks for this very entry.
        notes: What else is worth knowing.
        record: What the log says of it last.
    """

    entry: Entry
    kind: LetterKind
    recipients: tuple[Recipient, ...]
    subject: str = ""
    text: str = ""
    own: str = field(default="", repr=False)
    stem: str = ""
    name: str = ""
    obstacles: tuple[Text, ...] = ()
    doubts: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    record: Record | None = None

    @property
    def is_ready(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.obstacles and not self.doubts

    @property
    def is_sent(self) -> bool:
        """Whether the letter was marked as sent."""
        return self.record is not None and self.record.what == "sent"


def kind_of(name: str) -> LetterKind:
    """Return a kind of letter.

    Raises:
        UsageError: There is no such kind.
    """
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise UsageError(
        text("There is no letter “{name}”; choose {known}.", name=name, known=", ".join(one.name for one in KINDS))
    )


def plan_mails(
    folder: Path,
    opened: Opened,
    names: Sequence[str],
    kind: LetterKind,
    today: date,
    progress: Progress,
    cancel: CancelToken,
    deadline: date | None = None,
    jobs: int = 0,
) -> tuple[Mail, ...]:
    """Return the mails about the named entries, or all: also those that cannot go out, with the reason.

    Args:
        folder: The collection's folder.
        opened: The collection.
        names: Numbers, ids or file names of entries.
        kind: Which letter.
        today: The day of the letters.
        progress: Told after each entry.
        cancel: Asked between the entries.
        deadline: When an answer is wanted.
        jobs: Number of processes, 0 for as many as there are processors.

    Raises:
        UsageError: A name fits no entry.
        ReadError: The log of the outbox is damaged.
        Cancelled: The person stopped.
    """
    workspace, entries = opened.workspace, chosen_entries(opened, names)
    last, stems = newest(read_log(folder)), export_stems(workspace, "both", draft=kind.is_draft)
    plain = export_stems(workspace, "both", draft=False)
    letters = _Letters(folder, kind.name)
    private = private_words(workspace.entries)
    found = _findings(folder, opened, entries, kind, today, progress, cancel, jobs)
    mails = []
    for entry, findings in found:
        recipients, doubts = recipients_of(entry)
        bare = Mail(
            entry,
            kind,
            recipients,
            stem=stems[entry.id],
            name=f"{plain[entry.id]}_{kind.name}",
            obstacles=tuple(_obstacles(kind, recipients, findings)),
            doubts=(*_doubts(kind, entry, last.get((entry.id, kind.name)), findings), *doubts),
            record=last.get((entry.id, kind.name)),
        )
        mails.append(_worded(bare, workspace, letters, findings, private, today, deadline))
    return tuple(mails)


def chosen_mails(mails: Iterable[Mail], *, named: bool) -> tuple[Mail, ...]:
    """Return the mails that go out: those that are ready, and doubtful ones where somebody named their entries."""
    return tuple(mail for mail in mails if not mail.obstacles and (named or not mail.doubts))


def with_text(mail: Mail, subject: str, words: str, private: frozenset[str]) -> Mail:
    """Return a mail with a person's own words; what she typed is hers, but private fields stay private.

    Args:
        mail: The mail as planned.
        subject: Its subject.
        words: Its text.
        private: See `privacy.private_words`.
    """
    told = leak(f"{subject}\n{words}", private)
    kept = tuple(one for one in mail.obstacles if not is_leak(one))
    return replace(mail, subject=one_line(subject), text=words, obstacles=(*kept, *((told,) if told else ())))


def recipients_of(entry: Entry) -> tuple[tuple[Recipient, ...], tuple[Text, ...]]:
    """Return to whom a mail about an entry goes, and what is doubtful about their addresses.

    It goes to the corresponding authors, where none has a usable address to all authors.
    """
    usable: dict[str, Author] = {}
    for author in sorted(entry.authors, key=lambda one: not one.corresponding):
        address = normal_mailbox(author.email)
        if is_mailbox(address):
            usable.setdefault(address, author)
    corresponding = {address: author for address, author in usable.items() if author.corresponding}
    chosen = corresponding or usable
    found = tuple(
        Recipient(address, one_line(person_name(author, "full", entry.language))) for address, author in chosen.items()
    )
    doubts = (check_mailbox(address) for address in chosen)
    return found, tuple(doubt for doubt in doubts if doubt)


def sent_edit(kind: LetterKind, entries: Iterable[Entry], today: date) -> Edit | None:
    """Return the edit that gives entries the state a letter tells of, with the day; None where nothing changes."""
    edits: list[Edit] = []
    label = text("State: {state}", state=STATE_NAMES[kind.state])
    for entry in entries:
        if entry.state != kind.state:
            edits.append(SetField(entry.id, "state", kind.state, label))
        if kind.day and getattr(entry, kind.day) != today and (kind.is_draft or getattr(entry, kind.day) is None):
            edits.append(SetField(entry.id, kind.day, today, label))
    return Together(tuple(edits), text("Mark as sent")) if edits else None


class _Letters:
    """The letters of one kind by language, each read once."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._read: dict[str, tuple[LetterText, str] | TemplateError] = {}

    def in_language(self, language: str) -> tuple[LetterText, str]:
        """Return a letter and the words of its file.

        Raises:
            TemplateError: It cannot be read.
        """
        if language not in self._read:
            try:
                words, file = letter_file(self._folder, language, self._name)
                self._read[language] = read_letter(words, file), words
            except TemplateError as error:
                self._read[language] = error
        found = self._read[language]
        if isinstance(found, TemplateError):
            raise found
        return found


def _findings(
    folder: Path,
    opened: Opened,
    entries: Sequence[Entry],
    kind: LetterKind,
    today: date,
    progress: Progress,
    cancel: CancelToken,
    jobs: int,
) -> Iterator[tuple[Entry, tuple[Finding, ...]]]:
    """Yield each entry with what the rules say of it; for a return also what they find comparing entries."""
    pages: Mapping[str, int] = {}
    if not kind.is_draft:
        pages = pages_for_errors(folder, opened.workspace, entries, progress, cancel, jobs)
    alone = check_alone(folder, opened, entries, today, pages, progress, cancel, jobs)
    shared = check_beside(folder, opened, today, pages, cancel) if kind.is_draft else ()
    for entry in entries:
        yield entry, (*alone[entry.id], *(finding for finding in shared if finding.entry == entry.id))


def _obstacles(kind: LetterKind, recipients: Sequence[Recipient], findings: Sequence[Finding]) -> Iterator[Text]:
    if not recipients:
        yield text("No author has an e-mail address that can be used; enter one.")
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors and not kind.is_draft:
        yield plural(
            "{count} error is open; correct it, then the final files can go out.",
            "{count} errors are open; correct them, then the final files can go out.",
            len(errors),
        )
    elif private := next((one for one in errors if one.code == _PRIVATE), None):
        yield private.message


def _doubts(kind: LetterKind, entry: Entry, record: Record | None, findings: Sequence[Finding]) -> Iterator[Text]:
    if record and record.what == "sent":
        yield text("Sent already, on {day}.", day=record.when.date().strftime("%d.%m.%Y"))
    if kind.is_draft and not any(is_for_author(one, entry) for one in findings):
        yield text("The author has nothing to correct.")


def _worded(
    mail: Mail,
    workspace: Workspace,
    letters: _Letters,
    findings: Sequence[Finding],
    private: frozenset[str],
    today: date,
    deadline: date | None,
) -> Mail:
    """Return the mail with its letter, and with what speaks against that."""
    entry = mail.entry
    try:
        words, own = letters.in_language(entry.language)
    except TemplateError as error:
        return replace(mail, obstacles=(*mail.obstacles, error.sentence))
    theirs = [one for one in findings if is_for_author(one, entry)]
    facts = letter_facts(workspace, entry, theirs, entry.language, today, deadline)
    letter = words.filled(facts)
    everything = f"{letter.subject}\n{letter.body}"
    told = leak(everything, private) or told_private_data(everything, own)
    lacking = [name for name in words.lacking(facts) if name not in _MAY_LACK]
    note = text("Nothing is known for {field}; the letter says nothing of it.", field=f"{{{', '.join(lacking)}}}")
    return replace(
        mail,
        subject=one_line(letter.subject),
        text=letter.body,
        own=own,
        obstacles=(*mail.obstacles, *((told,) if told else ())),
        notes=(*mail.notes, *((note,) if lacking else ())),
    )
