"""Mails to authors as lines to be read, or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from proceedings_editor.cli.console import Console
from proceedings_editor.texts import Text, plural, text

if TYPE_CHECKING:
    from proceedings_editor.app.drafting import Attached, Prepared
    from proceedings_editor.app.mailing import Mail
    from proceedings_editor.model.workspace import Workspace

_LINE: Final = "─" * 60
_BYTES: Final = 1_000_000


def print_mails(
    mails: Sequence[Mail], prepared: Sequence[Prepared], workspace: Workspace, console: Console, *, written: bool
) -> None:
    """Print each mail: to whom, subject, text, files; then those that do not go out, with the reason."""
    from proceedings_editor.app.report_words import entry_heading

    done = {one.mail.entry.id: one for one in prepared if one.problem is None}
    problems = {one.mail.entry.id: one.problem for one in prepared if one.problem}
    for mail in mails:
        if mail.entry.id in done:
            _print(mail, done[mail.entry.id], entry_heading(mail.entry, workspace), console)
    for mail in mails:
        reasons = [*mail.obstacles, *([problems[mail.entry.id]] if mail.entry.id in problems else [])]
        if mail.entry.id not in done:
            why = " ".join(map(console.words, reasons or mail.doubts))
            console.say(text("{entry}: {reason}", entry=entry_heading(mail.entry, workspace), reason=why))
    console.say(_summary(len(done), written=written))


def mail_as_json(mail: Mail, done: Prepared | None, console: Console) -> dict[str, object]:
    """Return a mail, and what was made of it."""
    problem = [done.problem] if done and done.problem else []
    return {
        "entry": mail.entry.id,
        "letter": mail.kind.name,
        "language": mail.entry.language,
        "to": [one.address for one in mail.recipients],
        "subject": mail.subject,
        "text": mail.text,
        "files": [_file_as_json(file) for file in (done.files if done else ())],
        "draft": done.record.folder if done and done.record else None,
        "goes_out": bool(done and not done.problem),
        "obstacles": _said((*mail.obstacles, *problem), console),
        "doubts": _said(mail.doubts, console),
        "notes": _said(_notes(mail, done), console),
    }


def _print(mail: Mail, done: Prepared, heading: str, console: Console) -> None:
    to = ", ".join(f"{one.name} <{one.address}>" if one.name else one.address for one in mail.recipients)
    console.result(_LINE)
    console.result(heading)
    console.result(console.words(text("To: {addresses}", addresses=to)))
    console.result(console.words(text("Subject: {subject}", subject=mail.subject)))
    for file in done.files:
        console.result(console.words(file_line(file)))
    for note in _notes(mail, done):
        console.result(console.words(note))
    console.result(_LINE)
    console.result(mail.text)
    console.result("")


def file_line(file: Attached) -> Text:
    """Say what a file is: name, pages, size."""
    from proceedings_editor.app.page_words import pages_in_words

    size = f"{file.size / _BYTES:.2f}"
    if not file.pages:
        return text("Attached: {name}, {size} MB", name=file.name, size=size)
    pages = pages_in_words(file.pages, file.article_pages)
    return text("Attached: {name}, {pages}, {size} MB", name=file.name, pages=pages, size=size)


def _file_as_json(file: Attached) -> dict[str, object]:
    return {"name": file.name, "pages": file.pages or None, "bytes": file.size, "sha256": file.digest}


def _notes(mail: Mail, done: Prepared | None) -> Iterator[Text]:
    yield from mail.notes
    if done and done.remark and not done.problem:
        yield done.remark


def _said(sentences: Iterable[Text], console: Console) -> list[str]:
    return [console.words(one) for one in sentences]


def _summary(count: int, *, written: bool) -> Text:
    if written:
        return plural("{count} draft is in the outbox.", "{count} drafts are in the outbox.", count)
    return plural(
        "{count} mail would go out; nothing was written. Add --really to make the draft.",
        "{count} mails would go out; nothing was written. Add --really to make the drafts.",
        count,
    )
