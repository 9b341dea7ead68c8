"""Looking at templates and making one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

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
    template_from_text,
    template_text,
)
from proceedings_editor.texts import text

if TYPE_CHECKING:
    from proceedings_editor.importers.docx.learning import Learned


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


def learn_template(sample: Path, like: str, name: str) -> Learned:
    """Propose a template from a sample document; what it does not show is taken from the template `like`.

    A font that the program has no metric twin of stays that of `like`: pages would break elsewhere.

    Raises:
        UsageError: There is no template `like`.
        ReadError: The sample is no readable DOCX.
    """
    from proceedings_editor.exporters.pdf.font import TWINS
    from proceedings_editor.importers.docx.learning import learn_template as learned_from

    base = load_named_template(like)
    learned = learned_from(sample, base)
    template = learned.template
    styles = {
        key: style if not style.font or style.font.casefold() in TWINS else replace(style, font="")
        for key, style in template.styles.items()
    }
    font = template.font if template.font.casefold() in TWINS else base.font
    made = replace(template, name=name, origin="", font=font, styles=styles)
    return replace(learned, template=made)


def write_template(path: Path, template: Template) -> None:
    """Write a template to a new file that `check_template` accepts.

    Raises:
        UsageError: The file exists.
        TemplateError: The template is none a collection could use.
        WriteError: The file cannot be written.
    """
    if path.exists():
        raise UsageError(text("{file} exists already; choose another name.", file=path))
    words = template_text(template)
    template_from_text(words, path.name)
    write_text(path, words)


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
