"""Findings as lines for a person: grouped by entry, with the fix that is offered, counted at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from proceedings_editor.cli.console import Console
from proceedings_editor.texts import Text, plural, text

if TYPE_CHECKING:
    from proceedings_editor.app.ignoring import Decision
    from proceedings_editor.model.entry import Entry
    from proceedings_editor.model.finding import Finding
    from proceedings_editor.model.workspace import Workspace
    from proceedings_editor.rules.engine import Report


def print_report(report: Report, workspace: Workspace, console: Console, *, is_whole: bool = True) -> None:
    """Print the findings of a check, those of the collection last; `is_whole` says that every entry could be read."""
    from proceedings_editor.app.report_words import summary_of

    order = {entry.id: index for index, entry in enumerate(workspace.entries)}
    in_order = sorted(report.findings, key=lambda finding: order.get(finding.entry, len(order)))
    for entry_id, group in groupby(in_order, key=lambda finding: finding.entry):
        _print_heading(entry_id, workspace, console)
        for finding in group:
            for line in _lines(finding, workspace, console):
                console.result(line)
        console.result("")
    console.result(console.words(summary_of(report, is_whole=is_whole)))


def print_decisions(decisions: Iterable[Decision], workspace: Workspace, console: Console) -> None:
    """Print what was decided to be right as it is."""
    count = 0
    for entry_id, group in groupby(decisions, key=lambda one: one.entry):
        _print_heading(entry_id, workspace, console)
        for decision in group:
            count += 1
            for line in _decision_lines(decision, workspace, console):
                console.result(line)
        console.result("")
    console.result(console.words(plural("{count} ignored problem.", "{count} ignored problems.", count)))


def say_broken(broken: Iterable[str], console: Console) -> None:
    """Tell of rules that failed themselves."""
    for code in broken:
        console.say(text("The rule {code} failed and says nothing here; please report this.", code=code))


def heading(entry_id: str, workspace: Workspace) -> str:
    """Return the words above the findings of an entry: number, first author, title; "" for the collection's."""
    from proceedings_editor.app.report_words import entry_heading

    found = _entry(entry_id, workspace)
    return "" if found is None else entry_heading(found, workspace)


def _print_heading(entry_id: str, workspace: Workspace, console: Console) -> None:
    console.result(heading(entry_id, workspace) or console.words(text("The collection")))


def _entry(entry_id: str, workspace: Workspace) -> Entry | None:
    return next((entry for entry in workspace.entries if entry.id == entry_id), None)


def _lines(finding: Finding, workspace: Workspace, console: Console) -> Iterator[str]:
    from proceedings_editor.app.report_words import offer_of
    from proceedings_editor.rules.severity import SEVERITY_NAMES

    where = _where(finding, workspace)
    yield f"  {console.words(SEVERITY_NAMES[finding.severity])} {finding.code}  {console.words(where)}"
    yield f"      {console.words(finding.message)}"
    if offer := offer_of(finding):
        yield f"      {console.words(offer)}"


def _where(finding: Finding, workspace: Workspace) -> Text:
    from proceedings_editor.app.report_words import shortened
    from proceedings_editor.rules.place_name import place_name

    where = place_name(finding.place, _entry(finding.entry, workspace))
    if not finding.text:
        return where
    return text("{place}: “{words}”", place=where, words=shortened(finding.text))


def _decision_lines(decision: Decision, workspace: Workspace, console: Console) -> Iterator[str]:
    from proceedings_editor.app.report_words import shortened

    ignored = decision.ignored
    if decision.finding is not None:
        where = console.words(_where(decision.finding, workspace))
    else:
        where = console.words(text("“{words}” is no longer found", words=shortened(ignored.text or ignored.sentence)))
    yield f"  {ignored.code}  {where}"
    yield f"      {_day(ignored.day)}: {ignored.reason}"


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
