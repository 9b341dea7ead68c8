"""Files that belong to entries: pictures of the body and the manuscripts authors sent."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from proceedings_editor.errors import ReadError
from proceedings_editor.language.file_name import RESERVED
from proceedings_editor.storage.atomic import copy_new, replace, writing
from proceedings_editor.storage.layout import FIGURES, MANUSCRIPTS, PRIVATE, TRASH
from proceedings_editor.texts import text

_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST_BYTES: Final = 180
_LONGEST_ENDING: Final = 12


def figure_path(folder: Path, entry_id: str, file: str) -> Path | None:
    """Return the path of a figure's file, None where there is none or the name leads out of the entry's folder.

    Args:
        folder: The collection's folder.
        entry_id: The entry's id, which names its figures folder.
        file: The name that stands in the entry.
    """
    if not (is_safe(entry_id) and is_safe(file)):
        return None
    home = folder / FIGURES / entry_id
    path = home / file
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        return path if inside and path.is_file() else None
    except (OSError, RuntimeError):
        return None


def copy_figures(folder: Path, source: str, target: str) -> None:
    """Copy every figure of one entry to another's folder; what is there already stays.

    Raises:
        WriteError: A file could not be copied.
    """
    home = folder / FIGURES / target
    for file in figure_files(folder, source):
        with writing(home):
            home.mkdir(parents=True, exist_ok=True)
        if not (home / file.name).exists():
            copy_new(file, home / file.name)


def figure_files(folder: Path, entry_id: str) -> list[Path]:
    """Return the files in an entry's figures folder, by name."""
    if not is_safe(entry_id):
        return []
    try:
        found = [path for path in (folder / FIGURES / entry_id).iterdir() if figure_path(folder, entry_id, path.name)]
    except OSError:
        return []
    return sorted(found, key=lambda path: path.name)


def manuscript_path(folder: Path, file: str) -> Path | None:
    """Return the path of a kept manuscript, None where there is none or the name leads out of the folder."""
    path = folder / MANUSCRIPTS / file
    return path if is_safe(file) and path.is_file() else None


def keep_manuscript(folder: Path, file: Path) -> str:
    """Copy a file an author sent to the collection and return the name it has there; nothing is ever overwritten.

    Raises:
        ReadError: `file` is missing or no file.
        WriteError: The copy could not be written.
    """
    return _kept(folder / MANUSCRIPTS, file)


def keep_figure(folder: Path, entry_id: str, file: Path) -> str:
    """Copy a picture to an entry's figures and return the name it has there; nothing is ever overwritten.

    Raises:
        ReadError: `file` is missing or no file.
        WriteError: The copy could not be written.
    """
    return _kept(folder / FIGURES / entry_id, file)


def keep_figure_as(folder: Path, entry_id: str, source: Path, file: str) -> None:
    """Copy a picture into an entry's folder of figures; one that is there already stays.

    Args:
        folder: The collection's folder.
        entry_id: The entry's id.
        source: The picture.
        file: Its name there; it must be safe (see `is_safe`).

    Raises:
        WriteError: The copy could not be written.
    """
    home = folder / FIGURES / entry_id
    with writing(home):
        home.mkdir(parents=True, exist_ok=True)
    if not (home / file).exists():
        copy_new(source, home / file)


def discard_figure(folder: Path, entry_id: str, file: str) -> None:
    """Move a picture from an entry's figures into the collection's trash; nothing happens where there is none.

    Raises:
        WriteError: It could not be moved; then it stays.
    """
    path = figure_path(folder, entry_id, file)
    if path is None:
        return
    trash = folder / PRIVATE / TRASH
    with writing(path):
        trash.mkdir(parents=True, exist_ok=True)
        replace(path, trash / _free_name(file, {there.name.casefold() for there in trash.iterdir()}))


def is_safe(name: str) -> bool:
    """Say whether `name` names a file right in its folder on every system, and no device."""
    return bool(name) and name == _safe_name(name)


def _kept(home: Path, file: Path) -> str:
    if not file.is_file():
        raise ReadError(text("There is no file {file}.", file=file))
    with writing(home):
        home.mkdir(parents=True, exist_ok=True)
        taken = {path.name.casefold() for path in home.iterdir()}
    name = _free_name(_safe_name(file.name), taken)
    copy_new(file, home / name)
    return name


def _safe_name(name: str) -> str:
    clean = _UNSAFE.sub("_", name.encode("utf-8", "replace").decode("utf-8")).rstrip(". ").lstrip(" ")
    stem, dot, ending = clean.rpartition(".")
    if not stem or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = clean, "", ""
    while len(stem.encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    if clean.startswith(".") or not clean or stem.split(".")[0].strip().casefold() in RESERVED:
        stem = f"_{stem}"
    return f"{stem}{dot}{ending}"


def _free_name(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{stem}-{number}{dot}{ending}"
    return candidate
