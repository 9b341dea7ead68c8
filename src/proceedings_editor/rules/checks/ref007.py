"""A web address is not whole.

What:
    An address in the references or in the text begins with “https://” or “http://”, names a site, has no space inside
    and is not cut off. Where the words of a link are an address, the link leads to it.

Why:
    A reader who copies the address gets nowhere, and the link in the PDF leads to an error.

How to fix:
    Open the page and copy its address again. An address that only lacks “https://” works in most programs, so it is
    only a warning.

Examples:
    any ✓ https://adilet.zan.kz/kaz/docs/Z080000070_
    any ✓ https://doi.org/10.1515/9780295800530-005
    any ✓ https://kk.wikipedia.org/wiki/Дала_(жер)
    any ✗ htps://dala.kz/1
    any ✗ http:/dala.kz/1
    any ✗ https://dala.kz/ docs/1
    any ✗ https://dala/1
    any ✗ https://dala.kz/article/su-turaly…
    any ✗ https://doi.org/10.1515/
    any ✗ www.dala.kz
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from proceedings_editor.language.web_address import (
    check_address,
    false_beginnings,
    find_addresses,
    same_address,
    torn_rest,
)
from proceedings_editor.model.body import OBJECT, RichText, Span
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text


def _check(scope: PassageScope) -> Iterator[Hit]:
    prose = scope.passage.prose()
    if "/" in prose or "\\" in prose or "www." in prose:
        yield from _misspelt(scope, prose)
        yield from _faulty(scope, prose)
    for href, start, shown in _links(scope.passage.rich):
        addresses = find_addresses(shown)
        if len(addresses) == 1 and shown.strip() == addresses[0].wording and not same_address(shown, href):
            message = text(
                "The text shows {shown}, but the link leads to {meant}; change one of them.", shown=shown, meant=href
            )
            yield scope.hit(start, start + len(shown), message)


def _misspelt(scope: PassageScope, prose: str) -> Iterator[Hit]:
    for start, end in false_beginnings(prose):
        message = text("“{words}” does not begin a web address; write “https://”.", words=prose[start:end])
        yield scope.hit(start, end, message)


def _faulty(scope: PassageScope, prose: str) -> Iterator[Hit]:
    for address in find_addresses(prose):
        end = torn_rest(prose, address)
        fault = check_address(address)
        if end:
            message = text("A space stands inside the web address {address}.", address=prose[address.start : end])
            yield scope.hit(address.start, end, message)
        elif fault is not None and address.host:
            bare = address.wording.lower().startswith("www.")
            yield scope.hit(address.start, address.end, fault, severity="warning" if bare else None)


def _links(rich: RichText) -> Iterator[tuple[str, int, str]]:
    """Yield the links of a text: address, where the shown words begin, the shown words."""
    place = 0
    for href, group in groupby(rich, key=lambda run: run.href if isinstance(run, Span) else ""):
        shown = "".join(run.text if isinstance(run, Span) else OBJECT for run in group)
        if href:
            yield href, place, shown
        place += len(shown)


RULE = Rule(code="REF007", severity="error", manual=__doc__, passage=_check, about=frozenset({"references", "body"}))
