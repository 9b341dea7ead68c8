"""The settings of rules as they stand in a template; where each stands is kept, for sentences about mistakes.

Which rules there are and what they can be told is known to `rules` only, which looks at the settings later.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from proceedings_editor.model.template import RuleSettings
from proceedings_editor.model.template.requirement import Origin
from proceedings_editor.templates.node import Mapped, Node, Source
from proceedings_editor.templates.typed_yaml import Schema, mapped

_ORIGIN: Final = "origin"
_OPTIONS: Final = "options"
_SCHEMA: Final = Schema()


def read_rules(node: Node, source: Source) -> Mapping[str, RuleSettings]:
    """Return what a template sets, by the rule's code as written.

    Raises:
        ReadError: The kind `source.error`; a key is unknown or a severity is none.
    """
    sheet = mapped(node, source)
    return {code: _settings(sheet, code, source) for code in sheet.values}


def rule_trees(rules: Mapping[str, RuleSettings], _context: object) -> dict[str, object]:
    """Return the settings as a template has them."""
    trees = ((code, _SCHEMA.tree(settings)) for code, settings in rules.items())
    return {code: {name: value for name, value in tree.items() if name != _ORIGIN} for code, tree in trees}


def _settings(sheet: Mapped, code: str, source: Source) -> RuleSettings:
    content = mapped(sheet.values[code], source)
    options = content.values.get(_OPTIONS)
    lines = {name: key.line for name, key in options.keys.items()} if isinstance(options, Mapped) else {}
    origin = Origin(source.name, sheet.line_of(code), lines)
    return _SCHEMA.build(RuleSettings, content, source, **{_ORIGIN: origin})
