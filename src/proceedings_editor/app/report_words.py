"""What reports say of entries and findings, whichever form they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from proceedings_editor.app.collection import largest_number
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.engine import Report
from proceedings_editor.templates.person_line import person_name
from proceedings_editor.templates.wording import printed_number
from proceedings_editor.texts import Text, plural, text

_LONGEST = 70


def entry_heading(entry: Entry, workspace: Workspace) -> str:
    """Return number (or id), first author and title of an entry."""
    number = printed_number(entry.number, largest_number(workspace.entries)) or entry.id
    author = person_name(entry.authors[0], "surname_initials", entry.language) if entry.authors else ""
    return " · ".join(filter(None, (number, author, shortened(entry.title.best(entry.language)))))


def counts_of(findings: Iterable[Finding], *, is_whole: bool = True) -> Text:
    """Return how many errors, warnings and remarks there are; `is_whole` says that every entry could be read."""
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return text("Nothing was found.") if is_whole else text("Nothing was found in the entries that could be read.")
    return text(
        "{errors}, {warnings}, {information}.",
        errors=plural("{count} error", "{count} errors", counts["error"]),
        warnings=plural("{count} warning", "{count} warnings", counts["warning"]),
        information=plural("{count} remark", "{count} remarks", counts["information"]),
    )


def summary_of(report: Report, *, is_whole: bool = True) -> Text:
    """Return the counts of a report, and how much somebody has decided to ignore."""
    found = counts_of(report.findings, is_whole=is_whole)
    if not report.ignored:
        return found
    ignored = plural("{count} ignored problem.", "{count} ignored problems.", len(report.ignored))
    return text("{found} {ignored}", found=found, ignored=ignored)


def offer_of(finding: Finding) -> Text | None:
    """Return the words for what can mend a finding."""
    if finding.fix is None:
        return None
    label = finding.fix.edit.label
    return text("Fix: {label}", label=label) if finding.fix.safe else text("Proposal: {label}", label=label)


def shortened(words: str, most: int = _LONGEST) -> str:
    """Return words in one line that fits beside others."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1] + "…"
