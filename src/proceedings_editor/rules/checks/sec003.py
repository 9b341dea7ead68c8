"""Between two language versions stands something else than “ / ”.

What:
    Where a section heading or a row that was imported tells the section in several languages, exactly the template's
    mark stands between them (“names_apart”, usually a slash with one space on each side).

Why:
    A slash glued to a word reads like a choice between two words, and a doubled one looks like a lost version. In one
    book all headings look alike.

How to fix:
    Nothing has to be typed: headings are printed from the collection's sections with the right mark. The fix lays the
    words found aside where they say the same; otherwise settle which section is meant first.

Examples:
    kk ✓ Секция IV.II. Су құқығы / Водное право
    kk ✗ Секция IV.II. Су құқығы/ Водное право
    ru ✗ Секция IV.II. Водное право /Water law
    any ✗ Секция IV.II. Су құқығы/ / Водное право
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.language_slash import split_languages
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.rules.source_reading import is_told, lay_aside, place_in, printed_forms, readings_of
from proceedings_editor.texts import text

_FIELD: Final = "section"
_SLASHES: Final = re.compile(r"\s*/(?:\s*/)*\s*")


def _check(scope: EntryScope) -> Iterator[Hit]:
    apart = scope.template.wording.names_apart
    for index, reading in readings_of(scope.entry, _FIELD):
        wrong = [slash for slash in _between_languages(reading.text) if slash[0] != apart]
        if not wrong:
            continue
        printed = next(iter(printed_forms(scope, _FIELD)), "")
        label = text("Lay the heading aside; the section is printed with “{apart}”", apart=apart)
        safe = _says_the_same(scope, reading.text)
        fix = lay_aside(scope, reading, label, printed, safe=True) if safe else None
        for slash in wrong:
            message = text("Between two languages stands “{found}”, not “{apart}”.", found=slash[0], apart=apart)
            yield Hit(place_in(index, slash.start(), slash.end()), slash[0], message, fix)


def _between_languages(words: str) -> Iterator[re.Match[str]]:
    """Yield the slashes of a line that part languages, not those inside a name."""
    versions = [version for _, version in split_languages(words)]
    place = 0
    for version in versions[:-1]:
        place = words.find(version[-1], place + len(version) - 1) if version else place
        slash = _SLASHES.search(words, place)
        if slash is None:
            return
        yield slash
        place = slash.end()


def _says_the_same(scope: EntryScope, words: str) -> bool:
    bare = re.sub(r"^\s*(?:секция|section)\s+", "", words, flags=re.IGNORECASE)
    return is_told(scope, _FIELD, words) or is_told(scope, _FIELD, bare)


RULE = Rule(code="SEC003", severity="information", manual=__doc__, entry=_check, for_author=False)
