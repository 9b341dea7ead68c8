"""Universal Decimal Classification codes: taking them off their line, checking them, regrouping their digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.udc_grammar import (
    CHARACTER,
    GRAMMAR,
    GROUPING,
    Reader,
    Stop,
    UdcFault,
    UdcPart,
    in_threes,
)
from proceedings_editor.texts import text

__all__ = [
    "CHARACTER",
    "GRAMMAR",
    "GROUPING",
    "UdcFault",
    "UdcPart",
    "UdcResult",
    "check_udc",
    "regrouped",
    "split_udc",
]

LONGEST: Final = 300
"""Characters beyond which a text is no UDC code."""

_SIGNS: Final = frozenset("0123456789.:+/()[]\"=-'*")
_LETTER_RUN: Final = re.compile(r"[^\W\d_]+")
_DIGIT_ALIKE: Final = frozenset("ЗзОоOolб")
_LABEL: Final = re.compile(
    r"(?:(?:әмбебап ондық жіктеу|универсальная десятичная классификация|ә[оө]ж|эож|удк|udc|udk|u\.d\.c\.)"
    r"[\s:.–—/-]*){1,6}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class UdcResult:
    """The parts of a code as far as it could be read, and its faults; no faults means a right code."""

    parts: tuple[UdcPart, ...]
    faults: tuple[UdcFault, ...]


def check_udc(code: str) -> UdcResult:
    """Read one code without label.

    Foreign characters are reported alone, because a code with them cannot be judged by the grammar. The grammar stops
    at its first fault.
    """
    if len(code) > LONGEST:
        reason = text("A UDC code has at most {limit} characters. Separate several codes with “;”.", limit=LONGEST)
        return UdcResult((), (UdcFault(LONGEST, reason, GRAMMAR),))
    foreign = _foreign_characters(code)
    if foreign:
        return UdcResult((), foreign)
    reader = Reader(code)
    try:
        reader.read_all()
    except Stop as stop:
        return UdcResult(tuple(reader.parts), (*reader.doubts, stop.fault))
    return UdcResult(tuple(reader.parts), tuple(reader.doubts))


def split_udc(line: str) -> tuple[str, tuple[str, ...]]:
    """Take the label off a UDC line and split several codes.

    Returns:
        The label as written (`ӘОЖ`, `ӘОЖ/УДК/UDC`, or "") and the codes, without spaces around them.
    """
    bare = line.strip()
    label = _LABEL.match(bare)
    codes = bare[label.end() :] if label else bare
    said = label[0].strip(" :.–—-\t") if label else ""
    return said, tuple(code.strip() for code in codes.split(";") if code.strip())


def regrouped(code: str) -> str:
    """Return `code` with the digits of its main numbers grouped in threes (`3424(574)` -> `342.4(574)`)."""
    result = code
    for part in reversed(check_udc(code).parts):
        if part.kind == "number":
            result = result[: part.start] + in_threes(part.text) + result[part.end :]
    return result


def _foreign_characters(code: str) -> tuple[UdcFault, ...]:
    faults: list[UdcFault] = []
    place = 0
    while place < len(code):
        end = place + 1
        if code[place] not in _SIGNS:
            letters = _LETTER_RUN.match(code, place)
            end = letters.end() if letters else end
            if not letters or not _may_stand(code, place, end):
                faults.append(_foreign(code, place, end))
        place = end
    return tuple(faults)


def _may_stand(code: str, start: int, end: int) -> bool:
    """Letters stand after a number, a bracket or an asterisk; one that looks like a digit is a mistyped digit."""
    before = code[start - 1 : start]
    if start == 0 or not (before.isdecimal() or before in ")]*"):
        return False
    return before == "*" or not (end - start == 1 and code[start] in _DIGIT_ALIKE)


def _foreign(code: str, start: int, end: int) -> UdcFault:
    what = code[start:end]
    if what.isspace():
        reason = text("A UDC code has no spaces. Remove the space.")
    else:
        reason = text(
            "“{what}” cannot stand here in a UDC code. Type digits and the signs . : + / ( ) only.", what=what
        )
    return UdcFault(start, reason, CHARACTER)
