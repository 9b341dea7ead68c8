"""Citations of the reference list in plain text: `[2]`, `[2, б. 5]`, `[2;5]`, `[1; 3–5]`. The one parser of them.

Forms after GOST R 7.0.5-2008 (`[2, с. 5]`, `;` between sources) and the calls of Kazakh conferences (`[2;5]`,
`[2:15, 16]`, `[1.23]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final

from proceedings_editor.language.citation_grammar import (
    BROKEN,
    COLON_PAGE,
    COMMA_PAGE,
    FORMS,
    MIXED,
    PLAIN,
    POINT_PAGE,
    SEMICOLON_PAGE,
    CitationPart,
    read_citation,
)
from proceedings_editor.language.numbering import DASH, NUMBER, Mapped, NumberSpan, rewrite

__all__ = [
    "BROKEN",
    "COLON_PAGE",
    "COMMA_PAGE",
    "FORMS",
    "MIXED",
    "PLAIN",
    "POINT_PAGE",
    "SEMICOLON_PAGE",
    "Citation",
    "CitationPart",
    "find_citations",
    "renumber",
    "repaired",
    "write_citation",
]

PAGE_WORDS: Final = {"kk": "б.", "ru": "с.", "en": "p."}


@dataclass(frozen=True, slots=True)
class Citation:
    """One pair of square brackets that cites.

    Attributes:
        start: Where `[` stands.
        end: Behind `]`.
        form: One of `FORMS`, "mixed" when the parts differ, "broken" when it means to cite but cannot be read.
        parts: What it cites; what could be read of it when broken.
        ambiguous: `[2;5]` may mean source and page or two sources.
    """

    start: int
    end: int
    form: str
    parts: tuple[CitationPart, ...]
    ambiguous: bool = False

    @property
    def sources(self) -> tuple[int, ...]:
        """Every source number in order, ranges expanded."""
        return tuple(chain.from_iterable(part.numbers for part in self.parts))

    @property
    def spans(self) -> tuple[NumberSpan, ...]:
        """Every source number or range where it stands, for linking."""
        return tuple(chain.from_iterable(part.spans for part in self.parts))


def find_citations(text: str, form: str = PLAIN) -> tuple[Citation, ...]:
    """Find the citations of a text, in order.

    Args:
        text: Plain text of a paragraph or a whole article.
        form: The form the template prefers; with "semicolon-page" `[2;5]` is page 5 of source 2, with any other it is
            sources 2 and 5.
    """
    if "[" not in text and "]" not in text:
        return ()
    found = (_citation(text, match, form) for match in _BRACKETS.finditer(text))
    return tuple(citation for citation in found if citation is not None)


def renumber(text: str, mapping: Mapped, form: str = PLAIN) -> str:
    """Return `text` with its source numbers mapped and everything else kept.

    The number of a source that was deleted (mapped to None) becomes `?`, which then reads as a broken citation.
    """
    citations = find_citations(text, form)
    comma = "; " if form == COMMA_PAGE else ", "
    return rewrite(text, chain.from_iterable(citation.spans for citation in citations), mapping, comma)


def repaired(wording: str) -> str:
    """Return a broken citation with digits for letters that look like them (`[З]` -> `[3]`), or "" if that fails."""
    right = _with_digits(wording)
    return right if right != wording and find_citations(right) else ""


def write_citation(parts: Iterable[tuple[Iterable[int], str]], form: str, language: str) -> str:
    """Write a citation in a template's form.

    Args:
        parts: Source numbers and place (`5`, `5–7`, or "") of each part.
        form: One of `FORMS`.
        language: Of the word for page in the "comma-page" form: kk `б.`, ru `с.`, en `p.`.
    """
    between, after = _WRITTEN[form]
    word = f"{PAGE_WORDS[language]} " if form == COMMA_PAGE else ""
    written = (
        ", ".join(map(str, numbers)) + (f"{between}{word}{_bare_place(place)}" if place and form != PLAIN else "")
        for numbers, place in parts
    )
    return f"[{after.join(written)}]"


_WRITTEN: Final = {
    PLAIN: ("", ", "),
    COMMA_PAGE: (", ", "; "),
    SEMICOLON_PAGE: (";", ", "),
    COLON_PAGE: (":", "; "),
    POINT_PAGE: (".", "; "),
}
"""Form -> what stands before the place, and what between parts."""

_BRACKETS: Final = re.compile(
    r"\[(?P<inside>[^\[\]\n]{1,200})\]"
    rf"|\[\s?{NUMBER}(?![0-9])(?![^\[\]\n]{{0,200}}\])"
    rf"|(?<![\w\[.,;:–-]){NUMBER}\]"
)
_INTERVAL_AFTER: Final = re.compile(r"\s?[,;]\s?[^\s()\[\]]{1,20}\s?[)\[]")
_INTERVAL_BEFORE: Final = re.compile(r"[(\]]\s?[^\s()\[\]]{1,20}\s?[,;]\s?\Z")
"""`[1; 2)` and `(0, 2]` are intervals of numbers, not brackets left open."""

_PAGE_WORD: Final = re.compile(r"(?:б\.\s?б|бет|стр|с|б|pp|p)\.?\s*|[-\s]*(?:бет\w*|б\.?)$", re.IGNORECASE)
_ALIKE: Final = str.maketrans({"З": "3", "з": "3", "О": "0", "о": "0", "O": "0", "l": "1", "І": "1", "б": "6"})
_LETTERED_SOURCE: Final = re.compile(r"(?<![^\W\d_])(?:[ЗзОоOlІб]*[0-9][ЗзОоOlІб0-9]*|[Зз])(?![^\W\d_])")


def _citation(text: str, match: re.Match[str], form: str) -> Citation | None:
    inside = match["inside"]
    if inside is None:
        return None if _is_interval(text, match) else Citation(match.start(), match.end(), BROKEN, ())
    reading = read_citation(inside, match.start("inside"), form)
    if reading.parts:
        ambiguous = _DOUBTFUL.fullmatch(inside) is not None
        return Citation(match.start(), match.end(), reading.form, reading.parts, ambiguous)
    if reading.broken or _is_lettered(inside):
        return Citation(match.start(), match.end(), BROKEN, ())
    return None


def _is_interval(text: str, match: re.Match[str]) -> bool:
    if match[0].startswith("["):
        return _INTERVAL_AFTER.match(text, match.end()) is not None
    return _INTERVAL_BEFORE.search(text[max(match.start() - 30, 0) : match.start()]) is not None


_DOUBTFUL: Final = re.compile(rf"\s*{NUMBER}\s*;\s*[0-9]+(?:\s?{DASH}\s?[0-9]+)?\s*")


def _is_lettered(inside: str) -> bool:
    """`[З]`, `[1О]`: sources with letters for digits; `[мәтін]` and `[0]` are no citations."""
    right = _with_digits(inside)
    return right != inside and bool(read_citation(right, 0, PLAIN).parts)


def _with_digits(wording: str) -> str:
    return _LETTERED_SOURCE.sub(lambda found: found[0].translate(_ALIKE), wording)


def _bare_place(place: str) -> str:
    """`б. 5` -> `5`, so that another form can put its own word."""
    bare = _PAGE_WORD.sub("", place).strip()
    return bare or place
