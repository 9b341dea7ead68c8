"""Which words of a text no dictionary knows: the rule LANG004 and the underlines of the window ask the same.

Left alone are names (words with a capital inside a sentence, and the people of the entry wherever they stand),
abbreviations, numbers, codes, addresses, and words in letters of another alphabet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from proceedings_editor.language.alphabet import ALPHABETS
from proceedings_editor.language.spelling import canonical
from proceedings_editor.model.body import Span
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.protected import protected, whole_field
from proceedings_editor.texts import Text, text

IsWord = Callable[[str, Language], bool]
"""Says whether a word of a language is known."""

_ABOUT: Final = frozenset({"body", "abstract", "title", "keywords"})
_LETTERS: Final = {language: frozenset(letters + letters.upper() + "-'") for language, letters in ALPHABETS.items()}
_PART: Final = re.compile(r"[^-\u2010\u2011]+")
_JOINED: Final = re.compile(
    r"^[^\W\d_]+[ое][-\u2010\u2011].*(?:[ыиое][йем]|ая|яя|ую|юю|[оеи]го|[ое]му|[ыи]х|[ыи]ми|о)$"
)
"""“Историко-культурный”: no dictionary has the first part alone."""
_SENTENCE_START: Final = re.compile(
    r"(?:^|(?:[^\W\d_]{4}(?<!проф)(?<!акад)(?<!канд)(?<!докт)(?<!prof)[)»”]?\.|[!?…])[)»”]?\s+|\n)[^\w\n]*$"
)
"""After a word too long for an abbreviation (“проф. Иванов”)."""
_BEHIND: Final = re.compile(r"[\w@/\\#_.\u00ad]$")
_BEFORE: Final = re.compile(r"[@/\\_\u00ad\ufffc]|\.[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|\.\d")
_ABBREVIATED: Final = 4
"""So few letters before a full stop are an abbreviation."""
_ACRONYM: Final = 5
"""So few capitals are an abbreviation; more are a word in capitals."""
_LOOK_BACK: Final = 40
_LEFT_ALONE: Final = frozenset({"address", "code", "name"})
_VOWELS: Final = frozenset("аеёиоуыэюяәіөүұaeiouyьй")
_SHORT_NAME: Final = 3
_SHORT_WORD: Final = 4
"""Up to so many letters English titles write words like “with” in small letters."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word no dictionary knows: code points of the passage's plain text, and the language it was looked up in."""

    start: int
    end: int
    word: str
    language: Language


def unknown_words(
    passage: Passage, entry: Entry | None, is_word: IsWord, languages: Collection[str] = LANGUAGES
) -> Iterator[Unknown]:
    """Yield the words of a passage that no dictionary knows.

    Args:
        passage: The text; nothing is said of references, codes, and texts written down as they were found.
        entry: Whose text it is.
        is_word: The dictionaries; asked with a word as it stands, then in small letters.
        languages: Those to look up.
    """
    if not wants(passage):
        return
    names = _names_of(entry) if entry else frozenset()
    alone = [one for one in protected(passage) if one.protection in _LEFT_ALONE]
    tongues = _tongues(passage)
    for found in passage.words():
        start, end = found.span()
        language = _language_at(tongues, start)
        if language is None or language not in languages or _is_none(passage, start, end, language):
            continue
        if any(one.meets(start, end) for one in alone) or _is_known(found[0], language, is_word):
            continue
        for part in _PART.finditer(found[0]):
            word = part[0]
            joins = language == "ru" and part.end() < len(found[0]) and _JOINED.search(found[0])
            if len(word) == 1 or joins or _is_name(word, names) or _is_known(word, language, is_word):
                continue
            yield Unknown(start + part.start(), start + part.end(), word, language)


def unknown_sentence(word: Unknown) -> Text:
    """Return what is told about an unknown word."""
    return text("The dictionary does not know “{word}”; correct it or add it.", word=word.word)


def wants(passage: Passage) -> bool:
    """Say whether the words of a passage are looked up at all."""
    is_text = passage.kind in ("block", "note", "field") and passage.key.partition(".")[0] in _ABOUT
    return is_text and not whole_field(passage)


def languages_of(passage: Passage) -> frozenset[str]:
    """Return the languages of a passage, none where its words are not looked up."""
    return frozenset(code for _, code in _tongues(passage)) if wants(passage) else frozenset()


def opens_sentence(words: str, start: int) -> bool:
    """Say whether a word has its capital only because a sentence begins with it."""
    return _SENTENCE_START.search(words, max(0, start - _LOOK_BACK), start) is not None


def _is_none(passage: Passage, start: int, end: int, language: Language) -> bool:
    """Whether what stands there is no word of the language to look up."""
    words = passage.prose()
    found = words[start:end]
    if not _LETTERS[language].issuperset(canonical(found)):
        return True
    if _BEHIND.search(words, max(0, start - 1), start) or _BEFORE.match(words, end):
        return True
    if found.isupper():
        return len(found) <= _ACRONYM
    if any(len(part) > 1 and not part[1:].islower() for part in _PART.findall(found)) or len(found) == 1:
        return True
    if found[0].isupper():
        return not (opens_sentence(words, start) or passage.once(_has_capitals_throughout))
    return end - start < _ABBREVIATED and words[end : end + 1] == "."


def _has_capitals_throughout(passage: Passage) -> bool:
    """Whether it is an English title whose words all have capitals, so that these tell no names."""
    if passage.key != "title.en":
        return False
    long = [found[0] for found in passage.words() if len(found[0]) > _SHORT_WORD]
    return 2 * sum(word[0].isupper() for word in long) > len(long) > 1


def _is_known(word: str, language: Language, is_word: IsWord) -> bool:
    return is_word(word, language) or (not word.islower() and is_word(word.lower(), language))


def _tongues(passage: Passage) -> list[tuple[int, str]]:
    """Return where each stretch of one language begins."""
    found, place = [(0, str(passage.language))], 0
    for run in passage.rich:
        if isinstance(run, Span):
            found.append((place, run.language.partition("-")[0] or passage.language))
        place += len(run.text) if isinstance(run, Span) else 1
    return found


def _language_at(tongues: list[tuple[int, str]], place: int) -> Language | None:
    code = next(code for start, code in reversed(tongues) if start <= place)
    return next((language for language in LANGUAGES if language == code), None)


def _is_name(word: str, names: frozenset[str]) -> bool:
    """Whether a word is one of the names, with whatever ending."""
    written = canonical(word).lower()
    return word[0].isupper() and any(written.startswith(name) for name in names)


def _names_of(entry: Entry) -> frozenset[str]:
    people = (*entry.authors, *entry.supervisors)
    return _stems(tuple((one.surname, one.given_name, one.patronymic, one.latin) for one in people))


@lru_cache(maxsize=64)
def _stems(people: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    """Return names without the vowel that endings take the place of: Абдуллин(а), Мари(я), Нұрсұлтан."""
    words = (word for person in people for name in person for word in re.findall(r"[^\W\d_]+", canonical(name).lower()))
    return frozenset(word[:-1] if word[-1] in _VOWELS else word for word in words if len(word) > _SHORT_NAME)
