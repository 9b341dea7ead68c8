"""Rich text as a small markup inside one YAML text.

    <b> <i> <u> <sup> <sub> <code>      marks
    <a href="…">  <span lang="ru">      link, language
    <br/>  <note id="n1"/>              forced new line, footnote
    <m>LaTeX</m>  <m type="mathml">…</m>

`&`, `<` and (in attributes) `"` are escaped as in XML; everything else, control characters too, is left to YAML.
Written is one form only: every span in its own tags, outermost first in the order a, span, b, i, u, sup, sub, code.
A span that its neighbour would swallow or that is empty gets tags even without marks: `<span></span>`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.model.body import FormulaSource, InlineFormula, LineBreak, Note, RichText, Run, Span
from proceedings_editor.templates.node import shortened
from proceedings_editor.texts import Text, text

_MARKS: Final = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "sup": "superscript",
    "sub": "subscript",
    "code": "code",
}
_ATTRIBUTES: Final = {"a": "href", "span": "lang", "note": "id", "m": "type"}
_PLAIN: Final = Span("")
_TOKEN: Final = re.compile(r"[^<]+|<[^<>]*>|<")
_TAG: Final = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-z]+)(?:\s+(?P<key>[a-z]+)\s*=\s*"(?P<value>[^"<>]*)")?\s*(?P<empty>/?)>"""
)
_REFERENCE: Final = re.compile(r"&(?:(?P<name>[a-z]+)|#(?P<number>[0-9]{1,7}|x[0-9A-Fa-f]{1,6}));|&")
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_LAST_CODE_POINT: Final = 0x10FFFF

Fail = Callable[[int, Text], Exception]
"""Makes the error for a fault at a position of the markup."""


def to_markup(words: RichText, note_id: Callable[[Note], str]) -> str:
    """Return a rich text as markup.

    Args:
        words: The text.
        note_id: Gives each footnote its id, asked in order.
    """
    return "".join(_pieces(words, note_id))


def from_markup(markup: str, note: Callable[[str, int], Note], fail: Fail) -> RichText:
    """Return markup as a rich text.

    Args:
        markup: What `to_markup` writes, or as much of it as a person typed.
        note: Gives the footnote of an id that stands at a position.
        fail: Makes the error for a fault.

    Raises:
        Exception: What `fail` made: a tag is unknown, unclosed or crossed, or a lone `&` or `<` stands in the text.
    """
    if "<" not in markup and "&" not in markup:
        return (Span(markup),) if markup else ()
    return _Parser(note, fail).parse(markup)


# ------------------------------------------------------------------------------------------------------------ writing


def _pieces(words: RichText, note_id: Callable[[Note], str]) -> Iterator[str]:
    after_plain = False
    for run in words:
        match run:
            case Span():
                yield _span(run, after_plain)
            case LineBreak():
                yield "<br/>"
            case Note():
                yield f'<note id="{note_id(run)}"/>'
            case InlineFormula(FormulaSource(source, notation)):
                kind = "" if notation == "latex" else f' type="{notation}"'
                yield f"<m{kind}>{_escaped(source)}</m>"
        after_plain = isinstance(run, Span) and _is_plain(run)


def _is_plain(span: Span) -> bool:
    return span == Span(span.text)


def _span(span: Span, after_plain: bool) -> str:
    if _is_plain(span):
        words = _escaped(span.text)
        return f"<span>{words}</span>" if after_plain or not words else words
    before, after = "", ""
    if span.href:
        before, after = f'<a href="{_quoted(span.href)}">', "</a>"
    if span.language:
        before, after = f'{before}<span lang="{_quoted(span.language)}">', f"</span>{after}"
    for tag, mark in _MARKS.items():
        if getattr(span, mark):
            before, after = f"{before}<{tag}>", f"</{tag}>{after}"
    return f"{before}{_escaped(span.text)}{after}"


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _quoted(words: str) -> str:
    return html.escape(words, quote=False).replace('"', "&quot;")


# ------------------------------------------------------------------------------------------------------------ reading


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    value: str
    position: int


@dataclass(slots=True)
class _Level:
    """An open element: the marks that hold inside it, and whether anything stands in it yet."""

    tag: _Tag
    marks: Span
    filled: bool = False


class _Parser:
    """Goes through the tokens once, with a stack of open elements."""

    def __init__(self, note: Callable[[str, int], Note], fail: Fail) -> None:
        self._note = note
        self._fail = fail
        self._runs: list[Run] = []
        self._levels = [_Level(_Tag("", "", 0), _PLAIN)]

    def parse(self, markup: str) -> RichText:
        for token in _TOKEN.finditer(markup):
            if token[0].startswith("<"):
                self._markup(token[0], token.start())
            else:
                self._characters(token[0], token.start())
        if len(self._levels) > 1:
            tag = self._levels[-1].tag
            raise self._fail(tag.position, text("<{name}> is not closed.", name=tag.name))
        return tuple(self._runs)

    def _characters(self, words: str, position: int) -> None:
        level = self._levels[-1]
        found = self._unescaped(words, position)
        if level.tag.name == "m":
            self._runs.append(self._formula(found, level.tag))
        else:
            self._runs.append(replace(level.marks, text=found) if level.marks is not _PLAIN else Span(found))
        level.filled = True

    def _markup(self, token: str, position: int) -> None:
        found = _TAG.fullmatch(token)
        if not found:
            what = text("“{tag}” is no tag; write &lt; for the sign itself.", tag=shortened(token, 30))
            raise self._fail(position, what)
        tag = _Tag(found["name"], self._value(found, position), position)
        if found["close"]:
            self._close(tag)
        elif tag.name in ("br", "note"):
            self._object(tag, bool(found["empty"]))
        else:
            self._open(tag)
            if found["empty"]:
                self._close(tag)

    def _value(self, found: re.Match[str], position: int) -> str:
        name, key = found["name"], found["key"]
        wanted = _ATTRIBUTES.get(name)
        if key is not None and (key != wanted or found["close"]):
            what = text("<{name}> has no “{word}”.", name=shortened(name, 30), word=shortened(key, 30))
            raise self._fail(position, what)
        if key is None and name in ("a", "note") and not found["close"]:
            raise self._fail(position, text('<{name}> needs {word}="…".', name=name, word=wanted))
        return self._unescaped(found["value"] or "", position)

    def _object(self, tag: _Tag, empty: bool) -> None:
        if not empty:
            raise self._fail(tag.position, text("<{name}> must be written <{name}/>.", name=tag.name))
        self._refuse_in_formula(tag)
        self._runs.append(LineBreak() if tag.name == "br" else self._note(tag.value, tag.position))
        self._levels[-1].filled = True

    def _open(self, tag: _Tag) -> None:
        self._refuse_in_formula(tag)
        marks = self._levels[-1].marks
        match tag.name:
            case "a":
                marks = replace(marks, href=tag.value)
            case "span":
                marks = replace(marks, language=tag.value or marks.language)
            case "m":
                if tag.value not in ("", "latex", "mathml"):
                    raise self._fail(tag.position, text("a formula is latex or mathml."))
            case name if name in _MARKS:
                marks = replace(marks, **{_MARKS[name]: True})  # type: ignore[arg-type]  # every mark is a bool
            case name:
                raise self._fail(tag.position, text("the tag <{name}> is not known.", name=shortened(name, 30)))
        self._levels[-1].filled = True
        self._levels.append(_Level(tag, marks))

    def _close(self, tag: _Tag) -> None:
        level = self._levels[-1]
        if level.tag.name != tag.name:
            what = text("</{name}> closes nothing that was opened last.", name=shortened(tag.name, 30))
            raise self._fail(tag.position, what)
        if not level.filled:
            self._runs.append(self._formula("", level.tag) if tag.name == "m" else level.marks)
        self._levels.pop()

    def _refuse_in_formula(self, tag: _Tag) -> None:
        if self._levels[-1].tag.name == "m":
            raise self._fail(tag.position, text("inside <m> write &lt; for <."))

    def _formula(self, source: str, tag: _Tag) -> InlineFormula:
        return InlineFormula(FormulaSource(source, "mathml" if tag.value == "mathml" else "latex"))

    def _unescaped(self, words: str, position: int) -> str:
        if "&" not in words:
            return words

        def character(found: re.Match[str]) -> str:
            if found["name"] in _NAMED:
                return _NAMED[found["name"]]
            number = found["number"]
            code = int(number[1:], 16) if number and number[0] == "x" else int(number or -1)
            if 0 <= code <= _LAST_CODE_POINT and not 0xD800 <= code <= 0xDFFF:
                return chr(code)
            what = text("“{words}” is no character; write &amp; for & itself.", words=found[0])
            raise self._fail(position + found.start(), what)

        return _REFERENCE.sub(character, words)
