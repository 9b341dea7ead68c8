"""Opening and making collections."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from proceedings_editor.app.template import template_file
from proceedings_editor.errors import UsageError, WriteError
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.progress import CancelToken
from proceedings_editor.storage.entry_index import index_path, read_digests, read_index, write_index
from proceedings_editor.storage.folder import Opened, create_folder, is_collection, open_folder
from proceedings_editor.storage.layout import ENTRIES
from proceedings_editor.storage.packing import new_shelf
from proceedings_editor.templates.reader import template_copy
from proceedings_editor.texts import text

LEAST_INDEXED: Final = 200
"""Entries from which an index is worth its place on the disk."""
MOST_MISSING: Final = 20
"""One entry in so many may be missing in an index before it is written again."""


def open_collection(folder: Path, cache: Path | None = None) -> Opened:
    """Return the collection in a folder; entries that cannot be read are listed in its problems.

    Args:
        folder: The collection's folder.
        cache: The person's folder for what may be lost, where an index of the entries may lie. With it, what is large
            in an entry rests until somebody looks: the collection stays open for a whole day.

    Raises:
        ReadError: The folder holds no collection that can be read.
    """
    with _collector_at_rest():
        return open_folder(folder, read_index(index_path(cache, folder)), new_shelf()) if cache else open_folder(folder)


def new_collection(folder: Path, template: str, collection: Collection | None = None) -> None:
    """Make a collection in a missing or empty folder.

    Args:
        folder: Where.
        template: Name of a shipped template or path of a template file.
        collection: What is known about it already.

    Raises:
        UsageError: The folder is not empty, or there is no such template.
        TemplateError: The template has a mistake.
        WriteError: The folder cannot be written.
    """
    create_folder(folder, collection or Collection(), template_copy(template_file(template)))


def chosen_entries(opened: Opened, names: Sequence[str]) -> tuple[Entry, ...]:
    """Return the entries named by number ("70", "070"), id or file name; all of them where no name is given.

    Raises:
        UsageError: A name fits no entry, or a number fits several.
    """
    entries = opened.workspace.entries
    return tuple(_chosen(opened, name) for name in dict.fromkeys(names)) if names else entries


def largest_number(entries: tuple[Entry, ...]) -> int:
    """Return the largest publication number, which decides how many zeros stand before the others; 0 without any."""
    return max((entry.number or 0 for entry in entries), default=0)


def write_index_of(opened: Opened, folder: Path, cache: Path, cancel: CancelToken) -> None:
    """Write the index of a large collection where it is missing or old; nothing happens where it cannot be written.

    Raises:
        Cancelled: Somebody stopped it.
    """
    if len(opened.workspace.entries) < LEAST_INDEXED:
        return
    path = index_path(cache, folder)
    states = {id: opened.files[f"{ENTRIES}/{file}"].digest for id, file in opened.sources.items()}
    missing = set(states.values()) - set(read_digests(path))
    if len(missing) * MOST_MISSING > len(states):
        with suppress(WriteError):
            write_index(path, ((states[entry.id], entry) for entry in opened.workspace.entries), cancel)


def is_in_collection(file: Path) -> bool:
    """Say whether a file is one of those that make its folder a collection."""
    return file.suffix == ".yaml" and is_collection(file.parent)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Let Python's search for unused objects rest while many useful ones are made, and leave those out for good.

    Measured with 300 entries: opening takes a quarter less time, and the window no longer stands still for a tenth of
    a second whenever a preview or a check makes the collector go through all of them. What was left out stays so: to
    look again for widgets of a window long closed has crashed Qt's binding in one random run of four.
    """
    is_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if is_on:  # while a window lives, it sees to the collector
            gc.enable()


def _chosen(opened: Opened, name: str) -> Entry:
    found = [entry for entry in opened.workspace.entries if name in _names(opened, entry)]
    if not found and name.isascii() and name.isdigit():
        found = [entry for entry in opened.workspace.entries if entry.number == int(name)]
    if not found:
        raise UsageError(text("There is no entry “{name}”; give a number, an id or a file name.", name=name))
    if len(found) > 1:
        ids = ", ".join(entry.id for entry in found)
        raise UsageError(text("“{name}” fits several entries; give one of the ids {ids}.", name=name, ids=ids))
    return found[0]


def _names(opened: Opened, entry: Entry) -> frozenset[str]:
    file = Path(opened.sources[entry.id])
    return frozenset({entry.id, file.name, file.stem})
