"""What fixes leave alone: quotations, addresses, codes, titles of references; and names, whose letters are asked about.

A rule whose subject is one of these says so (`Rule.subject`); a rule that is about a field (`Rule.about` names its key)
has that whole field as its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from proceedings_editor.model.body import Span
from proceedings_editor.rules.passage import Passage

Protection = Literal["quotation", "address", "code", "title", "name"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A protected stretch of a passage's plain text."""

    start: int
    end: int
    protection: Protection

    def meets(self, start: int, end: int) -> bool:
        """Whether a change of these characters reaches into the stretch; words put before or behind it do not."""
        return start < self.end and end > self.start


_QUOTED: Final = re.compile("«[^«»]*(?:«[^«»]*»[^«»]*)*»|“[^“”]*”|„[^„“]*“")
_ADDRESS: Final = re.compile(r"(?:(?:https?|ftp)://|\bwww\.)[^\s<>«»]*[^\s<>«».,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CODE: Final = re.compile(
    r"\b10\.\d{4,9}/\S*[^\s.,;:!?]|\b97[89][-\d]{10,14}\b"
    r"|\b(?!(?:1\d|20)\d\d-(?:1\d|20)\d\d\b)\d{4}-\d{3}[\dXХ]\b|\b[A-ZА-Я]\d{6,}_?|(?<=№)[\s\u00a0]?\d[\w/-]*"
)
"""DOI, ISBN, ISSN (two years are no ISSN), ids of acts, numbers of documents."""
_TITLE_END: Final = re.compile(r"\. [–—-] | // | / | \[|: (?=[а-яa-z])")
_NAME: Final = re.compile(
    r"(?:[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][\w-]*[\s\u00a0])?(?:[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][а-яё]?\.[\s\u00a0]?){1,2}"
    r"(?:[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][\w-]+)?"
)
_PATTERNS: Final[tuple[tuple[frozenset[str], re.Pattern[str], Protection], ...]] = (
    (frozenset("«“„"), _QUOTED, "quotation"),
    (frozenset("@/w"), _ADDRESS, "address"),
    (frozenset("0123456789"), _CODE, "code"),
    (frozenset("."), _NAME, "name"),
)
"""Each kind of stretch with the characters without which a text has none."""
_FIELDS: Final[dict[str, Protection]] = {
    **dict.fromkeys(("surname", "given_name", "patronymic", "latin"), "name"),
    **dict.fromkeys(("doi", "edn", "orcid", "spin", "udc", "irsti", "bbk", "isbn", "issn", "group"), "code"),
    "email": "address",
}
"""What a whole field is, by the last word of its key."""


def protected(passage: Passage, about: frozenset[str] = frozenset()) -> tuple[Stretch, ...]:
    """Return the protected stretches of a passage, in no order; they may overlap.

    Args:
        passage: The text.
        about: Keys of fields that are the asking rule's own subject.
    """
    if passage.key in about and whole_field(passage):
        return ()
    return passage.once(_stretches)


def whole_field(passage: Passage) -> Protection | None:
    """Return what the passage is as a whole: a field for a code, an address or a part of a name; else None."""
    return _FIELDS.get(passage.key.rpartition(".")[2])


def _stretches(passage: Passage) -> tuple[Stretch, ...]:
    return tuple(_all(passage))


def _all(passage: Passage) -> Iterator[Stretch]:
    whole = whole_field(passage)
    if whole:
        yield Stretch(0, len(passage.text), whole)
    characters = passage.characters()
    for hints, pattern, protection in _PATTERNS:
        if not hints.isdisjoint(characters):
            yield from _found(pattern, passage.text, protection)
    yield from _program_code(passage)
    if passage.kind == "reference":
        end = _TITLE_END.search(passage.text)
        yield Stretch(0, end.start() if end else len(passage.text), "title")


def _found(pattern: re.Pattern[str], words: str, protection: Protection) -> Iterator[Stretch]:
    return (Stretch(found.start(), found.end(), protection) for found in pattern.finditer(words))


def _program_code(passage: Passage) -> Iterator[Stretch]:
    place = 0
    for run in passage.rich:
        length = len(run.text) if isinstance(run, Span) else 1
        if isinstance(run, Span) and run.code:
            yield Stretch(place, place + length, "code")
        place += length
