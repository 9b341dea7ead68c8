"""What must not stand in a mail: private fields of the collection's people, and other private data of an article.

What the letter's own file says is the secretary's: the committee may give its phone number there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from proceedings_editor.language.private_data import private_data
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import fields_of
from proceedings_editor.texts import Text, text

_NOT_DIGIT: Final = re.compile(r"\D")
_NUMBER: Final = re.compile(r"\d(?:[\s().–-]{0,3}\d){5,}")
"""Digits with what people put between them; six and more make a phone number."""
_LEAST: Final = 6
_TELLING: Final = 10
"""The last digits of a phone number, without the +7 or 8 before them."""


def private_words(entries: Iterable[Entry]) -> frozenset[str]:
    """Return what the private fields of all authors hold, phone numbers as their last ten digits."""
    keys = [field.key for field in fields_of("author") if field.private]
    found = (getattr(author, key) for entry in entries for author in entry.authors for key in keys)
    return frozenset(_key(value) for value in found if value.strip())


def leak(words: str, private: frozenset[str]) -> Text | None:
    """Say which private field's value stands in the words, None where none does."""
    numbers = {_key(found[0]): found[0] for found in _NUMBER.finditer(words)}
    told = next((numbers[key] for key in numbers if key in private), "")
    told = told or next((one for one in private if not one.isdigit() and one in words.casefold()), "")
    return _sentence(told) if told else None


def is_leak(sentence: Text) -> bool:
    """Whether a sentence is one of this module."""
    return sentence.key == _sentence("").key


def told_private_data(words: str, own: str) -> Text | None:
    """Say which phone, IIN or home address stands in the words and not in the letter's own file."""
    value = next((found.value for found in private_data(words) if found.value not in own), "")
    return _sentence(value) if value else None


def _sentence(value: str) -> Text:
    return text("The mail would tell “{value}”, which is private; take it out.", value=value)


def _key(value: str) -> str:
    digits = _NOT_DIGIT.sub("", value)
    return digits[-_TELLING:] if len(digits) >= _LEAST else " ".join(value.split()).casefold()
