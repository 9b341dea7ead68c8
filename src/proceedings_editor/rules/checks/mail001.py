"""An e-mail address is wrong.

What:
    Every author's address has the form name@domain.kz in plain Latin characters, without anything around it. A domain
    one letter off a well-known mail service is taken for a mistake. Where a link in the article or in a reference
    shows an address, it must lead to that address.

Why:
    The address is printed and it is where letters to the author go. One wrong letter and they never arrive, and
    nobody notices.

How to fix:
    Spaces, brackets, “mailto:” and punctuation around the address are taken off at once. For a mistyped service the
    right address is proposed. For anything else ask the author.

Options:
    accept: domains that are right although they look like a mistyped service, such as “mail.ry”.

Examples:
    any ✓ a.author@mail.ru
    any ✓ aigul@university.edu.kz
    any ✓ b_author-2@gmail.com
    any ✗ a.author@mail.ri
    any ✗ a.author@university,kz
    any ✗ <a.author@mail.ru>;
    any ✗ аuthor@mail.ru
    any ✗ a.author.mail.ru
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from proceedings_editor.language.mailbox import check_mailbox, normal_mailbox, suggested_mailbox
from proceedings_editor.model.body import RichText, Span
from proceedings_editor.model.finding import Fix
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.settled import says_the_same
from proceedings_editor.texts import text

_EMAIL: Final = "authors.email"
_MAILTO: Final = "mailto:"
_ADDRESS: Final = re.compile(r"\S*@\S*")


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    accept: tuple[str, ...] = ()


def _check(scope: PassageScope) -> Iterator[Hit]:
    if scope.passage.key != _EMAIL:
        yield from _links(scope)
    elif scope.passage.kind == "reading":
        yield from _reading(scope)
    else:
        yield from _address(scope, 0, len(scope.passage.text))


def _address(scope: PassageScope, start: int, end: int) -> Iterator[Hit]:
    source = scope.passage.text[start:end]
    bare = normal_mailbox(source)
    if bare and bare != source:
        message = text("Something stands around the e-mail address {address}.", address=bare)
        fix = scope.fix(start, end, bare, text("Leave only {address}", address=bare), safe=True)
        yield scope.hit(start, end, message, fix)
        return
    fault = check_mailbox(source)
    if fault and not _accepted(source, scope.options):
        yield scope.hit(start, end, fault, _proposal(scope, source, start, end))


def _proposal(scope: PassageScope, source: str, start: int, end: int) -> Fix | None:
    meant = suggested_mailbox(source)
    return scope.fix(start, end, meant, text("Write {address}", address=meant), safe=False) if meant else None


def _accepted(source: str, options: Options) -> bool:
    """Only the suspicion is silenced: a domain that was meant may still be written wrongly."""
    domain = source.rpartition("@")[2].casefold()
    return bool(suggested_mailbox(source)) and domain in {name.casefold() for name in options.accept}


def _reading(scope: PassageScope) -> Iterator[Hit]:
    """A reading may have a label before the address; one that says what the field says is judged there."""
    if says_the_same(scope, normal_mailbox):
        return
    words = scope.passage.text
    found = _ADDRESS.search(words)
    if found:  # marks behind it part it from what follows in the line
        end = len(words[: found.end()].rstrip(".,;"))
        yield from _address(scope, found.start(), end)


def _links(scope: PassageScope) -> Iterator[Hit]:
    for href, start, shown in _mail_links(scope.passage.rich):
        meant, said = normal_mailbox(href.partition("?")[0]), normal_mailbox(shown)
        if "@" in said and meant.casefold() != said.casefold():
            message = text(
                "The text shows {shown}, but the link leads to {meant}; change one of them.", shown=said, meant=meant
            )
            yield scope.hit(start, start + len(shown), message)


def _mail_links(rich: RichText) -> Iterator[tuple[str, int, str]]:
    """Yield the links to a mailbox: address, where the shown text begins, the shown text."""
    place = 0
    for href, group in groupby(rich, key=lambda run: run.href if isinstance(run, Span) else ""):
        shown = "".join(run.text if isinstance(run, Span) else "\ufffc" for run in group)
        if href.casefold().startswith(_MAILTO):
            yield href, place, shown
        place += len(shown)


RULE = Rule(
    code="MAIL001",
    severity="error",
    manual=__doc__,
    options=Options(),
    passage=_check,
    about=frozenset({_EMAIL, "body", "references"}),
)
