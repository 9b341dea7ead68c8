"""The words a collection counts as right: those of the shipped dictionaries and its own (`dictionary.txt`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from proceedings_editor.language import spelling
from proceedings_editor.language.spelling import canonical
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.template import RuleSettings, Template
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.spelling import Unknown, opens_sentence, unknown_words
from proceedings_editor.storage.dictionary_file import read_words
from proceedings_editor.texts import Text

RULE: Final = "LANG004"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Says whether a word is right; two with the same words of their own say the same.

    Attributes:
        own: Words of the collection. One in small letters is right with a capital too, not the other way round.
    """

    own: frozenset[str] = frozenset()

    def __call__(self, word: str, language: Language) -> bool:
        """Say whether a word of a language is right.

        Raises:
            ReadError: A dictionary of the program is missing.
        """
        return self.is_own(word) or spelling.is_word(word, language)

    def is_own(self, word: str) -> bool:
        """Say whether the collection's own words make a word right."""
        return not self.own.isdisjoint(_spellings(word))


def read_vocabulary(folder: Path) -> tuple[Vocabulary, Text | None]:
    """Read a collection's own words; also return what is wrong with their file, None where nothing is."""
    found = read_words(folder)
    return Vocabulary(found.words), found.fault


def is_asked(template: Template) -> bool:
    """Say whether the template wants words looked up; no rule is off like this one until a template says so."""
    return template.rules.get(RULE, RuleSettings()).severity not in ("", "off")


def words_to_mark(
    passage: Passage, entry: Entry, vocabulary: Vocabulary, languages: tuple[Language, ...]
) -> tuple[Unknown, ...]:
    """Return the unknown words of a passage, without those somebody decided to leave as they are.

    Raises:
        ReadError: A dictionary of the program is missing.
    """
    decided = [one for one in entry.ignored if one.code == RULE and one.sentence in passage.text]
    found = unknown_words(passage, entry, vocabulary, languages)
    return tuple(word for word in found if all(one.text != word.word for one in decided))


def spelled_alone(passage: Passage, word: Unknown) -> str:
    """Return an unknown word as a dictionary should have it: without the capital its sentence begins with."""
    if word.word.isupper() or opens_sentence(passage.text, word.start):
        return canonical(word.word).lower()
    return canonical(word.word)


def _spellings(word: str) -> set[str]:
    written = canonical(word)
    return {written, written.lower(), *((written.capitalize(),) if written.isupper() else ())}
