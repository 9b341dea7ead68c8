"""What the command line prints and where: results to stdout, sentences and progress to stderr."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

from proceedings_editor.model.local import Language
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class Console:
    """The terminal, in one language."""

    language: Language

    def words(self, sentence: Text) -> str:
        """Return a sentence in the person's language."""
        return sentence.in_language(self.language)

    def say(self, sentence: Text) -> None:
        """Print a sentence for the person, apart from any result."""
        print(self.words(sentence), file=sys.stderr)  # noqa: T201  # this is the one place that prints

    def result(self, line: str) -> None:
        """Print one line of the command's result."""
        print(line)  # noqa: T201

    def json(self, value: object) -> None:
        """Print the whole result as JSON."""
        print(json.dumps(value, ensure_ascii=False, indent=2))  # noqa: T201


class TerminalProgress:
    """A progress line on a terminal; nothing where stderr is a file or a pipe."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._shown = sys.stderr.isatty()

    def step(self, done: int, total: int, what: Text) -> None:
        """See `progress.Progress`."""
        if not self._shown or total < 2:
            return
        end = "\n" if done == total else ""
        print(f"\r\x1b[K{done}/{total}  {self._console.words(what)}", end=end, file=sys.stderr, flush=True)  # noqa: T201
