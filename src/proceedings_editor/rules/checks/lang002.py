"""A word that differs by one letter from another word of the article.

What:
    A word of nine letters or more that the article uses once has no double that differs from it by one letter in its
    middle and is used several times, with whatever endings. The endings themselves are not looked at, because they
    differ by rights.

Why:
    A slip of the keyboard inside a long word is easy to overlook, and where the same word stands rightly beside it, no
    dictionary is needed to see it.

How to fix:
    The spelling of the other word is proposed. Where both are words of their own, ignore the finding.

Examples:
    kk ✓ Шиеленістер азайды. Бұл шиеленістер туралы.
    kk ✗ Шиеленістер азайды. Бұл шиеленістер туралы. Шиеліністер көбейді.
    ru ✓ Исследование рек и исследования озёр, исследование степи.
    ru ✗ Исследование рек, исследование степи, исслодование озёр.
    en ✓ Agricultural land, agricultural water.
    en ✗ Agricultural land, agricultural water, agricaltural soil.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text

_LONG: Final = re.compile(r"(?<![\w-])[^\W\d_]{9,}(?![\w-])")
_EDGE: Final = 4
"""So many letters at the beginning and behind the slip are the same."""
_TIMES: Final = 2
"""What is used so often is rather right."""


def _check(scope: EntryScope) -> Iterator[Hit]:
    passages = [passage for passage in scope.passages if _is_prose(passage)]
    counts = Counter(word for passage in passages for word in _LONG.findall(passage.prose().lower()))
    slips = dict(_slips(counts))
    if not slips:
        return
    for passage in passages:
        for found in _LONG.finditer(passage.prose()):
            if (right := slips.get(found[0].lower())) is not None:
                yield _hit(scope, passage, found, right)


def _is_prose(passage: Passage) -> bool:
    return passage.key == "body" or passage.key.startswith("abstract.")


def _slips(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Yield each word used once with the word it seems to be."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in counts:
        groups[word[:_EDGE]].append(word)
    for group in groups.values():
        for word in group if len(group) > 1 else ():
            if counts[word] == 1:
                end = word[-_EDGE:]
                likely = Counter[str]()
                for other in group:
                    if end in other and other != word and (right := _without_slip(word, other)):
                        likely[right] += counts[other]
                if likely and likely.most_common(1)[0][1] >= _TIMES:
                    yield word, likely.most_common(1)[0][0]


def _without_slip(word: str, other: str) -> str:
    """Return the beginning of `other` that `word` is but for one letter in its middle, "" where there is none.

    One letter may be another one, missing, or one too many; ё for е is a matter of taste. `other` may have an ending.
    """
    place = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), len(word))
    if place > len(word) - _EDGE or place >= len(other) or {word[place], other[place]} == {"е", "ё"}:
        return ""
    for word_from, other_from in ((place + 1, place + 1), (place, place + 1), (place + 1, place)):
        rest = word[word_from:]
        if len(rest) >= _EDGE and other.startswith(rest, other_from):
            return other[: other_from + len(rest)]
    return ""


def _hit(scope: EntryScope, passage: Passage, found: re.Match[str], right: str) -> Hit:
    inside, word = scope.within(passage), found[0]
    spelled = right.upper() if word.isupper() else right.capitalize() if word[0].isupper() else right
    message = text("“{word}” stands once; the article otherwise writes “{right}”.", word=word, right=spelled)
    fix = inside.fix(*found.span(), spelled, text("Write “{words}”", words=spelled), safe=False)
    return inside.hit(*found.span(), message, fix)


RULE = Rule(code="LANG002", severity="information", manual=__doc__, entry=_check)
