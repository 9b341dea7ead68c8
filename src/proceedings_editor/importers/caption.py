"""Captions typed as paragraphs: the one below a figure or above a table becomes its caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.importers.piece import Piece
from proceedings_editor.language.caption import CaptionKind, caption_label
from proceedings_editor.model.body import Block, Figure, Paragraph, Quotation, RichText, Table, plain_text
from proceedings_editor.model.splice import spliced

_LONGEST_TITLE: Final = 200
"""Characters of a title that stands under its “Table 1”."""


@dataclass(slots=True)
class _Captions:
    pieces: Sequence[Piece]
    ledger: Ledger
    taken: set[int] = field(default_factory=set)
    counts: dict[type[Block], int] = field(default_factory=dict)

    def all(self) -> Iterator[Piece]:
        made = [self.captioned(index) for index in range(len(self.pieces))]
        yield from (piece for index, piece in enumerate(made) if index not in self.taken)

    def captioned(self, index: int) -> Piece:
        piece = self.pieces[index]
        block = piece.block
        if not isinstance(block, Figure | Table):
            return piece
        self.counts[type(block)] = self.counts.get(type(block), 0) + 1
        found = None if block.caption else self.caption_of(index, block)
        return piece if found is None else replace(piece, block=replace(block, caption=found))

    def caption_of(self, index: int, block: Figure | Table) -> RichText | None:
        """Look on the usual side first; on the other one unless the words there belong to the next of the kind."""
        kind: CaptionKind = "figure" if isinstance(block, Figure) else "table"
        step = 1 if kind == "figure" else -1
        beyond = self.block(index - 2 * step)
        places = (index + step,) if isinstance(beyond, type(block)) else (index + step, index - step)
        if kind == "table" and self.label_end(index - 2, kind, bare=True) and self.is_title(index - 1):
            self.drop_label(index - 2, len(plain_text(self.words(index - 2))))
            self.taken |= {index - 2, index - 1}
            return self.words(index - 1)
        for place in places:
            end = self.label_end(place, kind)
            if end:
                self.taken.add(place)
                return self.without_label(place, kind, end, self.counts[type(block)])
        return None

    def without_label(self, place: int, kind: CaptionKind, end: int, number: int) -> RichText:
        """A typed number that is the printed one goes; about another one a rule asks."""
        words = self.words(place)
        label = caption_label(plain_text(words), kind)
        if label is None or label.number != number:
            return words
        self.drop_label(place, end)
        return spliced(words, 0, end, "")

    def drop_label(self, place: int, end: int) -> None:
        self.ledger.account(plain_text(self.words(place))[:end], self.pieces[place].line)

    def label_end(self, place: int, kind: CaptionKind, bare: bool = False) -> int:
        words = plain_text(self.words(place)) if place not in self.taken else ""
        label = caption_label(words, kind)
        return label.end if label and (not bare or label.end == len(words)) else 0

    def is_title(self, place: int) -> bool:
        words = plain_text(self.words(place)).strip()
        return 0 < len(words) <= _LONGEST_TITLE and place not in self.taken and not words.endswith((".", ":", ";"))

    def words(self, place: int) -> RichText:
        """The words of a paragraph, also of an indented one, which comes as a quotation."""
        block = self.block(place)
        if isinstance(block, Quotation) and len(block.blocks) == 1:
            block = block.blocks[0]
        return block.text if isinstance(block, Paragraph) else ()

    def block(self, place: int) -> Block | None:
        return self.pieces[place].block if 0 <= place < len(self.pieces) else None


def with_captions(pieces: Sequence[Piece], ledger: Ledger) -> tuple[Piece, ...]:
    """Return the pieces with captions where they belong; every word of a label that goes is accounted for."""
    return tuple(_Captions(pieces, ledger).all())
