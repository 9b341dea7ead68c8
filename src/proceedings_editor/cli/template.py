"""`template list|check|new`: look at templates and make one."""

from __future__ import annotations

from pathlib import Path

import typer

from proceedings_editor.cli.console import Console
from proceedings_editor.templates import DEFAULT_TEMPLATE
from proceedings_editor.texts import text


def register(app: typer.Typer, console: Console) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(group, name="template", help=console.words(text("List, check and make templates.")))

    @group.command("list", help=console.words(text("List the shipped templates.")))
    def list_() -> None:
        from proceedings_editor.app.template import list_templates

        for template in list_templates():
            console.result(f"{template.name}\t{template.title.best(console.language)}")

    @group.command("check", help=console.words(text("Check a template file; a mistake is one sentence with its line.")))
    def check(
        file: Path = typer.Argument(help=console.words(text("A template file, or a folder of a collection."))),
    ) -> None:
        from proceedings_editor.app.template import check_template

        template = check_template(file)
        console.say(text("{file} is a valid template: {name}.", file=file, name=template.name))

    @group.command("new", help=console.words(text("Copy a shipped template to a file for editing.")))
    def new(
        file: Path = typer.Argument(help=console.words(text("The file to make; it must not exist."))),
        like: str = typer.Option(DEFAULT_TEMPLATE, "--from", help=console.words(text("Name of the template to copy."))),
    ) -> None:
        from proceedings_editor.app.template import new_template

        new_template(file, like)
        console.say(text("{file} is ready for editing.", file=file))
