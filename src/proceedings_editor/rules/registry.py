"""The rules, in the order of work: characters, structure, facts, citations, references."""

from __future__ import annotations

from typing import Final

from proceedings_editor.rules.checks import (
    char001,
    cite001,
    cite002,
    coll001,
    coll002,
    idn001,
    idn005,
    mail001,
    meta001,
    sec001,
    udc001,
    udc002,
)
from proceedings_editor.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = tuple(
    module.RULE
    for module in (
        char001,
        meta001,
        coll001,
        coll002,
        sec001,
        udc001,
        udc002,
        idn001,
        idn005,
        mail001,
        cite001,
        cite002,
    )
)


def rule_of(code: str) -> Rule | None:
    """Return the rule with this code, in any case, or None."""
    return next((rule for rule in RULES if rule.code == code.upper()), None)
