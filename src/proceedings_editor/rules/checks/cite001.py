"""The article cites a source that the reference list does not have.

What:
    Every number cited in the article, in its captions and in its notes has an item of the reference list. A question
    mark in a citation stands where a cited item was deleted and is reported too. Program code does not cite.

    Where “[2;5]” may mean page 5 of source 2 or two sources and the template prefers another form, only the first
    number is certain and only it is judged.

Why:
    A reader who looks for the source finds nothing. Most often the end of the list was lost when a file was converted
    or cut.

How to fix:
    Compare the list with the author's manuscript: add the missing items, or correct the number.

Examples:
    kk ✓ 2: Дала өзендері көктемде тасиды [1]. Жазда суы азаяды [2; 15].
    kk ✗ 2: Жазда өзендердің суы азаяды [3].
    ru ✓ 3: Степные реки разливаются весной [1–3].
    ru ✗ 3: Степные реки разливаются весной [2, 4].
    en ✓ 1: Steppe rivers flood in spring [1].
    en ✗ 1: Steppe rivers flood in spring [?].
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.language.citation import BROKEN, find_citations
from proceedings_editor.language.numbering import LOST
from proceedings_editor.rules.citing import certain_sources
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import Text, plural, text


def _check(scope: PassageScope) -> Iterator[Hit]:
    if scope.entry is None:
        return
    last = len(scope.entry.references)
    form = scope.template.citations.form
    prose = scope.passage.prose()
    for citation in find_citations(prose, form):
        missing = [number for number in certain_sources(citation, form) if number > last]
        if missing:
            yield scope.hit(citation.start, citation.end, _message(missing, last))
        elif citation.form == BROKEN and LOST in prose[citation.start : citation.end]:
            message = text("The cited source was deleted from the reference list; cite another or leave it out.")
            yield scope.hit(citation.start, citation.end, message)


def _message(missing: list[int], last: int) -> Text:
    numbers = ", ".join(map(str, dict.fromkeys(missing)))
    if not last:
        return text("Source {numbers} is cited, but there is no reference list; add it.", numbers=numbers)
    return plural(
        "Source {numbers} is cited, but the reference list has only {count} item; "
        "add the source or correct the number.",
        "Source {numbers} is cited, but the reference list has only {count} items; "
        "add the source or correct the number.",
        last,
        numbers=numbers,
    )


RULE = Rule(code="CITE001", severity="error", manual=__doc__, passage=_check, about=frozenset({"body"}))
