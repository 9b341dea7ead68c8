"""The outbox of a collection: one folder for each mail draft, and a log of what was prepared and what was sent.

A draft's folder holds the `.eml` file and its attachments beside it, so that they can be dragged to a mail page. A run
makes its drafts in a folder of its own, and each takes its place whole: a run that is stopped or killed leaves no half
draft. The log only grows, a line at a time, so that two programs can write to it.
"""

from __future__ import annotations

import csv
import io
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final, Literal, get_args

from proceedings_editor.errors import ReadError, system_reason
from proceedings_editor.language.file_name import numbered
from proceedings_editor.storage.atomic import replace as move
from proceedings_editor.storage.atomic import write_bytes, writing
from proceedings_editor.storage.layout import OUTBOX
from proceedings_editor.texts import text

LOG: Final = "log.csv"
DRAFT_ENDING: Final = ".eml"

What = Literal["prepared", "sent"]

_HEAD: Final = ("when", "what", "entry", "letter", "to", "subject", "folder", "sha256", "files")
_FORMULA: Final = tuple("=+-@\t\r'")
"""A cell that begins so gets an apostrophe, or a spreadsheet program could run what an author typed (OWASP)."""
_MARK: Final = "\ufeff"
"""Without it Excel does not see Kazakh letters."""
_RUN: Final = re.compile(r"\.[0-9a-f]{16}\.proceedings-tmp")
_STALE_SECONDS: Final = 6 * 3600
"""Longer than any run takes."""


@dataclass(frozen=True, slots=True)
class LoggedFile:
    """An attachment as it was prepared: name, pages (0 where it has no fixed ones), SHA-256 of its bytes."""

    name: str
    pages: int
    digest: str


@dataclass(frozen=True, slots=True)
class Record:
    """A line of the log.

    Attributes:
        when: To the second, with its time zone.
        entry: Id of the entry.
        letter: Which letter ("returned").
        to: Addresses.
        folder: Name of the draft's folder in the outbox.
        digest: SHA-256 of the draft's file.
    """

    when: datetime
    what: What
    entry: str
    letter: str
    to: tuple[str, ...]
    subject: str
    folder: str
    digest: str
    files: tuple[LoggedFile, ...] = ()

    @property
    def draft(self) -> str:
        """Name of the draft's file in its folder."""
        return f"{self.folder}{DRAFT_ENDING}"


def read_log(folder: Path) -> tuple[Record, ...]:
    """Return the log of a collection's outbox, the oldest line first; a last line that was cut off is left out.

    Raises:
        ReadError: It cannot be read; the sentence names the line.
    """
    shown = f"{OUTBOX}/{LOG}"
    try:
        words = (folder / OUTBOX / LOG).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ReadError(text("{file} could not be read: {reason}.", file=shown, reason=system_reason(error))) from error
    except UnicodeDecodeError as error:
        raise _damaged(shown, 1) from error
    records: list[Record] = []
    for number, line in enumerate(words.splitlines(keepends=True)[1:], start=2):
        try:
            records.append(_record(line))
        except ValueError as error:
            if line.endswith("\n"):
                raise _damaged(shown, number) from error
    return tuple(records)


def newest(records: Iterable[Record]) -> dict[tuple[str, str], Record]:
    """Return the last record of each entry and letter."""
    return {(record.entry, record.letter): record for record in records}


def add_to_log(folder: Path, records: Iterable[Record]) -> None:
    """Write lines to the end of the log.

    Raises:
        WriteError: They could not be written.
    """
    path = folder / OUTBOX / LOG
    stream = io.StringIO()
    # Semicolons, because spreadsheet programs of Kazakhstan and Russia part cells at them.
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file:
            if file.tell() == 0:
                stream.write(_MARK)
                writer.writerow(_HEAD)
            else:
                _end_line(file)
            writer.writerows(map(_row, records))
            file.write(stream.getvalue().encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def run_folder(folder: Path) -> Iterator[Path]:
    """Give a folder in which one run makes its drafts; what is left in it goes with it.

    Raises:
        WriteError: It could not be made.
    """
    run = folder / OUTBOX / f".{secrets.token_hex(8)}.proceedings-tmp"
    with writing(run):
        run.mkdir(parents=True)
    _clean(run.parent)
    try:
        yield run
    finally:
        shutil.rmtree(run, ignore_errors=True)


def write_draft(run: Path, name: str, draft: bytes, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a draft and its attachments into a run's folder.

    Raises:
        WriteError: They could not be written.
    """
    home = run / name
    with writing(home):
        home.mkdir()
    for file, content in ((f"{name}{DRAFT_ENDING}", draft), *files):
        write_bytes(home / file, content)


def publish(run: Path, name: str) -> None:
    """Put a finished draft in its place in the outbox; an older one of this name, which was not sent, goes.

    Raises:
        WriteError: It could not be moved; the older one is where it was.
    """
    target, old = run.parent / name, run / f"{name}.old"
    with writing(target):
        there = target.exists()
        if there:
            move(target, old)
        try:
            move(run / name, target)
        except OSError:
            if there:
                move(old, target)
            raise


def free_name(stem: str, records: Iterable[Record]) -> str:
    """Return the name of a draft's folder: what was sent stays, what was only prepared is replaced."""
    return numbered(stem, (record.folder for record in records if record.what == "sent"))


def draft_path(folder: Path, record: Record) -> Path | None:
    """Return the path of a draft's file, None where it is gone."""
    path = folder / OUTBOX / record.folder / record.draft
    return path if path.is_file() else None


def sent(records: Iterable[Record], when: datetime) -> tuple[Record, ...]:
    """Return the records that say that these drafts were sent."""
    return tuple(replace(record, what="sent", when=when) for record in records)


def _row(record: Record) -> tuple[str, ...]:
    files = " ".join(f"{one.name}|{one.pages}|{one.digest}" for one in record.files)
    to = " ".join(record.to)
    when = record.when.isoformat(sep=" ", timespec="seconds")
    cells = (when, record.what, record.entry, record.letter, to, record.subject, record.folder, record.digest, files)
    return tuple(map(_cell, cells))


def _cell(words: str) -> str:
    line = " ".join(words.split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def _record(line: str) -> Record:
    """Read a line.

    Raises:
        ValueError: It is none of ours.
    """
    try:
        cells = next(csv.reader([line.rstrip("\r\n")], delimiter=";"))
    except (csv.Error, StopIteration) as error:
        raise ValueError(line) from error
    when, what, entry, letter, to, subject, folder, digest, files = (_words(cell) for cell in cells)
    kind = next((one for one in get_args(What) if one == what), None)
    if kind is None or not folder or Path(folder).name != folder:
        raise ValueError(what)
    logged = tuple(LoggedFile(name, int(pages), hash_) for name, pages, hash_ in (f.split("|") for f in files.split()))
    return Record(datetime.fromisoformat(when), kind, entry, letter, tuple(to.split()), subject, folder, digest, logged)


def _words(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


def _damaged(file: str, line: int) -> ReadError:
    return ReadError(
        text(
            "{file}, line {line} is damaged; correct or delete that line. Until then nobody can tell what was sent.",
            file=file,
            line=line,
        )
    )


def _end_line(file: BinaryIO) -> None:
    """End the last line where somebody's editor did not, or drop it where a killed program wrote only its beginning."""
    file.seek(0)
    before, _, last = file.read().rpartition(b"\n")
    if not last:
        return
    try:
        _record(last.decode("utf-8"))
    except ValueError:
        file.truncate(len(before) + 1)
    else:
        file.write(b"\r\n")


def _clean(outbox: Path) -> None:
    """Take away folders of runs that were killed."""
    with suppress(OSError):
        for place in outbox.iterdir():
            if _RUN.fullmatch(place.name) and time.time() - place.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(place, ignore_errors=True)
