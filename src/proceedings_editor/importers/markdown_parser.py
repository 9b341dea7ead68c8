"""The Markdown this program reads: CommonMark with tables, footnotes, formulas and pandoc's `^1^` and `~2~`.

Three rules of CommonMark are off, because they lose or change words of real manuscripts:
indented code (typists indent paragraphs with spaces or tabs), link definitions (`[1]: …` of a typed reference
list would vanish) and blocks of HTML (their tags are understood or kept one by one instead).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from proceedings_editor.importers.markdown_raised import raised

MOST_MARKS: Final = 400_000
"""Characters with a meaning inside lines, in the whole file; above it lines are taken as plain text.

No article has a hundredth of it, and each such character may cost the parser some microseconds."""

DEEPEST: Final = 24
"""Blocks inside blocks; the parser drops what lies deeper, and an entry's file holds not much more."""

_INSIDE_LINES: Final = (
    "emphasis",
    "link",
    "image",
    "autolink",
    "html_inline",
    "backticks",
    "entity",
    "escape",
    "footnote_ref",
    "math_inline",
    "raised",
)
_NOT_NOTES: Final = ("footnote_close", "footnote_anchor", "footnote_block_open", "footnote_block_close")
_MARKS: Final = re.compile(r"[\[\]!*_`<$\\&^~]")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]{1,64}\]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """Tokens of the text and, per footnote id, of the notes.

    Attributes:
        plain: The lines were taken as plain text because there were too many marks in them.
    """

    tokens: tuple[Token, ...]
    notes: dict[int, tuple[Token, ...]]
    plain: bool


def parse(source: str) -> Parsed:
    """Parse a whole file; linear in its length whatever it holds."""
    plain = len(_MARKS.findall(source)) > MOST_MARKS
    env: dict[str, Any] = {}
    tokens = _parser(plain).parse(source, env)
    tail = next((i for i, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    return Parsed(tuple(tokens[:tail]), _notes(tokens[tail:]), plain)


@cache
def _parser(plain: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    parser.disable(["reference", "code", "html_block"])
    parser.use(footnote_plugin, inline=False)
    parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, allow_blank_lines=False, double_inline=True)
    parser.inline.ruler.at("footnote_ref", _footnote)
    parser.inline.ruler.after("emphasis", "raised", raised)
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]  # the words as typed
    if plain:
        parser.disable(list(_INSIDE_LINES))
    return parser


def _footnote(state: StateInline, silent: bool) -> bool:
    """The plugin looks for the bracket's end in all the text; without this, `[^[^[^…` takes minutes."""
    return _FOOTNOTE.match(state.src, state.pos) is not None and footnote_ref(state, silent)


def _notes(tail: list[Token]) -> dict[int, tuple[Token, ...]]:
    notes: dict[int, list[Token]] = {}
    current: list[Token] = []
    for token in tail:
        if token.type == "footnote_open":
            current = notes.setdefault(token.meta["id"], [])
        elif token.type not in _NOT_NOTES:
            current.append(token)
    return {number: tuple(tokens) for number, tokens in notes.items()}
