"""`register FOLDER --out FILE`: write the list of entries for a spreadsheet program."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console
from proceedings_editor.texts import text


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add("register", text("Write the list of entries as XLSX or CSV."), _run)
    command.argument("folder", text("Folder of the collection."), type=Path)
    command.argument(
        "--out", text("File to write; its name ends in .xlsx or .csv."), type=Path, required=True, metavar="FILE"
    )


def _run(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.collection import open_collection
    from proceedings_editor.app.register import write_register

    opened = open_collection(chosen.folder)
    write_register(opened.workspace, opened.workspace.entries, chosen.out, console.language)
    console.say(text("The list of entries is in {file}.", file=chosen.out))
    return 0
