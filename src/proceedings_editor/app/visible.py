"""Shows characters that cannot be seen as signs that can: where a fix changes only these, its two sides look alike."""

from __future__ import annotations

from typing import Final

_SIGNS: Final = str.maketrans({"\u00a0": "⍽", "\n": "⏎", "\u00ad": "¬", "\u200b": "␣", "\ufeff": "␣"})


def visible(words: str) -> str:
    """Return words with a sign for each no-break space, new line and soft hyphen; spaces alone are signs too."""
    shown = words.translate(_SIGNS)
    return shown if shown.strip() else shown.replace(" ", "␣")
