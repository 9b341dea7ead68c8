"""Findings that would only repeat another one: nothing is said about words that cannot be read yet."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings_editor.model.finding import Finding
from proceedings_editor.model.place import Place


def visible(findings: list[Finding], hides: Mapping[str, frozenset[str]]) -> list[Finding]:
    """Return the findings without those that a graver one at their place hides.

    Args:
        findings: Findings of one entry or text.
        hides: Code -> families, or codes, of rules whose findings in the same stretch are left out.
    """
    covers = [(finding.place, hides[finding.code]) for finding in findings if finding.code in hides]
    if not covers:
        return findings
    return [one for one in findings if one.code in hides or not any(_is_hidden(one, *cover) for cover in covers)]


def _is_hidden(finding: Finding, place: Place, families: frozenset[str]) -> bool:
    is_meant = finding.code in families or finding.code.rstrip("0123456789") in families
    return is_meant and _meet(finding.place, place)


def _meet(one: Place, other: Place) -> bool:
    if (one.field, one.block) != (other.field, other.block):
        return False
    return not one.end or not other.end or (one.start < other.end and one.end > other.start)
