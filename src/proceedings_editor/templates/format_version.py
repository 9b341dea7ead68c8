"""The version number every file of ours begins with, and the way from an older version to today's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from proceedings_editor.templates.node import Mapped, Source
from proceedings_editor.templates.typed_yaml import Schema
from proceedings_editor.texts import text

KEY: Final = "format"

Migration = Callable[[Mapped], Mapped]
"""Turns the nodes of one version into those of the next."""

Migrations = Mapping[int, Migration]
"""Version -> the way from it to the next one; the newest version is one more than the last key."""


def newest(migrations: Migrations) -> int:
    """Return the version written today."""
    return len(migrations) + 1


def migrated(root: Mapped, source: Source, migrations: Migrations) -> Mapped:
    """Return the content of a file as today's version has it, without the version number.

    Raises:
        ReadError: The kind `source.error`; the number is missing, wrong, or of a newer program.
    """
    if KEY not in root.values:
        raise source.fault(1, text("the key “{word}” is missing.", word=KEY))
    version = Schema().read(int, root.values[KEY], source)
    if version < 1:
        raise source.fault(root.line_of(KEY), text("there is no format {version}.", version=version))
    if version > newest(migrations):
        raise source.error(
            text(
                "{file} was written by a newer version of the program (format {version}); "
                "update the program. Nothing was changed.",
                file=source.name,
                version=version,
            )
        )
    content = root.without(KEY)
    for step in range(version, newest(migrations)):
        content = migrations[step](content)
    return content
