"""Puts the commands together and turns errors into sentences and exit codes.

Each command imports its use case when it runs, so that no command waits for what another one needs.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

from proceedings_editor import __version__
from proceedings_editor.cli import (
    check,
    export,
    fix,
    guide,
    import_manuscript,
    mail,
    new,
    register,
    rules,
    template,
)
from proceedings_editor.cli.arguments import Run, program, read, speak
from proceedings_editor.cli.console import Console, writing_out
from proceedings_editor.cli.language import take_language
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.texts import text

_COMMANDS = (new, import_manuscript, check, fix, export, mail, register, rules, template, guide)
_UNEXPECTED = 70
"""Exit code of a mistake in the program (EX_SOFTWARE of sysexits.h)."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; never raises."""
    _speak_utf8()
    console = Console("en")
    try:
        language, rest = take_language(arguments, os.environ)
        console = Console(language)
        return _dispatch(console, rest)
    except ProceedingsError as error:
        console.say(error.sentence)
        _give_up_stdout()
        return error.exit_code
    except KeyboardInterrupt:
        stopped = Cancelled()
        console.say(stopped.sentence)
        return stopped.exit_code
    except BrokenPipeError:
        _give_up_stdout()
        return 0
    except Exception:
        from proceedings_editor.app.log import start_log

        start_log()
        logging.getLogger(__name__).exception("unexpected error")
        console.say(
            text("The program made a mistake and stopped. Your files are as they were; please report the lines above.")
        )
        return _UNEXPECTED


def _dispatch(console: Console, words: Sequence[str]) -> int:
    speak(console.language)
    parser, commands = program(console, __version__)
    for command in _COMMANDS:
        command.register(commands)
    try:
        chosen = read(parser, words or ["--help"])
    except SystemExit:
        return 0
    run_command: Run = chosen.run
    code = run_command(console, chosen)
    with writing_out():
        sys.stdout.flush()
    return code


def _give_up_stdout() -> None:
    """Python would try to write the rest once more at its end, and complain in its own words."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # stays open until the end


def _speak_utf8() -> None:
    """Kazakh must not fail on a terminal or pipe with another encoding (Windows consoles)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
