"""Changes the rule settings in a template's text and leaves every other line, comments too, as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from proceedings_editor.model.template import RuleSettings
from proceedings_editor.templates.node import Source, parse
from proceedings_editor.templates.rule_sheet import read_rules, rule_trees
from proceedings_editor.templates.yaml_text import rendered

_BLOCK: Final = re.compile(r"^rules:[^\n]*(?:\n(?:[ \t]+\S[^\n]*|[ \t]*(?=\n[ \t]+\S)))*\n?", re.MULTILINE)
"""The key with all lines that are indented below it."""
_KEY: Final = "rules"


def with_rules(words: str, rules: Mapping[str, RuleSettings]) -> str:
    """Return the template's text with these settings; without any, the key goes too.

    Args:
        words: The text of a valid template.
        rules: Code -> what the template changes about the rule.
    """
    block = rules_text(rules)
    if _BLOCK.search(words):
        return _BLOCK.sub(lambda _: block, words, count=1)
    return words.rstrip("\n") + "\n" + block


def rules_text(rules: Mapping[str, RuleSettings]) -> str:
    """Return the key with these settings as a template has it, "" without any."""
    changed = {code: settings for code, settings in sorted(rules.items()) if settings != RuleSettings()}
    return rendered({_KEY: rule_trees(changed, None)}) if changed else ""


def rules_from_text(words: str, name: str) -> Mapping[str, RuleSettings]:
    """Return the settings that `rules_text` wrote; `name` stands for the file in sentences.

    Raises:
        ReadError: The text has a mistake.
    """
    source = Source(name)
    return read_rules(parse(words, source).values[_KEY], source) if words else {}
