"""A text is in another language than its field, or than the article is marked with.

What:
    What stands in a Kazakh field is Kazakh, in a Russian one Russian, in an English one English, and the article is in
    its main language. Kazakh shows by the letters ә, ғ, қ, ң, ө, ұ, ү, һ, і, which make about a sixth of any longer
    text. Names, short fields and Latin names of organisations are left alone.

Why:
    The main language decides about labels, quotation marks, hyphens and rules; a Russian abstract in the Kazakh field
    is printed under the Kazakh heading and goes into citation databases as Kazakh.

How to fix:
    Move the text to the field of its language and ask the author for the missing one; or choose the right main
    language.

Examples:
    kk ✓ Дала өзендері көктемде тасиды және жазда тартылады
    kk ✗ Степные реки разливаются весной и мелеют летом
    ru ✓ Степные реки разливаются весной и мелеют летом
    ru ✗ Дала өзендері көктемде тасиды және жазда тартылады
    en ✓ Steppe rivers flood in spring and fall dry in summer
    en ✗ Степные реки разливаются весной и мелеют летом
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.alphabet import KAZAKH_FROM, guess_language, share_of_kazakh
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.place import Place
from proceedings_editor.rules.misread import misreading
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.place_name import LANGUAGE_NAMES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.texts import text

_LETTER: Final = re.compile(r"[^\W\d_]")
_SHORT: Final = 25
"""Below so many letters a Kazakh text may lack Kazakh letters, and a Russian one be full of Kazakh names."""
_KAZAKH: Final = 0.1
"""Share of Kazakh letters that not even many names bring into a Russian text."""
_RUSSIAN: Final = re.compile(r"(?<!\w)(?:и|в|на|с|по|для|из|от|о)(?!\w)")
_ARTICLE: Final = 200
_SAMPLE: Final = 2000
"""So many characters tell an article's language."""
_LEAST: Final = 30
"""Shorter paragraphs are headings, names or formulas."""
_LATIN_NAMES: Final = frozenset({"organisation", "department"})


def _check_field(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    owner, _, version = (passage.field or passage.key).rpartition(".")
    if version not in LANGUAGES or passage.once(misreading):
        return
    seems = guess_language(passage.text)
    if seems in ("", version) or not _is_told(passage.text, version, seems):
        return
    if seems == "en" and owner.rpartition(".")[2] in _LATIN_NAMES:
        return
    message = text(
        "The language of this field is {field}, but the text looks like this language: {seems}. "
        "Put it into the field of its language.",
        field=LANGUAGE_NAMES[version],
        seems=LANGUAGE_NAMES[seems],
    )
    yield scope.hit(0, len(passage.text), message)


def _is_told(words: str, version: str, seems: str) -> bool:
    """Whether there is enough text to contradict the field."""
    letters = len(_LETTER.findall(words))
    if version == "en":
        return letters >= 3
    if version == "kk" and seems == "ru":
        return letters >= _SHORT and share_of_kazakh(words) < KAZAKH_FROM
    if version == "ru" and seems == "kk" and _RUSSIAN.search(words) and share_of_kazakh(words) < _KAZAKH:
        return False
    return letters >= _SHORT


def _check_article(scope: EntryScope) -> Iterator[Hit]:
    entry = scope.entry
    words = " ".join(_sample(scope.passages))
    seems = guess_language(words)
    if seems in ("", entry.language) or len(_LETTER.findall(words)) < _ARTICLE:
        return
    message = text(
        "The main language of the article is {marked}, but its text looks like this language: {seems}. "
        "Correct the main language.",
        marked=LANGUAGE_NAMES[entry.language],
        seems=LANGUAGE_NAMES[seems],
    )
    yield Hit(Place(field="language", end=len(entry.language)), entry.language, message)


def _sample(passages: tuple[Passage, ...]) -> Iterator[str]:
    """Yield the beginning of every paragraph: a long abstract in another language must not decide."""
    blocks = [passage for passage in passages if passage.kind == "block" and not passage.once(misreading)]
    share = max(_LEAST, _SAMPLE // max(1, len(blocks)))
    return (passage.prose()[:share] for passage in blocks if len(passage.text) >= _LEAST)


RULE = Rule(code="LANG001", severity="warning", manual=__doc__, passage=_check_field, entry=_check_article)
