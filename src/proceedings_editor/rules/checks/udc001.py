"""A UDC code is built wrongly.

What:
    Every UDC code, of an entry and of the collection, is read by the grammar of the classification: brackets are
    closed, no part is empty, signs stand between numbers. Digits go in groups of three with a point between them; a
    shorter group stands last or before “.0”, else it is a warning.

    Foreign characters are the matter of UDC002; a code with them is not judged here. A label before the code does not
    count.

Why:
    Libraries and citation databases sort articles by this code. A code that cannot be read puts the article nowhere,
    and a wrong group of digits usually means a missing or an extra digit.

How to fix:
    Compare the code with the classification or with the author's manuscript. Where only the points between the groups
    are missing, the code with its points is proposed.

Examples:
    any ✓ 34:342.4(574)
    any ✓ 37.02-028.26
    any ✓ 622+669
    any ✓ 336.23[633.73+633.77]
    any ✗ 3424(574)
    any ✗ 34.2
    any ✗ 342.4(574
    any ✗ 34:
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.language.udc import CHARACTER, GRAMMAR, GROUPING, check_udc, regrouped
from proceedings_editor.model.finding import Fix, Severity
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.udc_passage import ABOUT, Code, faulty_codes
from proceedings_editor.texts import text


def _check(scope: PassageScope) -> Iterator[Hit]:
    for code in faulty_codes(scope):
        fault = next((fault for fault in code.faults if fault.kind == GRAMMAR), code.faults[0])
        if fault.kind == CHARACTER:
            continue
        message = text("The UDC code “{code}” is not right. {reason}", code=_short(code.code), reason=fault.reason)
        severity: Severity | None = "warning" if fault.kind == GROUPING else None
        yield scope.hit(code.start, code.end, message, _fix(scope, code), severity)


def _fix(scope: PassageScope, code: Code) -> Fix | None:
    right = regrouped(code.code)
    if right == code.code or check_udc(right).faults:
        return None
    return scope.fix(code.start, code.end, right, text("Put points after every third digit"), safe=False)


def _short(code: str) -> str:
    return code if len(code) <= 60 else code[:60] + "…"


RULE = Rule(code="UDC001", severity="error", manual=__doc__, passage=_check, about=ABOUT)
