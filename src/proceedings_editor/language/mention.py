"""Mentions of figures, tables and formulas in plain text: `1-сурет`, `рис. 2`, `Eq. (3)`. The one parser of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from proceedings_editor.language.numbering import DASH, NUMBER, Mapped, NumberSpan, rewrite, span_of

FIGURE: Final = "figure"
TABLE: Final = "table"
FORMULA: Final = "formula"
KINDS: Final = (FIGURE, TABLE, FORMULA)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of one or more numbered things.

    Attributes:
        kind: "figure", "table" or "formula".
        start: Where it begins, word or number.
        end: Where it ends.
        spans: Each number or range where it stands.
    """

    kind: str
    start: int
    end: int
    spans: tuple[NumberSpan, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers mentioned, ranges expanded."""
        return tuple(chain.from_iterable(span.numbers for span in self.spans))


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Find the mentions of a text, in order.

    A bare number before a Kazakh or English noun counts things (`2 кесте`, `3 figures`) and is no mention; with a
    hyphen or in brackets it names one (`2-кесте`, `(3) формула`). Numbers in parts (`рис. 1.2`) belong to other works.
    """
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return ()
    found: list[Mention] = []
    for kind, pattern in _expressions():
        for match in pattern.finditer(text):
            spans = _spans(text, *match.span("numbers"))
            if spans:
                found.append(Mention(kind, match.start(), match.end(), spans))
    return tuple(_apart(sorted(found, key=lambda mention: (mention.start, -mention.end))))


def renumber(text: str, kind: str, mapping: Mapped) -> str:
    """Return `text` with the numbers of one kind mapped and everything else kept; what was deleted becomes `?`."""
    mentions = (mention for mention in find_mentions(text) if mention.kind == kind)
    return rewrite(text, chain.from_iterable(mention.spans for mention in mentions), mapping)


_HINTS: Final = ("сур", "кест", "рис", "табл", "формул", "форм.", "теңд", "уравн", "ф-л", "fig", "tab", "eq", "formul")
"""Nearly every paragraph mentions nothing, and this tells so at once, eight times as fast as one expression."""

_N: Final = rf"(?:\({NUMBER}\)|(?<!\w)(?<![0-9]\.){NUMBER}(?![0-9]))"
_LETTER: Final = r"[а-яa-zә]?(?!\w)"  # рис. 1а
_NOT_IN_PARTS: Final = r"(?!\.[0-9])"
_RANGE: Final = rf"{_N}(?:{DASH}{_N})?"
_AND: Final = r"\s(?:и|and|және|мен|пен|бен|&)\s"
_LIST: Final = rf"{_RANGE}(?:(?:\s?,\s?|{_AND}){_RANGE}){{0,10}}"
_LIST_OR_SPACED: Final = rf"{_N}(?:(?:\s?,\s?|{_AND}|\s?{DASH}\s?){_N}){{0,10}}"
# After an abbreviation a comma may go on with the sentence ("рис. 1, 5 адам"): the list must end at a mark.
_CLOSED: Final = rf"{_LIST}(?=\s?[).,;:\]–—-]|\s?$)"
_CLOSED_LIST: Final = rf"(?:{_RANGE}(?:(?:\s?,\s?|{_AND}){_RANGE}){{1,10}}(?=\s?[).;:\]]|\s?$)|{_RANGE})"

_KAZAKH_NOUNS: Final = {FIGURE: "сурет", TABLE: "кесте", FORMULA: "(?:формула|теңдеу)"}
_NOUNS: Final = {
    FIGURE: (
        (r"рисун(?:ки|ков|кам|ками|ках)\s", _LIST_OR_SPACED),
        (r"figures\s", _LIST_OR_SPACED),
        (r"рисун(?:ок|ка|ку|ком|ке)\s|figure\s", _RANGE),
        (r"рис\.\s?|figs?\.\s?|сур\.\s?", _CLOSED_LIST),
        (r"сурет\s", _CLOSED),
    ),
    TABLE: (
        (r"таблиц(?:ам|ами|ах)?\s|tables\s", _LIST_OR_SPACED),
        (r"таблиц(?:а|ы|е|у|ей)\s|table\s", _RANGE),
        (r"табл\.\s?|tab\.\s?|кест\.\s?", _CLOSED_LIST),
        (r"кесте\s", _CLOSED),
    ),
    FORMULA: (
        (
            r"(?:формул|уравнени)(?:ам|ами|ах|ям|ями|ях|й)?\s|(?:formulas|formulae|equations)\s|eqs\.\s?",
            _LIST_OR_SPACED,
        ),
        (r"формул(?:а|ы|е|у|ой)\s|уравнени(?:е|я|ю|ем|и)\s|(?:formula|equation)\s", _RANGE),
        (r"eq\.\s?|ф-л[аеуы]\s|форм\.\s?", _CLOSED_LIST),
        (r"(?:формула|теңдеу)\s", _CLOSED),
    ),
}
"""Kind -> word before the number, and which lists may follow it."""


@cache
def _expressions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(source, re.IGNORECASE)) for kind in KINDS for source in (*_after(kind), *_before(kind))
    )


def _before(kind: str) -> tuple[str, ...]:
    """Word, then number: рис. 1, Table 2."""
    return tuple(
        rf"(?<!\w)(?:{word})(?:№\s?)?(?P<numbers>{numbers}){_NOT_IN_PARTS}{_LETTER}" for word, numbers in _NOUNS[kind]
    )


def _after(kind: str) -> tuple[str, ...]:
    """Number, then word, as Kazakh does: 1-сурет, 1, 2-суреттерде, (3) формула, №2 кесте."""
    noun, dash = _KAZAKH_NOUNS[kind], rf"\s?{DASH}\s?"
    bracketed = rf"\({NUMBER}\)(?:(?:\s?,\s?|{_AND}|{DASH})\({NUMBER}\)){{0,10}}"
    return (
        # A list needs the plural, because a number before it may belong to the sentence ("ұзындығы 5, 2-кестеде").
        rf"(?P<numbers>{_LIST}){dash}{noun}(?:тер|лер|лар)\w{{0,10}}",
        rf"(?P<numbers>{_RANGE}){dash}{noun}(?!ші)\w{{0,12}}",
        rf"(?P<numbers>{bracketed})\s?{noun}\w{{0,12}}",
        rf"№\s?(?P<numbers>{_RANGE})\s{noun}\w{{0,12}}",
    )


_SPAN: Final = re.compile(rf"({NUMBER})(?:\)?\s?{DASH}\s?\(?({NUMBER}))?")


def _spans(text: str, start: int, end: int) -> tuple[NumberSpan, ...]:
    spans = (
        span_of(int(found[1]), int(found[2] or found[1]), found.start(1), found.end(2 if found[2] else 1))
        for found in _SPAN.finditer(text, start, end)
    )
    return tuple(span for span in spans if span is not None)


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Keep the longest mention at each place."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
