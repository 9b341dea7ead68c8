"""Lists of spellings: what is often written, and what should be written instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from proceedings_editor.language.word_list import rows

_ANY_ENDING: Final = "*"


@dataclass(frozen=True, slots=True)
class WordForm:
    """A spelling and the right one, in small letters.

    Attributes:
        hint: What a text with the wrong spelling holds in small letters.
        pattern: Finds it as a whole word with its endings.
        wrong, right: The spellings without endings.
    """

    hint: str
    pattern: re.Pattern[str]
    wrong: str
    right: str


def find_wrong_forms(text: str, forms: tuple[WordForm, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and right spelling of each wrong one in a text; capitals stay capitals."""
    lowered = text.lower()
    for form in forms:
        if form.hint in lowered:
            for found in form.pattern.finditer(text):
                yield found.start(), found.end(), _in_case(found[0], form)


@cache
def joined_words(language: str) -> tuple[WordForm, ...]:
    """Return the words of a language that are written together, apart or with a hyphen by mistake."""
    return tuple(_form(row["wrong"], row["right"]) for row in rows("joined_words") if row["language"] == language)


@cache
def yo_words() -> tuple[WordForm, ...]:
    """Return Russian words that have ё in careful spelling, with their spelling without it as the wrong one."""
    return tuple(_form(row["without"], row["with"]) for row in rows("yo_words"))


def _form(wrong: str, right: str) -> WordForm:
    stem = wrong.removesuffix(_ANY_ENDING)
    ending = r"[^\W\d_]*" if wrong.endswith(_ANY_ENDING) else ""
    spaced = re.escape(stem).replace(r"\ ", "[ \u00a0]")
    pattern = re.compile(rf"(?<![\w-]){spaced}{ending}(?![\w-])", re.IGNORECASE)
    return WordForm(stem.lower().split(" ")[0], pattern, stem, right.removesuffix(_ANY_ENDING))


def _in_case(found: str, form: WordForm) -> str:
    """The right spelling with the ending and the capitals of what was found."""
    right = form.right + found[len(form.wrong) :].lower()
    if found.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if found[0].isupper() else right
