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
        pattern: Finds the wrong spelling in small letters, a whole word with its endings.
        wrong, right: The spellings without endings.
    """

    pattern: re.Pattern[str]
    wrong: str
    right: str


def find_wrong_forms(text: str, forms: tuple[WordForm, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and right spelling of each wrong one in a text; capitals stay capitals."""
    lowered = text.lower().replace("\u00a0", " ")
    if len(lowered) != len(text):  # a few foreign letters become two
        return
    for form in forms:
        if form.wrong in lowered:
            for found in form.pattern.finditer(lowered):
                start, end = found.span()
                yield start, end, _in_case(text[start:end], form)


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
    pattern = re.compile(rf"(?<![\w-]){re.escape(stem)}{ending}(?![\w-])")
    return WordForm(pattern, stem, right.removesuffix(_ANY_ENDING))


def _in_case(found: str, form: WordForm) -> str:
    """The right spelling with the ending and the capitals of what was found."""
    right = form.right + found[len(form.wrong) :].lower()
    if found.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if found[0].isupper() else right
