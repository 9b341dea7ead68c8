"""What a person reads in a file, against what the composition says: every character, and where words end.

A composition becomes two streams in reading order, the running text (with labels, marks and numbers, as printed) and
the footnotes. A page must continue both where the page before it stopped. White space, hyphens (readers drop those at
the end of a line) and characters that are never drawn do not count as characters, but words must end where words end:
a reader may see a gap that is none only where a line ends, around a formula and around raised or lowered words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os.path import commonprefix
from typing import Final

from proceedings_editor.exporters.composition.element import (
    Composition,
    Element,
    FigureElement,
    FormulaElement,
    Inline,
    InlineMath,
    ListElement,
    ListingElement,
    NewLine,
    NoteMark,
    Part,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)

LOOSE: Final = "\x1f"
"""Where a reader may see a gap or none."""

_SPACE: Final = re.compile(r"\s")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1e\x7f-\x84\x86-\x9f\xad\u034f\u061c\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffe]"
)
_HYPHENS: Final = re.compile("[-\u2010\u2011\u0002]")


@dataclass(frozen=True)
class Read:
    """A text as a reader takes it in.

    Attributes:
        letters: Its characters without white space, hyphens and what is never drawn.
        gaps: Places in `letters` where a word ends for certain.
        loose: Places where one may.
    """

    letters: str
    gaps: frozenset[int]
    loose: frozenset[int]


def read(text: str, *, lines_are_loose: bool = False) -> Read:
    """Take a text in; in a page's text the end of a line may be inside a word."""
    letters: list[str] = []
    gaps: set[int] = set()
    loose: set[int] = set()
    count = 0
    for character in unicodedata.normalize("NFKC", _without_unseen(text)):
        if character in (LOOSE, "\u200b") or (lines_are_loose and character in "\r\n"):
            loose.add(count)
        elif _SPACE.match(character):
            gaps.add(count)
        elif not _HYPHENS.match(character):
            letters.append(character)
            count += 1
    return Read("".join(letters), frozenset(gaps), frozenset(loose))


def _without_unseen(text: str) -> str:
    return _UNSEEN.sub("", text.replace("\t", " ").replace("\r", "\n"))


# ------------------------------------------------------------------------------------------- what should be read


@dataclass(frozen=True)
class Printed:
    """How a kind of file gives a composition back.

    Attributes:
        labels: With the labels of list items and the numbers of notes.
        notes: With the text of each footnote behind the paragraph of its mark.
        formula: What stands in a line for a formula.
        shifted: What stands on either side of raised and lowered words.
    """

    labels: bool = True
    notes: bool = False
    formula: str = LOOSE
    shifted: str = LOOSE

    def pieces(self, elements: Iterable[Element]) -> Iterator[str]:
        """Yield the text of every paragraph, caption and label in reading order."""
        for element in elements:
            match element:
                case TextElement():
                    yield from self._paragraph(element)
                case ListElement():
                    for item in element.items:
                        yield item.label if self.labels else ""
                        yield from self.pieces(item.elements)
                case QuotationElement():
                    yield from self.pieces(element.elements)
                case TableElement():
                    yield from self._caption(element.caption)
                    for row in element.rows:
                        for cell in row:
                            yield from self.pieces(cell.elements)
                case FigureElement():
                    yield "" if element.path else element.placeholder
                    yield from self._caption(element.caption)
                case FormulaElement():
                    yield element.number
                case ListingElement():
                    yield from self._caption(element.caption)
                    yield from element.lines

    def note(self, mark: NoteMark) -> Iterator[str]:
        """Yield the pieces of a footnote."""
        yield f"{mark.number}{LOOSE}" if self.labels else ""
        yield from self.pieces(mark.elements)

    def _paragraph(self, element: TextElement) -> Iterator[str]:
        yield "".join(map(self._inline, element.inlines))
        if self.notes:
            for mark in _marks_of(element.inlines):
                yield from self.note(mark)

    def _caption(self, caption: TextElement | None) -> Iterator[str]:
        if caption is not None:
            yield from self._paragraph(caption)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Words():
                around = self.shifted if inline.superscript or inline.subscript else ""
                return around + inline.text + around
            case NewLine():
                return "\n"
            case InlineMath():
                return self.formula
            case NoteMark():
                return f"{LOOSE}{inline.number}{LOOSE}" if self.labels else ""


def marks(elements: Iterable[Element]) -> Iterator[NoteMark]:
    """Yield every footnote in the order of the marks."""
    for element in elements:
        text = element if isinstance(element, TextElement) else getattr(element, "caption", None)
        yield from _marks_of(text.inlines if text else ())
        for inner in _inside(element):
            yield from marks(inner)


def repeated_headers(elements: Iterable[Element]) -> Iterator[str]:
    """Yield the text of the rows of every table that are printed again on its next pages."""
    for element in elements:
        for inner in _inside(element):
            yield from repeated_headers(inner)
        if isinstance(element, TableElement) and element.header_rows:
            cells = (cell for row in element.rows[: element.header_rows] for cell in row)
            yield "\n".join(piece for cell in cells for piece in Printed().pieces(cell.elements))


def holds_table(elements: Iterable[Element]) -> bool:
    """Say whether there is a table anywhere; where its row goes over a page end, its cells do so side by side."""
    return any(
        isinstance(element, TableElement) or any(holds_table(inner) for inner in _inside(element))
        for element in elements
    )


def _marks_of(inlines: Iterable[Inline]) -> Iterator[NoteMark]:
    return (inline for inline in inlines if isinstance(inline, NoteMark))


def _inside(element: Element) -> Iterator[tuple[Element, ...]]:
    match element:
        case ListElement():
            yield from (item.elements for item in element.items)
        case QuotationElement():
            yield element.elements
        case TableElement():
            yield from (cell.elements for row in element.rows for cell in row)


# ----------------------------------------------------------------------------------------------- the comparison


def page_faults(composition: Composition, pages: Iterable[str]) -> list[str]:
    """Return what pages say otherwise than the composition, or in another order; each page in the order it is drawn."""
    waiting = list(composition.parts)
    reader: Reader | None = None
    found: list[str] = []
    for number, text in enumerate(pages, 1):
        while waiting and (reader is None or not reader.rest()):
            if reader is not None and not reader.shown:
                break
            reader = Reader(waiting.pop(0))
        assert reader is not None
        if fault := reader.page(text):
            return [f"page {number}: {fault}"]
    rest = "".join(filter(None, (reader.rest() if reader else "", *(Reader(part).rest() for part in waiting))))
    return [*found, f"no page says “{rest[:60]}”"] if rest else found


class Reader:
    """Follows the running text and the footnotes of a part from page to page.

    Attributes:
        shown: How many pages were read.
    """

    def __init__(self, part: Part) -> None:
        form = Printed()
        below = [piece for mark in marks(part.elements) for piece in form.note(mark)]
        self._text, self._notes = (read("\n".join(pieces)) for pieces in (form.pieces(part.elements), below))
        # Where both may have got to: on paper a note without words is a number that could be one of the text's.
        self._places = {(0, 0)}
        self._headers = ("", *filter(None, (read(header).letters for header in repeated_headers(part.elements))))
        self._style = part.page
        self.shown = 0

    def page(self, text: str) -> str:
        """Read the next page; return what is wrong with it, "" for nothing."""
        seen = read(self.without_margin(text, self.shown), lines_are_loose=True)
        self.shown += 1
        found = [
            one for header in self._headers for place in self._places for one in self._continued(seen, header, place)
        ]
        sound = {place for place, fault in found if not fault}
        if sound:
            self._places = sound
            return ""
        left = self.rest()
        same = len(commonprefix([seen.letters, left]))
        return found[0][1] if found else f"expected “{left[same:][:60]}”, found “{seen.letters[same:][:60]}”"

    def rest(self) -> str:
        """Return what no page has shown."""
        return min((self._text.letters[text:] + self._notes.letters[notes:] for text, notes in self._places), key=len)

    def without_margin(self, text: str, index: int) -> str:
        """Take off the head line and number of page `index` of the part, which are drawn first."""
        folio = str(self._style.first_folio + index) if self._style.number[0] != "none" else ""
        for words in filter(None, (self._style.head, folio)):
            text = text.lstrip()
            assert text.startswith(words), f"{text[:60]!r} does not begin with {words!r}"
            text = text.removeprefix(words)
        return text

    def _continued(self, seen: Read, header: str, place: tuple[int, int]) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield the places a page may lead to from `place`, each with the first gap that is wrong on the way."""
        if not seen.letters.startswith(header):
            return
        letters, (text, notes) = seen.letters[len(header) :], place
        for length in range(len(commonprefix([self._text.letters[text:], letters])), -1, -1):
            below = len(letters) - length
            if self._notes.letters.startswith(letters[length:], notes):
                fault = _wrong_gap(seen, len(header), self._text, text, length)
                fault = fault or _wrong_gap(seen, len(header) + length, self._notes, notes, below)
                yield (text + length, notes + below), fault


def text_fault(wanted: Iterable[str], seen: Iterable[str]) -> str:
    """Return where a whole text read back differs from what it should be, "" for nowhere."""
    meant, found = read("\n".join(wanted)), read(LOOSE.join(seen))
    if meant.letters != found.letters:
        same = len(commonprefix([meant.letters, found.letters]))
        return f"expected “{meant.letters[same : same + 60]}”, found “{found.letters[same : same + 60]}”"
    return _wrong_gap(found, 0, meant, 0, len(meant.letters))


def _wrong_gap(seen: Read, at: int, wanted: Read, place: int, length: int) -> str:
    """Compare where words end inside `length` letters."""
    for offset in range(1, length):
        here, there = at + offset, place + offset
        must = there in wanted.gaps and there not in wanted.loose
        missing = must and here not in seen.gaps and here not in seen.loose
        wrong = here in seen.gaps and there not in wanted.gaps and there not in wanted.loose
        if missing or wrong:
            near = f"{seen.letters[max(0, here - 20) : here]}|{seen.letters[here : here + 20]}"
            return f"{'no gap' if missing else 'a gap'} at “{near}”"
    return ""
