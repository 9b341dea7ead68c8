"""Capitals as a look: a title is stored as typed and printed in capitals where the template says so."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")


def capitals(text: str) -> str:
    """Return the text in capitals, character for character, so that places in it stay what they were.

    Words with a capital after other letters ("pH", "mRNA", "NaCl") stay as typed (rule TITL001); what a
    hyphen joins counts as words of its own, so the ending in "ҚХА-ның" follows its neighbours.
    """
    return _WORD.sub(lambda word: _raised(word[0]), text)


def _raised(word: str) -> str:
    head, tail = word[0], word[1:]
    if tail != tail.lower() and word != word.upper():
        return word
    # A few letters have no single capital ("ß"): they stay, because the length must.
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in head + tail)
