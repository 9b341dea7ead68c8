"""An ORCID iD, a SPIN code or an EDN is wrong.

What:
    An author's ORCID iD has four groups of four digits, the last sign may be X, and that sign fits the others (ISO
    7064, modulo 11-2). An author's SPIN code in the Russian index has the form 1234-5678. An article's EDN has six
    Latin letters.

Why:
    These codes tie the article to the right person in the citation databases. A mistyped one ties it to a stranger or
    to nobody.

How to fix:
    A right code in another form, such as a whole web address, is brought into the usual form at once. A wrong one you
    ask the author for.

Examples:
    any ✓ ORCID 0000-0003-4616-0758
    any ✓ SPIN 1234-5678
    any ✓ EDN ABCDEF
    any ✗ ORCID 0000-0003-4616-0785
    any ✗ ORCID https://orcid.org/0000-0003-4616-0758
    any ✗ SPIN 1234-567
    any ✗ EDN АБВГДЕ
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.identifier import (
    check_edn,
    check_orcid,
    check_spin,
    normal_edn,
    normal_orcid,
    normal_spin,
)
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.settled import says_the_same
from proceedings_editor.texts import Text, text


@dataclass(frozen=True, slots=True)
class _Code:
    name: str
    fault: Callable[[str], Text | None]
    normal: Callable[[str], str]


_CODES: Final = {
    "authors.orcid": _Code("ORCID iD", check_orcid, normal_orcid),
    "authors.spin": _Code("SPIN", check_spin, normal_spin),
    "edn": _Code("EDN", check_edn, normal_edn),
}


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    code = _CODES[passage.key]
    if says_the_same(scope, code.normal):
        return
    fault = code.fault(passage.text)
    right = code.normal(passage.text)
    if fault:
        yield scope.hit(0, len(passage.text), fault)
    elif right != passage.text:
        message = text("The {name} is written in its usual form as {right}.", name=code.name, right=right)
        fix = scope.fix(0, len(passage.text), right, text("Write {right}", right=right), safe=True)
        yield scope.hit(0, len(passage.text), message, fix)


RULE = Rule(code="IDN005", severity="error", manual=__doc__, passage=_check, about=frozenset(_CODES))
