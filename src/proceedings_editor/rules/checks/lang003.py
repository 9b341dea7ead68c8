"""Words written apart or together by mistake; ё used in one word and not in another.

What:
    Words of a list are written as dictionaries have them: “бірқатар”, “сондай-ақ”, “іс-шара”, “несмотря на”. In Russian
    texts and names ё is either used or not: “Молодёжь” beside “Семёнов”, or neither.

Why:
    Two spellings of one word look careless, and search finds only one of them. The letter ё is optional in Russian, but
    a text keeps to one custom; in names it belongs to the person and is never changed.

How to fix:
    The usual spelling is proposed; it is for you to decide, because “бір қатар” may also mean one row. Of words with
    and without ё the rarer ones are named.

Examples:
    kk ✓ Бірқатар іс-шара өтті, сондай-ақ әртүрлі
    kk ✗ Бір қатар шешім бар
    kk ✗ әр түрлі іс шаралар
    ru ✓ Учёные несмотря на это ещё спорят
    ru ✓ Ученые еще спорят
    ru ✗ не смотря на это
    ru ✗ Учёные и ученый ещё спорят
    en ✓ cannot, a lot
    en ✗ alot of rivers
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.word_form import find_wrong_forms, joined_words, yo_words
from proceedings_editor.rules.passage import COLLECTION, Passage, passages_of_collection
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.texts import text

_WITH_YO: Final = re.compile(r"[^\W\d_]*[ёЁ][^\W\d_]*")
_NAMES: Final = frozenset({"surname", "given_name", "patronymic"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with ё, or one that might have it; `other` is its other spelling, "" for a name."""

    passage: Passage
    start: int
    end: int
    other: str

    @property
    def words(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def is_own(self) -> bool:
        return not self.passage.place.field.startswith(COLLECTION)


def _check_list(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    for start, end, right in find_wrong_forms(passage.prose(), joined_words(passage.language)):
        words = passage.text[start:end]
        message = text("“{words}” is usually written “{right}”.", words=words, right=right)
        yield scope.hit(
            start, end, message, scope.fix(start, end, right, text("Write “{words}”", words=right), safe=False)
        )


def _check_yo(scope: EntryScope) -> Iterator[Hit]:
    passages = [*scope.passages, *passages_of_collection(scope.collection)]
    with_yo = [word for passage in passages for word in _with_yo(passage)]
    if not with_yo:
        return
    without = [word for passage in passages for word in _without_yo(passage)]
    if not without:
        return
    few, many = (with_yo, without) if _kinds(with_yo) < _kinds(without) else (without, with_yo)
    own = [word for word in few if word.is_own]
    if own:
        yield from (_hit(scope, word, many[0]) for word in own)
    else:  # only the collection's own texts are otherwise; one finding says so
        yield from (_hit(scope, word, few[0]) for word in [word for word in many if word.is_own][:1])


def _with_yo(passage: Passage) -> Iterator[_Word]:
    is_name = passage.key.rpartition(".")[2] in _NAMES
    if (is_name or passage.language == "ru") and not passage.characters().isdisjoint("ёЁ"):
        for found in _WITH_YO.finditer(passage.prose()):
            other = "" if is_name or found[0][0].isupper() else found[0].replace("ё", "е").replace("Ё", "Е")
            yield _Word(passage, found.start(), found.end(), other)


def _without_yo(passage: Passage) -> Iterator[_Word]:
    if passage.language == "ru" and passage.kind != "reference":
        for start, end, right in find_wrong_forms(passage.prose(), yo_words()):
            yield _Word(passage, start, end, right)


def _kinds(words: Iterable[_Word]) -> int:
    return len({word.words.lower() for word in words})


def _hit(scope: EntryScope, word: _Word, other: _Word) -> Hit:
    message = text(
        "“{word}” and “{other}” do not treat the letter ё alike; use it everywhere or nowhere.",
        word=word.words,
        other=other.words,
    )
    inside = scope.within(word.passage)
    fix = None
    if word.other:
        fix = inside.fix(word.start, word.end, word.other, text("Write “{words}”", words=word.other), safe=False)
    return inside.hit(word.start, word.end, message, fix)


RULE = Rule(code="LANG003", severity="information", manual=__doc__, passage=_check_list, entry=_check_yo)
