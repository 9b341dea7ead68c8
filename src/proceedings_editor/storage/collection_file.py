"""The file of a collection: the conference's facts and its sections as keys."""

from __future__ import annotations

from typing import Final

from proceedings_editor.model.collection import Collection
from proceedings_editor.storage.migration import COLLECTION
from proceedings_editor.templates.format_version import KEY, migrated, newest
from proceedings_editor.templates.node import Mapped, Source, parse
from proceedings_editor.templates.typed_yaml import Schema
from proceedings_editor.templates.yaml_text import rendered

COMMENT: Final = "Written by proceedings-editor, which keeps no comments."

_SCHEMA: Final = Schema()


def collection_from_text(words: str, name: str) -> Collection:
    """Read a collection from the text of its file; `name` stands for the file in sentences.

    Raises:
        ReadError: The text has a mistake.
    """
    source = Source(name)
    return _built(parse(words, source), source)


def collection_text(collection: Collection) -> str:
    """Return the canonical text of a collection's file.

    Raises:
        WriteError: The collection holds something no file can hold.
    """
    return rendered({KEY: newest(COLLECTION), **_SCHEMA.tree(collection)}, COMMENT)


def _built(root: Mapped, source: Source) -> Collection:
    return _SCHEMA.build(Collection, migrated(root, source, COLLECTION), source)
