"""Findings as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from proceedings_editor.cli.console import Console
from proceedings_editor.texts import Text

if TYPE_CHECKING:
    from proceedings_editor.app.ignoring import Decision
    from proceedings_editor.model.finding import Finding
    from proceedings_editor.model.place import Place


def finding_as_json(finding: Finding, console: Console) -> dict[str, object]:
    """Return a finding; its sentences are in the person's language."""
    fix = finding.fix
    return {
        "code": finding.code,
        "severity": finding.severity,
        "entry": finding.entry,
        "place": _place(finding.place),
        "text": finding.text,
        "message": console.words(finding.message),
        "fix": fix
        and {
            "label": console.words(fix.edit.label),
            "safe": fix.safe,
            "before": _side(fix.before, console),
            "after": _side(fix.after, console),
        },
    }


def _side(side: str | Text, console: Console) -> str:
    return console.words(side) if isinstance(side, Text) else side


def decision_as_json(decision: Decision, console: Console) -> dict[str, object]:
    """Return what was decided to be right as it is; "finding" is null where nothing is found there any more."""
    ignored = decision.ignored
    return {
        "code": ignored.code,
        "entry": decision.entry,
        "where": ignored.where,
        "text": ignored.text,
        "sentence": ignored.sentence,
        "reason": ignored.reason,
        "day": ignored.day.isoformat(),
        "finding": decision.finding and finding_as_json(decision.finding, console),
    }


def _place(place: Place) -> dict[str, object]:
    where: dict[str, object] = {"block": list(place.block)} if place.block else {"field": place.field}
    return {**where, "start": place.start, "end": place.end}
