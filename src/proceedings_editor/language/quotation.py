"""Where a quotation opens and closes, whatever marks it has: «…», “…”, „…“ or "…"."""

from __future__ import annotations

from typing import Final

_OPENING: Final = '«“„"'
_CLOSED_BY: Final = {"«": "»”", "“": '”»"', "„": '“”»"', '"': '"”»'}
"""Opening mark -> what closes it; marks of two kinds are often mixed by mistake."""


def first_quotation(words: str) -> tuple[int, int] | None:
    """Return the places of the first opening mark and of its partner, None where there is no such pair."""
    start = next((place for place, char in enumerate(words) if char in _OPENING), len(words))
    opened: list[str] = []
    for place in range(start, len(words)):
        char = words[place]
        if opened and char in _CLOSED_BY[opened[-1]]:
            opened.pop()
        elif char in _OPENING:
            opened.append(char)
        if not opened:
            return start, place
    return None


def unquoted(words: str) -> str:
    """Return words without the marks around the whole of them, however often: ««Дала»» gives Дала, «А» и «Б» itself."""
    bare = words.strip()
    while len(bare) > 2 and first_quotation(bare) == (0, len(bare) - 1):
        bare = bare[1:-1].strip()
    return bare if bare != words.strip() else words
