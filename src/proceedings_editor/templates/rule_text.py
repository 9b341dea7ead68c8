"""Changes the rule settings in a template's text and leaves every other line, comments too, as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from proceedings_editor.model.template import RuleSettings
from proceedings_editor.templates.typed_yaml import Schema
from proceedings_editor.templates.yaml_text import rendered

_BLOCK: Final = re.compile(r"^rules:[^\n]*(?:\n(?:[ \t]+\S[^\n]*|[ \t]*(?=\n[ \t]+\S)))*\n?", re.MULTILINE)
"""The key with all lines that are indented below it."""
_PLAIN: Final = Schema()


def with_rules(words: str, rules: Mapping[str, RuleSettings]) -> str:
    """Return the template's text with these settings; without any, the key goes too.

    Args:
        words: The text of a valid template.
        rules: Code -> what the template changes about the rule.
    """
    changed = {code: _PLAIN.tree(settings) for code, settings in sorted(rules.items()) if settings != RuleSettings()}
    block = rendered({"rules": changed}) if changed else ""
    if _BLOCK.search(words):
        return _BLOCK.sub(lambda _: block, words, count=1)
    return words.rstrip("\n") + "\n" + block
