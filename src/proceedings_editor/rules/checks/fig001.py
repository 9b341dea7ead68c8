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

from proceedings_editor.language.caption import CaptionKind, CaptionLabel, caption_label, typed_number
from proceedings_editor.model.body import Figure, Table, plain_text
from proceedings_editor.model.edit import ReplaceText
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import Path, walk
from proceedings_editor.rules.mentioned import mentioned
from proceedings_editor.rules.no_figure import is_no_figure
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, plural, text

FIGURE: Final = "figure"
TABLE: Final = "table"
_KINDS: Final[tuple[CaptionKind, ...]] = (FIGURE, TABLE)
_BARE: Final = {FIGURE: re.compile("сурет|рисун|figure|фото|схем", re.I), TABLE: re.compile("кесте|таблиц|table", re.I)}
_NEVER: Final = {
    FIGURE: text("Figure {number} is not mentioned in the text; mention it before it is shown."),
    TABLE: text("Table {number} is not mentioned in the text; mention it before it is shown."),
}
_NONE: Final = {
    FIGURE: text("The article has no figures."),
    TABLE: text("The article has no tables."),
}
_ALONE: Final = {
    FIGURE: text("This caption has no figure; put the picture in above it, or take the caption out."),
    TABLE: text("This caption has no table; put the table in below it, or take the caption out."),
}
_LATER: Final = {
    FIGURE: text("Figure {number} is shown before the text mentions it; mention it earlier or move it down."),
    TABLE: text("Table {number} is shown before the text mentions it; mention it earlier or move it down."),
}


@dataclass(slots=True)
class _Series:
    """The figures, or the tables, of an article, and where each number is mentioned first.

    Attributes:
        alone: The numbers of captions typed as paragraphs; the text may speak of them.
    """

    kind: CaptionKind
    shown: list[tuple[Path, Figure | Table]] = field(default_factory=list)
    mentioned: dict[int, Path] = field(default_factory=dict)
    alone: dict[int, Passage] = field(default_factory=dict)


def _check(scope: EntryScope) -> Iterator[Hit]:
    series: dict[str, _Series] = {kind: _Series(kind) for kind in _KINDS}
    captions = set()
    for path, block in walk(scope.entry.body):
        if isinstance(block, Table) or (isinstance(block, Figure) and not is_no_figure(scope, block)):
            series[FIGURE if isinstance(block, Figure) else TABLE].shown.append((path, block))
            captions.add(path)
    prose = [passage for passage in scope.passages if passage.key == "body" and passage.place.block not in captions]
    prose = [passage for passage in prose if not _is_caption(passage, series)]
    for one in series.values():
        yield from _without_picture(one)
    for passage in prose:
        yield from _mentions(passage, series)
    for one in series.values():
        yield from _shown(scope, one, prose)


def _is_caption(passage: Passage, series: dict[str, _Series]) -> bool:
    for kind in _KINDS if passage.once(mentioned) else ():
        label = caption_label(passage.text, kind)
        if label:
            series[kind].alone.setdefault(label.number, passage)
            return True
    return False


def _without_picture(one: _Series) -> Iterator[Hit]:
    for number, passage in one.alone.items():
        if number > len(one.shown):
            end = len(passage.text)
            yield Hit(passage.at(0, end), passage.text, _ALONE[one.kind])


def _mentions(passage: Passage, series: dict[str, _Series]) -> Iterator[Hit]:
    prose = passage.prose()
    for mention in passage.once(mentioned):
        one = series.get(mention.kind)
        if one is None:
            continue
        for number in mention.numbers:
            one.mentioned.setdefault(number, passage.place.block)
        if any(number > len(one.shown) and number not in one.alone for number in mention.numbers):
            message = _too_large(one.kind, len(one.shown))
            place = passage.at(mention.start, mention.end)
            yield Hit(place, prose[mention.start : mention.end], message)


def _too_large(kind: CaptionKind, count: int) -> Text:
    if not count:
        return _NONE[kind]
    if kind == FIGURE:
        return plural("The article has only {count} figure.", "The article has only {count} figures.", count)
    return plural("The article has only {count} table.", "The article has only {count} tables.", count)


def _shown(scope: EntryScope, one: _Series, prose: list[Passage]) -> Iterator[Hit]:
    for number, (path, block) in enumerate(one.shown, start=1):
        words = plain_text(block.caption)
        typed = typed_number(words, one.kind)
        if typed:
            yield _typed(scope, words[: typed.end], typed.number == number, path, number)
        first = _first_mention(one, prose, number, typed)
        if _is_part(scope, block, path):
            continue
        if first is None and not (len(one.shown) == 1 and _speaks_of(one, prose)):
            yield _hit(_NEVER[one.kind], number, path, words)
        elif first is not None and first > path:
            yield _hit(_LATER[one.kind], number, path, words)


def _first_mention(one: _Series, prose: list[Passage], number: int, typed: CaptionLabel | None) -> Path | None:
    """Where the text mentions it: by the number typed in its caption, where there is one."""
    if typed is None or typed.number:
        return one.mentioned.get(typed.number if typed else number)
    in_parts = re.compile(rf"(?<![\d.]){re.escape(typed.typed)}(?!\d|\.\d)")
    return next((passage.place.block for passage in prose if in_parts.search(passage.text)), None)


def _is_part(scope: EntryScope, block: Figure | Table, path: Path) -> bool:
    """Whether a picture without a caption stands before another one, whose caption is for both."""
    body = scope.entry.body
    following = body[path[0] + 1 : path[0] + 2] if len(path) == 1 else ()
    return isinstance(block, Figure) and not block.caption and any(isinstance(other, Figure) for other in following)


def _speaks_of(one: _Series, prose: list[Passage]) -> bool:
    return any(_BARE[one.kind].search(passage.text) for passage in prose)


def _typed(scope: EntryScope, typed: str, same: bool, path: Path, number: int) -> Hit:
    place = Place(block=path, end=len(typed))
    edit = ReplaceText(scope.entry.id, place, "", text("Take the typed number away"))
    message = text("The caption has a typed number; the program prints “{number}” itself.", number=number)
    return Hit(place, typed, message, Fix(edit, safe=same, before=typed, after=""))


def _hit(message: Text, number: int, path: Path, words: str) -> Hit:
    return Hit(Place(block=path, end=len(words)), words, Text(message.key, (("number", number),)))


RULE = Rule(code="FIG001", severity="warning", manual=__doc__, entry=_check)
