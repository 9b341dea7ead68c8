"""Inline tokens of Markdown -> lines of rich text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from markdown_it.token import Token

from proceedings_editor.importers.piece import Line
from proceedings_editor.model.body import Figure, FormulaSource, InlineFormula, Note, RichText, Run, Span
from proceedings_editor.model.splice import joined

NoteOf = Callable[[int], Note | None]
"""Gives a footnote by the parser's id; None where it cannot be given."""

_TAG: Final = re.compile(r"<(/?)(sub|sup|u|b|strong|i|em|br)\s*(/?)>", re.IGNORECASE)
_OLD_FORMULA: Final = ".wmf"
_MARK_OF_TAG: Final = {
    "sub": "subscript",
    "sup": "superscript",
    "u": "underline",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and where its source says it is."""

    figure: Figure
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class InlineText:
    """What one paragraph, heading or cell holds.

    Attributes:
        pictures: Pictures that stood in its lines.
        tags: HTML tags kept as words, with their line.
        old_formulas: Sources of the pictures that are formulas of Word's old equation editor; nothing can draw them, so
            that a formula to be typed anew stands in their place.
    """

    lines: tuple[Line, ...]
    pictures: tuple[Picture, ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    old_formulas: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reader:
    """Goes through the tokens once; marks are counted because HTML tags may stand unbalanced or doubled."""

    number: int
    note_of: NoteOf
    marks: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_MARK_OF_TAG.values(), 0))
    links: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    tags: list[tuple[str, int]] = field(default_factory=list)
    old_formulas: list[str] = field(default_factory=list)

    def take(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special":
                self.words(token.content)
            case "code_inline":
                self.words(token.content, code=True)
            case "softbreak" | "hardbreak":
                self.end_line(forced=token.type == "hardbreak")
            case "strong_open" | "strong_close":
                self.marks["bold"] += token.nesting
            case "em_open" | "em_close":
                self.marks["italic"] += token.nesting
            case "superscript_open" | "superscript_close" | "subscript_open" | "subscript_close":
                self.marks[token.type.partition("_")[0]] += token.nesting
            case "link_open":
                self.links.append(str(token.attrs.get("href", "")))
            case "link_close":
                self.links.pop()
            case "html_inline":
                self.tag(token.content)
            case "math_inline" | "math_inline_double":
                self.runs.append(InlineFormula(FormulaSource(token.content.strip())))
            case "footnote_ref":
                self.note(token)
            case "image":
                self.picture(token)
            case _:
                self.words(token.content)

    def words(self, words: str, code: bool = False) -> None:
        on = {mark for mark, count in self.marks.items() if count > 0}
        span = Span(
            words.replace("\n", " "),
            bold="bold" in on,
            italic="italic" in on,
            underline="underline" in on,
            superscript="superscript" in on,
            subscript="subscript" in on,
            code=code,
            href=self.links[-1] if self.links else "",
        )
        self.runs.append(span)

    def tag(self, tag: str) -> None:
        known = _TAG.fullmatch(tag)
        if known is None and (facts := picture_facts(tag)):
            self.show(facts.get("src", ""), facts.get("alt", ""), facts.get("title", ""))
            return
        if known is None:
            self.tags.append((tag, self.number))
            self.words(tag)
            return
        name = known[2].lower()
        if name == "br":
            self.end_line(forced=True, counted=False)
        else:
            mark = _MARK_OF_TAG[name]
            self.marks[mark] = max(0, self.marks[mark] + (-1 if known[1] else 1))

    def note(self, token: Token) -> None:
        note = self.note_of(token.meta["id"])
        if note is None:
            self.words(f"[^{token.meta['label']}]")
        else:
            self.runs.append(note)

    def picture(self, image: Token) -> None:
        """Take a picture as Markdown writes it."""
        alt = "".join(child.content for child in image.children or ())
        self.show(str(image.attrs.get("src", "")), alt, str(image.attrs.get("title", "")))

    def show(self, address: str, alt: str, caption: str) -> None:
        """Take a picture; one without a file's name is nothing but its alternative text."""
        source, alt = unquote(address), alt.strip()
        name = PurePosixPath(source.replace("\\", "/")).name
        if name in ("", ".."):
            self.words(f"{alt} {source}".strip())
            return
        if name.lower().endswith(_OLD_FORMULA):
            self.runs.append(InlineFormula(FormulaSource(rf"\includegraphics{{{name}}}")))
            self.old_formulas.append(source)
            return
        figure = Figure(name, joined((Span(caption),)), alt)
        self.pictures.append(Picture(figure, source, self.number))

    def end_line(self, forced: bool = False, counted: bool = True) -> None:
        self.lines.append(Line(_trimmed(self.runs), self.number, broken=forced))
        self.runs = []
        self.number += counted


def picture_facts(tag: str) -> Mapping[str, str]:
    """Return the attributes of `<img …>`, which converters write for pictures with a size; nothing for other tags."""
    reader = _PictureTag()
    reader.feed(tag)
    return reader.facts


class _PictureTag(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.facts: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.facts = {name: value or "" for name, value in attrs}


def read_inline(token: Token, number: int, note_of: NoteOf) -> InlineText:
    """Turn the children of an inline token into lines; `number` is the source line where it begins."""
    reader = _Reader(number, note_of)
    for child in token.children or ():
        reader.take(child)
    reader.end_line()
    return InlineText(
        _with_tails(reader.lines, token.content),
        tuple(reader.pictures),
        tuple(reader.tags),
        tuple(reader.old_formulas),
    )


def _trimmed(runs: Iterable[Run]) -> RichText:
    """Only plain spaces and tabs go from the edges: a no-break space there is meant, or a fault to be shown."""
    text = joined(tuple(runs))
    if text and isinstance(text[0], Span) and not text[0].code and text[0].text[0] in " \t":
        text = (replace(text[0], text=text[0].text.lstrip(" \t")), *text[1:])
    if text and isinstance(text[-1], Span) and not text[-1].code and text[-1].text[-1:] in (" ", "\t"):
        text = (*text[:-1], replace(text[-1], text=text[-1].text.rstrip(" \t")))
    return tuple(run for run in text if not isinstance(run, Span) or run.text)


def _with_tails(lines: list[Line], content: str) -> tuple[Line, ...]:
    """Note the white space that ends source lines, where lines and source lines stand one to one."""
    raw = content.split("\n")
    if len(raw) != len(lines):
        return tuple(lines)
    return tuple(
        Line(line.text, line.number, source[len(source.rstrip(" \t")) :], line.broken)
        for line, source in zip(lines, raw, strict=True)
    )
