"""Shows characters that cannot be seen as signs that can: where a fix changes only these, its two sides look alike."""

from __future__ import annotations

from typing import Final

from proceedings_editor.texts import Text, text

_SIGNS: Final = str.maketrans({"\u00a0": "⍽", "\n": "⏎", "\u00ad": "¬", "\u200b": "␣", "\ufeff": "␣"})


def visible(words: str) -> str:
    """Return words with a sign for each no-break space, new line and soft hyphen; spaces alone are signs too."""
    shown = words.translate(_SIGNS)
    return shown if shown.strip() else shown.replace(" ", "␣")


def told(side: str | Text, language: str) -> str:
    """Return one side of a fix as a person reads it: nothing is called so, a measure is in their language."""
    if isinstance(side, Text):
        return side.in_language(language)
    return visible(side) or text("(empty)").in_language(language)
