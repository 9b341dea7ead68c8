"""Where a line may end inside a word: after hyphens, dashes, slashes, signs of an address, soft hyphens."""

from __future__ import annotations

import re
from typing import Final

from proceedings_editor.exporters.pdf.layout.hyphen import syllable_breaks

NO: Final = 0
"""No line ends here."""
SPACE: Final = 1
"""A line may end here, and a space stands here where it does not."""
CHANCE: Final = 2
"""A line may end here; the word goes on."""
SOFT: Final = 3
"""A line may end here with a hyphen."""
FORCED: Final = 4
"""A line ends here."""

_LETTER: Final = r"[^\W\d_]"
_AFTER: Final = re.compile(
    # Two letters on both sides of a hyphen or slash: "39-бабына", "И-2" and "км/с" stay whole.
    rf"(?<={_LETTER}{{2}}[-‐/])(?={_LETTER}{{2}})"
    rf"|(?<={_LETTER}[–—])(?={_LETTER})"
    r"|(?<=[\u00ad\u200b\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000])"
)
_ADDRESS: Final = re.compile(r"://|^www\.|^10\.\d{4,}/")
_IN_ADDRESS: Final = re.compile(r"(?<=[^/:][/?&=_#-])(?=[^/?&=_#-])")
_SOFT_HYPHEN: Final = "\u00ad"


def cut(word: str, *, hyphenate: bool) -> list[tuple[str, int]]:
    """Cut a word without spaces after every place where a line may end.

    Args:
        word: The characters between two spaces; invisible ones are still there.
        hyphenate: Also cut between syllables.

    Returns:
        The pieces, each with what stands after it (`CHANCE`, `SOFT`, for the last one `NO`).
    """
    if _ADDRESS.search(word):
        pieces = _IN_ADDRESS.split(word)
        return [(piece, CHANCE) for piece in pieces[:-1]] + [(pieces[-1], NO)]
    places = {found.start(): CHANCE for found in _AFTER.finditer(word)}
    places |= {place: SOFT for place in places if word[place - 1] == _SOFT_HYPHEN}
    if hyphenate:
        places = dict.fromkeys(syllable_breaks(word), SOFT) | places
    made: list[tuple[str, int]] = []
    begin = 0
    for place in sorted(places):
        made.append((word[begin:place], places[place]))
        begin = place
    return [*made, (word[begin:], NO)] if begin < len(word) or not made else made
