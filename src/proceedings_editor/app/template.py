"""Looking at templates and making one."""

from __future__ import annotations

from pathlib import Path

from proceedings_editor.errors import ProceedingsError, TemplateError, UsageError
from proceedings_editor.model.template import Template
from proceedings_editor.rules.registry import RULES
from proceedings_editor.rules.setting import settings_of
from proceedings_editor.storage.atomic import write_text
from proceedings_editor.storage.layout import TEMPLATE
from proceedings_editor.templates.node import Source
from proceedings_editor.templates.reader import (
    load_template,
    shipped_path,
    shipped_template,
    shipped_templates,
    template_copy,
)
from proceedings_editor.texts import text


def list_templates() -> tuple[Template, ...]:
    """Return the templates that come with the program, the default one first."""
    return tuple(shipped_template(name) for name in shipped_templates())


def template_file(name_or_path: str) -> Path:
    """Return the file of a template named by a person: a shipped one's name, or a path.

    Raises:
        UsageError: It is neither.
    """
    path = Path(name_or_path)
    return path if path.suffix or path.exists() else shipped_path(name_or_path)


def load_named_template(name_or_path: str) -> Template:
    """Return the template named by a person.

    Raises:
        UsageError: There is none of this name.
        TemplateError: Its file is missing or has a mistake.
    """
    return load_template(template_file(name_or_path))


def check_template(path: Path) -> Template:
    """Return the template in a file, or in the folder of a collection.

    Raises:
        TemplateError: It has a mistake, or names a font no PDF can be made with; the sentence says file, line, reason.
    """
    file = path / TEMPLATE if path.is_dir() else path
    template = load_template(file)
    settings_of(template, RULES)
    _require_twins(template, file)
    return template


def _require_twins(template: Template, file: Path) -> None:
    """Refuse a family that no PDF can embed; a collection with it opens, because its DOCX is right all the same."""
    from proceedings_editor.exporters.pdf.font import require_twin

    for family in dict.fromkeys((template.font, *(style.font for style in template.styles.values()))):
        try:
            require_twin(family or template.font)
        except ProceedingsError as error:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
            line = next((number for number, words in enumerate(lines, 1) if family in words), 1)
            raise Source(file.name, TemplateError).fault(line, error.sentence) from error


def new_template(path: Path, like: str) -> None:
    """Copy a template to a new file for editing.

    Raises:
        UsageError: The file exists, or there is no template `like`.
        WriteError: The file cannot be written.
    """
    if path.exists():
        raise UsageError(text("{file} exists already; choose another name.", file=path))
    write_text(path, template_copy(template_file(like)))
