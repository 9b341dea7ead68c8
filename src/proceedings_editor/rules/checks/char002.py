"""A letter that only looks like a Kazakh one.

What:
    Kazakh words are written with the letters ә, қ, ң, ө of the Kazakh alphabet, not with letters of other peoples that
    look like them: ӛ, ӄ, ӊ, or the Latin ə in a word of nothing but look-alikes. A word that visibly mixes alphabets is
    left to CHAR001.

Why:
    Such letters come from wrong keyboard layouts and from recognised scans. The page looks nearly right, but search,
    sorting and spell checkers do not find the word, and many fonts lack the letter.

How to fix:
    The Kazakh letter is put in its place at once; in a person's name it is proposed.

Examples:
    kk ✓ сөз
    kk ✗ сӛз
    kk ✗ əpi
    ru ✓ посёлок Қараөзек
    ru ✗ посёлок Қараӛзек
    en ✓ the Azerbaijani Republic (Azərbaycan)
    en ✗ Kazakh сӛз
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope, letters
from proceedings_editor.texts import text

# Unicode TR39 (confusables) and what recognised Kazakh books show.
_KAZAKH: Final = dict(zip("ӛӚӄӃӊӉ", "өӨқҚңҢ", strict=True))
_LATIN: Final = dict(zip("əƏahikopcxeyAHIKOPCXETMBY", "әӘаһікорсхеуАНІКОРСХЕТМВУ", strict=True))
_LETTERS: Final = frozenset(_KAZAKH) | {"ə", "Ə"}
_WORD: Final = re.compile(rf"\w*[{''.join(_KAZAKH)}]\w*|(?<!\w)(?=\w*[əƏ])[{''.join(_LATIN)}]+(?!\w)")
_TABLE: Final = str.maketrans(_KAZAKH | _LATIN)
_CYRILLIC: Final = str.maketrans(_KAZAKH)


def _check(scope: PassageScope) -> Iterator[Hit]:
    if _LETTERS.isdisjoint(scope.passage.characters()):
        return
    for found in _WORD.finditer(scope.passage.prose()):
        word, (start, end) = found[0], found.span()
        is_latin = _LETTERS.isdisjoint(word) or not _KAZAKH.keys() & set(word)
        if is_latin and scope.passage.language != "kk":  # ə is a letter of Azerbaijani
            continue
        right = word.translate(_TABLE if is_latin else _CYRILLIC)
        foreign = next(char for char in word if char in _LETTERS)
        message = text(
            "The letter {foreign} of “{word}” only looks like the Kazakh {letter}; write “{right}”.",
            foreign=foreign,
            word=word,
            letter=foreign.translate(_TABLE),
            right=right,
        )
        label = text("Write “{words}”", words=right)
        pieces = letters(start, word, right)
        yield scope.hit(start, end, message, scope.fixes(start, end, pieces, label, safe=True))


RULE = Rule(code="CHAR002", severity="warning", manual=__doc__, passage=_check)
