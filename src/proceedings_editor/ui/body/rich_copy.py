"""A part of a body as HTML for other programs: what word processors and browsers understand of it."""

from __future__ import annotations

import html
from base64 import b64encode
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.composition.picture import picture_bytes
from proceedings_editor.model.body import (
    Block,
    Body,
    Cell,
    DisplayFormula,
    Figure,
    Heading,
    LineBreak,
    ListBlock,
    Listing,
    Note,
    Paragraph,
    Quotation,
    RichText,
    Run,
    Span,
    Table,
)
from proceedings_editor.model.walk import text_of

_TAGS: Final = {
    "bold": "b", "italic": "i", "underline": "u", "superscript": "sup", "subscript": "sub", "code": "code",
}  # fmt: skip
_LARGEST: Final = 8_000_000
"""Bytes of a picture that goes along; a larger one is left to its caption."""
_TYPES: Final = {".png": "png", ".svg": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".bmp": "bmp"}


def html_of(body: Body, picture: Callable[[str], Path | None] = lambda file: None) -> str:
    """Return blocks as HTML, footnotes the way word processors take them for footnotes.

    Args:
        body: The blocks.
        picture: Finds the file of a figure.
    """
    return _Page(picture).html(body)


class _Page:
    """One page being written: its notes are counted and stand at its end."""

    def __init__(self, picture: Callable[[str], Path | None]) -> None:
        self._picture = picture
        self._notes: list[str] = []

    def html(self, body: Body) -> str:
        """Return the page."""
        words = self._all(body)
        if not self._notes:
            return words
        return f"{words}<div style='mso-element:footnote-list'>{''.join(self._notes)}</div>"

    def _all(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading(level=level):
                return f"<h{min(level, 6)}>{self._rich(block.text)}</h{min(level, 6)}>"
            case ListBlock(items, ordered):
                tag = "ol" if ordered else "ul"
                start = f' start="{block.start}"' if ordered and block.start != 1 else ""
                inner = "".join(f"<li>{self._all(item.blocks)}</li>" for item in items)
                return f"<{tag}{start}>{inner}</{tag}>"
            case Quotation(blocks):
                return f"<blockquote>{self._all(blocks)}</blockquote>"
            case Table():
                return self._table(block)
            case Listing():
                return f"<pre>{html.escape(block.text)}</pre>" + self._caption(block.caption)
            case Figure():
                return self._figure(block)
            case DisplayFormula(formula):
                return f"<p>{html.escape(formula.source)}</p>"
            case Paragraph(text, align) if align:
                return f'<p style="text-align:{align}">{self._rich(text)}</p>'
            case _:
                return f"<p>{self._rich(text_of(block))}</p>"

    def _table(self, table: Table) -> str:
        caption = f"<caption>{self._rich(table.caption)}</caption>" if table.caption else ""
        head = "".join(self._row(row, "th") for row in table.rows[: table.header_rows])
        rows = "".join(self._row(row, "td") for row in table.rows[table.header_rows :])
        return f'<table border="1">{caption}{f"<thead>{head}</thead>" if head else ""}<tbody>{rows}</tbody></table>'

    def _row(self, row: tuple[Cell, ...], tag: str) -> str:
        return f"<tr>{''.join(self._cell(cell, tag) for cell in row)}</tr>"

    def _cell(self, cell: Cell, tag: str) -> str:
        columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        align = f' style="text-align:{cell.align}"' if cell.align else ""
        return f"<{tag}{columns}{rows}{align}>{self._all(cell.blocks)}</{tag}>"

    def _figure(self, figure: Figure) -> str:
        path = self._picture(figure.file)
        kind = _TYPES.get(path.suffix.lower()) if path else None
        alt = html.escape(figure.alt)
        try:
            data = picture_bytes(path) if path and kind and path.stat().st_size <= _LARGEST else b""
        except (OSError, ReadError):
            data = b""
        shown = f'<p><img src="data:image/{kind};base64,{b64encode(data).decode()}" alt="{alt}"></p>' if data else ""
        return shown + self._caption(figure.caption)

    def _caption(self, text: RichText) -> str:
        return f"<p>{self._rich(text)}</p>" if text else ""

    def _rich(self, text: RichText) -> str:
        return "".join(map(self._run, text))

    def _run(self, run: Run) -> str:
        match run:
            case Span():
                words = html.escape(run.text)
                for mark, tag in _TAGS.items():
                    words = f"<{tag}>{words}</{tag}>" if getattr(run, mark) else words
                return f'<a href="{html.escape(run.href)}">{words}</a>' if run.href else words
            case LineBreak():
                return "<br>"
            case Note(blocks):
                return self._note(blocks)
            case _:
                return html.escape(run.formula.source)

    def _note(self, blocks: Body) -> str:
        number = len(self._notes) + 1
        self._notes.append("")  # keeps the number while the note's own words are written
        back = f"<a style='mso-footnote-id:ftn{number}' href='#_ftnref{number}' name='_ftn{number}'>[{number}]</a> "
        words = self._all(blocks).replace("<p>", f"<p class=MsoFootnoteText>{back}", 1)
        self._notes[number - 1] = f"<div style='mso-element:footnote' id=ftn{number}>{words}</div>"
        mark = f"style='mso-footnote-id:ftn{number}' href='#_ftn{number}' name='_ftnref{number}'"
        return f"<a {mark}><sup>[{number}]</sup></a>"
