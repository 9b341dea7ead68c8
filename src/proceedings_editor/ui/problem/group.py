"""Findings put together by kind, and which of them a person wants to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from proceedings_editor.model.finding import SEVERITIES, Finding, Severity
from proceedings_editor.rules.family import FAMILY_NAMES, family_of


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one rule and one severity, in the order they were found."""

    code: str
    severity: Severity
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to see.

    Attributes:
        severities: Only these.
        family: Letters of the codes, "" for all.
        entries: Only what concerns one of these entries, empty for everything.
    """

    severities: frozenset[Severity] = frozenset(SEVERITIES)
    family: str = ""
    entries: frozenset[str] = frozenset()

    def of_here(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings of the wanted entries and family, of every severity."""
        here = list(findings)
        if entries := self.entries:  # this goes through all that is wrong with a whole collection after every pause
            here = [one for one in here if one.entry in entries or (one.also and not entries.isdisjoint(one.also))]
        return [one for one in here if not self.family or family_of(one.code) == self.family]

    def of_all(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the wanted findings."""
        return [finding for finding in self.of_here(findings) if finding.severity in self.severities]


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Return the findings by kind: the gravest first, rules of one severity in the order of work."""
    kinds: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:  # tens of thousands: they are not sorted, only their kinds are
        kinds.setdefault((finding.severity, finding.code), []).append(finding)
    return tuple(Group(code, severity, tuple(kinds[severity, code])) for severity, code in sorted(kinds, key=_rank))


def _rank(kind: tuple[Severity, str]) -> tuple[int, int, str]:
    severity, code = kind
    family, order = family_of(code), tuple(FAMILY_NAMES)
    return SEVERITIES.index(severity), order.index(family) if family in order else len(order), code
