"""Reads templates: a YAML file becomes a typed `Template`, or one sentence with file, line and reason.

The file has the fields of `Template` as keys. Two things are shorter there than in memory: an element of `article:`
that only names its kind is that word alone, and a style says `base: other` and then only what differs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from proceedings_editor import __version__
from proceedings_editor.errors import TemplateError, UsageError
from proceedings_editor.model.template import HeadElement, RuleSettings, StyleName, Template, TextStyle
from proceedings_editor.resources import shipped
from proceedings_editor.templates import DEFAULT_TEMPLATE
from proceedings_editor.templates.format_version import KEY, Migrations, migrated, newest
from proceedings_editor.templates.node import Mapped, Node, Scalar, Source, decoded, parse, read_mapping
from proceedings_editor.templates.rule_sheet import read_rules, rule_trees
from proceedings_editor.templates.style_sheet import read_styles, style_trees
from proceedings_editor.templates.template_check import check
from proceedings_editor.templates.typed_yaml import Codec, Schema
from proceedings_editor.templates.yaml_text import rendered
from proceedings_editor.texts import text

_MIGRATIONS: Final[Migrations] = {}
_PLAIN: Final = Schema()


def load_template(path: Path) -> Template:
    """Read a template's file.

    Raises:
        TemplateError: The file is missing or has a mistake; the sentence names file, line and reason.
    """
    source = Source(path.name, TemplateError)
    return _built(read_mapping(path, source), source)


def template_from_text(words: str, name: str) -> Template:
    """Read a template from its text; `name` stands for the file in sentences.

    Raises:
        TemplateError: The text has a mistake.
    """
    source = Source(name, TemplateError)
    return _built(parse(words, source), source)


def shipped_templates() -> tuple[str, ...]:
    """Return the names of the templates that come with the program, the default one first."""
    names = sorted(path.stem for path in shipped("templates").glob("*.yaml"))
    return tuple(sorted(names, key=lambda name: name != DEFAULT_TEMPLATE))


def shipped_path(name: str) -> Path:
    """Return the file of a shipped template.

    Raises:
        UsageError: There is none of this name.
    """
    if name not in shipped_templates():
        known = ", ".join(shipped_templates())
        raise UsageError(text("There is no template “{name}”; there are: {known}.", name=name, known=known))
    return shipped("templates", f"{name}.yaml")


@lru_cache(maxsize=8)
def shipped_template(name: str) -> Template:
    """Return a template that comes with the program.

    Raises:
        UsageError: There is none of this name.
    """
    return load_template(shipped_path(name))


def template_copy(path: Path) -> str:
    """Return the text a new collection's `template.yaml` gets: the file's own, comments too, its origin noted.

    Raises:
        TemplateError: The file is no valid template.
    """
    template = load_template(path)
    words = decoded(path.read_bytes(), Source(path.name, TemplateError)).replace("\r\n", "\n")
    line = f'origin: "{template.name} {__version__}"'
    if template.origin:
        return re.sub(r"^origin:.*$", line, words, count=1, flags=re.MULTILINE)
    return re.sub(rf"^({KEY}:.*)$", rf"\1\n{line}", words, count=1, flags=re.MULTILINE)


def template_text(template: Template) -> str:
    """Return the text of a template's file.

    Raises:
        WriteError: The template holds something no file can hold.
    """
    return rendered({KEY: newest(_MIGRATIONS), **_SCHEMA.tree(template)})


def _built(root: Mapped, source: Source) -> Template:
    content = migrated(root, source, _MIGRATIONS)
    template = _SCHEMA.build(Template, content, source)
    check(template, content, source)
    return template


def _read_element(node: Node, source: Source) -> HeadElement:
    if isinstance(node, Scalar):
        node = Mapped({"kind": node}, node.line, {"kind": node})
    return _PLAIN.read(HeadElement, node, source)


def _write_element(element: HeadElement, _context: object) -> object:
    tree = _PLAIN.tree(element)
    return tree if len(tree) > 1 else element.kind


_SCHEMA: Final = Schema(
    {
        HeadElement: Codec(_read_element, _write_element),
        Mapping[StyleName, TextStyle]: Codec(read_styles, style_trees),
        Mapping[str, RuleSettings]: Codec(read_rules, rule_trees),
    }
)
