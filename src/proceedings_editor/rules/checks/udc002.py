"""A UDC code has characters that cannot stand in one.

What:
    A UDC code consists of digits and the signs . : + / ( ) [ ] " = - ' * and may have letters after a number. Anything
    else, above all spaces, typographic quotation marks and letters that look like digits, is reported; the code's
    build is then not judged by UDC001.

Why:
    Programs compare codes character by character. “З42” with the letter З looks right to a person and is found by
    nobody.

How to fix:
    Typographic quotation marks become straight ones and spaces are taken out at once. Letters that look like digits
    and commas between digits are replaced after you confirm. Everything else you type anew.

Examples:
    any ✓ 342.4
    any ✓ (410)(051)"20"
    any ✓ 821.512.122Абай
    any ✗ З42.4
    any ✗ 342.О4
    any ✗ 342.4 (574)
    any ✗ (410)(051)“20”
    any ✗ 342,4(574)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from proceedings_editor.language.udc import CHARACTER, check_udc
from proceedings_editor.model.finding import Fix
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.udc_passage import ABOUT, Code, faulty_codes
from proceedings_editor.texts import text

_SAFE: Final[Mapping[str, str]] = dict.fromkeys("“”„‟″", '"')
_LIKELY: Final[Mapping[str, str]] = {
    **dict.fromkeys("Зз", "3"),
    **dict.fromkeys("ОоOo", "0"),
    **dict.fromkeys("lІI", "1"),
    "б": "6",
    ",": ".",
}
_RUN: Final = re.compile(r"[^\W\d_]+|\s+|.", re.DOTALL)


def _check(scope: PassageScope) -> Iterator[Hit]:
    for code in faulty_codes(scope):
        places = [fault.position for fault in code.faults if fault.kind == CHARACTER]
        if places:
            start = code.start + places[0]
            run = _run_at(code.code, places[0])
            yield scope.hit(start, start + len(run), code.faults[0].reason, _fix(scope, code, places))


def _fix(scope: PassageScope, code: Code, places: list[int]) -> Fix | None:
    """One fix for the whole code; safe when nothing in it is a guess."""
    right, safe = code.code, True
    for place in reversed(places):
        run = _run_at(code.code, place)
        new = "".join(_right(char) or char for char in run) if not run.isspace() else ""
        safe = safe and (
            all(char in _SAFE for char in run) if new else not _joins_digits(right, place, place + len(run))
        )
        right = right[:place] + new + right[place + len(run) :]
    if any(fault.kind == CHARACTER for fault in check_udc(right).faults):
        return None
    return scope.fix(code.start, code.end, right, text("Write the code as “{right}”", right=right), safe=safe)


def _joins_digits(code: str, start: int, end: int) -> bool:
    """Whether two numbers would become one: a space between them may stand for any sign."""
    return code[:start][-1:].isdecimal() and code[end:][:1].isdecimal()


def _right(char: str) -> str:
    return _SAFE.get(char) or _LIKELY.get(char, "")


def _run_at(code: str, place: int) -> str:
    """The foreign characters that `check_udc` reports together: a run of letters, spaces, or one sign."""
    found = _RUN.match(code, place)
    return found[0] if found else ""


RULE = Rule(code="UDC002", severity="error", manual=__doc__, passage=_check, about=ABOUT)
