"""`check FOLDER`: say what the rules find, as text, JSON, a page, or letters to the authors."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console, TerminalProgress
from proceedings_editor.cli.day import day_of
from proceedings_editor.cli.finding_json import decision_as_json, finding_as_json
from proceedings_editor.cli.finding_text import print_decisions, print_report, say_broken
from proceedings_editor.cli.letter_text import letter_as_json, print_letters
from proceedings_editor.errors import ReadError, UsageError
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.texts import INTERFACE_LANGUAGES, text

if TYPE_CHECKING:
    from proceedings_editor.app.ignoring import Decision
    from proceedings_editor.rules.engine import Report
    from proceedings_editor.storage.folder import Opened

_PAGE: Final = (".html", ".htm")
ERRORS_FOUND: Final = 1
"""Exit code of a check that found errors."""


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add("check", text("Check entries by the rules of the template."), _run)
    command.argument("folder", text("Folder of the collection."), type=Path)
    command.argument(
        "--entry",
        text("Only this entry: its number, id or file name. May be repeated."),
        action="append",
        default=[],
    )
    command.flag("--json", text("Print the findings as JSON."))
    command.flag("--pages", text("Lay every entry out and check the number of its pages too."))
    command.flag("--ignored", text("List the ignored problems with reason and day."))
    command.argument(
        "--out",
        text("Write the findings as a page for a browser or a printer; the file's name ends in .html."),
        type=Path,
        metavar="FILE",
    )
    command.argument(
        "--letter", text("Write a letter to each author in this language: kk, ru or en."), choices=INTERFACE_LANGUAGES
    )
    command.argument(
        "--deadline", text("The day by which the letter asks for the article: 12.05.2026."), default="", metavar="DAY"
    )


def _run(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.checking import check_collection
    from proceedings_editor.app.collection import open_collection
    from proceedings_editor.app.facts import gather_facts
    from proceedings_editor.app.vocabulary import is_asked, read_vocabulary

    deadline = day_of(chosen.deadline)
    if chosen.out and chosen.out.suffix.lower() not in _PAGE:
        raise UsageError(text("The report is a page; give it a name that ends in .html, not {file}.", file=chosen.out))
    opened = open_collection(chosen.folder)
    for problem in opened.problems:
        console.say(problem.sentence)
    if is_asked(opened.workspace.template) and (fault := read_vocabulary(chosen.folder)[1]):
        console.say(fault)
    facts = gather_facts(chosen.folder, opened.workspace, date.today(), _pages(opened, console, chosen), opened.sources)
    report = check_collection(opened, chosen.entry, facts)
    if chosen.letter:
        _print_letters(report, opened, console, chosen, deadline)
    elif chosen.ignored:
        _print_decisions(report, opened, console, chosen)
    elif chosen.json:
        console.json([finding_as_json(finding, console) for finding in report.findings])
    elif not chosen.out:
        print_report(report, opened.workspace, console, is_whole=not opened.problems)
    if chosen.out:
        _write_page(report, opened, console, chosen)
    say_broken(report.broken, console)
    if opened.problems:
        return ReadError.exit_code
    return ERRORS_FOUND if any(finding.severity == "error" for finding in report.findings) else 0


def _pages(opened: Opened, console: Console, chosen: Namespace) -> Mapping[str, int]:
    """Count the pages of the entries asked about, where that was asked for."""
    if not chosen.pages:
        return {}
    from proceedings_editor.app.checking import entry_name
    from proceedings_editor.app.collection import chosen_entries
    from proceedings_editor.app.page_count import count_pages

    entries = chosen_entries(opened, chosen.entry)
    counted = count_pages(chosen.folder, opened.workspace, entries, TerminalProgress(console), NeverCancelled())
    for entry in entries:
        if entry.id in counted.problems:
            reason = counted.problems[entry.id]
            console.say(text("The pages of {entry} were not counted: {reason}", entry=entry_name(entry), reason=reason))
    return counted.pages


def _decisions(report: Report, opened: Opened, chosen: Namespace) -> tuple[Decision, ...]:
    from proceedings_editor.app.collection import chosen_entries
    from proceedings_editor.app.ignoring import decisions

    only = chosen_entries(opened, chosen.entry) if chosen.entry else None
    return decisions(opened.workspace, report.ignored, only)


def _print_decisions(report: Report, opened: Opened, console: Console, chosen: Namespace) -> None:
    found = _decisions(report, opened, chosen)
    if chosen.json:
        console.json([decision_as_json(one, console) for one in found])
    else:
        print_decisions(found, opened.workspace, console)


def _print_letters(report: Report, opened: Opened, console: Console, chosen: Namespace, deadline: date | None) -> None:
    from proceedings_editor.app.collection import chosen_entries
    from proceedings_editor.app.letter import letters_of_return

    entries = chosen_entries(opened, chosen.entry)
    letters = letters_of_return(
        chosen.folder, opened.workspace, report.findings, entries, chosen.letter, date.today(), deadline
    )
    if chosen.json:
        console.json([letter_as_json(one, chosen.letter) for one in letters])
    else:
        print_letters(letters, opened.workspace, console)


def _write_page(report: Report, opened: Opened, console: Console, chosen: Namespace) -> None:
    from proceedings_editor.app.html_report import write_html_report

    decisions = _decisions(report, opened, chosen)
    write_html_report(chosen.out, report, decisions, opened.workspace, console.language, date.today())
    console.say(text("The report is in {file}.", file=chosen.out))
