"""A report of a problem: a zip for those who make the program, with what helps them and nothing else.

The article goes in only where the person says so.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proceedings_editor.app.log import log_files
from proceedings_editor.app.versions import library_versions, program_versions
from proceedings_editor.errors import ReadError, system_reason
from proceedings_editor.model.entry import Entry
from proceedings_editor.storage.atomic import write_bytes
from proceedings_editor.storage.entry_file import entry_text
from proceedings_editor.storage.layout import TEMPLATE
from proceedings_editor.texts import Text, text


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a report, and what a person is told about it."""

    name: str
    about: Text
    data: bytes


def report_parts(
    log_folder: Path, folder: Path | None, entry: Entry | None, told: str = "", *, besides: str = ""
) -> tuple[Part, ...]:
    """Return what goes into a report.

    Args:
        log_folder: Where the log lies.
        folder: The open collection's folder, None without one.
        entry: The entry whose text shall go along, None for no text at all.
        told: What the person wrote about the problem.
        besides: More versions, one a line.

    Raises:
        ReadError: A file cannot be read.
    """
    return tuple(_parts(log_folder, folder, entry, told, besides))


def write_report(parts: tuple[Part, ...], path: Path) -> None:
    """Write a report as a zip.

    Raises:
        WriteError: It could not be written.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            archive.writestr(part.name, part.data)
    write_bytes(path, packed.getvalue())


def _parts(log_folder: Path, folder: Path | None, entry: Entry | None, told: str, besides: str) -> Iterator[Part]:
    if told.strip():
        yield Part("problem.txt", text("What you wrote"), told.encode())
    yield Part("versions.txt", text("Versions of the program, its libraries and the system"), _versions(besides))
    for path in log_files(log_folder):
        yield Part(path.name, text("Log of the program, without any text of articles"), _read(path))
    if folder:
        yield Part(TEMPLATE, text("Template of the collection with the rules' settings"), _read(folder / TEMPLATE))
    if entry:
        yield Part(f"{entry.id}.yaml", text("The article at hand with all its facts"), entry_text(entry).encode())


def _versions(besides: str) -> bytes:
    known = {**program_versions(), **library_versions()}
    lines = (f"{name} {version}" for name, version in known.items())
    return "\n".join((*lines, besides, "")).encode()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = system_reason(error)
        raise ReadError(text("{file} could not be read: {reason}.", file=str(path), reason=reason)) from error
