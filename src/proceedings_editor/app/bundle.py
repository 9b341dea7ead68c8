"""Chosen entries as a zip for a colleague, and what came back compared with the collection and taken over.

The zip is a collection of its own. What is private (see the field table) does not leave: it stays here, and stays with
its person when the entry comes back.
"""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from filecmp import cmp
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any, Final, Literal

from proceedings_editor.app.comparison import FieldDifference, entry_differences, settings_differences
from proceedings_editor.app.recovery import COLLECTION, TakeRecovered
from proceedings_editor.app.session import Session
from proceedings_editor.language.file_name import numbered
from proceedings_editor.model.body import Figure
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import fields_of
from proceedings_editor.model.person import Author
from proceedings_editor.model.walk import walk
from proceedings_editor.storage import layout
from proceedings_editor.storage.atomic import writing
from proceedings_editor.storage.attachment import (
    figure_files,
    figure_path,
    keep_figure,
    keep_figure_as,
    keep_manuscript,
    manuscript_path,
)
from proceedings_editor.storage.bundle import unpack_zip, write_zip
from proceedings_editor.storage.collection_file import collection_text
from proceedings_editor.storage.dictionary_file import add_words, read_words
from proceedings_editor.storage.entry_file import entry_text
from proceedings_editor.storage.folder import Opened, check_new, open_folder, whole_or_not
from proceedings_editor.templates.rule_text import with_rules
from proceedings_editor.texts import text

ENDING: Final = ".zip"

_PRIVATE: Final = tuple(field.key for field in fields_of("author") if field.private)

News = Literal["new", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Received:
    """One entry of a zip, or the collection's facts, beside what is here.

    Attributes:
        entry: Its id; `COLLECTION` for the facts and the template's rules.
        title: Whose it is, "" where it has no title yet.
        fields: What differs; `saved` is here, `recovered` in the zip.
    """

    entry: str
    title: str
    news: News
    fields: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """An unpacked zip: its folder, which goes when it is closed, and what stands in it."""

    folder: Path
    opened: Opened
    received: tuple[Received, ...]


def is_bundle(path: Path) -> bool:
    """Whether it is a file named as a zip is."""
    return path.suffix.casefold() == ENDING and path.is_file()


# ------------------------------------------------------------------------------------------------------------- giving


def write_bundle(session: Session, entries: Sequence[Entry], path: Path) -> None:
    """Write entries with their figures and manuscripts, the template, the collection's facts and its words as a zip.

    Raises:
        WriteError: It could not be written.
    """
    workspace, folder = session.workspace, session.folder
    rules = with_rules(session.template_words, workspace.template.rules)
    files: dict[str, bytes | Path] = {
        layout.COLLECTION: collection_text(workspace.collection).encode(),
        layout.TEMPLATE: rules.encode(),
    }
    if (words := folder / layout.DICTIONARY).is_file():
        files[layout.DICTIONARY] = words
    for entry in entries:
        files[f"{layout.ENTRIES}/{entry.id}{layout.ENTRY_ENDING}"] = entry_text(_without_private(entry)).encode()
        for figure in figure_files(folder, entry.id):
            files[f"{layout.FIGURES}/{entry.id}/{figure.name}"] = figure
        for name in entry.manuscripts:
            if manuscript := manuscript_path(folder, name):
                files[f"{layout.MANUSCRIPTS}/{name}"] = manuscript
    write_zip(path, files)


def unpack_bundle(path: Path, into: Path) -> Path:
    """Unpack a zip into a new folder below `into`, as a collection to open; return that folder.

    Raises:
        ReadError: It is no zip of a collection; nothing is left of it.
        WriteError: The folder could not be written.
    """
    with writing(into):
        folder = into / numbered(path.stem, (one.name for one in into.iterdir()))
    check_new(folder)
    with whole_or_not(folder):
        unpack_zip(path, folder)
        open_folder(folder)
    return folder


# ------------------------------------------------------------------------------------------------------------- taking


@contextmanager
def opened_bundle(session: Session, path: Path) -> Iterator[Bundle]:
    """Unpack a zip for the time of looking at it, and compare it with the collection.

    Raises:
        ReadError: It is no zip of a collection.
        WriteError: It could not be unpacked.
    """
    with writing(Path(gettempdir())):
        home = TemporaryDirectory(prefix="proceedings-", ignore_cleanup_errors=True)
    with home:
        folder = Path(home.name) / "zip"
        unpack_zip(path, folder)
        opened = open_folder(folder)
        yield Bundle(folder, opened, tuple(_received(session, opened, folder)))


def take_bundle(session: Session, bundle: Bundle, taken: Several[str]) -> bool:
    """Take entries of a zip over as one step, their files too; False where nothing was taken or somebody edits one.

    A figure that is here under the same name but looks otherwise stays: the one from the zip gets a name of its own.
    The words that count as right in the zip do so here too.

    Raises:
        ReadError: The collection's own words cannot be read; everything else was taken.
        WriteError: A figure, a manuscript or the words could not be written.
    """
    workspace, theirs = session.workspace, bundle.opened.workspace
    chosen = [entry for entry in theirs.entries if entry.id in taken]
    entries = tuple(_brought(session, bundle.folder, entry) for entry in chosen)
    settings = COLLECTION in taken
    if not entries and not settings:
        return False
    collection = replace(theirs.collection, extra=workspace.collection.extra) if settings else None
    rules = theirs.template.rules if settings else None
    session.close_step()
    if not session.apply(TakeRecovered(collection, entries, text("Take over from a zip"), rules)):
        return False
    if words := read_words(bundle.folder).words:
        add_words(session.folder, words)
    return True


def _received(session: Session, opened: Opened, folder: Path) -> Iterator[Received]:
    here, theirs = session.workspace, opened.workspace
    rules = replace(here.template, rules=theirs.template.rules)
    if fields := settings_differences(here.collection, here.template, theirs.collection, rules):
        yield Received(COLLECTION, here.collection.name.best("kk"), "changed", fields)
    for entry in theirs.entries:
        mine, title = session.entry(entry.id), entry.title.best(entry.language)
        came = _with_private(mine, entry)
        if mine == came and not _other_figures(session.folder, folder, entry):
            yield Received(entry.id, title, "same")
            continue
        found = entry_differences(mine or Entry(entry.id), came, theirs.collection) if mine != came else ()
        pictures = ", ".join(sorted(_other_figures(session.folder, folder, entry)))
        if pictures and mine:
            found = (*found, FieldDifference(text("Figures that look otherwise"), pictures, pictures))
        yield Received(entry.id, title, "changed" if mine else "new", found)


def _brought(session: Session, source: Path, entry: Entry) -> Entry:
    """Copy the files of an entry and return it as it shall stand here."""
    others = _other_figures(session.folder, source, entry)
    names = {name: keep_figure(session.folder, entry.id, path) for name, path in others.items()}
    for figure in figure_files(source, entry.id):
        if figure.name not in others:
            keep_figure_as(session.folder, entry.id, figure, figure.name)
    manuscripts = tuple(_kept_manuscript(session.folder, source, name) for name in entry.manuscripts)
    came = replace(_with_private(session.entry(entry.id), entry), manuscripts=manuscripts)
    return replace(came, body=_renamed(came.body, names)) if names else came


def _kept_manuscript(folder: Path, source: Path, name: str) -> str:
    theirs, mine = manuscript_path(source, name), manuscript_path(folder, name)
    if theirs is None or (mine and cmp(theirs, mine, shallow=False)):
        return name
    return keep_manuscript(folder, theirs)


def _other_figures(folder: Path, source: Path, entry: Entry) -> Mapping[str, Path]:
    """Return the figures of the entry that are here and in the zip, but not the same."""
    found: dict[str, Path] = {}
    for name in {block.file for _, block in walk(entry.body) if isinstance(block, Figure)}:
        theirs, mine = figure_path(source, entry.id, name), figure_path(folder, entry.id, name)
        if theirs and mine and not cmp(theirs, mine, shallow=False):
            found[name] = theirs
    return found


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401  # any part of a body, returned as its type
    if isinstance(value, Figure):
        value = replace(value, file=names.get(value.file, value.file))
    if isinstance(value, tuple):
        return tuple(_renamed(one, names) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _renamed(getattr(value, one.name), names) for one in fields(value)})
    return value


def _without_private(entry: Entry) -> Entry:
    nothing: dict[str, Any] = dict.fromkeys(_PRIVATE, "")
    return replace(entry, authors=tuple(replace(author, **nothing) for author in entry.authors))


def _with_private(mine: Entry | None, entry: Entry) -> Entry:
    """Give authors who are known here their private facts back: by name, or by place where one was renamed."""
    here = mine.authors if mine else ()
    by_name = {author.full_name: author for author in here}
    came = {author.full_name for author in entry.authors}
    same_count = len(here) == len(entry.authors)

    def whole(place: int, author: Author) -> Author:
        other = here[place] if same_count and here[place].full_name not in came else author
        known = by_name.get(author.full_name, other)
        facts: dict[str, Any] = {key: getattr(author, key) or getattr(known, key) for key in _PRIVATE}
        return replace(author, **facts)

    return replace(entry, authors=tuple(whole(place, author) for place, author in enumerate(entry.authors)))
