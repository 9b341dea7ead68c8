"""A collection's own template: its rule settings can be changed from the program, the rest by hand."""

from __future__ import annotations

from pathlib import Path

from proceedings_editor.errors import WriteError
from proceedings_editor.model.template import Template
from proceedings_editor.storage import atomic
from proceedings_editor.storage.layout import TEMPLATE
from proceedings_editor.templates.reader import template_from_text
from proceedings_editor.templates.rule_text import with_rules
from proceedings_editor.texts import text


def save_template(folder: Path, before: Template, template: Template) -> None:
    """Write the rule settings of a collection's template; nothing is written when they are those of `before`.

    Raises:
        WriteError: The file could not be written, or was changed by somebody else into something unreadable; it is as
            it was.
    """
    if before.rules == template.rules:
        return
    path = folder / TEMPLATE
    with atomic.writing(path):
        words = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    changed = with_rules(words, template.rules)
    if template_from_text(changed, TEMPLATE).rules != template.rules:
        raise WriteError(text("{file} was not written, because it would not read back the same.", file=TEMPLATE))
    atomic.write_text(path, changed)
