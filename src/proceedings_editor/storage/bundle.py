"""A zip that holds a collection's folder: written whole, and unpacked only where nothing in it can do harm.

A zip comes by mail. Names that lead out of the folder, links, locked members and masses that no proceedings have are
refused before anything is written; files that are no part of a collection, which systems add, are passed over.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Final

from proceedings_editor.errors import ReadError, system_reason
from proceedings_editor.storage import atomic
from proceedings_editor.storage.attachment import is_safe
from proceedings_editor.storage.folder import is_entry_file
from proceedings_editor.storage.layout import COLLECTION, DICTIONARY, ENTRIES, FIGURES, MANUSCRIPTS, TEMPLATE
from proceedings_editor.texts import Text, text

MOST_FILES: Final = 20_000
MOST_BYTES: Final = 1024**3
"""Unpacked, all files together: pictures of a thousand articles are far less."""

_WHEN: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can say: the same entries give the same zip."""
_CHUNK: Final = 1024 * 1024
_LOCKED: Final = 0x1


def write_zip(path: Path, files: Mapping[str, bytes | Path]) -> None:
    """Write a zip whole or not at all.

    Args:
        path: The zip.
        files: Name inside -> what it holds, or the file to copy.

    Raises:
        WriteError: It could not be written, or a file to copy could not be read.
    """
    with atomic.whole_file(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            member = zipfile.ZipInfo(name, _WHEN)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(member, content if isinstance(content, bytes) else content.read_bytes())


def unpack_zip(path: Path, into: Path) -> None:
    """Write the collection that a zip holds into an empty folder.

    Raises:
        ReadError: It is no zip, holds no collection, or something that may do harm; nothing was written.
        WriteError: The folder could not be written.
    """
    with _opened(path) as archive:
        members = _members(path, archive)
        for target, member in members.items():
            _unpack(path, archive, member, into / target)


def _members(path: Path, archive: zipfile.ZipFile) -> Mapping[str, zipfile.ZipInfo]:
    """Return where each part of the collection goes; a folder around everything, as systems add one, falls away."""
    for info in archive.infolist():
        _require_harmless(path, info)
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > MOST_BYTES:
        raise ReadError(text("{file} holds more than any collection does, so it was not unpacked.", file=path.name))
    roots = [PurePosixPath(info.filename).parent for info in infos if PurePosixPath(info.filename).name == COLLECTION]
    root = min(roots, key=lambda root: len(root.parts), default=None)
    if root is None or len(root.parts) > 1:
        raise ReadError(text("{file} holds no collection. Ask for a zip that this program has made.", file=path.name))
    found: dict[str, tuple[str, zipfile.ZipInfo]] = {}
    for info in infos:
        name = PurePosixPath(info.filename)
        inner = name.relative_to(root) if name.is_relative_to(root) else PurePosixPath()
        if _is_part(inner):
            found.setdefault(str(inner).casefold(), (str(inner), info))  # where a system knows no capitals
    return dict(found.values())


def _require_harmless(path: Path, info: zipfile.ZipInfo) -> None:
    parts = info.filename.rstrip("/").split("/")
    kind = stat.S_IFMT(info.external_attr >> 16)
    leads_out = "\\" in info.filename or ":" in info.filename or any(part in ("", ".", "..") for part in parts)
    if leads_out or (kind and kind not in (stat.S_IFREG, stat.S_IFDIR)):
        raise _harmful(path, info)
    if info.flag_bits & _LOCKED:
        raise ReadError(text("{file} asks for a password; ask for a zip without one.", file=path.name))


def _is_part(name: PurePosixPath) -> bool:
    """Whether a file is a part of a collection."""
    match name.parts:
        case (file,):
            return file in (COLLECTION, TEMPLATE, DICTIONARY)
        case (folder, file) if folder == ENTRIES:
            return is_safe(file) and is_entry_file(file)
        case (folder, file) if folder == MANUSCRIPTS:
            return is_safe(file)
        case (folder, entry, file) if folder == FIGURES:
            return is_safe(entry) and is_safe(file)
    return False


def _unpack(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """Write one member; what says it is smaller than it is ends the work."""
    with atomic.writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        with _reading(path), archive.open(member) as source, target.open("xb") as copy:
            _copy(path, source, copy, member.file_size)


def _copy(path: Path, source: IO[bytes], copy: IO[bytes], size: int) -> None:
    while chunk := source.read(_CHUNK):
        size -= len(chunk)
        if size < 0:
            raise ReadError(_damaged(path))
        copy.write(chunk)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with _reading(path), zipfile.ZipFile(path) as archive:
        yield archive


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what a broken zip does into one sentence."""
    try:
        yield
    except OSError as error:
        reason = system_reason(error)
        raise ReadError(text("{file} could not be read: {reason}.", file=path, reason=reason)) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ReadError(_damaged(path)) from error


def _damaged(path: Path) -> Text:
    return text("{file} is no zip, or it is damaged; ask for it once more.", file=path.name)


def _harmful(path: Path, info: zipfile.ZipInfo) -> ReadError:
    return ReadError(
        text(
            "{file} was not unpacked, because “{name}” in it would be written outside its folder.",
            file=path.name,
            name=info.filename[:80],
        )
    )
