r"""A formula is numbered wrongly or cannot be read.

What:
    Only formulas the text refers to have a number, in round brackets at the right, which the program prints; none is
    typed in the formula. Every number the text mentions exists. Every formula can be read and drawn.

Why:
    A number nobody uses stands in the way. A typed number does not follow when formulas move, and is printed beside
    the program's own.

How to fix:
    A typed number is made the program's own at once. Taking an unused number off is proposed, since it may be meant;
    the mentions of the formulas behind it follow. A formula that cannot be read is drawn as typed: correct it in the
    formula's window.

Examples:
    kk ✓ (1) формула бойынша есептелді. ¶ {E = mc^2}#
    kk ✓ Қарапайым теңдік. ¶ {a = b}
    kk ✗ Қарапайым теңдік. ¶ {a = b}#
    kk ✗ (2) формула бойынша есептелді. ¶ {E = mc^2}#
    ru ✓ Подставим (1) в условие. ¶ {E = mc^2}#
    ru ✗ Подставим (1) в условие. ¶ {E = mc^2 \quad [1]}
    ru ✗ По формуле (1) найдём массу. ¶ {E = mc^2 \tag{1}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from proceedings_editor.language.mention import FORMULA
from proceedings_editor.model.body import DisplayFormula
from proceedings_editor.model.edit import SetBlockFact, SetNumbered, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import Path, walk
from proceedings_editor.rules.mentioned import mentioned
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, plural, text

_TYPED: Final = re.compile(
    r"\s*(?:\\tag\*?\s*\{\s*\(?(?P<tag>\w+(?:\.\w+)?)\)?\s*\}|(?:\\qquad|\\quad|\\hfill|\\;|~|\\ |[ \t]){1,10}"
    r"[(\[](?P<end>\d{1,3})[)\]])\s*\Z"
)
_SPACED: Final = re.compile(r"\\q?quad|\\hfill|\\tag|[ \t]{2}|~~")
"""A number in round brackets behind one space may be a factor: “f (1)”."""
_TYPED_BEHIND: Final = re.compile(r"(?:\ufffc|=)[^.!?]{0,60}\((\d{1,3})\)\s*[.,;]?\s*\Z")
"""A paragraph that ends with a number in brackets and has a formula before it."""
_BARE: Final = re.compile(r"(?<![\w)])\((\d{1,3})\)")


def _check(scope: EntryScope) -> Iterator[Hit]:
    formulas = [(path, block) for path, block in walk(scope.entry.body) if isinstance(block, DisplayFormula)]
    if not formulas and not scope.facts.unreadable_formulas:
        yield from _mentions(scope, 0)
        return
    yield from _unreadable(scope)
    numbered = [path for path, block in formulas if block.numbered]
    typed = [(path, block, found) for path, block in formulas if (found := _typed_number(block.formula.source))]
    yield from (_typed(scope, *one) for one in typed)
    if not typed:
        yield from _mentions(scope, len(numbered))
        yield from _unused(scope, numbered)


def _unreadable(scope: EntryScope) -> Iterator[Hit]:
    for path in sorted(scope.facts.unreadable_formulas.get(scope.entry.id, frozenset())):
        message = text("A formula here cannot be read and would be printed as it was typed; correct it.")
        yield Hit(Place(block=path), "", message, severity="error")


def _typed_number(source: str) -> re.Match[str] | None:
    found = _TYPED.search(source)
    return found if found and _SPACED.search(found[0]) else None


def _typed(scope: EntryScope, path: Path, block: DisplayFormula, found: re.Match[str]) -> Hit:
    place, entry = Place(block=path), scope.entry.id
    label = text("Let the program print the number")
    bare = replace(block.formula, source=block.formula.source[: found.start()])
    edits = (SetBlockFact(entry, place, "formula", bare, label), SetBlockFact(entry, place, "numbered", True, label))
    message = text("The formula has a typed number; the program prints it itself, in round brackets at the right.")
    fix = Fix(Together(edits, label), safe=True, before=found[0].strip(), after=f"({found['tag'] or found['end']})")
    return Hit(place, "", message, fix)


def _mentions(scope: EntryScope, count: int) -> Iterator[Hit]:
    """A number typed behind a formula in a line of its own, “F = ma (1)”, is mentioned rightly."""
    typed = {int(found[1]) for passage in scope.passages if (found := _TYPED_BEHIND.search(passage.text))}
    for passage in scope.passages:
        if passage.key == "body":
            prose = passage.prose()
            for mention in passage.once(mentioned):
                if mention.kind == FORMULA and any(one > count and one not in typed for one in mention.numbers):
                    place = passage.at(mention.start, mention.end)
                    yield Hit(place, prose[mention.start : mention.end], _too_large(count))


def _too_large(count: int) -> Text:
    if not count:
        return text("The article has no numbered formulas.")
    return plural(
        "The article has only {count} numbered formula.", "The article has only {count} numbered formulas.", count
    )


def _unused(scope: EntryScope, numbered: list[Path]) -> Iterator[Hit]:
    """A number may stand alone in the text, “put (1) into (2)”; such mentions follow nothing, so they stop the fix.

    A person ticked the number in the formula's window, so it is theirs to take off: the fix is a proposal.
    """
    if not numbered:
        return
    named: set[int] = set()
    bare: set[int] = set()
    for passage in scope.passages:
        if passage.key == "body":
            words = passage.prose()
            for one in reversed(passage.once(mentioned)):
                if one.kind == FORMULA:
                    named.update(one.numbers)
                    words = words[: one.start] + words[one.end :]
            bare.update(map(int, _BARE.findall(words)))
    for number, path in enumerate(numbered, start=1):
        if number not in named | bare:
            edit = SetNumbered(
                scope.entry.id, Place(block=path), numbered=False, label=text("Print it without a number")
            )
            follows = not any(other > number for other in bare)
            fix = Fix(edit, safe=False, before=f"({number})", after="") if follows else None
            message = text("No place in the text refers to formula ({number}).", number=number)
            yield Hit(Place(block=path), "", message, fix)


RULE = Rule(code="FORM001", severity="warning", manual=__doc__, entry=_check)
