"""A word the dictionary does not know.

What:
    Every word of title, abstract, keywords and article is in the dictionary of its language, or among the collection's
    own words. A stretch marked with another language is looked up in that one; parts of words with a hyphen are looked
    up one by one. Names, abbreviations, numbers, codes and words of another alphabet are left alone.

Why:
    A dictionary finds slips of the keyboard that nothing else does. The free Kazakh dictionary lacks many right words,
    though, so the rule is off until a template gives it a severity.

How to fix:
    Correct the word, or add it to the collection's own words: with the right button of the mouse where it is
    underlined, or as a line of the file dictionary.txt in the collection's folder.

Options:
    languages: Languages whose words are looked up: kk, ru, en. Without kk the many right Kazakh words that the
    dictionary lacks are not listed.

Examples:
    kk ✓ Дала өзендері көктемде тасиды
    kk ✗ Дала өзіндері көктемде тасиды
    ru ✓ Степная река
    ru ✗ Степная рика
    en ✓ Steppe river
    en ✗ Steppe rivver
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.spelling import unknown_sentence, unknown_words


@dataclass(frozen=True, slots=True)
class Options:
    """Options of the rule."""

    languages: tuple[str, ...] = LANGUAGES


def _check(scope: PassageScope) -> Iterator[Hit]:
    is_word, options = scope.facts.is_word, scope.options
    if is_word is None:
        return
    for word in unknown_words(scope.passage, scope.entry, is_word, options.languages):
        yield scope.hit(word.start, word.end, unknown_sentence(word))


RULE = Rule(code="LANG004", severity="information", manual=__doc__, options=Options(), passage=_check, on=False)
