"""Runs rules and makes findings of what they answer.

A rule that raises is caught, named in the report, and stops no other.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable
from copy import copy
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import SEVERITIES, Finding
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, NeverCancelled, stop_if_cancelled
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.hiding import visible
from proceedings_editor.rules.ignoring import IgnoredFinding, sifted
from proceedings_editor.rules.passage import Passage, passages_of, passages_of_collection
from proceedings_editor.rules.registry import RULES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, EntryScope, Hit, PassageScope
from proceedings_editor.rules.setting import Setting, settings_of
from proceedings_editor.rules.shared import Shared

_LOG = logging.getLogger(__name__)

_S = TypeVar("_S", PassageScope, EntryScope, CollectionScope)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A rule that reads texts, and how it does it."""

    setting: Setting
    check: Callable[[PassageScope], Iterable[Hit]]

    def sight(self) -> tuple[object, ...]:
        """What its scope depends on."""
        return self.setting.options, self.setting.rule.about, self.setting.rule.subject


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        findings: What counts.
        broken: Codes of the rules that failed themselves.
        ignored: What somebody has decided to leave as it is.
    """

    findings: tuple[Finding, ...]
    broken: tuple[str, ...] = ()
    ignored: tuple[IgnoredFinding, ...] = ()


class Engine:
    """The rules as one template sets them, over one workspace; those of some families only where `families` has any.

    A check that is cancelled raises `Cancelled` between two texts or two rules.

    Raises:
        TemplateError: The template sets an unknown rule or option.
    """

    def __init__(
        self,
        workspace: Workspace,
        facts: Facts | None = None,
        rules: tuple[Rule, ...] = RULES,
        *,
        families: Collection[str] = (),
        cancel: CancelToken | None = None,
    ) -> None:
        self._workspace = workspace
        self._facts = facts or Facts()
        settings = settings_of(workspace.template, rules)
        self._settings = tuple(one for one in settings if not families or one.rule.family in families)
        self._by_key: dict[str, tuple[tuple[_Reader, ...], ...]] = {}
        self._hides = {one.rule.code: one.rule.hides for one in self._settings if one.rule.hides}
        self._broken: dict[str, None] = {}
        self._cancel = cancel or NeverCancelled()

    def over(self, workspace: Workspace, facts: Facts) -> Engine:
        """Return an engine like this one over another workspace; cheap where the template is the same object."""
        if workspace.template is not self._workspace.template:
            return Engine(workspace, facts)
        other = copy(self)
        other._workspace, other._facts, other._broken, other._cancel = workspace, facts, {}, NeverCancelled()
        return other

    @property
    def broken(self) -> tuple[str, ...]:
        """Codes of the rules that failed so far."""
        return tuple(self._broken)

    def check(self) -> Report:
        """Check everything: each entry, then the collection."""
        entries = (finding for entry in self._workspace.entries for finding in self._entry(entry))
        return self._report([*entries, *self._collection()], self._workspace.entries)

    def check_entry(self, entry: Entry) -> Report:
        """Check one entry; findings of the collection that name it are among them."""
        about = (found for found in self._collection() if entry.id in (found.entry, *found.also))
        return self._report([*self._entry(entry), *about], self._workspace.entries)

    def check_alone(self, entry: Entry) -> Report:
        """Check one entry without comparing it with others."""
        return self._report(self._entry(entry), (entry,))

    def check_collection(self) -> Report:
        """Check what entries share and how they stand side by side."""
        return self._report(self._collection(), self._workspace.entries)

    def check_passage(self, entry: Entry, passage: Passage) -> tuple[Finding, ...]:
        """Check one text, as after every key."""
        return self._report(self._passage(entry, passage), (entry,)).findings

    def _entry(self, entry: Entry) -> list[Finding]:
        passages = passages_of(entry)
        found: list[Finding] = []
        for passage in passages:
            stop_if_cancelled(self._cancel)
            found += self._passage(entry, passage)
        collection, template, shared = self._workspace.collection, self._workspace.template, Shared()
        for setting in self._settings:
            if setting.rule.entry is not None:
                stop_if_cancelled(self._cancel)
                scope = EntryScope(entry, collection, template, passages, setting.options, self._facts, shared)
                found += self._found(setting, entry.id, setting.rule.entry, scope)
        return visible(found, self._hides)

    def _passage(self, entry: Entry | None, passage: Passage) -> list[Finding]:
        collection, template = self._workspace.collection, self._workspace.template
        entry_id = entry.id if entry else ""
        found: list[Finding] = []
        for readers in self._reading(passage.key):
            options, rule = readers[0].setting.options, readers[0].setting.rule
            scope = PassageScope(passage, entry, collection, template, options, self._facts, rule.about, rule.subject)
            for reader in readers:
                found += self._found(reader.setting, entry_id, reader.check, scope)
        return visible(found, self._hides)

    def _collection(self) -> list[Finding]:
        workspace, shared = self._workspace, Shared()
        passages = passages_of_collection(workspace.collection)
        found = [finding for passage in passages for finding in self._passage(None, passage)]
        for setting in self._settings:
            if setting.rule.collection is not None:
                stop_if_cancelled(self._cancel)
                scope = CollectionScope(
                    workspace.entries, workspace.collection, workspace.template, setting.options, self._facts, shared
                )
                found += self._found(setting, "", setting.rule.collection, scope)
        return found

    def _reading(self, key: str) -> tuple[tuple[_Reader, ...], ...]:
        """Return the rules that read texts with this key; neighbours who may share a scope are together."""
        found = self._by_key.get(key)
        if found is None:
            wanted = (one for one in self._settings if one.rule.wants(key))
            readers = (_Reader(one, one.rule.passage) for one in wanted if one.rule.passage)
            found = self._by_key[key] = tuple(tuple(group) for _, group in groupby(readers, _Reader.sight))
        return found

    def _found(self, setting: Setting, entry: str, check: Callable[[_S], Iterable[Hit]], scope: _S) -> list[Finding]:
        found: list[Finding] = []
        try:
            for hit in check(scope):
                found.append(_finding(setting, entry, hit))
        except Exception:  # a mistake in one rule must not silence the others
            code = setting.rule.code
            if code not in self._broken:
                _LOG.exception("rule %s failed on entry %s", code, entry)
            self._broken[code] = None
        return found

    def _report(self, findings: Iterable[Finding], entries: Iterable[Entry]) -> Report:
        kept, ignored = sifted(findings, entries, self._workspace.collection)
        return Report(kept, self.broken, ignored)


def _finding(setting: Setting, entry: str, hit: Hit) -> Finding:
    # A template's severity is for the whole rule; a lighter case stays lighter than that.
    severity = setting.severity
    if hit.severity and (not setting.changed or SEVERITIES.index(hit.severity) > SEVERITIES.index(severity)):
        severity = hit.severity
    return Finding(setting.rule.code, severity, hit.entry or entry, hit.place, hit.text, hit.message, hit.fix, hit.also)
