"""One text in several languages on one line: `Құқық / Право / Law`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from proceedings_editor.language.alphabet import LANGUAGES, guess_language

SLASH: Final = " / "

Versions = tuple[tuple[str, str], ...]
"""Pairs of language and text, in the order of the line."""

_SLASHES: Final = re.compile(r" ?(?:/ ?)+")


def split_languages(text: str) -> Versions:
    """Split a line at its language slashes and name the language of each version.

    Missing and doubled spaces and slashes are tolerated (`кепілі/ / Защита`). Where some slashes have space beside
    them, only those part languages, so that `A/B` stays whole. Two versions that look alike are told apart by the
    usual order kk, ru, en; of more versions than languages, the surplus stays with the one before.
    """
    line = " ".join(text.split())
    loose = any(len(slash[0]) > 1 for slash in _SLASHES.finditer(line))
    pieces = [piece for piece in _cut(line, 2 if loose else 1) if piece]
    if not loose and len(set(map(guess_language, pieces))) < len(pieces):
        pieces = [line]  # "A/B testing": the slash belongs to the text
    return _assigned(pieces)


def join_languages(versions: Iterable[str]) -> str:
    """Join the versions of a text with exactly " / ", leaving out empty ones."""
    return SLASH.join(version for version in versions if version)


def _cut(line: str, shortest: int) -> list[str]:
    """Cut at slashes which, with the spaces and slashes beside them, are at least `shortest` characters."""
    pieces, start = [], 0
    for slash in _SLASHES.finditer(line):
        if len(slash[0]) >= shortest:
            pieces.append(line[start : slash.start()])
            start = slash.end()
    return [*pieces, line[start:]]


def _assigned(pieces: list[str]) -> Versions:
    if len(pieces) > len(LANGUAGES):
        pieces = [*pieces[: len(LANGUAGES) - 1], SLASH.join(pieces[len(LANGUAGES) - 1 :])]
    guesses = [guess_language(piece) for piece in pieces]
    free = [language for language in LANGUAGES if language not in guesses]
    taken: set[str] = set()
    named: list[tuple[str, str]] = []
    for i, (guess, piece) in enumerate(zip(guesses, pieces, strict=True)):
        language = guess
        repeated = guess in guesses[i + 1 :] and guess == "ru" and "kk" in free
        if not guess or guess in taken or repeated:
            language = free.pop(0) if free else ""
        taken.add(language)
        named.append((language, piece))
    return tuple(named)
