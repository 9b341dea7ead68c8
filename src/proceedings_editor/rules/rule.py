"""What a rule is: a code, what it looks at, how grave it is by default, and the function that looks.

A rule is one file of `checks/`. Its module docstring is its manual with the sections *What*, *Why*, *How to fix* and
*Examples*; its `RULE` is one of the values below, by what the rule looks at:

    PassageRule      one text at a time: a paragraph, a caption, a reference, a field, a reading; runs at every key
    EntryRule        one entry
    CollectionRule   the whole collection
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from proceedings_editor.model.finding import Severity
from proceedings_editor.rules.scope import CollectionScope, EntryScope, Hit, PassageScope


@dataclass(frozen=True, slots=True)
class NoOptions:
    """For rules that have nothing to set."""


@dataclass(frozen=True, slots=True)
class RuleBase:
    """What all rules have.

    Attributes:
        code: Family and number ("UDC001").
        severity: The default; a template may change it.
        options: Frozen dataclass of the rule's options with their defaults; a template may change its values.
    """

    code: str
    severity: Severity
    options: object


@dataclass(frozen=True, slots=True)
class PassageRule(RuleBase):
    """A rule about single texts."""

    check: Callable[[PassageScope], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class EntryRule(RuleBase):
    """A rule about an entry as a whole."""

    check: Callable[[EntryScope], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class CollectionRule(RuleBase):
    """A rule about entries side by side."""

    check: Callable[[CollectionScope], Iterable[Hit]]


Rule = PassageRule | EntryRule | CollectionRule
