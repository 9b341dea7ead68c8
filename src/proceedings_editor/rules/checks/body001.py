"""A sentence is broken over two paragraphs.

What:
    A paragraph that ends without a mark is not followed by one that begins with a small letter. There are no empty
    paragraphs, no line or page breaks inside a sentence, and no page breaks without text on both sides.

Why:
    Breaks are left where a page or a line of the manuscript ended. In the collection the text runs differently, and
    the sentence stands torn in the middle of a line.

How to fix:
    Joining the paragraphs, taking the empty one out or writing a space for the break is proposed. A paragraph that
    was meant to end needs its full stop.

Examples:
    kk ✓ Өзендер көктемде тасиды. ¶ Су жазда азаяды.
    kk ✓ Мыналар өлшенді: ¶ су деңгейі; ¶ ағын жылдамдығы.
    kk ✗ Кеңес тренингтер жүргізеді және ¶ жаңа жобалар әзірлейді.
    ru ✓ Измерялись две величины: ¶ уровень воды; ¶ скорость течения.
    ru ✗ Весной реки степи разливаются, а ¶ летом мелеют.
    en ✗ In spring the rivers of the steppe flood and ¶ in summer they dry up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from proceedings_editor.language.alphabet import script_of
from proceedings_editor.language.program_code import is_code
from proceedings_editor.model.body import Block, Body, PageBreak, Paragraph, Quotation, plain_text
from proceedings_editor.model.edit import DropBlock, Edit, JoinParagraphs, ReplaceText
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, text

_OPEN_END: Final = re.compile(r"[^\W_][,-]?\s*\Z")
"""A letter or digit, perhaps with a comma or a hyphen, is no end of a sentence."""
_GOES_ON: Final = re.compile(
    r"\s*(?!e-?mail|где(?!\w)|мұнда|where(?!\w)|https?|\w{1,2}[.)]|(?:әл|аль|эль|al|el|им)[-.])"
    r"(?:[авиксуоя](?=\s)|[a-z]{2,}|[а-яёәғқңөұүһі]{2,})(?![\w@:/=])"
)
"""A small letter begins it; “а)” or “б.” would be an item of a list, “где” explains the signs of a formula."""
_ITEM: Final = re.compile(r"\s*(?:[a-zа-яёәғқңөұүһі]|\d+[.)]|[-–—•])")
_BREAK: Final = re.compile(r"(?<=[\w,])[ \u00a0]*\n[ \u00a0]*(?=[a-zа-яёәғқңөұүһі])")
_CODE: Final = re.compile(r"\W*(?:ӘОЖ|УДК|UDC|ҒТАМР|МҒТАР|ХҒТАР|МРНТИ|ГРНТИ|IRSTI|КБЖ|ББК|DOI)(?!\w)")
"""A code has no full stop, and the title behind it may be typed small and printed in capitals."""
_SHOWN: Final = 40

_Path = tuple[int, ...]


def _check(scope: EntryScope) -> Iterator[Hit]:
    yield from _among(scope, scope.entry.body, ())


def _among(scope: EntryScope, blocks: Body, above: _Path) -> Iterator[Hit]:
    for index, (block, following) in enumerate(pairwise((*blocks, None))):
        path = (*above, index)
        match block:
            case Paragraph():
                yield from _paragraph(scope, block, following, path)
            case PageBreak():
                before = blocks[index - 1] if index else None
                yield from _page_break(scope, before, following, path)
            case Quotation():
                yield from _among(scope, block.blocks, path)


def _paragraph(scope: EntryScope, block: Paragraph, following: Block | None, path: _Path) -> Iterator[Hit]:
    words = plain_text(block.text)
    if not words.strip():
        label = text("Take the empty paragraph out")
        edit = DropBlock(scope.entry.id, Place(block=path), label)
        yield _hit(edit, "", text("A paragraph is empty; space between paragraphs belongs to the template."), "", "")
        return
    if "\n" in words and not is_code(words):
        yield from _breaks(scope, words, path)
    if isinstance(following, Paragraph) and _is_torn(block, following):
        yield _torn(scope, words, plain_text(following.text), path)


def _torn(scope: EntryScope, words: str, behind: str, path: _Path) -> Hit:
    end = len(words.rstrip())
    start = _word_start(words, max(end - _SHOWN, 0))
    place = Place(block=path, start=start, end=end)
    last, first = words[start:end], behind.strip()[:_SHOWN].rpartition(" ")[0] or behind.strip()[:_SHOWN]
    message = text("The sentence is broken: the next paragraph goes on with “{words}”.", words=first)
    edit = JoinParagraphs(scope.entry.id, place, text("Join the two paragraphs"))
    return _hit(edit, last, message, f"{last} ¶ {first}", f"{last} {first}")


def _breaks(scope: EntryScope, words: str, path: _Path) -> Iterator[Hit]:
    for found in _BREAK.finditer(words):
        place = Place(block=path, start=found.start(), end=found.end())
        edit = ReplaceText(scope.entry.id, place, " ", text("Write a space for the line break"))
        message = text("A line break stands inside a sentence.")
        yield _hit(edit, found[0], message, _around(words, *found.span(), "↵"), _around(words, *found.span(), " "))


def _page_break(scope: EntryScope, before: Block | None, following: Block | None, path: _Path) -> Iterator[Hit]:
    """A page break between whole paragraphs, or before the reference list, is meant."""
    edit = DropBlock(scope.entry.id, Place(block=path), text("Take the page break out"))
    last = following is None and not scope.entry.references
    if before is None or last or isinstance(following, PageBreak):
        yield _hit(edit, "", text("A page break stands where there is nothing to part."), "", "")
    elif isinstance(before, Paragraph) and isinstance(following, Paragraph) and _is_torn(before, following):
        yield _hit(edit, "", text("A page break stands inside a sentence."), "", "")


def _is_torn(first: Paragraph, second: Paragraph) -> bool:
    words, behind = plain_text(first.text), plain_text(second.text)
    if not (_OPEN_END.search(words) and _GOES_ON.match(behind)) or _ITEM.match(words) or _CODE.match(words):
        return False
    return script_of(words.rstrip(" ,-")[-1]) in ("", script_of(behind.lstrip()[0]))


def _hit(edit: Edit, words: str, message: Text, before: str, after: str) -> Hit:
    return Hit(edit.place, words, message, Fix(edit, safe=False, before=before, after=after))


def _around(words: str, start: int, end: int, between: str) -> str:
    return words[_word_start(words, max(start - 20, 0)) : start] + between + words[end : end + 20].rpartition(" ")[0]


def _word_start(words: str, at: int) -> int:
    """Return where the first whole word from a place begins."""
    return words.find(" ", at) + 1 if at and " " in words[at:] else at


RULE = Rule(code="BODY001", severity="warning", manual=__doc__, entry=_check)
