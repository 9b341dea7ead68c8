"""UDC codes in the texts of an entry: what all UDC rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.udc import GROUPING, UdcFault, UdcPart, check_udc, split_udc
from proceedings_editor.rules.scope import PassageScope

ABOUT: Final = frozenset({"udc", "collection.udc"})


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its parts and faults; it begins at `start` of the passage's text."""

    start: int
    code: str
    parts: tuple[UdcPart, ...]
    faults: tuple[UdcFault, ...]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.code)


def codes(scope: PassageScope) -> Iterator[Code]:
    """Yield the codes in a field or a reading.

    The label and ";" between codes are not part of a code. A reading of a code that the field has too is left out,
    because the field says it already.
    """
    text = scope.passage.text
    known = _known(scope)
    label, found = split_udc(text)
    place = text.find(label) + len(label)
    for code in found:
        place = text.find(code, place)
        if code not in known:
            result = check_udc(code)
            yield Code(place, code, result.parts, result.faults)
        place += len(code)


def faulty_codes(scope: PassageScope) -> Iterator[Code]:
    """Yield the codes that have faults."""
    return (code for code in codes(scope) if code.faults)


def readable_codes(scope: PassageScope) -> Iterator[Code]:
    """Yield the codes whose parts are known to the last."""
    return (code for code in codes(scope) if all(fault.kind == GROUPING for fault in code.faults))


def _known(scope: PassageScope) -> tuple[str, ...]:
    if scope.passage.kind != "reading" or scope.entry is None:
        return ()
    return (scope.collection.udc,) if scope.passage.key == "collection.udc" else scope.entry.udc
