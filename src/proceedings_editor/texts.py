"""Sentences a person reads: the marker that makes them translatable, and the catalogues.

English is the key. A `Text` is a value that any layer may make, keep and compare; it becomes words only where it is
shown, in the language asked for there, because a letter to an author may need another language than the window.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from proceedings_editor.resources import shipped

INTERFACE_LANGUAGES: Final = ("kk", "ru", "en")
DOMAIN: Final = "proceedings_editor"


@dataclass(frozen=True, slots=True)
class Text:
    """One translatable sentence with the values of its placeholders.

    Attributes:
        key: The English sentence, with `{name}` placeholders as in `str.format`.
        values: The placeholders' values; a value may itself be a `Text`. A `float` is written as the language does,
            10.1 as “10,1” in Kazakh and Russian, so hand it over rounded and not as words.
        many: The English plural, or "" where the sentence does not count anything.
        count: What decides between `key` and `many`.
    """

    key: str
    values: tuple[tuple[str, object], ...] = ()
    many: str = ""
    count: int = 0

    def in_language(self, language: str) -> str:
        """Return the sentence in `language` (kk, ru or en; anything else gives English)."""
        catalogue = catalogue_of(language)
        one = catalogue.gettext(self.key)
        pattern = catalogue.ngettext(self.key, self.many, self.count) if self.many else one
        return pattern.format(**{name: _worded(value, language) for name, value in self.values})

    def __str__(self) -> str:
        return self.in_language("en")


def _worded(value: object, language: str) -> object:
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, Decimal):
        return decimal(f"{value:f}", language)
    if isinstance(value, float):
        return decimal(f"{value:.6g}", language)
    return value


def decimal(number: str, language: str) -> str:
    """Return a number written with a point as `language` writes it."""
    return number.replace(".", ",") if language in ("kk", "ru") else number


def text(key: str, **values: object) -> Text:
    """Mark `key` for translation. The extractor of catalogues knows this name: pass a literal."""
    return Text(key, tuple(values.items()))


def plural(one: str, many: str, count: int, **values: object) -> Text:
    """Mark a sentence that counts; `{count}` is available in both forms."""
    return Text(one, (("count", count), *values.items()), many, count)


@cache
def catalogue_of(language: str) -> gettext.NullTranslations:
    """Return the compiled catalogue of `language`; English and unknown languages give the keys themselves."""
    path = shipped("i18n", language, f"{DOMAIN}.mo")
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)
