"""UDC codes in the texts of an entry: what UDC001 and UDC002 both look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.udc import UdcFault, check_udc, split_udc
from proceedings_editor.rules.scope import PassageScope

ABOUT: Final = frozenset({"udc", "collection.udc"})


@dataclass(frozen=True, slots=True)
class FaultyCode:
    """A code with its faults, at least one; it begins at `start` of the passage's text."""

    start: int
    code: str
    faults: tuple[UdcFault, ...]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.code)


def faulty_codes(scope: PassageScope) -> Iterator[FaultyCode]:
    """Yield the codes with faults in a field or a reading.

    The label and ";" between codes are not part of a code. A reading of a code that the field has too is left out,
    because the field says it already.
    """
    text = scope.passage.text
    known = _known(scope)
    label, codes = split_udc(text)
    place = text.find(label) + len(label)
    for code in codes:
        place = text.find(code, place)
        faults = check_udc(code).faults
        if faults and code not in known:
            yield FaultyCode(place, code, faults)
        place += len(code)


def _known(scope: PassageScope) -> tuple[str, ...]:
    if scope.passage.kind != "reading" or scope.entry is None:
        return ()
    return (scope.collection.udc,) if scope.passage.key == "collection.udc" else scope.entry.udc
