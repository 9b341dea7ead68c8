"""What the command line prints and where: results to stdout, sentences and progress to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from proceedings_editor.errors import WriteError, system_reason
from proceedings_editor.model.local import Language
from proceedings_editor.texts import Text, text


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
        with writing_out():
            print(line)  # noqa: T201

    def json(self, value: object) -> None:
        """Print the whole result as JSON."""
        with writing_out():
            print(json.dumps(value, ensure_ascii=False, indent=2))  # noqa: T201


@contextmanager
def writing_out() -> Iterator[None]:
    """Turn what the system says against writing the result into one sentence; a closed pipe is nobody's fault.

    Raises:
        WriteError: The result could not be written.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        sentence = text("The result could not be printed: {reason}.", reason=system_reason(error))
        raise WriteError(sentence) from error


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
