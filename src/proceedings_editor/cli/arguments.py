"""The commands' arguments, declared with translatable words, read by argparse."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from proceedings_editor.cli.console import Console
from proceedings_editor.errors import UsageError
from proceedings_editor.texts import Text, catalogue_of, text

Run = Callable[[Console, argparse.Namespace], int]
"""Carries a command out and returns its exit code; errors are raised."""

ARGPARSE_WORDS: Final = (
    text("usage: "),
    text("positional arguments"),
    text("options"),
    text("show this help message and exit"),
    text("the following arguments are required: %s"),
    text("unrecognized arguments: %s"),
    text("argument %(argument_name)s: %(message)s"),
    text("invalid choice: %(value)r (choose from %(choices)s)"),
    text("invalid %(type)s value: %(value)r"),
    text("expected one argument"),
    text("ignored explicit argument %r"),
    text("ambiguous option: %(option)s could match %(matches)s"),
)
"""argparse's own words a person can meet, so that the catalogues have them."""


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are sentences of ours."""

    def error(self, message: str) -> NoReturn:
        """Raise the mistake instead of leaving the process."""
        raise UsageError(
            text("The command cannot be understood: {reason}. See {program} --help.", reason=message, program=self.prog)
        )


@dataclass(frozen=True, slots=True)
class Command:
    """One command while it is declared."""

    parser: argparse.ArgumentParser
    console: Console

    def argument(self, name: str, help: Text, **facts: Any) -> None:  # noqa: ANN401  # what argparse takes
        """Declare an argument or, with dashes, an option that takes a value."""
        self.parser.add_argument(name, help=self._words(help), **facts)

    def flag(self, name: str, help: Text) -> None:
        """Declare an option that is there or not."""
        self.parser.add_argument(name, action="store_true", help=self._words(help))

    def group(self, dest: str) -> Commands:
        """Make a command that has commands of its own."""
        return _commands(self.parser, dest, self.console)

    def _words(self, help: Text) -> str:
        return self.console.words(help).replace("%", "%%")


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands of the program, or of a group."""

    parsers: Any
    console: Console

    def add(self, name: str, help: Text, run: Run | None = None) -> Command:
        """Declare a command; a group needs no `run`."""
        words = self.console.words(help)
        parser = self.parsers.add_parser(name, help=words, description=words)
        if run:
            parser.set_defaults(run=run)
        return Command(parser, self.console)


def speak(language: str) -> None:
    """Make argparse use our catalogues: it takes its words from these two names of its module and offers no door."""
    catalogue = catalogue_of(language)
    argparse._ = catalogue.gettext  # type: ignore[attr-defined]
    argparse.ngettext = catalogue.ngettext  # type: ignore[attr-defined]


def program(console: Console, version: str) -> tuple[Parser, Commands]:
    """Return the whole program's parser and its commands, which are still to be declared."""
    parser = Parser(
        prog="proceedings-editor",
        description=console.words(
            text("Prepare the entries of conference proceedings: import, check, export DOCX and PDF.")
        ),
        epilog=console.words(text("--lang kk|ru|en sets the language of every command's words.")),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"proceedings-editor {version}",
        help=console.words(text("Show the version and leave.")),
    )
    return parser, _commands(parser, "command", console)


def _commands(parser: argparse.ArgumentParser, dest: str, console: Console) -> Commands:
    word = console.words(text("command"))
    return Commands(parser.add_subparsers(dest=dest, required=True, metavar=word), console)


def read(parser: Parser, words: Sequence[str]) -> argparse.Namespace:
    """Return the arguments of one call.

    Raises:
        UsageError: They are not understood.
        SystemExit: Help or the version was asked for and has been printed.
    """
    return parser.parse_args(words)
