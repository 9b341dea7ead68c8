"""A long quotation has no citation.

What:
    A paragraph with a quotation of twelve words or more has a citation or a footnote. Long names of laws, programmes,
    organisations, projects, articles and conferences in quotation marks are no quotations.

Why:
    Words taken from another author without a source are plagiarism, whatever was meant.

How to fix:
    Add the citation behind the quotation, and the source to the list. If the words are your own, take the marks off.

Options:
    words: the smallest number of words that makes a quotation long.

Examples:
    kk ✓ Ол жазды: «Дала өзені көктемде ғана тасиды, жазда оның арнасы кеуіп, тек иірімдерде су қалады» [1].
    kk ✗ Ол жазды: «Дала өзені көктемде ғана тасиды, ал жазда оның арнасы кеуіп, тек иірімдерде су қалады».
    ru ✓ Он писал: «Степная река живёт весной».
    ru ✓ директор «Степного научно-исследовательского института охраны почв и вод при Академии наук областей»
    ru ✗ Он писал: «Степная река живёт только весной, а летом её русло сохнет и вода остаётся в омутах».
    en ✗ He wrote: “A steppe river lives in spring only, and in summer its bed dries up except for pools”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.citation import find_citations
from proceedings_editor.model.body import Note, Quotation
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import plural

_QUOTED: Final = re.compile("«[^«»]*(?:«[^«»]*»[^«»]*)*»|“[^“”]*”|„[^„“]*“")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NO_PROSE: Final = re.compile(r"[=_{}|<>]")
_LONG_WORD: Final = 3
"""Letters of a word that a title in English writes small."""
_TITLE_BEFORE: Final = re.compile(
    r"(?:заң|кодекс|жарлы|қаулы|бұйры|бағдарлам|тұжырымдама|конференци|жоба|мақала|кіта|еңбе|тақыры|диссертаци|монографи"
    r"|закон|указ|постановлени|приказ|программ|концепци|проект|стать|книг|работ|труд|тем[аыеу]\b|журнал|сборник"
    r"|programm|konferen[ct]|sbornik|\blaw|\bact\b|decree|programme|program|project|article|paper|book|thesis|conference)[^.!?:]{0,60}\Z",
    re.IGNORECASE,
)
_TITLE_AFTER: Final = re.compile(
    r"[ \u00a0]*(?:\(|атты|деп аталатын|тақырыб|заң|кодекс|жарлы|қаулы|бұйры|бағдарлам|тұжырымдама|конференци|жоба"
    r"|мақала|монографи|диссертаци|грант|ереже|нұсқаулы|хартия|конвенци|шарт|пакт)",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"(?:№|(?<!\w)No\.?)[ \u00a0]?[A-Z]{0,3}[\d/-]+[ \u00a0]*\Z")
"""A project is called by its number and its name."""
_ORGANISATION: Final = re.compile(
    r"[«“„](?:[^\W_]+(?:-[^\W_]+)*[ \u00a0]){0,5}(?:институт|университет|академи|орталы[ғқ]|центр"
    r"|institut|universit|academy|cent(?:re|er)\b)[^.!?]*\Z",
    re.IGNORECASE,
)
"""A long name of an organisation: its kind is among the first words."""
_TITLE_INSIDE: Final = re.compile(r"[«“„](?:О|Об|Обо|On|About)[ \u00a0]|(?:туралы|жөнінде\w*|бойынша)[»”“]\Z")


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    words: int = 12


def _check(scope: PassageScope) -> Iterator[Hit]:
    if scope.passage.kind != "block":
        return
    prose = scope.passage.prose()
    long = [(found, count) for found in _QUOTED.finditer(prose) if (count := _count(found[0])) >= scope.options.words]
    if not long or _is_cited(scope, prose):
        return
    for found, count in long:
        if not _is_title(prose, found):
            message = plural(
                "A quotation of {count} word has no citation; add its source.",
                "A quotation of {count} words has no citation; add its source.",
                count,
            )
            yield scope.hit(found.start(), found.end(), message)


def _count(words: str) -> int:
    return len(_WORD.findall(words))


def _is_cited(scope: PassageScope, prose: str) -> bool:
    """Whether the paragraph cites or has a footnote; a quotation set apart may be cited in the lines around it."""
    if find_citations(prose, scope.template.citations.form) or any(isinstance(run, Note) for run in scope.passage.rich):
        return True
    index = scope.passage.place.block[0]
    return scope.entry is not None and any(
        isinstance(block, Quotation) for block in scope.entry.body[index : index + 1]
    )


def _is_title(prose: str, found: re.Match[str]) -> bool:
    words = [word for word in _WORD.findall(found[0]) if len(word) > _LONG_WORD]
    return bool(
        _NO_PROSE.search(found[0])
        or 2 * sum(word[0].isupper() for word in words) > len(words)
        or _TITLE_AFTER.match(prose, found.end())
        or _TITLE_BEFORE.search(prose, max(found.start() - 100, 0), found.start())
        or _NUMBERED.search(prose, max(found.start() - 40, 0), found.start())
        or _ORGANISATION.match(found[0])
        or _TITLE_INSIDE.search(found[0])
    )


RULE = Rule(
    code="CITE006",
    severity="warning",
    manual=__doc__,
    options=Options(),
    passage=_check,
    about=frozenset({"body"}),
)
