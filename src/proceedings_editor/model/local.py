"""Text that exists in up to three languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

Language = Literal["kk", "ru", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


@dataclass(frozen=True, slots=True)
class LocalText:
    """One fact told in Kazakh, Russian and English; "" where a version is missing."""

    kk: str = ""
    ru: str = ""
    en: str = ""

    def __getitem__(self, language: Language) -> str:
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[language]

    def __bool__(self) -> bool:
        return bool(self.kk or self.ru or self.en)

    def filled(self) -> Iterator[tuple[Language, str]]:
        """Yield the versions that are there, in the order kk, ru, en."""
        for language in LANGUAGES:
            if self[language]:
                yield language, self[language]

    def best(self, language: Language) -> str:
        """Return the version in `language`, else the first one there is, else ""."""
        return self[language] or next((words for _, words in self.filled()), "")

    def with_version(self, language: Language, words: str) -> LocalText:
        """Return a copy whose version in `language` is `words`."""
        return replace(self, **{language: words})


@dataclass(frozen=True, slots=True)
class LocalWords:
    """A list of words or phrases (keywords) per language."""

    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[language]

    def __bool__(self) -> bool:
        return bool(self.kk or self.ru or self.en)
