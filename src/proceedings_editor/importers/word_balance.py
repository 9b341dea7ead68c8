"""The last check of an import: every word of the source must be somewhere.

A converter that loses a word in silence is worse than one that refuses, so the words are counted: those of the source
without its marks against those that fields, readings and doubts hold.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote

from proceedings_editor.importers.markdown_inline import picture_facts
from proceedings_editor.model.body import (
    Block,
    DisplayFormula,
    Figure,
    InlineFormula,
    ListBlock,
    Listing,
    Note,
    RichText,
    Span,
)
from proceedings_editor.model.walk import text_of, walk

_WORD: Final = re.compile(r"[^\W\d_²³¹⁰-⁹]+|[\d²³¹⁰-⁹]+")
"""Figures count by themselves: a raised one stands beside a word in the source and right behind it as plain text."""
_UNDERSTOOD: Final = re.compile(r"</?(?:sub|sup|u|b|strong|i|em|br)\s*/?>|\[\^[^\]\s]{1,64}\]:?", re.IGNORECASE)
_PICTURE: Final = re.compile(r"<img\s[^<>]{1,4000}>", re.IGNORECASE)


def missing_words(source: str, accounted: Iterable[str]) -> tuple[str, ...]:
    """Return the words, in their order, that a Markdown source has more often than they are accounted for."""
    plain = _plain(source)
    lacking = _count([plain])
    lacking.subtract(_count(_plain(words) for words in accounted))
    lacking = +lacking
    return tuple(_in_order(plain, lacking)) if lacking else ()


def body_words(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every string of the blocks: texts, addresses of links, formulas, listings, numbers of list items."""
    for _, block in walk(blocks):
        yield from run_words(text_of(block))
        match block:
            case ListBlock():
                yield from _numbers(block)
            case Figure():
                yield from (block.file, block.alt)
            case DisplayFormula():
                yield from (block.formula.source, "1" if block.numbered else "")
            case Listing():
                yield block.text


def run_words(text: RichText) -> Iterator[str]:
    """Yield every string of a text."""
    for run in text:
        match run:
            case Span():
                yield from (run.text, run.href)
            case InlineFormula():
                yield run.formula.source
            case Note():
                yield from body_words(run.blocks)


def _numbers(block: ListBlock) -> Iterator[str]:
    for place, item in enumerate(block.items):
        yield item.marker or (str(block.start + place) if block.ordered else "")


def _plain(source: str) -> str:
    return unquote(html.unescape(_UNDERSTOOD.sub(" ", _PICTURE.sub(_shown, source))))


def _shown(tag: re.Match[str]) -> str:
    """What a picture's tag tells; its size is the program's to choose."""
    facts = picture_facts(tag[0])
    return " ".join(facts.get(name, "") for name in ("src", "alt", "title")) if facts else tag[0]


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for words in texts for word in _WORD.findall(words))


def _in_order(plain: str, lacking: Counter[str]) -> Iterator[str]:
    for word in _WORD.findall(plain):
        if lacking[word] > 0:
            lacking[word] -= 1
            yield word
