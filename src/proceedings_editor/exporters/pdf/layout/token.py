"""Inlines as tokens: stretches of one look that lines are made of, and the places where a line may end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from proceedings_editor.exporters.composition.element import Inline, InlineMath, NewLine, NoteMark, Words
from proceedings_editor.exporters.formula.drawing import to_drawing
from proceedings_editor.exporters.pdf.font import Face, Faces, find_faces
from proceedings_editor.exporters.pdf.layout.tree import Tree
from proceedings_editor.model.body import FormulaSource
from proceedings_editor.model.template import TextStyle

_SCRIPT_SIZE: Final = 0.65
_RAISE: Final = 0.34
_LOWER: Final = -0.14
_TOKEN: Final = re.compile(r"[ \t\n\u2002-\u2009\u3000]+|[^ \t\n\u2002-\u2009\u3000]+")
_SPACES: Final = frozenset(" \t\n\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u3000")
_BREAKABLE: Final = re.compile(r"[-‐–—/\u00ad\u200b]")
_AFTER: Final = re.compile(r"(?<=\w[-‐–—/])(?=\w)|(?<=[\u00ad\u200b])")
_ADDRESS: Final = re.compile(r"://|^www\.")
_IN_ADDRESS: Final = re.compile(r"(?<=[/?&=_.%#-])(?=\w)")

Kind = Literal["word", "space", "newline", "formula", "note"]


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How a stretch is drawn and what it belongs to in the tree."""

    face: Face
    size: float
    rise: float
    node: int
    underline: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A piece of a line.

    Attributes:
        text: Characters the look's face has; "" for a formula.
        breaks: A line may end after it although no space follows.
        source: Place of its first character in the source's plain text, -1 without one; length: how many it stands for.
        ascent, descent: Of a formula.
    """

    kind: Kind
    text: str
    width: float
    look: Look
    breaks: bool = False
    source: int = -1
    length: int = 0
    formula: FormulaSource | None = None
    note: NoteMark | None = None
    ascent: float = 0
    descent: float = 0


@dataclass(frozen=True, slots=True)
class Setter:
    """Turns the inlines of one element into tokens and their structure elements.

    Attributes:
        family: The element's font family.
        node: The element the words belong to.
    """

    tree: Tree
    family: str
    look: TextStyle
    node: int

    def tokens(self, inlines: tuple[Inline, ...]) -> Iterator[Token]:
        """Yield the tokens in order; links, foreign words and note marks get elements of their own."""
        before: Words | None = None
        node = self.node
        for inline in inlines:
            match inline:
                case Words():
                    if before is None or _wrapping(before) != _wrapping(inline):
                        node = self._node(inline)
                    before = inline
                    yield from self._words(inline, node)
                    continue
                case NewLine():
                    yield Token("newline", "", 0, self._base(self.node), breaks=True)
                case InlineMath():
                    yield self._formula(inline.formula)
                case NoteMark():
                    yield self._note(inline)
            before = None

    def _node(self, words: Words) -> int:
        parent = self.node
        if words.url or words.target:
            parent = self.tree.add("Link", parent, alt=words.text, url=words.url, target=words.target)
        if words.language:
            parent = self.tree.add("Span", parent, language=words.language)
        return parent

    def _base(self, node: int) -> Look:
        return Look(self._faces(Words("")).primary, self.look.size, 0, node, self.look.underline)

    def _faces(self, words: Words) -> Faces:
        return _faces(self.family, self.look.bold or words.bold, self.look.italic != words.italic, words.code)

    def _words(self, words: Words, node: int) -> Iterator[Token]:
        faces = self._faces(words)
        script = words.superscript or words.subscript
        size = self.look.size * (_SCRIPT_SIZE if script else 1)
        rise = self.look.size * (_RAISE if words.superscript else _LOWER if words.subscript else 0)
        underline = self.look.underline or words.underline
        looks: dict[str, Look] = {}
        at = words.source_start
        for match in _TOKEN.finditer(words.text):
            kind: Kind = "space" if match[0][0] in _SPACES else "word"
            for stretch, breaks in _stretches(match[0]):
                for face, drawn, width in _drawn(faces, " " if kind == "space" else stretch):
                    look = looks.get(face.name)
                    if look is None:
                        look = looks[face.name] = Look(face, size, rise, node, underline)
                    yield Token(kind, drawn, width * size, look, breaks, at, len(stretch))
                if at >= 0:
                    at += len(stretch)

    def _formula(self, formula: FormulaSource) -> Token:
        from proceedings_editor.exporters.formula.speech import to_text

        node = self.tree.add("Formula", self.node, alt=to_text(formula.notation, formula.source))
        drawing = to_drawing(formula.notation, formula.source, self.look.size, display=False)
        look = self._base(node)
        return Token("formula", "", drawing.width, look, formula=formula, ascent=drawing.height, descent=drawing.depth)

    def _note(self, mark: NoteMark) -> Token:
        node = self.tree.add("Reference", self.node, note=f"note-{mark.number}")
        face = self._faces(Words("")).primary
        size = self.look.size * _SCRIPT_SIZE
        text = str(mark.number)
        look = Look(face, size, self.look.size * _RAISE, node)
        return Token("note", text, face.width_of(text, size), look, note=mark)


def _wrapping(words: Words) -> tuple[str, str, str]:
    return words.url, words.target, words.language


@lru_cache(maxsize=128)
def _faces(family: str, bold: bool, italic: bool, code: bool) -> Faces:
    return find_faces(family, bold=bold, italic=italic, code=code)


def _stretches(word: str) -> list[tuple[str, bool]]:
    """Cut a word where a line may end inside it: after hyphens, dashes, slashes; in an address after its signs."""
    if not _BREAKABLE.search(word):
        return [(word, False)]
    pieces = [piece for piece in (_IN_ADDRESS if _ADDRESS.search(word) else _AFTER).split(word) if piece]
    return [(piece, index < len(pieces) - 1) for index, piece in enumerate(pieces)] or [(word, False)]


@lru_cache(maxsize=20_000)
def _drawn(faces: Faces, stretch: str) -> tuple[tuple[Face, str, float], ...]:
    """Return what each face draws of a stretch, with its width for a size of 1."""
    return tuple((face, text, face.width_of(text, 1)) for face, text in faces.split(stretch))
