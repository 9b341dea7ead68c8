"""`import FILE --into FOLDER`: bring a manuscript into a collection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from proceedings_editor.cli.console import Console
from proceedings_editor.templates import DEFAULT_TEMPLATE
from proceedings_editor.texts import plural, text

if TYPE_CHECKING:
    from proceedings_editor.app.importing import ImportReport


def register(app: typer.Typer, console: Console) -> None:
    """Add the command."""

    @app.command("import", help=console.words(text("Bring a manuscript into a collection as a new entry.")))
    def import_(
        file: Path = typer.Argument(help=console.words(text("The manuscript, a Markdown file (.md)."))),
        into: Path = typer.Option(
            help=console.words(text("Folder of the collection; a missing or empty one is made from the file's facts."))
        ),
        template: str = typer.Option(
            DEFAULT_TEMPLATE, help=console.words(text("Template of a collection made by this command."))
        ),
        json: bool = typer.Option(False, "--json", help=console.words(text("Print the report as JSON."))),
    ) -> None:
        from proceedings_editor.app.importing import import_manuscript

        report = import_manuscript(file, into, template)
        if json:
            console.json(_as_json(report, console))
        else:
            _print(report, console)


def _print(report: ImportReport, console: Console) -> None:
    for doubt in report.doubts:
        console.result(f"{report.source}:{doubt.line}: {console.words(doubt.text)}")
    console.say(
        plural(
            "{source} came in as entry {entry} with {count} remark; see {file}.",
            "{source} came in as entry {entry} with {count} remarks; see {file}.",
            len(report.doubts),
            source=report.source,
            entry=report.entry,
            file=report.file,
        )
    )


def _as_json(report: ImportReport, console: Console) -> dict[str, object]:
    return {
        "entry": report.entry,
        "file": str(report.file),
        "collection_made": report.collection_made,
        "remarks": [
            {
                "kind": doubt.kind,
                "field": doubt.field,
                "line": doubt.line,
                "message": console.words(doubt.text),
            }
            for doubt in report.doubts
        ],
    }
