"""The file of an entry: its fields as keys, the body as blocks, footnotes under `notes:`."""

from __future__ import annotations

import re
from typing import Final

from proceedings_editor.language.file_name import RESERVED
from proceedings_editor.model.entry import Entry
from proceedings_editor.storage.block_file import SCHEMA, EntrySource, Notes
from proceedings_editor.storage.migration import ENTRY
from proceedings_editor.templates.format_version import KEY, migrated, newest
from proceedings_editor.templates.node import Mapped, Source, decoded, parse, shortened
from proceedings_editor.templates.typed_yaml import mapped
from proceedings_editor.templates.yaml_text import rendered
from proceedings_editor.texts import text

COMMENT: Final = "Written by proceedings-editor, which keeps no comments. Texts: <b> <i> <a href> … see the guide."

_NOTES: Final = "notes"
_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")


def entry_from_text(words: str | bytes, name: str) -> Entry:
    """Read an entry from the text of its file; `name` stands for the file in sentences.

    Raises:
        ReadError: The text has a mistake.
    """
    source = EntrySource(name)
    return _built(parse(decoded(words, source) if isinstance(words, bytes) else words, source), source)


def entry_text(entry: Entry) -> str:
    """Return the canonical text of an entry's file.

    Raises:
        WriteError: The entry holds something no file can hold (half a character, endless nesting).
    """
    notes = Notes()
    tree: dict[str, object] = {KEY: newest(ENTRY)}
    for name, value in SCHEMA.tree(entry, notes).items():
        if name in _AFTER_NOTES and notes.trees:
            tree.setdefault(_NOTES, notes.trees)
        tree[name] = value
    if notes.trees:
        tree.setdefault(_NOTES, notes.trees)
    return rendered(tree, COMMENT)


_AFTER_NOTES: Final = ("readings", "ignored", "extra")
"""Fields that stand below the notes; those above may name notes."""


def _built(root: Mapped, source: EntrySource) -> Entry:
    content = migrated(root, source, ENTRY)
    if _NOTES in content.values:
        source.notes.nodes = mapped(content.values[_NOTES], source)
    entry: Entry = SCHEMA.build(Entry, content.without(_NOTES), source)
    source.notes.refuse_unused(source)
    _check_id(entry.id, content, source)
    return entry


def _check_id(name: str, content: Mapped, source: Source) -> None:
    """The id names a folder on every system."""
    if not _ID.fullmatch(name) or name in RESERVED:
        what = text("“{id}” is no id: only a–z, 0–9, - and _, at most 32 characters.", id=shortened(name))
        raise source.fault(content.line_of("id"), what)
