"""The collection's own words: `dictionary.txt`, one word a line, sorted, so that two people's lists are easy to merge.

The file is read leniently and nothing in it is lost: what is no word stays where it is and counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from proceedings_editor.errors import ReadError, WriteError
from proceedings_editor.language.alphabet import sort_key
from proceedings_editor.language.spelling import canonical
from proceedings_editor.storage import atomic
from proceedings_editor.storage.file_state import NO_STAMP, stamp_of
from proceedings_editor.storage.layout import DICTIONARY
from proceedings_editor.templates.node import Source, decoded, file_bytes
from proceedings_editor.texts import Text, text

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_MOST_LETTERS: Final = 100


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the file says.

    Attributes:
        words: As they are spelled in it.
        fault: What is wrong with it, None where nothing is.
    """

    words: frozenset[str] = frozenset()
    fault: Text | None = None


def is_own_word(word: str) -> bool:
    """Say whether something can stand in the file as a word."""
    return len(word) <= _MOST_LETTERS and _WORD.fullmatch(canonical(word)) is not None


def read_words(folder: Path) -> OwnWords:
    """Read the words of a collection; a file that is missing has none, of a damaged one the fault is told."""
    try:
        lines = _lines(folder)
    except ReadError as error:
        return OwnWords(fault=error.sentence)
    words = [line for line in lines if is_own_word(line)]
    bad = next((number for number, line in enumerate(lines, 1) if line and not is_own_word(line)), 0)
    fault = None
    if bad:
        fault = text(
            "{file}, line {line}: “{words}” is not one word and was passed over; write one word a line.",
            file=DICTIONARY,
            line=bad,
            words=lines[bad - 1][:_MOST_LETTERS],
        )
    return OwnWords(frozenset(map(canonical, words)), fault)


def write_word(folder: Path, word: str, *, wanted: bool) -> OwnWords:
    """Add a word to the file, or take it out; what others added meanwhile stays. Return what the file says then.

    Raises:
        ReadError: The file is damaged, and nothing was written over it.
        WriteError: It could not be written; it is as it was.
    """
    spelled = canonical(word)
    if not is_own_word(spelled):
        raise WriteError(text("“{word}” is not one word, so it cannot be added to the dictionary.", word=word))
    before = _lines(folder)
    others = [line for line in before if canonical(line) != spelled]
    return _write(folder, before, [*others, spelled] if wanted else others)


def add_words(folder: Path, words: Iterable[str]) -> OwnWords:
    """Add many words to the file, as those of a colleague. Return what the file says then.

    Raises:
        ReadError: The file is damaged, and nothing was written over it.
        WriteError: It could not be written; it is as it was.
    """
    before = _lines(folder)
    return _write(folder, before, [*before, *filter(is_own_word, map(canonical, words))])


def _write(folder: Path, before: Iterable[str], after: Iterable[str]) -> OwnWords:
    old, new = (set(filter(None, lines)) for lines in (before, after))
    if old != new:
        atomic.write_text(folder / DICTIONARY, "".join(f"{line}\n" for line in sorted(new, key=sort_key)))
    return read_words(folder)


def _lines(folder: Path) -> list[str]:
    path, source = folder / DICTIONARY, Source(DICTIONARY)
    if stamp_of(path) == NO_STAMP:
        return []
    return [line.strip() for line in decoded(file_bytes(path, source), source).splitlines()]
