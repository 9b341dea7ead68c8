"""What was found says the same packed and unpacked, entry by entry and by kind."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.app.found import Found, Kind, Wanted, grouped
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.finding import SEVERITIES, Finding, Fix
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text

fixes = st.none() | st.builds(
    lambda safe, words: Fix(SetField("e", "doi", words, text("Change")), safe, "", words), st.booleans(), st.text()
)
kinds = st.sampled_from([Kind(severity, code) for severity in SEVERITIES for code in ("UDC001", "CITE001", "COLL001")])


@st.composite
def found(draw: st.DrawFn) -> Found:
    owner = draw(st.sampled_from(["a", "b", "c", ""]))
    also = draw(st.sampled_from([(), ("a", "b")])) if not owner else ()
    findings = [
        Finding(kind.code, kind.severity, owner, Place("doi"), str(number), text("Entry"), fix, also)
        for number, (kind, fix) in enumerate(draw(st.lists(st.tuples(kinds, fixes), max_size=8)))
    ]
    return Found(owner, tuple(findings))


collections = st.lists(found(), max_size=5, unique_by=lambda one: one.owner)


@given(found())
def test_packed_it_says_the_same(one: Found) -> None:
    small = one.packed()
    assert small.findings == one.findings
    assert (small.owner, small.tallies, small.counts()) == (one.owner, one.tallies, one.counts())
    assert small.packed() is small
    assert one.counts() == Counter(finding.severity for finding in one.findings)


@given(collections)
def test_kinds_list_every_finding_once_in_the_order_it_was_found(found: list[Found]) -> None:
    groups = grouped(one.packed() for one in found)
    listed = [finding for group in groups for finding in group]
    assert Counter(map(repr, listed)) == Counter(repr(finding) for one in found for finding in one.findings)
    for group in groups:
        alone = [one for part in found for one in part.findings if (one.severity, one.code) == group.kind]
        assert list(group) == [group[place] for place in range(len(group))] == list(group[:]) == alone
        assert group.is_fixable == any(one.fix for one in alone)
        assert group.is_safe == any(one.fix and one.fix.safe for one in alone)
    assert [SEVERITIES.index(group.severity) for group in groups] == sorted(
        SEVERITIES.index(group.severity) for group in groups
    )


@given(collections)
def test_a_finding_is_found_in_its_kind_and_in_no_other(found: list[Found]) -> None:
    groups = grouped(one.packed() for one in found)
    for finding in (one for part in found for one in part.findings):
        places = [(group, group.place_of(finding)) for group in groups]
        there = [(group, place) for group, place in places if place >= 0]
        assert len(there) == 1
        assert there[0][0][there[0][1]] == finding


@given(collections, st.frozensets(st.sampled_from(["a", "b", "c"])))
def test_only_what_concerns_the_wanted_entries_shows(found: list[Found], entries: frozenset[str]) -> None:
    shown = [one for part in Wanted(entries=entries).of_here(found) for one in part.findings]
    expected = [
        one
        for part in found
        for one in part.findings
        if not entries or not entries.isdisjoint((one.entry, *one.also)) or not any((one.entry, *one.also))
    ]
    assert shown == expected


def test_a_family_shows_alone() -> None:
    found = Found("a", tuple(Finding(code, "error", "a", Place(), "", text("Entry")) for code in ("UDC001", "CITE001")))
    assert [group.code for group in grouped([found], "UDC")] == ["UDC001"]
    assert {group.code for group in grouped([found])} == {"UDC001", "CITE001"}
