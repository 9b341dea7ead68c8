"""Puts the commands together and turns errors into sentences and exit codes.

Each command imports its use case when it runs, so that no command waits for what another one needs.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

import typer

from proceedings_editor import __version__
from proceedings_editor.cli import export, import_manuscript, new, template
from proceedings_editor.cli.console import Console
from proceedings_editor.cli.language import take_language
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.texts import text

_COMMANDS = (new, import_manuscript, export, template)
_UNEXPECTED = 70
"""Exit code of a mistake in the program (EX_SOFTWARE of sysexits.h)."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; never raises."""
    _speak_utf8()
    console = Console("en")
    try:
        language, rest = take_language(arguments, os.environ)
        console = Console(language)
        return _dispatch(_application(console), rest)
    except ProceedingsError as error:
        console.say(error.sentence)
        return error.exit_code
    except Exception:
        logging.getLogger(__name__).exception("unexpected error")
        console.say(
            text("The program made a mistake and stopped. Your files are as they were; please report the lines above.")
        )
        return _UNEXPECTED


def _application(console: Console) -> typer.Typer:
    app = typer.Typer(
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=console.words(text("Prepare the entries of conference proceedings: import, check, export DOCX and PDF.")),
        epilog=console.words(text("--lang kk|ru|en sets the language of every command's words.")),
    )

    @app.callback(invoke_without_command=True)
    def version(
        show: bool = typer.Option(False, "--version", help=console.words(text("Show the version and leave."))),
    ) -> None:
        if show:
            console.result(f"proceedings-editor {__version__}")
            raise typer.Exit

    for command in _COMMANDS:
        command.register(app, console)
    return app


def _dispatch(app: typer.Typer, arguments: list[str]) -> int:
    """Run the command; usage mistakes are reported by the library with exit code 2."""
    try:
        app(args=arguments, prog_name="proceedings-editor", standalone_mode=True)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0
    return 0


def _speak_utf8() -> None:
    """Kazakh must not fail on a terminal or pipe with another encoding (Windows consoles)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
