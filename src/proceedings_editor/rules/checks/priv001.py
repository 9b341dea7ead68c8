"""Private data would be published.

What:
    No text that is printed or exported has a phone number, an individual identification number (twelve digits with a
    right check digit) or a home address; addresses of organisations are none. The field “Phone” may have one, because
    it is never printed or sent. Each personal mailbox among the authors' addresses is mentioned once, as information.

Why:
    The proceedings and their site are open to everybody, and the law protects personal data. A phone number that was
    printed once cannot be taken back.

How to fix:
    Phone and identification number are taken out at once; an author's phone goes to the field “Phone”. A home address
    is taken out after you confirm. For a personal mailbox ask the author whether it may be printed; if it may, ignore
    the finding.

Examples:
    kk ✓ Қарағаш дала университетінің студенті
    kk ✗ Қарағаш дала университетінің студенті, тел.: +7 701 000 00 00
    ru ✓ студент Карагашского степного университета, ул. Университетская, 28
    ru ✗ студент, домашний адрес: ул. Степная, 5, кв. 7
    ru ✗ студент, ИИН 000101500001
    en ✓ student, Karagash Steppe University
    en ✗ student, phone +7 (701) 000-00-00
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from proceedings_editor.language.mailbox import is_personal_mailbox
from proceedings_editor.language.private_data import ADDRESS, IIN, PHONE, Private, private_data
from proceedings_editor.model.edit import Edit, SetField, Together
from proceedings_editor.model.fields import FIELDS
from proceedings_editor.model.finding import Fix
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import Text, text

_EMAIL: Final = "authors.email"
_PRIVATE: Final = frozenset(field.key for field in FIELDS if field.private)
_CODES: Final = frozenset({"isbn", "issn", "doi", "udc", "bbk", "irsti", "edn", "orcid", "spin"})
_MESSAGES: Final[Mapping[str, Text]] = {
    PHONE: text("A phone number would be published: {value}"),
    IIN: text("An individual identification number would be published: {value}"),
    ADDRESS: text("A home address would be published: {value}"),
}
_STOPS: Final = (".", "!", "?")
_LEFT: Final = re.compile(r"[\s(,;–—-]*$")
_RIGHT: Final = re.compile(r"[\s),;]*")


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    last = passage.key.rpartition(".")[2]
    if passage.kind == "reading" or last in _PRIVATE or last in _CODES:
        return
    if passage.key == _EMAIL:
        yield from _mailbox(scope)
        return
    for found in private_data(passage.text):
        if "address" not in scope.protections(found.start, found.end):
            message = replace(_MESSAGES[found.kind], values=(("value", found.value),))
            yield scope.hit(found.start, found.end, message, _fix(scope, found))


def _mailbox(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    if scope.template.prints("emails") and is_personal_mailbox(words):
        message = text("{address} is a personal mailbox; has the author agreed to its publication?", address=words)
        yield scope.hit(0, len(words), message, severity="information")


def _fix(scope: PassageScope, found: Private) -> Fix | None:
    """Take it out with its label and the signs around it; an author's phone is kept in the field of phones."""
    words, label = scope.passage.text, text("Take it out")
    start, end, between = _with_signs(words, found)
    fix = scope.fix(start, end, between, label, safe=found.kind != ADDRESS)
    steps = scope.passage.place.field.split(".")
    if fix is None or found.kind != PHONE or steps[0] != "authors" or scope.entry is None:
        return fix
    if scope.entry.authors[int(steps[1])].phone:
        return fix
    keep: Edit = SetField(scope.entry.id, f"authors.{steps[1]}.phone", found.value, label)
    return Fix(Together((fix.edit, keep), label), fix.safe, fix.before, fix.after)


def _with_signs(words: str, found: Private) -> tuple[int, int, str]:
    """Return what goes, and what stays between its neighbours: ", " inside a list, " " inside a sentence."""
    left, right = _LEFT.search(words, 0, found.from_label), _RIGHT.match(words, found.end)
    start = left.start() if left else found.from_label
    end = right.end() if right else found.end
    if words[end : end + 1] in _STOPS:
        return start, end + (words[start - 1 : start] in _STOPS), ""
    if start == 0 or end == len(words):
        return start, end, ""
    signs = words[start : found.from_label] + words[found.end : end]
    return start, end, ", " if "," in signs else "; " if ";" in signs else " "


RULE = Rule(
    code="PRIV001",
    severity="error",
    manual=__doc__,
    passage=_check,
    subject=frozenset({"code", "name"}),
    for_author=False,
)
