"""`export FOLDER`: write entries as PDF and DOCX."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import typer

from proceedings_editor.cli.console import Console, TerminalProgress
from proceedings_editor.errors import ReadError
from proceedings_editor.progress import NeverCancelled
from proceedings_editor.texts import plural, text


class Part(StrEnum):
    """What of an entry is exported."""

    INFORMATION = "information"
    ARTICLE = "article"
    BOTH = "both"


def register(app: typer.Typer, console: Console) -> None:
    """Add the command."""

    @app.command("export", help=console.words(text("Write entries as PDF and DOCX.")))
    def export(
        folder: Path = typer.Argument(help=console.words(text("Folder of the collection."))),
        out: Path = typer.Option(help=console.words(text("Folder the files go to; made when missing."))),
        entry: list[str] = typer.Option(
            [], help=console.words(text("Only this entry: its number, id or file name. May be repeated."))
        ),
        pdf: bool = typer.Option(
            False, "--pdf", help=console.words(text("Write PDF. Without --pdf and --docx: both."))
        ),
        docx: bool = typer.Option(False, "--docx", help=console.words(text("Write DOCX."))),
        part: Part = typer.Option(Part.BOTH, help=console.words(text("The information page, the article or both."))),
        draft: bool = typer.Option(
            False, "--draft", help=console.words(text("A draft: never refused, marked on every page."))
        ),
        force: bool = typer.Option(
            False,
            "--force",
            help=console.words(text("Export although errors are open; they are noted in the entry.")),
        ),
        jobs: int = typer.Option(0, min=0, help=console.words(text("Number of processes; 0 lets the program choose."))),
    ) -> None:
        from proceedings_editor.app.collection import open_collection
        from proceedings_editor.app.exporting import ExportRequest, Format, export_entries

        wanted: dict[Format, bool] = {"pdf": pdf, "docx": docx}
        chosen = tuple(kind for kind, asked in wanted.items() if asked) or tuple(wanted)
        opened = open_collection(folder)
        for problem in opened.problems:
            console.say(problem.sentence)
        request = ExportRequest(out, chosen, part.value, draft=draft, force=force, jobs=jobs)
        files = export_entries(folder, opened, entry, request, TerminalProgress(console), NeverCancelled())
        for file in files:
            console.result(str(file.path))
        console.say(plural("{count} file written to {out}.", "{count} files written to {out}.", len(files), out=out))
        if opened.problems:
            raise typer.Exit(ReadError.exit_code)
