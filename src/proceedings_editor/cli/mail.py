"""`mail FOLDER --letter NAME`: show what would go out to the authors, or make the drafts in the outbox."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console, TerminalProgress
from proceedings_editor.cli.day import day_of
from proceedings_editor.cli.mail_text import mail_as_json, print_mails
from proceedings_editor.errors import ReadError
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.texts import plural, text

if TYPE_CHECKING:
    from proceedings_editor.app.drafting import Prepared
    from proceedings_editor.app.mailing import Mail
    from proceedings_editor.storage.folder import Opened

NOT_ALL: Final = 1
"""Exit code where a mail cannot go out; the others can, or did."""


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add(
        "mail", text("Show the mails to authors with their files; with --really make the drafts."), _run
    )
    command.argument("folder", text("Folder of the collection."), type=Path)
    command.argument(
        "--entry",
        text("Only this entry: its number, id or file name. May be repeated."),
        action="append",
        default=[],
    )
    command.argument(
        "--letter",
        text("Which letter: returned, accepted or published."),
        choices=("returned", "accepted", "published"),
        required=True,
    )
    command.argument(
        "--deadline", text("The day by which the letter asks for an answer: 12.05.2026."), default="", metavar="DAY"
    )
    command.flag("--really", text("Make the drafts in the collection's outbox; without it nothing is written."))
    command.flag("--shrink", text("Make pictures smaller where the files are too large for an e-mail."))
    command.flag("--sent", text("Mark the prepared drafts as sent, and give their entries the letter's state."))
    command.argument("--jobs", text("Number of processes; 0 lets the program choose."), type=int, default=0)
    command.flag("--json", text("Print the mails as JSON."))


def _run(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.collection import open_collection
    from proceedings_editor.app.mailing import chosen_mails, kind_of, plan_mails

    deadline = day_of(chosen.deadline)
    opened = open_collection(chosen.folder)
    for problem in opened.problems:
        console.say(problem.sentence)
    progress, cancel = TerminalProgress(console), NeverCancelled()
    kind, today = kind_of(chosen.letter), date.today()
    if chosen.sent:
        return _mark(console, chosen, opened)
    mails = plan_mails(chosen.folder, opened, chosen.entry, kind, today, progress, cancel, deadline, chosen.jobs)
    prepared = _prepare(chosen, opened, chosen_mails(mails, named=bool(chosen.entry)), console)
    if chosen.json:
        done = {one.mail.entry.id: one for one in prepared}
        console.json([mail_as_json(mail, done.get(mail.entry.id), console) for mail in mails])
    else:
        print_mails(mails, prepared, opened.workspace, console, written=chosen.really)
    return _code(opened, mails, prepared)


def _prepare(chosen: Namespace, opened: Opened, mails: Sequence[Mail], console: Console) -> tuple[Prepared, ...]:
    from proceedings_editor.app.drafting import prepare_drafts, try_drafts

    progress, cancel, folder = TerminalProgress(console), NeverCancelled(), chosen.folder
    how = {"shrink": chosen.shrink, "jobs": chosen.jobs}
    if not chosen.really:
        return try_drafts(folder, opened.workspace, mails, progress, cancel, **how)
    now = datetime.now().astimezone()
    return prepare_drafts(folder, opened.workspace, mails, now, progress, cancel, **how)


def _mark(console: Console, chosen: Namespace, opened: Opened) -> int:
    """Mark what was prepared as sent, and save the entries' new state."""
    from proceedings_editor.app.collection import chosen_entries
    from proceedings_editor.app.drafting import mark_sent
    from proceedings_editor.app.mailing import kind_of, sent_edit
    from proceedings_editor.storage.folder import save_entry
    from proceedings_editor.storage.outbox import newest, read_log

    kind, last = kind_of(chosen.letter), newest(read_log(chosen.folder))
    entries = [entry for entry in chosen_entries(opened, chosen.entry) if (entry.id, kind.name) in last]
    waiting = [entry for entry in entries if last[entry.id, kind.name].what == "prepared"]
    records = mark_sent(chosen.folder, [last[entry.id, kind.name] for entry in waiting], datetime.now().astimezone())
    edit = sent_edit(kind, waiting, date.today())
    after = {entry.id: entry for entry in (edit.apply(opened.workspace).entries if edit else ())}
    for entry in waiting:
        save_entry(chosen.folder, entry, after.get(entry.id, entry), opened.sources[entry.id])
    if chosen.json:
        console.json([record.entry for record in records])
    console.say(plural("{count} mail marked as sent.", "{count} mails marked as sent.", len(records)))
    return ReadError.exit_code if opened.problems else 0


def _code(opened: Opened, mails: Sequence[Mail], prepared: Sequence[Prepared]) -> int:
    if opened.problems:
        return ReadError.exit_code
    stopped = any(mail.obstacles for mail in mails) or any(one.problem for one in prepared)
    return NOT_ALL if stopped else 0
