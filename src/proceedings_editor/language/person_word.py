"""The words that stand beside a person's name: role, status, post, degree, academic title, in three languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from proceedings_editor.language.alphabet import script_of
from proceedings_editor.language.word_list import rows

ROLE: Final = "role"
STATUS: Final = "status"
POST: Final = "post"
DEGREE: Final = "degree"
TITLE: Final = "title"
KINDS: Final = (ROLE, STATUS, POST, DEGREE, TITLE)


@dataclass(frozen=True, slots=True)
class PersonWord:
    """One row of the word list.

    Attributes:
        kind: "role", "status", "post", "degree" or "title".
        id: Its name in files, unique within the kind.
        kk: The word as Kazakh texts print it.
        ru: As Russian texts print it.
        en: As English texts print it.
        more: Further spellings met, in any language.
    """

    kind: str
    id: str
    kk: str
    ru: str
    en: str
    more: tuple[str, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling, the printed ones first."""
        return (self.kk, self.ru, self.en, *self.more)


class FoundWord(NamedTuple):
    """A word of the list found in a text: `text[span[0]:span[1]]`."""

    kind: str
    id: str
    span: tuple[int, int]


@cache
def words_of(kind: str) -> tuple[PersonWord, ...]:
    """Return the words of a kind in the order of the list."""
    return tuple(word for word in _words() if word.kind == kind)


def word_of(kind: str, id: str, language: str) -> str:
    """Return the word in a language (kk, ru or en), or `id` itself when the list does not have it."""
    columns = {word.id: {"kk": word.kk, "ru": word.ru, "en": word.en} for word in words_of(kind)}
    return columns.get(id, {}).get(language, id)


def find_word(kind: str, text: str) -> str:
    """Return the id of the word of this kind that `text` is as a whole, inflected or not, or ""."""
    bare = text.strip().rstrip(",;:")
    for spelling in _spellings():
        if spelling.kind == kind and spelling.pattern.fullmatch(bare):
            return spelling.id
    return ""


def find_status(word: str) -> str:
    """Return the id of a status ("student", "masters_student" …) that `word` is or contains, or ""."""
    statuses = (found.id for found in recognise(word) if found.kind == STATUS)
    return find_word(STATUS, word) or next(statuses, "")


def recognise(text: str) -> list[FoundWord]:
    """Find the words of the list in a head line, from left to right, the longest at each place.

    Kazakh posts may be inflected (`кафедрасының аға оқытушысы`). A word that is both status and post is a post; one
    that is both post and academic title is a post. A title inside an institution's name (`Академик … атындағы`) is
    not a person's and is left out.

    Returns:
        Tuples of kind, id and span.
    """
    found: list[FoundWord] = []
    reached = 0
    for start in _WORD_START.finditer(text):
        if start.start() < reached:
            continue
        word = _longest_at(text, start.start())
        if word is not None and not _names_an_institution(text, word.span):
            found.append(word)
            reached = word.span[1]
    return found


class _Spelling(NamedTuple):
    kind: str
    id: str
    pattern: re.Pattern[str]


_WORD_START: Final = re.compile(r"(?<!\w)\w")
_NAMED_AFTER: Final = re.compile(r"[^,;:()\n]{1,60}?(?<!\w)атында")
_IN_HONOUR: Final = re.compile(r"(?:имени|им\.|named after)\s{1,3}$", re.IGNORECASE)
_KAZAKH_ENDING: Final = "(?:[лдт][ае]р)?(?:с?[ыі])?(?:н[ыі]ң|н[ае]н?|м[ае]н)?"
_RUSSIAN_ENDING: Final = "(?:а|у|ом|е|ы|ов|ам|ами|ах)"
_PREFIX: Final = 2


@cache
def _words() -> tuple[PersonWord, ...]:
    return tuple(
        PersonWord(row["kind"], row["id"], row["kk"], row["ru"], row["en"], tuple(filter(None, row["more"].split("|"))))
        for row in rows("person_words")
    )


@cache
def _spellings() -> tuple[_Spelling, ...]:
    return tuple(
        _Spelling(word.kind, word.id, _compiled(spelling))
        for word in _words()
        for spelling in dict.fromkeys(filter(None, word.spellings))
    )


@cache
def _by_prefix() -> dict[str, tuple[_Spelling, ...]]:
    """The spellings by their first letters, so that a text is not tried against hundreds of them at each word."""
    table: dict[str, list[_Spelling]] = {}
    patterns = iter(_spellings())
    for word in _words():
        for spelling in dict.fromkeys(filter(None, word.spellings)):
            table.setdefault(_key(spelling), []).append(next(patterns))
    return {key: tuple(spellings) for key, spellings in table.items()}


def _key(text: str) -> str:
    return text[:_PREFIX].casefold().replace("ё", "е").rstrip()


def _longest_at(text: str, place: int) -> FoundWord | None:
    best: FoundWord | None = None
    for spelling in _by_prefix().get(_key(text[place : place + _PREFIX]), ()):
        match = spelling.pattern.match(text, place)
        if match is not None and (best is None or match.end() > best.span[1]):
            best = FoundWord(spelling.kind, spelling.id, match.span())
    return best


def _names_an_institution(text: str, span: tuple[int, int]) -> bool:
    if _IN_HONOUR.search(text, max(span[0] - 20, 0), span[0]):
        return True
    return _NAMED_AFTER.match(text, span[1]) is not None


_INITIALS_ALIKE: Final = re.compile(r"(?:\w\.){2,}|[^\W\d_a-zа-яёәғқңөұүһі]{2,}")


def _compiled(spelling: str) -> re.Pattern[str]:
    """Case counts where only case tells an abbreviation from initials (`н.с.`, `Н. С.`) or from a word (`ЗҒМ`)."""
    if not _INITIALS_ALIKE.fullmatch(spelling):
        return re.compile(_expression(spelling), re.IGNORECASE)
    return re.compile(f"[{spelling[0]}{spelling[0].upper()}]{_expression(spelling[1:])}")


_LOOSE: Final = {
    " ": r"\s{1,3}",
    ".": r"\.\s{0,2}",
    "-": "[-–\u2011]",
    "'": "['’]",
    "’": "['’]",
    "е": "[её]",
    "ё": "[её]",
}


def _expression(spelling: str) -> str:
    """Return the expression of one spelling: spaces free, endings allowed, the last stop optional after others."""
    body, last = spelling[:-1], spelling[-1]
    loose = "".join(_LOOSE.get(char, re.escape(char)) for char in body)
    # "\.\s{0,2}" before a space of the spelling already eats that space
    loose = loose.replace(r"\.\s{0,2}\s{1,3}", r"\.\s{0,3}")
    if last == ".":
        return loose + (r"\.?(?!\w)" if "." in body else r"\.")
    return loose + _LOOSE.get(last, re.escape(last)) + _ending(last) + r"(?!\w)"


def _ending(last: str) -> str:
    if script_of(last) == "Cyrillic":
        return f"(?:{_RUSSIAN_ENDING}|{_KAZAKH_ENDING})"
    return "s?" if last.isalpha() else ""
