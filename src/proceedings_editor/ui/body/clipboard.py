"""The clipboard: parts of a body as themselves, as HTML and as plain text.

Our own form is the text of an entry's file, which has a strict reader: whatever another program claims to be ours is
read like a file and refused with its mistakes.
"""

from __future__ import annotations

import html
from contextlib import suppress
from dataclasses import replace
from html.parser import HTMLParser
from itertools import groupby
from typing import Final

from PySide6.QtCore import QMimeData

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.body import (
    OBJECT,
    Block,
    Body,
    Heading,
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
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.splice import joined
from proceedings_editor.model.walk import text_of, walk
from proceedings_editor.storage.entry_file import entry_from_text, entry_text

MIME: Final = "application/x-proceedings-editor-body"
_MOST: Final = 5_000_000
"""Characters; more is no paste but a mistake."""

_TAGS: Final = {
    "bold": "b", "italic": "i", "underline": "u", "superscript": "sup", "subscript": "sub", "code": "code",
}  # fmt: skip
_MARKS: Final = {tag: mark for mark, tag in _TAGS.items()} | {"strong": "bold", "em": "italic"}
_HEADINGS: Final = {f"h{level}": min(level, 4) for level in range(1, 7)}
_BLOCK_TAGS: Final = {"p", "div", "tr", "table", "ul", "ol", "pre", "section", "article", *_HEADINGS}


def mime_of(body: Body) -> QMimeData:
    """Return a part of a body in the three forms."""
    data = QMimeData()
    with suppress(ProceedingsError):  # half a character or endless nesting cannot be written; the other forms can
        data.setData(MIME, entry_text(Entry(id="clip", language="kk", body=body)).encode())
    data.setText(plain_of(body))
    data.setHtml("".join(map(_html, body)))
    return data


def body_from(data: QMimeData) -> Body:
    """Return what is on the clipboard as blocks: our own form, else HTML, else plain text; () for nothing of use."""
    if data.hasFormat(MIME):
        with suppress(ProceedingsError):
            return entry_from_text(bytes(data.data(MIME).data())[:_MOST], "clipboard").body
    if data.hasHtml():
        found = body_from_html(data.html()[:_MOST])
        if found:
            return found
    return body_from_text(data.text()[:_MOST])


def body_from_text(words: str) -> Body:
    """Return plain text as paragraphs, one for each line that says something."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n")
    filled = [line for line in (_clean(line) for line in lines) if line.strip()]
    return tuple(Paragraph((Span(line),)) for line in filled)


def plain_of(body: Body) -> str:
    """Return the words of a body, a line for each block."""
    return "\n".join(
        block.text if isinstance(block, Listing) else plain_text(text_of(block)).replace(OBJECT, "")
        for _, block in walk(body)
        if not isinstance(block, ListBlock | Quotation)
    )


def body_from_html(source: str) -> Body:
    """Return the paragraphs, headings and list items of HTML with their marks and links; looks are dropped."""
    reader = _HtmlReader()
    reader.feed(source)
    return reader.body()


def _clean(words: str) -> str:
    return "".join(char for char in words if char == "\t" or char.isprintable() or char.isspace()).replace(OBJECT, "")


# ------------------------------------------------------------------------------------------------------------- to HTML


def _html(block: Block) -> str:
    match block:
        case Heading(level=level):
            return f"<h{min(level, 6)}>{_rich(block.text)}</h{min(level, 6)}>"
        case ListBlock():
            tag = "ol" if block.ordered else "ul"
            return (
                f"<{tag}>{''.join('<li>' + ''.join(map(_html, item.blocks)) + '</li>' for item in block.items)}</{tag}>"
            )
        case Quotation():
            return f"<blockquote>{''.join(map(_html, block.blocks))}</blockquote>"
        case Table():
            rows = (
                "".join(
                    f'<td colspan="{c.columns}" rowspan="{c.rows}">{"".join(map(_html, c.blocks))}</td>' for c in row
                )
                for row in block.rows
            )
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case Listing():
            return f"<pre>{html.escape(block.text)}</pre>"
        case _:
            return f"<p>{_rich(text_of(block))}</p>"


def _rich(text: RichText) -> str:
    return "".join(_run(run) for run in text)


def _run(run: Run) -> str:
    match run:
        case Span():
            words = html.escape(run.text)
            for mark, tag in _TAGS.items():
                words = f"<{tag}>{words}</{tag}>" if getattr(run, mark) else words
            return f'<a href="{html.escape(run.href)}">{words}</a>' if run.href else words
        case LineBreak():
            return "<br>"
        case Note():
            return ""
        case _:
            return html.escape(run.formula.source)


# ----------------------------------------------------------------------------------------------------------- from HTML


class _HtmlReader(HTMLParser):
    """Reads as much of HTML as has a meaning here; unclosed and crossed tags do no harm."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[tuple[str, Block]] = []  # kind of list it is an item of, block
        self._runs: list[Run] = []
        self._marks: list[tuple[str, Span]] = [("", Span(""))]
        self._lists: list[str] = []
        self._level = 0
        self._silent = 0
        self._in_item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See `HTMLParser`."""
        if tag in ("style", "script", "head", "title"):
            self._silent += 1
        elif tag == "br":
            self._runs.append(LineBreak())
        elif tag in ("ul", "ol"):
            self._finish()
            self._lists.append(tag)
        elif tag == "li" or tag in _BLOCK_TAGS:
            self._finish()
            self._in_item = tag == "li" or (self._in_item and tag in ("p", "div"))
            self._level = _HEADINGS.get(tag, 0)
        elif tag in _MARKS or tag == "a":
            self._marks.append((tag, self._marked(tag, dict(attrs))))

    def handle_endtag(self, tag: str) -> None:
        """See `HTMLParser`."""
        if tag in ("style", "script", "head", "title"):
            self._silent = max(self._silent - 1, 0)
        elif tag in ("ul", "ol"):
            self._finish()
            if self._lists:
                self._lists.pop()
            self._in_item = False
        elif tag == "li" or tag in _BLOCK_TAGS:
            self._finish()
            self._level = 0
        elif any(tag == open_tag for open_tag, _ in self._marks[1:]):
            while self._marks[-1][0] != tag:
                self._marks.pop()
            self._marks.pop()
        elif tag == "td":
            self._runs.append(Span(" "))

    def handle_data(self, data: str) -> None:
        """See `HTMLParser`."""
        words = "".join(" " if run else spaces for spaces, run in _runs_of_space(data))
        if not self._silent and words and (words.strip() or self._runs):
            mark = self._marks[-1][1]
            self._runs.append(replace(mark, text=_clean(words)))

    def body(self) -> Body:
        """Return what was read."""
        self._finish()
        found: list[Block] = []
        for kind, group in groupby(self._done, lambda pair: pair[0]):
            blocks = [block for _, block in group]
            if kind:
                items = tuple(ListItem((block,)) for block in blocks)
                found.append(ListBlock(items, kind == "ol", "1." if kind == "ol" else "–"))
            else:
                found += blocks
        return tuple(found)

    def _marked(self, tag: str, attributes: dict[str, str | None]) -> Span:
        mark = self._marks[-1][1]
        if tag == "a":
            href = attributes.get("href") or ""
            return replace(mark, href=href if href.startswith(("http://", "https://", "mailto:")) else "")
        return replace(mark, **{_MARKS[tag]: True})  # type: ignore[arg-type]  # every mark is a bool

    def _finish(self) -> None:
        runs = joined(tuple(run for run in self._runs))
        self._runs = []
        if not plain_text(runs).strip():
            return
        kind = self._lists[-1] if self._lists and self._in_item else ""
        self._done.append((kind, Heading(runs, self._level) if self._level and not kind else Paragraph(runs)))


def _runs_of_space(words: str) -> list[tuple[str, bool]]:
    """Part words into single letters and runs of white space; no-break spaces are letters."""
    return [
        ("".join(group), is_space)
        for is_space, group in groupby(words, lambda char: char.isspace() and char != "\u00a0")
    ]
