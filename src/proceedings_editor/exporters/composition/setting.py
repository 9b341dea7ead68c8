"""What every part of a composition is made from, and the small questions all of them ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from proceedings_editor.exporters.composition.element import Element, Inline, NewLine, TextElement, Words
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import HeadElement, StyleName, Template, TextStyle, Wording
from proceedings_editor.templates.capitals import capitals
from proceedings_editor.templates.wording import Phrase

PLAIN: Final = TextStyle()
"""Look of a style the template does not name."""

FigureFinder = Callable[[str], Path | None]
"""Name of a figure file -> the file, None where it is missing or no readable picture."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One entry with everything its pages depend on.

    Attributes:
        figures: Finds figure files; composition itself opens none.
        largest_number: The collection's largest publication number.
    """

    collection: Collection
    template: Template
    entry: Entry
    figures: FigureFinder
    largest_number: int

    @property
    def language(self) -> Language:
        """The entry's main language."""
        return self.entry.language

    @property
    def wording(self) -> Wording:
        """The template's labels and patterns."""
        return self.template.wording

    @property
    def section_path(self) -> tuple[Section, ...]:
        """The entry's section below its parent, () while unknown."""
        return self.collection.section_path(self.entry.section)

    def look(self, style: StyleName) -> TextStyle:
        """Return the look of a style."""
        return self.template.styles.get(style, PLAIN)

    def printed(self, style: StyleName, words: str) -> str:
        """Return the words as the style prints them: in capitals where it says so, length unchanged."""
        return capitals(words) if self.look(style).capitals else words

    def line(
        self,
        style: StyleName,
        inlines: tuple[Inline, ...],
        field: str,
        level: int = 0,
    ) -> TextElement:
        """Return a text element of a field."""
        return TextElement(inlines, style, self.look(style), level, source=Place(field=field))


def words(text: str, *, language: str = "", start: int = -1, bold: bool = False, url: str = "") -> tuple[Inline, ...]:
    """Return characters as inlines, a forced new line for each line end in them.

    Args:
        text: The characters.
        language: Tag where it differs from the part's, else "".
        start: Where the text begins in its source, -1 for what composition added.
        bold: Set in bold whatever the style says.
        url: Where the words lead.
    """
    if "\n" not in text:
        return (Words(text, bold=bold, url=url, language=language, source_start=start),) if text else ()
    found: list[Inline] = []
    for index, line in enumerate(text.split("\n")):
        if index:
            found.append(NewLine())
        found += words(line, language=language, start=start, bold=bold, url=url)
        start += len(line) + 1 if start >= 0 else 0
    return tuple(found)


def phrased(phrases: tuple[Phrase, ...], setting: Setting, style: StyleName, part: Language) -> tuple[Inline, ...]:
    """Return phrases as inlines, those in another language than the part's tagged."""
    return tuple(
        inline
        for phrase in phrases
        for inline in words(setting.printed(style, phrase.text), language=foreign(phrase.language, part))
    )


def aligned(elements: Iterable[Element], element: HeadElement) -> Iterator[Element]:
    """Yield lines of the head as the template aligns this one element; the body keeps its styles."""
    for composed in elements:
        if element.align and isinstance(composed, TextElement) and not composed.source.block:
            yield replace(composed, look=replace(composed.look, align=element.align))
        else:
            yield composed


def foreign(language: str, part: str) -> str:
    """Return the language where it differs from the part's, else ""."""
    return "" if language == part else language
