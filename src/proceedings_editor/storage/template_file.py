"""A collection's own template: its rule settings can be changed from the program, the rest by hand."""

from __future__ import annotations

from pathlib import Path

from proceedings_editor.errors import FileChanged, WriteError
from proceedings_editor.model.template import Template
from proceedings_editor.storage import atomic
from proceedings_editor.storage.file_state import FileState, digest_of, state_of
from proceedings_editor.storage.layout import TEMPLATE
from proceedings_editor.templates.reader import template_from_text
from proceedings_editor.templates.rule_text import with_rules
from proceedings_editor.texts import text


def save_template(
    folder: Path, before: Template, template: Template, known: FileState | None = None
) -> FileState | None:
    """Write the rule settings of a collection's template; nothing is written, and None returned, where they are equal.

    Args:
        folder: The collection's folder.
        before: The template as the file has it.
        template: As it shall be.
        known: The file as it was read; None to write whatever it holds.

    Raises:
        FileChanged: The file is no longer as `known` says.
        WriteError: The file could not be written, or was changed by somebody else into something unreadable; it is as
            it was.
    """
    if before.rules == template.rules:
        return None
    path = folder / TEMPLATE
    with atomic.writing(path):
        data = path.read_bytes()
    if known and digest_of(data) != known.digest:
        raise FileChanged(text("{file} was changed by somebody else; it was not written over.", file=TEMPLATE))
    changed = with_rules(data.decode("utf-8-sig").replace("\r\n", "\n"), template.rules)
    if template_from_text(changed, TEMPLATE).rules != template.rules:
        raise WriteError(text("{file} was not written, because it would not read back the same.", file=TEMPLATE))
    atomic.write_text(path, changed)
    return state_of(path, changed.encode())
