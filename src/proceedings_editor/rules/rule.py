"""What a rule is: a code, how grave it is by default, its manual, and the functions that look.

A rule is one file of `checks/`. Its module docstring is its manual (see `rules.manual`), its `RULE` one value of the
class below. What it looks at follows from which functions it has: one may look at single texts, at entries and at the
collection.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from proceedings_editor.model.finding import Severity
from proceedings_editor.rules.family import family_of
from proceedings_editor.rules.protected import Protection
from proceedings_editor.rules.scope import CollectionScope, EntryScope, Hit, PassageScope
from proceedings_editor.texts import Text


@dataclass(frozen=True, slots=True)
class NoOptions:
    """For rules that have nothing to set."""


class OptionError(ValueError):
    """A value a rule's options cannot have; `wanted` says what the option `name` must be."""

    def __init__(self, name: str, wanted: Text) -> None:
        super().__init__(name)
        self.name = name
        self.wanted = wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Attributes:
        code: Family and number ("UDC001").
        severity: The default; a template may change it.
        manual: The module's docstring.
        options: Frozen dataclass of the rule's options with their defaults; a template may change its values.
        passage: Looks at one text at a time; runs at every key in it.
        about: Keys of the texts `passage` wants (see `scope.Passage`), empty for every text.
        entry: Looks at an entry as a whole.
        collection: Looks at entries side by side and at the facts they share; blocks only the book.
        subject: What fixes may touch although it is protected, because it is what the rule is about.
        hides: Families or codes of rules that say nothing about a stretch in which this rule has found something.
        on: False for a rule that is off until a template gives it a severity.
        for_author: False for what only the secretary can set right; a letter to the author leaves it out.
    """

    code: str
    severity: Severity
    manual: str
    options: object = NoOptions()
    passage: Callable[[PassageScope], Iterable[Hit]] | None = None
    about: frozenset[str] = frozenset()
    entry: Callable[[EntryScope], Iterable[Hit]] | None = None
    collection: Callable[[CollectionScope], Iterable[Hit]] | None = None
    subject: frozenset[Protection] = frozenset()
    hides: frozenset[str] = frozenset()
    on: bool = True
    for_author: bool = True

    @property
    def family(self) -> str:
        """The letters of the code."""
        return family_of(self.code)

    def wants(self, key: str) -> bool:
        """Say whether `passage` looks at texts with this key."""
        return self.passage is not None and (not self.about or key in self.about)
