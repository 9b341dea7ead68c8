"""Names of people: taken apart, put together in short, and compared the way people compare them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from proceedings_editor.language.alphabet import script_of
from proceedings_editor.language.folding import fold, plain_case
from proceedings_editor.language.name_word import (
    AND_OTHERS,
    NOT_A_NAME,
    PARTICLES,
    PATRONYMIC,
    SURNAME_ENDING,
    is_initial,
    only_names,
    tokens_of,
)
from proceedings_editor.language.person_word import recognise
from proceedings_editor.language.transliteration import ascii_latin

LONGEST: Final = 200
"""Characters beyond which a text is not a name."""


SAME: Final = "same"
ALMOST: Final = "almost"
DIFFERENT: Final = "different"

ALIKE: Final = 85
"""Percent of agreement from which two spellings of a name may be one name misspelt."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, letters as written.

    Attributes:
        surname: `Төлегенов`; "" when the text gives none.
        given_name: `Ерасыл`, or an initial with its stop, `Е.`.
        patronymic: `Маратұлы`, `Маратович`, or an initial.
        title_words: Degree, title, post or role words that stood beside the name, as written.
    """

    surname: str = ""
    given_name: str = ""
    patronymic: str = ""
    title_words: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """Surname, given name and patronymic, with spaces between."""
        return " ".join(filter(None, (self.surname, self.given_name, self.patronymic)))


def parse_person_name(text: str, *, surname_first: bool = False) -> PersonName:
    """Take a name apart: `Surname Given Patronymic`, `Surname N. P.`, `N. P. Surname`, `Given M. Surname` and others.

    Two Cyrillic words are surname and given name, two Latin words given name and surname, unless an ending says
    otherwise. What is no name at all ends up in `surname`; ask `looks_like_person` first.

    Args:
        text: The name.
        surname_first: Latin words begin with the surname too, as in a list that people are asked to write so.
    """
    bare, titles = _without_titles(" ".join(text.split())[:LONGEST])
    tokens = tokens_of(bare)
    comma = bare.find(",")
    if comma > 0 and len(tokens) > 1 and " " not in bare[:comma].strip():
        surname, *rest = tokens
        return _named(surname, rest, titles)
    if any(map(is_initial, tokens)):
        return _named("", tokens, titles) if all(map(is_initial, tokens)) else _with_initials(tokens, titles)
    return _in_words(tokens, titles, surname_first)


def initials(name: PersonName, spaced: bool = True) -> str:
    """Return the initials of given name and patronymic: `Ж. Н.`, or `Ж.Н.` when not spaced; "" without them."""
    parts = (_initial(part) for part in (name.given_name, name.patronymic) if part)
    return (" " if spaced else "").join(parts)


def short_name(name: PersonName, spaced: bool = True) -> str:
    """Return surname and initials, `Төлегенов Е. М.`; without a surname the name in full."""
    return " ".join(filter(None, (name.surname, initials(name, spaced)))) if name.surname else name.full


def looks_like_person(text: str) -> bool:
    """Tell whether a line may be one person's name: capitalised words with initials, a patronymic or few words.

    Words of institutions and places (`университеті`, `қаласы`) and lines of capitals without a patronymic, an
    initial or a surname's ending, as titles are, do not look like a person.
    """
    if len(text) > LONGEST // 2 or _NO_PERSON.search(text):
        return False
    bare, _ = _without_titles(" ".join(text.split()))
    tokens = tokens_of(bare)
    words = [token for token in tokens if not is_initial(token)]
    if not words or len(tokens) > _MOST_TOKENS or not only_names(bare) or not _one_script(words):
        return False
    if not all(_is_capitalised(word) for word in words) or any(NOT_A_NAME.match(word) for word in words):
        return False
    return _has_evidence(tokens, words)


def same_person(a: PersonName | str, b: PersonName | str) -> str:
    """Compare two names as people do.

    "same": equal but for case, ё and е, order of the parts, initials for full names, or parts one of them lacks.
    "almost": equal but for Kazakh letters (ғ/г), a letter or two, or the script. Else "different".
    """
    first, second = _name(a), _name(b)
    if _script(first) == _script(second):
        return _compare_names(first, second)
    latin = _compare_names(_in_latin(first), _in_latin(second))
    return DIFFERENT if latin == DIFFERENT else ALMOST


_MOST_TOKENS: Final = 5
_NO_PERSON: Final = re.compile(r"[0-9@/:;!?«»\"]")


def _without_titles(text: str) -> tuple[str, tuple[str, ...]]:
    text = AND_OTHERS.sub("", text)
    found = recognise(text)
    titles = tuple(text[start:end].strip() for _, _, (start, end) in found)
    for _, _, (start, end) in reversed(found):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split()).strip(" ,;:–-"), titles


def _initial(part: str) -> str:
    """`Жанар` -> `Ж.`, `Жан-Поль` -> `Ж.-П.`; an initial stays, with its stop: `Zh.`."""
    if part.endswith("."):
        return part
    return "-".join(f"{piece[0].upper()}." for piece in part.split("-") if piece)


def _named(surname: str, rest: list[str], titles: tuple[str, ...]) -> PersonName:
    given, *others = rest or [""]
    return PersonName(surname, _stopped(given), " ".join(_stopped(token) for token in others), titles)


def _stopped(token: str) -> str:
    return f"{token}." if len(token) == 1 else token


def _with_initials(tokens: list[str], titles: tuple[str, ...]) -> PersonName:
    words = [token for token in tokens if not is_initial(token)]
    letters = [token for token in tokens if is_initial(token)]
    if len(words) > 1 and not is_initial(tokens[0]) and not is_initial(tokens[-1]):  # Anna M. Smith
        middle = next(i for i, token in enumerate(tokens) if is_initial(token))
        return _named(" ".join(tokens[middle + len(letters) :]), [tokens[0], *letters], titles)
    if len(words) > 1 and is_initial(tokens[-1]) and not _joins_surname(words):  # Төлегенов Ерасыл М.
        return _named(words[0], [*words[1:], *letters], titles)
    return _named(" ".join(words), letters, titles)


def _joins_surname(words: list[str]) -> bool:
    return any(word.lower() in PARTICLES for word in words[:-1])


def _in_words(tokens: list[str], titles: tuple[str, ...], surname_first: bool) -> PersonName:
    if len(tokens) < 2:
        return PersonName(" ".join(tokens), title_words=titles)
    patronymic = next((i for i, token in enumerate(tokens) if i and PATRONYMIC.match(token)), 0)
    if patronymic:
        given = tokens[patronymic - 1]
        surname = [*tokens[: patronymic - 1], *tokens[patronymic + 1 :]]
        return PersonName(" ".join(surname), given, tokens[patronymic], titles)
    place = _surname_place(tokens, surname_first)
    if place == 0:
        return _named(tokens[0], tokens[1:], titles)
    return _named(" ".join(tokens[place:]), tokens[:place], titles)


def _surname_place(tokens: list[str], surname_first: bool) -> int:
    """Where the surname begins in words without patronymic: 0, or an index from which it runs to the end."""
    last = len(tokens) - 1
    capitals = [i for i, token in enumerate(tokens) if token.isupper() and len(token) > 1]
    if len(capitals) == 1 and capitals[0] in (0, last):
        return capitals[0]
    endings = [i for i in (0, last) if SURNAME_ENDING.match(tokens[i])]
    if len(endings) == 1:
        return endings[0]
    if script_of(tokens[0][0]) != "Latin":
        return 0
    usual = 0 if surname_first else last
    return next((i for i, token in enumerate(tokens) if i and token.lower() in PARTICLES), usual)


def _one_script(words: list[str]) -> bool:
    return len({script_of(word[0]) for word in words}) == 1


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() or word.lower() in PARTICLES


def _has_evidence(tokens: list[str], words: list[str]) -> bool:
    if len(tokens) > len(words) or any(PATRONYMIC.match(word) for word in words[1:]):
        return len(words) <= 4
    if any(word.isupper() and len(word) > 1 for word in words):
        mixed = not all(word.isupper() for word in words)
        return len(words) in (2, 3) and (mixed or any(SURNAME_ENDING.match(word) for word in words))
    return len(words) in (2, 3)


_ORDER: Final = (SAME, ALMOST, DIFFERENT)
_NOT_LETTERS: Final = re.compile(r"[^\w]+")
_FEMININE: Final = re.compile(r"(?:а|ая|a|aya)$")


def _name(name: PersonName | str) -> PersonName:
    return name if isinstance(name, PersonName) else parse_person_name(name)


def _script(name: PersonName) -> str:
    return next(filter(None, map(script_of, name.full)), "")


def _in_latin(name: PersonName) -> PersonName:
    return PersonName(ascii_latin(name.surname), ascii_latin(name.given_name), ascii_latin(name.patronymic))


def _compare_names(first: PersonName, second: PersonName) -> str:
    if not first.full or not second.full:
        return DIFFERENT
    return min(_same_words(first, second), _by_parts(first, second), key=_ORDER.index)


def _by_parts(first: PersonName, second: PersonName) -> str:
    surname = _compare(first.surname, second.surname)
    given = _compare(first.given_name, second.given_name)
    patronymic = _compare(first.patronymic, second.patronymic)
    if surname == ALMOST and _differ_in_gender(first.surname, second.surname) and not _both_full(first, second):
        return DIFFERENT
    return max(surname, given, patronymic, key=_ORDER.index)


def _compare(a: str, b: str) -> str:
    """Compare one part; an absent part agrees with anything, an initial with what begins like it."""
    one, two = _letters(a), _letters(b)
    if not one or not two:
        return SAME
    if _is_short(a) or _is_short(b):
        return _compare_initials(one, two)
    if one == two:
        return SAME
    folded_one, folded_two = fold(one), fold(two)
    alike = folded_one == folded_two or fuzz.ratio(folded_one, folded_two) >= ALIKE
    return ALMOST if alike else DIFFERENT


def _compare_initials(one: str, two: str) -> str:
    short, long = sorted((one, two), key=len)
    if long.startswith(short):
        return SAME
    return ALMOST if fold(long).startswith(fold(short)) else DIFFERENT


def _letters(part: str) -> str:
    return _NOT_LETTERS.sub("", plain_case(part).replace("ё", "е"))


def _is_short(part: str) -> bool:
    return part.endswith(".") or len(part) == 1


def _differ_in_gender(a: str, b: str) -> bool:
    one, two = _letters(a), _letters(b)
    return one != two and _FEMININE.sub("", one) == _FEMININE.sub("", two)


def _both_full(first: PersonName, second: PersonName) -> bool:
    given = (first.given_name, second.given_name)
    return all(given) and not any(map(_is_short, given))


def _same_words(first: PersonName, second: PersonName) -> str:
    """The same words in another order are the same person."""
    one, two = (sorted(map(_letters, name.full.split())) for name in (first, second))
    if len(one) < 2 or len(one) != len(two):
        return DIFFERENT
    if one == two:
        return SAME
    return ALMOST if sorted(map(fold, one)) == sorted(map(fold, two)) else DIFFERENT
