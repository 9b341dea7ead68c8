"""A figure or table is not mentioned, or mentioned wrongly.

What:
    Every figure and table is mentioned in the text by its number before it is shown, and every number mentioned
    exists. The numbers follow the order of the figures by themselves, so no number is typed in a caption. Where the
    article has only one figure or table, “in the figure below” is enough.

Why:
    A reader who is sent to figure 3 of two finds nothing; a figure nobody speaks of seems to belong elsewhere. A typed
    number would be printed beside the program's own.

How to fix:
    Mention the figure in the paragraph before it, or correct the number. A typed number equal to the printed one is
    taken away at once; another one is proposed, because the text may mean it.

Examples:
    kk ✓ 1-суретте өзен көрсетілген. ¶ {Өзеннің арнасы}
    kk ✗ {Өзеннің арнасы} ¶ 1-суретте өзен көрсетілген.
    kk ✗ 1-суретте өзен, 3-суретте көл көрсетілген. ¶ {Өзеннің арнасы}
    kk ✗ 1-суретте өзен көрсетілген. ¶ {1-сурет – Өзеннің арнасы}
    ru ✓ На рисунке ниже показано русло. ¶ {Русло реки}
    ru ✗ Русло изменилось. ¶ {Русло реки}
    ru ✗ На рис. 1 показано русло. ¶ {Рис. 1. Русло реки}
    en ✓ The bed is shown in Figure 1. ¶ {The river bed}
    en ✗ The bed is shown in Figure 2. ¶ {The river bed}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from proceedings_editor.language.mention import FIGURE, TABLE
from proceedings_editor.model.body import Figure, Table, plain_text
from proceedings_editor.model.edit import ReplaceText
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import Path, walk
from proceedings_editor.rules.mentioned import mentioned
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, plural, text

_NOUN: Final = {FIGURE: "сурет|рисунок|рис|figure|fig|сур", TABLE: "кесте|таблица|табл|table|tab|кест"}
_TYPED: Final = {
    kind: re.compile(
        rf"\s*(?:(?P<before>\d{{1,3}})\s?[-–—]?\s?(?:{noun})(?!\w)|(?:{noun})\.?\s?№?\s?(?P<after>\d{{1,3}})(?![\w-]))"
        r"\s*[.:–—-]*\s*",
        re.IGNORECASE,
    )
    for kind, noun in _NOUN.items()
}
_BARE: Final = {FIGURE: re.compile("сурет|рисун|figure|фото|схем", re.I), TABLE: re.compile("кесте|таблиц|table", re.I)}
_NEVER: Final = {
    FIGURE: text("Figure {number} is not mentioned in the text."),
    TABLE: text("Table {number} is not mentioned in the text."),
}
_LATER: Final = {
    FIGURE: text("Figure {number} is shown before the text mentions it."),
    TABLE: text("Table {number} is shown before the text mentions it."),
}


@dataclass(slots=True)
class _Series:
    """The figures, or the tables, of an article, and where each number is mentioned first."""

    kind: str
    shown: list[tuple[Path, Figure | Table]] = field(default_factory=list)
    mentioned: dict[int, Path] = field(default_factory=dict)


def _check(scope: EntryScope) -> Iterator[Hit]:
    series = {kind: _Series(kind) for kind in (FIGURE, TABLE)}
    captions = set()
    for path, block in walk(scope.entry.body):
        if isinstance(block, Figure | Table):
            series[FIGURE if isinstance(block, Figure) else TABLE].shown.append((path, block))
            captions.add(path)
    for passage in scope.passages:
        if passage.key == "body" and passage.place.block not in captions:
            yield from _mentions(passage, series)
    for one in series.values():
        yield from _shown(scope, one)


def _mentions(passage: Passage, series: dict[str, _Series]) -> Iterator[Hit]:
    prose = passage.prose()
    for mention in passage.once(mentioned):
        one = series.get(mention.kind)
        if one is None:
            continue
        for number in mention.numbers:
            one.mentioned.setdefault(number, passage.place.block)
        if max(mention.numbers) > len(one.shown):
            message = _too_large(mention.kind, len(one.shown))
            place = passage.at(mention.start, mention.end)
            yield Hit(place, prose[mention.start : mention.end], message)


def _too_large(kind: str, count: int) -> Text:
    if kind == FIGURE:
        return plural("The article has only {count} figure.", "The article has only {count} figures.", count)
    return plural("The article has only {count} table.", "The article has only {count} tables.", count)


def _shown(scope: EntryScope, one: _Series) -> Iterator[Hit]:
    for number, (path, block) in enumerate(one.shown, start=1):
        words = plain_text(block.caption)
        typed = _TYPED[one.kind].match(words)
        if typed:
            yield _typed(scope, typed, path, number)
        first = one.mentioned.get(number)
        if first is None and not (len(one.shown) == 1 and _speaks_of(scope, one)):
            yield _hit(_NEVER[one.kind], number, path, words)
        elif first is not None and first > path:
            yield _hit(_LATER[one.kind], number, path, words)


def _speaks_of(scope: EntryScope, one: _Series) -> bool:
    return any(
        _BARE[one.kind].search(passage.text)
        for passage in scope.passages
        if passage.key == "body" and passage.place.block != one.shown[0][0]
    )


def _typed(scope: EntryScope, typed: re.Match[str], path: Path, number: int) -> Hit:
    place = Place(block=path, end=typed.end())
    edit = ReplaceText(scope.entry.id, place, "", text("Take the typed number away"))
    same = int(typed["before"] or typed["after"]) == number
    message = text("The caption has a typed number; the program prints “{number}” itself.", number=number)
    return Hit(place, typed[0], message, Fix(edit, safe=same, before=typed[0], after=""))


def _hit(message: Text, number: int, path: Path, words: str) -> Hit:
    return Hit(Place(block=path, end=len(words)), words, Text(message.key, (("number", number),)))


RULE = Rule(code="FIG001", severity="warning", manual=__doc__, entry=_check)
