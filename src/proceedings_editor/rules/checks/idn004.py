"""A DOI is wrong or written in another form.

What:
    The DOI of the article and of the collection has the form 10.1234/abc: “10.”, four to nine digits, a slash and the
    rest, without punctuation at its end. In the reference list what is called a DOI must be one, and it is shown as an
    address, https://doi.org/10.1234/abc; there the first is a warning and the second only information. Where the
    template follows GOST R 7.0.100, “DOI 10.1234/abc” is right.

Why:
    A DOI is a link. One wrong sign, or a full stop taken for its last one, and it leads nowhere.

How to fix:
    A right DOI in another form is rewritten at once; the address before it is added in print. The first address of a
    reference is only proposed, because it asks for a date of access that nobody can invent (REF004). For a wrong DOI
    look at the article's page at its publisher.

Examples:
    any ✓ 10.1515/9780295800530-005
    any ✓ 10.5555/steppe2026.001
    any ✗ doi:10.1515
    any ✗ 10.1515
    any ✗ https://doi.org/10.5555/steppe2026.001
    any ✗ 10.5555/steppe2026.001.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.identifier import check_doi, doi_address, normal_doi, split_label
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.settled import says_the_same
from proceedings_editor.texts import text

_CALLED: Final = re.compile(
    r"(?<![\w/.])(?:(?P<label>doi)(?:\s?:\s?|\s)|(?:https?://)?(?:dx\.)?doi\.org/)(?P<doi>\d[^\s<>\"«»\[\]]*)",
    re.IGNORECASE,
)
_BEHIND: Final = ".,;:"
_CUT: Final = ("-", "/")
"""What no DOI ends in: a space or a line's end has come between."""
_NAMED_BY_STANDARD: Final = "gost-r-7.0.100"
"""The standard that writes “DOI 10.1234/abc”."""


def _check(scope: PassageScope) -> Iterator[Hit]:
    if scope.passage.kind == "reference":
        yield from _in_reference(scope)
    elif not says_the_same(scope, normal_doi):
        yield from _whole(scope)


def _whole(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    right = normal_doi(words)
    fault = check_doi(right)
    if fault:
        yield scope.hit(0, len(words), fault)
    elif right != split_label(words)[1]:
        message = text("The {name} is written in its usual form as {right}.", name="DOI", right=right)
        fix = scope.fix(0, len(words), right, text("Write {right}", right=right), safe=True)
        yield scope.hit(0, len(words), message, fix)


def _in_reference(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    for found in _CALLED.finditer(words) if "doi" in words.casefold() else ():
        value = _without_what_follows(found["doi"])
        end = found.start("doi") + len(value)
        fault = check_doi(value)
        if value.endswith(_CUT):
            fault = text("The DOI {value} is cut off; look it up and write it as a whole.", value=value)
        if fault:
            yield scope.hit(found.start(), end, fault, severity="warning")
        elif found["label"] and scope.template.references.standard != _NAMED_BY_STANDARD:
            shown = doi_address(value)
            message = text("A DOI is shown as an address: {address}", address=shown)
            # The first address of an item makes it an online source, which asks for more (REF004): a person decides.
            label, is_online = text("Write {right}", right=shown), "://" in words
            fix = scope.fix(found.start(), end, shown, label, safe=is_online)
            yield scope.hit(found.start(), end, message, fix, "information")


def _without_what_follows(doi: str) -> str:
    """Take off what ends the sentence, and a bracket that was opened before the DOI."""
    bare = doi.rstrip(_BEHIND)
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(_BEHIND)
    return bare


RULE = Rule(
    code="IDN004",
    severity="error",
    manual=__doc__,
    passage=_check,
    about=frozenset({"doi", "collection.doi", "references"}),
    subject=frozenset({"address", "code", "title"}),
)
