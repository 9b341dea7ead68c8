"""Runs rules and makes findings of what they answer.

A rule that raises is caught, named in the report, and stops no other.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import SEVERITIES, Finding
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.passage import passages_of
from proceedings_editor.rules.registry import RULES
from proceedings_editor.rules.rule import CollectionRule, EntryRule, PassageRule, Rule
from proceedings_editor.rules.scope import CollectionScope, EntryScope, Hit, Passage, PassageScope
from proceedings_editor.rules.setting import Setting, settings_of

_LOG = logging.getLogger(__name__)

_R = TypeVar("_R", PassageRule, EntryRule, CollectionRule)
_S = TypeVar("_S", PassageScope, EntryScope, CollectionScope)


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found; `broken` names the rules that failed themselves."""

    findings: tuple[Finding, ...]
    broken: tuple[str, ...] = ()


class Engine:
    """The rules as one template sets them.

    Raises:
        TemplateError: The template sets an unknown rule or option.
    """

    def __init__(self, workspace: Workspace, facts: Facts | None = None, rules: tuple[Rule, ...] = RULES) -> None:
        self._workspace = workspace
        self._facts = facts or Facts()
        self._settings = settings_of(workspace.template, rules)
        self._broken: dict[str, None] = {}

    def check(self) -> Report:
        """Check everything: each entry, then the collection."""
        entries = (self._entry(entry) for entry in self._workspace.entries)
        return self._report([*(finding for found in entries for finding in found), *self._collection()])

    def check_entry(self, entry: Entry) -> Report:
        """Check one entry; findings of the collection that name it are among them."""
        about = (found for found in self._collection() if entry.id in (found.entry, *found.also))
        return self._report([*self._entry(entry), *about])

    def check_passage(self, entry: Entry, passage: Passage) -> tuple[Finding, ...]:
        """Check one text, as after every key."""
        return tuple(self._passages(entry, (passage,)))

    def _entry(self, entry: Entry) -> Iterator[Finding]:
        passages = passages_of(entry)
        yield from self._passages(entry, passages)
        collection, template = self._workspace.collection, self._workspace.template
        for rule, setting in self._of(EntryRule):
            scope = EntryScope(entry, collection, template, passages, setting.options, self._facts)
            yield from self._found(setting, entry.id, rule.check, scope)

    def _passages(self, entry: Entry, passages: Iterable[Passage]) -> Iterator[Finding]:
        collection, template = self._workspace.collection, self._workspace.template
        for passage in passages:
            for rule, setting in self._of(PassageRule):
                scope = PassageScope(passage, entry, collection, template, setting.options, self._facts)
                yield from self._found(setting, entry.id, rule.check, scope)

    def _collection(self) -> Iterator[Finding]:
        workspace = self._workspace
        for rule, setting in self._of(CollectionRule):
            scope = CollectionScope(
                workspace.entries, workspace.collection, workspace.template, setting.options, self._facts
            )
            yield from self._found(setting, "", rule.check, scope)

    def _of(self, kind: type[_R]) -> Iterator[tuple[_R, Setting]]:
        return ((setting.rule, setting) for setting in self._settings if isinstance(setting.rule, kind))

    def _found(
        self, setting: Setting, entry: str, check: Callable[[_S], Iterable[Hit]], scope: _S
    ) -> tuple[Finding, ...]:
        code = setting.rule.code
        try:
            return tuple(_finding(setting, entry, hit) for hit in check(scope))
        except Exception:  # a mistake in one rule must not silence the others
            if code not in self._broken:
                _LOG.exception("rule %s failed on entry %s", code, entry)
            self._broken[code] = None
            return ()

    def _report(self, findings: list[Finding]) -> Report:
        return Report(tuple(findings), tuple(self._broken))


def _finding(setting: Setting, entry: str, hit: Hit) -> Finding:
    # A template's severity is for the whole rule; a lighter case stays lighter than that.
    severity = setting.severity
    if hit.severity and (not setting.changed or SEVERITIES.index(hit.severity) > SEVERITIES.index(severity)):
        severity = hit.severity
    return Finding(setting.rule.code, severity, hit.entry or entry, hit.place, hit.text, hit.message, hit.fix, hit.also)
