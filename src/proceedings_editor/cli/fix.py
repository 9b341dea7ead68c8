"""`fix FOLDER`: mend what the rules know how to mend."""

from __future__ import annotations

from argparse import Namespace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console
from proceedings_editor.cli.finding_text import heading, say_broken
from proceedings_editor.errors import ReadError
from proceedings_editor.texts import Text, plural, text

if TYPE_CHECKING:
    from proceedings_editor.app.fixing import Fixed, FixReport


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add("fix", text("Mend what the rules can mend without asking."), _run)
    command.argument("folder", text("Folder of the collection."), type=Path)
    command.argument(
        "--entry",
        text("Only this entry: its number, id or file name. May be repeated."),
        action="append",
        default=[],
    )
    command.argument("--code", text("Only the findings of this rule."), default="", metavar="CODE")
    command.flag("--proposals", text("Take proposals too, which a person should look at."))
    command.flag("--dry-run", text("Show what would change and write nothing."))


def _run(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.collection import open_collection
    from proceedings_editor.app.fixing import FixRequest, fix_collection

    opened = open_collection(chosen.folder)
    for problem in opened.problems:
        console.say(problem.sentence)
    request = FixRequest(tuple(chosen.entry), chosen.code, chosen.proposals, chosen.dry_run)
    report = fix_collection(chosen.folder, opened, request)
    _print(report, console)
    say_broken(report.broken, console)
    console.say(_summary(len(report.fixed), chosen.dry_run))
    return ReadError.exit_code if opened.problems else 0


def _summary(count: int, dry_run: bool) -> Text:
    if dry_run:
        return plural(
            "{count} fix would be made; nothing was written.",
            "{count} fixes would be made; nothing was written.",
            count,
        )
    return plural("{count} fix was made.", "{count} fixes were made.", count)


def _print(report: FixReport, console: Console) -> None:
    by_entry = sorted(report.fixed, key=lambda one: one.fix.edit.entry)
    for entry_id, group in groupby(by_entry, key=lambda one: one.fix.edit.entry):
        console.result(heading(entry_id, report.workspace) or console.words(text("The collection")))
        for one in group:
            console.result(_line(one, report, console))


def _line(one: Fixed, report: FixReport, console: Console) -> str:
    from proceedings_editor.app.report_words import shortened
    from proceedings_editor.app.visible import told
    from proceedings_editor.rules.place_name import place_name

    entry = next((entry for entry in report.workspace.entries if entry.id == one.fix.edit.entry), None)
    where = console.words(place_name(one.fix.edit.place, entry))
    before, after = (shortened(told(side, console.language)) for side in (one.fix.before, one.fix.after))
    return f"  {one.finding.code}  {where}: {before} → {after}"
