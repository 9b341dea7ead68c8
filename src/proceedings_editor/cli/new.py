"""`new FOLDER`: make an empty collection."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from proceedings_editor.cli.arguments import Commands
from proceedings_editor.cli.console import Console
from proceedings_editor.templates import DEFAULT_TEMPLATE
from proceedings_editor.texts import text


def register(commands: Commands) -> None:
    """Declare the command."""
    command = commands.add("new", text("Make a new, empty collection."), _run)
    command.argument("folder", text("Folder of the collection; missing or empty."), type=Path)
    command.argument("--template", text("Name of a template or path of its file."), default=DEFAULT_TEMPLATE)


def _run(console: Console, chosen: Namespace) -> int:
    from proceedings_editor.app.collection import new_collection

    new_collection(chosen.folder, chosen.template)
    console.say(text("The collection {folder} is ready; its facts are in collection.yaml.", folder=chosen.folder))
    return 0
