"""The walk through a tree of HTML: meaning becomes blocks, looks are dropped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from proceedings_editor.importers.caption import with_captions
from proceedings_editor.importers.html.cells import Row, aligned, rows_in, span_of, table_of
from proceedings_editor.importers.html.formula import formula_of, formula_of_picture
from proceedings_editor.importers.html.item import Point, level_of, with_lists
from proceedings_editor.importers.html.look import Look, is_hidden, look_at, styles_of
from proceedings_editor.importers.html.note import is_counted_remark, is_remark, notes_of
from proceedings_editor.importers.html.page import FORMULA, Page, page_of
from proceedings_editor.importers.html.result import Keeper, Loss, Taken
from proceedings_editor.importers.html.words import inner_words, trimmed, words_of
from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.importers.piece import Piece
from proceedings_editor.model.body import (
    Block,
    Body,
    Cell,
    DisplayFormula,
    Heading,
    InlineFormula,
    LineBreak,
    ListBlock,
    Listing,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    RichText,
    Run,
    Span,
    Table,
    plain_text,
)
from proceedings_editor.model.walk import text_of, walk

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST: Final = 80
"""Elements inside each other; what is deeper is taken as words."""
_HEADINGS: Final = {f"h{level}": min(level, 4) for level in range(1, 7)}
_ENDS: Final = frozenset(
    ("p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "address", "figure", "figcaption",
     "dl", "dt", "dd", "li", "tr", "td", "th", "caption", "tbody", "thead", "tfoot", "center", "form", "fieldset",
     "details", "summary", "body", "html", *_HEADINGS)
)  # fmt: skip


def read_html(source: str, keep: Keeper = lambda data, ending: None) -> Taken:
    """Return what HTML says as blocks.

    Args:
        source: What another program put on the clipboard.
        keep: Keeps a picture that stands in the text itself; nothing else is ever opened or fetched.
    """
    page = page_of(source)
    reader = _Reader(page, keep)
    body = _captioned(reader.body())
    return Taken(body, (*reader.lost, "rest") if page.is_cut else tuple(reader.lost))


def _captioned(body: Body) -> Body:
    """A paragraph “Table 1 – …” above a table becomes its caption, as in a manuscript."""
    pieces = [Piece(block, 0) for block in body]
    return tuple(piece.block for piece in with_captions(pieces, Ledger()))


@dataclass(slots=True)
class _Flow:
    """Blocks being gathered: text collects until a block begins or ends."""

    parts: list[Block | Point] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    later: list[Block] = field(default_factory=list)
    level: int = 0
    look: Look = field(default_factory=Look)
    point: tuple[int, str] | None = None

    def end(self) -> None:
        """Make a block of the text gathered so far; pictures that stood in it follow it."""
        text = trimmed(self.runs)
        self.runs = []
        if text:
            self.parts.append(self._block(text))
        self.parts += self.later
        self.later = []

    def _block(self, text: RichText) -> Block | Point:
        if self.level:
            calm = tuple(replace(run, bold=False) if isinstance(run, Span) else run for run in text)
            return Heading(trimmed(list(calm)), self.level)
        block = Paragraph(text, self.look.align)
        return Point(*self.point, (block,)) if self.point else block


class _Reader:
    """Reads one page."""

    def __init__(self, page: Page, keep: Keeper) -> None:
        self._page = page
        self._keep = keep
        self._notes = notes_of(page.elements())
        self._apart = self._notes.apart
        self._in_note = False
        self._depth = 0
        self.lost: list[Loss] = []
        self._special: Mapping[str, Callable[[_Element, Look, _Flow], None]] = {
            "br": lambda node, look, flow: flow.runs.append(LineBreak()),
            "img": self._picture,
            "math": self._formula,
            FORMULA: lambda node, look, flow: self.lost.append("formula"),
            "table": self._table,
            "ul": self._list,
            "ol": self._list,
            "pre": self._listing,
            "blockquote": self._quotation,
        }

    def body(self) -> tuple[Block, ...]:
        """Return the blocks of the page."""
        return self._blocks(self._page.root, Look()) if self._page.root is not None else ()

    def _blocks(self, node: _Element, look: Look) -> tuple[Block, ...]:
        """Return what stands inside an element as blocks of its own."""
        flow = _Flow(look=look)
        self._inside(node, look, flow)
        flow.end()
        return with_lists(flow.parts)

    def _inside(self, node: _Element, look: Look, flow: _Flow) -> None:
        self._words(node.text, look, flow)
        for child in node.iterchildren():
            self._element(child, look, flow)
            self._words(child.tail, look, flow)

    def _words(self, words: str | None, look: Look, flow: _Flow) -> None:
        if words:
            flow.runs.append(replace(look.mark, text=words_of(words)))

    def _element(self, node: _Element, look: Look, flow: _Flow) -> None:
        if not isinstance(node.tag, str) or node in self._apart or node in self._notes.backs:
            return
        styles = styles_of(node)
        if is_remark(node):
            self.lost += ["comment"] if is_counted_remark(node) else []
        elif is_hidden(node, styles) or styles.get("mso-list") == "ignore":
            pass
        elif self._depth >= _DEEPEST:
            self._words(inner_words(node), look, flow)
        elif node in self._notes.orphans:
            self.lost.append("note")
        elif node in self._notes.homes and not self._in_note:
            self._note(node, flow)
        else:
            self._depth += 1
            self._visible(node, styles, look_at(node, styles, look), flow)
            self._depth -= 1

    def _visible(self, node: _Element, styles: Mapping[str, str], look: Look, flow: _Flow) -> None:
        special = self._special.get(str(node.tag))
        if special is not None:
            special(node, look, flow)
        elif node.tag in _ENDS:
            self._paragraph(node, styles, look, flow)
        else:
            self._inside(node, look, flow)

    def _paragraph(self, node: _Element, styles: Mapping[str, str], look: Look, flow: _Flow) -> None:
        flow.end()
        outer = flow.level, flow.look, flow.point
        level = level_of(styles.get("mso-list", ""))
        flow.level = _HEADINGS.get(str(node.tag), flow.level)
        flow.look = look
        if level and flow.level:
            self._words(_marker(node) + " ", look, flow)  # a heading's number is part of its text
        elif level:
            flow.point = level, _marker(node)
        self._inside(node, look, flow)
        flow.end()
        flow.level, flow.look, flow.point = outer

    def _note(self, mark: _Element, flow: _Flow) -> None:
        self._in_note = True
        blocks = self._blocks(self._notes.homes[mark], Look())
        self._in_note = False
        flow.runs.append(Note(_paragraphs(blocks)))

    def _picture(self, node: _Element, look: Look, flow: _Flow) -> None:
        formula = formula_of_picture(node)
        if formula is not None:
            flow.runs.append(InlineFormula(formula))
            return
        if "1" in (node.get("width"), node.get("height")):
            return  # sites count their readers with these
        found = self._page.picture(node.get("src") or "")
        figure = self._keep(*found) if found else None
        if figure is None:
            self.lost.append("picture")
        else:
            flow.later.append(replace(figure, alt=words_of(node.get("alt") or "").strip()))

    def _formula(self, node: _Element, look: Look, flow: _Flow) -> None:
        formula = formula_of(node)
        if formula is None:
            self.lost.append("formula")
        elif node.get("display") == "block":
            flow.end()
            flow.parts.append(DisplayFormula(formula))
        else:
            flow.runs.append(InlineFormula(formula))

    def _listing(self, node: _Element, look: Look, flow: _Flow) -> None:
        flow.end()
        words = inner_words(node).strip("\n")
        if words.strip():
            flow.parts.append(Listing(words.replace("\r\n", "\n").replace("\r", "\n")))

    def _quotation(self, node: _Element, look: Look, flow: _Flow) -> None:
        flow.end()
        blocks = self._blocks(node, look)
        if blocks:
            flow.parts.append(Quotation(blocks))

    # ------------------------------------------------------------------------------------------------------- lists

    def _list(self, node: _Element, look: Look, flow: _Flow) -> None:
        flow.end()
        items: list[tuple[Block, ...]] = []
        for child in node.iterchildren():
            if not isinstance(child.tag, str) or child in self._apart:
                continue
            inner = _Flow(look=look)
            if child.tag == "li":
                self._paragraph(child, {}, look_at(child, styles_of(child), look), inner)
            else:  # a list right in a list belongs to the item before
                self._element(child, look, inner)
            inner.end()
            blocks = with_lists(inner.parts)
            if blocks and child.tag != "li" and items:
                items[-1] = (*items[-1], *blocks)
            elif blocks:
                items.append(blocks)
        if items:
            ordered = node.tag == "ol"
            marker = (node.get("type") if node.get("type") in ("a", "A", "i", "I") else "1") if ordered else ""
            start = span_of(node, "start") if ordered else 1
            flow.parts.append(ListBlock(tuple(map(ListItem, items)), ordered, f"{marker}." if ordered else "–", start))

    # ------------------------------------------------------------------------------------------------------- tables

    def _table(self, node: _Element, look: Look, flow: _Flow) -> None:
        flow.end()
        rows = [row for found in rows_in(node) if (row := self._row(found, look)).cells]
        table = table_of(rows)
        if table is None:
            self._inside(node, look, flow)  # no table at all: its words
        elif len(table.rows) == 1 and len(table.rows[0]) == 1:
            flow.parts += table.rows[0][0].blocks  # a frame round a text
        else:
            caption = next(node.iterchildren("caption"), None)
            words = _as_text(self._blocks(caption, look)) if caption is not None else ()
            flow.parts.append(replace(table, caption=words))
        flow.end()

    def _row(self, row: _Element, look: Look) -> Row:
        cells = [node for node in row.iterchildren("td", "th") if node not in self._apart]
        parent = row.getparent()
        is_header = (parent is not None and parent.tag == "thead") or bool(
            cells and all(node.tag == "th" for node in cells)
        )
        return Row(tuple(self._cell(node, look_at(row, styles_of(row), look)) for node in cells), is_header)

    def _cell(self, node: _Element, look: Look) -> Cell:
        self._depth += 1
        inner = look_at(node, styles_of(node), look)
        blocks = self._blocks(node, inner) if self._depth < _DEEPEST else ()
        self._depth -= 1
        return aligned(Cell(_without_tables(blocks), span_of(node, "colspan"), span_of(node, "rowspan")))


def _marker(node: _Element) -> str:
    """Return the marker Word wrote into a paragraph for programs that know no lists."""
    for inner in node.iter("span"):
        if styles_of(inner).get("mso-list") == "ignore":
            return re.sub(r"\s+", "", inner_words(inner))[:12]
    return ""


def _as_text(blocks: tuple[Block, ...]) -> RichText:
    found: list[Run] = []
    for _, block in walk(blocks):
        found += [*([Span(" ")] if found else []), *text_of(block)]
    return trimmed(found)


def _paragraphs(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks as a note can hold them: paragraphs."""
    return tuple(Paragraph(text_of(block)) for _, block in walk(blocks) if plain_text(text_of(block)).strip())


def _without_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a cell's blocks with a table among them as its words: a table holds no other."""
    found: list[Block] = []
    for block in blocks:
        found += [Paragraph(t) for _, b in walk((block,)) if (t := text_of(b))] if isinstance(block, Table) else [block]
    return tuple(found)
