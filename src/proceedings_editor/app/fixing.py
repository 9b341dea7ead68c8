"""Fix: mending what the rules know how to mend, until nothing more changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from proceedings_editor.app.collection import chosen_entries
from proceedings_editor.app.facts import gather_facts
from proceedings_editor.errors import UsageError
from proceedings_editor.model.edit import EditError, moves_places
from proceedings_editor.model.finding import Finding, Fix
from proceedings_editor.model.workspace import Workspace, in_order
from proceedings_editor.progress import CancelToken, NeverCancelled, stop_if_cancelled
from proceedings_editor.rules.engine import Engine
from proceedings_editor.rules.facts import Facts
from proceedings_editor.rules.registry import rule_of
from proceedings_editor.storage.folder import Opened, rename_entry, save_collection, save_entry
from proceedings_editor.texts import text

MOST_PASSES: Final = 50
"""Fixes that keep undoing each other end here."""


@dataclass(frozen=True, slots=True)
class FixRequest:
    """Which findings to mend.

    Attributes:
        names: Numbers, ids or file names of entries; () for all and the collection.
        code: Only this rule's findings, "" for every rule.
        proposals: Mend also what a person would be asked about.
        dry_run: Write nothing.
    """

    names: tuple[str, ...] = ()
    code: str = ""
    proposals: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Fixed:
    """One finding that was mended, with the fix that did it."""

    finding: Finding
    fix: Fix


@dataclass(frozen=True, slots=True)
class FixReport:
    """What was mended, in the order it was done, and the workspace after it; `broken` names rules that failed."""

    workspace: Workspace
    fixed: tuple[Fixed, ...]
    broken: tuple[str, ...]


def fix_collection(folder: Path, opened: Opened, request: FixRequest) -> FixReport:
    """Mend the collection in `folder` and write what changed.

    Raises:
        UsageError: A name fits no entry, or there is no such rule.
        TemplateError: The template sets a rule or an option that does not exist.
        WriteError: A file could not be written; it is as it was.
    """
    if request.code and rule_of(request.code) is None:
        raise UsageError(text("There is no rule “{code}”; “rules” lists them all.", code=request.code))
    entries = frozenset(entry.id for entry in chosen_entries(opened, request.names)) if request.names else None
    facts = partial(gather_facts, folder, today=date.today(), files=opened.sources)
    report = fix_workspace(opened.workspace, _chooser(request, entries), facts=facts)
    if not request.dry_run:
        _write(folder, opened, report.workspace)
    return report


def fix_workspace(
    workspace: Workspace,
    wanted: Callable[[Finding], bool],
    entries: frozenset[str] | None = None,
    cancel: CancelToken | None = None,
    facts: Callable[[Workspace], Facts] | None = None,
) -> FixReport:
    """Mend the wanted findings, check again, and so on until a pass changes nothing.

    Args:
        workspace: Where.
        wanted: Says which findings to mend.
        entries: Ids of the only entries to look at, None for all; the collection's own findings are always looked at.
        cancel: Asked between entries; None for work that cannot be stopped.
        facts: Gives what is known beyond a workspace (see `app.facts`).

    Raises:
        Cancelled: The token says so; nothing is changed.
    """
    fixed: list[Fixed] = []
    broken: dict[str, None] = {}
    token = cancel or NeverCancelled()
    touched = entries  # entries to look at again; None for all
    for _ in range(MOST_PASSES):
        engine = Engine(workspace, facts(workspace) if facts else None)
        findings = [finding for finding in _findings(engine, workspace, touched, token) if wanted(finding)]
        after, made = _mended(workspace, findings)
        broken |= dict.fromkeys(engine.broken)
        if not made:
            break
        workspace = replace(after, entries=in_order(after.entries))
        fixed += made
        changed = frozenset(one.fix.edit.entry for one in made)
        touched = entries if "" in changed else changed
    return FixReport(workspace, tuple(fixed), tuple(broken))


def _chooser(request: FixRequest, entries: frozenset[str] | None) -> Callable[[Finding], bool]:
    def wanted(finding: Finding) -> bool:
        if finding.fix is None or not (finding.fix.safe or request.proposals):
            return False
        if request.code and finding.code != request.code.upper():
            return False
        return entries is None or finding.fix.edit.entry in entries

    return wanted


def _findings(
    engine: Engine, workspace: Workspace, touched: frozenset[str] | None, cancel: CancelToken
) -> Iterator[Finding]:
    for entry in workspace.entries:
        stop_if_cancelled(cancel)
        if touched is None or entry.id in touched:
            yield from engine.check_alone(entry).findings
    yield from engine.check_collection().findings


def _mended(workspace: Workspace, findings: Iterable[Finding]) -> tuple[Workspace, list[Fixed]]:
    """Apply the fixes of one check that do not meet; the next check finds what is left.

    A fix that moves blocks or references comes last, one to an entry, because it moves the places of the others.
    """
    made: list[Fixed] = []
    apart = list(_apart(findings))
    moving = {fix.edit.entry: (finding, fix) for finding, fix in reversed(apart) if moves_places(fix.edit)}
    staying = [(finding, fix) for finding, fix in apart if not moves_places(fix.edit)]
    for finding, fix in (*staying, *moving.values()):
        try:
            changed = fix.edit.apply(workspace)
        except EditError:  # a fix before it took its place away
            continue
        if changed is not workspace:
            workspace = changed
            made.append(Fixed(finding, fix))
    return workspace, made


def _apart(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Fix]]:
    """Yield the fixes whose places do not meet, those of one text from its end backwards, so that places stay true."""
    by_text: dict[tuple[str, str, tuple[int, ...]], list[tuple[Finding, Fix]]] = {}
    for finding in findings:
        if finding.fix is not None:
            place = finding.fix.edit.place
            by_text.setdefault((finding.fix.edit.entry, place.field, place.block), []).append((finding, finding.fix))
    for found in by_text.values():
        begins: int | None = None
        for finding, fix in sorted(found, key=lambda one: _stretch(one[1])[0], reverse=True):
            start, end = _stretch(fix)
            if begins is None or (end is not None and end <= begins):
                yield finding, fix
                begins = start


def _stretch(fix: Fix) -> tuple[int, int | None]:
    """Return what of its text a fix touches; (0, None) for the whole."""
    place = fix.edit.place
    return (place.start, place.end) if place.end else (0, None)


def _write(folder: Path, opened: Opened, workspace: Workspace) -> None:
    before = {entry.id: entry for entry in opened.workspace.entries}
    save_collection(folder, opened.workspace.collection, workspace.collection)
    for entry in workspace.entries:
        file = save_entry(folder, before[entry.id], entry, opened.sources[entry.id])
        if entry.number != before[entry.id].number:
            rename_entry(folder, entry, file)
