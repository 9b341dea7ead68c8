"""How a field's value is typed and read back: the form's line editors and the readings of importers use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from proceedings_editor.language.date import typed_date
from proceedings_editor.language.person_word import STATUS, word_of, words_of
from proceedings_editor.model.fields import Field

_MOST_DIGITS: Final = 9
"""Of a number or page: more is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """How a value is written and read.

    Attributes:
        read: Words -> value; raises ValueError where they say none.
        write: Value -> words, such that `read(write(value)) == value`.
        finish: As `read`, for words that nobody goes on typing; they are then written as `write` does. None where they
            stay as they were typed.
    """

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    finish: Callable[[str], Any] | None = None


def text_of_field(field: Field) -> FieldText:
    """Return how one value of the field, in one language where it has several, is typed."""
    if field.kind == "line" and field.repeatable and not field.local:
        return CODES
    return _BY_KIND.get(field.kind, LINE)


def _number(words: str) -> int | None:
    bare = words.strip()
    if not bare:
        return None
    if not bare.isascii() or not bare.isdigit() or len(bare) > _MOST_DIGITS:
        raise ValueError(words)
    return int(bare)


def _decimal(words: str) -> Decimal | None:
    bare = words.strip().rstrip("%").strip().replace(",", ".")
    if not bare:
        return None
    try:
        number = Decimal(bare)
    except InvalidOperation as error:
        raise ValueError(words) from error
    if not number.is_finite() or number.adjusted() > _MOST_DIGITS or number.adjusted() < -_MOST_DIGITS:
        raise ValueError(words)
    return number


def _date(words: str, *, is_finished: bool = False) -> date | None:
    if not words.strip():
        return None
    found = typed_date(words, is_finished=is_finished)
    if found is None:
        raise ValueError(words)
    return found


def _finished_date(words: str) -> date | None:
    return _date(words, is_finished=True)


def _codes(words: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in words.split(";"))))


def _words(words: str) -> tuple[str, ...]:
    """Apart by semicolons where there is one, else by commas."""
    apart = ";" if ";" in words else ","
    return tuple(filter(None, (part.strip() for part in words.split(apart))))


def _written_words(value: tuple[str, ...]) -> str:
    if not any("," in word for word in value):
        return ", ".join(value)
    return "; ".join(value) + (";" if len(value) == 1 else "")


def _status(words: str) -> str:
    """Only the printed words stand for an id: another spelling may tell more than the id would print."""
    bare = words.strip().casefold()
    printed = ((word.id, (word.kk, word.ru, word.en)) for word in words_of(STATUS))
    return next((id for id, forms in printed if bare in map(str.casefold, forms)), words)


LINE: Final = FieldText(str, str)
CODES: Final = FieldText(_codes, "; ".join)
_BY_KIND: Final[Mapping[str, FieldText]] = {
    "number": FieldText(_number, lambda value: "" if value is None else str(value)),
    "decimal": FieldText(_decimal, lambda value: "" if value is None else f"{value:f}"),
    "date": FieldText(_date, lambda value: "" if value is None else f"{value:%d.%m.%Y}", _finished_date),
    "words": FieldText(_words, _written_words),
}


def status_text(language: str) -> FieldText:
    """Return how a status is typed in a language: a word of the list, or free words."""
    return FieldText(_status, lambda value: word_of(STATUS, value, language))
