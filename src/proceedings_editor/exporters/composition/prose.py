"""The words of an article's rich text, wherever they stand: looks, captions, numbers, links, footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from proceedings_editor.exporters.composition.element import Element, Inline, NoteMark, TextElement, Words
from proceedings_editor.exporters.composition.link import Kind, Links, links_of
from proceedings_editor.exporters.composition.setting import Setting
from proceedings_editor.exporters.composition.text import inlines
from proceedings_editor.model.body import OBJECT, Alignment, Block, Note, RichText, plain_text
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import StyleName, TextStyle
from proceedings_editor.model.walk import Path
from proceedings_editor.templates.wording import caption


@dataclass(frozen=True, slots=True)
class Room:
    """Where a run of blocks stands, and what that changes for them.

    Attributes:
        style: Style of its paragraphs.
        source: Where clicks on a footnote's blocks lead, None for blocks with a path of their own.
        align: Alignment a table cell asks of its paragraphs.
        depth: Lists the blocks stand in.
        open: The article itself: its headings enter the outline and its page breaks count.
        size: Largest type size in points, 0 for no limit: nothing in a cell or note is larger than its text.
    """

    style: StyleName = "text"
    source: Place | None = None
    align: Alignment = ""
    depth: int = 0
    open: bool = False
    size: float = 0

    def place(self, path: Path) -> Place:
        """Return where a click on the block at `path` leads."""
        return self.source or Place(block=path)


@dataclass(slots=True)
class Prose:
    """Turns rich text into text elements in reading order, because numbers follow from it.

    Attributes:
        blocks: Composes the blocks of a footnote.
    """

    setting: Setting
    blocks: Callable[[Iterable[Block], Room], tuple[Element, ...]]
    _links: Links = field(init=False)
    _counts: Counter[Kind] = field(default_factory=Counter)
    _notes: int = 0
    _waiting: list[Note] | None = None

    def __post_init__(self) -> None:
        self._links = links_of(self.setting.entry, self.setting.template.citations.form)

    def next(self, kind: Kind, room: Room) -> int | None:
        """Count one more of its kind; what stands in a footnote is not counted, as in `model.walk`."""
        if room.source is not None:
            return None
        self._counts[kind] += 1
        return self._counts[kind]

    def look(self, style: StyleName, room: Room, align: Alignment = "") -> TextStyle:
        """Return a style's look in this room, aligned otherwise where `align` says so."""
        look = self.setting.look(style)
        if align and align != look.align:
            look = replace(look, align=align, indent=look.indent if align == "left" else 0)
        return replace(look, size=room.size) if 0 < room.size < look.size else look

    def element(
        self, words: RichText, style: StyleName, path: Path, room: Room, *, align: Alignment = "", level: int = 0
    ) -> TextElement | None:
        """Return a paragraph or heading, None where there is nothing to print."""
        if not plain_text(words).strip():
            return None
        place = room.place(path)
        found = self.inlines(words, style, place, sourced=room.source is None)
        return TextElement(found, style, self.look(style, room, align), level, source=place) if found else None

    def caption(
        self, words: RichText, style: StyleName, pattern: LocalText, number: int | None, path: Path, room: Room
    ) -> TextElement | None:
        """Return number and words by the template's pattern; a number alone is a caption too, for mentions."""
        place = room.place(path)
        found: list[Inline] = []
        for piece in caption(pattern, number, plain_text(words).strip(), self.setting.language):
            if piece.name == "caption":
                found += self.inlines(words, style, place, sourced=room.source is None)
            else:
                found.append(Words(self.setting.printed(style, piece.text)))
        return TextElement(tuple(found), style, self.look(style, room), source=place) if found else None

    def inlines(
        self, words: RichText, style: StyleName, place: Place, *, sourced: bool = True, linked: bool = True
    ) -> tuple[Inline, ...]:
        """Return a text as inlines.

        Args:
            words: The text.
            style: Says whether it is printed in capitals.
            place: Where clicks on its footnotes lead.
            sourced: Whether the words are those of a place, and not inside a footnote.
            linked: Whether citations and mentions in it lead somewhere.
        """
        plain = plain_text(words)
        return inlines(
            words,
            plain,
            self._links.in_text(plain) if linked else (),
            lambda note: self._note(note, place),
            raised=self.setting.look(style).capitals,
            language=self.setting.language,
            sourced=sourced,
        )

    def _note(self, note: Note, place: Place) -> NoteMark | None:
        """Compose a footnote. No format has footnotes of footnotes: an inner one joins the end of its outer."""
        if self._waiting is not None:
            self._waiting.append(note)
            return None
        waiting = self._waiting = [note]
        room = Room("footnote", source=place, size=self.setting.look("footnote").size)
        elements: list[Element] = []
        while waiting:
            elements += self.blocks(waiting.pop(0).blocks, room)
        self._waiting = None
        if not elements:
            return None
        self._notes += 1
        return NoteMark(self._notes, tuple(elements))


def spoken(words: RichText) -> str:
    """Return a text in one line without its objects."""
    return " ".join(plain_text(words).replace(OBJECT, " ").split())
