"""What a head is made of: its elements, and the lines they are read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from proceedings_editor.model.template import Template

HeadKind = Literal[
    "section",
    "udc",
    "irsti",
    "bbk",
    "doi",
    "edn",
    "title",
    "authors",
    "email",
    "orcid",
    "spin",
    "phone",
    "affiliation",
    "supervisor",
    "abstract",
    "keywords",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class HeadPart:
    """One element of the head.

    Attributes:
        words: Its plain text; without the label where the kind says what the label says.
        source: The characters of the source line it was found in.
        line: Line in the source, from 1.
        tail: White space that ends the source line.
    """

    kind: HeadKind
    words: str
    source: str
    line: int
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the information table lets expect in the head; "" for what it does not tell."""

    template: Template
    title: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """What is judged as a whole: a heading, or one line of a paragraph.

    Attributes:
        line: Line in the source, from 1.
        tail: White space that ends the source line.
    """

    words: str
    line: int
    tail: str
    heading: bool
    bold: bool

    @property
    def prominent(self) -> bool:
        """Set apart from running text: a heading, bold, or in capitals."""
        return self.heading or self.bold or self.capitals

    @property
    def capitals(self) -> bool:
        """Whether it is typed in capitals."""
        letters = [char for char in self.words if char.isalpha()]
        return len(letters) > 3 and self.words == self.words.upper()

    def part(self, kind: HeadKind, words: str = "") -> HeadPart:
        """Return the element it is; `words` where those are not all of its own."""
        return HeadPart(kind, words or self.words, self.words, self.line, self.tail)
