"""Leaving a finding as it is, with a reason; which decisions there are and whether they still meet anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from proceedings_editor.errors import UsageError
from proceedings_editor.model.edit import Edit, IgnoreFinding, WatchAgain
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.ignored import Ignored
from proceedings_editor.model.place import Place
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.ignoring import IgnoredFinding, ignored_of
from proceedings_editor.texts import text


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of an entry or of the collection.

    Attributes:
        entry: Id of the entry, "" for the collection.
        finding: What it takes out of the report now; None where nothing is found there any more: the sentence has
            changed, the fault is gone, or the rule was not asked this time.
    """

    entry: str
    ignored: Ignored
    finding: Finding | None = None


def ignore(workspace: Workspace, finding: Finding, reason: str, day: date) -> Edit:
    """Return the edit that leaves a finding as it is; it can be undone like any other.

    Raises:
        UsageError: There is no reason: without one nobody will know later whether it still holds.
    """
    if not reason.strip():
        raise UsageError(text("Say in a few words why this is right as it is."))
    ignored = ignored_of(finding, _entry(workspace, finding.entry), workspace.collection, reason.strip(), day)
    return IgnoreFinding(finding.entry, ignored, text("Ignore {code}", code=finding.code), finding.place)


def watch_again(decision: Decision) -> Edit:
    """Return the edit that takes a decision back."""
    place = decision.finding.place if decision.finding else Place()
    label = text("Check {code} again", code=decision.ignored.code)
    return WatchAgain(decision.entry, decision.ignored, label, place)


def decisions(
    workspace: Workspace, ignored: Iterable[IgnoredFinding], only: Iterable[Entry] | None = None
) -> tuple[Decision, ...]:
    """Return all decisions in the order of the entries, those of the collection last.

    Args:
        workspace: The collection.
        ignored: What a check left out (see `Report.ignored`).
        only: The entries to look at, without the collection; None for everything.
    """
    met = {(one.finding.entry, one.ignored.subject): one.finding for one in ignored}
    owners = [(entry.id, entry.ignored) for entry in (workspace.entries if only is None else only)]
    if only is None:
        owners.append(("", workspace.collection.ignored))
    return tuple(
        Decision(owner, decision, met.get((owner, decision.subject))) for owner, made in owners for decision in made
    )


def _entry(workspace: Workspace, entry_id: str) -> Entry | None:
    return next((entry for entry in workspace.entries if entry.id == entry_id), None)
