"""What is wrong with one entry, small in memory while nobody looks at it, and all of a collection by kind.

A finding with its fix takes some thousand bytes; an article in need of work has a hundred and more, a collection a
thousand articles. Here those of an entry are packed into a hundredth of that, beside a tally by kind, which is all that
counts, signs and the list of kinds need.
"""

from __future__ import annotations

import pickle
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple, overload

from proceedings_editor.app.settling import COLLECTION
from proceedings_editor.model.finding import SEVERITIES, Finding, Severity
from proceedings_editor.rules.family import FAMILY_NAMES, family_of

_MOST_UNPACKED: Final = 16
"""Entries whose findings stay as they are after somebody looked at them."""
_FAST: Final = 1
"""zlib's level; see `storage/packing`."""


class Kind(NamedTuple):
    """One rule with one severity."""

    severity: Severity
    code: str


class Tally(NamedTuple):
    """How many findings of one kind there are, and whether some can be mended, and mended without asking."""

    number: int
    is_fixable: bool
    is_safe: bool


class Found:
    """The findings of one entry, or those of the whole collection.

    Attributes:
        owner: Id of the entry, "" for the collection.
        tallies: By kind.
    """

    __slots__ = ("_findings", "_packed", "owner", "tallies")

    def __init__(self, owner: str = "", findings: tuple[Finding, ...] = ()) -> None:
        self.owner: Final = owner
        self.tallies: Final[Mapping[Kind, Tally]] = _tallies(findings)
        self._findings: tuple[Finding, ...] | None = findings
        self._packed = b""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, in the order they were found; the same objects as long as they are looked at."""
        return _unpacked(self._packed) if self._findings is None else self._findings

    def packed(self) -> Found:
        """Return the same findings small; it takes a thousandth of a second to look at them again."""
        if self._findings is None or not self._findings:
            return self
        small = Found.__new__(Found)
        small.owner, small.tallies = self.owner, self.tallies  # type: ignore[misc]  # it is made here
        small._findings = None
        small._packed = zlib.compress(pickle.dumps(self._findings, pickle.HIGHEST_PROTOCOL), _FAST)
        return small

    def of_kind(self, kind: Kind) -> tuple[Finding, ...]:
        """Return those of one kind."""
        return tuple(one for one in self.findings if (one.severity, one.code) == kind)

    def counts(self) -> Counter[Severity]:
        """Return how many there are of each severity."""
        counts: Counter[Severity] = Counter()
        for kind, tally in self.tallies.items():
            counts[kind.severity] += tally.number
        return counts


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to see.

    Attributes:
        severities: Only these.
        family: Letters of the codes, "" for all.
        entries: Only what concerns one of these entries, as facts of the collection do; empty for everything.
        settings: Only what the collection's own facts are about; then no entry matters.
    """

    severities: frozenset[Severity] = frozenset(SEVERITIES)
    family: str = ""
    entries: frozenset[str] = frozenset()
    settings: bool = False

    def may_concern(self, owner: str) -> bool:
        """Whether something of this owner, "" for the collection, can be wanted."""
        return not owner or (not self.settings and (not self.entries or owner in self.entries))

    def of_here(self, found: Iterable[Found]) -> list[Found]:
        """Return what concerns the wanted entries, or the settings, of every kind."""
        if not self.entries and not self.settings:
            return list(found)
        return [self._concerning(one) for one in found if self.may_concern(one.owner)]

    def _concerning(self, found: Found) -> Found:
        if found.owner:
            return found
        return Found("", tuple(one for one in found.findings if self._concerns(one)))

    def _concerns(self, finding: Finding) -> bool:
        if self.settings:
            return is_of_settings(finding)
        names = finding.entry, *finding.also
        return not any(names) or not self.entries.isdisjoint(names)


def is_of_settings(finding: Finding) -> bool:
    """Whether a finding is about a fact of the collection, which stands in its settings."""
    return finding.place.field.startswith(COLLECTION)


class Group(Sequence[Finding]):
    """The findings of one kind in several entries, as if they stood in one list: each is looked for when asked for."""

    def __init__(self, kind: Kind, found: Sequence[Found]) -> None:
        self.kind: Final = kind
        tallies = [one.tallies[kind] for one in found]
        self.is_fixable: Final = any(tally.is_fixable for tally in tallies)
        self.is_safe: Final = any(tally.is_safe for tally in tallies)
        self._found = found
        self._starts = list(accumulate((tally.number for tally in tallies), initial=0))
        self._last: tuple[int, tuple[Finding, ...]] = (-1, ())

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How grave they are."""
        return self.kind.severity

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...

    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        part = bisect_right(self._starts, index) - 1
        if self._last[0] != part:  # a list asks for its rows one after the other, and for each many times
            self._last = part, self._found[part].of_kind(self.kind)
        return self._last[1][index - self._starts[part]]

    def __iter__(self) -> Iterator[Finding]:
        for one in self._found:
            yield from one.of_kind(self.kind)

    def place_of(self, finding: Finding) -> int:
        """Return where a finding is, itself or one that says the same; -1 where neither is."""
        if (finding.severity, finding.code) != self.kind:
            return -1
        places = [
            (start + place, one)
            for start, part in zip(self._starts, self._found, strict=False)
            if part.owner in ("", finding.entry)
            for place, one in enumerate(part.of_kind(self.kind))
        ]
        same = (place for place, one in places if one is finding)
        return next(same, next((place for place, one in places if one == finding), -1))


def grouped(found: Iterable[Found], family: str = "") -> tuple[Group, ...]:
    """Return what was found by kind: the gravest first, rules of one severity in the order of work.

    Args:
        found: What was found.
        family: Letters of the codes, "" for all.
    """
    kinds: dict[Kind, list[Found]] = {}
    for one in found:
        for kind in one.tallies:
            kinds.setdefault(kind, []).append(one)
    wanted = (kind for kind in kinds if not family or family_of(kind.code) == family)
    return tuple(Group(kind, kinds[kind]) for kind in sorted(wanted, key=_rank))


def _rank(kind: Kind) -> tuple[int, int, str]:
    family, order = family_of(kind.code), tuple(FAMILY_NAMES)
    return SEVERITIES.index(kind.severity), order.index(family) if family in order else len(order), kind.code


def _tallies(findings: Iterable[Finding]) -> Mapping[Kind, Tally]:
    tallies: dict[Kind, Tally] = {}
    for one in findings:
        kind, fix = _kind(one.severity, one.code), one.fix
        count, is_fixable, is_safe = tallies.get(kind, _NONE)
        tallies[kind] = _tally(count + 1, is_fixable or fix is not None, is_safe or (fix is not None and fix.safe))
    return tallies


_NONE: Final = Tally(0, False, False)
_kind = lru_cache(maxsize=None)(Kind)
"""Kinds and tallies are few and the same in all entries: each is kept once."""
_tally = lru_cache(maxsize=4096)(Tally)


@lru_cache(maxsize=_MOST_UNPACKED)
def _unpacked(data: bytes) -> tuple[Finding, ...]:
    findings: tuple[Finding, ...] = pickle.loads(zlib.decompress(data))  # our own, never from a file
    return findings
