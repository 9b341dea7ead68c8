"""Names of people in one line: several authors, marks behind the names, what follows the last name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.person_name import looks_like_person

_LABEL: Final = re.compile(r"\s*автор(?:лар|ы|\(лар\)|\(ы\))?\s*[:–—-]\s*|\s*authors?\s*[:–—-]\s*", re.IGNORECASE)
_SUPERSCRIPT: Final = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_MARKS: Final = re.compile(
    r"(?<=[\w.*])\s?(?P<marks>(?:[¹²³⁴-⁹⁰*†‡]|(?<=[^\W\d]|[.*])\d)(?:\s?,?\s?[\d¹²³⁴-⁹⁰*†‡])*)(?!\w)"
)
_APART: Final = re.compile(r"\s*[,;\n]\s*|\s+(?:және|мен|пен|бен|и|and|&)\s+")


@dataclass(frozen=True, slots=True)
class MarkedName:
    """A name as typed, and the numbers behind it that tie it to organisations."""

    name: str
    marks: tuple[str, ...] = ()


def names_and_rest(words: str) -> tuple[str, str]:
    """Return the part of a line that is names of people, and what follows it; ("", line) without names.

    Names are taken from the beginning as long as what stands between two separators looks like a person.
    """
    label = _LABEL.match(words)
    start = label.end() if label else 0
    end = start
    for stop, following in _cuts(words, start):
        if not looks_like_person(_bare(words[end_of_gap(words, end) : stop])):
            break
        end = stop
        if following == len(words):
            return words[start:].strip(), ""
    names = words[start:end].strip()
    return (names, words[end:].strip(" ,;:–—-\n")) if names else ("", words)


def end_of_gap(words: str, place: int) -> int:
    """Return where the separator that may begin at `place` ends."""
    gap = _APART.match(words, place)
    return gap.end() if gap else place


def split_names(words: str) -> tuple[MarkedName, ...]:
    """Take a line of names apart: `Ермеков А. Б.¹, Сапарова Г. Д.²` and the like."""
    label = _LABEL.match(words)
    line = words[label.end() :] if label else words
    names: list[MarkedName] = []
    start = 0
    for stop, following in _cuts(line, 0):
        piece = line[start:stop].strip()
        if name := _bare(piece):
            names.append(MarkedName(name, _marks(piece)))
        start = following
    return tuple(names)


def _cuts(words: str, start: int) -> list[tuple[int, int]]:
    """Where a piece ends and the next begins; commas between marks (`А. Б.1,2`) are no cuts."""
    covered = {place for marks in _MARKS.finditer(words) for place in range(*marks.span("marks"))}
    gaps = [gap.span() for gap in _APART.finditer(words, start) if not covered & set(range(*gap.span()))]
    return [*gaps, (len(words), len(words))]


def _bare(name: str) -> str:
    return _MARKS.sub("", name).strip(" ,;:–—-*")


def _marks(name: str) -> tuple[str, ...]:
    found = _MARKS.search(name)
    return tuple(re.findall(r"\d+", found["marks"].translate(_SUPERSCRIPT))) if found else ()
