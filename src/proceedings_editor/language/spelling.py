"""Spelling: whether the shipped dictionaries know a word, and what they would write instead.

They are Hunspell's, in `resources/dictionaries` with their licences; English words may be British or American. A
dictionary takes a tenth of a second and some ten megabytes, so each is read when a word first needs it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations
from threading import Lock
from typing import Final, Protocol

from proceedings_editor.errors import ReadError
from proceedings_editor.resources import shipped
from proceedings_editor.texts import text

_FILES: Final[Mapping[str, tuple[str, ...]]] = {"kk": ("kk_KZ",), "ru": ("ru_RU",), "en": ("en_GB", "en_US")}
"""Language -> its dictionaries; a word is right where one of them knows it."""

_SAME: Final = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None, "\u0301": None})
"""Signs that spell a word no other way: kinds of apostrophe and hyphen, soft hyphens, the accent of stress."""

_CONFUSED: Final[Mapping[str, tuple[str, ...]]] = {
    "kk": ("аә", "оө", "ұүу", "ыіи", "кқ", "гғ", "нң", "хһ"),
    "ru": ("ао", "еия", "иы", "её"),
}
"""Letters taken for each other: by ear, or because a keyboard lacks one."""
_MOST_PLACES: Final = 2
"""So many letters of a word are exchanged at once."""

_MOST_KNOWN: Final = 100_000
_LOADING: Final = Lock()


class _Dictionary(Protocol):
    """What is used of Hunspell; it never gives Python to another thread, so all threads may share one."""

    def spell(self, word: str) -> bool: ...

    def suggest(self, word: str) -> tuple[str, ...]: ...


def canonical(word: str) -> str:
    """Return a word as dictionaries spell it: composed letters, plain apostrophes and hyphens, no stress."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", word).translate(_SAME))


def is_word(word: str, language: str) -> bool:
    """Say whether a dictionary of the language knows a word; a language without one knows every word.

    Raises:
        ReadError: A dictionary is not there, which means a broken installation.
    """
    return _is_known(canonical(word), language)


def suggestions(word: str, language: str, most: int = 5) -> tuple[str, ...]:
    """Return words that may be meant, the likeliest first; it takes up to half a second.

    First come words with a letter or two taken for another (“малако” for “молоко”), which Hunspell does not think of.

    Raises:
        ReadError: A dictionary is not there, which means a broken installation.
    """
    wrong = canonical(word)
    likely = (one for one in _confusions(wrong, language) if is_word(one, language))
    lists = [_dictionary(name).suggest(wrong) for name in _FILES.get(language, ())]
    found = dict.fromkeys((*likely, *(one for row in _in_turn(lists) for one in row)))
    return tuple(one for one in found if one != wrong)[:most]


def load(language: str) -> None:
    """Read the dictionaries of a language now, so that the first word need not wait for them.

    Raises:
        ReadError: A dictionary is not there, which means a broken installation.
    """
    for name in _FILES.get(language, ()):
        _dictionary(name)


@lru_cache(maxsize=_MOST_KNOWN)
def _is_known(word: str, language: str) -> bool:
    names = _FILES.get(language)
    return names is None or any(_dictionary(name).spell(word) for name in names)


def _confusions(word: str, language: str) -> Iterator[str]:
    """Yield the word with one letter exchanged, then with two."""
    others = [(place, other) for place, letter in enumerate(word) for other in _taken_for(letter, language)]
    for count in range(1, _MOST_PLACES + 1):
        for chosen in combinations(others, count):
            letters = list(word)
            for place, other in chosen:
                letters[place] = other
            yield "".join(letters)


def _taken_for(letter: str, language: str) -> Iterator[str]:
    small = letter.lower()
    for group in _CONFUSED.get(language, ()):
        if small in group:
            yield from ((other if letter == small else other.upper()) for other in group if other != small)


def _in_turn(lists: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the first of each list, then the second of each, and so on."""
    for place in range(max(map(len, lists), default=0)):
        yield tuple(row[place] for row in lists if place < len(row))


def _dictionary(name: str) -> _Dictionary:
    with _LOADING:
        return _loaded(name)


@cache
def _loaded(name: str) -> _Dictionary:
    folder = shipped("dictionaries")
    try:
        from hunspell import Hunspell  # type: ignore[import-untyped]  # late: nothing of this before the first picture

        found: _Dictionary = Hunspell(name, hunspell_data_dir=str(folder), system_encoding="UTF-8")
    except (ImportError, OSError) as error:
        raise ReadError(
            text("The dictionary {file} of the program cannot be read. Install the program again.", file=f"{name}.dic")
        ) from error
    return found
