"""The rules, in the order of work: encoding, characters, typography, structure, facts, citations, references."""

from __future__ import annotations

from typing import Final

from proceedings_editor.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
