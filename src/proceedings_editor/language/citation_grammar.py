"""Reads what stands between the square brackets of a citation. `citation` is the door to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import Final

from proceedings_editor.language.numbering import DASH, NUMBER, NumberSpan, span_of

PLAIN: Final = "plain"
COMMA_PAGE: Final = "comma-page"
SEMICOLON_PAGE: Final = "semicolon-page"
COLON_PAGE: Final = "colon-page"
POINT_PAGE: Final = "point-page"
FORMS: Final = (PLAIN, COMMA_PAGE, SEMICOLON_PAGE, COLON_PAGE, POINT_PAGE)
"""The forms a template may ask for."""

MIXED: Final = "mixed"
BROKEN: Final = "broken"


@dataclass(frozen=True, slots=True)
class CitationPart:
    """Sources cited together, with the place in the last of them.

    Attributes:
        spans: Each source number or range as it stands in the text.
        locator: The place as written, `б. 5`, `15, 16`, or "".
    """

    spans: tuple[NumberSpan, ...]
    locator: str = ""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The source numbers as cited, ranges expanded."""
        return tuple(chain.from_iterable(span.numbers for span in self.spans))


_MARKS: Final = {":": COLON_PAGE, ".": POINT_PAGE, ";": SEMICOLON_PAGE}
_PREFIX: Final = re.compile(
    r"\s*(?:(?:см|ср|қар|қараңыз|цит|see|cf|cit)\b\.?(?:\s?(?:по|also|in))?\s?:?\s{0,2})?", re.IGNORECASE
)
_PIECE: Final = re.compile(r",|(?<=[0-9\s])(?:и|және|мен|and|&)(?=\s[0-9])")
_SOURCE: Final = re.compile(rf"\s*(?:({NUMBER})(?![0-9])(?:\s?{DASH}\s?({NUMBER})(?![0-9]))?|(?P<lost>\?))\s*")
_PLACE: Final = re.compile(rf"\s*[0-9][0-9\s]*(?:{DASH}\s?[0-9]+)?\s*")
_WORDY: Final = re.compile(r"[^\W\d_]|[§№]")
_DIGIT_OR_ROMAN: Final = re.compile(r"[0-9]|(?<!\w)[IVXLC]+(?!\w)")
_MOST_PIECES: Final = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands between two brackets; no parts and not broken means that it does not cite."""

    parts: tuple[CitationPart, ...] = ()
    forms: frozenset[str] = frozenset()
    broken: bool = False

    @property
    def form(self) -> str:
        """The form of the whole: broken, plain, one form of place, or mixed."""
        if self.broken:
            return BROKEN
        return next(iter(self.forms), PLAIN) if len(self.forms) < 2 else MIXED


_NO_READING: Final = Reading()


def read_citation(inside: str, offset: int, form: str) -> Reading:
    """Read what stands between the brackets, which begins at `offset` in the text."""
    prefix = _PREFIX.match(inside)
    start = prefix.end() if prefix else 0
    if form == SEMICOLON_PAGE and not _WORDY.search(inside, start):
        reading = _read_groups(inside, [(start, len(inside))], offset, frozenset(_MARKS))
        if reading.parts or reading.broken:
            return reading
    return _read_groups(inside, _pieces(inside, start, len(inside), _SEMICOLON), offset, frozenset(":."))


_Pieces = list[tuple[int, int]]
_SEMICOLON: Final = re.compile(";")


def _pieces(text: str, start: int, end: int, separator: re.Pattern[str]) -> _Pieces:
    pieces: _Pieces = []
    for found in separator.finditer(text, start, end):
        pieces.append((start, found.start()))
        start = found.end()
    return [*pieces, (start, end)]


def _read_groups(inside: str, groups: _Pieces, offset: int, marks: frozenset[str]) -> Reading:
    readers = [_Group(inside, offset, marks) for _ in groups]
    if not all(reader.read(*group) for reader, group in zip(readers, groups, strict=True)):
        return _NO_READING
    parts = tuple(chain.from_iterable(reader.finished() for reader in readers))
    forms = frozenset(chain.from_iterable(reader.forms for reader in readers))
    return Reading(parts, forms, any(reader.broken for reader in readers))


class _Group:
    """Reads `1, 3–5, б. 7` piece by piece between commas."""

    def __init__(self, inside: str, offset: int, marks: frozenset[str]) -> None:
        self.inside = inside
        self.offset = offset
        self.marks = marks
        self.parts: list[CitationPart] = []
        self.forms: set[str] = set()
        self.waiting: list[NumberSpan] = []
        self.seen = False  # whether a source, even a lost one, stands before
        self.broken = False
        self.open_place = 0  # where the place of the last part begins, while more of it may follow

    def read(self, start: int, end: int) -> bool:
        pieces = _pieces(self.inside, start, end, _PIECE)
        return len(pieces) <= _MOST_PIECES and all(self._piece(*piece) for piece in pieces)

    def finished(self) -> list[CitationPart]:
        return [*self.parts, CitationPart(tuple(self.waiting))] if self.waiting else self.parts

    def _piece(self, start: int, stop: int) -> bool:
        source = _SOURCE.match(self.inside, start, stop)
        marked = source is not None and source.end() < stop and self.inside[source.end()] in self.marks
        if self.open_place and not marked and self._is_place(start, stop):
            return self._extend(stop)
        if source is not None and source.end() == stop:
            return self._wait(source)
        if source is not None and marked and self._is_place(source.end() + 1, stop):
            form = _MARKS[self.inside[source.end()]]
            return self._wait(source) and self._close(source.end() + 1, stop, form)
        return self.seen and self._is_wordy(start, stop) and self._close(start, stop, COMMA_PAGE)

    def _is_place(self, start: int, stop: int) -> bool:
        place = _PLACE.match(self.inside, start, stop)
        return (place is not None and place.end() == stop) or self._is_wordy(start, stop)

    def _is_wordy(self, start: int, stop: int) -> bool:
        """`б. 5`, `15-б.`, `§ 2`, `т. II`; a word without a number is no place in a source."""
        piece = self.inside[start:stop]
        return bool(_WORDY.search(piece) and _DIGIT_OR_ROMAN.search(piece))

    def _wait(self, source: re.Match[str]) -> bool:
        self.open_place = 0
        self.seen = True
        if source["lost"]:
            self.broken = True
            return True
        span = self._span(source, 1, 2 if source[2] else 1)
        if span is not None:
            self.waiting.append(span)
            return True
        ends = (self._span(source, 1, 1), self._span(source, 2, 2))  # a falling range: each end is a source
        self.waiting += [end for end in ends if end is not None]
        self.broken = True
        return True

    def _span(self, source: re.Match[str], first: int, last: int) -> NumberSpan | None:
        start, end = source.start(first) + self.offset, source.end(last) + self.offset
        return span_of(int(source[first]), int(source[last]), start, end)

    def _close(self, start: int, stop: int, form: str) -> bool:
        """The place belongs to the last source read; the ones before it are cited as a whole."""
        if not self.waiting:  # its source was lost: `[?, б. 5]`
            return True
        *before, last = self.waiting
        if before:
            self.parts.append(CitationPart(tuple(before)))
        self.parts.append(CitationPart((last,), self.inside[start:stop].strip()))
        self.forms.add(form)
        self.open_place = start
        self.waiting = []
        return True

    def _extend(self, stop: int) -> bool:
        part = self.parts[-1]
        self.parts[-1] = CitationPart(part.spans, self.inside[self.open_place : stop].strip())
        return True
