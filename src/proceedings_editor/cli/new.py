"""`new FOLDER`: make an empty collection."""

from __future__ import annotations

from pathlib import Path

import typer

from proceedings_editor.cli.console import Console
from proceedings_editor.templates import DEFAULT_TEMPLATE
from proceedings_editor.texts import text


def register(app: typer.Typer, console: Console) -> None:
    """Add the command."""

    @app.command("new", help=console.words(text("Make a new, empty collection.")))
    def new(
        folder: Path = typer.Argument(help=console.words(text("Folder of the collection; missing or empty."))),
        template: str = typer.Option(
            DEFAULT_TEMPLATE, help=console.words(text("Name of a template or path of its file."))
        ),
    ) -> None:
        from proceedings_editor.app.collection import new_collection

        new_collection(folder, template)
        console.say(text("The collection {folder} is ready; its facts are in collection.yaml.", folder=folder))
