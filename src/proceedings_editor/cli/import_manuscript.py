"""`import FILE --into FOLDER`: bring a manuscript into a collection."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console
from proceedings_editor.templates import DEFAULT_TEMPLATE
from proceedings_editor.texts import plural, text

if TYPE_CHECKING:
    from proceedings_editor.app.importing import ImportReport


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add("import", text("Bring a manuscript into a collection as a new entry."), _run)
    command.argument("file", text("The manuscript, a Markdown file (.md)."), type=Path)
    command.argument(
        "--into",
        text("Folder of the collection; a missing or empty one is made from the file's facts."),
        type=Path,
        required=True,
        metavar="FOLDER",
    )
    command.argument("--template", text("Template of a collection made by this command."), default=DEFAULT_TEMPLATE)
    command.flag("--json", text("Print the report as JSON."))


def _run(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.importing import import_manuscript

    report = import_manuscript(chosen.file, chosen.into, chosen.template)
    if chosen.json:
        console.json(_as_json(report, console))
    else:
        _print(report, console)
    return 0


def _print(report: ImportReport, console: Console) -> None:
    for doubt in report.doubts:
        place = f"{report.source}:{doubt.line}" if doubt.line else report.source
        console.result(f"{place}: {console.words(doubt.text)}")
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
            {"kind": doubt.kind, "field": doubt.field, "line": doubt.line, "message": console.words(doubt.text)}
            for doubt in report.doubts
        ],
    }
