"""Import: a manuscript becomes an entry of a collection, its file is kept, what is doubtful is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from proceedings_editor.app.collection import new_collection, open_collection
from proceedings_editor.app.imported_pictures import bring_pictures
from proceedings_editor.app.template import load_named_template
from proceedings_editor.importers.markdown import import_markdown
from proceedings_editor.importers.result import Doubt, Imported
from proceedings_editor.importers.source import read_markdown_file
from proceedings_editor.language.folding import skeleton
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.edit import AddEntry, Edit, SetField, Together
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LANGUAGES, LocalText
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.place_name import field_name
from proceedings_editor.storage.attachment import keep_manuscript
from proceedings_editor.storage.folder import check_new, is_collection, save_entry, whole_or_not
from proceedings_editor.storage.identifier import new_id
from proceedings_editor.storage.layout import ENTRIES
from proceedings_editor.texts import Text, text

_OWN: Final = frozenset({"ignored", "extra"})
_NO_FACTS: Final = frozenset({"sections", "extra"})


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        source: Name of the manuscript.
        entry: Id of the new entry; file: where it is.
        collection_made: The collection was made from the manuscript's facts.
        doubts: What a person has to look at, in the order of the source.
    """

    source: str
    entry: str
    file: Path
    collection_made: bool
    doubts: tuple[Doubt, ...]


def import_manuscript(file: Path, folder: Path, template: str) -> ImportReport:
    """Bring a Markdown manuscript into the collection in `folder`.

    Args:
        file: The manuscript; a copy is kept in the collection.
        folder: The collection's folder; a missing or empty one becomes a collection made from the manuscript's facts.
        template: Name or path of the template of a collection that is made.

    Raises:
        ReadError: The manuscript or the collection cannot be read.
        UsageError, TemplateError: The template is unknown or has a mistake.
        WriteError: Nothing can be written to the folder.
    """
    words = read_markdown_file(file)
    if is_collection(folder):
        workspace = open_collection(folder).workspace
        imported = _read(words, file.name, workspace)
        entry, differences = _fitted(imported, workspace.collection)
        path, doubts = _keep(file, folder, imported, entry)
        return ImportReport(file.name, entry.id, path, False, (*doubts, *differences))
    imported = import_markdown(words, load_named_template(template), file.name, new_id())
    check_new(folder)
    with whole_or_not(folder):
        new_collection(folder, template, imported.collection)
        path, doubts = _keep(file, folder, imported, imported.entry)
    return ImportReport(file.name, imported.entry.id, path, True, doubts)


def _keep(file: Path, folder: Path, imported: Imported, entry: Entry) -> tuple[Path, tuple[Doubt, ...]]:
    """Copy the manuscript and its pictures, save the entry; return its file and what is doubtful."""
    entry = replace(entry, manuscripts=(keep_manuscript(folder, file),))
    missing = bring_pictures(file, imported.pictures, folder, entry.id)
    return folder / ENTRIES / save_entry(folder, None, entry), _in_order(imported, missing)


def import_edit(file: Path, folder: Path, workspace: Workspace) -> tuple[Edit, Entry]:
    """Return the edit that brings a manuscript into an open collection, and the new entry; see `imported_edit`.

    Raises:
        ReadError: The manuscript cannot be read.
        WriteError: The copy cannot be written.
    """
    edit, entry, _ = imported_edit(file, folder, workspace)
    return edit, entry


def imported_edit(file: Path, folder: Path, workspace: Workspace) -> tuple[Edit, Entry, tuple[Doubt, ...]]:
    """Return the edit that brings a manuscript into an open collection, the new entry, and what is doubtful.

    Copies of the file and of its pictures are kept.
    The first manuscript also fills what the collection does not say yet: its sections, dates, place.

    Args:
        file: The manuscript.
        folder: The collection's folder.
        workspace: The collection as it is now.

    Raises:
        ReadError: The manuscript cannot be read.
        WriteError: The copy cannot be written.
    """
    imported = _read(read_markdown_file(file), file.name, workspace)
    label, kept = text("Import {file}", file=file.name), workspace.collection
    collection = kept if workspace.entries else _filled(kept, imported.collection)
    entry, differences = _fitted(imported, collection)
    new = replace(entry, manuscripts=(keep_manuscript(folder, file),))
    missing = bring_pictures(file, imported.pictures, folder, entry.id)
    names = (field.name for field in fields(Collection))
    changed = [name for name in names if getattr(collection, name) != getattr(kept, name)]
    facts = (SetField("", name, getattr(collection, name), label) for name in changed)
    edit: Edit = Together((AddEntry(new, label), *facts), label) if changed else AddEntry(new, label)
    return edit, new, (*_in_order(imported, missing), *differences)


def _filled(kept: Collection, found: Collection) -> Collection:
    """Return the collection with what was found for its empty facts."""
    names = [field.name for field in fields(Collection) if field.name not in _OWN]
    return replace(kept, **{name: _filled_value(getattr(kept, name), getattr(found, name)) for name in names})


def _filled_value(kept: object, found: object) -> Any:  # noqa: ANN401  # the type of the field
    if isinstance(kept, LocalText) and isinstance(found, LocalText):
        return LocalText(**{language: kept[language] or found[language] for language in LANGUAGES})
    return kept or found


def _in_order(imported: Imported, pictures: Iterable[Doubt]) -> tuple[Doubt, ...]:
    return tuple(sorted((*imported.doubts, *pictures), key=lambda doubt: doubt.line))


def _read(words: str, name: str, workspace: Workspace) -> Imported:
    return import_markdown(words, workspace.template, name, new_id([entry.id for entry in workspace.entries]))


def _fitted(imported: Imported, collection: Collection) -> tuple[Entry, tuple[Doubt, ...]]:
    """Return the entry with its section found in the collection's own tree, and which facts differ."""
    section, doubts = _section(imported, collection)
    return replace(imported.entry, section=section), (*_differences(imported.collection, collection), *doubts)


def _differences(found: Collection, kept: Collection) -> Iterator[Doubt]:
    """A manuscript may leave a fact out, but what it tells should be what the collection says."""
    for field in fields(Collection):
        if field.name in _NO_FACTS:
            continue
        for path, new, old in _values(field.name, getattr(found, field.name), getattr(kept, field.name)):
            if new and new != old:
                yield Doubt("collection", _difference(path, new, old), field=f"collection.{path}")


def _values(path: str, found: object, kept: object) -> Iterator[tuple[str, object, object]]:
    if isinstance(found, LocalText) and isinstance(kept, LocalText):
        yield from ((f"{path}.{language}", words, kept[language]) for language, words in found.filled())
    else:
        yield path, found, kept


def _difference(path: str, new: object, old: object) -> Text:
    return text(
        "The manuscript says “{new}” for {field}, the collection “{old}”; the collection was not changed.",
        field=field_name(f"collection.{path}"),
        new=new,
        old=old or "",
    )


def _section(imported: Imported, collection: Collection) -> tuple[str, tuple[Doubt, ...]]:
    """Return the id of the collection's section that the manuscript names by its numbers, else by its name."""
    wanted = imported.collection.section_path(imported.entry.section)
    if not wanted:
        return "", ()
    paths = tuple(collection.section_paths())
    for alike in (_same_numbers, _same_name):
        for path in paths:
            if alike(path, wanted):
                return path[-1].id, ()
    name = next((words for _, words in wanted[-1].name.filled()), wanted[-1].number)
    sentence = text("The collection has no section “{name}”; choose the entry's section.", name=name)
    return "", (Doubt("doubt", sentence, field="section"),)


def _same_numbers(path: tuple[Section, ...], wanted: tuple[Section, ...]) -> bool:
    numbers = [section.number for section in wanted]
    return any(numbers) and [section.number for section in path] == numbers


def _same_name(path: tuple[Section, ...], wanted: tuple[Section, ...]) -> bool:
    names = {skeleton(words) for _, words in path[-1].name.filled()}
    return any(skeleton(words) in names for _, words in wanted[-1].name.filled())
