"""Which sources an article cites, where first, and the order the template wants them in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.alphabet import script_of, sort_key
from proceedings_editor.language.citation import SEMICOLON_PAGE, Citation, find_citations
from proceedings_editor.language.legal_act import is_act
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.entry import Reference
from proceedings_editor.rules.passage import Passage

ALPHABET: Final = "alphabet"
"""The order of a list that follows the alphabet; any other follows the citations."""

_LATIN: Final = "Latin"


@dataclass(frozen=True, slots=True)
class FirstUse:
    """Where a source is cited first."""

    number: int
    passage: Passage
    citation: Citation


def cited_numbers(passages: Iterable[Passage], form: str) -> frozenset[int]:
    """Return every number that the article cites, also where it may be a page."""
    return frozenset(
        number
        for passage in passages
        if passage.key == "body"
        for citation in find_citations(passage.prose(), form)
        for number in citation.sources
    )


def certain_sources(citation: Citation, form: str) -> tuple[int, ...]:
    """Return the numbers of a citation that surely mean sources: of “[2;5]” only the first."""
    return citation.sources[:1] if citation.ambiguous and form != SEMICOLON_PAGE else citation.sources


def first_uses(passages: Iterable[Passage], form: str) -> tuple[FirstUse, ...]:
    """Return the sources in the order in which they are first cited, also those that the list does not have."""
    seen: dict[int, FirstUse] = {}
    for passage in passages:
        if passage.key == "body":
            for citation in find_citations(passage.prose(), form):
                for number in sorted(_likely(passage, citation, form)):
                    seen.setdefault(number, FirstUse(number, passage, citation))
    return tuple(seen.values())


def _likely(passage: Passage, citation: Citation, form: str) -> tuple[int, ...]:
    """As `certain_sources`, but “[2; 5]” with a space means two sources."""
    apart = "; " in passage.text[citation.start : citation.end]
    return citation.sources if apart else certain_sources(citation, form)


def order_of_citing(uses: Sequence[FirstUse], count: int) -> tuple[int, ...]:
    """Return the old places of `count` sources in the order they are cited; what nobody cites comes last."""
    cited = [use.number - 1 for use in uses if use.number <= count]
    return (*cited, *(index for index in range(count) if index not in cited))


def alphabet_keys(references: Iterable[Reference]) -> list[tuple[int, object]]:
    """Return what the alphabet sorts each source by: laws at the head stay there, Cyrillic stands before Latin."""
    words = [plain_text(reference.text).strip() for reference in references]
    apart = next((index for index, item in enumerate(words) if not is_act(item)), len(words))
    return [(0, ()) if index < apart else _key(item) for index, item in enumerate(words)]


def order_of_alphabet(keys: Sequence[tuple[int, object]]) -> tuple[int, ...]:
    """Return the old places of the sources in the order of the alphabet."""
    return tuple(sorted(range(len(keys)), key=keys.__getitem__))


def _key(words: str) -> tuple[int, object]:
    letter = next((char for char in words if char.isalpha()), "")
    return (2 if script_of(letter) == _LATIN else 1, sort_key(words))
