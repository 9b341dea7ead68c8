"""A full stop stands at the end of a title.

What:
    The article's title, the name of a section and a heading inside the article end without a full stop. A stop that
    belongs to an abbreviation (т.б., ғ., в., et al.) stays, as do an ellipsis, a question mark and an exclamation mark.

Why:
    A heading stands alone on its line; contents and databases join it with other facts by marks of their own.

How to fix:
    The fix takes the stop away. A title found with a stop in a manuscript is laid aside when it says the same.

Examples:
    kk ✓ Дала өзендерінің суы
    kk ✗ Дала өзендерінің суы.
    ru ✓ Реки Степного края в XX в.
    ru ✗ Вода степных рек.
    en ✓ Where do the rivers go?
    en ✗ Water of the steppe rivers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.model.body import Heading, plain_text
from proceedings_editor.model.edit import ReplaceText
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import walk
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.rules.source_reading import is_told, lay_aside, place_in, printed_forms, readings_of
from proceedings_editor.texts import text

_STOP: Final = re.compile(r"(?<=[\w)»”\]])\.\s*$")
_ABBREVIATION: Final = re.compile(
    r"(?:(?<!\w)[^\W\d_]{1,2}|(?<!\w)(?:жж|ғғ|вв|гг|тыс|млн|млрд|etc|al|др|пр|т\.?\s?[бдпс]|ltd|inc|vol|no))\.\s*$",
    re.IGNORECASE,
)
"""One or two letters before the stop are an abbreviation or an initial."""
_LABEL: Final = text("Take the full stop away")
_MESSAGE: Final = text("A title ends without a full stop.")
_ABOUT: Final = frozenset(
    {f"title.{one}" for one in ("kk", "ru", "en")}
    | {f"collection.sections{deep}.name.{one}" for deep in ("", ".sections") for one in ("kk", "ru", "en")}
)


def _check_field(scope: PassageScope) -> Iterator[Hit]:
    stop = _stop(scope.passage.text) if scope.passage.kind == "field" else None
    if stop is not None:
        yield scope.hit(*stop, _MESSAGE, scope.fix(*stop, "", _LABEL, safe=True))


def _check_entry(scope: EntryScope) -> Iterator[Hit]:
    for index, reading in readings_of(scope.entry, "title"):
        stop = _stop(reading.text)
        if stop is not None and not _has_stop(scope, reading.field):
            printed = next(iter(printed_forms(scope, reading.field)), "")
            same = is_told(scope, reading.field, reading.text)
            label = text("Print the title as “{words}”", words=printed)
            fix = lay_aside(scope, reading, label, printed, safe=True) if same else None
            yield Hit(place_in(index, *stop), ".", _MESSAGE, fix)
    for path, block in walk(scope.entry.body):
        stop = _stop(plain_text(block.text)) if isinstance(block, Heading) else None
        if stop is not None:
            place = Place(block=path, start=stop[0], end=stop[1])
            edit = ReplaceText(scope.entry.id, place, "", _LABEL)
            yield Hit(place, ".", text("A heading ends without a full stop."), Fix(edit, True, ".", ""))


def _stop(words: str) -> tuple[int, int] | None:
    """Return where the full stop at the end stands, None without one or where it belongs to an abbreviation."""
    found = _STOP.search(words)
    return None if found is None or _ABBREVIATION.search(words) else (found.start(), found.start() + 1)


def _has_stop(scope: EntryScope, field: str) -> bool:
    return any(_stop(printed) is not None for printed in printed_forms(scope, field))


RULE = Rule(code="TITL002", severity="warning", manual=__doc__, passage=_check_field, about=_ABOUT, entry=_check_entry)
