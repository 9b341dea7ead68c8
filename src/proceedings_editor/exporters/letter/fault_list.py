"""The list of faults in a letter: grouped by kind, numbered through, each with its places and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_INDENT = "   "


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend.

    Attributes:
        what: What is wrong and what to do.
        places: Where, with the words concerned.
    """

    what: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FaultGroup:
    """Faults of one kind."""

    title: str
    faults: tuple[Fault, ...]


def fault_list(groups: Iterable[FaultGroup]) -> str:
    """Return the lines of the list; numbers run through all groups, so that people can talk about them."""
    return "\n\n".join("\n".join(lines) for lines in _blocks(groups))


def _blocks(groups: Iterable[FaultGroup]) -> Iterator[list[str]]:
    number = 0
    for group in groups:
        lines = [group.title]
        for fault in group.faults:
            number += 1
            lines.append(f"{number}. {fault.what}")
            lines += (f"{_INDENT}– {place}" for place in fault.places)
        yield lines
