"""The rules: every file of `checks/` holds one, listed in the order of work.

Until the characters are right nothing else is, so they come first; then typography and structure, facts and people,
citations and references, files.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from proceedings_editor.rules import checks
from proceedings_editor.rules.family import FAMILY_NAMES
from proceedings_editor.rules.rule import Rule

_BEFORE_ALL: Final = ("CHAR003",)
"""Text in a wrong encoding has to be read before anything can be said about it."""


def _rules() -> tuple[Rule, ...]:
    found: list[Rule] = [import_module(f"{checks.__name__}.{file.name}").RULE for file in iter_modules(checks.__path__)]
    order = tuple(FAMILY_NAMES)
    return tuple(sorted(found, key=lambda rule: (rule.code not in _BEFORE_ALL, order.index(rule.family), rule.code)))


RULES: Final = _rules()


def rule_of(code: str) -> Rule | None:
    """Return the rule with this code, in any case, or None."""
    return next((rule for rule in RULES if rule.code == code.upper()), None)
