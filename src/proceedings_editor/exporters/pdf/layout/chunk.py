"""Chunks: the smallest pieces a line is made of, measured once per process.

A typeface remembers every word it has measured. Articles repeat their words, and the preview lays the same article out
again after every edit, so nearly every word costs one look into a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from proceedings_editor.exporters.pdf.font import Face, Faces, find_faces
from proceedings_editor.exporters.pdf.layout.word import CHANCE, NO, SPACE, cut

_TOKENS: Final = re.compile(r"[^ ]* |[^ ]+")
_ORDINARY: Final = re.compile(r"[\w.,;:!?()\[\]«»“”„\"'%№&+*…\u00a0]*")
"""Words no line ends in and no invisible character hides in."""
_REMEMBERED: Final = 20_000
_LONGEST: Final = 80
"""Longer words are not remembered: they come once."""


class Chunk(NamedTuple):
    """A stretch of one face at whose end, and nowhere inside, a line may end.

    Attributes:
        text: What is drawn, with the space that follows.
        width, gap: Advance without and of that space, in points.
        end: What stands at its end (`word.NO` and so on).
        length: Characters of the source it stands for, the space included.
    """

    text: str
    width: float
    gap: float
    end: int
    face: Face
    length: int


class Typeface(dict[str, tuple[Chunk, ...]]):
    """One style at one size: a word with the space that follows -> its chunks.

    Attributes:
        size: What is drawn, in points.
    """

    def __init__(self, faces: Faces, size: float, *, hyphenate: bool) -> None:
        super().__init__()
        self.faces = faces
        self.size = size * faces.scale
        self.face = faces.primary
        self._hyphenate = hyphenate

    def chunks(self, text: str) -> list[Chunk]:
        """Return the chunks of a text without line breaks and tabs.

        Raises:
            FontError: No face has one of the characters.
        """
        return [chunk for token in _TOKENS.findall(text) for chunk in self[token]]

    def width(self, text: str, face: Face | None = None) -> float:
        """Return the advance of characters the face has."""
        widths = (face or self.face).widths
        return sum([widths[ord(character)] for character in text]) * self.size / 1000

    def __missing__(self, token: str) -> tuple[Chunk, ...]:
        chunks = tuple(self._measured(token))
        if len(token) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[token] = chunks
        return chunks

    def _measured(self, token: str) -> Iterator[Chunk]:
        word = token.removesuffix(" ")
        pieces = [(word, NO)]
        if self._hyphenate or not _ORDINARY.fullmatch(word):
            pieces = cut(word, hyphenate=self._hyphenate)
        made = [chunk for piece, end in pieces for chunk in self._of_piece(piece, end)]
        if len(word) < len(token):
            last = made.pop() if made else Chunk("", 0, 0, NO, self.face, 0)
            gap = self.width(" ", last.face)
            made.append(Chunk(last.text + " ", last.width, gap, SPACE, last.face, last.length + 1))
        yield from made

    def _of_piece(self, piece: str, end: int) -> Iterator[Chunk]:
        """Yield a chunk per face; the last one stands for the invisible characters too."""
        stretches = self.faces.split(piece)
        left = len(piece)
        for number, (face, text) in enumerate(stretches, 1):
            last = number == len(stretches)
            length = left if last else len(text)
            yield Chunk(text, self.width(text, face), 0, end if last else NO, face, length)
            left -= length
        if piece and not stretches:
            yield Chunk("", 0, 0, end, self.face, left)

    def narrowed(self, chunk: Chunk, room: float) -> Iterator[Chunk]:
        """Cut a chunk that is wider than a line at characters, at least one in each piece."""
        widths = chunk.face.widths
        scale = self.size / 1000
        text = chunk.text.rstrip(" ")
        begin, used = 0, 0.0
        for place, character in enumerate(text):
            width = widths[ord(character)] * scale
            if place > begin and used + width > room and width:
                yield Chunk(text[begin:place], used, 0, CHANCE, chunk.face, place - begin)
                begin, used = place, 0.0
            used += width
        yield chunk._replace(text=chunk.text[begin:], width=used, length=max(chunk.length - begin, 0))


@lru_cache(maxsize=512)
def typeface(family: str, size: float, bold: bool, italic: bool, code: bool, hyphenate: bool) -> Typeface:
    """Return the typeface of a style, the same one each time.

    Raises:
        FontError: The family has no twin.
    """
    return Typeface(find_faces(family, bold=bold, italic=italic, code=code), size, hyphenate=hyphenate)
