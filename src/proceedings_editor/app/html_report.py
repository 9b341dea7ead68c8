"""The report of a check as an HTML page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from proceedings_editor.app.ignoring import Decision
from proceedings_editor.app.report_words import counts_of, entry_heading, offer_of, shortened, summary_of
from proceedings_editor.exporters.report.page import EntryRows, ReportPage, Row, RuleRows, Words, html_page
from proceedings_editor.language.date import format_date
from proceedings_editor.model.finding import SEVERITIES, Finding
from proceedings_editor.model.local import Language
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.rules.engine import Report
from proceedings_editor.rules.manual import manual_of
from proceedings_editor.rules.place_name import place_name
from proceedings_editor.rules.registry import rule_of
from proceedings_editor.rules.severity import SEVERITY_NAMES
from proceedings_editor.storage.atomic import write_text
from proceedings_editor.texts import Text, text

_QUOTED: Final = 200


def write_html_report(
    file: Path, report: Report, decisions: Sequence[Decision], workspace: Workspace, language: Language, today: date
) -> None:
    """Write a report as one page, grouped by entry and rule.

    Args:
        file: The file to write.
        report: What a check found.
        decisions: What was decided to be right as it is; listed at the end.
        workspace: The collection.
        language: Language of the page.
        today: The day printed on it.

    Raises:
        WriteError: The file could not be written.
    """
    write_text(file, html_page(_Writer(workspace, language).page(report, decisions, today)))


class _Writer:
    """Words the findings of one workspace in one language."""

    def __init__(self, workspace: Workspace, language: Language) -> None:
        self._workspace, self._language = workspace, language
        self._entries = {entry.id: entry for entry in workspace.entries}

    def page(self, report: Report, decisions: Sequence[Decision], today: date) -> ReportPage:
        say = self._say
        name = self._workspace.collection.name.best(self._language)
        title = text("Check of “{name}”", name=name) if name else text("Check of the collection")
        return ReportPage(
            self._language,
            say(title),
            (format_date(today, self._language), say(summary_of(report))),
            Words(say(text("Entries")), say(text("Where")), say(text("Problem")), say(text("Nothing was found."))),
            tuple(self._sections(report.findings)),
            say(text("Ignored problems")),
            tuple(self._decided(decisions)),
        )

    def _sections(self, findings: Sequence[Finding]) -> Iterator[EntryRows]:
        order = {entry: index for index, entry in enumerate(self._entries)}
        for found in _grouped(findings, lambda one: (order.get(one.entry, len(order)), one.entry)):
            counts = self._say(counts_of(found))
            yield EntryRows(self._heading(found[0].entry), counts, tuple(self._rules(found)))

    def _rules(self, findings: Sequence[Finding]) -> Iterator[RuleRows]:
        graver = {severity: index for index, severity in enumerate(SEVERITIES)}
        for found in _grouped(findings, lambda one: (graver[one.severity], one.code)):
            first = found[0]
            severity = self._say(SEVERITY_NAMES[first.severity])
            rows = tuple(map(self._row, found))
            yield RuleRows(first.code, self._rule_title(first.code), severity, first.severity, rows)

    def _row(self, finding: Finding) -> Row:
        offer = offer_of(finding)
        return Row(
            self._place(finding),
            shortened(finding.text, _QUOTED),
            self._say(finding.message),
            self._say(offer) if offer else "",
        )

    def _decided(self, decisions: Sequence[Decision]) -> Iterator[EntryRows]:
        for entry, group in groupby(decisions, key=lambda one: one.entry):
            rules = tuple(map(self._decision, group))
            yield EntryRows(self._heading(entry), "", rules)

    def _decision(self, decision: Decision) -> RuleRows:
        ignored = decision.ignored
        where = self._place(decision.finding) if decision.finding else self._say(text("No longer found"))
        day = format_date(ignored.day, self._language)
        row = Row(where, shortened(ignored.text or ignored.sentence, _QUOTED), f"{day}: {ignored.reason}")
        return RuleRows(ignored.code, self._rule_title(ignored.code), "", "", (row,))

    def _heading(self, entry_id: str) -> str:
        entry = self._entries.get(entry_id)
        return entry_heading(entry, self._workspace) if entry else self._say(text("The collection"))

    def _place(self, finding: Finding) -> str:
        return self._say(place_name(finding.place, self._entries.get(finding.entry)))

    def _rule_title(self, code: str) -> str:
        rule = rule_of(code)
        return self._say(manual_of(rule.manual).title) if rule else ""

    def _say(self, sentence: Text) -> str:
        return sentence.in_language(self._language)


def _grouped(findings: Iterable[Finding], key: Callable[[Finding], tuple[int, str]]) -> Iterator[list[Finding]]:
    """Yield the findings with equal keys together, in the order of the keys."""
    for _, group in groupby(sorted(findings, key=key), key=key):
        yield list(group)
