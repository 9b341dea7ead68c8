"""Checking while a person works: what was checked stays known, only what changed is looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice
from operator import is_
from typing import Final

from proceedings_editor.app.found import Found
from proceedings_editor.errors import Cancelled
from proceedings_editor.model.body import Block
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.finding import SEVERITIES, Finding, Severity
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.path import value_at
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Template
from proceedings_editor.model.walk import children, text_of
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.ignoring import IgnoredFinding
from proceedings_editor.rules.passage import Passage, block_passage, field_passage, reference_passage
from proceedings_editor.rules.registry import rule_of
from proceedings_editor.rules.spelling import IsWord

AT_ONCE: Final = 10
"""Entries looked at in one piece of work, so that the newest text never waits long for its turn."""


@dataclass(frozen=True)
class Checked:
    """What is known about one entry, and of which state of it."""

    entry: Entry
    collection: Collection
    template: Template
    found: Found
    ignored: tuple[IgnoredFinding, ...] = ()
    pages: int | None = None
    is_word: IsWord | None = None

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        return self.found.counts()

    def holds(self, entry: Entry, workspace: Workspace, facts: Facts) -> bool:
        """Whether it is still about this state of the entry, and its pages and words are as they were."""
        same = self.entry is entry and self.collection is workspace.collection and self.is_word == facts.is_word
        return same and self.template is workspace.template and self.pages == facts.pages.get(entry.id)


@dataclass(frozen=True, slots=True)
class LiveReport:
    """What is known about a collection so far.

    Attributes:
        entries: By id.
        shared, shared_ignored: Findings of the collection; of the workspace `shared_of`.
        engine: What looked last; None before that.
    """

    entries: Mapping[str, Checked] = field(default_factory=dict)
    shared: Found = field(default_factory=Found)
    shared_of: Workspace | None = None
    shared_ignored: tuple[IgnoredFinding, ...] = ()
    engine: Engine | None = None

    def found(self, workspace: Workspace) -> tuple[Found, ...]:
        """Return what was found in the order of the entries, that of the collection last."""
        known = (self.entries.get(entry.id) for entry in workspace.entries)
        return (*(checked.found for checked in known if checked), self.shared)

    def findings(self, workspace: Workspace) -> tuple[Finding, ...]:
        """Return all findings in the same order; where there are thousands of entries, this takes seconds."""
        return tuple(chain.from_iterable(found.findings for found in self.found(workspace)))

    def ignored(self, workspace: Workspace) -> tuple[IgnoredFinding, ...]:
        """Return what somebody has decided to leave as it is, in the same order."""
        known = (self.entries.get(entry.id) for entry in workspace.entries)
        return (*(one for checked in known if checked for one in checked.ignored), *self.shared_ignored)

    def about(self, entry_id: str) -> tuple[Finding, ...]:
        """Return the findings that name one entry, its own first."""
        known = self.entries.get(entry_id)
        shared = (finding for finding in self.shared.findings if entry_id in (finding.entry, *finding.also))
        return (*(known.found.findings if known else ()), *shared)

    def counts(self) -> Mapping[Severity, int]:
        """Return how many findings there are of each severity; cheap, because only what is new is counted."""
        parts = [self.shared.counts(), *(checked.counts for checked in self.entries.values())]
        return {severity: sum(part.get(severity, 0) for part in parts) for severity in SEVERITIES}

    def gravest(self) -> Mapping[str, Severity]:
        """Return the gravest severity by entry id; cheap like `counts`."""
        found = {key: min(one.counts, key=SEVERITIES.index) for key, one in self.entries.items() if one.counts}
        for finding in self.shared.findings:
            for entry_id in filter(None, (finding.entry, *finding.also)):
                found[entry_id] = min(found.get(entry_id, finding.severity), finding.severity, key=SEVERITIES.index)
        return found

    def is_complete(self, workspace: Workspace, facts: Facts | None = None) -> bool:
        """Whether nothing of the workspace is left to look at."""
        return self.shared_of is workspace and not any(True for _ in self._stale(workspace, facts or Facts()))

    def _stale(self, workspace: Workspace, facts: Facts) -> Iterable[Entry]:
        for entry in workspace.entries:
            known = self.entries.get(entry.id)
            if known is None or not known.holds(entry, workspace, facts):
                yield entry

    def stale(self, workspace: Workspace, first: str, facts: Facts | None = None) -> list[Entry]:
        """Return what has to be looked at, the entry `first` before the others."""
        return sorted(self._stale(workspace, facts or Facts()), key=lambda entry: entry.id != first)


def check_more(
    report: LiveReport, workspace: Workspace, first: str, cancel: CancelToken, facts: Facts | None = None
) -> LiveReport:
    """Look at some of what is not known yet; to be called until the report is complete.

    Where `cancel` says so, what was found until then is returned.

    Raises:
        TemplateError: The template sets a rule or an option that does not exist.
    """
    facts = facts or Facts()
    engine = Engine(workspace, facts, cancel=cancel)
    entries = {entry.id: report.entries[entry.id] for entry in workspace.entries if entry.id in report.entries}
    with suppress(Cancelled):
        for entry in islice(report.stale(workspace, first, facts), AT_ONCE):
            report_of_entry = engine.check_alone(entry)
            before = entries.get(entry.id)
            found = _again(before.found if before else Found(entry.id), report_of_entry.findings)
            entries[entry.id] = Checked(
                entry,
                workspace.collection,
                workspace.template,
                found if entry.id == first else found.packed(),
                report_of_entry.ignored,
                facts.pages.get(entry.id),
                facts.is_word,
            )
    report = replace(report, entries=entries, engine=engine)
    if report.shared_of is workspace or report.stale(workspace, first, facts):
        return report
    with suppress(Cancelled):
        shared = engine.check_collection()
        found = _again(report.shared, shared.findings)
        report = replace(report, shared=found, shared_of=workspace, shared_ignored=shared.ignored)
    return report


def _again(before: Found, findings: tuple[Finding, ...]) -> Found:
    """Return what was known before where nothing else was found."""
    old = before.findings
    kept = _kept(old, findings)
    return before if kept is old else Found(before.owner, kept)


def _kept(before: tuple[Finding, ...], found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return what was known before where nothing else was found: whoever shows it sees at once that it is the same."""
    known = {(one.code, one.place, one.text): one for one in before}
    same = (known.get((one.code, one.place, one.text)) for one in found)
    again = tuple(old if old == new else new for old, new in zip(same, found, strict=True))
    return before if len(before) == len(again) and all(map(is_, before, again)) else again


def check_place(
    report: LiveReport, workspace: Workspace, entry: Entry, place: Place, facts: Facts | None = None
) -> LiveReport:
    """Look again at the one text that changed, as after a key; everything else stays as it was known.

    Raises:
        TemplateError: The template sets a rule or an option that does not exist.
    """
    known = report.entries.get(entry.id)
    if known is None:
        return report
    facts = facts or Facts()
    engine = report.engine.over(workspace, facts) if report.engine else Engine(workspace, facts)
    passages = _passages_at(entry, place)
    found = tuple(finding for passage in passages for finding in engine.check_passage(entry, passage))
    before = known.found.findings
    old = tuple(one for one in before if _same_text(one.place, place) and _reads_texts(one.code))
    found = _kept(old, found)
    if found is not old:
        gone = set(map(id, old))
        known = replace(known, found=Found(entry.id, (*found, *(one for one in before if id(one) not in gone))))
    return replace(report, entries={**report.entries, entry.id: known})


def _passages_at(entry: Entry, place: Place) -> Iterator[Passage]:
    """Yield the one text of a place, without going through the others; the words of its notes wait for the worker."""
    if place.block:
        block: Block | None = None
        blocks: Sequence[Block] = entry.body
        for index in place.block:
            if index >= len(blocks):
                return
            block = blocks[index]
            blocks = children(block)
        if block is not None and (words := text_of(block)):
            yield block_passage(place.block, words, entry.language)
        return
    try:
        value = value_at(entry, place.field)
    except (LookupError, ValueError):
        return
    version = place.field.rpartition(".")[2]
    language = next((one for one in LANGUAGES if one == version), entry.language)
    if isinstance(value, Reference):
        yield reference_passage(entry, int(version))
    elif isinstance(value, str) and value and not place.field.startswith("readings"):
        yield field_passage(place.field, value, language)


def _same_text(one: Place, other: Place) -> bool:
    return one.field == other.field and one.block == other.block


def _reads_texts(code: str) -> bool:
    rule = rule_of(code)
    return rule is not None and rule.passage is not None
