"""A collection's folder: opened whole, saved file by file.

One damaged entry file loses one entry: it is reported, left out and never written over. What everything needs,
`collection.yaml` and `template.yaml`, must be right. Versions, the journal, locks and the trash will lie in
`.proceedings/`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from proceedings_editor.errors import FileChanged, ReadError, TemplateError, UsageError, WriteError, system_reason
from proceedings_editor.language.file_name import file_stem, numbered
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.rest import Shelf
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace, in_order
from proceedings_editor.storage import atomic
from proceedings_editor.storage.collection_file import collection_from_text, collection_text
from proceedings_editor.storage.entry_file import entry_from_text, entry_text
from proceedings_editor.storage.file_state import FileState, digest_of, stamp_of, state_of
from proceedings_editor.storage.layout import (
    COLLECTION,
    DICTIONARY,
    ENTRIES,
    ENTRY_ENDING,
    FIGURES,
    LETTERS,
    MANUSCRIPTS,
    PRIVATE,
    TEMPLATE,
    TRASH,
)
from proceedings_editor.storage.letter_file import copy_letters
from proceedings_editor.storage.packing import at_rest
from proceedings_editor.storage.version import COLLECTION_VERSIONS, keep_version
from proceedings_editor.templates.node import Source, decoded, file_bytes
from proceedings_editor.templates.person_line import file_values
from proceedings_editor.templates.reader import template_from_text
from proceedings_editor.templates.wording import printed_number
from proceedings_editor.texts import Text, text

_FILE_NAME: Final = "[{number}_]{surname}[_{initials}]"
_NOTHING_KNOWN: Final[Mapping[bytes, Entry]] = {}
_LEFT_BY_SYSTEMS: Final = frozenset({"desktop.ini", "thumbs.db"})


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be opened, and why."""

    file: str
    sentence: Text


@dataclass(frozen=True, slots=True)
class Opened:
    """What a folder holds.

    Attributes:
        problems: Entry files that are damaged; they stay as they are.
        sources: Entry id -> name of its file below `entries/`.
        files: Name of each file that was read, entries as "entries/x.yaml" -> its state.
        template_words: The text of the template, for a copy of the collection.
    """

    workspace: Workspace
    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, FileState] = field(default_factory=dict)
    template_words: str = ""


def is_collection(folder: Path) -> bool:
    """Say whether a folder is a collection's.

    Raises:
        ReadError: Nobody may look into it.
    """
    try:
        return (folder / COLLECTION).is_file()
    except (OSError, ValueError) as error:
        raise _not_opened(folder, error) from error


def open_folder(folder: Path, known: Mapping[bytes, Entry] = _NOTHING_KNOWN, shelf: Shelf | None = None) -> Opened:
    """Read a collection's folder.

    Args:
        folder: The folder.
        known: Entries by the digests of their files, which need not be understood again.
        shelf: Where their large parts rest until somebody looks; None to keep all awake.

    Raises:
        ReadError: The folder is missing, unreadable or no collection's, or its collection or template is damaged.
    """
    _require_collection(folder)
    for place in (folder, folder / ENTRIES):
        atomic.clean(place)
    files: dict[str, FileState] = {}
    settings = read_settings(folder, files)
    entries: dict[str, Entry] = {}
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for path in _entry_files(folder):
        try:
            entry = read_entry_file(folder, path.name, files, known)
        except ReadError as error:
            problems.append(Problem(path.name, error.sentence))
            continue
        if entry.id in entries:
            problems.append(Problem(path.name, same_id(path.name, sources[entry.id], entry.id)))
        else:
            entries[entry.id], sources[entry.id] = at_rest(shelf, entry) if shelf else entry, path.name
    workspace = Workspace(settings.collection, settings.template, in_order(entries.values()))
    return Opened(workspace, tuple(problems), sources, files, settings.template_words)


@dataclass(frozen=True, slots=True)
class Settings:
    """The two files that everything needs."""

    collection: Collection
    template: Template
    template_words: str


def read_settings(folder: Path, files: dict[str, FileState]) -> Settings:
    """Read the collection's facts and its template, and note the state of their files.

    Raises:
        ReadError: One of them is missing or damaged.
    """
    source, of_template = Source(COLLECTION), Source(TEMPLATE, TemplateError)
    collection = collection_from_text(decoded(_noted(folder, COLLECTION, source, files), source), COLLECTION)
    words = decoded(_noted(folder, TEMPLATE, of_template, files), of_template)
    return Settings(collection, template_from_text(words, TEMPLATE), words)


def read_entry_file(
    folder: Path, file: str, files: dict[str, FileState], known: Mapping[bytes, Entry] = _NOTHING_KNOWN
) -> Entry:
    """Read the file of an entry and note its state, also where it is damaged.

    Raises:
        ReadError: It is missing, unreadable or has a mistake.
    """
    data = _noted(folder, f"{ENTRIES}/{file}", Source(file), files)
    return known.get(files[f"{ENTRIES}/{file}"].digest) or entry_from_text(data, file)


def _noted(folder: Path, name: str, source: Source, files: dict[str, FileState]) -> bytes:
    """Return what a file holds; its stamp is older than what is read, so that no change is missed."""
    stamp = stamp_of(folder / name)
    files[name] = FileState(stamp, b"")
    data = file_bytes(folder / name, source)
    files[name] = state_of(folder / name, data, stamp)
    return data


def create_folder(folder: Path, collection: Collection, template: str) -> None:
    """Make a new collection in a folder that is missing or empty.

    Args:
        folder: Where.
        collection: Its facts.
        template: The text of its `template.yaml`.

    Raises:
        TemplateError: The template has a mistake; nothing was written.
        UsageError: The folder holds something already.
        WriteError: It could not be written.
    """
    template_from_text(template, TEMPLATE)
    check_new(folder)
    with whole_or_not(folder):
        with atomic.writing(folder):
            (folder / ENTRIES).mkdir(parents=True)
        atomic.write_text(folder / TEMPLATE, template)
        copy_letters(folder)
        save_collection(folder, None, collection)


def check_new(folder: Path) -> None:
    """Do nothing where a collection can be made.

    Raises:
        UsageError: The folder holds something already.
        WriteError: Nobody may look into it.
    """
    with atomic.writing(folder):
        if folder.exists() and any(not _is_left_by_system(path) for path in folder.iterdir()):
            raise UsageError(text("{folder} is not empty; choose a new or an empty folder.", folder=folder))


@contextmanager
def whole_or_not(folder: Path) -> Iterator[None]:
    """While a collection is made in a missing or empty folder: where that fails, take away what was made so far."""
    was_there = folder.exists()
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for path in folder.iterdir():
                if path.name in (ENTRIES, FIGURES, LETTERS, MANUSCRIPTS):
                    shutil.rmtree(path, ignore_errors=True)
                elif path.name in (COLLECTION, TEMPLATE, DICTIONARY):
                    path.unlink()
            if not was_there:
                folder.rmdir()
        raise


def save_collection(
    folder: Path, before: Collection | None, collection: Collection, known: FileState | None = None
) -> FileState | None:
    """Write the collection's facts; nothing is written, and None returned, when they equal those of `before`.

    Args:
        folder: The collection's folder.
        before: The facts as the file has them.
        collection: The facts as they shall be.
        known: The file as it was read; None, or one that could not be read, to write whatever it holds.

    Raises:
        FileChanged: The file is no longer as `known` says.
        WriteError: They could not be written; the file is as it was.
    """
    if before == collection:
        return None
    words = collection_text(collection)
    _require_same(words, collection, collection_from_text, COLLECTION)
    return write_changed(folder, COLLECTION_VERSIONS, COLLECTION, words, known)


def save_entry(folder: Path, before: Entry | None, entry: Entry, file: str = "") -> str:
    """Write an entry and return the name of its file, whatever that holds; see `write_entry`.

    Raises:
        WriteError: It could not be written; the file is as it was.
    """
    return file if file and before == entry else write_entry(folder, entry, file)[0]


def write_entry(folder: Path, entry: Entry, file: str, known: FileState | None = None) -> tuple[str, FileState]:
    """Write an entry and return the name of its file and the file's state.

    Args:
        folder: The collection's folder.
        entry: The entry as it shall be.
        file: Name of its file as `Opened.sources` or an earlier call gave it, "" to make a new one.
        known: The file as it was read; None to write whatever it holds.

    Raises:
        FileChanged: The file is no longer as `known` says.
        WriteError: It could not be written; the file is as it was.
    """
    words = entry_text(entry)
    _require_same(words, entry, entry_from_text, file or entry.id)
    with atomic.writing(folder / ENTRIES):
        (folder / ENTRIES).mkdir(exist_ok=True)
        name = file or _free_name(folder, entry)
    return name, write_changed(folder, entry.id, f"{ENTRIES}/{name}", words, known)


def rename_entry(folder: Path, entry: Entry, file: str) -> str:
    """Give an entry's file the name its number asks for and return that; for renumbering only.

    Raises:
        WriteError: The file could not be renamed.
    """
    if _stem(entry) == Path(file).stem:
        return file
    with atomic.writing(folder / ENTRIES / file):
        name = _free_name(folder, entry, but=file)
        atomic.replace(folder / ENTRIES / file, folder / ENTRIES / name)
    return name


def discard_entry(folder: Path, file: str) -> None:
    """Put the file of an entry that was taken out into the collection's trash; its figures and versions stay.

    Raises:
        WriteError: It could not be moved; it is where it was.
    """
    trash = folder / PRIVATE / TRASH
    with atomic.writing(folder / ENTRIES / file):
        trash.mkdir(parents=True, exist_ok=True)
        taken = (path.stem for path in trash.iterdir())
        with suppress(FileNotFoundError):  # somebody was quicker
            atomic.replace(folder / ENTRIES / file, trash / f"{numbered(Path(file).stem, taken)}{ENTRY_ENDING}")


def _require_collection(folder: Path) -> None:
    try:
        if not folder.exists():
            raise ReadError(text("There is no folder {folder}.", folder=folder))
        if not folder.is_dir():
            raise ReadError(text("{folder} is a file; choose the folder of a collection.", folder=folder))
        if not (folder / COLLECTION).exists():
            raise ReadError(
                text(
                    "{folder} is not a collection: it has no {file}. Choose another folder or make a new collection.",
                    folder=folder,
                    file=COLLECTION,
                )
            )
    except (OSError, ValueError) as error:
        raise _not_opened(folder, error) from error


def _not_opened(folder: Path, error: Exception) -> ReadError:
    if isinstance(error, PermissionError):
        return ReadError(text("You have no right to read {folder}; ask for access to it.", folder=folder))
    return ReadError(text("{folder} could not be opened: {reason}.", folder=folder, reason=system_reason(error)))


def _entry_files(folder: Path) -> list[Path]:
    try:
        found = [path for path in (folder / ENTRIES).iterdir() if is_entry_file(path.name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        place = folder / ENTRIES
        raise ReadError(text("You have no right to read {folder}; ask for access to it.", folder=place)) from error
    return sorted(found, key=lambda path: path.name)


def is_entry_file(name: str) -> bool:
    """Say whether a file below `entries/` is an entry's."""
    return name.casefold().endswith(ENTRY_ENDING) and not name.startswith((".", "~"))


def _is_left_by_system(path: Path) -> bool:
    return path.name.startswith(".") or path.name.casefold() in _LEFT_BY_SYSTEMS


def same_id(file: str, other: str, name: str) -> Text:
    """Say that two files hold an entry with the same id."""
    return text(
        "{file} has the same id “{id}” as {other} and was left out; delete one of them or give it another id.",
        file=file,
        id=name,
        other=other,
    )


def _stem(entry: Entry) -> str:
    return file_stem(_FILE_NAME, {"number": printed_number(entry.number, 0), **file_values(entry.authors)})


def _free_name(folder: Path, entry: Entry, but: str = "") -> str:
    taken = (path.stem for path in (folder / ENTRIES).iterdir() if path.name != but)
    return numbered(_stem(entry), taken) + ENTRY_ENDING


def _require_same(words: str, value: object, read: Callable[[str, str], object], name: str) -> None:
    """Nothing is written that could not be read again."""
    try:
        same = read(words, name) == value
    except ReadError as error:
        raise WriteError(
            text("Nothing was written, because it could not be read again: {fault}", fault=error.sentence)
        ) from error
    if not same:
        raise WriteError(text("{file} was not written, because it would not read back the same.", file=name))


def write_changed(folder: Path, owner: str, name: str, words: str, known: FileState | None = None) -> FileState:
    """Write a file and keep what it said before and now as versions; leave alone what has this text already.

    Raises:
        FileChanged: The file is no longer as `known` says.
        WriteError: It could not be written; it is as it was.
    """
    path, data = folder / name, words.encode()
    before: bytes | None = None
    with suppress(OSError):
        before = path.read_bytes()
    if before != data:
        if known and known.digest and folder.is_dir() and (before is None or digest_of(before) != known.digest):
            raise FileChanged(text("{file} was changed by somebody else; it was not written over.", file=path.name))
        atomic.write_bytes(path, data)
        if before is not None:
            keep_version(folder, owner, before, words)
    return state_of(path, data)
