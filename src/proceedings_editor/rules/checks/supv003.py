"""A degree, title or position is abbreviated in an unusual way, or a status is typed as a word.

What:
    Degrees, titles and positions of authors and supervisors, in their fields and in the lines under the names, are
    written as in the shipped list: PhD, LLM, «з.ғ.к.», «к.ю.н.», «ст. преподаватель». Every form of the list is right
    in every text, and words that the list does not have are left alone. A status of the list is chosen, not typed.

Why:
    Capitals without stops look like an organisation, and the same degree in two spellings looks like two. A status
    that is typed stays in its language when the article's language changes.

How to fix:
    The usual form is written at once.

Examples:
    kk ✓ з.ғ.м.
    kk ✓ заң ғыл. канд.
    kk ✗ ЗҒМ
    ru ✓ к.ю.н.
    ru ✓ магистр юр. наук
    ru ✗ К.Ю.Н.
    ru ✗ к.ю.н
    en ✓ PhD
    en ✗ PHD
    en ✗ phd
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from proceedings_editor.language.person_word import DEGREE, STATUS, words_of
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.rules.person import keys_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_STATUS: Final = "authors.status"
_IN_WORDS: Final = keys_of(
    *(f"{part}.{language}" for part in ("degree", "academic_title", "post", "line") for language in LANGUAGES)
)
_DOTTED: Final = r"[^\W\d_]\.[^\W\d_]\.[^\W\d_](?:\.|(?!\w))"
"""Three letters: fewer are a person's initials («Д.Н.»)."""
_NAMED: Final = re.compile("[A-Z][A-Za-z]?[A-Z][a-z]?")
_SHORT: Final = re.compile(rf"(?<![\w.-])(?:{_DOTTED}|[^\W\d_]{{3,4}}(?![\w-]))")


def _check(scope: PassageScope) -> Iterator[Hit]:
    if scope.passage.kind != "field":
        return
    if scope.passage.key == _STATUS:
        yield from _status(scope)
        return
    for found in _SHORT.finditer(scope.passage.text):
        right = _usual(found[0])
        if right:
            message = text("“{words}” is usually written “{right}”.", words=found[0], right=right)
            fix = scope.fix(found.start(), found.end(), right, text("Write “{right}”", right=right), safe=True)
            yield scope.hit(found.start(), found.end(), message, fix)


def _usual(words: str) -> str:
    """Return the usual form of an abbreviation in an unusual one, "" for what is right or unknown."""
    dotted = "." in words
    if not dotted and words.isupper() and not words.isascii() and words not in _shouted():
        return ""  # БҒМ is a ministry
    if not dotted and not words.isascii() and not words.isupper():
        return ""
    right = _usual_forms().get(words.replace(".", "").casefold(), "")
    begins_line = words[0].lower() + words[1:]
    return "" if right in (words, begins_line) or (dotted and "." not in right) else right


@cache
def _usual_forms() -> Mapping[str, str]:
    """Letters of an abbreviation -> its usual form: three letters with stops, or Latin capitals as in PhD."""
    forms = [form for word in words_of(DEGREE) for form in word.spellings]
    usual = [form for form in forms if re.fullmatch(_DOTTED, form) and form.islower()]
    named = [form for form in forms if _NAMED.fullmatch(form) and form != "PHD"]
    return {form.replace(".", "").casefold(): form for form in [*reversed(named), *reversed(usual)]}


@cache
def _shouted() -> frozenset[str]:
    return frozenset(form for word in words_of(DEGREE) for form in word.more if form.isupper() and form.isalpha())


def _status(scope: PassageScope) -> Iterator[Hit]:
    """Only the list's own words: another spelling, such as “docent”, may say more than the list."""
    words = scope.passage.text
    said = words.strip().casefold()
    known = next((word.id for word in words_of(STATUS) if said in (word.kk, word.ru, word.en)), "")
    if known and known != words and scope.entry is not None:
        label = text("Choose “{status}” from the list", status=words)
        edit = SetField(scope.entry.id, scope.passage.place.field, known, label)
        message = text(
            "The status “{status}” is typed as a word; chosen from the list it fits every language.", status=words
        )
        yield scope.hit(0, len(words), message, Fix(edit, safe=True, before=words, after=known))


RULE = Rule(
    code="SUPV003",
    severity="information",
    manual=__doc__,
    passage=_check,
    about=_IN_WORDS | {_STATUS},
    subject=frozenset({"name"}),
)
