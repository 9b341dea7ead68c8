"""Blocks of the model -> HTML for Qt's text browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Final, TypeVar

from proceedings_editor.model.body import (
    Block,
    Body,
    Cell,
    Figure,
    Heading,
    ListBlock,
    Listing,
    Paragraph,
    RichText,
    Run,
    Span,
    Table,
    plain_text,
)
from proceedings_editor.model.walk import texts

_MARKS: Final = (("bold", "b"), ("italic", "i"), ("code", "tt"))
_TOP: Final = 2
"""Level of the HTML heading for a heading of level 1; the page's own title stands above it."""

T = TypeVar("T")

Picture = Callable[[Figure], str]
"""Returns the HTML of a picture."""


def body_html(body: Body, picture: Picture = lambda figure: escape(figure.alt)) -> str:
    """Return blocks as HTML; what the help never has (formulas, notes, quotations) is left out."""
    return "".join(_block(block, picture) for block in body)


def body_words(body: Body) -> str:
    """Return all words of blocks, to look for something in them."""
    captions = (plain_text(block.caption) for block in body if isinstance(block, Figure))
    return "\n".join((*(plain_text(words) for _, words in texts(body)), *captions))


def _block(block: Block, picture: Picture) -> str:
    match block:
        case Paragraph():
            return f"<p>{_inline(block.text)}</p>"
        case Heading():
            level = block.level - 1 + _TOP
            return f"<h{level}>{_inline(block.text)}</h{level}>"
        case ListBlock():
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>{_each(block.items, lambda item: f'<li>{_item(item.blocks, picture)}</li>')}</{tag}>"
        case Figure():
            caption = f"<br><small>{_inline(block.caption)}</small>" if block.caption else ""
            return f"<p>{picture(block)}{caption}</p>"
        case Listing():
            return f"<pre>{escape(block.text)}</pre>"
        case Table():
            rows = _each(block.rows, lambda row: f"<tr>{_each(row, lambda cell: _cell(cell, picture))}</tr>")
            return f"<table cellspacing='0' cellpadding='4'>{rows}</table>"
        case _:
            return ""


def _item(blocks: Body, picture: Picture) -> str:
    """A single paragraph stands without one of its own, or Qt would leave a gap around it."""
    first, rest = (blocks[0].text, blocks[1:]) if blocks and isinstance(blocks[0], Paragraph) else ((), blocks)
    return _inline(first) + body_html(rest, picture)


def _cell(cell: Cell, picture: Picture) -> str:
    return f"<td>{_item(cell.blocks, picture)}</td>"


def _each(things: Iterable[T], html: Callable[[T], str]) -> str:
    return "".join(map(html, things))


def _inline(words: RichText) -> str:
    return "".join(map(_run, words))


def _run(run: Run) -> str:
    if not isinstance(run, Span):
        return "<br>" if plain_text((run,)) == "\n" else ""
    html = escape(run.text)
    for attribute, tag in _MARKS:
        if getattr(run, attribute):
            html = f"<{tag}>{html}</{tag}>"
    return f"<a href='{escape(run.href)}'>{html}</a>" if run.href else html
