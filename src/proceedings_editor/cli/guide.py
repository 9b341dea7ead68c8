"""`guide --out DIR`: write the guide as PDF and DOCX in the language of the command."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console
from proceedings_editor.texts import text


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add("guide", text("Write the guide as PDF and DOCX, in the language of --lang."), _run)
    command.argument(
        "--out", text("Folder the files go to; made when missing."), type=Path, required=True, metavar="DIR"
    )


def _run(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.guide import write_guide

    for path in write_guide(console.language, chosen.out):
        console.result(str(path))
    return 0
