"""`export FOLDER`: write entries as PDF and DOCX."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console, TerminalProgress
from proceedings_editor.errors import ReadError
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.texts import plural, text

_PARTS = ("information", "article", "both")


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add("export", text("Write entries as PDF and DOCX."), _run)
    command.argument("folder", text("Folder of the collection."), type=Path)
    command.argument(
        "--out", text("Folder the files go to; made when missing."), type=Path, required=True, metavar="DIR"
    )
    command.argument(
        "--entry",
        text("Only this entry: its number, id or file name. May be repeated."),
        action="append",
        default=[],
    )
    command.flag("--pdf", text("Write PDF. Without --pdf and --docx: both."))
    command.flag("--docx", text("Write DOCX."))
    command.argument("--part", text("The information page, the article or both."), choices=_PARTS, default="both")
    command.flag("--draft", text("A draft: never refused, marked on every page."))
    command.flag("--force", text("Export although errors are open; they are noted in the entry."))
    command.argument("--jobs", text("Number of processes; 0 lets the program choose."), type=int, default=0)


def _run(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.checking import entry_name
    from proceedings_editor.app.collection import open_collection
    from proceedings_editor.app.exporting import ExportRequest, Format, export_entries, said_of_files

    wanted: dict[Format, bool] = {"pdf": chosen.pdf, "docx": chosen.docx}
    formats = tuple(kind for kind, asked in wanted.items() if asked) or tuple(wanted)
    opened = open_collection(chosen.folder)
    for problem in opened.problems:
        console.say(problem.sentence)
    request = ExportRequest(
        chosen.out,
        formats,
        chosen.part,
        draft=chosen.draft,
        force=chosen.force,
        jobs=chosen.jobs,
        today=date.today(),
    )
    progress = TerminalProgress(console)
    files = export_entries(chosen.folder, opened, chosen.entry, request, progress, NeverCancelled())
    for file in files:
        console.result(str(file.path))
    names = {entry.id: entry_name(entry) for entry in opened.workspace.entries}
    for finding in said_of_files(chosen.folder, opened, files, request.today):
        entry = names[finding.entry]
        console.say(text("{entry}: {message} ({code})", entry=entry, message=finding.message, code=finding.code))
    console.say(plural("{count} file written to {out}.", "{count} files written to {out}.", len(files), out=chosen.out))
    return ReadError.exit_code if opened.problems else 0
