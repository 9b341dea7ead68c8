"""A UDC code relates a class to its own part, or its range runs backwards.

What:
    In a relation (34:347) neither class is part of the other. In a range (73/75, 470.1/.6) the first number stands
    before the last, also inside brackets and times.

Why:
    A class holds its parts already, so 34:342.4 says no more than 342.4. A range that runs backwards holds nothing,
    and a search finds nothing by it.

How to fix:
    Ask the author which of the two classes is meant, or exchange the ends of the range.

Examples:
    any ✓ 342:347
    any ✓ 73/75
    any ✓ 629.734/.735
    any ✓ 908(470.1/.6)
    any ✗ 34:342.4
    any ✗ 75/73
    any ✗ 908(470.6/.1)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from proceedings_editor.language.udc import UdcPart
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.udc_passage import ABOUT, Code, readable_codes
from proceedings_editor.texts import text

_RELATIONS: Final = frozenset({":", "::"})
_INNER_RANGE: Final = re.compile(r"([0-9.]*[0-9])/(\.?[0-9][0-9.]*)")


@dataclass(frozen=True, slots=True)
class _Term:
    """What stands between two signs; `before` and `after` are these signs."""

    parts: tuple[UdcPart, ...]
    before: str = ""
    after: str = ""

    @property
    def number(self) -> str:
        """Its main number as a whole, "" where it has none or is an end of a range."""
        whole = self.parts and self.parts[0].kind == "number" and "/" not in (self.before, self.after)
        return self.parts[0].text if whole else ""


def _check(scope: PassageScope) -> Iterator[Hit]:
    for code in readable_codes(scope):
        for first, second in pairwise(_terms(code.parts)):
            if first.after in _RELATIONS:
                yield from _redundant(scope, code, first, second)
            elif first.after == "/" and first.parts and second.parts:
                end = second.parts[0]
                start = first.parts[-1 if end.text.startswith(".") else 0]
                yield from _reversed(scope, code, start.start, end.end, start.text, end.text)
        for part in code.parts:
            for found in _INNER_RANGE.finditer(part.text) if "/" in part.text[1:] else ():
                place = part.start + found.start()
                yield from _reversed(scope, code, place, part.start + found.end(), found[1], found[2])


def _terms(parts: tuple[UdcPart, ...]) -> list[_Term]:
    terms: list[_Term] = []
    inside: list[UdcPart] = []
    before = ""
    for part in parts:
        if part.kind != "sign":
            inside.append(part)
            continue
        terms.append(_Term(tuple(inside), before, part.text))
        inside, before = [], part.text
    return [*terms, _Term(tuple(inside), before)]


def _redundant(scope: PassageScope, code: Code, first: _Term, second: _Term) -> Iterator[Hit]:
    """The wider class counts only where it stands alone: 34(574):342.4 says more than 342.4."""
    wide, narrow = sorted((first, second), key=lambda term: len(_digits(term.number)))
    if not wide.number or len(wide.parts) > 1 or not _digits(narrow.number).startswith(_digits(wide.number)):
        return
    message = text(
        "{narrow} is part of {wide} already, so {narrow} alone says the same.", narrow=narrow.number, wide=wide.number
    )
    yield scope.hit(code.start + first.parts[0].start, code.start + second.parts[0].end, message)


def _reversed(scope: PassageScope, code: Code, start: int, end: int, first: str, last: str) -> Iterator[Hit]:
    if _order(first, last) > _order(last, last):
        message = text("The range {first}/{last} runs backwards; exchange its ends.", first=first, last=last)
        yield scope.hit(code.start + start, code.start + end, message)


def _order(number: str, last: str) -> str:
    """What is compared: all digits, or, where the last number leaves out the shared head, as many groups as it has."""
    groups = number.strip('-=".').split(".")
    return "".join(groups[-last.count(".") :] if last.startswith(".") else groups)


def _digits(number: str) -> str:
    return number.replace(".", "")


RULE = Rule(code="UDC004", severity="information", manual=__doc__, passage=_check, about=ABOUT)
