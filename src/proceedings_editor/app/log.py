"""The program's log: what it did and what went wrong, kept small, without a word of any article.

A mistake's own message may quote what was being worked on, so only its kind and the lines of the program are written.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from platformdirs import user_log_path

from proceedings_editor.storage.preferences_file import PROGRAM

NAME: Final = "proceedings-editor.log"
LARGEST: Final = 500_000
"""Bytes of one file; there are at most two, the newer and the older one."""

_FORM: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_folder() -> Path:
    """Return this person's folder for logs on this system; it need not exist."""
    return user_log_path(PROGRAM, appauthor=False)


def log_files(folder: Path) -> tuple[Path, ...]:
    """Return the log's files that are there, the newer first."""
    return tuple(path for path in (folder / NAME, _older(folder / NAME)) if path.is_file())


def start_log(folder: Path | None = None) -> logging.Handler | None:
    """Write a log from now on; return its handler, or None where no file can be written: nobody is kept from working.

    Args:
        folder: Another folder than this person's own.
    """
    path = (folder or log_folder()) / NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = LogFile(path)
    except OSError:
        return None
    root = logging.getLogger()
    root.addHandler(handler)
    if sys.stderr is not None:  # a program without a terminal has none
        terminal = logging.StreamHandler()
        terminal.setLevel(logging.WARNING)
        root.addHandler(terminal)
    logging.getLogger("proceedings_editor").setLevel(logging.INFO)
    return handler


class LogFile(logging.FileHandler):
    """A file that makes room for a new one when it is full.

    The library's own rotating file loads the network's modules, which the window would wait for.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8")
        self.setFormatter(Discreet(_FORM))

    def emit(self, record: logging.LogRecord) -> None:
        """See `logging.Handler`."""
        super().emit(record)
        if self.stream and self.stream.tell() > LARGEST:
            self.close()
            path = Path(self.baseFilename)
            with suppress(OSError):  # another running program may hold it; then it grows a little more
                path.replace(_older(path))
            self.stream = self._open()


class Discreet(logging.Formatter):
    """Writes of a mistake what the program did, never what it did it to; nor whose computer it is."""

    def formatException(  # noqa: N802  # the library's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """See `logging.Formatter`."""
        kind, error, trace = ei
        lines = [f"  {Path(one.filename).name}:{one.lineno} {one.name}" for one in traceback.extract_tb(trace)]
        causes = []
        while error := (error.__cause__ or error.__context__) if error else None:
            causes.append(f"  after {type(error).__name__}")
        return "\n".join((*lines, *causes, kind.__name__ if kind else ""))

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter`; others' words about the same mistake are neither taken nor given."""
        theirs, record.exc_text = record.exc_text, None
        line = super().format(record)
        record.exc_text = theirs
        return line.replace(os.path.expanduser("~"), "~")  # noqa: PTH111  # a string, wherever it is


def _older(path: Path) -> Path:
    return path.with_suffix(".1.log")
